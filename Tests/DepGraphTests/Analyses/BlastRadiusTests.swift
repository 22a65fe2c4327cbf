import DepGraph
import Testing

@Suite struct BlastRadiusTests {
  /// The fault of August 2024 in five lines: two units, one software release.
  @Test func redundantUnitsWithOneReleaseAreOneThing() throws {
    let shared = try TestModel(
      """
        - {id: unit-a, kind: time-source, shares: {software: r1}}
        - {id: unit-b, kind: time-source, shares: {software: r1}}
        - {id: time, requires: [{any: [unit-a, unit-b]}]}
        - {id: users, kind: consumer, requires: [time]}
      """)
    let one = try shared.blast("unit-a")
    #expect(shared.ids(one.down) == [])
    #expect(shared.ids(one.reducedRedundancy) == ["time", "users"])
    let release = try shared.blast("software:r1")
    #expect(shared.ids(release.down) == ["time", "unit-a", "unit-b", "users"])
    #expect(release.down.allSatisfy { $0.verdict == .certain })
  }

  @Test func uncertainFactsMakeAnAnswerPossible() throws {
    let model = try TestModel(
      """
        - {id: net, kind: network-element}
        - {id: other, kind: network-element}
        - id: a
          requires: [{ref: net, basis: assumed}]
        - id: b
          requires: [{any: [net, {ref: other, basis: assumed}]}]
        - id: c
          requires: [net]
      """)
    let blast = try model.blast("net")
    #expect(model.ids(blast.down) == ["a", "b", "c"])
    #expect(blast.down.map(\.verdict) == [.possible, .possible, .certain])
    #expect(blast.down.map(\.atLeast) == [.notAffected, .reducedRedundancy, .down])
  }

  @Test func holdupsDelayAndAnHourOfNeedDelaysTheFeeling() throws {
    let model = try TestModel(
      """
        - {id: power, kind: power}
        - {id: room, requires: [{ref: power, holdup: 8h}]}
        - id: desk
          kind: consumer
          requires: [room]
          needed: {days: daily, from: "07:00", to: "23:00", zone: Europe/Amsterdam}
      """)
    // 27 August 2024, 22:00 in Amsterdam; the desk goes at 06:00 and opens at 07:00.
    let night = Instant(secondsSinceEpoch: 1_724_788_800, writtenOffset: 7200)
    let blast = try model.blast("power", since: night)
    #expect(blast.down.map(\.after) == [28_800.0, 28_800.0])
    let desk = try #require(blast.down.first { model.compiled.table.id(of: $0.vertex) == "desk" })
    #expect(desk.felt == 32_400.0)
    #expect(try model.blast("power", after: .hours(4)).down.isEmpty)
    #expect(try model.blast("power", after: .hours(8)).down.count == 2)
  }

  @Test func degradedStopsWhereItIsTolerated() throws {
    let model = try TestModel(
      """
        - {id: monitoring, requires: []}
        - {id: net, requires: [], degrades-without: [monitoring]}
        - {id: strict, requires: [net]}
        - {id: lenient, requires: [{ref: net, tolerates: degraded}]}
        - {id: shown, requires: [], degrades-without: [{ref: monitoring, scope: self}]}
        - {id: above, requires: [shown]}
      """)
    let blast = try model.blast("monitoring")
    #expect(blast.down.isEmpty)
    #expect(model.ids(blast.degraded) == ["net", "shown", "strict"])
  }

  @Test func whatNobodyWroteDownCannotBeTold() throws {
    let model = try TestModel(
      """
        - {id: net, kind: network-element}
        - {id: known, requires: []}
        - {id: silent}
        - {id: partly, requires: [known, unknown]}
        - {id: behind, requires: [silent]}
      """)
    let blast = try model.blast("net")
    let told = Dictionary(
      uniqueKeysWithValues: blast.cannotTell.map {
        (model.compiled.table.id(of: $0.vertex), $0.because)
      })
    #expect(told == ["silent": ["silent"], "partly": ["partly"], "behind": ["silent"]])
    #expect(blast.notAffected.map(model.compiled.table.id(of:)) == ["known"])
  }

  @Test func anUnknownDuctMattersWhenADuctFails() throws {
    let model = try TestModel(
      """
        - {id: line-1, kind: link, ends: [x, y], shares: {duct: unknown}}
        - {id: line-2, kind: link, ends: [x, y], shares: {duct: d2}}
        - {id: x, kind: network-element}
        - {id: y, kind: network-element}
        - {id: time, kind: time-source}
      """)
    let duct = try model.blast("duct:d2")
    #expect(duct.cannotTell.map { model.compiled.table.id(of: $0.vertex) } == ["line-1"])
    #expect(try model.blast("time").cannotTell.isEmpty)
  }

  @Test func whatFallsLaterMayFallSoonerWithSomethingUnknown() throws {
    let model = try TestModel(
      """
        - {id: grid, kind: power}
        - {id: pump, requires: [{ref: grid, holdup: 2h}, unknown]}
        - {id: lock, requires: [{ref: pump, holdup: 2h}]}
      """)
    // By what is known the pump stops after two hours and the lock after four.
    for hours in [2, 3] {
      let blast = try model.blast("grid", after: .hours(hours))
      #expect(model.ids(blast.down) == ["pump"])
      #expect(blast.cannotTell.map(\.because) == [["pump"]], "after \(hours) h")
    }
    #expect(model.ids(try model.blast("grid", after: .hours(4)).down) == ["pump", "lock"])
    #expect(try model.blast("grid").cannotTell.isEmpty)
  }

  @Test func anUnknownRoomMayBeInABuildingThatMayHaveFallen() throws {
    let model = try TestModel(
      """
        - {id: grid, kind: power}
        - {id: hall, kind: facility, requires: unknown}
        - {id: rack, requires: [], shares: {room: hall}}
        - {id: desk, requires: [], shares: {room: unknown}}
        - {id: shed, requires: []}
      """)
    let blast = try model.blast("grid")
    let ids = blast.cannotTell.map { model.compiled.table.id(of: $0.vertex) }
    #expect(ids.sorted() == ["desk", "hall", "rack"])
    #expect(blast.notAffected.map(model.compiled.table.id(of:)) == ["shed"])
  }

  /// With several ends or one: who lives on a stock leans on no more than who is on the last way.
  @Test func aPathWithoutAnyWayOnItsStockIsReduced() throws {
    let model = try TestModel(
      """
        - {id: a, kind: network-element, requires: []}
        - {id: b, kind: network-element, requires: []}
        - {id: c, kind: network-element, requires: []}
        - {id: l1, kind: link, ends: [a, b]}
        - {id: l2, kind: link, ends: [a, c]}
        - {id: one, kind: consumer, requires: [{path: {from: a, to: b}, holdup: 4h}]}
        - {id: either, kind: consumer, requires: [{path: {from: a, to: [b, c]}, holdup: 4h}]}
        - {id: l3, kind: link, ends: [b, c]}
      """)
    for seeds in [["b"], ["b", "c"]] {
      let blast = try BlastRadius(
        .init(model.compiled.seeds(seeds), after: .hours(1)), in: model.compiled)
      let ids = blast.reducedRedundancy.map { model.compiled.table.id(of: $0.vertex) }
      #expect(ids == ["either", "one"], "\(seeds)")
    }
  }

  @Test func claimsAnswerOnlyWhatTheyCover() throws {
    let model = try TestModel(
      """
        - {id: time, kind: time-source}
        - {id: power, kind: power}
        - {id: net, requires: [time, power]}
        - {id: other, requires: [power]}
        - {id: intake, requires: unknown, independent-of: [net]}
        - {id: liar, requires: [net], independent-of: [net]}
      """)
    let inside = try model.blast("time")
    #expect(inside.cannotTell.isEmpty)
    #expect(inside.claimedIndependent.map(\.coversTheFailure) == [true])
    let outside = try model.blast("power")
    #expect(outside.cannotTell.map { model.compiled.table.id(of: $0.vertex) } == ["intake"])
    #expect(outside.claimedIndependent.map(\.coversTheFailure) == [false])
    let findings = IndependenceClaim.findings(in: model.compiled)
    #expect(findings.map(\.id) == ["liar"])
  }

  @Test func aSupplierWithUnknownProductsLeavesEverythingUntold() throws {
    let model = try TestModel(
      """
        - {id: router, kind: network-element, product-of: maker}
        - {id: desk, kind: consumer, requires: [router]}
        - {id: shed, kind: facility}
      """, extra: "parties: [{id: maker, products: unknown}]\n")
    let blast = try model.blast("supplier:maker")
    #expect(blast.failed.map(model.compiled.table.id(of:)) == ["router"])
    #expect(model.ids(blast.down) == ["desk"])
    #expect(blast.cannotTell.map(\.because) == [["supplier:maker"]])
  }

  @Test func peopleAreARange() throws {
    let model = try TestModel(
      """
        - {id: net, kind: network-element}
        - id: airport
          kind: consumer
          owner: port
          sector: transport-air
          requires: [net]
          impact: [{after: 1h, people: 100}, {after: 24h, people: 20000}]
        - {id: town, kind: consumer, owner: city, requires: [{ref: net, basis: assumed}], users: 300}
        - {id: camp, kind: consumer, owner: city, requires: [net]}
      """,
      extra:
        "parties: [{id: port}, {id: city, parent: ministry}, {id: ministry, role: [ministry]}]\n")
    let blast = try model.blast("net")
    #expect(blast.consequences.people.low == 20_000)
    #expect(blast.consequences.people.high == 20_300)
    #expect(blast.consequences.people.fromUsers == ["town"])
    #expect(blast.consequences.people.incomplete == ["camp"])
    #expect(blast.consequences.organisations.possible == ["city", "port"])
    #expect(blast.consequences.ministries.certain == ["ministry"])
    #expect(try model.blast("net", after: .hours(2)).consequences.people.low == 100)
    #expect(try model.blast("net", after: .zero).consequences.people.low == 0)
  }

  /// Reduced redundancy ranks above "cannot tell", so it has to say that it may be worse.
  @Test func aHitThatMayBeWorseSaysSo() throws {
    let model = try TestModel(
      """
        - {id: line-a, kind: network-element, shares: {duct: d1}}
        - {id: line-b, kind: network-element, shares: {duct: unknown}}
        - {id: desk, kind: consumer, requires: [{any: [line-a, line-b]}]}
      """)
    let hit = try #require(try model.blast("duct:d1").reducedRedundancy.first)
    #expect(hit.couldBeDown == ["line-b"])
    #expect(try model.blast("line-a").reducedRedundancy.first?.couldBeDown == [])
  }

  @Test func harmCountsFromTheMomentItIsFelt() throws {
    let model = try TestModel(
      """
        - {id: net, kind: network-element}
        - id: desk
          kind: consumer
          requires: [net]
          needed: {days: daily, from: "08:00", to: "17:00", zone: UTC}
          impact: [{after: 1h, people: 10}]
      """)
    // Midnight UTC; the desk opens eight hours later.
    let midnight = Instant(secondsSinceEpoch: 1_724_716_800)
    let people = { (hours: Int) in
      try model.blast("net", after: .hours(hours), since: midnight).consequences.people.high
    }
    #expect(try people(5) == 0)
    #expect(try people(9) == 10)
  }

  @Test func aContractThatCoversWhatNobodyListsIsNotComplete() throws {
    let model = try TestModel(
      """
        - {id: router, kind: network-element, product-of: maker}
        - {id: shed, kind: facility}
      """,
      extra: """
        parties: [{id: maker, products: unknown}]
        contracts: [{id: c1, covers: ["supplier:maker"]}, {id: c2, covers: ["contract:c1"]}]

        """)
    for selector in ["contract:c1", "contract:c2"] {
      let blast = try model.blast(selector)
      #expect(blast.failed.map(model.compiled.table.id(of:)) == ["router"])
      #expect(blast.cannotTell.map(\.because) == [[selector]])
    }
  }

  /// What falls at a moment anyway may fall sooner by what is unknown, and take others with it.
  @Test func whatIsUnknownCanHasten() throws {
    let model = try TestModel(
      """
        - {id: f, kind: site}
        - {id: u, requires: unknown}
        - {id: a, requires: [u, {ref: f, holdup: 2h}]}
        - {id: b, kind: consumer, requires: [{ref: a, holdup: 1h}]}
        - {id: c, kind: consumer, requires: [{ref: u, holdup: 5h}]}
      """)
    let untold = { (hours: Int) in
      try model.blast("f", after: .hours(hours)).cannotTell.map {
        model.compiled.table.id(of: $0.vertex)
      }
    }
    #expect(try untold(2) == ["b", "u"])
    #expect(try untold(6) == ["c", "u"])
    #expect(try model.blast("f", after: .hours(2)).cannotTell.first?.because == ["u"])
  }

  @Test func timesAreThoseOfTheReadingThatGivesTheVerdict() throws {
    let model = try TestModel(
      """
        - {id: x, kind: power}
        - {id: desk, requires: [{ref: x, holdup: 4h}, {any: [{ref: x, holdup: 1h}, {ref: y, basis: assumed}]}]}
        - {id: y, requires: []}
      """)
    let hit = try #require(try model.blast("x").down.first)
    #expect(hit.verdict == .certain)
    #expect(hit.after == 14_400.0)
  }

  @Test func aMemberIsLostWhenItsOwnHoldupIsSpent() throws {
    let model = try TestModel(
      """
        - {id: a, kind: power}
        - {id: b, kind: power}
        - {id: desk, requires: [{any: [{ref: a, holdup: 4h}, b]}]}
      """)
    let reduced = { (hours: Int) in
      try model.blast("a", after: .hours(hours)).reducedRedundancy.count
    }
    #expect(try reduced(2) == 0)
    #expect(try reduced(4) == 1)
  }
}
