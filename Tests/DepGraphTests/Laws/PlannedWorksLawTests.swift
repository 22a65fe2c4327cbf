import Testing

@testable import DepGraph

/// Planned works agree with a run in steps of one second, and with propagation from what is out.
@Suite struct PlannedWorksLawTests {
  private static let seeds = 0..<(soaking ? 20_000 : 150)
  private static let end = 70

  /// Some works of a few seconds at one or two things each, some of them at the same time.
  private static func notices(
    _ compiled: CompiledModel, _ random: inout SeededGenerator
  ) -> [MaintenanceNotice] {
    (0..<Int.random(in: 1...3, using: &random)).map { number in
      let start = Int.random(in: 0...14, using: &random)
      let length = Int.random(in: 1...12, using: &random)
      var notice = MaintenanceNotice(
        from: Instant(secondsSinceEpoch: Double(start)),
        until: Instant(secondsSinceEpoch: Double(start + length)))
      notice.id = "W\(number)"
      notice.objects = compiled.table.ids.shuffled(using: &random)
        .prefix(Int.random(in: 1...2, using: &random)).map { .init($0) }
      return notice
    }
  }

  @Test func everySecondIsTheGradeOfItsDefinition() throws {
    var seen: [Grade: Int] = [:]
    for seed in Self.seeds {
      let model = RandomTimelineModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x5EED)
      let notices = Self.notices(compiled, &random)
      let works = PlannedWorks(.init(notices, zone: .utc), in: compiled)
      let origin = notices.map(\.start.secondsSinceEpoch).min() ?? 0
      var naive = NaiveTimeline(model)
      naive.run(try Self.events(notices, compiled, from: origin), until: Self.end)
      let users = compiled.vertices(ofKinds: [.process, .consumer])
      for second in 0..<Self.end - 20 {
        let expected = Self.grades(at: second, naive, compiled)
        for user in users {
          let moment = Instant(secondsSinceEpoch: origin + Double(second))
          let spells = works.users.first { $0.vertex == user }?.spells ?? []
          let found =
            spells.first { $0.from <= moment && ($0.until.map { moment < $0 } ?? true) }?.grade
            ?? .notAffected
          let wanted = expected[user] ?? .notAffected
          seen[found, default: 0] += 1
          // What nobody knows has no part in the definition that this holds against.
          let known = found == .cannotTell ? Grade.notAffected : found
          #expect(
            known == wanted, "seed \(seed), \(compiled.table.id(of: user)) at \(second)")
        }
      }
    }
    #expect(seen[.down, default: 0] > 100 && seen[.reducedRedundancy, default: 0] > 100)
    #expect(seen[.degraded, default: 0] > 20)
  }

  /// What is said to take several works takes each of them; what one does alone it does alone.
  @Test func togetherMeansThatNoneOfThemCouldBeMissed() throws {
    var together = 0
    for seed in Self.seeds {
      guard let compiled = try? CompiledModel(RandomTimelineModel.make(seed: seed)) else {
        continue
      }
      var random = SeededGenerator(seed: seed ^ 0x5EED)
      let notices = Self.notices(compiled, &random)
      let works = PlannedWorks(.init(notices, zone: .utc), in: compiled)
      let grade = { (chosen: [Int], user: VertexID, moment: Instant) -> Grade in
        let some = chosen.map { works.windows[$0].notice }
        let result = PlannedWorks(.init(some, zone: .utc), in: compiled)
        let spells = result.users.first { $0.vertex == user }?.spells ?? []
        return spells.first { $0.from <= moment && ($0.until.map { moment < $0 } ?? true) }?.grade
          ?? .notAffected
      }
      for user in works.users {
        for spell in user.spells {
          let place = "seed \(seed), \(compiled.table.id(of: user.vertex)) \(spell)"
          if spell.isTogether {
            together += 1
            #expect(grade(spell.windows, user.vertex, spell.from) >= spell.grade, "\(place)")
            for one in spell.windows {
              let rest = spell.windows.filter { $0 != one }
              #expect(grade(rest, user.vertex, spell.from) < spell.grade, "\(place)")
            }
          } else {
            for one in spell.windows {
              #expect(grade([one], user.vertex, spell.from) >= spell.grade, "\(place)")
            }
          }
        }
      }
    }
    #expect(together > 5)
  }

  // MARK: - By definition

  private static func events(
    _ notices: [MaintenanceNotice], _ compiled: CompiledModel, from origin: Double
  ) throws -> [NaiveTimeline.Event] {
    // Second by second: out while any work at it goes on.
    var events: [NaiveTimeline.Event] = []
    for id in compiled.table.ids {
      var isOut = false
      for second in 0..<end {
        let moment = origin + Double(second)
        let now = notices.contains { notice in
          notice.objects.contains { $0.text == id }
            && notice.start.secondsSinceEpoch <= moment && moment < notice.end.secondsSinceEpoch
        }
        if now != isOut { events.append(.init(time: second, id: id, fails: now)) }
        isOut = now
      }
    }
    return events
  }

  /// The grades at a second, from what the naive run has out then, each for as long as it is.
  private static func grades(
    at second: Int, _ naive: NaiveTimeline, _ compiled: CompiledModel
  ) -> [VertexID: Grade] {
    var out: [VertexID: Double] = [:]
    for (id, outages) in naive.outages {
      guard let outage = outages.first(where: { $0.contains(second) }),
        let vertex = compiled.vertex(of: id)
      else { continue }
      out[vertex] = Double(outage.lowerBound)
    }
    guard let first = out.values.min() else { return [:] }
    let reading = compiled.reading(.possible)
    let times = reading.times(from: out.map { ($0.key, $0.value - first) })
    let outcome = ReadingOutcome(reading, times: times, horizon: Double(second) - first)
    var grades: [VertexID: Grade] = [:]
    for vertex in compiled.componentVertices {
      grades[vertex] = out[vertex] != nil ? .down : outcome.grade(of: vertex)
    }
    return grades
  }
}
