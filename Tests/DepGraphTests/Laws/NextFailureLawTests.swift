import DepGraph
import Testing

@Suite struct NextFailureLawTests {
  /// Held against the definition, with levels computed by hand for each pair of failures.
  @Test func risksFollowTheDefinition() throws {
    var found = 0
    for seed in 0..<150 {
      let model = RandomModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed + 1000)
      let first = VertexID(Int.random(in: 0..<compiled.table.count, using: &random))
      let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
      let isDown = { (failed: Set<String>) -> (String) -> Bool in
        let levels = NaiveLevels(model, .possible, failed: failed)
        return { levels.level[$0] == 0 }
      }
      let downBefore = isDown([id(first)])
      var expected: [String: [String]] = [:]
      for cause in compiled.table.ids {
        let kind = model.components.first { $0.id == cause }?.kind
        guard kind != .consumer, kind != .process, cause != id(first), !downBefore(cause) else {
          continue
        }
        let together = isDown([id(first), cause])
        let alone = isDown([cause])
        for target in model.components.map(\.id)
        where target != cause && together(target) && !downBefore(target) && !alone(target) {
          expected[target, default: []].append(cause)
        }
      }
      let next = NextFailure(after: Seeds([first]), in: compiled)
      let answer = Dictionary(
        uniqueKeysWithValues: next.risks.map { (id($0.vertex), $0.causes.map(id)) })
      #expect(answer == expected, "seed \(seed), after \(id(first))")
      found += expected.count
    }
    #expect(found > 10, "the random models hardly have redundancy")
  }
}
