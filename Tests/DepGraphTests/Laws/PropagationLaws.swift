import DepGraph
import Testing

/// Propagation against a naive oracle, on seeded random graphs in blocks.
@Suite struct PropagationLaws {
  static let blocks = 0..<8
  static let blockSize = 500

  static func seeds(_ block: Int) -> Range<Int> { block * blockSize..<(block + 1) * blockSize }

  @Test(arguments: blocks) func failuresAreThoseOfTheOracle(block: Int) {
    for seed in Self.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 1_000_000)
      for _ in 0..<3 {
        let seeds = plain.randomSeeds(&random)
        let expected = plain.failures(seeds: seeds)
        let found = graph.failures(from: seeds.map { VertexID($0) })
        #expect(
          expected.indices.filter { expected[$0] } == found.failed.map(\.index),
          "seed \(seed), from \(seeds)")
        #expect(found.order.count == found.failed.count, "seed \(seed), from \(seeds)")
        #expect(VertexSet(found.order) == found.failed, "seed \(seed), from \(seeds)")
      }
    }
  }

  /// Each failed vertex but the seeds follows from those before it in the order.
  @Test(arguments: blocks) func orderIsOneOfCauses(block: Int) {
    for seed in Self.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      var random = SeededGenerator(seed: seed + 2_000_000)
      let seeds = plain.randomSeeds(&random)
      let order = plain.built().failures(from: seeds.map { VertexID($0) }).order.map(\.index)
      var earlier: Set<Int> = []
      for index in order {
        let vertex = plain.vertices[index]
        let follows =
          vertex.path.map { !plain.holds($0) { earlier.contains($0) } }
          ?? (vertex.inputs.count { earlier.contains($0.vertex) } >= vertex.threshold ?? .max)
        #expect(seeds.contains(index) || follows, "seed \(seed), from \(seeds), at \(index)")
        earlier.insert(index)
      }
    }
  }

  @Test(arguments: blocks) func timesAreThoseOfTheOracle(block: Int) {
    for seed in Self.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 3_000_000)
      let seeds = plain.randomSeeds(&random).map {
        ($0, random.chance(0.5) ? 0 : Double(Int.random(in: 0...5, using: &random)))
      }
      let expected = plain.failureTimes(seeds: seeds)
      let found = graph.failureTimes(from: seeds.map { (VertexID($0.0), $0.1) })
      #expect(
        expected == expected.indices.map { found[VertexID($0)] }, "seed \(seed), from \(seeds)")
      let inOrder = found.order.map { found[$0] }
      #expect(inOrder == inOrder.sorted(), "seed \(seed), from \(seeds)")
      #expect(found.order.count == VertexSet(found.order).count, "seed \(seed), from \(seeds)")
      let failed = graph.failures(from: seeds.map { VertexID($0.0) }).failed
      #expect(VertexSet(found.order) == failed, "seed \(seed), from \(seeds)")
    }
  }

  @Test(arguments: blocks) func moreSeedsNeverSaveAnything(block: Int) {
    for seed in Self.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 4_000_000)
      let few = plain.randomSeeds(&random).map { VertexID($0) }
      let more = few + plain.randomSeeds(&random).map { VertexID($0) }
      let less = graph.failures(from: few).failed
      #expect(less.isSubset(of: graph.failures(from: more).failed), "seed \(seed)")
      let early = graph.failureTimes(from: more.map { ($0, 0) })
      let late = graph.failureTimes(from: few.map { ($0, 1) })
      for index in plain.vertices.indices {
        #expect(early[VertexID(index)] <= late[VertexID(index)], "seed \(seed), at \(index)")
      }
    }
  }

  /// A propagator that has been used and taken back answers as a fresh one.
  @Test(arguments: blocks) func takingBackLeavesNothing(block: Int) {
    for seed in Self.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      let graph = plain.built()
      let propagator = FailurePropagator(graph)
      var random = SeededGenerator(seed: seed + 5_000_000)
      for _ in 0..<4 {
        let first = plain.randomSeeds(&random).map { VertexID($0) }
        let second = plain.randomSeeds(&random).map { VertexID($0) }
        let kept = propagator.fail(first)
        propagator.fail(second)
        expectState(of: propagator, from: first + second, seed)
        propagator.undo(to: kept)
        expectState(of: propagator, from: first, seed)
        propagator.undo()
        expectState(of: propagator, from: [], seed)
      }
    }
  }

  private func expectState(of propagator: FailurePropagator, from seeds: [VertexID], _ seed: Int) {
    let fresh = propagator.graph.failures(from: seeds).failed
    #expect(VertexSet(propagator.failed) == fresh, "seed \(seed), from \(seeds)")
    let all = (0..<propagator.graph.vertexCount).map { VertexID($0) }
    #expect(VertexSet(all.filter(propagator.contains)) == fresh, "seed \(seed), from \(seeds)")
  }

  @Test(arguments: blocks) func disjointWaysAreThoseOfTheOracle(block: Int) {
    for seed in Self.seeds(block) {
      let plain =
        seed.isMultiple(of: 2)
        ? PlainThresholdGraph.random(seed: seed) : .randomNetwork(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 6_000_000)
      let down = plain.vertices.map { _ in random.chance(0.15) }
      for (index, vertex) in plain.vertices.enumerated() {
        guard let path = vertex.path else { continue }
        for limit in [1, 2, 5] {
          #expect(
            graph.disjointWays(of: VertexID(index), failed: { down[$0.index] }, atMost: limit)
              == plain.disjointWays(of: path, isDown: { down[$0] }, atMost: limit),
            "seed \(seed), path \(index), at most \(limit)")
        }
      }
    }
  }
}
