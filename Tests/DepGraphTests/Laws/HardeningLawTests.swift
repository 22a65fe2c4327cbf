import Testing

@testable import DepGraph

@Suite struct HardeningLawTests {
  /// What a change takes away is found on one graph for all changes; here each is carried out.
  @Test(arguments: Reading.allCases) func theQuickCountIsTheRecount(reading: Reading) throws {
    var useful = 0
    for seed in 0..<(soaking ? 3000 : 150) {
      guard let compiled = try? CompiledModel(HarmfulModel.make(seed: seed)) else { continue }
      var question = Hardening.Question()
      question.reading = reading
      question.weight = Hardening.Weight.allCases[seed % 3]
      let counter = SinglePointCounter(question, in: compiled)
      let before = counter.count(on: compiled)
      var search = HardeningSearch(counter, in: compiled)
      search.run(keeping: .max) { _ in true }
      for change in Reinforcement.all(for: compiled) {
        let place = "seed \(seed), \(reading.rawValue), \(change)"
        let after = counter.count(after: change, on: compiled)
        let points = before.tally.singlePoints - after.tally.singlePoints
        let weight = before.tally.weight - after.tally.weight
        if let gain = search.gains.first(where: { $0.change == change }) {
          #expect(gain.singlePoints == points && gain.weight == weight, "\(place)")
          if weight > 0 { useful += 1 }
        } else {
          #expect(weight <= 0, "\(place)")
        }
        if change.addsAlternative {
          #expect(zip(before.byTarget, after.byTarget).allSatisfy { $0 >= $1 }, "\(place)")
        }
      }
    }
    #expect(useful > 50, "\(useful): hardly any change does anything")
  }

  @Test func singlePointsFollowTheDefinition() throws {
    var found = 0
    for seed in 0..<60 {
      let model = HarmfulModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      let count = SinglePointCounter(.init(), in: compiled).count(on: compiled)
      var expected = 0
      for (index, id) in compiled.table.ids.enumerated() {
        let component = model.components.first { $0.id == id }
        if component?.neverFails == true || component?.isUser == true { continue }
        #expect(compiled.isSeedOfSearches(VertexID(index)))
        let levels = NaiveLevels(model, .possible, failed: [id])
        expected += model.components.count { $0.isUser && levels.level[$0.id] == 0 }
      }
      #expect(count.tally.singlePoints == expected, "seed \(seed)")
      found += expected
    }
    #expect(found > 100)
  }

  /// The list is the beginning of the list of all changes that do something, counted for real.
  @Test func theBestComeFirst() throws {
    for seed in 0..<80 {
      guard let compiled = try? CompiledModel(HarmfulModel.make(seed: seed)) else { continue }
      var question = Hardening.Question()
      question.count = 1 + seed % 4
      let hardening = Hardening(question, in: compiled)
      let counter = SinglePointCounter(question, in: compiled)
      let all = Reinforcement.all(for: compiled).map { change in
        let after = counter.count(after: change, on: compiled).tally.singlePoints
        return (change: change, gain: hardening.before.singlePoints - after)
      }
      let best = all.filter { $0.gain > 0 }.sorted { left, right in
        left.gain != right.gain
          ? left.gain > right.gain : left.change.rank.lexicographicallyPrecedes(right.change.rank)
      }
      #expect(hardening.isComplete)
      #expect(
        hardening.options.map(\.change) == best.prefix(question.count).map(\.change), "seed \(seed)"
      )
      for option in hardening.options {
        #expect(
          option.after.exposed == hardening.before.exposed - option.freed.count, "seed \(seed)")
      }
    }
  }
}

extension Reinforcement {
  fileprivate var addsAlternative: Bool {
    switch self {
    case .besides, .alternative: true
    case .ownValue, .dissolution: false
    }
  }
}
