import DepGraph
import Testing

@Suite struct ScenarioGeneratorTests {
  @Test func theSameSeedGivesTheSameBytes() throws {
    let shipped = try ShippedModel("voorbeeld")
    let texts = (0..<6).map { seed in
      let made = (0..<2).map { _ in
        ScenarioGenerator(shipped.compiled).random(seed: UInt64(seed), order: 3).yaml()
      }
      #expect(made[0] == made[1])
      return made[0]
    }
    #expect(Set(texts).count > 1)
  }

  @Test func whatIsMadeCanBePlayedAfterBeingWritten() throws {
    let shipped = try ShippedModel("voorbeeld")
    for seed in 0..<10 {
      let start = Instant(secondsSinceEpoch: 1_780_000_000, writtenOffset: 7200)
      var scenario = ScenarioGenerator(shipped.compiled, start: start).random(
        seed: UInt64(seed), order: 2)
      scenario.model = "../voorbeeld.yaml"
      scenario.name = LocalizedText("Night \"\(seed)\"", in: .english)
      let read = try ScenarioReader().read(
        text: scenario.yaml(remarks: ["Made\nby lot"]), named: "s.yaml", model: shipped.model
      ).scenario
      #expect(read.events.map(\.fail) == scenario.events.map(\.fail), "seed \(seed)")
      #expect(read.events.map(\.at) == scenario.events.map(\.at), "seed \(seed)")
      #expect(read.expectations.map(\.claim) == scenario.expectations.map(\.claim))
      #expect(read.start == start)
      #expect(read.name?.text(in: .english) == "Night \"\(seed)\"")
      #expect(try !ScenarioRun(read, in: shipped.compiled).outages.isEmpty, "seed \(seed)")
    }
  }

  @Test func theWorstIsWhatTheSearchFinds() throws {
    let shipped = try ShippedModel("voorbeeld")
    let worst = WorstFailures(.init(order: 1, by: .users, count: 1), in: shipped.compiled)
    let causes = try #require(worst.sets.first?.causes)
    let scenario = ScenarioGenerator(shipped.compiled).scenario(failing: causes)
    #expect(scenario.events.flatMap(\.fail) == causes.map(shipped.compiled.table.id(of:)))
    #expect(scenario.repair == .plan)
  }
}
