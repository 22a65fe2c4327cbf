/// What a gate says of its inputs.
public enum Gate: Hashable, Sendable {
  /// A value that never changes; no inputs.
  case constant(Bool)
  /// Whether a basic event happens; no inputs.
  case event(EventID)
  /// Whether all inputs are true; true without inputs.
  case and
  /// Whether an input is true; false without inputs.
  case or
  /// Whether at least so many inputs are true; an input that is given twice counts twice.
  case atLeast(Int)
  /// Whether an odd number of inputs is true.
  case xor
  /// Whether no way through a wiring is left; its inputs are those of the wiring.
  case disconnected(Disconnection)
}

/// Nodes and links, each with the gate that says that it has failed.
///
/// A way leads along links from node to node, and is left while nothing on it has failed, both its
/// ends included.
public struct Wiring: Hashable, Sendable {
  /// A link, which joins two nodes in both directions.
  public struct Link: Hashable, Sendable {
    /// The place of the node at one end, in `nodes`.
    public let first: Int
    /// The place of the node at the other end.
    public let second: Int
    /// Whether the link has failed.
    public let failure: GateID

    /// Creates a link.
    ///
    /// - Parameters:
    ///   - first: The place of the node at one end.
    ///   - second: The place of the node at the other end.
    ///   - failure: The gate that says whether the link has failed.
    public init(first: Int, second: Int, failure: GateID) {
      self.first = first
      self.second = second
      self.failure = failure
    }
  }

  /// For each node, the gate that says whether it has failed.
  public let nodes: [GateID]
  /// The links; parallel ones are different things.
  public let links: [Link]

  /// Creates a wiring.
  ///
  /// - Parameters:
  ///   - nodes: For each node, the gate that says whether it has failed.
  ///   - links: The links.
  /// - Precondition: The links end at nodes.
  public init(nodes: [GateID], links: [Link]) {
    precondition(
      links.allSatisfy { nodes.indices ~= $0.first && nodes.indices ~= $0.second },
      "a link ends outside its wiring")
    self.nodes = nodes
    self.links = links
  }
}

/// What a gate asks of a wiring: that no way is left from a node to any of some others.
public struct Disconnection: Hashable, Sendable {
  /// The number of the wiring in its gate graph.
  public let wiring: Int
  /// The place of the node that ways begin at.
  public let from: Int
  /// The places of the nodes that a way may end at; a way of length 0 counts.
  public let to: [Int]
  /// A gate that counts as false on nodes and links of the ways.
  public let exempt: GateID?

  /// Creates a question to a wiring.
  ///
  /// - Parameters:
  ///   - wiring: The number of the wiring.
  ///   - from: The place of the node that ways begin at.
  ///   - to: The places of the nodes that a way may end at.
  ///   - exempt: A gate that counts as false on nodes and links of the ways.
  public init(wiring: Int, from: Int, to: [Int], exempt: GateID? = nil) {
    self.wiring = wiring
    self.from = from
    self.to = to
    self.exempt = exempt
  }
}
