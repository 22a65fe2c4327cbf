/// The repair of something that failed, from when it begins.
public struct ScenarioRepair: Hashable, Sendable {
  /// Where its length is from.
  public enum Basis: Hashable, Sendable {
    /// The time within which a contract promises to restore it.
    case contract(String)
    /// Its own repair time.
    case own
    /// Its mean time to repair.
    case mean
  }

  /// What is repaired.
  public let vertex: VertexID
  /// When the repair begins, in seconds since the start.
  public let start: Double
  /// When somebody works on it first: the crew or the contract may have to wait for its hours.
  public let opens: Double
  /// The working time that it takes, in seconds; nil: nobody wrote it down.
  public let work: Double?
  /// Where that is from.
  public let basis: Basis?
  /// The id of the crew that does it.
  public let crew: String?
  /// When it is done; nil: not known.
  public let end: Double?
  /// Whether the hours of the crew or the contract could not be counted, because the scenario has no
  /// start.
  public let ignoresHours: Bool
  /// Whether the plan decided it, not an event.
  public let isPlanned: Bool
}

/// The repairs of a scenario: when those end that its events begin, or that its plan does.
struct ScenarioRepairs {
  private let scenario: Scenario
  private let compiled: CompiledModel
  private let crews: [String: Crew]
  private let covering: [VertexID: [Contract]]

  /// - Complexity: O(*c*·*n*) for what *c* contracts cover of *n* elements.
  init(_ scenario: Scenario, in compiled: CompiledModel) {
    self.scenario = scenario
    self.compiled = compiled
    crews = Dictionary(compiled.model.crews.map { ($0.id, $0) }) { first, _ in first }
    let needsContracts =
      scenario.repair == .plan || scenario.events.contains { !$0.repairBegins.isEmpty }
    covering = needsContracts ? compiled.coveringContracts(on: scenario.day(in: compiled)) : [:]
  }

  /// The repairs, by time.
  ///
  /// - Complexity: O(*d* log *d*) for *d* deeds.
  func repairs(for deeds: [ScenarioChanges.Deed]) -> [ScenarioRepair] {
    var found: [ScenarioRepair] = []
    var byElement: [VertexID: [ScenarioChanges.Deed]] = [:]
    for deed in deeds {
      guard let vertex = deed.vertex else { continue }
      byElement[vertex, default: []].append(deed)
    }
    let discoveries = deeds.filter { $0.kind == .discover }.map(\.at).sorted()
    for vertex in byElement.keys.sorted() {
      let own = byElement[vertex, default: []].enumerated().sorted {
        ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
      }.map(\.element)
      found += repairs(of: vertex, own, discoveries: discoveries)
    }
    return found.sorted { ($0.start, $0.vertex) < ($1.start, $1.vertex) }
  }

  private func repairs(
    of vertex: VertexID, _ deeds: [ScenarioChanges.Deed], discoveries: [Double]
  ) -> [ScenarioRepair] {
    var found: [ScenarioRepair] = []
    for (place, deed) in deeds.enumerated() {
      let later = deeds[(place + 1)...]
      // An event that says when it is restored, or that it failed anew, is worth more than a figure.
      let isToldOtherwise = { (kinds: Set<ScenarioEntry.Kind>) in
        later.contains { kinds.contains($0.kind) }
      }
      switch deed.kind {
      case .repairBegins:
        guard !isToldOtherwise([.restore, .fail, .repairBegins]) else { continue }
        let event = deed.event.map { scenario.events[$0] }
        found.append(repair(of: vertex, from: deed.at, by: event?.actor, isPlanned: false))
      case .fail, .degrade:
        guard scenario.repair == .plan,
          !isToldOtherwise([.restore, .fail, .degrade, .repairBegins])
        else { continue }
        let start = discoveries.first { $0 >= deed.at } ?? deed.at
        found.append(repair(of: vertex, from: start, by: nil, isPlanned: true))
      case .restore, .discover, .escalate, .notify, .remark, .change: continue
      }
    }
    return found
  }

  private func repair(
    of vertex: VertexID, from start: Double, by actor: String?, isPlanned: Bool
  ) -> ScenarioRepair {
    let crew = actor.flatMap { crews[$0] }
    var work: Double?
    var basis: ScenarioRepair.Basis?
    var hours = WeeklyHours.always
    if let (contract, within) = promise(for: vertex) {
      (work, basis, hours) = (within, .contract(contract.id), contract.serviceWindow)
    } else if let own = compiled.component(vertex)?.repair {
      (work, basis) = (own.seconds, .own)
    } else if let mean =
      (compiled.component(vertex)?.dependability
      ?? compiled.commonCause(vertex)?.dependability)?.meanTimeToRepair
    {
      (work, basis) = (mean.seconds, .mean)
    }
    if let crew { hours = crew.hours }
    var end = work.map { start + $0 }
    var opens = start
    if let seconds = work, let span = TimeSpan(seconds: seconds), let origin = scenario.start {
      let begun = origin.advanced(by: start)
      let since = { (instant: Instant) in instant.secondsSinceEpoch - origin.secondsSinceEpoch }
      opens = since(hours.firstInstant(atOrAfter: begun))
      end = since(hours.instant(after: span, from: begun))
    }
    return ScenarioRepair(
      vertex: vertex, start: start, opens: opens, work: work, basis: basis, crew: crew?.id,
      end: end,
      ignoresHours: work != nil && scenario.start == nil && hours != .always,
      isPlanned: isPlanned)
  }

  /// The shortest time to restore that a contract on an element promises.
  private func promise(for vertex: VertexID) -> (contract: Contract, within: Double)? {
    let week = Instant(secondsSinceEpoch: 0)
    return covering[vertex, default: []].compactMap { contract in
      AgreedRestore(of: contract, in: scenario.start ?? week, at: nil).map { (contract, $0.within) }
    }.min { $0.1 < $1.1 }
  }
}

extension Scenario {
  /// The day whose contracts hold: that of the start, else that of the model.
  func day(in compiled: CompiledModel) -> CalendarDate? { start?.day ?? compiled.model.asOf }
}

extension CompiledModel {
  /// The contracts in force on a day that cover each element, in the order declared.
  ///
  /// - Complexity: O(*c*·*n*) for *c* contracts and *n* elements.
  func coveringContracts(on day: CalendarDate?) -> [VertexID: [Contract]] {
    var found: [VertexID: [Contract]] = [:]
    for contract in model.contracts where contract.isValid(on: day) {
      for vertex in coverage(of: contract).vertices { found[vertex, default: []].append(contract) }
    }
    return found
  }
}
