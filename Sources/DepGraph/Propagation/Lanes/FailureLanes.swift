/// A threshold graph made ready to answer many queries in one pass.
///
/// A **lane** is one bit of every word: the scenario that the bit stands for. A vertex has failed in a
/// lane if enough of its inputs have, so 512 scenarios cost little more than one. All single failures,
/// all pairs, and what-ifs are asked in this way:
///
///     let lanes = FailureLanes(graph)
///     lanes.failureCounts(of: [feed, other])             // how many fail with each
///     lanes.causes(of: [site], among: [feed, other])     // which of them take the site down alone
///     lanes.forEachBlock(of: scenarios) { first, block in
///       for lane in block.lanes(of: site) { … first + lane … }
///     }
///
/// Answers are those of `FailurePropagator`, and do not depend on how many tasks work on them.
///
/// **Why not counters.** A `FailurePropagator` touches the arcs out of what fails, once for each
/// scenario. A pass over 512 lanes touches the arcs at what fails in *any* of them, each at the cost of
/// a line of the cache and not of a counter: measured, two to five times as much. So lanes win as soon
/// as an average vertex that fails does so in five of the 512 scenarios; in single failures of the
/// graphs measured it does in 14 to 74. Where scenarios have nothing in common lanes lose by that
/// factor at most, for vertices that no lane touches are skipped; and such scenarios are the cheap
/// ones, with little that fails. Therefore there is no switch.
public struct FailureLanes: Sendable {
  /// The graph that is asked about.
  public let graph: ThresholdGraph

  let plan: LanePlan

  /// Makes a graph ready.
  ///
  /// - Parameter graph: The graph.
  /// - Complexity: O(V + E) time and space, networks included.
  public init(_ graph: ThresholdGraph) {
    self.graph = graph
    plan = LanePlan(graph)
  }

  // MARK: - Any scenarios

  /// Answers scenarios in blocks of 512.
  ///
  /// - Parameters:
  ///   - scenarios: The seeds of each scenario.
  ///   - body: Called for each block, with the number of its first scenario.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each block.
  public func forEachBlock(
    of scenarios: some Sequence<[VertexID]>, body: (_ first: Int, _ block: LaneBlock) -> Void
  ) {
    forEachBlock(of: scenarios, weights: [], body: body)
  }

  private func forEachBlock(
    of scenarios: some Sequence<[VertexID]>, weights: [UInt32], body: (Int, LaneBlock) -> Void
  ) {
    let block = LaneBlock(self)
    var first = 0
    var waiting: [[VertexID]] = []
    func answer() {
      guard !waiting.isEmpty else { return }
      block.fail(waiting, weights: weights)
      body(first, block)
      first += waiting.count
      waiting.removeAll(keepingCapacity: true)
    }
    for scenario in scenarios {
      waiting.append(scenario)
      if waiting.count == LaneMask.laneCount { answer() }
    }
    answer()
  }

  /// Answers scenarios in blocks of 512, in several tasks.
  ///
  /// - Parameters:
  ///   - scenarios: The seeds of each scenario.
  ///   - taskCount: The number of tasks to work in, as a rule that of the cores.
  ///   - body: Called for each block, with the number of its first scenario, by any of the tasks.
  /// - Returns: What `body` returned for each block, in the order of the blocks.
  /// - Precondition: `taskCount` is at least 1.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each block; room for each task.
  public func mapBlocks<Answer: Sendable>(
    of scenarios: [[VertexID]], taskCount: Int,
    body: @escaping @Sendable (_ first: Int, _ block: LaneBlock) -> Answer
  ) async -> [Answer] {
    let size = LaneMask.laneCount
    return await blocksInTasks(
      count: (scenarios.count + size - 1) / size, taskCount: taskCount
    ) { index, block in
      block.fail(scenarios[index * size..<min((index + 1) * size, scenarios.count)])
      return body(index * size, block)
    }
  }

  /// Counts what fails in each of some scenarios.
  ///
  /// - Parameters:
  ///   - scenarios: The seeds of each scenario.
  ///   - counted: The vertices that count; nil: all.
  /// - Returns: For each scenario the number of vertices that have failed, seeds included.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each 512 scenarios.
  public func failureCounts(
    ofScenarios scenarios: some Sequence<[VertexID]>, counting counted: VertexSet? = nil
  ) -> [Int] {
    let (weights, fromBeginning) = plan.weights(counting: counted)
    var result: [Int] = []
    forEachBlock(of: scenarios, weights: weights) { _, block in
      result += block.takeCounts().map { $0 + fromBeginning }
    }
    return result
  }

  /// All pairs of some vertices, as scenarios.
  ///
  /// - Parameter seeds: The vertices.
  /// - Returns: Each pair once, in the order of the vertices, made as it is asked for.
  public static func pairs(of seeds: [VertexID]) -> some Sequence<[VertexID]> {
    seeds.indices.lazy.flatMap { first in
      seeds[(first + 1)...].lazy.map { [seeds[first], $0] }
    }
  }

  // MARK: - Single failures

  /// Counts what fails with each of some vertices, as each fails alone.
  ///
  /// - Parameters:
  ///   - seeds: The vertices; repetitions get the same answer.
  ///   - counted: The vertices that count; nil: all.
  /// - Returns: For each seed the number of vertices that have failed, itself included if it counts.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each 512 seeds that anything depends on.
  public func failureCounts(of seeds: [VertexID], counting counted: VertexSet? = nil) -> [Int] {
    let census = LaneCensus(plan, seeds: seeds, counting: counted)
    let block = LaneBlock(self)
    return census.result(census.blocks.indices.map { census.counts(of: $0, by: block) })
  }

  /// Counts what fails with each of some vertices, as each fails alone, in several tasks.
  ///
  /// - Parameters:
  ///   - seeds: The vertices; repetitions get the same answer.
  ///   - counted: The vertices that count; nil: all.
  ///   - taskCount: The number of tasks to work in, as a rule that of the cores.
  /// - Returns: The same as without tasks, whatever their number.
  /// - Precondition: `taskCount` is at least 1.
  /// - Complexity: That of `failureCounts(of:counting:)`; room for each task.
  public func failureCounts(
    of seeds: [VertexID], counting counted: VertexSet? = nil, taskCount: Int
  ) async -> [Int] {
    let census = LaneCensus(plan, seeds: seeds, counting: counted)
    let counts = await blocksInTasks(count: census.blocks.count, taskCount: taskCount) {
      census.counts(of: $0, by: $1)
    }
    return census.result(counts)
  }

  /// Finds which vertices take others down as they fail alone.
  ///
  /// - Parameters:
  ///   - targets: The vertices to be taken down.
  ///   - seeds: The vertices that may fail.
  /// - Returns: For each target those seeds, itself excluded. A target that has failed from the
  ///   beginning has none.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each 512 seeds, and O(*t*) more for *t* targets.
  public func causes(of targets: [VertexID], among seeds: VertexSet) -> [VertexSet] {
    // In the order of rows, for neighbours have much in common. What nothing depends on takes nothing
    // down but what fails together with it.
    let (weights, _) = plan.weights(counting: nil)
    var asked: [VertexID] = []
    for seed in seeds {
      let row = plan.rowOfVertex[seed.index]
      guard row != LanePlan.noRow else { continue }
      if weights[row.index] > 1 || !plan.dependents[row].isEmpty { asked.append(seed) }
    }
    asked.sort { first, second in
      let rows = (plan.rowOfVertex[first.index], plan.rowOfVertex[second.index])
      return rows.0 == rows.1 ? first < second : rows.0 < rows.1
    }
    var result = [VertexSet](repeating: VertexSet(), count: targets.count)
    forEachBlock(of: asked.lazy.map { [$0] }) { first, block in
      for (place, target) in targets.enumerated()
      where !plan.failedFromBeginning.contains(target) {
        for lane in block.lanes(of: target) where asked[first + lane] != target {
          result[place].insert(asked[first + lane])
        }
      }
    }
    return result
  }

  /// Does the work of blocks in several tasks.
  ///
  /// The blocks are dealt out in turn, since neighbours cost about the same.
  private func blocksInTasks<Answer: Sendable>(
    count: Int, taskCount: Int, work: @escaping @Sendable (Int, LaneBlock) -> Answer
  ) async -> [Answer] {
    precondition(taskCount >= 1, "nobody to do the work")
    let shares = await withTaskGroup(of: (Int, [Answer]).self) { group in
      for task in 0..<min(taskCount, count) {
        group.addTask {
          let block = LaneBlock(self)
          return (task, stride(from: task, to: count, by: taskCount).map { work($0, block) })
        }
      }
      var shares = [[Answer]](repeating: [], count: taskCount)
      for await (task, answers) in group { shares[task] = answers }
      return shares
    }
    return (0..<count).map { shares[$0 % taskCount][$0 / taskCount] }
  }
}
