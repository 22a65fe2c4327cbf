import DepGraph
import Testing

/// The compiled graphs give the levels that the definition gives, for every reading.
@Suite struct LevelLawTests {
  static let count = soaking ? 200_000 : 500

  @Test(arguments: Reading.allCases) func levelsAgreeWithTheDefinition(reading: Reading) throws {
    var checked = 0
    for seed in 0..<Self.count {
      let model = RandomModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else {
        let atRest = NaiveLevels(model, .written, failed: [])
        #expect(atRest.offered.values.contains(0), "seed \(seed): refused, but works at rest")
        continue
      }
      var random = SeededGenerator(seed: seed ^ 0xABCD)
      let failed = compiled.table.ids.filter { _ in random.chance(0.25) }
      let naive = NaiveLevels(model, reading, failed: Set(failed))
      let seeds = failed.compactMap(compiled.vertex(of:))
      let times = compiled.reading(reading).times(from: seeds)
      for index in 0..<compiled.table.count {
        let vertex = VertexID(index)
        let id = compiled.table.id(of: vertex)
        let isWhole = times.lessThanWhole(vertex) == .infinity
        let level = times.down[vertex] < Double.infinity ? 0 : isWhole ? 2 : 1
        #expect(
          level == naive.level[id], "seed \(seed), \(reading), \(id) after \(failed)")
      }
      checked += 1
    }
    #expect(checked > Self.count / 2, "too few models compile to mean anything")
  }

  @Test func nothingIsDownAtRestAndReadingsNest() throws {
    for seed in 0..<Self.count {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x1234)
      let seeds = (0..<compiled.table.count).map { VertexID($0) }.filter { _ in random.chance(0.2) }
      var before: VertexSet?
      for reading in Reading.allCases {
        let graph = compiled.reading(reading).levelOne
        let atRest = graph.failures(from: [VertexID]())
        let elements = atRest.order.filter { $0.index < compiled.table.count }
        #expect(elements.isEmpty, "seed \(seed), \(reading): down at rest")
        var down = VertexSet(vertexCount: compiled.table.count)
        for vertex in graph.failures(from: seeds).order where vertex.index < compiled.table.count {
          down.insert(vertex)
        }
        if let smaller = before {
          for vertex in smaller { #expect(down.contains(vertex), "seed \(seed): readings nest") }
        }
        before = down
      }
    }
  }
}
