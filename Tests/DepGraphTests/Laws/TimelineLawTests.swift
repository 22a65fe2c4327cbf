import DepGraph
import Testing

/// A timeline is what its definition says, second by second; so are allowed outages.
@Suite struct TimelineLawTests {
  private static let seeds = 0..<(soaking ? 100_000 : 400)

  @Test func outagesAgreeWithStepsOfOneSecond() throws {
    var checked = 0
    for seed in Self.seeds {
      let model = RandomTimelineModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x7171)
      let events = Self.events(for: compiled, &random)
      let end = 90
      var naive = NaiveTimeline(model)
      naive.run(events, until: end)
      let timeline = TimelineModel(compiled).timeline(
        of: try events.map { try Self.event($0, in: compiled) }, until: Double(end - 1))
      for (index, id) in compiled.table.ids.enumerated() {
        let found = timeline.outages(of: VertexID(index)).map {
          Int($0.from)..<Int(min($0.until, Double(end)))
        }
        let expected = naive.outages[id, default: []]
        if Self.isWhole(timeline, until: end) {
          #expect(found == expected, "seed \(seed), \(id), \(events)")
        } else {
          #expect(expected.starts(with: found), "seed \(seed), \(id), \(events)")
        }
      }
      checked += 1
    }
    #expect(checked > Self.seeds.count / 2)
  }

  @Test func allowedOutagesAgreeWithEveryDuration() throws {
    var finite = 0
    for seed in Self.seeds where seed % 20 == 0 {
      let model = RandomTimelineModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x3C3C)
      let failed = compiled.table.ids.shuffled(using: &random).prefix(Int(random.next() % 3 + 1))
      let returning = try #require(failed.first)
      let longest = 24
      let end = 100
      var runs: [NaiveTimeline] = []
      for duration in 1...longest {
        var naive = NaiveTimeline(model)
        naive.run(
          failed.map { .init(time: 0, id: $0, fails: true) }
            + [.init(time: duration, id: returning, fails: false)], until: end)
        runs.append(naive)
      }
      let allowed = AllowedOutages(in: compiled, reading: .written)
      for target in compiled.table.ids.shuffled(using: &random).prefix(4) {
        let objective = Int.random(in: 0...12, using: &random)
        let excess = runs.firstIndex { naive in
          naive.outages[target, default: []].contains { $0.count > objective }
        }
        let found = allowed.longest(
          of: try #require(compiled.vertex(of: returning)),
          among: try failed.map { try #require(compiled.vertex(of: $0)) },
          for: try #require(compiled.vertex(of: target)),
          within: try #require(TimeSpan(seconds: Double(objective))))
        let place = "seed \(seed), \(target) within \(objective) after \(failed)"
        if let excess {
          #expect(found == Double(excess), "\(place)")
          finite += 1
        } else {
          #expect(found == .infinity, "\(place)")
        }
      }
    }
    #expect(finite > Self.seeds.count / 40)
  }

  /// What fails, and what comes back, by hand or not, some of it more than once.
  private static func events(
    for compiled: CompiledModel, _ random: inout SeededGenerator
  ) -> [NaiveTimeline.Event] {
    var events: [NaiveTimeline.Event] = []
    for id in compiled.table.ids where random.chance(0.25) {
      var time = Int.random(in: 0...6, using: &random)
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        events.append(.init(time: time, id: id, fails: true))
        time += Int.random(in: 1...9, using: &random)
        guard random.chance(0.8) else { break }
        events.append(.init(time: time, id: id, fails: false, byHand: random.chance(0.3)))
        time += Int.random(in: 0...7, using: &random)
      }
    }
    if random.chance(0.4), let id = compiled.table.ids.randomElement(using: &random) {
      let time = Int.random(in: 5...30, using: &random)
      events.append(.init(time: time, id: id, fails: false, byHand: true))
    }
    return events
  }

  private static func event(
    _ event: NaiveTimeline.Event, in compiled: CompiledModel
  ) throws -> TimelineEvent {
    let change: TimelineEvent.Change =
      event.fails ? .fail : event.byHand ? .restoreByHand : .restore
    return TimelineEvent(
      change, try #require(compiled.vertex(of: event.id)), at: Double(event.time))
  }

  /// Whether a run shows everything until an end: one that repeats itself stops earlier.
  private static func isWhole(_ timeline: Timeline, until end: Int) -> Bool {
    if case .repeats = timeline.ending { return false }
    return true
  }
}
