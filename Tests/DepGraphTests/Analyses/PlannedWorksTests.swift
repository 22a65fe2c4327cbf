import Testing

@testable import DepGraph

/// What planned works do, each alone and where they overlap.
@Suite struct PlannedWorksTests {
  /// Two rings of two carriers under one desk; a call centre with a battery; a portal whose needs
  /// nobody wrote down.
  static let components = """
      - {id: ring-a, kind: network-element, operator: carrier-a}
      - {id: ring-b, kind: network-element, operator: carrier-b}
      - {id: desk, kind: consumer, owner: city, requires: [{any: [ring-a, ring-b]}]}
      - {id: grid, kind: power}
      - {id: calls, kind: process, owner: police, requires: [{ref: grid, holdup: 4h}]}
      - {id: reports, kind: process, owner: police, requires: [], degrades-without: [grid]}
      - {id: portal, kind: consumer, requires: unknown}
    """
  static let parties = """
    parties:
      - {id: city, name: City}
      - {id: police, parent: city}
      - {id: carrier-a, name: Carrier A}
      - {id: carrier-b, name: Carrier B}
    contacts:
      - {id: clerk, party: city, reach: [grid]}
      - {id: noc, party: carrier-a}

    """
  let model: TestModel

  init() throws { model = try TestModel(Self.components, extra: Self.parties) }

  /// Works in a table with the columns object, start, end, impact, status, provider, id.
  private func works(
    _ lines: String..., change: (inout PlannedWorks.Question) -> Void = { _ in }
  ) throws -> PlannedWorks {
    let text = (["object,start,end,impact,status,provider,id"] + lines).joined(separator: "\n")
    let read = try MaintenanceReader().read(text: text, named: "w.csv")
    var question = PlannedWorks.Question(read.notices, zone: read.zone)
    change(&question)
    return PlannedWorks(question, in: model.compiled)
  }

  /// What happens to a user, as `01:00–04:00 degraded by 1`; together as `1+2`.
  private func spells(_ works: PlannedWorks, _ id: String) throws -> [String] {
    let vertex = try model.vertex(id)
    return Self.told(works.users.first { $0.vertex == vertex }?.spells ?? [])
  }

  static func told(_ spells: [PlannedWorks.Spell]) -> [String] {
    let phrases = Phrases(.english)
    return spells.map { spell in
      let numbers = spell.windows.map { String($0 + 1) }
      let by = numbers.joined(separator: spell.isTogether ? "+" : ",")
      let passing = spell.isPassing ? " passing" : ""
      let until = spell.until.map(phrases.clock) ?? "?"
      return "\(phrases.clock(spell.from))–\(until) \(spell.grade.key)\(passing) by \(by)"
    }
  }

  /// The test of the issue: ring A Saturday 01–05, ring B of another carrier 04–06.
  @Test func eachAloneReducedTogetherOutage() throws {
    let works = try works(
      "ring-a,2026-06-13 01:00,2026-06-13 05:00,OUTAGE,CONFIRMED,Carrier A,A-1",
      "ring-b,2026-06-13 04:00,2026-06-13 06:00,OUTAGE,CONFIRMED,carrier-b,B-1")
    #expect(
      try spells(works, "desk") == [
        "01:00–04:00 reduced-redundancy by 1", "04:00–05:00 down by 1+2",
        "05:00–06:00 reduced-redundancy by 2",
      ])
    #expect(
      works.windows.map { Self.told($0.alone.first?.spells ?? []) } == [
        ["01:00–05:00 reduced-redundancy by 1"], ["04:00–06:00 reduced-redundancy by 2"],
      ])
    let overlap = try #require(works.overlaps.first)
    #expect(works.overlaps.count == 1 && overlap.windows == [0, 1])
    #expect(overlap.from == Instant(text: "2026-06-13T04:00+02:00"))
    #expect(overlap.until == Instant(text: "2026-06-13T05:00+02:00"))
    #expect(overlap.effects.map { model.compiled.table.id(of: $0.vertex) } == ["desk"])
    #expect(Self.told(overlap.effects[0].spells) == ["04:00–05:00 down by 1+2"])
    // Alone each makes the other ring a single point of failure.
    #expect(
      works.windows.map { $0.newPoints.flatMap { $0.causes.map(model.compiled.table.id(of:)) } }
        == [["ring-b"], ["ring-a"]])
    #expect(works.worst == .down && works.makesNewPoints)
    #expect(
      works.addressees.map { "\($0.role.rawValue) \($0.party ?? "nobody")" }
        == ["affected city", "affected nobody", "carrier carrier-a", "carrier carrier-b"])
    #expect(works.addressees.map { $0.people.map(\.contact) } == [["clerk"], [], ["noc"], []])
  }

  /// Of several works only those that it takes are named.
  @Test func onlyThoseThatTakePartAreNamed() throws {
    let works = try works(
      "grid,2026-06-13 00:00,2026-06-13 03:00,,,,G-1",
      "ring-a,2026-06-13 01:00,2026-06-13 05:00,,,,A-1",
      "ring-b,2026-06-13 02:00,2026-06-13 04:00,,,,B-1")
    #expect(try spells(works, "desk")[1] == "02:00–04:00 down by 2+3")
  }

  /// A battery that lasts as long as the works bridges them; longer works it does not.
  @Test func aHoldupCountsFromTheStartOfTheWork() throws {
    let short = try works("grid,2026-06-13 01:00,2026-06-13 05:00,,,,")
    #expect(try spells(short, "calls") == [])
    #expect(try spells(short, "reports") == ["01:00–05:00 degraded by 1"])
    let long = try works("grid,2026-06-13 01:00,2026-06-13 06:00,,,,")
    #expect(try spells(long, "calls") == ["05:00–06:00 down by 1"])
    // Two works one after the other at the same thing are one.
    let two = try works(
      "grid,2026-06-13 01:00,2026-06-13 03:00,,,,", "grid,2026-06-13 03:00,2026-06-13 06:00,,,,")
    #expect(try spells(two, "calls") == ["05:00–06:00 down by 1+2"])
    #expect(two.overlaps.map(\.windows) == [[0, 1]])
  }

  @Test func whatDoesNotFail() throws {
    let works = try works(
      "ring-a,2026-06-13 01:00,2026-06-13 05:00,NO-IMPACT,CONFIRMED,,1",
      "ring-b,2026-06-13 01:00,2026-06-13 05:00,OUTAGE,CANCELLED,,2",
      "ring-b,2026-06-13 01:00,2026-06-13 05:00,OUTAGE,COMPLETED,,3",
      "ring-b,2026-06-10 01:00,2026-06-10 05:00,OUTAGE,CONFIRMED,,4",
      "ring-b,2026-07-10 01:00,2026-07-10 05:00,OUTAGE,CONFIRMED,,5"
    ) {
      $0.now = Instant(text: "2026-06-11T00:00Z")
      $0.until = Instant(text: "2026-07-01T00:00Z")
    }
    #expect(
      works.windows.map(\.treatment) == [.over, .noImpact, .cancelled, .completed, .outside])
    #expect(works.users.isEmpty && works.overlaps.isEmpty && works.addressees.isEmpty)
    // What it would do after all is told beside what was announced.
    #expect(
      Self.told(works.windows[1].alone.first { $0.worst == .reducedRedundancy }?.spells ?? [])
        == ["01:00–05:00 reduced-redundancy by 2"])
  }

  /// Whatever the carrier says, what is worked at is out; but the announcement stays to be seen.
  @Test(arguments: ["DEGRADED", "REDUCED-REDUNDANCY", "OUTAGE", ""])
  func whatIsAnnouncedIsNotBelieved(impact: String) throws {
    let works = try works("ring-a,2026-06-13 01:00,2026-06-13 05:00,\(impact),,,")
    #expect(try spells(works, "desk") == ["01:00–05:00 reduced-redundancy by 1"])
    #expect(works.windows[0].notice.impact?.rawValue ?? "" == impact.lowercased())
  }

  @Test func anUnknownObjectIsNeverDropped() throws {
    let works = try works(
      "ring-x,2026-06-13 01:00,2026-06-13 05:00,,,,X-1",
      "ring-a,2026-06-13 04:00,2026-06-13 06:00,,,,A-1")
    let warning = try #require(works.warnings.first)
    #expect(warning.code == .unknownObject && warning.id == "X-1")
    #expect(warning.place == SourcePlace(file: "w.csv", line: 2, column: 1))
    #expect(warning.hint == "did you mean `ring-a`?")
    #expect(works.windows.map(\.unknown) == [["ring-x"], []])
    // As long as it goes on nobody can say anything of anybody.
    #expect(
      try spells(works, "desk") == [
        "01:00–04:00 cannot-tell by 1", "04:00–05:00 reduced-redundancy by 2",
        "05:00–06:00 reduced-redundancy by 2",
      ])
    #expect(try spells(works, "calls") == ["01:00–05:00 cannot-tell by 1"])
    let desk = try #require(works.users.first { $0.worst == .reducedRedundancy })
    #expect(desk.spells.map(\.because) == [["ring-x"], ["ring-x"], []])
  }

  /// Who needs what nobody knows may need what is worked at.
  @Test func unknownNeedsCannotTell() throws {
    let works = try works("ring-a,2026-06-13 01:00,2026-06-13 05:00,,,,")
    #expect(try spells(works, "portal") == ["01:00–05:00 cannot-tell by 1"])
  }

  @Test func selectorsGlobsAndSeveralObjects() throws {
    let works = try works(
      "\"ring-*\",2026-06-13 01:00,2026-06-13 02:00,,,,",
      "\"party:carrier-a, grid\",2026-06-13 03:00,2026-06-13 04:00,,,,")
    #expect(
      works.windows.map { $0.vertices.map(model.compiled.table.id(of:)) }
        == [["ring-a", "ring-b"], ["grid", "ring-a"]])
    #expect(try spells(works, "desk")[0] == "01:00–02:00 down by 1")
  }

  /// Local time in the night in which the clock is put back: 02:00–03:00 comes twice, so that these
  /// four hours by the clock are five, and the battery does not last.
  @Test func theNightInWhichTheClockIsPutBack() throws {
    let works = try works("grid,2026-10-25 00:00,2026-10-25 04:00,,,,")
    let calls = try model.vertex("calls")
    let spell = try #require(works.users.first { $0.vertex == calls }?.spells.first)
    #expect(spell.from == Instant(text: "2026-10-25T03:00+01:00"))
    #expect(spell.until == Instant(text: "2026-10-25T04:00+01:00"))
    #expect(spell.from.writtenOffset == 3600)
    let spring = try self.works("grid,2026-03-29 00:00,2026-03-29 05:00,,,,")
    #expect(!spring.users.contains { $0.vertex == calls })
    #expect(
      Phrases(.dutch).span(
        works.question.zone.local(works.windows[0].notice.start),
        works.question.zone.local(works.windows[0].notice.end))
        == "zo 25 oktober 2026, 00:00 (UTC+2)–04:00 (UTC+1)")
  }

  /// A channel that is out during the works does not reach anybody.
  @Test func channelsInWorksAreStruck() throws {
    let works = try works("grid,2026-06-13 01:00,2026-06-13 06:00,,,,")
    let police = try #require(works.addressees.first { $0.party == "police" })
    #expect(police.through == "city")
    #expect(police.people == [.init(contact: "clerk", lost: ["grid"])])
  }

  /// Changing over and starting again take their time, and are told as what they are.
  @Test func changingOverIsPassing() throws {
    let model = try TestModel(
      """
        - {id: a, kind: network-element}
        - {id: b, kind: network-element}
        - {id: core, kind: platform, requires: [{any: [a, b], switchover: 5m}], restart: 10m}
        - {id: desk, kind: consumer, requires: [core]}
      """)
    let read = try MaintenanceReader().read(
      text: "object,start,end\na,2026-06-13 01:00,2026-06-13 02:00\n", named: "w.csv")
    let works = PlannedWorks(.init(read.notices, zone: read.zone), in: model.compiled)
    #expect(
      Self.told(works.users[0].spells) == [
        "01:00–01:15 down passing by 1", "01:15–02:00 reduced-redundancy by 1",
      ])
  }

  private func answer(
    _ components: String, _ lines: String...
  ) throws -> (model: TestModel, works: PlannedWorks) {
    let model = try TestModel(components)
    let text = (["object,start,end"] + lines).joined(separator: "\n")
    let read = try MaintenanceReader().read(text: text, named: "w.csv")
    return (model, PlannedWorks(.init(read.notices, zone: read.zone), in: model.compiled))
  }

  /// What one of two readings says is possible.
  ///
  /// If the assumption holds, ring A never comes back and the desk stays with ring B; if it does not,
  /// the desk has changed back by the third work, and must change over again.
  @Test func whatOnlyTheCertainReadingHasIsPossible() throws {
    let (model, works) = try answer(
      """
        - {id: ring-a, kind: network-element, requires: [{ref: keys, basis: assumed, note: x}]}
        - {id: keys, kind: platform, requires: [ring-a]}
        - {id: ring-b, kind: network-element}
        - {id: desk, kind: consumer, requires: [{any: [ring-a, ring-b], switchover: 30m}]}
      """,
      "ring-a,2026-06-13 01:00,2026-06-13 02:00", "ring-b,2026-06-13 03:00,2026-06-13 04:00",
      "ring-a,2026-06-13 06:00,2026-06-13 07:00")
    let desk = try model.vertex("desk")
    let spells = works.users.first { $0.vertex == desk }?.spells ?? []
    let phrases = Phrases(.english)
    let last = try #require(spells.first { phrases.clock($0.from) == "06:00" })
    #expect(last.grade == .down && last.verdict == .possible && last.isPassing)
    #expect(last.until.map(phrases.clock) == "06:30")
    let first = try #require(spells.first)
    #expect(first.grade == .down && first.verdict == .certain)
  }

  /// An alternative that the possible reading does not count is no redundancy to lose, as in `blast`.
  @Test func anAssumedAlternativeIsNoRedundancy() throws {
    let (model, works) = try answer(
      """
        - {id: a, kind: platform, requires: []}
        - {id: b, kind: platform, requires: []}
        - {id: c, kind: platform, requires: []}
        - id: desk
          kind: consumer
          requires: [{at-least: 2, of: [a, b, {ref: c, basis: assumed, note: x}]}]
      """, "c,2026-06-13 01:00,2026-06-13 02:00")
    let blast = BlastRadius(.init(Seeds([try model.vertex("c")])), in: model.compiled)
    #expect(blast.reducedRedundancy.isEmpty && works.users.isEmpty)
  }

  /// The number of those that are hit is no rank, and a warning has no holes.
  @Test func theTextsOfTheReport() throws {
    let works = try works(
      "ring-a,2026-06-13 01:00,2026-06-13 05:00,,,,", "ring-x,2026-07-13 01:00,2026-07-13 05:00,,,,"
    )
    let english = works.report(in: model.compiled, language: .english).text(TextStyle(width: 400))
    #expect(english.contains("1 with reduced redundancy"))
    #expect(!english.contains(": .") && english.contains(": `ring-x` names nothing"))
    let dutch = works.report(in: model.compiled, language: .dutch).text(TextStyle(width: 400))
    #expect(dutch.contains("De werkzaamheden") && dutch.contains("2 werkzaamheden"))
    #expect(!dutch.contains("De werken"))
  }

  /// What a battery bridges until the works are over must not be called a single point of failure.
  @Test func newPointsCountHoldups() throws {
    let model = try TestModel(
      """
        - {id: grid, kind: power}
        - {id: ups, kind: power, requires: [{ref: grid, holdup: 4h}]}
        - {id: spare, kind: power}
        - {id: desk, kind: consumer, requires: [{any: [ups, spare]}]}
      """)
    let causes = { (end: String) in
      let read = try MaintenanceReader().read(
        text: "object,start,end\ngrid,2026-06-13 01:00,2026-06-13 \(end)\n", named: "w.csv")
      let works = PlannedWorks(.init(read.notices, zone: read.zone), in: model.compiled)
      return works.windows[0].newPoints.flatMap { $0.causes.map(model.compiled.table.id(of:)) }
    }
    #expect(try causes("03:00") == [])
    #expect(try causes("05:00") == [])
    #expect(try causes("05:01") == ["spare"])
  }
}
