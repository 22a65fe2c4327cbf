import DepGraph
import Testing

/// Each sentence of the definition of a timeline, by hand; times are in seconds.
@Suite struct TimelineTests {
  private func outages(
    _ components: String, _ events: String, of id: String, reading: Reading = .written,
    until horizon: Double = .infinity
  ) throws -> [ClosedRange<Double>] {
    let model = try TestModel(components)
    let timeline = TimelineModel(model.compiled, reading: reading).timeline(
      of: try Self.events(events, in: model), until: horizon)
    return timeline.outages(of: try model.vertex(id)).map { $0.from...$0.until }
  }

  /// Events written as `0 -a, 5 +a, 7 !a`: fails, is restored, is restored by hand.
  private static func events(_ text: String, in model: TestModel) throws -> [TimelineEvent] {
    try text.split(separator: ",").map { part in
      let words = part.split(separator: " ")
      let change: TimelineEvent.Change =
        switch words[1].first {
        case "-": .fail
        case "+": .restore
        default: .restoreByHand
        }
      let time = try #require(Double(words[0]))
      return TimelineEvent(change, try model.vertex(String(words[1].dropFirst())), at: time)
    }
  }

  private let never = Double.infinity

  // MARK: - Holdups

  private let battery = """
      - {id: power, kind: power}
      - {id: node, requires: [{ref: power, holdup: 10s}]}
    """

  @Test func aHoldupRidesThrough() throws {
    #expect(try outages(battery, "0 -power, 9 +power", of: "node") == [])
    #expect(try outages(battery, "0 -power, 14 +power", of: "node") == [10...14])
    #expect(try outages(battery, "0 -power", of: "node") == [10...never])
  }

  @Test func restoredAtTheVeryInstantIsSaved() throws {
    #expect(try outages(battery, "0 -power, 10 +power", of: "node") == [])
    // Also if the target comes back by something else, at that instant.
    let chain = """
        - {id: grid, kind: power}
        - {id: power, kind: power, requires: [grid]}
        - {id: node, requires: [{ref: power, holdup: 10s}]}
      """
    #expect(try outages(chain, "0 -grid, 10 +grid", of: "node") == [])
  }

  @Test func aHoldupThatRanOutSavesNobodyElse() throws {
    // At 10 `node` may work again only if its battery is not empty, which `back` can not wait for.
    let model = """
        - {id: power, kind: power}
        - {id: node, requires: [{ref: power, holdup: 10s}]}
        - {id: back, requires: [node]}
        - {id: after, requires: [{ref: back, holdup: 12s}]}
      """
    #expect(
      try outages(model, "0 -power, 3 -node, 10 +node, 30 +power", of: "back") == [3...30])
    // An attempt that lasts no time does not fill a holdup again.
    #expect(
      try outages(model, "0 -power, 3 -node, 10 +node, 30 +power", of: "after") == [15...30])
  }

  @Test func aHoldupIsWholeAgainAtOnce() throws {
    let events = "0 -power, 9 +power, 10 -power, 19 +power"
    #expect(try outages(battery, events, of: "node") == [])
  }

  @Test func aGroupHasItsOwnHoldup() throws {
    let model = """
        - {id: a}
        - {id: b}
        - {id: node, requires: [{any: [a, b], holdup: 5s}]}
      """
    #expect(try outages(model, "0 -a, 3 -b, 12 +a", of: "node") == [8...12])
    #expect(try outages(model, "0 -a, 3 -b, 8 +b", of: "node") == [])
  }

  // MARK: - Changing over

  private let pair = """
      - {id: a}
      - {id: b}
      - {id: node, requires: [{any: [a, b], switchover: 4s}]}
    """

  @Test func changingOverTakesItsTime() throws {
    #expect(try outages(pair, "10 -a", of: "node") == [10...14])
    // The other member is not in use.
    #expect(try outages(pair, "10 -b", of: "node") == [])
    // The change goes on although the first one is back.
    #expect(try outages(pair, "10 -a, 11 +a", of: "node") == [10...14])
  }

  @Test func goingBackCostsNothing() throws {
    // At 20 it runs on `a` again: the loss of `b` is not felt, that of `a` is.
    #expect(try outages(pair, "10 -a, 20 +a, 30 -b", of: "node") == [10...14])
    #expect(try outages(pair, "10 -a, 20 +a, 30 -a", of: "node") == [10...14, 30...34])
  }

  @Test func nothingToChangeOverTo() throws {
    // Back on the one it ran on last: at once. On the other: after changing over.
    #expect(try outages(pair, "0 -b, 10 -a, 20 +a", of: "node") == [10...20])
    #expect(try outages(pair, "0 -b, 10 -a, 20 +b", of: "node") == [10...24])
    // Lost while changing over: then what is there first.
    #expect(try outages(pair, "10 -a, 12 -b, 20 +b", of: "node") == [10...20])
  }

  @Test func aHoldupRidesThroughAChangeover() throws {
    let model = """
        - {id: a}
        - {id: b}
        - {id: long, requires: [{any: [a, b], switchover: 4s, holdup: 4s}]}
        - {id: short, requires: [{any: [a, b], switchover: 4s, holdup: 3s}]}
      """
    #expect(try outages(model, "10 -a", of: "long") == [])
    #expect(try outages(model, "10 -a", of: "short") == [13...14])
  }

  @Test func atLeastChangesOverForEachMemberInUse() throws {
    let model = """
        - {id: a}
        - {id: b}
        - {id: c}
        - {id: node, requires: [{at-least: 2, of: [a, b, c], switchover: 4s}]}
      """
    #expect(try outages(model, "10 -c", of: "node") == [])
    #expect(try outages(model, "10 -b", of: "node") == [10...14])
    #expect(try outages(model, "10 -a, 30 +a, 40 -c", of: "node") == [10...14])
    #expect(try outages(model, "10 -a, 30 -b, 50 +b", of: "node") == [10...14, 30...50])
  }

  // MARK: - Restarts

  private let chain = """
      - {id: power, kind: power, restart: 1s}
      - {id: node, requires: [power], restart: 10s}
      - {id: portal, requires: [node], restart: 100s}
    """

  @Test func restartsFollowEachOther() throws {
    #expect(try outages(chain, "0 -power, 20 +power", of: "power") == [0...21])
    #expect(try outages(chain, "0 -power, 20 +power", of: "node") == [0...31])
    #expect(try outages(chain, "0 -power, 20 +power", of: "portal") == [0...131])
  }

  @Test func aRestartBeginsAgainAfterEachStop() throws {
    let events = "0 -power, 20 +power, 25 -power, 26 +power"
    #expect(try outages(chain, events, of: "node") == [0...37])
  }

  @Test func ridingThroughIsNoStop() throws {
    let model = """
        - {id: power, kind: power}
        - {id: node, requires: [{ref: power, holdup: 5s}], restart: 10s}
      """
    #expect(try outages(model, "0 -power, 4 +power", of: "node") == [])
    #expect(try outages(model, "0 -power, 6 +power", of: "node") == [5...16])
  }

  // MARK: - One instant

  @Test func whatIsRestoredAndFailsHasFailed() throws {
    #expect(try outages(battery, "0 -power, 5 -power, 5 +power", of: "power") == [0...never])
  }

  @Test func lostAndGainedAtOneInstantIsNoOutage() throws {
    let model = """
        - {id: a}
        - {id: b}
        - {id: node, requires: [{any: [a, b]}], restart: 10s}
      """
    #expect(try outages(model, "0 -b, 7 +b, 7 -a", of: "node") == [])
  }

  private let mutual = """
      - {id: power, kind: power}
      - {id: p, requires: [q, power]}
      - {id: q, requires: [p], restart: 5s}
    """

  @Test func aPairStaysDownUntilStartedByHand() throws {
    #expect(try outages(mutual, "0 -p, 10 +p", of: "p") == [0...never])
    #expect(try outages(mutual, "0 -p, 10 !p", of: "p") == [0...10])
    #expect(try outages(mutual, "0 -p, 10 !p", of: "q") == [0...15])
    // It was held up by hand until `q` was there; from then on it needs it again.
    #expect(try outages(mutual, "0 -p, 10 !p, 20 -q", of: "p") == [0...10, 20...never])
    #expect(try outages(mutual, "0 -power, 10 +power, 40 !q", of: "p") == [0...45])
  }

  @Test func noHandReplacesWhatIsMissing() throws {
    #expect(try outages(mutual, "0 -p, 0 -power, 10 !p", of: "p") == [0...never])
    #expect(try outages(chain, "0 -power, 5 !node, 9 +power", of: "node") == [0...20])
  }

  // MARK: - Networks

  private let ring = """
      - {id: s, kind: network-element}
      - {id: a, kind: network-element}
      - {id: b, kind: network-element}
      - {id: s-a, kind: link, ends: [s, a]}
      - {id: s-b, kind: link, ends: [s, b]}
      - {id: a-b, kind: link, ends: [a, b]}
      - {id: user, requires: [{path: {from: s, to: [a]}}]}
      - {id: patient, requires: [{path: {from: s, to: [a]}, holdup: 6s}]}
    """

  @Test func aWayIsLostWithTheLastOne() throws {
    let events = "10 -s-a, 20 -s-b, 40 +s-a"
    #expect(try outages(ring, events, of: "user") == [20...40])
    #expect(try outages(ring, events, of: "patient") == [26...40])
    #expect(try outages(ring, "10 -s-a, 20 -b, 26 +b", of: "patient") == [])
    #expect(try outages(ring, "3 -a, 5 +a", of: "user") == [3...5])
  }

  @Test func aRingCutOffDoesNotKeepItselfUp() throws {
    let model = """
        - {id: s, kind: network-element}
        - {id: a, kind: network-element, requires: [{path: {from: s, to: [a]}}]}
        - {id: b, kind: network-element, requires: [{path: {from: s, to: [b]}}]}
        - {id: s-a, kind: link, ends: [s, a]}
        - {id: a-b-1, kind: link, ends: [a, b]}
        - {id: a-b-2, kind: link, ends: [a, b]}
      """
    #expect(try outages(model, "5 -s-a, 9 +s-a", of: "a") == [5...9])
    #expect(try outages(model, "5 -s-a, 9 +s-a", of: "b") == [5...9])
  }

  // MARK: - Beginning and end

  @Test func readingsDiffer() throws {
    let model = """
        - {id: a}
        - {id: b}
        - {id: node, requires: [{any: [a, {ref: b, basis: assumed, note: x}]}]}
      """
    #expect(try outages(model, "0 -a, 9 +a", of: "node") == [])
    #expect(try outages(model, "0 -a, 9 +a", of: "node", reading: .possible) == [0...9])
  }

  @Test func aHorizonEndsTheRun() throws {
    let model = try TestModel(chain)
    let events = try Self.events("0 -power, 20 +power", in: model)
    let timeline = TimelineModel(model.compiled).timeline(of: events, until: 50)
    #expect(timeline.ending == .horizon)
    #expect(timeline.works(try model.vertex("node"), at: 31))
    #expect(!timeline.works(try model.vertex("portal"), at: 50))
    #expect(timeline.longestOutage(of: try model.vertex("portal")) == .infinity)
    let whole = TimelineModel(model.compiled).timeline(of: events)
    #expect(whole.ending == .quiet)
    #expect(whole.end == 131)
    #expect(whole.longestOutage(of: try model.vertex("portal")) == 131)
  }

  @Test func outagesThatChaseEachOtherRoundACircleAreSeen() throws {
    // Each loss comes 2 later at the other, and its restart makes up for the shorter outage.
    let model = try TestModel(
      """
        - {id: p, requires: [{ref: q, holdup: 2s}], restart: 2s}
        - {id: q, requires: [{ref: p, holdup: 2s}], restart: 2s}
      """)
    let events = try Self.events("0 -p, 1 +p", in: model)
    let timeline = TimelineModel(model.compiled).timeline(of: events)
    guard case .repeats(let period) = timeline.ending else {
      Issue.record("\(timeline.ending)")
      return
    }
    #expect(period.truncatingRemainder(dividingBy: 4) == 0)
    #expect(timeline.longestOutage(of: try model.vertex("p")) == 3)
    #expect(timeline.longestOutage(of: try model.vertex("q")) == 3)
    let first = timeline.outages(of: try model.vertex("q")).prefix(2).map { $0.from...$0.until }
    #expect(first == [2...5, 6...9])
  }

  @Test func aLongChainTakesNoRecursion() throws {
    var model = Model()
    let count = 20_000
    for number in 0..<count {
      var component = Component(id: "c\(number)")
      component.statesRequires = true
      if number > 0 {
        component.requires = .reference(
          Reference("c\(number - 1)", evidence: Evidence(.fictional)))
        component.restart = TimeSpan(seconds: 1)
      }
      model.components.append(component)
    }
    let compiled = try CompiledModel(model)
    let first = try #require(compiled.vertex(of: "c0"))
    let last = try #require(compiled.vertex(of: "c\(count - 1)"))
    let timeline = TimelineModel(compiled).timeline(
      of: [TimelineEvent(.fail, first, at: 0), TimelineEvent(.restore, first, at: 5)])
    #expect(timeline.ending == .quiet)
    #expect(timeline.longestOutage(of: last) == Double(5 + count - 1))
  }
}
