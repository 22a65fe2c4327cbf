/// One line of a scenario's timeline: something done, or something that follows.
public struct ScenarioEntry: Hashable, Sendable {
  /// What it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// It fails by itself.
    case fail
    /// It is degraded by itself.
    case degrade
    /// Its repair begins.
    case repairBegins = "repair-begins"
    /// It is restored.
    case restore
    /// Its outage is found out.
    case discover
    /// A level of escalation is called.
    case escalate
    /// A contact is told.
    case notify
    /// A remark of the author.
    case remark
    /// It goes into another state, as a consequence.
    case change
  }

  /// When, in seconds since the start.
  public let at: Double
  /// What it is.
  public let kind: Kind
  /// The element that it is about; nil: a level, a contact or a remark.
  public let vertex: VertexID?
  /// The id of what it is about; nil for a remark.
  public let id: String?
  /// The state of the element at the end of that instant.
  public let state: Observation.State?
  /// What brings it about: for a loss what was needed and does not work, for a gain what came back
  /// last.
  public let because: [VertexID]
  /// Whether it is a change for the better.
  public let isGain: Bool
  /// The place of the event among those of the scenario; nil: it follows from them.
  public let event: Int?
}

/// What a scenario does to a model, event by event, with its repairs.
struct ScenarioChanges {
  /// One thing done to an element, or said of it.
  struct Deed {
    let at: Double
    let kind: ScenarioEntry.Kind
    let vertex: VertexID?
    let id: String?
    let event: Int?
    /// Whether a restore is a start by hand.
    var isByHand = false
  }

  /// All that is done, by time, in the order written.
  private(set) var deeds: [Deed] = []
  private(set) var repairs: [ScenarioRepair] = []
  /// The selectors that nothing stands behind.
  private(set) var emptySelectors: [String] = []
  /// The selectors of which the model does not know all members.
  private(set) var unknownExtent: [String] = []
  private var resolved: [String: [VertexID]] = [:]

  /// Collects what is done.
  ///
  /// - Complexity: O(*d* log *d*) for *d* deeds, and that of resolving each selector once.
  init(_ scenario: Scenario, in compiled: CompiledModel) throws(InvalidInput) {
    for (number, event) in scenario.events.enumerated() {
      try add(event, number, in: compiled)
    }
    repairs = ScenarioRepairs(scenario, in: compiled).repairs(for: deeds)
    for repair in repairs {
      guard let end = repair.end else { continue }
      deeds.append(
        Deed(
          at: end, kind: .restore, vertex: repair.vertex, id: compiled.table.id(of: repair.vertex),
          event: nil))
    }
    let order = deeds.indices.sorted { (deeds[$0].at, $0) < (deeds[$1].at, $1) }
    deeds = order.map { deeds[$0] }
  }

  private mutating func add(
    _ event: Scenario.Event, _ number: Int, in compiled: CompiledModel
  ) throws(InvalidInput) {
    let done: [(kind: ScenarioEntry.Kind, selectors: [String])] = [
      (.restore, event.restore), (.fail, event.fail), (.degrade, event.degrade),
      (.repairBegins, event.repairBegins), (.discover, event.discover),
    ]
    let count = deeds.count
    for (kind, selectors) in done {
      for selector in selectors {
        for vertex in try elements(selector, in: compiled) {
          deeds.append(
            Deed(
              at: event.at, kind: kind, vertex: vertex, id: compiled.table.id(of: vertex),
              event: number, isByHand: kind == .restore && event.isManual))
        }
      }
    }
    for (kind, ids) in [(ScenarioEntry.Kind.escalate, event.escalate), (.notify, event.notify)] {
      deeds += ids.map { Deed(at: event.at, kind: kind, vertex: nil, id: $0, event: number) }
    }
    if deeds.count == count {
      deeds.append(Deed(at: event.at, kind: .remark, vertex: nil, id: nil, event: number))
    }
  }

  private mutating func elements(
    _ selector: String, in compiled: CompiledModel
  ) throws(InvalidInput) -> [VertexID] {
    if let known = resolved[selector] { return known }
    let seeds = try compiled.seeds([selector])
    unknownExtent += seeds.unknownExtent
    if seeds.vertices.isEmpty { emptySelectors.append(selector) }
    resolved[selector] = seeds.vertices
    return seeds.vertices
  }

  /// The same for a run through time.
  ///
  /// - Complexity: O(*d*) for *d* deeds.
  var timelineEvents: [TimelineEvent] {
    deeds.compactMap { deed in
      guard let vertex = deed.vertex else { return nil }
      switch deed.kind {
      case .fail: return TimelineEvent(.fail, vertex, at: deed.at)
      case .degrade: return TimelineEvent(.degrade, vertex, at: deed.at)
      case .restore:
        return TimelineEvent(deed.isByHand ? .restoreByHand : .restore, vertex, at: deed.at)
      case .repairBegins, .discover, .escalate, .notify, .remark, .change: return nil
      }
    }
  }

  /// What fails by itself at some time, in order.
  ///
  /// - Complexity: O(*d* log *d*) for *d* deeds.
  var failed: [VertexID] {
    Set(deeds.lazy.filter { $0.kind == .fail }.compactMap(\.vertex)).sorted()
  }
}
