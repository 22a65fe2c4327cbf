import DepGraph
import Testing

/// Failure times are the greatest solution of their equations, and agree with the levels.
@Suite struct TimeLawTests {
  @Test func timesAgreeWithTheEquations() throws {
    var checked = 0
    let count = soaking ? 100_000 : 500
    for seed in 0..<count {
      let model = RandomModel.make(seed: seed, withHoldups: true)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x7777)
      let failed = compiled.table.ids.filter { _ in random.chance(0.25) }
      let naive = NaiveTimes(model, failed: Set(failed))
      let times = compiled.reading(.written).times(from: failed.compactMap(compiled.vertex(of:)))
      for index in 0..<compiled.table.count {
        let vertex = VertexID(index)
        let id = compiled.table.id(of: vertex)
        #expect(times.down[vertex] == naive.times[0][id], "seed \(seed), T1 of \(id), \(failed)")
        if let shown = naive.shown[id] {
          #expect(times.lessThanWhole(vertex) == shown, "seed \(seed), T2 of \(id), \(failed)")
        }
      }
      checked += 1
    }
    #expect(checked > count / 2)
  }

  @Test func aTimeIsFiniteExactlyForWhatFalls() throws {
    for seed in 0..<500 {
      let model = RandomModel.make(seed: seed, withHoldups: true)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x5151)
      let seeds = (0..<compiled.table.count).map { VertexID($0) }.filter { _ in random.chance(0.2) }
      let graph = compiled.reading(.possible).levelOne
      let failures = graph.failures(from: seeds)
      let times = graph.failureTimes(from: seeds.map { ($0, 0) })
      for index in 0..<compiled.table.count {
        let vertex = VertexID(index)
        #expect(failures.contains(vertex) == (times[vertex] < Double.infinity), "seed \(seed)")
      }
    }
  }
}
