/// Fault trees: gates over basic events, with their names and probabilities.
///
///     let trees = try OpenPSAReader().read(["two-train.xml"]).trees
///     trees.tops.map(\.name)   // ["TopEvent"]
public struct FaultTrees: Sendable {
  /// A gate with a name.
  public struct NamedGate: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it is called besides.
    public let label: String?
    /// The gate in the graph.
    public let id: GateID
    /// The fault tree that it belongs to.
    public let faultTree: String

    /// Names a gate.
    public init(name: String, label: String? = nil, id: GateID, faultTree: String) {
      self.name = name
      self.label = label
      self.id = id
      self.faultTree = faultTree
    }
  }

  /// A basic event, which happens or not by itself.
  public struct BasicEvent: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// What it is called besides.
    public let label: String?
    /// Its probability; nil where none is known.
    public let probability: Double?

    /// Names an event.
    public init(name: String, label: String? = nil, probability: Double?) {
      self.name = name
      self.label = label
      self.probability = probability
    }
  }

  /// The name of the whole, if it has one.
  public let name: String?
  /// All gates over all basic events.
  public let graph: GateGraph
  /// The named gates, in the order defined.
  public let gates: [NamedGate]
  /// The basic events, by their numbers in the graph.
  public let events: [BasicEvent]
  /// The gates that are asked about where nobody says which.
  public let tops: [NamedGate]

  /// Puts fault trees together.
  ///
  /// - Parameters:
  ///   - name: The name of the whole.
  ///   - graph: The gates.
  ///   - gates: Those with names, in order.
  ///   - events: The basic events, by number.
  ///   - tops: The gates that are asked about.
  /// - Precondition: There is a name for each event.
  public init(
    name: String?, graph: GateGraph, gates: [NamedGate], events: [BasicEvent], tops: [NamedGate]
  ) {
    precondition(events.count == graph.eventCount, "each event has a name")
    self.name = name
    self.graph = graph
    self.gates = gates
    self.events = events
    self.tops = tops
  }

  /// The gate of a name.
  ///
  /// - Parameter name: The name.
  /// - Returns: The gate, or nil.
  /// - Complexity: O(*g*) for *g* gates.
  public func gate(named name: String) -> NamedGate? { gates.first { $0.name == name } }

  /// The basic events that a gate is built from, in the order of their numbers.
  ///
  /// - Parameter gate: A gate of the graph.
  /// - Returns: The events, those of wirings that gates ask about included.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  public func events(under gate: GateID) -> [EventID] {
    var isSeen = [Bool](repeating: false, count: graph.gateCount)
    var happens = [Bool](repeating: false, count: graph.eventCount)
    var stack = [gate]
    isSeen[gate.index] = true
    while let next = stack.popLast() {
      if case .event(let event) = graph.gate(next) { happens[event.index] = true }
      for input in graph.needs(of: next) where !isSeen[input.index] {
        isSeen[input.index] = true
        stack.append(input)
      }
    }
    return happens.indices.filter { happens[$0] }.map { EventID($0) }
  }
}

extension GateGraph {
  /// The gates that a gate is computed from: its inputs, or the failures in the wiring that it asks
  /// about.
  ///
  /// - Parameter gate: A gate; its negation is not looked at.
  /// - Returns: The gates; one may stand several times.
  func needs(of gate: GateID) -> [GateID] {
    guard case .disconnected(let question) = self.gate(gate) else { return Array(inputs(of: gate)) }
    let wiring = wirings[question.wiring]
    return (wiring.nodes + wiring.links.map(\.failure)).filter { $0 != question.exempt }
  }
}
