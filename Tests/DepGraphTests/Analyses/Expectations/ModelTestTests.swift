import DepGraph
import Testing

@Suite struct ModelTestTests {
  private static let components = """
      - {id: power, kind: power}
      - {id: a, kind: network-element, requires: [power]}
      - {id: b, kind: network-element, shares: {software: r1}}
      - {id: c, kind: network-element, shares: {software: r1}}
      - {id: pair, requires: [{any: [b, c]}]}
      - {id: mix, requires: [{any: [a, b]}]}
      - {id: board, requires: [{ref: a, holdup: 2h}], degrades-without: [mix]}
      - {id: phone, requires: [pair], degrades-without: [{ref: board, scope: self}]}
      - {id: guess, requires: [{ref: a, basis: assumed}]}
      - {id: dark, requires: unknown}
      - {id: desk, kind: consumer, requires: [dark]}
      - {id: island, kind: consumer, requires: []}
    """

  /// What comes of one entry under `expect`: "passed", or "failed: why".
  private func verdicts(
    _ entry: String, reading: Reading? = nil, components: String = components
  ) throws -> [String] {
    let model = try TestModel(components, extra: "expect:\n  - {\(entry)}\n")
    return ModelTest(model.compiled, reading: reading).claims.map { claim in
      let reason = claim.reason.map { ": \(text($0, in: model))" } ?? ""
      return claim.verdict.rawValue + reason
    }
  }

  private func text(_ reason: TestedClaim.Reason, in model: TestModel) -> String {
    let id = { (vertex: VertexID) in model.compiled.table.id(of: vertex) }
    return switch reason {
    case .chain(let chain): model.text(chain)
    case .way(let way): "way " + way.map(id).joined(separator: " ")
    case .held(let supports): "held by " + supports.map { id($0.owner) }.joined(separator: " ")
    case .noWay: "no way"
    case .later(let seconds): "after \(Int(seconds))"
    case .notKnown(let ids): "unknown " + ids.joined(separator: " ")
    case .nothingFailed: "nothing failed"
    case .points(let points):
      "missing [\(points.missing.map(id).joined(separator: " "))] "
        + "unexpected [\(points.unexpected.map(id).joined(separator: " "))] "
        + "unknown [\(points.unknown.map(id).joined(separator: " "))]"
        + (points.chain.map { " by \(model.text($0))" } ?? "")
    }
  }

  @Test(arguments: [
    ("when: power, up: mix", ["passed"]),
    ("when: power, up: board", ["failed: board ← a ← power"]),
    ("when: power, after: 1h, up: board", ["passed"]),
    ("when: power, after: 1h, down: [a, board]", ["passed", "failed: after 7200"]),
    ("when: power, down: [board, mix]", ["passed", "failed: held by mix"]),
    ("when: power, down: island", ["failed: no way"]),
    ("when: power, up: guess", ["undetermined: guess ← a ← power"]),
    ("when: power, down: guess", ["undetermined: guess ← a ← power"]),
    ("when: power, degraded: phone", ["passed"]),
    ("when: power, degraded: [pair, board]", ["failed: no way", "failed: board ← a ← power"]),
    ("when: power, reduced: [mix, pair]", ["passed", "failed: no way"]),
    ("when: power, unaffected: island", ["passed"]),
    ("when: power, unaffected: mix", ["failed: way power a mix"]),
    ("when: power, unaffected: phone", ["failed: way power a board phone"]),
    ("when: power, unaffected: guess", ["undetermined: guess ← a ← power"]),
    (
      "when: power, up: [dark, desk]", ["undetermined: unknown dark", "undetermined: unknown dark"]
    ),
    ("when: power, unaffected: desk", ["undetermined: unknown dark"]),
    ("when: power, unknown: [dark, desk, guess]", ["passed", "passed", "passed"]),
    ("when: power, unknown: [island, board]", ["failed: no way", "failed: board ← a ← power"]),
    ("when: dark, up: island, down: [dark, desk]", ["passed", "passed", "passed"]),
    ("when: power, down: power", ["passed"]),
    ("when: power, up: power", ["failed: power"]),
    ("up: island", ["undetermined: nothing failed"]),
  ])
  func aClaimIsJudgedByEverythingThatIsPossible(entry: String, expected: [String]) throws {
    #expect(try verdicts(entry) == expected, "\(entry)")
  }

  @Test(arguments: [
    ("no-single-point: [mix, island]", ["passed", "passed"]),
    (
      "no-single-point: pair",
      [
        "failed: missing [] unexpected [software:r1] unknown [] by pair ← (b ← software:r1, c ← software:r1)"
      ]
    ),
    (
      "no-single-point: guess",
      ["undetermined: missing [] unexpected [a power] unknown [] by guess ← a"]
    ),
    (
      "no-single-point: desk",
      ["failed: missing [] unexpected [dark] unknown [dark] by desk ← dark"]
    ),
    ("no-single-point: dark", ["undetermined: missing [] unexpected [] unknown [dark]"]),
    ("of: pair, single-points: [\"software:r1\"]", ["passed"]),
    ("of: island, single-points: []", ["passed"]),
    ("of: guess, single-points: [a, power]", ["passed"]),
    ("of: desk, single-points: dark", ["undetermined: missing [] unexpected [] unknown [dark]"]),
    (
      "of: board, single-points: [a, b]",
      ["failed: missing [b] unexpected [power] unknown [] by board ← a ← power"]
    ),
    ("of: mix, single-points: power", ["failed: missing [power] unexpected [] unknown []"]),
  ])
  func singlePointsAreJudgedByEverythingThatIsPossible(entry: String, expected: [String]) throws {
    #expect(try verdicts(entry) == expected, "\(entry)")
  }

  @Test func oneReadingDecidesWhatAllReadingsLeaveOpen() throws {
    #expect(try verdicts("when: power, down: guess", reading: .written) == ["passed"])
    #expect(
      try verdicts("when: power, down: guess", reading: .certain) == ["failed: way power a guess"])
    #expect(try verdicts("no-single-point: guess", reading: .certain) == ["passed"])
    // What nobody knows, no reading tells.
    #expect(try verdicts("when: power, up: desk", reading: .written)[0].hasPrefix("undetermined"))
  }

  @Test func aClaimOfIndependenceSettlesWhatIsNotKnownAndIsSaidToDoSo() throws {
    let components = """
        - {id: core, requires: []}
        - {id: user, kind: consumer, requires: [core]}
        - {id: calls, kind: consumer, requires: unknown, independent-of: [core]}
        - {id: other, kind: consumer, requires: unknown}
      """
    let model = try TestModel(
      components,
      extra: "expect:\n  - {when: core, unaffected: [calls, other], unknown: calls}\n")
    let claims = ModelTest(model.compiled).claims
    #expect(claims.map(\.verdict) == [.passed, .undetermined, .failed])
    #expect(claims.map(\.isClaimed) == [true, false, true])
  }

  @Test(arguments: [
    ("unaffected: [c, away]", ["undetermined: unknown u", "passed"]),
    ("up: [c, pair, held], unknown: u", ["passed", "passed", "passed", "passed"]),
    ("degraded: [c, mild]", ["undetermined: unknown u", "passed"]),
    ("reduced: pair", ["undetermined: unknown u"]),
    ("unaffected: pair", ["undetermined: unknown u"]),
    ("degraded: pair", ["failed: no way"]),
    // On its stock it works whatever becomes of `u`, but if `u` leans on less, so does it.
    ("unaffected: held", ["undetermined: unknown u"]),
    ("degraded: held", ["failed: no way"]),
  ])
  func whatIsUnknownCanTakeThePlaceOfAMilderGrade(claim: String, expected: [String]) throws {
    let components = """
        - {id: x, kind: site}
        - {id: u, requires: unknown}
        - {id: v, requires: []}
        - {id: c, kind: consumer, requires: [], degrades-without: [u]}
        - {id: mild, kind: consumer, requires: [], degrades-without: [x, u]}
        - {id: pair, kind: consumer, requires: [{any: [u, v]}]}
        - {id: held, kind: consumer, requires: [{ref: u, holdup: 8h}]}
        - {id: away, kind: consumer, requires: [v]}
      """
    let found = try verdicts("when: x, after: 4h, \(claim)", components: components)
    #expect(found == expected, "\(claim)")
  }

  @Test func howFarWhatIsUnknownReachesIsTold() throws {
    let model = try TestModel(
      """
        - {id: x, requires: []}
        - {id: u, requires: unknown}
        - {id: c, kind: consumer, requires: [], degrades-without: [u]}
      """, extra: "expect: [{when: x, unaffected: [c, u, x]}]\n")
    let spans = ModelTest(model.compiled).claims.map(\.span)
    #expect(
      spans == [
        GradeSpan(from: .notAffected, to: .notAffected, openTo: .degraded),
        GradeSpan(from: .notAffected, to: .notAffected, openTo: .down),
        GradeSpan(from: .down, to: .down),
      ])
  }

  @Test func aSelectorOfUnknownExtentLeavesEverythingOpen() throws {
    let model = try TestModel(
      "  - {id: x, requires: []}",
      extra: "parties: [{id: p, products: unknown}]\n"
        + "expect: [{when: \"supplier:p\", up: x, unknown: x}]\n")
    #expect(ModelTest(model.compiled).claims.map(\.verdict) == [.undetermined, .passed])
  }

  @Test func validateRemarksOnWhatDidNotPass() throws {
    let model = try TestModel(
      Self.components,
      extra: "expect:\n  - {name: N, when: power, up: [board, desk], down: a}\n  - {up: island}\n")
    let found = ExpectationCheck(model.compiled).findings
    #expect(found.map(\.code) == [.expectationMissed, .expectationOpen])
    #expect(
      found.map(\.message) == [
        "`N` expects `board` to keep working when power fails; it does not hold",
        "`N` expects `desk` to keep working when power fails; nobody can tell",
      ])
    #expect(found.allSatisfy { $0.severity == .warning && $0.place?.line == 4 })
  }

  // MARK: - Coverage

  @Test func coverageTellsAssertedReachedAndUntouchedApart() throws {
    let model = try TestModel(
      Self.components,
      extra: "expect: [{when: power, up: mix}, {of: pair, single-points: [\"software:r1\"]}]\n")
    let compiled = model.compiled
    let coverage = TestCoverage(of: compiled, tests: [ModelTest(compiled)], runs: [])
    let ids = { (vertices: [VertexID]) in vertices.map { compiled.table.id(of: $0) } }
    #expect(ids(coverage.components.asserted) == ["mix", "pair"])
    // `guess` falls if the assumed fact holds; `mix` is left with less redundancy only.
    #expect(ids(coverage.components.reached) == ["a", "board", "guess", "phone", "power"])
    #expect(ids(coverage.components.seeded) == ["power"])
    #expect(ids(coverage.components.untouched) == ["desk", "island", "b", "c", "dark"])
    #expect(coverage.components.touchedCount == 7)
    #expect(ids(coverage.causes.asserted) == ["software:r1"])
    #expect(coverage.causes.seeded.isEmpty && coverage.causes.untouched.isEmpty)
  }
}
