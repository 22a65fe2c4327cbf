/// What some works do together, cut at every instant at which something changes.
struct WorksAxis: Sendable {
  /// A time during which a component is hit in one way, in seconds from the start of the first work.
  struct Piece: Hashable, Sendable {
    let from: Double
    var until: Double
    let grade: Grade
    let verdict: Verdict
    let isPassing: Bool
    let because: [String]

    /// Whether another one says the same.
    func isLike(_ other: Piece) -> Bool {
      grade == other.grade && verdict == other.verdict && isPassing == other.isPassing
        && because == other.because
    }
  }

  /// What happens to each component that is watched, by time; nothing for those that are not hit.
  private(set) var pieces: [VertexID: [Piece]] = [:]
  /// The times during which anything is out, by time, those that touch put together.
  private(set) var disturbed: [ClosedRange<Double>] = []

  /// How a component is hit at a moment.
  ///
  /// - Complexity: O(*k*) for *k* pieces.
  func grade(of vertex: VertexID, at time: Double) -> Grade {
    pieces[vertex, default: []].first { $0.from <= time && time < $0.until }?.grade
      ?? .notAffected
  }

  mutating func add(_ piece: Piece, to vertex: VertexID) {
    guard var last = pieces[vertex]?.last, last.until == piece.from, last.isLike(piece) else {
      pieces[vertex, default: []].append(piece)
      return
    }
    last.until = piece.until
    pieces[vertex]?.removeLast()
    pieces[vertex]?.append(last)
  }

  mutating func disturb(from start: Double, until end: Double) {
    if let last = disturbed.last, last.upperBound == start {
      disturbed[disturbed.count - 1] = last.lowerBound...end
    } else {
      disturbed.append(start...end)
    }
  }
}

/// What is out of a timeline at one time after the other.
struct OutageSweep {
  private let outages: [(vertex: VertexID, outage: Timeline.Outage)]
  private var next = 0
  /// What is out, with since when.
  private(set) var out: [VertexID: Double] = [:]
  private var ends: [(until: Double, vertex: VertexID)] = []

  /// - Complexity: O(*n* log *n*) for *n* outages.
  init(_ timeline: Timeline) {
    outages = timeline.affected.flatMap { vertex in
      timeline.outages(of: vertex).map { (vertex, $0) }
    }.sorted { ($0.outage.from, $0.vertex) < ($1.outage.from, $1.vertex) }
  }

  /// The instants at which something goes out or comes back.
  var instants: [Double] {
    outages.flatMap { [$0.outage.from, $0.outage.until] }.filter { $0 < .infinity }
  }

  /// Goes on to a later time.
  ///
  /// - Complexity: O(*n*) for *n* that are out.
  mutating func advance(to time: Double) {
    for end in ends where end.until <= time { out[end.vertex] = nil }
    ends.removeAll { $0.until <= time }
    while next < outages.count, outages[next].outage.from <= time {
      let (vertex, outage) = outages[next]
      next += 1
      guard outage.until > time else { continue }
      out[vertex] = outage.from
      ends.append((outage.until, vertex))
    }
  }
}
