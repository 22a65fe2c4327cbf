import DepGraph
import Testing

/// How long something may be out, by hand.
@Suite struct AllowedOutagesTests {
  private let model = """
      - {id: power, kind: power}
      - {id: spare, kind: power}
      - {id: node, requires: [{any: [power, spare], switchover: 30s}], restart: 10m}
      - {id: portal, requires: [{ref: node, holdup: 1h}], restart: 5m}
      - {id: desk, kind: process, requires: [portal]}
    """

  private func longest(
    _ text: String, of returning: String, among failed: [String], for target: String,
    within seconds: Double
  ) throws -> Double {
    let model = try TestModel(text)
    return AllowedOutages(in: model.compiled).longest(
      of: try model.vertex(returning), among: try failed.map { try model.vertex($0) },
      for: try model.vertex(target), within: try #require(TimeSpan(seconds: seconds)))
  }

  @Test func holdupsAddAndRestartsTake() throws {
    // Out from 1 h, back 10 + 5 minutes after the node can: d + 15 min − 1 h ≤ 4 h.
    #expect(
      try longest(model, of: "node", among: ["node"], for: "desk", within: 14_400) == 17_100)
    // Within 0 all of it must be ridden through: the node is back after an hour at the latest.
    #expect(try longest(model, of: "node", among: ["node"], for: "desk", within: 0) == 3000)
    // The restart alone is longer than what is allowed.
    #expect(try longest(model, of: "portal", among: ["portal"], for: "desk", within: 299) == 0)
    #expect(try longest(model, of: "portal", among: ["portal"], for: "desk", within: 301) == 1)
    #expect(try longest(model, of: "desk", among: ["desk"], for: "desk", within: 301) == 301)
  }

  @Test func whatDoesNotMatterMayBeOutForEver() throws {
    #expect(try longest(model, of: "power", among: ["power"], for: "desk", within: 0) == .infinity)
    #expect(try longest(model, of: "desk", among: ["desk"], for: "portal", within: 0) == .infinity)
    // Both out, one back: as the node alone, and its switchover.
    #expect(
      try longest(model, of: "spare", among: ["power", "spare"], for: "desk", within: 0)
        == 2970)
    #expect(
      try longest(model, of: "power", among: ["power", "spare"], for: "desk", within: 0) == 3000)
  }

  @Test func whatNeedsAHandNeverComesBack() throws {
    let pair = """
        - {id: power, kind: power}
        - {id: p, requires: [q, {ref: power, holdup: 20s}]}
        - {id: q, requires: [p]}
      """
    // Back before the battery is empty, or a pair that waits for itself.
    let allowed = try longest(pair, of: "power", among: ["power"], for: "q", within: 100_000)
    #expect(allowed == 20)
  }

  @Test func aLongerOutageCanBeTheKinderOne() throws {
    // Back before 7, `x` is taken up again and lost at 7, which costs a second changeover before the
    // first stop is over; back later it never is. What counts is that all shorter outages are fine.
    let text = """
        - {id: base}
        - {id: x, requires: [{ref: base, holdup: 7s}]}
        - {id: y}
        - {id: node, requires: [{any: [x, y], switchover: 5s}], restart: 4s}
      """
    let model = try TestModel(text)
    let vertex = { (id: String) throws in try model.vertex(id) }
    let failed = [try vertex("x"), try vertex("base")]
    let run = { (duration: Double) throws in
      TimelineModel(model.compiled).timeline(
        of: failed.map { TimelineEvent(.fail, $0, at: 0) }
          + [TimelineEvent(.restore, try vertex("x"), at: duration)]
      ).longestOutage(of: try vertex("node"))
    }
    #expect(try run(1) == 16)
    #expect(try run(6) == 16)
    #expect(try run(7) == 9)
    #expect(try run(50) == 9)
    #expect(try longest(text, of: "x", among: ["x", "base"], for: "node", within: 9) == 0)
    #expect(try longest(text, of: "x", among: ["x", "base"], for: "node", within: 16) == .infinity)
  }

  @Test func manyTargetsShareTheirRuns() throws {
    let model = try TestModel(model)
    let allowed = AllowedOutages(in: model.compiled)
    let node = try model.vertex("node")
    let within = try #require(TimeSpan(seconds: 7200))
    let together = try ["node", "portal", "desk"].map {
      allowed.longest(of: node, among: [node], for: try model.vertex($0), within: within)
    }
    #expect(together == [6600, 9900, 9900])
  }
}
