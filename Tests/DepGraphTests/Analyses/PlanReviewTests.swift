import Testing

@testable import DepGraph

/// Whether plans would help.
@Suite struct PlanReviewTests {
  static let components = """
      - {id: core, kind: network-element}
      - {id: store-a, kind: platform, requires: []}
      - {id: store-b, kind: platform, requires: []}
      - {id: web, kind: service, requires: [core]}
      - {id: mail, kind: service, requires: [{any: [store-a, store-b]}]}
      - {id: desk, kind: process, rto: 4h, requires: [core, {any: [store-a, store-b]}]}
      - {id: yard, kind: process, rto: 4h, requires: [{ref: core, basis: assumed}]}
      - {id: gate, kind: process, rto: 4h, requires: []}
      - {id: paper-round, kind: channel, requires: [], fails: never}
      - {id: paper-shop, kind: service, requires: []}
      - {id: dark, kind: service, requires: unknown}
    """

  private func review(
    _ plans: String, change: (inout PlanReview.Question) -> Void = { _ in }
  ) throws -> (review: PlanReview, model: TestModel) {
    let model = try TestModel(
      Self.components, extra: "as-of: 2026-06-01\nplans:\n\(plans)\n")
    var question = PlanReview.Question()
    change(&question)
    return (PlanReview(question, in: model.compiled), model)
  }

  /// Falls as `core: desk, web certain`.
  private func told(_ plan: PlanReview.Plan, _ model: TestModel) -> [String] {
    let id = model.compiled.table.id(of:)
    return plan.falls.map { fall in
      let chance = fall.isCoincidence ? " by chance" : ""
      return "\(fall.elements.map(id).joined(separator: "+")): \(id(fall.purpose)), "
        + "\(fall.losses.map { id($0.relied) }.joined(separator: ",")) \(fall.verdict.rawValue)"
        + chance
    }
  }

  @Test func aPlanThatReliesOnWhatItMustSurvive() throws {
    let (review, model) = try review(
      "  - {id: p1, for: [desk], relies-on: [web, paper-round], tested: 2026-01-01, paper: Binder}")
    let plan = review.plans[0]
    #expect(told(plan, model) == ["core: desk, web certain"])
    #expect(plan.falls[0].way.map(model.compiled.table.id(of:)) == ["core", "desk"])
    #expect(plan.falls[0].losses[0].way.map(model.compiled.table.id(of:)) == ["core", "web"])
    #expect(plan.hasPaper && plan.openProps.isEmpty && plan.selfReliances.isEmpty)
    #expect(
      review.unplanned.map(model.compiled.table.id(of:)) == ["gate", "yard"])
  }

  /// What rests on an assumption is possible, and told apart.
  @Test func certainAndPossible() throws {
    let (review, model) = try review(
      "  - {id: p1, for: [yard], relies-on: [web]}\n  - {id: p2, for: [gate], relies-on: [web]}")
    #expect(told(review.plans[0], model) == ["core: yard, web possible"])
    #expect(told(review.plans[1], model) == [])
    #expect(!review.plans[0].hasPaper)
  }

  @Test func whatItReliesOnMayBeThePointItself() throws {
    let (review, model) = try review("  - {id: p1, for: [desk], relies-on: [core]}")
    #expect(told(review.plans[0], model) == ["core: desk, core certain"])
  }

  @Test func twoFailuresAtOnce() throws {
    let (one, model) = try review("  - {id: p1, for: [desk], relies-on: [mail]}")
    #expect(told(one.plans[0], model) == [])
    let (two, _) = try review("  - {id: p1, for: [desk], relies-on: [mail]}") { $0.maxOrder = 2 }
    #expect(
      told(two.plans[0], model) == [
        "store-a+store-b: desk, mail certain", "core+mail: desk, mail certain by chance",
      ])
    #expect(two.isComplete)
  }

  @Test func aPlanThatReliesOnTheProcess() throws {
    let model = try TestModel(
      """
        - {id: desk, kind: process, requires: []}
        - {id: board, kind: service, requires: [desk]}
      """,
      extra: "plans:\n  - {id: p1, for: [desk], relies-on: [desk, board]}\n")
    let review = PlanReview(in: model.compiled)
    #expect(
      review.plans[0].selfReliances.map { model.compiled.table.id(of: $0.relied) }
        == ["desk", "board"])
    #expect(review.plans[0].exercise == .notRecorded && review.day == nil)
  }

  @Test func exercises() throws {
    let day = { (text: String) in try #require(CalendarDate(text: text)) }
    let (review, _) = try review(
      """
        - {id: p1, for: [desk], tested: 2025-06-01}
        - {id: p2, for: [desk], tested: 2025-05-31}
        - {id: p3, for: [desk], tested: 2026-06-02}
        - {id: p4, for: [desk]}
      """)
    #expect(
      try review.plans.map(\.exercise) == [
        .recent(day("2025-06-01")), .stale(day("2025-05-31"), days: 366),
        .later(day("2026-06-02")), .notRecorded,
      ])
    let (short, _) = try self.review("  - {id: p1, for: [desk], tested: 2026-01-01}") {
      $0.months = 3
    }
    #expect(short.plans.map(\.exercise.key) == ["stale"])
  }

  /// What a plan relies on and nobody knows enough of is never told to stand.
  @Test func unknownPropsCannotTell() throws {
    let (review, model) = try review(
      "  - {id: p1, for: [desk], relies-on: [dark]}\n  - {id: p2, for: [desk]}")
    #expect(review.plans[0].openProps.map(model.compiled.table.id(of:)) == ["dark"])
    let words = Phrases(.dutch)
    #expect(words.word(leaning: review.plans[0]).hasPrefix("niet te zeggen"))
    #expect(words.word(leaning: review.plans[1]).hasPrefix("niet te zeggen"))
  }

  /// Nothing recorded cannot be told; an empty list says that the plan relies on nothing.
  @Test func notRecordedIsNotNothing() throws {
    let (review, model) = try review(
      """
        - {id: p1, for: [desk]}
        - {id: p2, for: [desk], relies-on: []}
        - {id: p3, relies-on: [web]}
        - {id: p4, for: [desk], relies-on: [web]}
        - {id: p5, for: [yard], relies-on: [web]}
        - {id: p6, for: [desk], relies-on: [dark]}
      """)
    #expect(
      review.plans.map(\.leaning) == [
        .cannotTell, .noneKnown, .cannotTell, .certain, .possible, .cannotTell,
      ])
    #expect(review.plans[0].reliesOn == nil && review.plans[1].reliesOn == [])
    let words = Phrases(.english)
    #expect(
      review.plans.prefix(3).map(words.word(leaning:)) == [
        "cannot tell: not recorded on what", "not as far as is known",
        "cannot tell: not recorded for what",
      ])
    let json = review.json(in: model.compiled).jsonText
    #expect(json.contains("\"reliesOn\": null") && json.contains("\"leaning\": \"cannot-tell\""))
  }

  @Test func ofNoPlanItCanBeTold() throws {
    let (review, model) = try review("  - {id: p1, for: [desk]}")
    let sentence = review.report(in: model.compiled, language: .english).keySentence
    #expect(sentence.hasPrefix("Of 1 plan it cannot be told whether it relies on"))
  }

  /// What only coincides does not stand among what a plan must survive.
  @Test func coincidencesStandApart() throws {
    let (review, model) = try review("  - {id: p1, for: [desk], relies-on: [paper-shop]}") {
      $0.maxOrder = 2
    }
    #expect(told(review.plans[0], model) == ["core+paper-shop: desk, paper-shop certain by chance"])
    #expect(review.plans[0].leaning == .coincidence)
    let text = review.report(in: model.compiled, language: .english).text(TextStyle(width: 400))
    #expect(!text.contains("Plans that rely on what they must survive"))
    #expect(text.contains("Only if two separate failures happen to coincide"))
  }

  /// Law: the single causes are those that propagation one by one finds.
  @Test func singleCausesAgreeWithFailingOneByOne() throws {
    var found = 0
    for seed in 0..<200 {
      var model = RandomModel.make(seed: seed)
      var random = SeededGenerator(seed: seed ^ 0x91A7)
      let ids = model.components.map(\.id)
      var plan = ContinuityPlan(id: "p1")
      plan.purposes = Array(ids.shuffled(using: &random).prefix(2))
      plan.reliesOn = Array(ids.shuffled(using: &random).prefix(2))
      model.plans = [plan]
      guard let compiled = try? CompiledModel(model) else { continue }
      let review = PlanReview(in: compiled)
      let table = compiled.table
      for purpose in plan.purposes.compactMap(table.vertex(of:)) {
        for prop in (plan.reliesOn ?? []).compactMap(table.vertex(of:)) {
          for (reading, isCertain) in [(Reading.possible, false), (.certain, true)] {
            let graph = compiled.reading(reading).levelOne
            let expected = (0..<table.count).map { VertexID($0) }.filter { element in
              guard compiled.isSeedOfSearches(element), element != purpose else { return false }
              let failures = graph.failures(from: [element])
              return failures.contains(purpose) && failures.contains(prop)
            }
            let causes = review.plans[0].falls.filter { fall in
              fall.purpose == purpose
                && fall.losses.contains {
                  $0.relied == prop && (!isCertain || $0.verdict == .certain)
                }
            }.flatMap(\.elements)
            #expect(causes == expected, "seed \(seed), \(reading)")
            found += expected.count
          }
        }
      }
    }
    #expect(found > 100)
  }
}
