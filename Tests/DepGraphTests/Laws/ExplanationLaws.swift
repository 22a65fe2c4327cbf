import DepGraph
import Testing

/// Explanations against a checker and against brute force, on seeded random graphs in blocks.
@Suite struct ExplanationLaws {
  static let blocks = 0..<4

  /// Whether a vertex counts; about half do.
  private func isCounted(_ vertex: Int, _ seed: Int) -> Bool { (vertex &* 7 &+ seed) % 3 != 0 }

  /// Every failed vertex has one, no other vertex has, and each node follows from what is below it.
  @Test(arguments: blocks) func explanationsHold(block: Int) {
    for seed in PropagationLaws.seeds(block) {
      let plain =
        seed.isMultiple(of: 2)
        ? PlainThresholdGraph.random(seed: seed) : .randomNetwork(seed: seed)
      let graph = plain.built()
      var random = SeededGenerator(seed: seed + 7_000_000)
      let seeds = plain.randomSeeds(&random) + plain.randomSeeds(&random)
      let failures = graph.failures(from: seeds.map { VertexID($0) })
      let explanations = graph.explanations(
        from: seeds.map { VertexID($0) }, isCounted: { isCounted($0.index, seed) })
      for index in plain.vertices.indices {
        let explanation = explanations.explanation(of: VertexID(index))
        #expect((explanation != nil) == failures.contains(VertexID(index)), "seed \(seed)")
        guard let explanation else { continue }
        let measured = measure(explanation, plain, seeds, seed)
        #expect(explanation.vertex == VertexID(index))
        #expect(
          measured?.depth == explanation.depth && measured?.size == explanation.size,
          "seed \(seed), from \(seeds), of \(index)")
      }
    }
  }

  /// Depth and size of a tree, or nil if some node does not follow from those below it.
  private func measure(
    _ explanation: Explanation, _ plain: PlainThresholdGraph, _ seeds: [Int], _ seed: Int
  ) -> (depth: Int, size: Int)? {
    let index = explanation.vertex.index
    let because = explanation.because
    let causes = because.map(\.vertex.index)
    guard causes == causes.sorted() else { return nil }
    let vertex = plain.vertices[index]
    if causes.isEmpty {
      let broken = vertex.path.map { !plain.holds($0) { _ in false } } ?? (vertex.threshold == 0)
      return seeds.contains(index) || broken ? (0, 1) : nil
    }
    guard !seeds.contains(index) else { return nil }
    if let path = vertex.path {
      guard !plain.holds(path, isDown: causes.contains), Set(causes).count == causes.count else {
        return nil
      }
      // Nothing in the cut is in vain, but for vertices that are a node and a link at once.
      let network = plain.networks[path.network]
      let isSimple = !network.links.contains { network.nodes.contains($0.link) }
      for cause in causes where isSimple {
        guard plain.holds(path, isDown: { $0 != cause && causes.contains($0) }) else { return nil }
      }
    } else {
      guard causes.count == vertex.threshold else { return nil }
      for cause in Set(causes) {
        let arcs = vertex.inputs.count { $0.vertex == cause }
        guard causes.count(where: { $0 == cause }) <= arcs else { return nil }
      }
    }
    var total = (depth: 0, size: 1)
    for cause in because {
      guard let part = measure(cause, plain, seeds, seed) else { return nil }
      total = (max(total.depth, part.depth), total.size + part.size)
    }
    return (total.depth + (isCounted(index, seed) ? 1 : 0), total.size)
  }

  /// The depth is the least: no tree is less deep, by rounds that allow one more step each.
  @Test(arguments: blocks) func depthsAreLeast(block: Int) {
    for seed in PropagationLaws.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed)
      var random = SeededGenerator(seed: seed + 8_000_000)
      let seeds = plain.randomSeeds(&random)
      let explanations = plain.built().explanations(
        from: seeds.map { VertexID($0) }, isCounted: { isCounted($0.index, seed) })
      for (index, depth) in leastDepths(plain, seeds, seed).enumerated() {
        #expect(
          explanations.explanation(of: VertexID(index))?.depth == depth,
          "seed \(seed), from \(seeds), of \(index)")
      }
    }
  }

  private func leastDepths(_ plain: PlainThresholdGraph, _ seeds: [Int], _ seed: Int) -> [Int?] {
    var depths = plain.vertices.indices.map { index -> Int? in
      let vertex = plain.vertices[index]
      let broken = vertex.path.map { !plain.holds($0) { _ in false } } ?? (vertex.threshold == 0)
      return seeds.contains(index) || broken ? 0 : nil
    }
    for depth in 0...plain.vertices.count {
      // Within one depth, transparent vertices pass failures on until nothing changes.
      var before: [Int?] = []
      while depths != before {
        before = depths
        for (index, vertex) in plain.vertices.enumerated() where depths[index] == nil {
          let allowed = depth - (isCounted(index, seed) ? 1 : 0)
          func isDown(_ other: Int) -> Bool { depths[other].map { $0 <= allowed } ?? false }
          let follows =
            vertex.path.map { !plain.holds($0, isDown: isDown) }
            ?? (vertex.inputs.count { isDown($0.vertex) } >= vertex.threshold ?? .max)
          if follows { depths[index] = depth }
        }
      }
    }
    return depths
  }

  /// Without paths, whose cuts are chosen beforehand, the size is the least of that depth.
  @Test(arguments: blocks) func sizesAreLeast(block: Int) {
    for seed in PropagationLaws.seeds(block) {
      let plain = PlainThresholdGraph.random(seed: seed, networks: false)
      var random = SeededGenerator(seed: seed + 9_000_000)
      let seeds = plain.randomSeeds(&random)
      let explanations = plain.built().explanations(
        from: seeds.map { VertexID($0) }, isCounted: { isCounted($0.index, seed) })
      let sizes = leastSizes(plain, seeds, seed)
      for index in plain.vertices.indices {
        guard let explanation = explanations.explanation(of: VertexID(index)) else { continue }
        #expect(
          explanation.size == sizes[explanation.depth][index],
          "seed \(seed), from \(seeds), of \(index)")
      }
    }
  }

  /// The least size of a tree of each vertex for each depth allowed, by rounds until stable.
  private func leastSizes(_ plain: PlainThresholdGraph, _ seeds: [Int], _ seed: Int) -> [[Int?]] {
    var sizes = [[Int?]](
      repeating: plain.vertices.indices.map {
        seeds.contains($0) || plain.vertices[$0].threshold == 0 ? 1 : nil
      }, count: plain.vertices.count + 1)
    for depth in sizes.indices {
      for _ in 0...plain.vertices.count * 2 {
        for (index, vertex) in plain.vertices.enumerated() {
          let allowed = depth - (isCounted(index, seed) ? 1 : 0)
          guard let threshold = vertex.threshold, allowed >= 0 else { continue }
          let parts = vertex.inputs.compactMap { sizes[allowed][$0.vertex] }.sorted()
          guard parts.count >= threshold else { continue }
          let size = 1 + parts.prefix(threshold).reduce(0, +)
          sizes[depth][index] = min(size, sizes[depth][index] ?? .max)
        }
      }
    }
    return sizes
  }
}
