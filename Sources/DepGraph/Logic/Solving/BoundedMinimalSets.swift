/// The minimal sets of a top up to a size, built upwards from the events without a diagram of the
/// top: what there is to ask where that diagram would be too large.
///
/// A family of minimal sets stands for each gate: unions for a disjunction, products for a
/// conjunction. Sets above the size are dropped as soon as they arise, so that the first sizes are
/// there at once. Nothing is lost by that. The sets of at most *k* events say what a rising function
/// is where at most *k* events happen, and no more than that; and there each gate is computed from
/// its inputs, event set by event set. So dropping commutes with every gate, and with the rounds by
/// which gates on a cycle and the ways through a wiring are solved, which are gates done repeatedly.
///
/// With `ofPaths` the sets are those of events whose staying away keeps the top from being true,
/// whatever else happens: cut sets of the dual gates, in which all begins from "true" and becomes
/// less, and ways through a wiring are looked for from nothing.
///
///     let bounded = BoundedMinimalSets(of: top, in: graph)
///     try bounded.sets(atMost: 1).counts   // the single events that are enough
public final class BoundedMinimalSets {
  let graph: GateGraph
  let top: GateID
  let isDual: Bool
  let dependence: GateDependence
  let families: SetFamilies
  /// The level of each event; nil: the top does not come to it.
  private let levels: [Int?]
  private let eventOfLevel: [EventID]
  /// The family of each gate while it is needed.
  var values: [SetFamily?]
  /// The families of the nodes of wirings that were asked about, outside cycles.
  var reached: [WiringStart: [SetFamily]] = [:]
  /// How many nodes there may be before those that are not needed are freed.
  private var collectsAt = 1 << 20
  /// The size above which sets are dropped.
  private(set) var order: Int?

  /// Prepares for building, without building anything.
  ///
  /// - Parameters:
  ///   - top: The gate that is asked about.
  ///   - graph: The gates.
  ///   - ofPaths: Whether the sets are meant whose staying away keeps the top from being true.
  ///   - limits: How much may be spent.
  /// - Precondition: Nothing that the top comes to is negated or a parity.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  public init(
    of top: GateID, in graph: GateGraph, ofPaths: Bool = false,
    limits: SolverLimits = SolverLimits()
  ) {
    precondition(graph.isRising(below: top), "minimal sets are those of rising functions")
    self.graph = graph
    self.top = top
    isDual = ofPaths
    dependence = GateDependence(graph, tops: [top])
    let goesOn = limits.goesOn
    families = SetFamilies(nodeBudget: limits.nodeBudget, goesOn: goesOn.map { ask in { ask() } })
    (levels, eventOfLevel) = dependence.eventLevels(of: graph, from: top)
    values = Array(repeating: nil, count: graph.gateCount)
  }

  /// The minimal sets up to a size.
  ///
  /// - Parameter order: The size above which sets are left out; nil: none is.
  /// - Returns: The sets.
  /// - Throws: ``DiagramLimit`` where the work ends early.
  /// - Complexity: That of a product or a union for each input of each gate, as many times for gates
  ///   on a cycle as there are of them at most.
  public func sets(atMost order: Int?) throws(DiagramLimit) -> EventSets {
    self.order = order
    values = Array(repeating: nil, count: graph.gateCount)
    reached = [:]
    collect()
    var readersLeft = readerCounts
    for number in 0..<dependence.components.count {
      let members = dependence.components[VertexID(number)]
      guard let first = members.first, dependence.isReached(GateID(first.index)) else { continue }
      if dependence.isAcyclic(members) {
        values[first.index] = try retrying { () throws(DiagramLimit) in
          try family(of: GateID(first.index), isOnCycle: false)
        }
      } else {
        try solve(cycle: members.map { GateID($0.index) })
      }
      for member in members {
        for input in dependence.rows[member] {
          readersLeft[input.index] -= 1
          if readersLeft[input.index] == 0 { values[input.index] = nil }
        }
      }
      if families.nodeCount > collectsAt { collect() }
    }
    guard let family = values[top.index] else { preconditionFailure("the top was reached") }
    return EventSets(families.rows(below: [family]), events: eventOfLevel)
  }

  /// How many gates read each gate, and one more for the top.
  private var readerCounts: [Int] {
    var counts = [Int](repeating: 0, count: graph.gateCount)
    for gate in 0..<graph.gateCount {
      for input in dependence.rows[VertexID(gate)] { counts[input.index] += 1 }
    }
    counts[top.index] += 1
    return counts
  }

  // MARK: - Room

  /// Frees what is not needed, and lets as much again arise before the next time.
  private func collect(_ more: [SetFamily] = []) {
    families.collect(
      keeping: values.compactMap(\.self) + reached.values.flatMap(\.self) + more)
    collectsAt = max(1 << 20, 2 * families.nodeCount)
  }

  /// Does something once more with all room that there is, where it found too little.
  private func retrying(
    _ work: () throws(DiagramLimit) -> SetFamily
  ) throws(DiagramLimit) -> SetFamily {
    do {
      return try work()
    } catch .nodes {
      collect()
      return try work()
    }
  }

  // MARK: - Cycles

  /// Solves gates that need each other: nothing is true at first, and what follows from that is
  /// computed until nothing changes; for paths, all is true at first.
  private func solve(cycle: [GateID]) throws(DiagramLimit) {
    for gate in cycle { values[gate.index] = isDual ? .unit : SetFamily.none }
    var readers: [Int: [Int]] = [:]
    let place = Dictionary(uniqueKeysWithValues: cycle.enumerated().map { ($1.index, $0) })
    for (reader, gate) in cycle.enumerated() {
      for input in Set(dependence.rows[VertexID(gate.index)]) {
        if let read = place[input.index] { readers[read, default: []].append(reader) }
      }
    }
    var isOpen = [Bool](repeating: true, count: cycle.count)
    var goesOn = true
    while goesOn {
      goesOn = false
      for (number, gate) in cycle.enumerated() where isOpen[number] {
        isOpen[number] = false
        let family = try retrying { () throws(DiagramLimit) in
          try self.family(of: gate, isOnCycle: true)
        }
        if families.nodeCount > collectsAt { collect([family]) }
        guard family != values[gate.index] else { continue }
        values[gate.index] = family
        goesOn = true
        for reader in readers[number, default: []] { isOpen[reader] = true }
      }
    }
  }

  // MARK: - Gates

  /// The family of a gate from those of its inputs.
  private func family(of gate: GateID, isOnCycle: Bool) throws(DiagramLimit) -> SetFamily {
    let inputs = graph.inputs(of: gate)
    switch graph.gate(gate) {
    case .constant(let value): return value != isDual ? .unit : SetFamily.none
    case .event(let event):
      guard let level = levels[event.index], order ?? 1 > 0 else { return SetFamily.none }
      return try families.single(level)
    case .and: return try isDual ? union(inputs.map(value)) : product(inputs.map(value))
    case .or: return try isDual ? product(inputs.map(value)) : union(inputs.map(value))
    case .atLeast(let count):
      // So many true, or so many not true that the rest is too few.
      return try atLeast(isDual ? inputs.count - count + 1 : count, inputs.map(value))
    case .disconnected(let question):
      return try disconnected(question, isOnCycle: isOnCycle)
    case .xor: preconditionFailure("a parity does not rise")
    }
  }

  /// The family of an input.
  func value(_ gate: GateID) -> SetFamily {
    if case .constant(let value) = graph.gate(gate) {
      return (value != gate.isNegated) != isDual ? .unit : SetFamily.none
    }
    guard let family = values[gate.index] else { preconditionFailure("inputs come first") }
    return family
  }

  /// The minimal sets of any of some families, merged in pairs so that a wide gate stays cheap.
  func union(_ given: [SetFamily]) throws(DiagramLimit) -> SetFamily {
    var row = given.filter { $0 != SetFamily.none }
    if row.contains(.unit) { return .unit }
    row.sort { (families.level(of: $0) ?? 0) < (families.level(of: $1) ?? 0) }
    while row.count > 1 {
      var next: [SetFamily] = []
      for place in stride(from: 0, to: row.count, by: 2) {
        next.append(
          place + 1 < row.count
            ? try families.minimalUnion(row[place], row[place + 1]) : row[place])
      }
      row = next
    }
    return row.first ?? SetFamily.none
  }

  /// The minimal sets of all of some families together.
  func product(_ given: [SetFamily]) throws(DiagramLimit) -> SetFamily {
    if given.contains(SetFamily.none) { return SetFamily.none }
    var result = SetFamily.unit
    for family in given.sorted(by: { (families.level(of: $0) ?? 0) > (families.level(of: $1) ?? 0) }
    )
    where family != .unit {
      result = try families.minimalProduct(result, family, atMost: order)
      if result == SetFamily.none { return result }
    }
    return result
  }

  /// The minimal sets of at least so many of some families.
  private func atLeast(_ count: Int, _ given: [SetFamily]) throws(DiagramLimit) -> SetFamily {
    if count <= 0 { return .unit }
    if count > given.count { return SetFamily.none }
    // For each number the sets that make so many of those looked at so far true.
    var rows = [SetFamily.unit] + [SetFamily](repeating: SetFamily.none, count: count)
    for (place, family) in given.enumerated() where family != SetFamily.none {
      let least = max(1, count - (given.count - place - 1))
      for number in stride(from: min(count, place + 1), through: least, by: -1) {
        let added = try families.minimalProduct(rows[number - 1], family, atMost: order)
        rows[number] = try families.minimalUnion(rows[number], added)
      }
    }
    return rows[count]
  }
}

extension GateGraph {
  /// Whether a gate never becomes false again by one more event: nothing that it comes to, but
  /// constants, is negated, and nothing is a parity.
  ///
  /// - Parameter top: A gate.
  /// - Returns: Whether that is so.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  public func isRising(below top: GateID) -> Bool {
    var isMet = [Bool](repeating: false, count: gateCount)
    var isAsked = [Bool](repeating: false, count: wirings.count)
    var stack = [top]
    func isConstant(_ gate: GateID) -> Bool {
      if case .constant = self.gate(gate) { true } else { false }
    }
    while let gate = stack.popLast() {
      if isConstant(gate) { continue }
      if gate.isNegated { return false }
      guard !isMet[gate.index] else { continue }
      isMet[gate.index] = true
      switch self.gate(gate) {
      case .xor: return false
      case .disconnected(let question):
        guard !isAsked[question.wiring] else { continue }
        isAsked[question.wiring] = true
        let wiring = wirings[question.wiring]
        stack += wiring.nodes + wiring.links.map(\.failure)
      default: stack += inputs(of: gate)
      }
    }
    return true
  }
}

extension GateDependence {
  /// Numbers events as they are first met, going down from a gate: what is read together is close.
  ///
  /// The events that a gate reads itself come before those below the gates that it reads, so that a
  /// disjunction of an event and a large family costs no walk through the family.
  ///
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  fileprivate func eventLevels(
    of graph: GateGraph, from top: GateID
  ) -> (levels: [Int?], events: [EventID]) {
    var levels = [Int?](repeating: nil, count: graph.eventCount)
    var events: [EventID] = []
    var isMet = [Bool](repeating: false, count: graph.gateCount)
    func meet(_ gate: VertexID) {
      guard case .event(let event) = graph.gate(GateID(gate.index)), levels[event.index] == nil
      else { return }
      levels[event.index] = events.count
      events.append(event)
    }
    var stack = [VertexID(top.index)]
    while let gate = stack.popLast() {
      guard !isMet[gate.index] else { continue }
      isMet[gate.index] = true
      meet(gate)
      for input in rows[gate] { meet(input) }
      for input in rows[gate].reversed() where !isMet[input.index] { stack.append(input) }
    }
    return (levels, events)
  }
}
