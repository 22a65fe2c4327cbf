/// Fault trees as a file in the Open-PSA Model Exchange Format holds them.
///
/// ```swift
/// let model = try OpenPSAReader().read(["two-train.xml"])
/// print(model.tops.map(\.name), model.graph.gateCount, model.events.count)
/// ```
public struct OpenPSAModel: Sendable {
  /// A gate that the file names.
  public struct NamedGate: Hashable, Sendable {
    /// Its name; one that is private to a fault tree or component has theirs and dots before it.
    public let name: String
    /// What the file calls it besides.
    public let label: String?
    /// The gate in the graph.
    public let id: GateID
    /// The fault tree that defines it.
    public let faultTree: String
  }

  /// A basic event, which happens or not by itself.
  public struct BasicEvent: Hashable, Sendable {
    /// Its name; that of a part of a common-cause group is the members' names in brackets.
    public let name: String
    /// What the file calls it besides.
    public let label: String?
    /// Its probability; nil where the file gives none.
    public let probability: Double?
  }

  /// The name of the model, if it has one.
  public let name: String?
  /// All gates over all basic events; house events are constants.
  public let graph: GateGraph
  /// The named gates, in the order defined.
  public let gates: [NamedGate]
  /// The basic events, by their numbers in the graph.
  public let events: [BasicEvent]
  /// The gates that no other gate uses, in the order defined.
  public let tops: [NamedGate]
  /// The SHA-256 digest of the files' bytes, in hexadecimal.
  public let digest: String
  /// The remarks on the files, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]

  /// The gate of a name.
  ///
  /// - Parameter name: The name, as in ``NamedGate/name``.
  /// - Returns: The gate, or nil.
  /// - Complexity: O(*g*) for *g* gates.
  public func gate(named name: String) -> NamedGate? { gates.first { $0.name == name } }

  /// The basic events that a gate depends on, in the order of their numbers.
  ///
  /// - Parameter gate: A gate of the graph.
  /// - Returns: The events.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  public func events(under gate: GateID) -> [EventID] {
    var isSeen = [Bool](repeating: false, count: graph.gateCount)
    var happens = [Bool](repeating: false, count: graph.eventCount)
    var stack = [gate]
    isSeen[gate.index] = true
    while let next = stack.popLast() {
      if case .event(let event) = graph.gate(next) { happens[event.index] = true }
      for input in graph.inputs(of: next) where !isSeen[input.index] {
        isSeen[input.index] = true
        stack.append(input)
      }
    }
    return happens.indices.filter { happens[$0] }.map { EventID($0) }
  }
}
