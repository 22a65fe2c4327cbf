/// Who is out when, after some things failed and some came back.
public struct Timeline: Sendable {
  /// A time during which something does not work: from an instant until just before another.
  public struct Outage: Hashable, Sendable {
    /// The first instant at which it does not work, in seconds.
    public let from: Double
    /// The first instant at which it works again; infinite if it had not by the end of the run.
    public let until: Double
    /// By how much its length grows with each second that the shifting event is shifted: −1, 0, 1.
    let growth: Double

    init(from: TimelineMoment, until: TimelineMoment) {
      self.from = from.seconds
      self.until = until.seconds
      growth = until == .never ? 0 : (until.moves ? 1 : 0) - (from.moves ? 1 : 0)
    }

    /// How long it lasts, in seconds; infinite if it had not ended by the end of the run.
    public var length: Double { until - from }
  }

  /// Why a run ended.
  public enum Ending: Hashable, Sendable {
    /// Nothing was going to change any more: what is out stays so.
    case quiet
    /// The horizon was reached: what is out may come back later.
    case horizon
    /// From here on everything comes again, with this period in seconds. An outage that had not
    /// ended is either one without end, or the last seen of those that come again.
    case repeats(Double)
    /// It went on changing for so long that it was stopped.
    case unsettled
  }

  /// What was out at some time, ascending.
  public let affected: [VertexID]
  /// Why the run ended.
  public let ending: Ending
  /// The last instant that was computed.
  public let end: Double
  private let firsts: [Int]
  private let outages: [Outage]

  /// Sorts outages by vertex, those of one vertex in the order given.
  init(_ found: [(vertex: VertexID, outage: Outage)], ending: Ending, end: Double) {
    let order = found.indices.sorted { (found[$0].vertex, $0) < (found[$1].vertex, $1) }
    var affected: [VertexID] = []
    var firsts: [Int] = []
    for (place, index) in order.enumerated() where affected.last != found[index].vertex {
      affected.append(found[index].vertex)
      firsts.append(place)
    }
    self.affected = affected
    self.firsts = firsts + [order.count]
    outages = order.map { found[$0].outage }
    self.ending = ending
    self.end = end
  }

  /// When a vertex was out, in the order of time.
  ///
  /// - Complexity: O(log *n*) for *n* affected vertices.
  public func outages(of vertex: VertexID) -> ArraySlice<Outage> {
    let place = affected.partitioningIndex { $0 >= vertex }
    guard place < affected.count, affected[place] == vertex else { return [] }
    return outages[firsts[place]..<firsts[place + 1]]
  }

  /// How long the longest single outage of a vertex lasts, in seconds; 0 if it has none.
  ///
  /// - Complexity: O(log *n* + *k*) for *n* affected vertices and *k* outages of this one.
  public func longestOutage(of vertex: VertexID) -> Double {
    outages(of: vertex).lazy.map(\.length).max() ?? 0
  }

  /// Whether a vertex works at an instant.
  ///
  /// - Complexity: O(log *n* + *k*) for *n* affected vertices and *k* outages of this one.
  public func works(_ vertex: VertexID, at time: Double) -> Bool {
    !outages(of: vertex).contains { $0.from <= time && time < $0.until }
  }
}
