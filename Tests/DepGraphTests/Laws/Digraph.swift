import DepGraph

/// A directed graph written down plainly, for laws against brute force.
struct Digraph {
  let count: Int
  let arcs: [(source: Int, target: Int)]

  /// The graph whose arc from *u* to *v* stands at bit *u*·count + *v*.
  init(count: Int, bits: Int) {
    self.count = count
    arcs = (0..<count * count).filter { bits >> $0 & 1 == 1 }.map { ($0 / count, $0 % count) }
  }

  /// A random graph with self-loops, parallel arcs and isolated vertices, sparse or dense.
  init(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...14, using: &random)
    self.count = count
    arcs = (0..<Int.random(in: 0...2 * count, using: &random)).map { _ in
      (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
    }
  }

  var rows: CompressedRows {
    CompressedRows(
      vertexCount: count, arcs: arcs.map { (VertexID($0.source), VertexID($0.target)) })
  }

  /// What each vertex leads to, by Warshall's rule.
  ///
  /// - Parameter least: 0 if a vertex leads to itself in no step, 1 if it needs a cycle for that.
  /// - Returns: Whether each vertex leads to each.
  func reachability(stepsAtLeast least: Int = 0) -> [[Bool]] {
    var reach = (0..<count).map { first in (0..<count).map { least == 0 && first == $0 } }
    for arc in arcs { reach[arc.source][arc.target] = true }
    for middle in 0..<count {
      for first in 0..<count where reach[first][middle] {
        for second in 0..<count where reach[middle][second] { reach[first][second] = true }
      }
    }
    return reach
  }
}
