import DepGraph
import Testing

@Suite struct WhyTests {
  static let pair = """
      - {id: power, kind: power}
      - {id: a, kind: network-element, requires: [power]}
      - {id: b, kind: network-element, shares: {software: r1}}
      - {id: core, requires: [{any: [a, b]}]}
      - {id: desk, kind: consumer, requires: [core, hall]}
      - {id: hall, kind: facility, requires: [core]}
    """

  @Test func aChainNamesEveryLossThatWasNeeded() throws {
    let model = try TestModel(Self.pair)
    let why = try model.why("desk", "power", "software:r1")
    #expect(why.grade == .down)
    let explanation = try #require(why.explanation)
    #expect(model.text(explanation) == "desk ← core ← (a ← power, b ← software:r1)")
    #expect(explanation.because[0].location == "requires/1/any")
    #expect(explanation.size == 6)
    #expect(why.stillUpBecause.isEmpty)
  }

  @Test func whatHoldsIsNamed() throws {
    let model = try TestModel(Self.pair)
    let why = try model.why("desk", "power")
    #expect(why.grade == .reducedRedundancy)
    #expect(why.explanation == nil)
    let support = try #require(why.stillUpBecause.first)
    #expect(model.compiled.table.id(of: support.owner) == "core")
    #expect(support.lost.map(model.compiled.table.id(of:)) == ["a"])
    #expect(support.holding.map(model.compiled.table.id(of:)) == ["b"])
    #expect(why.way?.map(model.compiled.table.id(of:)) == ["power", "a", "core", "desk"])
  }

  @Test func noWayIsToldApartFromASave() throws {
    let model = try TestModel(Self.pair)
    let why = try model.why("power", "desk")
    #expect(why.grade == .notAffected)
    #expect(why.way == nil)
    #expect(why.stillUpBecause.isEmpty)
  }

  @Test func aCutNetworkIsExplainedByItsCut() throws {
    let model = try TestModel(
      """
        - {id: s, kind: network-element}
        - {id: t, kind: network-element}
        - {id: one, kind: link, ends: [s, t], network: ring}
        - {id: two, kind: link, ends: [s, t], network: ring}
        - {id: call, requires: [{path: {from: s, to: [t], over: ring}}]}
      """)
    let why = try model.why("call", "one", "two")
    let explanation = try #require(why.explanation)
    #expect(model.text(explanation) == "call ← (one, two)")
    #expect(try model.why("call", "one").grade == .reducedRedundancy)
  }
}
