/// What makes components go down, as gates over basic events: "this element fails by itself".
///
/// The gate of an element is true where the element is down in the reading, its own failure
/// included. Only what the targets rest on has a gate, so that one target of a large model costs no
/// more than its part of the model. Events are numbered in the order of their elements, which is
/// that of their ids.
///
///     let logic = FailureLogic(of: [target], in: compiled.reading(.possible)) {
///       compiled.isSeedOfSearches($0) && $0 != target
///     }
///     logic.gate(of: target)    // true for exactly the sets that take the target down
///
/// A target that may fail itself falls by its own event alone; for the sets that take it down
/// without it, let it not fail, as above. With several targets at once, put `false` in the place of
/// the target's own event afterwards: that is the same, also where the target needs itself in a ring.
public struct FailureLogic: Sendable {
  /// The gates.
  public let gates: GateGraph
  /// The elements asked about, in the order asked.
  public let targets: [VertexID]
  /// The element of each event, ascending.
  public let elements: [VertexID]
  /// Whether ways through a network were put in simpler terms, so that targets fall in other cases.
  let isBound: Bool
  /// For each vertex of the reading its gate, or `none`.
  private let gateOfVertex: [UInt32]

  private static let none = UInt32.max

  /// Builds the gates of everything that some elements rest on.
  ///
  /// - Parameters:
  ///   - targets: The elements asked about.
  ///   - reading: The reading of the model.
  ///   - canFail: Whether an element may fail by itself; asked once for each element that the
  ///     targets rest on, the targets included.
  /// - Precondition: The targets are elements of the model.
  /// - Complexity: O(V) for the vertices of the reading, and O(*v* + *a*) for the vertices and arcs
  ///   that the targets rest on, with the whole of each network that a path of theirs leads over.
  public init(
    of targets: [VertexID], in reading: CompiledReading, failing canFail: (VertexID) -> Bool
  ) {
    self.init(of: targets, in: reading, bounding: nil, failing: canFail)
  }

  /// Builds the gates of everything that some elements rest on, or a bound on them.
  ///
  /// - Parameters:
  ///   - targets: The elements asked about.
  ///   - reading: The reading of the model.
  ///   - bound: In which simpler terms ways through large networks are put; nil: in none.
  ///   - canFail: Whether an element may fail by itself.
  /// - Precondition: The targets are elements of the model.
  /// - Complexity: As above; with a bound a large network counts with one search for each path that
  ///   leads over it, and with what the targets rest on only by the bound.
  init(
    of targets: [VertexID], in reading: CompiledReading, bounding bound: PathBound?,
    failing canFail: (VertexID) -> Bool
  ) {
    precondition(targets.allSatisfy(reading.isElement), "a target is no element of the model")
    var builder = FailureLogicBuilder(reading.levelOne, bound)
    let reached = builder.reach(from: targets)
    var elements: [VertexID] = []
    for vertex in reached {
      let isEvent = reading.isElement(vertex) && canFail(vertex)
      if isEvent { elements.append(vertex) }
      builder.define(vertex, canFail: isEvent)
    }
    self.targets = targets
    self.elements = elements
    gateOfVertex = builder.numbers
    isBound = !builder.bounds.isEmpty
    gates = builder.finish()
  }

  /// The gate that says whether an element, or a group or path of the reading, is down.
  ///
  /// - Parameter vertex: A vertex of the reading's level one.
  /// - Returns: The gate; nil if no target rests on the vertex.
  public func gate(of vertex: VertexID) -> GateID? {
    let number = gateOfVertex[vertex.index]
    return number == Self.none ? nil : GateID(Int(number))
  }

  /// The gates of the targets, in the order asked.
  ///
  /// - Complexity: O(*t*) for *t* targets.
  public var tops: [GateID] { targets.compactMap(gate(of:)) }

  /// The event that an element fails by itself.
  ///
  /// - Parameter element: The element.
  /// - Returns: The event; nil if it cannot fail, or no target rests on it.
  /// - Complexity: O(log *e*) for *e* events.
  public func event(of element: VertexID) -> EventID? {
    let place = elements.partitioningIndex { $0 >= element }
    return place < elements.count && elements[place] == element ? EventID(place) : nil
  }

  /// The element whose failure an event is.
  ///
  /// - Parameter event: An event of `gates`.
  /// - Returns: The element.
  public func element(of event: EventID) -> VertexID { elements[event.index] }
}

/// Turns vertices of a threshold graph into gates.
private struct FailureLogicBuilder {
  let graph: ThresholdGraph
  /// The number of the gate of each vertex; the largest number where it has none.
  private(set) var numbers: [UInt32]
  private var builder = GateGraph.Builder()
  /// The number of the wiring of each network, where there is one.
  private var wirings: [Int?]
  private let bound: PathBound?
  /// What stands for the paths over large networks.
  private(set) var bounds: [VertexID: PathBound.Formula] = [:]

  init(_ graph: ThresholdGraph, _ bound: PathBound?) {
    self.graph = graph
    self.bound = bound
    numbers = [UInt32](repeating: .max, count: graph.vertexCount)
    wirings = [Int?](repeating: nil, count: graph.networkCount)
  }

  /// Reserves a gate for each vertex that some rest on.
  ///
  /// - Returns: The vertices, ascending.
  mutating func reach(from targets: [VertexID]) -> [VertexID] {
    var isReached = VertexSet(vertexCount: graph.vertexCount)
    var stack: [VertexID] = []
    for target in targets where isReached.insert(target) { stack.append(target) }
    var isKnown = [Bool](repeating: false, count: graph.networkCount)
    while let vertex = stack.popLast() {
      if let formula = boundFormula(of: vertex) {
        bounds[vertex] = formula
        for input in formula.vertices where isReached.insert(input) { stack.append(input) }
        continue
      }
      if let path = graph.pathInfo(of: vertex) {
        guard !isKnown[path.network.index] else { continue }
        isKnown[path.network.index] = true
      }
      for input in graph.allInputs(of: vertex) where isReached.insert(input) {
        stack.append(input)
      }
    }
    let reached = isReached.map(\.self)
    for vertex in reached { numbers[vertex.index] = UInt32(builder.reserve().index) }
    for network in isKnown.indices where isKnown[network] { addWiring(NetworkID(network)) }
    return reached
  }

  /// What stands for a path over a large network; nil where it stands for itself.
  private func boundFormula(of vertex: VertexID) -> PathBound.Formula? {
    guard let bound, let path = graph.pathVertex(vertex) else { return nil }
    return bound.formula(of: path, over: graph.networks[path.requirement.network.index])
  }

  /// The gate of a formula.
  private mutating func add(_ formula: PathBound.Formula) -> GateID {
    switch formula {
    case .down(let vertex): gate(of: vertex)
    case .all(let parts): combined(.and, parts, orElse: true)
    case .any(let parts): combined(.or, parts, orElse: false)
    }
  }

  private mutating func combined(
    _ gate: Gate, _ parts: [PathBound.Formula], orElse empty: Bool
  ) -> GateID {
    guard !parts.isEmpty else { return builder.add(.constant(empty)) }
    var inputs: [GateID] = []
    for part in parts { inputs.append(add(part)) }
    return builder.add(gate, inputs)
  }

  /// Gives the gate of a vertex its meaning.
  mutating func define(_ vertex: VertexID, canFail: Bool) {
    if let formula = bounds[vertex] {
      let meaning = add(formula)
      builder.define(gate(of: vertex), as: .or, [meaning])
      return
    }
    if let path = graph.pathVertex(vertex) {
      builder.define(gate(of: vertex), as: .disconnected(disconnection(of: path)))
      return
    }
    let inputs = graph.inputs(of: vertex).map { gate(of: $0.vertex) }
    let threshold = graph.threshold(of: vertex) ?? inputs.count + 1
    let isGroup = threshold > 0 && threshold <= inputs.count
    guard canFail else {
      if isGroup {
        builder.define(gate(of: vertex), as: operation(threshold, of: inputs.count), inputs)
      } else {
        builder.define(gate(of: vertex), as: .constant(threshold == 0))
      }
      return
    }
    let event = builder.addEvent()
    guard isGroup || threshold == 0 else {
      builder.define(gate(of: vertex), as: .event(event))
      return
    }
    let own = builder.gate(of: event)
    if threshold == 1 {
      builder.define(gate(of: vertex), as: .or, [own] + inputs)
    } else {
      let rest =
        threshold == 0
        ? builder.add(.constant(true))
        : builder.add(operation(threshold, of: inputs.count), inputs)
      builder.define(gate(of: vertex), as: .or, [own, rest])
    }
  }

  /// The finished gates.
  consuming func finish() -> GateGraph { builder.build() }

  private func gate(of vertex: VertexID) -> GateID { GateID(Int(numbers[vertex.index])) }

  private func operation(_ threshold: Int, of count: Int) -> Gate {
    switch threshold {
    case 1: .or
    case count: .and
    default: .atLeast(threshold)
    }
  }

  private mutating func addWiring(_ number: NetworkID) {
    let network = graph.networks[number.index]
    let links = network.links.compactMap { link -> Wiring.Link? in
      guard let first = network.place(of: link.first), let second = network.place(of: link.second)
      else { return nil }
      return Wiring.Link(first: first.index, second: second.index, failure: gate(of: link.link))
    }
    wirings[number.index] = builder.add(
      Wiring(nodes: network.nodes.map { gate(of: $0) }, links: links))
  }

  private func disconnection(of path: PathVertex) -> Disconnection {
    let number = path.requirement.network
    guard let wiring = wirings[number.index] else {
      preconditionFailure("the network of a path was not reached")
    }
    // The owner stands on its own path only where it is a node or a link of that network.
    let exempt = path.requirement.exempt.flatMap { owner in
      graph.networks(of: owner).contains(number) ? gate(of: owner) : nil
    }
    return Disconnection(
      wiring: wiring, from: path.from.index, to: path.to.map(\.index), exempt: exempt)
  }
}
