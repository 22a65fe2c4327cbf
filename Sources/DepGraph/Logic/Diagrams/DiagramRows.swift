/// A copy of the nodes below some edges, children before parents: what passes over diagrams read.
///
/// Nodes are counted from 1; an edge is twice the number of its node plus the sign, as in the manager.
struct DiagramRows: Sendable {
  /// A bit that no level uses.
  static let mark: UInt32 = 1 << 31

  private(set) var levels: [UInt32] = [DiagramNode.bottom]
  private(set) var lows: [UInt32] = [0]
  private(set) var highs: [UInt32] = [0]
  /// The edges that were asked for.
  var roots: [UInt32] = []

  /// The number of nodes.
  var count: Int { levels.count - 1 }

  /// Adds a node whose children have been added.
  mutating func append(level: UInt32, low: UInt32, high: UInt32) {
    levels.append(level)
    lows.append(low)
    highs.append(high)
  }
}
