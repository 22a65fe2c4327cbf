/// Who worked when, and who worked in full.
public struct LevelTimeline: Sendable {
  /// A time during which something did not work, or worked degraded.
  public struct Stretch: Hashable, Sendable {
    /// When it begins, in seconds.
    public let from: Double
    /// The first instant after it; infinite if it had not ended by the end of the run.
    public let until: Double
    /// Whether it did not work at all.
    public let isDown: Bool
  }

  /// The outages.
  public let down: Timeline
  /// The elements that are degraded although nothing has failed, in order.
  public let degradedAtRest: [VertexID]
  /// The first instant of which nothing is said any more, in seconds; infinite: from the last change
  /// on all stays as it is.
  public let knownUntil: Double
  private let lessThanFull: Timeline
  private let elementCount: Int
  private let shown: [VertexID: VertexID]

  init(
    down: Timeline, lessThanFull: Timeline, elementCount: Int, shown: [VertexID: VertexID],
    degradedAtRest: [VertexID], horizon: Double
  ) {
    self.down = down
    self.lessThanFull = lessThanFull
    self.elementCount = elementCount
    self.shown = shown
    self.degradedAtRest = degradedAtRest
    knownUntil = min(down.knownUntil(horizon), lessThanFull.knownUntil(horizon))
  }

  /// What did not work, or was degraded, at some time, ascending.
  ///
  /// - Complexity: O(*n* log *n*) for *n* affected elements.
  public var affected: [VertexID] {
    let own = lessThanFull.affected.filter { $0.index < elementCount && shown[$0] == nil }
    let seen = shown.filter { !lessThanFull.outages(of: $0.value).isEmpty }.map(\.key)
    return Set(own + seen + down.affected).sorted()
  }

  /// When an element did not work or worked degraded, in the order of time; between these stretches
  /// it worked as it does at rest.
  ///
  /// - Complexity: O(log *n* + *k*) for *n* affected elements and *k* stretches.
  public func stretches(of vertex: VertexID) -> [Stretch] {
    let outages = down.outages(of: vertex)
    var found: [Stretch] = []
    var next = outages.startIndex
    for lack in lessThanFull.outages(of: shown[vertex] ?? vertex) {
      var now = lack.from
      // What is down is not full: its outages lie inside.
      while next < outages.endIndex, outages[next].from < lack.until {
        let outage = outages[next]
        if now < outage.from { found.append(Stretch(from: now, until: outage.from, isDown: false)) }
        found.append(Stretch(from: outage.from, until: outage.until, isDown: true))
        now = outage.until
        next += 1
      }
      if now < lack.until { found.append(Stretch(from: now, until: lack.until, isDown: false)) }
    }
    // Those of what is degraded at rest stand alone.
    found += outages[next...].map { Stretch(from: $0.from, until: $0.until, isDown: true) }
    return found
  }
}

extension Timeline {
  /// The first instant that a run up to a horizon says nothing of.
  fileprivate func knownUntil(_ horizon: Double) -> Double {
    switch ending {
    case .quiet, .horizon: horizon
    case .repeats, .unsettled: end
    }
  }
}
