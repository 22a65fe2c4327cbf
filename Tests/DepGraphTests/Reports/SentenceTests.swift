import Testing

@testable import DepGraph

/// Sentences that agree with the numbers in them, in both languages.
@Suite struct SentenceTests {
  private let dutch = Phrases(.dutch)
  private let english = Phrases(.english)

  // MARK: - Rules

  private static let rules: [([Int], String, String)] = [
    (
      [1, 1, 0, 0], "Van 1 maatregel spreekt bij 1 iets tegen.",
      "Of 1 rule: 1 has findings against it."
    ),
    (
      [9, 2, 1, 0], "Van 9 maatregelen spreekt bij 2 iets tegen en ontbreken bij 1 gegevens.",
      "Of 9 rules: 2 have findings against them and 1 lacks facts."
    ),
    (
      [9, 0, 3, 4], "Van 9 maatregelen ontbreken bij 3 gegevens en zegt het model bij 4 niets.",
      "Of 9 rules: 3 lack facts and the model tells nothing about 4."
    ),
    (
      [2, 0, 0, 0], "Bij 2 maatregelen spreekt niets tegen en ontbreken geen gegevens.",
      "Of 2 rules none has findings against it and none lacks facts."
    ),
  ]

  /// Rules, those with findings, those that lack facts, and those about which nothing is told.
  @Test(arguments: rules) func ofRules(numbers: [Int], nl: String, en: String) {
    let sentence = { (phrases: Phrases) in
      phrases.controlSentence(
        rules: numbers[0], findings: numbers[1], missing: numbers[2], untold: numbers[3])
    }
    #expect(sentence(dutch) == nl + " Dit is geen oordeel over naleving.")
    #expect(sentence(english) == en + " This is no judgement of compliance.")
  }

  // MARK: - Suppliers

  private static let suppliers: [([Int], String, String)] = [
    (
      [1, 1, 0, 1],
      "valt zeker 1 afnemer of proces uit (meer zijn er niet); "
        + "één onderdeel van die leverancier is daarvoor niet genoeg.",
      "the only consumer or process goes down for certain; "
        + "one component of this supplier is not enough for that."
    ),
    (
      [0, 1, 1, 2],
      "valt mogelijk 1 van de 2 afnemers en processen uit; "
        + "één onderdeel van die leverancier is daarvoor al genoeg.",
      "1 of the 2 consumers and processes may go down; "
        + "one component of this supplier is enough for that."
    ),
    (
      [1, 3, 3, 5],
      "vallen zeker 1 en mogelijk nog 2 van de 5 afnemers en processen uit; "
        + "telkens is één onderdeel van die leverancier al genoeg.",
      "1 of the 5 consumers and processes goes down for certain, and possibly 2 more; "
        + "each time one component of this supplier is enough."
    ),
    (
      [2, 2, 1, 2],
      "vallen zeker 2 van de 2 afnemers en processen uit; "
        + "voor 1 daarvan is één onderdeel van die leverancier al genoeg.",
      "2 of the 2 consumers and processes go down for certain; "
        + "for 1 of them one component of this supplier is enough."
    ),
    (
      [2, 2, 0, 3],
      "vallen zeker 2 van de 3 afnemers en processen uit; "
        + "voor geen daarvan is één onderdeel van die leverancier genoeg.",
      "2 of the 3 consumers and processes go down for certain; "
        + "for none of them is one component of this supplier enough."
    ),
  ]

  /// Users that fall for certain, and possibly; those for whom one component is enough; all users.
  @Test(arguments: suppliers) func ofSuppliers(numbers: [Int], nl: String, en: String) {
    let sentence = { (phrases: Phrases) in
      phrases.suppliersSentence(
        widest: "Maker", certain: numbers[0], possible: numbers[1], single: numbers[2],
        users: numbers[3], Phrases.user)
    }
    #expect(sentence(dutch) == "Valt alles van Maker tegelijk uit, dan " + nl)
    #expect(sentence(english) == "If all of Maker fails at once, " + en)
  }

  // MARK: - Questions

  private static let questions: [([Int], String, String)] = [
    ([0, 0, 0], "Er staan geen vragen open.", "No questions are open."),
    (
      [1, 0, 1], "Er staat 1 vraag open, over wat geen bekende eigenaar heeft.",
      "1 question is open, about what has no known owner."
    ),
    (
      [9, 0, 9], "Er staan 9 vragen open, allemaal over wat geen bekende eigenaar heeft.",
      "9 questions are open, all about what has no known owner."
    ),
    (
      [3, 1, 0], "Er staan 3 vragen open, bij 1 eigenaar.", "3 questions are open, with 1 owner."
    ),
    (
      [9, 2, 3],
      "Er staan 9 vragen open: 6 bij 2 eigenaren en 3 over wat geen bekende eigenaar heeft.",
      "9 questions are open: 6 with 2 owners, and 3 about what has no known owner."
    ),
  ]

  /// Questions, owners to ask, and questions about what has no owner.
  @Test(arguments: questions) func ofOpenQuestions(numbers: [Int], nl: String, en: String) {
    let sentence = { (phrases: Phrases) in
      phrases.questionsSentence(numbers[0], owners: numbers[1], withoutOwner: numbers[2])
    }
    #expect(sentence(dutch) == nl)
    #expect(sentence(english) == en)
  }

  // MARK: - Independence

  /// A source is promised only where every statement has one.
  @Test func ofClaimsOfIndependence() throws {
    let text = { (first: String, second: String) in
      """
      depgraph: 1
      sources: [{id: memo, title: Memo}]
      components:
        - {id: ring, name: Ring, kind: platform, requires: []}
        - {id: a, name: A, kind: consumer, requires: unknown, independent-of: [\(first)]}
        - {id: b, name: B, kind: consumer, requires: unknown, independent-of: [\(second)]}
      """
    }
    let (sourced, bare) = ("{ref: ring, source: memo}", "ring")
    for (first, second, heading) in [
      (sourced, sourced, "No known effect, as stated with a source (2)\n"),
      (bare, bare, "No known effect, as stated without a source (2)\n"),
      (sourced, bare, "No known effect, as stated (2)\n"),
    ] {
      let model = try ModelReader().read(text: text(first, second), named: "m.yaml").model
      let compiled = try CompiledModel(model)
      let blast = BlastRadius(.init(try compiled.seeds(["ring"])), in: compiled)
      let report = blast.report(in: compiled, language: .english).text()
      #expect(report.contains(heading), "\(first), \(second): \(report)")
      let row = try #require(report.split(separator: "\n").first { $0.hasPrefix("B (b) ") })
      #expect(row.contains(second == bare ? " none " : " Memo "))
    }
  }
}
