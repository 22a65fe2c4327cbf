import DepGraph
import Testing

@Suite struct DiagnosisTests {
  /// Two routers of one software under two services, a radio beside them.
  private static let model = """
      - {id: r1, kind: network-element, requires: [], availability: 99%, shares: {software: x}}
      - {id: r2, kind: network-element, requires: [], availability: 98%, shares: {software: x}}
      - {id: mail-server, kind: platform, requires: [], availability: 95%}
      - {id: core, kind: platform, requires: [{any: [r1, r2]}], availability: 99.99%}
      - {id: mail, kind: service, requires: [core, mail-server]}
      - {id: phone, kind: service, requires: [core]}
      - {id: desk, kind: consumer, requires: [phone, mail]}
    """
  private static let software = "common-causes: [{id: software:x, availability: 99.9%}]\n"

  private func diagnosis(
    out: [String], working: [String] = [], atMost order: Int = 3, extra: String = software
  ) throws -> (diagnosis: Diagnosis, ids: ([VertexID]) -> [String]) {
    let compiled = try TestModel(Self.model, extra: extra).compiled
    let reports = FailureReports(
      out: try compiled.seeds(out).vertices, working: try compiled.seeds(working).vertices)
    return (
      Diagnosis(of: reports, atMost: order, in: compiled),
      { $0.map { compiled.table.id(of: $0) } }
    )
  }

  @Test func theSmallestComeFirstAndOfThoseTheLikeliest() throws {
    let (found, ids) = try diagnosis(out: ["phone", "mail"])
    #expect(
      found.explanations.map { ids($0.elements) } == [
        ["software:x"], ["core"], ["r1", "r2"], ["mail", "phone"], ["mail-server", "phone"],
      ])
    #expect(found.count == 5 && found.isComplete)
    #expect(found.explanations.allSatisfy { $0.verdict == .certain })
    #expect(found.mostLikely.map { ids($0.elements) } == ["software:x"])
    // With the software the routers and what stands on them are out too.
    #expect(ids(found.explanations[0].alsoOut) == ["core", "desk", "r1", "r2"])
    #expect(ids(found.explanations[3].alsoOut) == ["desk"])
  }

  @Test func thatThereAreTooManyIsSaidAndTheSmallOnesAreThere() throws {
    var lines = ["- {id: mast, kind: facility, requires: []}"]
    for number in 0..<3 {
      for place in 0..<20 {
        lines.append("- {id: s\(number)-\(place), kind: platform, requires: []}")
      }
      let members = (0..<20).map { "s\(number)-\($0)" }.joined(separator: ", ")
      lines.append("- {id: line-\(number), kind: platform, requires: [\(members)], fails: never}")
    }
    lines.append(
      "- {id: desk, kind: consumer, requires: [{any: [line-0, line-1, line-2]}, mast]}")
    let compiled = try TestModel(lines.map { "  \($0)" }.joined(separator: "\n")).compiled
    let reports = FailureReports(out: try compiled.seeds(["desk"]).vertices, working: [])
    let found = Diagnosis(of: reports, in: compiled)
    #expect(!found.isComplete && found.isLimitedByCount)
    let first = try #require(found.explanations.first)
    #expect(first.elements.map(compiled.table.id(of:)) == ["mast"])
    let few = Diagnosis(of: reports, atMost: 2, in: compiled)
    #expect(few.isComplete && !few.isLimitedByCount && few.count == 1)
    let ended = Diagnosis(of: reports, in: compiled, goesOn: { false })
    #expect(!ended.isComplete && !ended.isLimitedByCount)
  }

  @Test func theNextQuestionLeavesTheLeastDoubt() throws {
    let (found, ids) = try diagnosis(out: ["phone", "mail"])
    #expect(ids(found.questions.map(\.vertex)) == ["r1", "r2", "core", "mail-server"])
    #expect(found.questions.map(\.ifOut) == [2, 2, 3, 1])
    #expect(found.questions.map(\.ifWorking) == [3, 3, 2, 4])
  }

  @Test func whatWorksRulesOut() throws {
    let (found, ids) = try diagnosis(out: ["desk"], working: ["phone"])
    #expect(found.explanations.map { ids($0.elements) } == [["mail-server"], ["mail"]])
    #expect(ids(found.questions.map(\.vertex)) == ["mail-server"])
  }

  @Test func whereNothingExplainsAllTheDoubtfulReportsAreNamed() throws {
    let (found, ids) = try diagnosis(out: ["phone", "mail"], working: ["core"], atMost: 1)
    #expect(found.explanations.isEmpty && found.unexplained.isEmpty)
    #expect(ids(found.doubts.map(\.vertex)) == ["core", "mail", "phone"])
    #expect(found.doubts.map(\.wasOut) == [false, true, true])
    #expect(found.doubts.map { ids($0.explanation) } == [["core"], ["phone"], ["mail"]])
  }

  @Test func aReportThatNothingExplainsIsNamed() throws {
    let (found, ids) = try diagnosis(out: ["desk"], working: ["phone", "mail"])
    #expect(found.explanations.isEmpty && ids(found.unexplained) == ["desk"])
    #expect(ids(found.doubts.map(\.vertex)) == ["desk", "mail", "phone"])
  }

  @Test func whatIsReportedBothWaysExplainsNothing() throws {
    let (found, ids) = try diagnosis(out: ["phone", "mail"], working: ["phone"])
    #expect(found.explanations.isEmpty && ids(found.reports.contradicted) == ["phone"])
  }

  @Test func unknownNeedsAndUncertainOnesAreTold() throws {
    let compiled = try TestModel(
      """
        - {id: line, kind: link, ends: [a, b]}
        - {id: a, kind: network-element}
        - {id: b, kind: network-element}
        - {id: portal, kind: service, requires: [{ref: a, basis: assumed}]}
        - {id: login, kind: service}
        - {id: desk, kind: consumer, requires: [portal, login]}
      """
    ).compiled
    let ids = { (vertices: [VertexID]) in vertices.map { compiled.table.id(of: $0) } }
    let desk = try compiled.seeds(["desk"]).vertices
    let all = Diagnosis(of: FailureReports(out: desk), in: compiled)
    #expect(ids(all.unknown) == ["login"])
    #expect(all.explanations.map { ids($0.elements) } == [["a"], ["login"], ["portal"]])
    #expect(all.explanations.map(\.verdict) == [.possible, .certain, .certain])
    // That the portal works does not rule out what may not touch it.
    let portal = try compiled.seeds(["portal"]).vertices
    let some = Diagnosis(of: FailureReports(out: desk, working: portal), in: compiled)
    #expect(some.explanations.map { ids($0.elements) } == [["a"], ["login"]])
  }

  @Test func whatMayBeDownUnderAReserveMayBeOut() throws {
    let compiled = try TestModel(
      """
        - {id: a, kind: platform, requires: []}
        - {id: b, kind: platform, requires: []}
        - {id: k, kind: platform, requires: unknown}
        - {id: p, kind: process, requires: [{any: [a, k]}]}
        - {id: q, kind: process, requires: [a]}
      """
    ).compiled
    let reports = FailureReports(out: try compiled.seeds(["q"]).vertices)
    let found = Diagnosis(of: reports, in: compiled)
    let ids = { (vertices: [VertexID]) in vertices.map { compiled.table.id(of: $0) } }
    #expect(found.explanations.map { ids($0.mayBeOut) } == [["k", "p"]])
  }

  @Test func aFalseAlarmIsADoubtThatLeavesNothingToExplain() throws {
    let (found, ids) = try diagnosis(out: ["core"], working: ["phone"])
    #expect(found.explanations.isEmpty)
    #expect(ids(found.doubts.map(\.vertex)) == ["core", "phone"])
    #expect(found.doubts.map { ids($0.explanation) } == [[], ["core"]])
  }
}
