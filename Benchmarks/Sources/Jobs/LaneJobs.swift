import DepGraph

/// Jobs on requirement groups that ask many scenarios, or given ones.
extension Jobs {
  /// Each vertex fails alone.
  ///
  /// Making the graph ready is building, as making the counters is for the peer.
  static func failureOfEachAlone(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let lanes = FailureLanes(groups.thresholdGraph())
    watch.lap()
    let vertices = (0..<groups.vertexCount).map { VertexID($0) }
    let counts = lanes.failureCounts(of: vertices, counting: VertexSet(vertices))
    watch.lap()
    return watch.measurement(summary(counts), part: .computing)
  }

  /// The same in two tasks: its CPU time says what sharing costs, its wall time what it gains.
  static func failureOfEachAloneInTwoTasks(_ stem: String) async throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let lanes = FailureLanes(groups.thresholdGraph())
    watch.lap()
    let vertices = (0..<groups.vertexCount).map { VertexID($0) }
    let counts = await lanes.failureCounts(
      of: vertices, counting: VertexSet(vertices), taskCount: 2)
    watch.lap()
    return watch.measurement(summary(counts), part: .computing)
  }

  /// The same with counters, from each vertex anew.
  static func failureOfEachAloneByCounters(_ stem: String) throws -> Measurement {
    var watch = Stopwatch()
    let groups = try RequirementGroups(stem: stem)
    watch.lap()
    let propagator = FailurePropagator(groups.thresholdGraph())
    watch.lap()
    let counts = (0..<groups.vertexCount).map { index in
      propagator.fail(CollectionOfOne(VertexID(index)))
      defer { propagator.undo() }
      return propagator.failed.count { $0.index < groups.vertexCount }
    }
    watch.lap()
    return watch.measurement(summary(counts), part: .computing)
  }

  private static func summary(_ counts: [Int]) -> [String: Int] {
    [
      "sum": counts.reduce(0, +), "max": counts.max() ?? 0,
      "spof": counts.count { $0 > 1 },
    ]
  }

  /// Writes what fails with given vertices: for each line of numbers one of what fails, ascending.
  ///
  ///     echo 27 31 | depgraph-jobs failed data/debian
  ///
  /// Both engines answer, and the process stops if they disagree.
  static func writeFailures(_ stem: String) throws {
    let groups = try RequirementGroups(stem: stem)
    let graph = groups.thresholdGraph()
    var scenarios: [[VertexID]] = []
    while let line = readLine() {
      scenarios.append(line.split(separator: " ").compactMap { Int($0) }.map { VertexID($0) })
    }
    let propagator = FailurePropagator(graph)
    FailureLanes(graph).forEachBlock(of: scenarios) { first, block in
      for lane in 0..<block.scenarioCount {
        propagator.fail(scenarios[first + lane])
        let failed = (0..<groups.vertexCount).filter {
          block.lanes(of: VertexID($0)).contains(lane)
        }
        precondition(
          failed == (0..<groups.vertexCount).filter { propagator.contains(VertexID($0)) },
          "lanes and counters disagree")
        propagator.undo()
        print(failed.map(String.init).joined(separator: " "))
      }
    }
  }
}
