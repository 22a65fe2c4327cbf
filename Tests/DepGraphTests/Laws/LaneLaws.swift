import DepGraph
import Testing

/// Lanes against propagation from each scenario alone, and against the naive oracle.
@Suite struct LaneLaws {
  static let blocks = PropagationLaws.blocks

  /// Random scenarios with none, one and several seeds, on graphs with cycles, thresholds, paths with
  /// exempt vertices, several networks, and what has failed from the beginning.
  @Test(arguments: blocks) func lanesAreScenarios(block: Int) {
    for seed in PropagationLaws.seeds(block) {
      let plain =
        seed.isMultiple(of: 4)
        ? PlainThresholdGraph.randomNetwork(seed: seed) : .random(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 7_000_000)
      let scenarios = (0..<Int.random(in: 0...9, using: &random)).map { _ in
        plain.randomSeeds(&random)
      }
      let answer = LaneBlock(FailureLanes(graph))
      // What was asked before must leave nothing.
      answer.fail([plain.randomSeeds(&random).map { VertexID($0) }])
      answer.fail(scenarios.map { $0.map { VertexID($0) } })
      for (lane, seeds) in scenarios.enumerated() {
        let expected = plain.failures(seeds: seeds)
        let found = plain.vertices.indices.map { answer.lanes(of: VertexID($0)).contains(lane) }
        #expect(expected == found, "seed \(seed), from \(seeds)")
      }
      for index in plain.vertices.indices {
        let lanes = answer.lanes(of: VertexID(index))
        #expect(lanes.allSatisfy { $0 < scenarios.count }, "seed \(seed), at \(index)")
      }
    }
  }

  @Test(arguments: blocks) func singlesArePropagatedAlone(block: Int) async {
    for seed in PropagationLaws.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      let graph = plain.built()
      let vertices = (0..<graph.vertexCount).map { VertexID($0) }
      var random = SeededGenerator(seed: seed + 8_000_000)
      let counted = VertexSet(vertices.filter { _ in random.chance(0.6) })
      let alone = vertices.map { graph.failures(from: [$0]).failed }
      let lanes = FailureLanes(graph)
      #expect(lanes.failureCounts(of: vertices) == alone.map(\.count), "seed \(seed)")
      #expect(
        lanes.failureCounts(of: vertices + [vertices[0]], counting: counted).dropLast()
          == alone.map { $0.intersection(counted).count }[...], "seed \(seed)")
      let beginning = graph.failures(from: []).failed
      let causes = lanes.causes(of: vertices, among: counted)
      for target in vertices {
        let expected = vertices.filter { cause in
          cause != target && counted.contains(cause) && !beginning.contains(target)
            && alone[cause.index].contains(target)
        }
        #expect(Array(causes[target.index]) == expected, "seed \(seed), at \(target)")
      }
    }
  }

  /// Graphs of several blocks, high thresholds and long cycles; in one task and in several.
  @Test(arguments: 0..<6) func largeGraphsAreAnsweredInBlocks(seed: Int) async {
    let graph = Self.largeGraph(seed: seed)
    let vertices = (0..<graph.vertexCount).map { VertexID($0) }
    let counted = VertexSet(vertices.filter { $0.index % 3 != 0 })
    let lanes = FailureLanes(graph)
    let propagator = FailurePropagator(graph)
    let expected = vertices.map { vertex in
      propagator.fail([vertex])
      defer { propagator.undo() }
      return propagator.failed.count { counted.contains($0) }
    }
    #expect(lanes.failureCounts(of: vertices, counting: counted) == expected, "seed \(seed)")
    for taskCount in [1, 2, 3] {
      let counts = await lanes.failureCounts(
        of: vertices, counting: counted, taskCount: taskCount)
      #expect(counts == expected, "seed \(seed), \(taskCount) tasks")
    }
    let seeds = vertices.filter { $0.index % 41 == seed }
    let pairs = Array(FailureLanes.pairs(of: seeds))
    #expect(pairs.count == seeds.count * (seeds.count - 1) / 2)
    let counts = lanes.failureCounts(ofScenarios: pairs, counting: counted)
    let downInBlocks = await lanes.mapBlocks(of: pairs, taskCount: 2) { first, block in
      (first, vertices.map { block.lanes(of: $0) })
    }
    var answered = 0
    lanes.forEachBlock(of: pairs) { first, block in
      #expect(first == answered)
      #expect(downInBlocks[first / LaneMask.laneCount].0 == first)
      #expect(downInBlocks[first / LaneMask.laneCount].1 == vertices.map { block.lanes(of: $0) })
      answered += block.scenarioCount
      for lane in stride(from: 0, to: block.scenarioCount, by: 7) {
        propagator.fail(pairs[first + lane])
        let found = vertices.filter { block.lanes(of: $0).contains(lane) }
        #expect(
          VertexSet(found) == VertexSet(propagator.failed),
          "seed \(seed), from \(pairs[first + lane])")
        #expect(counts[first + lane] == found.count { counted.contains($0) }, "seed \(seed)")
        propagator.undo()
      }
    }
    #expect(answered == pairs.count)
  }

  /// Vertices need others close by; some in a later one, so that there are cycles.
  private static func largeGraph(seed: Int) -> ThresholdGraph {
    var random = SeededGenerator(seed: seed)
    var builder = ThresholdGraph.Builder()
    let count = 1400
    let vertices = (0..<count).map { _ in
      builder.addVertex(threshold: random.chance(0.1) ? nil : Int.random(in: 1...7, using: &random))
    }
    for start in [100, 700] {
      let nodes = Array(vertices[start..<start + 40])
      let links = (0..<60).map { index in
        NetworkLink(
          link: vertices[start + 50 + index], first: nodes[index % 40],
          second: nodes[Int.random(in: 0..<40, using: &random)])
      }
      let network = builder.addNetwork(nodes: nodes, links: links)
      for index in 0..<20 {
        let path = builder.addPath(
          in: network, from: nodes[index / 2], to: [nodes[39 - index], nodes[20]],
          exempt: index.isMultiple(of: 3) ? nodes[index / 2] : nil)
        builder.addInput(path, to: vertices[start + 120 + index])
        // Two networks and what lies between depend on each other.
        if index < 4 { builder.addInput(path, to: vertices[800 - start + 60 + index]) }
      }
    }
    for index in vertices.indices {
      for _ in 0..<Int.random(in: 0...9, using: &random) {
        let near = index + Int.random(in: -60...8, using: &random)
        guard vertices.indices.contains(near) else { continue }
        builder.addInput(vertices[near], to: vertices[index])
      }
    }
    return builder.build()
  }
}

@Suite struct LaneMaskTests {
  @Test func readsWhatWasPutIn() {
    var mask = LaneMask()
    #expect(mask.isEmpty && Array(mask).isEmpty && mask.count == 0)
    let lanes = [0, 63, 64, 200, 511]
    for lane in lanes.reversed() { mask.insert(lane) }
    #expect(Array(mask) == lanes)
    #expect(mask.count == 5)
    #expect((0..<LaneMask.laneCount).filter(mask.contains) == lanes)
  }
}
