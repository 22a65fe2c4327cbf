import DepGraph
import Testing

@Suite struct RegisterTests {
  @Test func alternativesAreNoneNominalIndependentOrUnknown() throws {
    let model = try TestModel(
      """
        - {id: r1, kind: network-element, shares: {software: s}}
        - {id: r2, kind: network-element, shares: {software: s}}
        - {id: l1, kind: network-element}
        - {id: l2, kind: network-element}
        - {id: d1, kind: network-element, shares: {duct: unknown}}
        - {id: d2, kind: network-element, shares: {duct: unknown}}
        - {id: clock, kind: time-source}
        - id: work
          kind: process
          requires: [clock, {any: [r1, r2]}, {any: [l1, l2]}, {any: [d1, d2]}]
      """)
    let register = Register(of: model.compiled)
    let answers = register.rows.map { row in
      "\(model.compiled.table.id(of: row.system)) \(row.alternative.rawValue)"
    }
    #expect(
      answers == [
        "clock none", "d1 unknown", "d2 unknown", "l1 independent", "l2 independent", "r1 nominal",
        "r2 nominal",
      ])
    let shared = register.rows.first { model.compiled.table.id(of: $0.system) == "r1" }?.shared
    #expect(shared?.map(model.compiled.table.id(of:)) == ["software:s"])
  }

  @Test func usersThatRedundancyWouldSaveAreListedToo() throws {
    let model = try TestModel(WhyTests.pair)
    let register = Register(usersOf: try model.vertex("a"), in: model.compiled)
    let rows = register.rows.map { row in
      "\(model.compiled.table.id(of: row.user)) \(row.steps) \(row.effect.key)"
    }
    #expect(
      rows == [
        "core 1 reduced-redundancy", "desk 2 reduced-redundancy", "hall 2 reduced-redundancy",
      ])
    #expect(register.rows[1].way.map(model.compiled.table.id(of:)) == ["a", "core", "desk"])
  }

  @Test func oneUnknownDuctBesideAKnownOneIsNotIndependent() throws {
    let model = try TestModel(
      """
        - {id: a, kind: network-element, shares: {duct: d1}}
        - {id: b, kind: network-element, shares: {duct: unknown}}
        - {id: work, kind: process, requires: [{any: [a, b]}]}
      """)
    let rows = Register(of: model.compiled).rows
    #expect(rows.map(\.alternative) == [.unknown, .unknown])
  }

  @Test func aStepThroughANetworkRestsOnItsPath() throws {
    let model = try TestModel(
      """
        - {id: s, kind: network-element}
        - {id: m, kind: network-element}
        - {id: t, kind: network-element}
        - {id: one, kind: link, ends: [s, m]}
        - {id: two, kind: link, ends: [m, t]}
        - {id: work, kind: process, note: guess, requires: [{path: {from: s, to: [t], over: default, basis: assumed}}]}
      """)
    let row = Register(of: model.compiled).rows.first { row in
      model.compiled.table.id(of: row.system) == "m"
    }
    #expect(row?.basis == .assumed)
  }
}
