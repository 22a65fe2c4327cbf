/// The order of vertices inside rows, such that lines between neighbouring rows cross little.
///
/// Each vertex goes to the mean place of its neighbours in the row before, in sweeps down and up.
/// Sugiyama, Tagawa and Toda, *Methods for visual understanding of hierarchical system structures*,
/// 1981, doi:10.1109/TSMC.1981.4308636 (the barycentric method). Graphviz could do it itself, but
/// inside clusters it keeps the columns at both sides in place only when the whole order is given.
struct RowOrder {
  /// The rows, ordered.
  private(set) var rows: [[Int]]

  /// - Parameters:
  ///   - rows: The vertices, row by row.
  ///   - lines: Pairs of vertices in neighbouring rows, the upper one first.
  ///   - sweeps: How often all rows are ordered anew; the best order found counts.
  /// - Complexity: O(*s*·(*v* log *v* + *l*²)) for *s* sweeps over *v* vertices and *l* lines.
  init(_ rows: [[Int]], lines: [(upper: Int, lower: Int)], sweeps: Int = 24) {
    self.rows = rows
    var above: [Int: [Int]] = [:]
    var below: [Int: [Int]] = [:]
    for line in lines {
      below[line.upper, default: []].append(line.lower)
      above[line.lower, default: []].append(line.upper)
    }
    var best = (crossings: Self.crossings(rows, lines), rows: rows)
    for sweep in 0..<sweeps where best.crossings > 0 {
      let isDown = sweep % 2 == 0
      let numbers = Array(rows.indices)
      for number in isDown ? numbers : numbers.reversed() {
        sort(number, by: isDown ? above : below, tiesLast: sweep % 4 < 2)
      }
      let crossings = Self.crossings(self.rows, lines)
      if crossings < best.crossings { best = (crossings, self.rows) }
    }
    self.rows = best.rows
  }

  /// Sorts one row by the mean place of the neighbours; who has none stays about where it is.
  private mutating func sort(_ number: Int, by neighbours: [Int: [Int]], tiesLast: Bool) {
    let place = Self.places(rows)
    let row = rows[number]
    let keys = row.map { vertex in
      let others = neighbours[vertex, default: []]
      let sum = others.reduce(0.0) { $0 + (place[$1] ?? 0.5) }
      return others.isEmpty ? place[vertex] ?? 0.5 : sum / Double(others.count)
    }
    // Turning ties round now and then lets the search leave a poor order.
    let order = row.indices.sorted { left, right in
      (keys[left], tiesLast ? -left : left) < (keys[right], tiesLast ? -right : right)
    }
    rows[number] = order.map { row[$0] }
  }

  private static func places(_ rows: [[Int]]) -> [Int: Double] {
    var place: [Int: Double] = [:]
    for row in rows {
      for (index, vertex) in row.enumerated() {
        place[vertex] = (Double(index) + 0.5) / Double(row.count)
      }
    }
    return place
  }

  /// How many pairs of lines cross.
  private static func crossings(_ rows: [[Int]], _ lines: [(upper: Int, lower: Int)]) -> Int {
    var rowOf: [Int: Int] = [:]
    for (number, row) in rows.enumerated() { for vertex in row { rowOf[vertex] = number } }
    let place = places(rows)
    var byRow: [Int: [(Double, Double)]] = [:]
    for line in lines {
      byRow[rowOf[line.upper] ?? 0, default: []]
        .append((place[line.upper] ?? 0, place[line.lower] ?? 0))
    }
    var count = 0
    for segments in byRow.values {
      for (index, one) in segments.enumerated() {
        for other in segments[(index + 1)...]
        where (one.0 - other.0) * (one.1 - other.1) < 0 {
          count += 1
        }
      }
    }
    return count
  }
}
