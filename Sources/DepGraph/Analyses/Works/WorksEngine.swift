/// Computes what sets of works do; it keeps what it has computed.
final class WorksEngine {
  /// What is looked at: processes and consumers, and the channels of contacts; in a model without
  /// processes and consumers everything.
  let watched: [VertexID]
  /// Whether everything is looked at.
  let watchesAll: Bool
  /// The works that fail something, by their place.
  let failing: [Int]
  /// The start of the first work, from which seconds count.
  let start: Instant

  private let compiled: CompiledModel
  private let windows: [PlannedWorks.Window]
  private let possible: TimelineModel
  private let certain: TimelineModel
  private var axes: [[Int]: WorksAxis] = [:]
  private var untold: [Untold: [VertexID: [String]]] = [:]

  private struct Untold: Hashable {
    let out: [VertexID]
    let unknown: [String]
  }

  /// When things are in works, in seconds from the start of the first work.
  private typealias Spans = [VertexID: [(from: Double, until: Double)]]

  /// After this time nobody waits for the end of what works started: 30 days after the last.
  private static let patience = 30.0 * 86_400

  init(_ windows: [PlannedWorks.Window], in compiled: CompiledModel) {
    self.windows = windows
    self.compiled = compiled
    let users = compiled.vertices(ofKinds: [.process, .consumer])
    let channels = compiled.model.contacts.flatMap(\.reach).compactMap(compiled.vertex(of:))
    watchesAll = users.isEmpty
    watched = watchesAll ? compiled.componentVertices : Set(users + channels).sorted()
    failing = windows.indices.filter { windows[$0].treatment == .out }
    start = windows.map(\.notice.start).min() ?? Instant(secondsSinceEpoch: 0)
    possible = TimelineModel(compiled, reading: .possible)
    certain = TimelineModel(compiled, reading: .certain)
  }

  /// A moment in seconds from the start.
  func seconds(_ instant: Instant) -> Double {
    instant.secondsSinceEpoch - start.secondsSinceEpoch
  }

  /// When a work goes on, in seconds from the start.
  func span(of window: Int) -> (from: Double, until: Double) {
    (seconds(windows[window].notice.start), seconds(windows[window].notice.end))
  }

  /// What some works do together.
  ///
  /// - Parameter works: Their places, ascending.
  /// - Returns: Who is hit when.
  /// - Complexity: That of two timelines, and for each instant at which something changes that of the
  ///   propagation of what is out.
  func axis(of works: [Int]) -> WorksAxis {
    if let known = axes[works] { return known }
    let axis = makeAxis(works)
    axes[works] = axis
    return axis
  }

  /// What one work does alone, as it is told.
  func alone(_ window: Int, in zone: ZoneOffsets) -> [PlannedWorks.Effect] {
    let axis = axis(of: [window])
    return axis.pieces.keys.sorted().compactMap { vertex in
      guard compiled.component(vertex)?.isUser == true || watchesAll else { return nil }
      let spells = axis.pieces[vertex, default: []].map { piece in
        PlannedWorks.Spell(piece, after: start, in: zone, windows: [window], isTogether: false)
      }
      return PlannedWorks.Effect(vertex: vertex, spells: spells)
    }
  }

  // MARK: - Computing

  private func makeAxis(_ works: [Int]) -> WorksAxis {
    var axis = WorksAxis()
    let spans = spans(of: works)
    let events = Self.events(of: spans)
    let last = works.map { span(of: $0).until }.max() ?? 0
    let timelines = [possible, certain].map {
      $0.timeline(of: events, until: last + Self.patience)
    }
    var sweeps = timelines.map(OutageSweep.init)
    let borders = works.flatMap { [span(of: $0).from, span(of: $0).until] }
    let cuts = Set(borders + sweeps.flatMap(\.instants)).sorted()
    for (place, from) in cuts.enumerated() {
      let until = place + 1 < cuts.count ? cuts[place + 1] : .infinity
      for index in sweeps.indices { sweeps[index].advance(to: from) }
      let segment = WorksSegment(
        from: from, until: until, out: sweeps.map(\.out), failed: Self.failed(spans, at: from),
        unknown: unknown(works, at: from))
      if segment.isQuiet { continue }
      if !segment.out[0].isEmpty { axis.disturb(from: from, until: until) }
      let told = untold(segment)
      for (vertex, piece) in segment.pieces(of: watched, in: compiled, untold: told) {
        axis.add(piece, to: vertex)
      }
    }
    return axis
  }

  /// What fails and comes back, works at the same thing put together.
  private static func events(of spans: Spans) -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    for (vertex, spans) in spans.sorted(by: { $0.key < $1.key }) {
      for span in spans {
        events.append(.init(.fail, vertex, at: span.from))
        events.append(.init(.restore, vertex, at: span.until))
      }
    }
    return events
  }

  /// When each thing is in works, without gaps of no length.
  private func spans(of works: [Int]) -> Spans {
    var spans: Spans = [:]
    // By start already, as works are.
    for window in works {
      let span = span(of: window)
      for vertex in windows[window].vertices {
        if let last = spans[vertex]?.last, span.from <= last.until {
          spans[vertex]?.removeLast()
          spans[vertex]?.append((last.from, max(last.until, span.until)))
        } else {
          spans[vertex, default: []].append(span)
        }
      }
    }
    return spans
  }

  /// What is in works at a moment, with since when.
  private static func failed(_ spans: Spans, at time: Double) -> [VertexID: Double] {
    spans.compactMapValues { spans in
      spans.first { $0.from <= time && time < $0.until }?.from
    }
  }

  /// Of what is in works at a moment that which nobody knows.
  private func unknown(_ works: [Int], at time: Double) -> [String] {
    works.filter { span(of: $0).from <= time && time < span(of: $0).until }
      .flatMap { windows[$0].unknown }
  }

  /// Of whom it cannot be told in a segment, or who may be worse off, with the reasons.
  private func untold(_ segment: WorksSegment) -> [VertexID: [String]] {
    let key = Untold(
      out: Set(segment.out[0].keys).union(segment.failed.keys).sorted(), unknown: segment.unknown)
    if let known = untold[key] { return known }
    let blast = BlastRadius(.init(Seeds(key.out, unknownExtent: key.unknown)), in: compiled)
    var reasons = Dictionary(
      uniqueKeysWithValues: blast.cannotTell.map { ($0.vertex, $0.because) })
    for hit in blast.degraded + blast.reducedRedundancy where !hit.couldBeDown.isEmpty {
      reasons[hit.vertex] = hit.couldBeDown
    }
    untold[key] = reasons
    return reasons
  }
}
