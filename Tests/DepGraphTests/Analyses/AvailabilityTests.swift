import Testing

@testable import DepGraph

@Suite struct AvailabilityTests {
  private func answer(
    _ components: String, extra: String = "", for targets: String...
  ) throws -> (model: TestModel, answer: Availability) {
    let model = try TestModel(components, extra: extra)
    let asked = try targets.isEmpty ? nil : model.compiled.seeds(targets).vertices
    return (model, Availability(.init(of: asked), in: model.compiled))
  }

  private func near(_ value: Double, _ expected: Double, within share: Double = 1e-10) -> Bool {
    (value - expected).magnitude <= share * expected
  }

  private static let units = """
      - {id: u1, kind: network-element, availability: 99.9%}
      - {id: u2, kind: network-element, availability: 99.9%}
      - {id: u3, kind: network-element, availability: 99.9%}
    """

  private static func group(_ members: String) -> String {
    "common-causes: [{id: \"design:u\", model: beta, value: 5%, members: [\(members)]}]\n"
  }

  /// The published figures are sums of rare events, the exact ones a little less.
  @Test func oneOfTwoThatFailTogether() throws {
    let (_, answer) = try answer(
      Self.units + "\n  - {id: t, kind: consumer, requires: [{any: [u1, u2]}]}",
      extra: Self.group("u1, u2"))
    let value = answer.targets[0].unavailability
    #expect(value.isExact && !answer.targets[0].isLeast)
    #expect(near(value.low, 5.09025e-5, within: 1e-5))
    #expect(near(value.low, 1 - (1 - 5e-5) * (1 - 9.5e-4 * 9.5e-4)))
  }

  @Test func twoOfThreeThatFailTogether() throws {
    let (_, answer) = try answer(
      Self.units + "\n  - {id: t, kind: consumer, requires: [{at-least: 2, of: [u1, u2, u3]}]}",
      extra: Self.group("u1, u2, u3"))
    let value = answer.targets[0].unavailability.low
    #expect(near(value, 5.27075e-5, within: 1e-4))
    let alone = 3 * 9.5e-4 * 9.5e-4 - 2 * 9.5e-4 * 9.5e-4 * 9.5e-4
    #expect(near(value, 1 - (1 - 5e-5) * (1 - alone)))
  }

  @Test func withoutAGroupTheyAreIndependent() throws {
    let (_, answer) = try answer(
      Self.units + "\n  - {id: t, kind: consumer, requires: [{any: [u1, u2]}]}")
    #expect(near(answer.targets[0].unavailability.low, 1e-6))
  }

  @Test func whatIsNotKnownIsNamed() throws {
    let (model, answer) = try answer(
      """
        - {id: a, kind: site, availability: 99%, basis: assumed}
        - {id: b, kind: site}
        - {id: r1, kind: platform, requires: [a], shares: {software: x}}
        - {id: safe, kind: site, fails: never}
        - {id: p, kind: process, requires: [a, b, r1, safe, {any: [q, unknown]}]}
        - {id: q, kind: site, availability: 99%}
        - {id: idle, kind: process, requires: []}
      """)
    let p = try #require(answer.targets.first { $0.vertex == (try? model.vertex("p")) })
    let ids = { (vertices: [VertexID]) in vertices.map(model.compiled.table.id(of:)) }
    #expect(ids(p.unknown) == ["software:x", "b", "r1"])
    #expect(ids(p.unknownNeeds) == ["p"])
    #expect(ids(p.assumed) == ["a"])
    #expect(p.isLeast && !p.isUnknown)
    let idle = try #require(answer.targets.first { $0.vertex == (try? model.vertex("idle")) })
    #expect(!idle.isLeast && idle.unavailability == .zero && idle.causes.isEmpty)
  }

  @Test func aTargetsOwnFailureCounts() throws {
    let (_, answer) = try answer(
      """
        - {id: a, kind: site, availability: 90%}
        - {id: t, kind: consumer, availability: 90%, requires: [a]}
        - {id: always, kind: site, fails: never, availability: 90%}
      """, for: "t", "always")
    #expect(near(answer.targets[0].unavailability.low, 0.1))
    #expect(near(answer.targets[1].unavailability.low, 0.19))
    #expect(answer.targets[1].causes.map(\.importance.rrw.value).allSatisfy { $0 != nil })
  }

  @Test func aRingFailsByACauseOnly() throws {
    let (_, answer) = try answer(
      """
        - {id: a, kind: site, availability: 90%, requires: [b]}
        - {id: b, kind: site, availability: 80%, requires: [a]}
      """, for: "a", "b")
    #expect(answer.targets.allSatisfy { near($0.unavailability.low, 1 - 0.9 * 0.8) })
  }

  /// Links s–a, a–b, a–b: the ring beyond a lost link keeps nothing up.
  @Test func aWayThroughANetwork() throws {
    let (_, answer) = try answer(
      """
        - {id: s, kind: site, fails: never}
        - {id: a, kind: site, fails: never}
        - {id: b, kind: site, fails: never}
        - {id: l1, kind: link, ends: [s, a], availability: 90%}
        - {id: l2, kind: link, ends: [a, b], availability: 90%}
        - {id: l3, kind: link, ends: [a, b], availability: 90%}
        - {id: p, kind: process, requires: [{path: {from: s, to: a}}]}
        - {id: q, kind: process, requires: [{path: {from: s, to: b}}]}
      """)
    #expect(near(answer.targets[0].unavailability.low, 0.1))
    #expect(near(answer.targets[1].unavailability.low, 1 - 0.9 * 0.99))
    #expect(!answer.targets[1].isLeast)
  }

  @Test func whatIsTooLargeHasBounds() throws {
    let model = try TestModel(
      Self.units + "\n  - {id: t, kind: consumer, requires: [u1, {any: [u2, u3]}]}")
    var question = Availability.Question()
    question.mostNodes = 1
    let exact = 1 - 0.999 * (1 - 1e-6)
    for target in Availability(question, in: model.compiled).targets where target.limit != nil {
      #expect(target.unavailability.low <= exact + 1e-12)
      #expect(target.unavailability.high >= exact - 1e-12)
      #expect(target.causes.isEmpty)
    }
    let stopped = Availability(.init(), in: model.compiled, goesOn: { false })
    #expect(stopped.targets.count == 1)
  }

  @Test func aModelWithoutUsers() throws {
    let (_, answer) = try answer("  - {id: a, kind: site}")
    #expect(answer.targets.isEmpty && answer.isComplete)
  }

  @Test func whyNoFigureFollowsFromAContract() throws {
    let contracts = """
      as-of: 2026-01-01
      contracts:
        - {id: old, covers: a, availability: 99%, valid: {until: 2025-01-01}}
        - {id: wide, covers: [a, b], availability: 99%}
        - {id: own, covers: b, availability: 99%}

      """
    let model = try TestModel(
      """
        - {id: a, kind: site}
        - {id: b, kind: site, availability: 99%}
        - {id: t, kind: consumer, requires: [a, b]}
      """, extra: contracts)
    let outcomes = try ["old", "wide", "own"].map {
      PromiseBudget(
        for: try model.vertex("t"), goal: 0.9, adjusting: $0, in: model.compiled
      ).outcome
    }
    #expect(
      outcomes == [.unused(.notInForce), .unused(.coversNotOne), .unused(.hasOwnFigure)])
  }
}
