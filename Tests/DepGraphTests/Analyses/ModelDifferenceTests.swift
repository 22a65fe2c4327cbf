import DepGraph
import Testing

/// What `diff` finds between small models.
@Suite struct ModelDifferenceTests {
  private func difference(
    _ before: String, _ after: String, extra: String = "", extraAfter: String? = nil
  ) throws -> ModelDifference {
    ModelDifference(
      from: try TestModel(before, extra: extra).compiled,
      to: try TestModel(after, extra: extraAfter ?? extra).compiled)
  }

  private func ids(_ subjects: [FactSubject]) -> [String] {
    subjects.map { "\($0.kind.rawValue) \($0.id)" }
  }

  private func changes(_ difference: ModelDifference) -> [String] {
    difference.facts.changed.flatMap { changed in
      changed.changes.map { "\(changed.subject.id) \($0.name.key.rawValue) \($0.name.row ?? "")" }
    }
  }

  private static let base = """
      - {id: a, kind: platform, requires: []}
      - {id: b, kind: platform, requires: []}
      - {id: c, kind: platform, requires: [{any: [a, b]}]}
      - {id: u, kind: consumer, requires: [c, a]}
    """

  @Test func orderLayoutAndWaysOfWritingMakeNoDifference() throws {
    let other = """
        # a comment
        - id: u
          kind: consumer
          requires: [[a], a, c]
        - {id: c, kind: platform, requires: [{at-least: 1, of: [b, a]}]}
        - {id: b, kind: platform, requires: []}
        - {id: a, kind: platform, requires: [[]]}
      """
    let difference = try difference(Self.base, other)
    #expect(difference.facts.isEmpty)
    #expect(difference.facts.remarks.isEmpty)
    #expect(difference.users.isEmpty && difference.findings == nil)
  }

  @Test func aNoteIsARemarkAndNothingElse() throws {
    let other = Self.base.replacing("id: b,", with: "id: b, note: Checked twice,")
    let difference = try difference(Self.base, other)
    #expect(difference.facts.isEmpty)
    #expect(difference.facts.remarks.map(\.subject.id) == ["b"])
    #expect(ModelDifference.Gate.allCases.filter(difference.fires) == [])
  }

  @Test func whatSaysSomethingElseIsADifference() throws {
    let pairs = [
      ("{any: [a, b]}", "[a, b]"), ("{any: [a, b]}", "{any: [a, b], holdup: 1h}"),
      ("{any: [a, b]}", "{any: [a, b], switchover: 1m}"), ("{any: [a, b]}", "unknown"),
      ("{any: [a, b]}", "{any: [a, {ref: b, basis: assumed}]}"),
      ("{any: [a, b]}", "{any: [a, {ref: b, holdup: 2h}]}"),
      ("{any: [a, b]}", "{at-least: 2, of: [a, b, b]}"), ("{any: [a, b]}", "{any: [a, b, b]}"),
      ("{any: [a, b]}", "{at-least: 2, of: [a, b]}"),
    ]
    for (old, new) in pairs {
      let difference = try difference(Self.base, Self.base.replacing(old, with: new))
      #expect(changes(difference) == ["c requires "], "\(new)")
    }
  }

  /// Where a need is uncertain, it matters whether it stands among alternatives or in a list.
  @Test func anUncertainNeedIsReadByTheGroupThatItStandsIn() throws {
    let pairs = [
      ("{any: [a, {ref: b, basis: assumed}]}", "{any: [a, [{ref: b, basis: assumed}]]}"),
      ("{any: [{ref: a, basis: inferred}]}", "{ref: a, basis: inferred}"),
      ("{any: [a, unknown]}", "{any: [a, [unknown]]}"),
    ]
    for (old, new) in pairs {
      let difference = try difference(
        Self.base.replacing("{any: [a, b]}", with: old),
        Self.base.replacing("{any: [a, b]}", with: new))
      #expect(changes(difference) == ["c requires "], "\(new)")
    }
    // In a list of its own or not: it is required all the same.
    let same = try difference(
      Self.base.replacing("{any: [a, b]}", with: "{ref: a, basis: assumed}"),
      Self.base.replacing("{any: [a, b]}", with: "[[{ref: a, basis: assumed}]]"))
    #expect(same.facts.isEmpty)
  }

  /// Changing over is to the first that works.
  @Test func whereChangingOverTakesTimeOrderIsAFact() throws {
    let ordered = { (text: String) in Self.base.replacing("{any: [a, b]}", with: text) }
    #expect(
      try changes(
        difference(
          ordered("{any: [a, b], switchover: 1m}"), ordered("{any: [b, a], switchover: 1m}"))) == [
          "c requires "
        ])
    #expect(
      try difference(
        ordered("{any: [a, b], switchover: 0s, holdup: 0s}"), ordered("{any: [b, a]}")
      ).facts.isEmpty)
  }

  @Test func aNewSharedReleaseIsANewSinglePoint() throws {
    let before = Self.base.replacing("id: a,", with: "id: a, shares: {software: r},")
      .replacing("[c, a]", with: "[c]")
    let after = before.replacing("id: b,", with: "id: b, shares: {software: r},")
    let difference = try difference(before, after)
    #expect(changes(difference) == ["b shares software"])
    #expect(difference.newPoints.map { "\($0.target) \($0.point.id)" } == ["u software:r"])
    #expect(difference.newPoints.allSatisfy { $0.point.isCommonCause && !$0.targetIsInOne })
    #expect(difference.gonePoints.isEmpty)
    #expect(difference.findings?.newlyFalse.map(\.cause) == ["software:r"])
    let failure = try #require(difference.failures.first { $0.id == "software:r" })
    #expect(failure.before.users == 0 && failure.after.users == 1)
    #expect(failure.newlyDown == ["b", "c", "u"])
    #expect(difference.fires(.newSPOF) && difference.fires(.newGap))
    #expect(!difference.fires(.lostAlternative))
  }

  @Test func anAlternativeThatGoesIsLost() throws {
    let difference = try difference(Self.base, Self.base.replacing("{any: [a, b]}", with: "a"))
    let found = try #require(difference.alternatives.first)
    #expect(found.id == "c" && found.lost == ["a", "b"] && found.after.isEmpty && found.isLoss)
    #expect(difference.fires(.lostAlternative))
    let swapped = try self.difference(
      Self.base + "\n  - {id: d, kind: platform, requires: []}",
      Self.base.replacing("{any: [a, b]}", with: "{any: [a, d]}")
        + "\n  - {id: d, kind: platform, requires: []}")
    #expect(swapped.alternatives.map(\.lost) == [["b"]])
    #expect(swapped.alternatives.map(\.gained) == [["d"]])
    #expect(!swapped.fires(.lostAlternative))
  }

  @Test func unknownIsFoundWhereverItStands() throws {
    let after = Self.base.replacing(
      "id: a, kind: platform, requires: []", with: "id: a, kind: platform"
    )
    .replacing("id: b,", with: "id: b, shares: {duct: unknown},")
    .replacing("id: u,", with: "id: u, users: unknown,")
    let difference = try difference(Self.base, after)
    #expect(
      difference.facts.newUnknowns.map { "\($0.subject.id) \($0.name.key.rawValue)" } == [
        "a requires", "b shares", "u users",
      ])
    #expect(difference.facts.goneUnknowns.isEmpty)
    #expect(difference.fires(.newUnknown))
  }

  @Test func aRenameIsASuspicion() throws {
    let after = Self.base.replacing("id: c,", with: "id: core, name: Core,")
      .replacing("[c, a]", with: "[core, a]")
    let named = try difference(Self.base.replacing("id: c,", with: "id: c, name: Core,"), after)
    #expect(named.facts.renames.map { "\($0.before.id) \($0.after.id)" } == ["c core"])
    #expect(ids(named.facts.added) == ["component core"])
    #expect(ids(named.facts.removed) == ["component c"])
    // Without a name in common there are too few facts that say something.
    #expect(try difference(Self.base, after).facts.renames.isEmpty)
  }

  @Test func figuresThatComeOrGoAreNoChangeOfAvailability() throws {
    let figures = Self.base.replacing("[c, a]", with: "[c]")
      .replacing("id: a,", with: "id: a, availability: 99%,")
      .replacing("id: c,", with: "id: c, availability: 99.9%,")
    let before = figures.replacing("id: b,", with: "id: b, availability: 90%,")
    // `b` has no figure any more: that it looks better is not told.
    let blind = try difference(before, figures).users.first { $0.id == "u" }
    #expect(blind?.chanceTrend == .cannotTell)
    let worse = try difference(
      before, before.replacing("99.9%", with: "99.8%")
    ).users.first { $0.id == "u" }
    #expect(worse?.chanceTrend == .worse)
    let none = try difference(before, Self.base)
    #expect(none.users.first { $0.id == "u" }?.after?.chance == nil)
    #expect(none.fires(.availability))
    #expect(try !difference(before, before).fires(.availability))
  }

  @Test func everythingThatAModelSaysIsCompared() throws {
    let extra = """
      parties:
        - {id: p, name: P, role: [supplier], products: unknown}
      contacts:
        - {id: k, name: K, party: p, reach: [a, b]}
      contracts:
        - {id: s, kind: sla, provider: p, covers: [b, a], targets: [{priority: 1, restore-within: 4h}, {priority: 2, restore-within: 8h}]}
      plans:
        - {id: plan, for: [u], relies-on: []}
      measures:
        - {id: m, text: Do it, status: planned}

      """
    let after = extra.replacing("products: unknown", with: "products: [a]")
      .replacing("reach: [a, b]", with: "reach: [b, a]")
      .replacing("covers: [b, a]", with: "covers: [a, b]")
      .replacing("{priority: 1, restore-within: 4h}", with: "{priority: 1, restore-within: 6h}")
      .replacing("relies-on: []", with: "relies-on: [a]")
      .replacing("status: planned", with: "status: done")
    let difference = try difference(Self.base, Self.base, extra: extra, extraAfter: after)
    #expect(
      changes(difference) == [
        "p products ", "s restore-within 1", "k reach ", "plan relies-on ", "m status ",
      ])
    #expect(difference.facts.goneUnknowns.map(\.subject.id) == ["p"])
  }
}
