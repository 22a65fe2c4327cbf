import DepGraph
import Testing

/// Protection needs that are inherited, by hand.
@Suite struct ProtectionNeedsTests {
  static let components = """
      - id: crisis
        name: {en: Crisis team, nl: Crisisteam}
        kind: process
        requires: [{any: [phone, radio]}, room]
        protection-need: {confidentiality: high, availability: very-high}
      - id: office
        kind: process
        requires: [phone]
        degrades-without: [room]
        protection-need: {confidentiality: normal, availability: normal, integrity: unknown}
      - {id: shop, kind: process, requires: [radio]}
      - {id: phone, requires: [core], protection-need: {availability: high}}
      - {id: radio, requires: [core]}
      - {id: core, kind: network-element, protection-need: {availability: high, confidentiality: unknown}}
      - {id: room, kind: site, protection-need: {confidentiality: high, availability: very-high}}
    """

  private func need(
    _ id: String, _ goal: ProtectionGoal, in text: String = components, cumulateFrom: Int = 3
  ) throws -> ProtectionNeeds.Inheritance? {
    let model = try TestModel(text)
    let vertex = try model.vertex(id)
    return ProtectionNeeds(in: model.compiled, cumulateFrom: cumulateFrom).inheritances.first {
      $0.vertex == vertex && $0.goal == goal
    }
  }

  @Test func theHighestNeedIsInherited() throws {
    let core = try #require(try need("core", .availability))
    #expect(core.maximum == .veryHigh)
    let model = try TestModel(Self.components)
    #expect(core.way.map { model.compiled.table.id(of: $0) } == ["crisis", "phone", "core"])
    // The crisis team falls with it: there is no distribution.
    #expect(core.low == .veryHigh)
    #expect(core.high == .veryHigh)
    #expect(core.verdict == .tooLow)
    #expect(try need("room", .availability)?.verdict == .sufficient)
    // Without it the office works degraded: that is no requirement.
    #expect(try need("room", .integrity)?.unknownUsers.count == 1)
    #expect(try need("crisis", .availability) == nil)
  }

  @Test func distributionIsARange() throws {
    let phone = try #require(try need("phone", .availability))
    #expect(phone.maximum == .veryHigh)
    #expect(phone.low == .high)
    #expect(phone.verdict == .lowUnlessDistributed)
    // Confidential is what comes by, whatever else there is.
    #expect(try need("phone", .confidentiality)?.low == .high)
    #expect(try need("phone", .confidentiality)?.verdict == .notStated)
  }

  @Test func whatIsOnlyRedundantInNameIsNotDistributed() throws {
    let text = """
        - {id: p, kind: process, requires: [{any: [a, b]}], protection-need: {availability: high}}
        - {id: a, shares: {duct: d1}}
        - {id: b, shares: {duct: d1}}
      """
    #expect(try need("a", .availability, in: text)?.low == .normal)
    #expect(try need("duct:d1", .availability, in: text)?.low == .high)
  }

  @Test func unknownStaysUnknown() throws {
    let radio = try #require(try need("radio", .availability))
    #expect(radio.maximum == .veryHigh)
    #expect(radio.unknownUsers.count == 1)
    let integrity = try #require(try need("core", .integrity))
    #expect(integrity.maximum == nil)
    #expect(integrity.low == nil)
    #expect(integrity.verdict == .notStated)
    #expect(try need("core", .confidentiality)?.verdict == .unknown)
    let text = """
        - {id: p, kind: process, requires: [s]}
        - {id: q, kind: process, requires: [s], protection-need: {availability: normal}}
        - {id: s, protection-need: {availability: normal}}
      """
    #expect(try need("s", .availability, in: text)?.verdict == .cannotTell)
  }

  private let database = """
      - {id: a, kind: process, requires: [db], protection-need: {confidentiality: high}}
      - {id: b, kind: process, requires: [db], protection-need: {confidentiality: high}}
      - {id: c, kind: process, requires: [db, b], protection-need: {confidentiality: high}}
      - {id: d, kind: process, requires: [db], protection-need: {confidentiality: normal}}
      - {id: db, protection-need: {confidentiality: high}}
    """

  @Test func independentUsersCumulate() throws {
    // `b` is required by `c`: two independent users of a high need.
    let two = try #require(
      try need("db", .confidentiality, in: database, cumulateFrom: 2))
    #expect(two.independentUsers.count == 2)
    #expect(two.low == .high)
    #expect(two.high == .veryHigh)
    #expect(two.verdict == .lowIfCumulated)
    #expect(
      try need("db", .confidentiality, in: database, cumulateFrom: 3)?.verdict == .sufficient)
  }

  /// One that rests on all of them takes nothing away from those that do not need each other.
  @Test func oneAboveAllLeavesThemIndependent() throws {
    let text = """
        - {id: u1, kind: process, requires: [db], protection-need: {integrity: high}}
        - {id: u2, kind: process, requires: [db], protection-need: {integrity: high}}
        - {id: u3, kind: process, requires: [db], protection-need: {integrity: high}}
        - {id: top, kind: process, requires: [u1, u2, u3], protection-need: {integrity: high}}
        - {id: db, protection-need: {integrity: high}}
      """
    let found = try #require(try need("db", .integrity, in: text, cumulateFrom: 3))
    #expect(found.independentUsers.count == 3)
    #expect(found.verdict == .lowIfCumulated)
  }

  @Test func twoThatNeedEachOtherAreOneUser() throws {
    let text = """
        - {id: a, kind: process, requires: [db, b], protection-need: {integrity: high}}
        - {id: b, kind: process, requires: [db, a], protection-need: {integrity: high}}
        - {id: db}
      """
    let found = try #require(try need("db", .integrity, in: text, cumulateFrom: 2))
    #expect(found.independentUsers.count == 1)
    #expect(found.high == .high)
  }

  @Test func waysThroughANetworkInherit() throws {
    let text = """
        - {id: s, kind: network-element}
        - {id: a, kind: network-element}
        - {id: t, kind: network-element}
        - {id: spur, kind: network-element}
        - {id: s-a, kind: link, ends: [s, a]}
        - {id: a-t, kind: link, ends: [a, t]}
        - {id: s-t, kind: link, ends: [s, t]}
        - {id: t-spur, kind: link, ends: [t, spur]}
        - id: p
          kind: process
          requires: [{path: {from: s, to: [t]}}]
          protection-need: {availability: very-high, integrity: high}
      """
    for id in ["s", "t"] { #expect(try need(id, .availability, in: text)?.low == .veryHigh) }
    for id in ["a", "s-a", "a-t", "s-t"] {
      #expect(try need(id, .availability, in: text)?.low == .high, "\(id)")
      #expect(try need(id, .integrity, in: text)?.low == .high, "\(id)")
    }
    for id in ["spur", "t-spur"] { #expect(try need(id, .availability, in: text) == nil) }
  }

  @Test func withoutStatementsThereIsNothingToInherit() throws {
    let model = try TestModel("  - {id: p, kind: process, requires: [q]}\n  - {id: q}")
    let needs = ProtectionNeeds(in: model.compiled)
    #expect(!needs.isStated)
    #expect(needs.inheritances == [])
  }
}
