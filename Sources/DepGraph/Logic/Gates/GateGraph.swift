/// Gates over basic events: a fault tree, in which gates may be shared and may need each other.
///
/// Where gates stand on a cycle, the *least* solution is meant: a gate on it is true only where
/// events make it so (things that need each other keep each other up until something fails).
/// Within it, what a wiring still connects is found anew from nothing: a ring that is cut off from
/// the beginning of its ways connects nothing.
///
///     var builder = GateGraph.Builder()
///     let first = builder.gate(of: builder.addEvent())
///     let second = builder.gate(of: builder.addEvent())
///     let top = builder.add(.and, [first, second])
///     let graph = builder.build()
public struct GateGraph: Sendable {
  /// The number of basic events.
  public let eventCount: Int
  let gates: [Gate]
  /// Where the inputs of each gate begin in `inputs`; one entry more than there are gates.
  let inputStarts: [UInt32]
  let allInputs: [GateID]
  /// The wirings that gates ask about.
  public let wirings: [Wiring]

  /// The number of gates.
  public var gateCount: Int { gates.count }

  /// What a gate says, without its negation.
  ///
  /// - Parameter gate: A gate; its negation is not looked at.
  /// - Returns: The operation.
  public func gate(_ gate: GateID) -> Gate { gates[gate.index] }

  /// The inputs of a gate; none for a gate that asks about a wiring.
  ///
  /// - Parameter gate: A gate; its negation is not looked at.
  /// - Returns: The inputs in the order in which they were given.
  public func inputs(of gate: GateID) -> ArraySlice<GateID> {
    allInputs[Int(inputStarts[gate.index])..<Int(inputStarts[gate.index + 1])]
  }

  /// Collects gates.
  public struct Builder {
    private var eventCount = 0
    private var gates: [Gate?] = []
    private var inputs: [[GateID]] = []
    private var wirings: [Wiring] = []

    /// Begins with nothing.
    public init() {}

    /// Adds a basic event.
    ///
    /// - Returns: Its number.
    public mutating func addEvent() -> EventID {
      eventCount += 1
      return EventID(eventCount - 1)
    }

    /// Adds a gate that is true where an event happens.
    ///
    /// - Parameter event: The event.
    /// - Returns: The gate; a new one each time.
    public mutating func gate(of event: EventID) -> GateID { add(.event(event)) }

    /// Adds a gate.
    ///
    /// - Parameters:
    ///   - gate: What it says of its inputs.
    ///   - inputs: Its inputs, which may be reserved and not yet defined.
    /// - Returns: Its number.
    public mutating func add(_ gate: Gate, _ inputs: [GateID] = []) -> GateID {
      let id = reserve()
      define(id, as: gate, inputs)
      return id
    }

    /// Adds a gate whose meaning is given later, so that gates can be named before they are known.
    ///
    /// - Returns: Its number.
    public mutating func reserve() -> GateID {
      gates.append(nil)
      inputs.append([])
      return GateID(gates.count - 1)
    }

    /// Gives a reserved gate its meaning.
    ///
    /// - Parameters:
    ///   - id: The gate.
    ///   - gate: What it says of its inputs.
    ///   - inputs: Its inputs.
    /// - Precondition: The gate was reserved and has no meaning yet.
    public mutating func define(_ id: GateID, as gate: Gate, _ inputs: [GateID] = []) {
      precondition(gates[id.index] == nil && !id.isNegated, "the gate has a meaning")
      gates[id.index] = gate
      self.inputs[id.index] = inputs
    }

    /// Adds a wiring, which any number of gates may ask about.
    ///
    /// - Parameter wiring: The nodes and links.
    /// - Returns: Its number.
    public mutating func add(_ wiring: Wiring) -> Int {
      wirings.append(wiring)
      return wirings.count - 1
    }

    /// The graph of everything added.
    ///
    /// - Returns: The graph.
    /// - Precondition: Every reserved gate has been defined, inputs exist, and no gate on a cycle is
    ///   negated or an exclusive or.
    /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
    public func build() -> GateGraph {
      let defined = gates.compactMap(\.self)
      precondition(defined.count == gates.count, "a gate was reserved and never defined")
      var starts: [UInt32] = [0]
      starts.reserveCapacity(gates.count + 1)
      var all: [GateID] = []
      for row in inputs {
        precondition(row.allSatisfy { $0.index < gates.count }, "an input does not exist")
        all += row
        starts.append(UInt32(all.count))
      }
      return GateGraph(
        eventCount: eventCount, gates: defined, inputStarts: starts, allInputs: all,
        wirings: wirings)
    }
  }
}
