import Testing

@testable import DepGraph

@Suite struct FindingAcceptancesTests {
  private static let contracts = """
      - {id: slow, covers: router, targets: [{restore-within: 5h}]}
      - {id: old, covers: router, valid: {until: 2025-06-30}}
    """

  private func held(
    _ accepted: String, on day: String = "2026-01-01"
  ) throws -> (FindingAcceptances, ContractCase) {
    let reviewed = try ContractCase(Self.contracts)
    let baseline = try BaselineReader().read(
      text: "depgraph-baseline: 1\naccepted:\n" + accepted, named: "b.yaml")
    return (
      FindingAcceptances(
        reviewed.review.findings, baseline, on: try #require(CalendarDate(text: day)),
        in: reviewed.model.compiled), reviewed
    )
  }

  @Test func whatIsLeftOutMatchesAnything() throws {
    let (all, reviewed) = try held("  - {rule: restore-gap}")
    #expect(reviewed.review.findings.map(\.rule) == [.restoreGap, .expires])
    #expect(all.open.map(\.rule) == [.expires])
    #expect(all.accepted.map(\.finding.rule) == [.restoreGap])
    let (named, _) = try held(
      "  - {rule: restore-gap, contract: slow, component: router, target: desk}")
    #expect(named.accepted.count == 1)
    let (other, _) = try held("  - {rule: restore-gap, contract: old}")
    #expect(other.accepted.isEmpty && other.unmatched.count == 1)
  }

  @Test func anAcceptanceEnds() throws {
    let entry = "  - {rule: expires, contract: old, until: 2026-03-31, by: ciso, reason: renewing}"
    let (last, _) = try held(entry, on: "2026-03-31")
    #expect(last.accepted.count == 1 && last.expired.isEmpty)
    let (over, _) = try held(entry, on: "2026-04-01")
    #expect(over.open.contains { $0.rule == .expires })
    #expect(over.expired.map(\.by) == ["ciso"])
    #expect(over.unmatched.isEmpty)
  }

  @Test func aWrittenBaselineAcceptsEverything() throws {
    let (some, reviewed) = try held(
      "  - {rule: expires, contract: old, until: 2026-12-31, by: \"a \\\"b\\\": c\", reason: why}")
    let text = some.baseline(in: reviewed.model.compiled).yaml
    let read = try BaselineReader().read(text: text, named: "b.yaml")
    #expect(read.accepted.map(\.rule) == [.restoreGap, .expires])
    #expect(read.accepted.last?.by == "a \"b\": c")
    let again = FindingAcceptances(
      reviewed.review.findings, read, on: try #require(CalendarDate(text: "2026-01-01")),
      in: reviewed.model.compiled)
    #expect(again.open.isEmpty && again.unmatched.isEmpty)
    #expect(again.baseline(in: reviewed.model.compiled).yaml == text)
  }

  @Test func mistakesAreAllReported() {
    #expect {
      try BaselineReader().read(
        text: """
          depgraph-baseline: 1
          accepted:
            - {rule: restore-gup}
            - {contract: x, untill: 2026-01-01}
          """, named: "b.yaml")
    } throws: { error in
      guard case ReadError.invalid(let input) = error else { return false }
      return input.diagnostics.count == 3
    }
  }
}
