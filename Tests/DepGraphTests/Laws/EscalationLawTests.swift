import DepGraph
import Testing

/// What escalation keeps to, whatever the model: channels against `blast`, levels against time.
@Suite struct EscalationLawTests {
  private static let start = Instant(secondsSinceEpoch: 1_780_387_200, writtenOffset: 7200)

  /// A random network whose components are channels of random contacts, under a framework.
  private struct Case {
    let compiled: CompiledModel
    let seeds: [VertexID]
    var random: SeededGenerator

    init?(_ seed: Int, withHoldups: Bool) {
      var random = SeededGenerator(seed: seed ^ 0x5EED)
      var model = RandomModel.make(seed: seed, withHoldups: withHoldups)
      for index in model.components.indices where random.chance(0.3) {
        model.components[index].continuity.maximumTolerablePeriod =
          .hours(Int.random(in: 1...12, using: &random))
      }
      let ids = model.components.map(\.id)
      for number in 0..<Int.random(in: 1...5, using: &random) {
        var contact = Contact(id: "p\(number)")
        contact.reach = ids.filter { _ in random.chance(0.3) }
        contact.deputy = random.chance(0.5) ? "p\(Int.random(in: 0...4, using: &random))" : nil
        model.contacts.append(contact)
      }
      model.escalation = Self.levels(&random)
      guard let compiled = try? CompiledModel(model) else { return nil }
      self.compiled = compiled
      seeds = (0..<compiled.table.count).map { VertexID($0) }.filter { _ in random.chance(0.2) }
      self.random = random
    }

    private static func levels(_ random: inout SeededGenerator) -> [EscalationLevel] {
      (1...4).map { rank in
        var level = EscalationLevel(id: "l\(rank)")
        level.level = rank
        level.notify = ["p0"]
        level.when = (0..<Int.random(in: 1...2, using: &random)).map { _ in
          (0..<Int.random(in: 1...2, using: &random)).map { _ in
            switch Int.random(in: 0..<5, using: &random) {
            case 0: EscalationCondition(.organisations, .atLeast(Double(rank)))
            case 1: EscalationCondition(.channelsLost, .atLeast(Double(rank)))
            case 2:
              EscalationCondition(.elapsed, .lasts(.hours(Int.random(in: 1...20, using: &random))))
            case 3: EscalationCondition(.pastMTPD, .atLeast(Double(rank)))
            default: EscalationCondition(.cyberNotExcluded, .holds(true))
            }
          }
        }
        return level
      }
    }

    func assess(_ seeds: [VertexID], after hours: Double) -> EscalationAssessment {
      var question = EscalationAssessment.Question(
        Seeds(seeds), since: EscalationLawTests.start)
      question.now = EscalationLawTests.start.advanced(by: hours * 3600)
      return EscalationAssessment(question, in: compiled)
    }
  }

  @Test func channelsAreStruckAsBlastSays() {
    for seed in 0..<200 {
      guard let sample = Case(seed, withHoldups: true) else { continue }
      for hours in [0, 3, 9, 500] {
        let blast = BlastRadius(
          .init(Seeds(sample.seeds), after: .hours(hours)), in: sample.compiled)
        let certain = Set(
          blast.down.filter { $0.verdict == .certain }.map(\.vertex) + sample.seeds)
        let possible = certain.union(blast.down.map(\.vertex))
        let open = Set(
          blast.cannotTell.map(\.vertex)
            + (blast.degraded + blast.reducedRedundancy).filter { !$0.couldBeDown.isEmpty }
            .map(\.vertex))
        let assessment = sample.assess(sample.seeds, after: Double(hours))
        for reach in assessment.reaches {
          for channel in reach.channels {
            let place = "seed \(seed), \(hours) h, \(sample.compiled.table.id(of: channel.vertex))"
            #expect((channel.down == .certain) == certain.contains(channel.vertex), "\(place)")
            #expect((channel.down >= .possible) == possible.contains(channel.vertex), "\(place)")
            #expect(!open.contains(channel.vertex) || channel.isStruck, "\(place)")
            if channel.isStruck, channel.down >= .possible, !channel.way.isEmpty {
              #expect(sample.seeds.contains(channel.way[0]), "\(place)")
              #expect(channel.way.allSatisfy(possible.contains), "\(place)")
              #expect(channel.way.last == channel.vertex, "\(place)")
            }
          }
          #expect(
            assessment.unreachable.contains(reach.contact)
              == (!reach.channels.isEmpty && reach.channels.allSatisfy(\.isStruck)))
        }
      }
    }
  }

  /// In a model where all is known, against levels computed from the definition.
  @Test func channelsAreStruckAsTheDefinitionSays() {
    for seed in 0..<200 {
      var random = SeededGenerator(seed: seed ^ 0xC4A7)
      var model = RandomModel.make(seed: seed, isKnown: true)
      var contact = Contact(id: "p")
      contact.reach = model.components.map(\.id)
      model.contacts = [contact]
      guard let compiled = try? CompiledModel(model) else { continue }
      let seeds = compiled.componentVertices.filter { _ in random.chance(0.2) }
      let levels = NaiveLevels(
        compiled.model, .written, failed: Set(seeds.map(compiled.table.id(of:))))
      var question = EscalationAssessment.Question(Seeds(seeds), since: Self.start)
      question.now = Self.start.advanced(by: 1)
      let assessment = EscalationAssessment(question, in: compiled)
      for channel in assessment.reaches[0].channels {
        let id = compiled.table.id(of: channel.vertex)
        #expect(channel.isStruck == (levels.level[id] == 0), "seed \(seed), \(id)")
      }
    }
  }

  @Test func moreFailuresNeverLowerALevel() {
    for seed in 0..<300 {
      guard let sample = Case(seed, withHoldups: true), sample.seeds.count > 1 else { continue }
      for hours in [0.0, 5, 30] {
        let few = sample.assess(Array(sample.seeds.dropLast()), after: hours)
        let many = sample.assess(sample.seeds, after: hours)
        for (one, other) in zip(few.levels, many.levels) {
          // What is seen to be certain stays so; a condition may only become surer.
          #expect(one.verdict != .certain || other.verdict == .certain, "seed \(seed), \(hours) h")
        }
        #expect((few.place ?? -1) <= (many.place ?? -1), "seed \(seed), \(hours) h")
      }
    }
  }

  @Test func timeNeverLowersALevel() {
    for seed in 0..<300 {
      guard let sample = Case(seed, withHoldups: true) else { continue }
      var before = -1
      for hours in [0.0, 1, 2, 4, 7, 12, 25, 60] {
        let place = sample.assess(sample.seeds, after: hours).place ?? -1
        #expect(before <= place, "seed \(seed), \(hours) h")
        before = place
      }
    }
  }

  /// Holdups, thresholds and tolerances are whole hours, so a level comes on the hour.
  @Test func aLevelComesWhenItWasSaidToCome() {
    for seed in 0..<60 {
      guard let sample = Case(seed, withHoldups: true) else { continue }
      let first = sample.assess(sample.seeds, after: 0)
      let hours = (0...48).map { sample.assess(sample.seeds, after: Double($0)) }
      for (place, finding) in first.levels.enumerated() {
        let seen = hours.firstIndex { $0.levels[place].verdict == .certain }
        let said =
          finding.verdict == .certain
          ? 0
          : first.later.first { $0.finding.level.id == finding.level.id }.map {
            ($0.at.secondsSinceEpoch - Self.start.secondsSinceEpoch) / 3600
          }
        // A lighter level than the suggested one is not foretold.
        guard place > first.place ?? -1 || finding.verdict == .certain else { continue }
        if let said, said <= 48 {
          #expect(seen.map { Double($0) } == said, "seed \(seed), level \(place)")
        } else {
          #expect(seen == nil, "seed \(seed), level \(place)")
        }
      }
      // And the last answer tells when each level was called.
      guard let last = hours.last else { continue }
      for (place, finding) in last.levels.enumerated() where place <= last.place ?? -1 {
        let called = hours.firstIndex { ($0.place ?? -1) >= place }
        let told = last.calls[finding.level.id].map {
          ($0.secondsSinceEpoch - Self.start.secondsSinceEpoch) / 3600
        }
        #expect(called.map { Double($0) } == told, "seed \(seed), level \(place)")
      }
    }
  }
}
