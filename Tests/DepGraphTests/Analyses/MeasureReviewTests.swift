import Testing

@testable import DepGraph

/// What measures change.
@Suite struct MeasureReviewTests {
  static let components = """
      - {id: line-a, kind: network-element, shares: {software: r1}, repair: 2h}
      - {id: line-b, kind: network-element, shares: {software: r1}, repair: 4h}
      - {id: desk, kind: consumer, requires: [{any: [line-a, line-b]}], restart: 30m}
      - {id: post, kind: consumer, requires: [line-a]}
    """

  private func review(
    _ measures: String, components: String = components,
    change: (inout MeasureReview.Question) -> Void = { _ in }
  ) throws -> (entries: [MeasureReview.Entry], review: MeasureReview) {
    let model = try TestModel(
      components, extra: "as-of: 2026-06-01\nmeasures:\n\(measures)\n")
    var question = MeasureReview.Question()
    change(&question)
    let review = MeasureReview(question, in: model.compiled)
    return (review.measures, review)
  }

  private func changes(_ entry: MeasureReview.Entry) -> [MeasureChange] {
    if case .changes(let changes) = entry.effect { changes } else { [] }
  }

  /// A second line, of which the model holds the state after it.
  @Test func whatADoneMeasureAdded() throws {
    let (entries, _) = try review(
      "  - {id: m1, text: Second line, status: done, due: 2026-01-01, adds: [line-b]}")
    let change = try #require(changes(entries[0]).first)
    #expect(changes(entries[0]).map(\.user) == ["desk"])
    #expect(change.gone.map(\.id) == ["line-a"] && change.new.isEmpty)
    // The release goes on to stop it, before and after.
    #expect(change.before?.points.map(\.id) == ["line-a", "software:r1"])
    #expect(change.after?.points.map(\.id) == ["software:r1"])
    // Two hours for the line and half an hour to start again; of the release nobody knows.
    #expect(change.before?.longestOutage == 9000.0)
    #expect(change.before?.withoutRepairTime == ["software:r1"])
    #expect(change.after?.longestOutage == nil)
    #expect(!entries[0].isCountedAlready && entries[0].timing == .done)
  }

  /// What is not done and stands in the model already is counted by every other answer.
  @Test func whatIsCountedAlready() throws {
    let (entries, _) = try review(
      "  - {id: m1, status: planned, due: 2026-05-01, adds: [line-b]}")
    #expect(entries[0].isCountedAlready && entries[0].timing == .overdue(days: 31))
    #expect(changes(entries[0]).map(\.user) == ["desk"])
  }

  @Test func whatAMeasureTakesAway() throws {
    let (entries, _) = try review(
      "  - {id: m1, status: running, due: 2026-07-01, removes: [\"software:r1\"]}")
    #expect(entries[0].timing == .ahead(days: 30) && entries[0].status == .running)
    let found = changes(entries[0])
    #expect(found.map(\.user) == ["desk", "post"])
    #expect(found[0].gone.map(\.id) == ["software:r1"])
    #expect(found[0].before?.robustness == 1 && found[0].after?.robustness == 2)
    #expect(found[0].after?.points == [])
    // One line for one user: nothing is left to need.
    let (gone, _) = try review("  - {id: m1, status: done, removes: [line-a]}")
    #expect(gone[0].isStillHeld)
    #expect(changes(gone[0]).map(\.user) == ["desk", "post"])
    #expect(changes(gone[0])[0].new.map(\.id) == ["line-b"])
    #expect(changes(gone[0])[1].gone.map(\.id) == ["line-a", "software:r1"])
  }

  @Test func whatCannotBeComputed() throws {
    let (entries, review) = try review(
      """
        - {id: m1, status: done, removes: [line-c]}
        - {id: m2, status: planned, adds: [lin-b]}
        - {id: m3}
        - {id: m4, status: in de week, adds: [line-b, line-x]}
      """)
    #expect(entries[0].effect == .notComputable(.alreadyGone))
    #expect(entries[1].effect == .notComputable(.notInModel))
    #expect(entries[2].effect == .notStated && entries[2].timing == .noDate)
    #expect(entries[3].status == .unknown && entries[3].missingAdds == ["line-x"])
    #expect(changes(entries[3]).map(\.user) == ["desk"])
    #expect(review.warnings.map(\.id) == ["m2", "m4"])
    #expect(review.warnings.map(\.code) == [.undeclaredChange, .undeclaredChange])
    #expect(review.warnings[0].hint == "did you mean `line-b`?")
    #expect(review.warnings.allSatisfy { $0.place != nil })
  }

  /// A network without the link that a way needs cannot be computed.
  @Test func withoutItSomethingNeverWorks() throws {
    let components = """
        - {id: a, kind: network-element}
        - {id: b, kind: network-element}
        - {id: ab, kind: link, ends: [a, b]}
        - {id: desk, kind: consumer, requires: [{path: {from: a, to: [b], over: default}}]}
      """
    let (entries, _) = try review(
      "  - {id: m1, status: done, adds: [ab]}", components: components)
    #expect(entries[0].effect == .notComputable(.neverOperational(["desk"])))
  }

  /// A star: a in the middle, b and c at the ends.
  private static let star = """
      - {id: a, kind: network-element}
      - {id: b, kind: network-element}
      - {id: c, kind: network-element}
      - {id: ab, kind: link, ends: [a, b]}
      - {id: ac, kind: link, ends: [a, c]}
      - {id: lamp, kind: facility}

    """

  /// Where no link ends any more no way ends; without any end, or without its beginning, a way is none.
  @Test(
    arguments: [
      ("{path: {from: a, to: [c, b]}}", ["a", "ab", "b"]),
      ("{path: {from: a, to: [c]}}", nil),
      ("{path: {from: c, to: [a]}}", nil),
      ("{path: {from: c, to: [c, a]}}", nil),
      ("{any: [{path: {from: c, to: [a]}}, lamp]}", ["lamp"]),
      ("{any: [[{path: {from: a, to: [c]}}, b], lamp]}", ["lamp"]),
      ("{any: [{path: {from: a, to: [c]}}, {path: {from: c, to: [a]}}]}", nil),
    ] as [(String, [String]?)])
  func aLinkLessLeavesNoEnd(need: String, points: [String]?) throws {
    let components = Self.star + "  - {id: desk, kind: consumer, requires: [\(need)]}"
    let (entries, _) = try review(
      "  - {id: m1, status: planned, removes: [ac]}", components: components)
    guard let points else {
      #expect(entries[0].effect == .notComputable(.neverOperational(["desk"])))
      return
    }
    #expect(changes(entries[0]).map(\.user) == ["desk"])
    #expect(changes(entries[0]).first?.after?.points.map(\.id) == points)
  }

  /// What starting and being repaired need must be there too.
  @Test(arguments: ["starts-with", "repair-needs"])
  func aLinkLessLeavesNoStart(key: String) throws {
    let components =
      Self.star
      + "  - {id: desk, kind: consumer, requires: [lamp], \(key): [{path: {from: a, to: [c]}}]}"
    let (entries, _) = try review(
      "  - {id: m1, status: planned, removes: [ac]}", components: components)
    #expect(entries[0].effect == .notComputable(.neverOperational(["desk"])))
  }

  /// Law: whatever is taken away, the rest is refused or can be compiled.
  @Test func theRestCompilesOrIsRefused() {
    var refused = 0
    for seed in 0..<150 {
      let model = RandomModel.make(seed: seed)
      guard (try? CompiledModel(model)) != nil else { continue }
      for component in model.components {
        let rest = model.without([component.id])
        if rest.neverOperational.isEmpty {
          // Must not stop; a model in which something never works is an error, not a crash.
          let compiled = try? CompiledModel(rest)
          #expect(
            compiled == nil || compiled?.table.vertex(of: component.id) == nil, "seed \(seed)")
        } else {
          refused += 1
        }
      }
    }
    #expect(refused > 0)
  }

  /// A difference in the last digits is none, and at least 0 says nothing.
  @Test func nothingKnownIsNotZero() throws {
    let components = """
        - {id: line-a, kind: network-element, availability: 99%}
        - {id: line-b, kind: network-element}
        - {id: desk, kind: consumer, requires: [line-a, line-b]}
      """
    let (entries, review) = try review(
      "  - {id: m1, status: planned, removes: [line-a]}", components: components
    ) { $0.wantsAvailability = true }
    let change = try #require(changes(entries[0]).first)
    #expect(change.before?.unavailabilityIsLeast == true && change.before?.unavailability != nil)
    #expect(change.after?.unavailability == nil)
    #expect(Phrases(.dutch).unavailabilityChange(change) == "ten minste 1% → niet bekend")
    #expect(review.warnings.isEmpty)
  }

  @Test func nothingChanges() throws {
    let (entries, _) = try review(
      "  - {id: m1, status: done, adds: [lamp]}",
      components: Self.components + "\n  - {id: lamp, kind: facility}")
    #expect(entries[0].effect == .changes([]))
  }

  @Test func availabilityOnRequest() throws {
    let components = """
        - {id: line-a, kind: network-element, availability: 99%}
        - {id: line-b, kind: network-element, availability: 99%}
        - {id: desk, kind: consumer, requires: [{any: [line-a, line-b]}]}
      """
    let (entries, _) = try review(
      "  - {id: m1, status: done, adds: [line-b]}", components: components
    ) { $0.wantsAvailability = true }
    let change = try #require(changes(entries[0]).first)
    let before = try #require(change.before?.unavailability)
    let after = try #require(change.after?.unavailability)
    #expect(abs(before.high - 0.01) < 1e-12 && abs(after.high - 0.0001) < 1e-12)
  }

  /// Law: without what nobody names nothing changes; without a thing twice is as without it once.
  @Test func withoutIsIdempotent() {
    var kept = 0
    for seed in 0..<200 {
      let model = RandomModel.make(seed: seed)
      let id = model.components[seed % model.components.count].id
      let once = model.without([id])
      #expect(once == once.without([id]), "seed \(seed)")
      // Some random models have paths that end at no node, which the validation of files refuses.
      if Self.endsAllPathsAtNodes(model) {
        kept += 1
        #expect(model.without(["nobody"]) == model, "seed \(seed)")
      }
      #expect(
        once.components.allSatisfy { component in
          component.id != id && !component.requires.references.contains { $0.target == id }
        }, "seed \(seed)")
    }
    #expect(kept > 50)
  }

  private static func endsAllPathsAtNodes(_ model: Model) -> Bool {
    model.components.allSatisfy { component in
      let needs = [component.requires, component.startsWith, component.repairNeeds]
      return needs.flatMap(\.paths).allSatisfy { path in
        let links = model.components.filter { $0.kind == .link && $0.network == path.network }
        let nodes = Set(links.flatMap(\.ends))
        return nodes.isSuperset(of: path.targets + [path.from ?? component.id])
      }
    }
  }
}
