/// A copy of the nodes below some edges, children before parents: what passes over diagrams read.
///
/// Nodes are counted from 1; an edge is twice the number of its node plus the sign, as in the manager.
struct DiagramRows: Sendable {
  /// A node.
  struct Row: Sendable {
    /// The place of the variable in the order; the terminal is below all.
    var level: UInt32
    /// The edge for a variable that is false.
    var low: UInt32
    /// The edge for a variable that is true.
    var high: UInt32
  }

  /// A bit that no level uses.
  static let mark: UInt32 = 1 << 31

  /// The nodes; the terminal is the first.
  private(set) var rows = [Row(level: DiagramNode.bottom, low: 0, high: 0)]
  /// The edges that were asked for.
  var roots: [UInt32] = []

  /// The number of nodes.
  var count: Int { rows.count - 1 }

  /// A node.
  subscript(row: Int) -> Row { rows[row] }

  /// Adds a node whose children have been added.
  mutating func append(level: UInt32, low: UInt32, high: UInt32) {
    rows.append(Row(level: level, low: low, high: high))
  }

  /// For each edge, whether it is a root or a branch of one, signs carried down.
  var isReached: [Bool] {
    var isReached = [Bool](repeating: false, count: 2 * rows.count)
    for root in roots { isReached[Int(root)] = true }
    for row in stride(from: count, to: 0, by: -1) {
      for sign in UInt32(0)...1 where isReached[2 * row + Int(sign)] {
        isReached[Int(rows[row].low ^ sign)] = true
        isReached[Int(rows[row].high ^ sign)] = true
      }
    }
    return isReached
  }

  /// The functions that are false where these, of the opposite of each variable, are true.
  ///
  /// Low edges can be signed in it.
  var dual: DiagramRows {
    var dual = self
    for row in rows.indices.dropFirst() {
      dual.rows[row].low = DiagramRows.dual(rows[row].high)
      dual.rows[row].high = DiagramRows.dual(rows[row].low)
    }
    dual.roots = roots.map(DiagramRows.dual)
    return dual
  }

  private static func dual(_ edge: UInt32) -> UInt32 { edge <= 1 ? edge ^ 1 : edge }
}
