/// A model made ready for running through time on both levels: working, and working in full.
///
///     let model = LevelTimelineModel(compiled)
///     let timeline = model.timeline(of: [.init(.degrade, clock, at: 0), .init(.restore, clock, at: 3600)])
///     timeline.stretches(of: portal)  // [0, 3600): degraded
///
/// Working never depends on working in full. So who works is found first, exactly as
/// ``TimelineModel`` finds it; then, on a second graph, what happens to it from outside is taken for
/// given: what does not work is not full.
public struct LevelTimelineModel: Sendable {
  /// The reading of uncertain facts.
  public let reading: Reading
  private let working: TimelineModel
  private let full: TimedGraph
  private let elementCount: Int
  /// The units that are up while an element works, for those who put up with its being degraded.
  private let standIns: [VertexID: VertexID]
  /// The units that show the level of elements that are degraded for themselves only.
  private let shown: [VertexID: VertexID]
  /// The elements that are shown degraded although nothing has failed, in order.
  private let degradedAtRest: [VertexID]

  /// Makes a model ready.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - reading: How sure uncertain facts are taken to be.
  ///   - restarts: How long components take to recover, where that is not what the model says.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* components with *r* requirements.
  public init(
    _ model: CompiledModel, reading: Reading = .written, restarts: [VertexID: TimeSpan] = [:]
  ) {
    self.reading = reading
    working = TimelineModel(model, reading: reading, restarts: restarts)
    elementCount = model.table.count
    let needs = FullnessNeeds(of: model, reading)
    let elements = (0..<elementCount).map { VertexID($0) }
    var next = elementCount
    let number = { (keys: [VertexID]) -> [VertexID: VertexID] in
      defer { next += keys.count }
      return Dictionary(
        uniqueKeysWithValues: keys.enumerated().map { ($0.element, VertexID(next + $0.offset)) })
    }
    standIns = number(needs.tolerated)
    shown = number(needs.degradedAlone)
    let nothing: [VertexID] = []
    let atRest = model.reading(reading).times(from: nothing)
    let lacking = elements.filter { atRest.offersLessThanWhole($0) < .infinity }
    degradedAtRest = elements.filter { atRest.lessThanWhole($0) < .infinity }
    let shownAtRest = degradedAtRest.compactMap { [shown] in shown[$0] }
    var compiler = TimelineCompiler(
      model, unitCount: next,
      fullness: .init(standIns: standIns, lackingAtRest: lacking + shownAtRest))
    for (vertex, need) in needs.all {
      if let formula = need.formula { compiler.add(formula, to: vertex) }
      if let shown = shown[vertex] { compiler.graph.addInput(vertex, to: shown) }
      for reference in need.soft {
        let unit = reference.isScopedToSelf ? shown[vertex] ?? vertex : vertex
        compiler.graph.addInput(compiler.vertex(of: reference), to: unit)
      }
    }
    full = compiler.graph.build(circlesComeBack: true)
  }

  /// Who works, and who works in full, when some things happen.
  ///
  /// - Parameters:
  ///   - events: What happens, in any order; see ``TimelineModel/timeline(of:until:)``.
  ///   - horizon: The last instant to compute, in seconds.
  /// - Returns: The outages and the degraded stretches of components and common causes.
  /// - Complexity: That of two timelines, and of a search of each circle of things that degrade each
  ///   other, whenever one of it changes.
  public func timeline(
    of events: [TimelineEvent], until horizon: Double = .infinity
  ) -> LevelTimeline {
    let down = working.timeline(of: events, until: horizon)
    var changes: [TimelineEvent] = []
    var lacks: [VertexID: [Range<Double>]] = degradations(in: events)
    for vertex in down.affected {
      for outage in down.outages(of: vertex) {
        lacks[vertex, default: []].append(outage.from..<outage.until)
        if let standIn = standIns[vertex] {
          changes += Self.changes(of: standIn, lacking: outage.from..<outage.until)
        }
      }
    }
    for vertex in lacks.keys.sorted() {
      changes += lacks[vertex, default: []].merged.flatMap {
        Self.changes(of: vertex, lacking: $0)
      }
    }
    // What goes round for ever is known only as far as it was followed.
    var known = horizon
    switch down.ending {
    case .repeats, .unsettled: known = min(horizon, down.end)
    case .quiet, .horizon: break
    }
    var run = TimelineRun(full)
    return LevelTimeline(
      down: down, lessThanFull: run.run(changes, until: known), elementCount: elementCount,
      shown: shown, degradedAtRest: degradedAtRest, horizon: known)
  }

  private static func changes(of unit: VertexID, lacking span: Range<Double>) -> [TimelineEvent] {
    let end =
      span.upperBound < .infinity ? [TimelineEvent(.restore, unit, at: span.upperBound)] : []
    return [TimelineEvent(.fail, unit, at: span.lowerBound)] + end
  }

  /// From when until when each element is degraded from outside.
  private func degradations(in events: [TimelineEvent]) -> [VertexID: [Range<Double>]] {
    var begun: [VertexID: Double] = [:]
    var spans: [VertexID: [Range<Double>]] = [:]
    // At one instant restores come first.
    let order = events.sorted {
      ($0.time, $0.change == .degrade ? 1 : 0) < ($1.time, $1.change == .degrade ? 1 : 0)
    }
    for event in order {
      switch event.change {
      case .degrade:
        if begun[event.vertex] == nil { begun[event.vertex] = event.time }
      case .restore, .restoreByHand:
        guard let start = begun.removeValue(forKey: event.vertex), start < event.time else { break }
        spans[event.vertex, default: []].append(start..<event.time)
      case .fail: break
      }
    }
    for (vertex, start) in begun { spans[vertex, default: []].append(start..<Double.infinity) }
    return spans
  }
}

/// What the elements of a model need to work in full.
private struct FullnessNeeds {
  struct Need {
    let formula: Formula?
    let soft: [FormulaReference]
  }

  private(set) var all: [(vertex: VertexID, need: Need)] = []
  /// The elements that somebody puts up with when they are degraded, in order.
  let tolerated: [VertexID]
  /// The elements that something degrades for themselves only, in order.
  let degradedAlone: [VertexID]

  init(of model: CompiledModel, _ reading: Reading) {
    let builder = FormulaBuilder(table: model.table, networks: model.networks)
    var tolerated: Set<VertexID> = []
    var alone: [VertexID] = []
    for vertex in model.componentVertices {
      guard let component = model.component(vertex) else { continue }
      let soft = component.degradesWithout.compactMap(builder.soft).filter {
        !(reading == .certain && $0.isUncertain)
      }
      let formula = builder.requirement(of: component, at: vertex).read(reading)
      for reference in soft + (formula?.references ?? []) where reference.toleratesDegraded {
        tolerated.insert(reference.vertex)
      }
      if soft.contains(where: \.isScopedToSelf) { alone.append(vertex) }
      all.append((vertex, Need(formula: formula, soft: soft)))
    }
    self.tolerated = tolerated.sorted()
    degradedAlone = alone
  }
}

extension Formula {
  /// Its references, those of its groups included.
  fileprivate var references: [FormulaReference] {
    switch self {
    case .met, .unknown, .path: []
    case .reference(let reference): [reference]
    case .group(let group): group.members.flatMap(\.references)
    }
  }
}
