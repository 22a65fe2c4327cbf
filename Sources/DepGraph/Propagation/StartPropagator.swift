/// Room for asking what starts from nothing: the least fixed point of "is up" on a threshold graph.
///
/// In a running system two vertices that need each other keep each other up, and `FailurePropagator`
/// says so. After a black-out nothing keeps anything up: a vertex starts when so many of its inputs
/// run that those which do not could not make it fail, and a path vertex when a way of running nodes
/// and links holds. What waits for itself never starts.
///
///     var builder = ThresholdGraph.Builder()
///     let disk = builder.addVertex(threshold: 1), directory = builder.addVertex(threshold: 1)
///     builder.addInput(directory, to: disk)
///     builder.addInput(disk, to: directory)
///     let propagator = StartPropagator(builder.build())
///     propagator.isRunning(disk)       // false: each waits for the other
///     propagator.start([directory])    // [[directory], [disk]]
///
/// Vertices start in *waves*: one that takes a turn runs one wave after the last of what it needs; one
/// that takes none (a group, a path) holds as soon as its inputs do. Starts can be taken back, so that
/// many sets can be tried on one graph.
public final class StartPropagator {
  /// The graph that is asked about.
  public let graph: ThresholdGraph
  /// What starts from nothing, in waves, without the vertices that take no turn.
  public private(set) var wavesFromNothing: [[VertexID]] = []
  /// The running vertices in the order of starting.
  public private(set) var running: [VertexID] = []

  private let turnTakers: Int
  /// How many inputs of a vertex still have to run.
  private var missing: [Int32]
  private var runs: [Bool]
  private var isBarred: [Bool]
  private var parts: [RunningParts]
  private var isDirty: [Bool]
  private var dirty: [NetworkID] = []
  /// Vertices without a turn that hold, but have not told their dependents.
  private var holding: [VertexID] = []
  /// What starts in the next wave.
  private var ready: [VertexID] = []

  // MARK: - Creation

  /// Starts all that starts from nothing.
  ///
  /// - Parameters:
  ///   - graph: The graph to ask about.
  ///   - barred: Vertices that do not start whatever runs, unless they are named to `start(_:)`.
  ///   - turnTakers: The number of leading vertices that take a turn, none of them a path; nil: all
  ///     but paths.
  /// - Complexity: O(V + E) time and space, and for each wave in which nodes or links of a network
  ///   start, a look at each of its paths: O(*d*) for the links at its exempt vertex.
  public init(
    _ graph: ThresholdGraph, barring barred: some Sequence<VertexID> = [VertexID](),
    turnTakers: Int? = nil
  ) {
    self.graph = graph
    self.turnTakers = turnTakers ?? graph.vertexCount
    missing = (0..<graph.vertexCount).map { index in
      let margin = graph.margins[index]
      let vertex = VertexID(index)
      if margin == Margin.never { return 0 }
      return Int32(graph.inputRows.rows.range(of: vertex).count) - margin + 1
    }
    runs = [Bool](repeating: false, count: graph.vertexCount)
    isBarred = [Bool](repeating: false, count: graph.vertexCount)
    parts = graph.networks.map { RunningParts($0) }
    isDirty = [Bool](repeating: true, count: graph.networkCount)
    dirty = (0..<graph.networkCount).map { NetworkID($0) }
    for vertex in barred { isBarred[vertex.index] = true }
    // A path holds by a way, not by the inputs that it has none of.
    for path in graph.paths { missing[path.vertex.index] = 1 }
    for index in 0..<graph.vertexCount where missing[index] <= 0 { wake(VertexID(index)) }
    wavesFromNothing = settle(from: [])
  }

  // MARK: - Queries

  /// Tells whether a vertex runs.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Whether it runs.
  public func isRunning(_ vertex: VertexID) -> Bool { runs[vertex.index] }

  /// Makes vertices run, whatever they need, and all that follows.
  ///
  /// - Parameter vertices: The vertices; those that run already do not matter.
  /// - Returns: What has started, in waves: first the vertices named, then what follows, each wave
  ///   ascending and without the vertices that take no turn.
  /// - Complexity: O(*v* log *v* + *e*) for *v* vertices that start and *e* arcs out of them, and the
  ///   networks as for `init(_:barring:turnTakers:)`.
  @discardableResult
  public func start(_ vertices: some Sequence<VertexID>) -> [[VertexID]] {
    settle(from: vertices.filter { !runs[$0.index] }.sortedOnce())
  }

  /// Takes starts back.
  ///
  /// - Parameter count: How many of `running` to keep.
  /// - Precondition: `count` is the number of those that ran between two calls of `start(_:)`.
  /// - Complexity: O(*v* + *e*) for *v* vertices that stop and *e* arcs out of them.
  public func undo(to count: Int) {
    precondition(count <= running.count, "nothing to take back to")
    for network in parts.indices { parts[network].undo(to: count) }
    while running.count > count, let vertex = running.popLast() {
      runs[vertex.index] = false
      for dependent in graph.dependents(of: vertex) { missing[dependent.index] += 1 }
    }
  }

  // MARK: - Waves

  private func settle(from first: [VertexID]) -> [[VertexID]] {
    var waves: [[VertexID]] = []
    var wave = first
    repeat {
      if !wave.isEmpty { waves.append(wave) }
      for vertex in wave { run(vertex) }
      tellHolding()
      // All of a wave is told before its networks are looked at, each of them once.
      while !dirty.isEmpty {
        let networks = dirty
        dirty.removeAll(keepingCapacity: true)
        for network in networks { lookAtPaths(of: network) }
        tellHolding()
      }
      // One that was told to run wakes all the same if another of its wave completes its inputs.
      wave = ready.filter { !runs[$0.index] }.sortedOnce()
      ready.removeAll(keepingCapacity: true)
    } while !wave.isEmpty
    return waves
  }

  /// Lets the vertices without a turn that hold tell theirs, and so on.
  private func tellHolding() {
    while let vertex = holding.popLast() {
      if !runs[vertex.index] { run(vertex) }
    }
  }

  private func run(_ vertex: VertexID) {
    runs[vertex.index] = true
    let position = running.count
    running.append(vertex)
    for dependent in graph.dependents(of: vertex) {
      missing[dependent.index] -= 1
      if missing[dependent.index] == 0 { wake(dependent) }
    }
    for network in graph.networks(of: vertex) {
      let index = network.index
      parts[index].join(vertex, in: graph.networks[index], at: position) { self.runs[$0.index] }
      if !isDirty[index] {
        isDirty[index] = true
        dirty.append(network)
      }
    }
  }

  /// Puts a vertex whose inputs suffice where it waits for its turn, or is told at once.
  private func wake(_ vertex: VertexID) {
    guard !runs[vertex.index], !isBarred[vertex.index] else { return }
    if vertex.index < turnTakers {
      ready.append(vertex)
    } else {
      holding.append(vertex)
    }
  }

  private func lookAtPaths(of network: NetworkID) {
    isDirty[network.index] = false
    let shape = graph.networks[network.index]
    for place in shape.paths {
      let path = graph.paths[place]
      guard !runs[path.vertex.index], !isBarred[path.vertex.index] else { continue }
      if parts[network.index].holds(path, in: shape, isRunning: { self.runs[$0.index] }) {
        holding.append(path.vertex)
      }
    }
  }
}
