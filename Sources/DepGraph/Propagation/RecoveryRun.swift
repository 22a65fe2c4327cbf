internal import HeapModule

/// When vertices of a threshold graph work again after an outage: the least solution, step by step.
///
/// The dual of `failureTimes(from:)`. A vertex works again its *lag* after so many of its inputs work
/// that those which do not could not make it fail; one that is *held* waits besides for its release,
/// such as the end of its repair; a path vertex holds as soon as a way of working nodes and links
/// does. What waits for itself never works: it has to be started by hand.
///
/// One pass in the order of time with a heap, as every time depends on earlier ones only (D. E. Knuth,
/// *A generalization of Dijkstra's algorithm*, 1977, doi:10.1016/0020-0190(77)90002-3). Releases may be
/// given while it runs, so that what a repair needs can decide when it begins. It is a value: a copy
/// goes on apart.
///
///     var run = RecoveryRun(graph, working: { $0 == power }, held: [router], lags: lags)
///     run.release(router, at: 3600)
///     while run.nextTime != nil { run.advance() }
///     run[portal]   // 5400, with a lag of half an hour
public struct RecoveryRun: Sendable {
  /// A time that nobody knows: later than every known one, earlier than never.
  public static let unknown = Double.greatestFiniteMagnitude

  /// The graph that recovers.
  public let graph: ThresholdGraph
  /// What works again, in the order of time, without what worked all the time.
  public private(set) var order: [VertexID] = []
  private let lags: [Double]
  /// How many inputs, and the release, a vertex still waits for.
  private var missing: [Int32]
  private var times: [Double]
  /// What a vertex waited for last.
  private var causes: [VertexID?]
  private var parts: [RunningParts]
  private var dirty: [NetworkID] = []
  private var isDirty: [Bool]
  private var events = Heap<Event>()
  private var told = 0

  private struct Event: Comparable {
    let time: Double
    /// Whether it begins to work; else it is released.
    let begins: Bool
    let vertex: VertexID

    static func < (first: Event, second: Event) -> Bool {
      if first.time != second.time { return first.time < second.time }
      if first.begins != second.begins { return !first.begins }
      return first.vertex < second.vertex
    }
  }

  // MARK: - Creation

  /// Begins when the outage has done its work.
  ///
  /// - Parameters:
  ///   - graph: The graph; its delays, which are those of failing, do not matter.
  ///   - isWorking: Whether a vertex worked all the time; asked of all, those of paths and groups too.
  ///   - held: What has to be released before it works again.
  ///   - lags: How long each vertex takes once it has all that it needs; vertices beyond take none.
  /// - Complexity: O(V + E) time and space.
  public init(
    _ graph: ThresholdGraph, working isWorking: (VertexID) -> Bool, held: [VertexID],
    lags: [Double]
  ) {
    self.graph = graph
    self.lags = lags
    missing = (0..<graph.vertexCount).map { index in
      let margin = graph.margins[index]
      if margin == Margin.never { return 0 }
      return Int32(graph.inputRows.rows.range(of: VertexID(index)).count) - margin + 1
    }
    for path in graph.paths { missing[path.vertex.index] = 1 }
    times = [Double](repeating: .infinity, count: graph.vertexCount)
    causes = [VertexID?](repeating: nil, count: graph.vertexCount)
    parts = graph.networks.map { RunningParts($0) }
    isDirty = [Bool](repeating: true, count: graph.networkCount)
    dirty = (0..<graph.networkCount).map { NetworkID($0) }
    for vertex in held { missing[vertex.index] = max(missing[vertex.index], 0) + 1 }
    let working = (0..<graph.vertexCount).map { VertexID($0) }.filter(isWorking)
    for vertex in working { begin(vertex, at: 0) }
    for index in 0..<graph.vertexCount where missing[index] <= 0 {
      wake(VertexID(index), at: 0, because: nil)
    }
    settle(at: 0)
    order = order.filter { !isWorking($0) }
    told = order.count
  }

  // MARK: - Going on

  /// The next instant at which something happens; nil: nothing does unless something is released.
  public var nextTime: Double? { events.min?.time }

  /// Releases a held vertex.
  ///
  /// - Parameters:
  ///   - vertex: The vertex.
  ///   - time: When, not before the instant reached.
  /// - Complexity: O(log *n*) for *n* events to come.
  public mutating func release(_ vertex: VertexID, at time: Double) {
    precondition(time >= 0, "a time is at least 0")
    events.insert(Event(time: time, begins: false, vertex: vertex))
  }

  /// Goes on to the next instant at which something happens.
  ///
  /// - Returns: What works from that instant on, in the order of cause and effect.
  /// - Complexity: O(*e* log *e*) for *e* arcs out of what works again, and O(*p* log V) for *p* paths of
  ///   a network of which a node or link works again.
  @discardableResult
  public mutating func advance() -> ArraySlice<VertexID> {
    guard let now = events.min?.time else { return [] }
    let start = order.count
    while let event = events.min, event.time == now {
      events.removeMin()
      if event.begins {
        begin(event.vertex, at: now)
      } else {
        meet(event.vertex, at: now, because: nil)
      }
      settle(at: now)
    }
    return order[start...]
  }

  /// Goes on until nothing happens any more.
  ///
  /// - Complexity: that of `advance()` for all that works again.
  public mutating func finish() {
    while !events.isEmpty { advance() }
  }

  // MARK: - Questions

  /// When a vertex works again: 0 for what always did, infinite for what does not yet.
  ///
  /// - Parameter vertex: The vertex.
  public subscript(vertex: VertexID) -> Double { times[vertex.index] }

  /// What a vertex waited for last; nil: for its release, or for nothing.
  ///
  /// - Parameter vertex: A vertex that works again.
  /// - Returns: One of its inputs; of a path vertex a node or link of its network.
  public func cause(of vertex: VertexID) -> VertexID? { causes[vertex.index] }

  // MARK: - What happens

  private mutating func settle(at now: Double) {
    while true {
      while told < order.count {
        tell(order[told], at: now)
        told += 1
      }
      guard !dirty.isEmpty else { return }
      let networks = dirty
      dirty.removeAll(keepingCapacity: true)
      for network in networks { lookAtPaths(of: network, at: now) }
    }
  }

  private mutating func begin(_ vertex: VertexID, at now: Double) {
    guard times[vertex.index] == .infinity else { return }
    times[vertex.index] = now
    order.append(vertex)
  }

  private mutating func tell(_ vertex: VertexID, at now: Double) {
    for dependent in graph.dependents(of: vertex) { meet(dependent, at: now, because: vertex) }
    let times = times
    for network in graph.networks(of: vertex) {
      let index = network.index
      parts[index].join(vertex, in: graph.networks[index], at: told) {
        times[$0.index] < .infinity
      }
      if !isDirty[index] {
        isDirty[index] = true
        dirty.append(network)
      }
    }
  }

  private mutating func meet(_ vertex: VertexID, at now: Double, because cause: VertexID?) {
    missing[vertex.index] -= 1
    if missing[vertex.index] == 0 { wake(vertex, at: now, because: cause) }
  }

  /// A vertex has all that it needs.
  private mutating func wake(_ vertex: VertexID, at now: Double, because cause: VertexID?) {
    guard times[vertex.index] == .infinity else { return }
    causes[vertex.index] = cause
    let lag = vertex.index < lags.count ? lags[vertex.index] : 0
    if lag == 0 {
      begin(vertex, at: now)
    } else {
      let time = min(now + lag, Self.unknown)
      if time > now {
        events.insert(Event(time: time, begins: true, vertex: vertex))
      } else {
        begin(vertex, at: now)
      }
    }
  }

  private mutating func lookAtPaths(of network: NetworkID, at now: Double) {
    isDirty[network.index] = false
    let last = order.last
    for path in pathsThatHold(in: network) {
      causes[path.index] = last
      begin(path, at: now)
    }
  }

  /// The paths of a network that hold by now and did not yet.
  private func pathsThatHold(in network: NetworkID) -> [VertexID] {
    let shape = graph.networks[network.index]
    return shape.paths.compactMap { place in
      let path = graph.paths[place]
      guard times[path.vertex.index] == .infinity else { return nil }
      let holds = parts[network.index].holds(path, in: shape) { times[$0.index] < .infinity }
      return holds ? path.vertex : nil
    }
  }
}
