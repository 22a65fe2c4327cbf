import DepGraph
import Testing

/// Who works in full when is what its definition says, second by second.
@Suite struct LevelTimelineLawTests {
  private static let seeds = 0..<(soaking ? 100_000 : 300)
  private static let end = 70

  @Test func stretchesAgreeWithStepsOfOneSecond() throws {
    var degraded = 0
    for seed in Self.seeds {
      let model = RandomTimelineModel.make(seed: seed)
      guard let compiled = try? CompiledModel(model) else { continue }
      var random = SeededGenerator(seed: seed ^ 0x5EED)
      let story = Self.story(for: compiled, &random)
      var working = NaiveTimeline(model)
      working.run(story.events, until: Self.end)
      var full = NaiveLevelTimeline(model)
      full.run(down: working.outages, degraded: story.degraded, until: Self.end)
      let timeline = LevelTimelineModel(compiled).timeline(
        of: try Self.events(of: story, in: compiled), until: Double(Self.end - 1))
      // What goes round for ever is shown for one period only; that is the other law's matter.
      if case .repeats = timeline.down.ending { continue }
      let atRest = Set(timeline.degradedAtRest.map { compiled.table.id(of: $0) })
      #expect(atRest == full.lackingAtRest, "seed \(seed)")
      for (index, id) in compiled.table.ids.enumerated() where !atRest.contains(id) {
        let found = timeline.stretches(of: VertexID(index)).map {
          "\(Int($0.from))..<\(Int(min($0.until, Double(Self.end)))) \($0.isDown)"
        }
        let expected = Self.stretches(
          lacking: full.lacks[id, default: []], down: working.outages[id, default: []])
        degraded += expected.count { $0.hasSuffix("false") }
        #expect(found == expected, "seed \(seed), \(id), \(story)")
      }
    }
    #expect(degraded > Self.seeds.count)
  }

  /// Who works is the same, whoever asks how well.
  @Test func outagesAreThoseOfTheOneLevel() throws {
    for seed in Self.seeds where seed % 3 == 0 {
      guard let compiled = try? CompiledModel(RandomTimelineModel.make(seed: seed)) else {
        continue
      }
      var random = SeededGenerator(seed: seed ^ 0x5EED)
      let events = try Self.events(of: Self.story(for: compiled, &random), in: compiled)
      let both = LevelTimelineModel(compiled).timeline(of: events, until: 69)
      let one = TimelineModel(compiled).timeline(of: events, until: 69)
      #expect(both.down.affected == one.affected, "seed \(seed)")
      for vertex in one.affected {
        #expect(both.down.outages(of: vertex) == one.outages(of: vertex), "seed \(seed)")
      }
    }
  }

  private struct Story {
    var events: [NaiveTimeline.Event] = []
    var degraded: [String: [Range<Int>]] = [:]
  }

  /// What fails, is degraded, and comes back.
  private static func story(
    for compiled: CompiledModel, _ random: inout SeededGenerator
  ) -> Story {
    var story = Story()
    for id in compiled.table.ids where random.chance(0.3) {
      let start = Int.random(in: 0...8, using: &random)
      let length = Int.random(in: 1...12, using: &random)
      if random.chance(0.5) {
        story.degraded[id] = [start..<(random.chance(0.8) ? start + length : end)]
        continue
      }
      story.events.append(.init(time: start, id: id, fails: true))
      guard random.chance(0.8) else { continue }
      story.events.append(
        .init(time: start + length, id: id, fails: false, byHand: random.chance(0.3)))
    }
    return story
  }

  private static func events(
    of story: Story, in compiled: CompiledModel
  ) throws -> [TimelineEvent] {
    var events: [TimelineEvent] = []
    for event in story.events {
      let change: TimelineEvent.Change =
        event.fails ? .fail : event.byHand ? .restoreByHand : .restore
      events.append(
        .init(change, try #require(compiled.vertex(of: event.id)), at: Double(event.time)))
    }
    for id in story.degraded.keys.sorted() {
      let vertex = try #require(compiled.vertex(of: id))
      for span in story.degraded[id, default: []] {
        events.append(.init(.degrade, vertex, at: Double(span.lowerBound)))
        if span.upperBound < end {
          events.append(.init(.restore, vertex, at: Double(span.upperBound)))
        }
      }
    }
    return events
  }

  /// The stretches with what is down taken apart, by walking second by second.
  private static func stretches(lacking: [Range<Int>], down: [Range<Int>]) -> [String] {
    var found: [String] = []
    var begun: (from: Int, isDown: Bool)?
    for step in 0...end {
      let isDown = down.contains { $0.contains(step) }
      let state = step == end || !(isDown || lacking.contains { $0.contains(step) }) ? nil : isDown
      if let last = begun, state != last.isDown {
        found.append("\(last.from)..<\(step) \(last.isDown)")
        begun = nil
      }
      if let state, begun == nil { begun = (step, state) }
    }
    return found
  }
}
