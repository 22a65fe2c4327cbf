import DepGraph
import Testing

/// Mistakes in criteria files, each at its place, all at once.
@Suite struct CriteriaDiagnosticsTests {
  @discardableResult
  private func expect(
    _ marked: String, finds expected: KeyValuePairs<String, DiagnosticCode>,
    location: SourceLocation = #_sourceLocation
  ) -> [Diagnostic] {
    let marked = MarkedText("depgraph-criteria: 1\nid: x\n" + marked)
    var found: [Diagnostic] = []
    do {
      found = try CriteriaReader().read(text: marked.text, named: MarkedText.file).warnings
    } catch {
      if case .invalid(let input) = error { found = input.diagnostics }
    }
    let wanted = expected.map { marker, code in
      "\(marked.places[marker]?.description ?? "no marker \(marker)") \(code.rawValue)"
    }
    let got = found.map { "\($0.place?.description ?? "nowhere") \($0.code.rawValue)" }
    #expect(
      got.sorted() == wanted.sorted(), "found: \(found.map(\.message))", sourceLocation: location)
    return found
  }

  @Test func unknownWords() {
    let found = expect(
      """
      status: 1️⃣in-farce
      applies-when: {attribute: 2️⃣sectr, in: [energy]}
      criteria:
        - {id: a, measure: 3️⃣peple, threshold: 10}
        - {id: b, measure: people, comparison: 4️⃣more, threshold: 10}
        - {id: c, measure: people, 5️⃣treshold: 10}
        - {id: d, rule: {attribute: sector, in: [6️⃣enrgy]}}
        - {id: e, rule: {attribute: kind, not-in: [7️⃣serfice]}}
        - {id: f, rule: 8️⃣{one-of: [a]}}
      """,
      finds: [
        "1️⃣": .unknownValue, "2️⃣": .unknownValue, "3️⃣": .unknownValue, "4️⃣": .unknownValue,
        "5️⃣": .unknownKey, "6️⃣": .unknownSector, "7️⃣": .unknownValue, "8️⃣": .badValue,
      ])
    for hint in ["in-force", "sector", "people", "threshold", "energy", "service"] {
      #expect(found.contains { $0.hint == "did you mean `\(hint)`?" }, "\(hint)")
    }
  }

  @Test func unitsMustBeThoseOfTheMeasure() {
    expect(
      """
      figures:
        - {id: turnover, unit: EUR, value: 1️⃣30m}
        - {id: staff, unit: people}
      criteria:
        - {id: a, measure: people, threshold: 2️⃣5 bn EUR}
        - {id: b, measure: economic, threshold: 3️⃣30m}
        - {id: c, measure: users-share, threshold: 4️⃣12}
        - {id: d, measure: duration, threshold: 5️⃣10%}
        - {id: e, measure: people, threshold: 10, 6️⃣unit: EUR}
        - {id: f, measure: people, threshold: 7️⃣5% of turnover}
        - {id: g, measure: figure, figure: staff, threshold: {smaller-of: [100, 8️⃣1 M EUR]}}
        - {id: h, measure: economic, threshold: {smaller-of: [500 k EUR, 5% of turnover]}}
      """,
      finds: [
        "1️⃣": .badValue, "2️⃣": .badValue, "3️⃣": .badValue, "4️⃣": .badValue, "5️⃣": .badValue,
        "6️⃣": .badValue, "7️⃣": .badValue, "8️⃣": .badValue,
      ])
  }

  @Test func referencesMustNameSomething() {
    let found = expect(
      """
      figures: [{id: turnover, unit: EUR}]
      questions: [{id: planned, text: Planned?}]
      criteria:
        - {id: many, measure: people, threshold: 10, except: 1️⃣plannd}
        - {id: loss, measure: economic, threshold: 2️⃣5% of turnovr}
        - {id: both, rule: [many, 3️⃣los]}
        - {id: odd, rule: [4️⃣turnover]}
        - {id: given, measure: figure, 5️⃣figure: staff}
        - {id: none, 6️⃣measure: figure}
        - {id: open, measure: people, source: 7️⃣letter}
      levels: [{level: A, rule: {any-of: [8️⃣manny]}}]
      """,
      finds: [
        "1️⃣": .unknownReference, "2️⃣": .unknownReference, "3️⃣": .unknownReference,
        "4️⃣": .unknownReference, "5️⃣": .unknownReference, "6️⃣": .missingKey,
        "7️⃣": .unknownReference, "8️⃣": .unknownReference,
      ])
    for hint in ["planned", "turnover", "loss", "many"] {
      #expect(found.contains { $0.hint == "did you mean `\(hint)`?" }, "\(hint)")
    }
  }

  @Test func countsMustBePossible() {
    expect(
      """
      criteria:
        - {id: a, question: A?}
        - {id: b, rule: {1️⃣at-least: 3, of: [a, a]}}
        - {id: c, rule: {at-least: 2️⃣0, of: [a]}}
        - {id: d, rule: {any-of: 3️⃣[]}}
        - {id: e, rule: 4️⃣[]}
        - {id: f, measure: people, threshold: 5️⃣{smaller-of: []}}
        - {id: g, measure: people, threshold: 6️⃣{}}
        - {id: h, rule: {at-least: 2, of: [a, b]}}
      """,
      finds: [
        "1️⃣": .badThreshold, "2️⃣": .outOfRange, "3️⃣": .badThreshold, "4️⃣": .badThreshold,
        "5️⃣": .badThreshold, "6️⃣": .badValue,
      ])
  }

  @Test func idsAreUniqueAndSpeltRight() {
    expect(
      """
      figures: [{id: a, unit: EUR}]
      questions: [{id: 1️⃣a, text: A?}, {id: 2️⃣B, text: B?}]
      criteria:
        - {id: c, question: C?}
        - {id: 3️⃣c, question: C?}
        - 4️⃣{question: D?}
      levels:
        - {level: A, rule: c}
        - {level: 5️⃣A, rule: c}
      """,
      finds: [
        "1️⃣": .duplicateID, "2️⃣": .badID, "3️⃣": .duplicateID, "4️⃣": .missingKey,
        "5️⃣": .duplicateID,
      ])
  }

  @Test func aCriterionIsOneThing() {
    expect(
      """
      criteria:
        - 1️⃣{id: a}
        - 2️⃣{id: b, measure: people, question: B?}
        - {id: c, question: C?, 3️⃣within: 4h}
        - {id: d, measure: people, 4️⃣figure: e}
        - 5️⃣{id: e, measure: people, basis: public}
        - {id: f, rule: 6️⃣{attribute: sector}}
        - {id: g, rule: 7️⃣{attribute: sector, in: [energy], not-in: [health]}}
      """,
      finds: [
        "1️⃣": .missingKey, "2️⃣": .badValue, "3️⃣": .badValue, "4️⃣": .badValue,
        "5️⃣": .sourceMissing, "6️⃣": .missingKey, "7️⃣": .missingKey,
      ])
  }

  @Test func circlesAreNamed() {
    let found = expect(
      """
      criteria:
        - {id: z, rule: [a]}
        - 1️⃣{id: a, rule: [b]}
        - {id: b, question: B?, except: {not: c}}
        - {id: c, rule: {any-of: [a, b]}}
      """,
      finds: ["1️⃣": .cycle])
    #expect(found.first?.message.hasSuffix("`a`, `b`, `c`, `a`") == true)
  }

  @Test func validityEndsAfterItBegins() {
    expect(
      "valid: {from: 2026-01-02, 1️⃣until: 2026-01-01}\n", finds: ["1️⃣": .outOfRange])
    expect("valid: {from: 2026-01-01, until: 2026-01-01}\n", finds: [:])
  }

  @Test func theVersionMustBeOurs() throws {
    for text in ["id: x\n", "depgraph-criteria: 2\nid: x\n"] {
      let error = #expect(throws: ReadError.self) {
        try CriteriaReader().read(text: text, named: "c.yaml")
      }
      guard case .invalid(let input)? = error else { return }
      #expect(input.diagnostics.map(\.code) == [.wrongVersion])
    }
  }
}
