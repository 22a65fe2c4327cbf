internal import HeapModule

/// When each vertex fails, in seconds; infinite for one that never does.
///
/// A vertex with threshold *k* fails its own delay after the *k*-th arrival, where the failure of an
/// input arrives the delay of its arc later; a path vertex fails its own delay after the moment at
/// which its last way is lost. A seed fails at its given time at the latest, without delay, and what
/// has failed from the beginning at 0. Of the solutions the greatest is meant.
public struct FailureTimes: Sendable {
  private let times: [Double]

  /// The vertices that fail, in the order of time, those of one time after what made them fail.
  public let order: [VertexID]

  init(times: [Double], order: [VertexID]) {
    self.times = times
    self.order = order
  }

  /// The time at which a vertex fails, infinite if it never does.
  ///
  /// - Parameter vertex: The vertex.
  public subscript(vertex: VertexID) -> Double { times[vertex.index] }
}

extension ThresholdGraph {
  /// When each vertex fails if some fail by themselves at given times.
  ///
  /// One pass in the order of time, with a heap, as every time depends on earlier ones only
  /// (D. E. Knuth, *A generalization of Dijkstra's algorithm*, 1977,
  /// doi:10.1016/0020-0190(77)90002-3). Only delays go through the heap: what follows at the same
  /// moment is a plain worklist, and networks are searched when nothing else happens at that moment.
  ///
  /// If no delay is infinite, the times that are finite are those of the vertices in `failures(from:)`.
  ///
  /// - Parameter seeds: Vertices with the times at which they fail by themselves; of several times
  ///   for one vertex the least counts, an infinite one is none.
  /// - Returns: The times.
  /// - Precondition: No time is negative.
  /// - Complexity: O(V + *e* log *e*) time, *e* the arcs out of what fails, and for each moment at
  ///   which networks lose nodes or links the size of those networks.
  public func failureTimes(
    from seeds: some Sequence<(VertexID, Double)>
  ) -> FailureTimes {
    var pass = TimedPass(
      graph: self, vertexDelays: vertexDelays, arcDelays: dependentDelays)
    for (vertex, time) in seeds {
      precondition(time >= 0, "a time is at least 0")
      pass.schedule(.failure(of: vertex, at: time))
    }
    return pass.run()
  }

  /// The times if delays were others: for each vertex the given one, for each arc 0.
  func failureTimes(
    from seeds: some Sequence<VertexID>, vertexDelays: [Double]
  ) -> FailureTimes {
    var pass = TimedPass(graph: self, vertexDelays: vertexDelays, arcDelays: [])
    for vertex in seeds { pass.schedule(.failure(of: vertex, at: 0)) }
    return pass.run()
  }
}

// MARK: - Kernel

/// Something that will happen to a vertex.
private struct Event: Comparable {
  enum Kind: UInt8, Comparable {
    /// It notices that one of its inputs has failed.
    case arrival
    /// It fails.
    case failure

    static func < (first: Kind, second: Kind) -> Bool { first.rawValue < second.rawValue }
  }

  let time: Double
  let vertex: VertexID
  let kind: Kind

  static func failure(of vertex: VertexID, at time: Double) -> Event {
    Event(time: time, vertex: vertex, kind: .failure)
  }

  static func arrival(at vertex: VertexID, at time: Double) -> Event {
    Event(time: time, vertex: vertex, kind: .arrival)
  }

  static func < (first: Event, second: Event) -> Bool {
    (first.time, first.vertex, first.kind) < (second.time, second.vertex, second.kind)
  }
}

/// One pass through time.
private struct TimedPass {
  let graph: ThresholdGraph
  let vertexDelays: [Double]
  let arcDelays: [Double]
  private var times: [Double]
  private var margins: [Int32]
  private var events = Heap<Event>()
  /// What fails, in order; from `told` on its dependents have not been told.
  private var order: [VertexID] = []
  private var told = 0
  private let search = NetworkSearch()
  private var isDirty: [Bool]
  private var dirty: [NetworkID] = []
  /// Path vertices whose last way is lost, before or after their delay.
  private var brokenPaths: VertexSet

  init(graph: ThresholdGraph, vertexDelays: [Double], arcDelays: [Double]) {
    self.graph = graph
    self.vertexDelays = vertexDelays
    self.arcDelays = arcDelays
    times = [Double](repeating: .infinity, count: graph.vertexCount)
    margins = graph.margins
    isDirty = [Bool](repeating: false, count: graph.networkCount)
    brokenPaths = VertexSet(vertexCount: graph.paths.isEmpty ? 0 : graph.vertexCount)
    for vertex in graph.failedFromBeginning { schedule(.failure(of: vertex, at: 0)) }
  }

  mutating func schedule(_ event: Event) {
    if event.time < .infinity { events.insert(event) }
  }

  consuming func run() -> FailureTimes {
    while let now = events.min?.time {
      let start = order.count
      while let event = events.min, event.time == now {
        events.removeMin()
        switch event.kind {
        case .failure: fail(event.vertex, at: now)
        case .arrival: arrive(at: event.vertex, at: now)
        }
        tellDependents(at: now)
      }
      for place in start..<order.count { markNetworks(of: order[place]) }
      // What paths do at this very moment comes back as events of the same time.
      for network in dirty {
        isDirty[network.index] = false
        breakPaths(of: graph.networks[network.index], at: now)
      }
      dirty.removeAll(keepingCapacity: true)
    }
    return FailureTimes(times: times, order: order)
  }

  // MARK: - What happens

  private mutating func fail(_ vertex: VertexID, at now: Double) {
    guard times[vertex.index] == .infinity else { return }
    times[vertex.index] = now
    order.append(vertex)
  }

  private mutating func arrive(at vertex: VertexID, at now: Double) {
    margins[vertex.index] -= 1
    if margins[vertex.index] == 0 { lose(vertex, at: now) }
  }

  /// A vertex loses what it needs, and fails its own delay later.
  private mutating func lose(_ vertex: VertexID, at now: Double) {
    let delay = vertexDelays.isEmpty ? 0 : vertexDelays[vertex.index]
    if delay == 0 {
      fail(vertex, at: now)
    } else {
      schedule(.failure(of: vertex, at: now + delay))
    }
  }

  private mutating func tellDependents(at now: Double) {
    while told < order.count {
      let vertex = order[told]
      told += 1
      for position in graph.dependentRows.rows.range(of: vertex) {
        let dependent = graph.dependentRows.rows.values[position]
        let delay = arcDelays.isEmpty ? 0 : arcDelays[position]
        if delay == 0 {
          arrive(at: dependent, at: now)
        } else {
          schedule(.arrival(at: dependent, at: now + delay))
        }
      }
    }
  }

  private mutating func markNetworks(of vertex: VertexID) {
    for network in graph.networks(of: vertex) where !isDirty[network.index] {
      isDirty[network.index] = true
      dirty.append(network)
    }
  }

  private mutating func breakPaths(of network: Network, at now: Double) {
    var broken: [VertexID] = []
    search.forEachBrokenPath(of: network, in: graph) { vertex in
      times[vertex.index] < .infinity
    } body: { vertex in
      broken.append(vertex)
    }
    for vertex in broken where brokenPaths.insert(vertex) {
      let delay = vertexDelays.isEmpty ? 0 : vertexDelays[vertex.index]
      schedule(.failure(of: vertex, at: now + delay))
    }
  }
}
