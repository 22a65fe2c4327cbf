import DepGraph
import Testing

/// Who has promised what for each way in which a user can stop.
@Suite struct PromiseCoverageTests {
  private let lines = """
      - {id: line-a, kind: network-element, shares: {duct: d}}
      - {id: line-b, kind: network-element, shares: {duct: d}}
      - {id: desk, kind: consumer, requires: [{any: [line-a, line-b]}], rto: 4h}
    """

  private func reviewed(_ covers: String, _ promise: String) throws -> ContractCase {
    try ContractCase("  - {id: sla, provider: firm, covers: [\(covers)], \(promise)}", lines)
  }

  private func duct(of reviewed: ContractCase) throws -> PromiseCoverage.Element {
    try #require(reviewed.review.coverage.elements.first { reviewed.id($0.vertex) == "duct:d" })
  }

  private static let fourHours = "targets: [{restore-within: 4h, nature: guaranteed}]"

  /// The lines are promised, the duct that takes both is not: two things, told apart.
  @Test func thePartsOfACauseAreNotTheCause() throws {
    let parts = try reviewed("line-a, line-b", Self.fourHours)
    let user = try #require(parts.review.coverage.users.first)
    #expect(user.sets.map(parts.ids) == [["duct:d"], ["line-a", "line-b"]])
    #expect(user.unpromised.map(parts.ids) == [["duct:d"]])
    #expect(user.promising == [[], ["sla"]])
    let duct = try duct(of: parts)
    #expect(duct.promising == [] && duct.promisingParts == ["sla"])
    let text = parts.review.report(in: parts.model.compiled, language: .english).text()
    let words = text.split { $0.isWhitespace }.joined(separator: " ")
    #expect(words.contains("promised is to restore the parts that share a cause: sla"))
  }

  /// One part without a promise, and the parts promise nothing together.
  @Test func allPartsMustBePromised() throws {
    let one = try reviewed("line-a", Self.fourHours)
    #expect(try duct(of: one).promisingParts == [])
    let silent = try reviewed("line-a, line-b", "kind: sla")
    #expect(try duct(of: silent).promisingParts == [])
    #expect(silent.review.coverage.users.first?.unpromised.count == 2)
    let cause = try reviewed("\"duct:d\", line-a", Self.fourHours)
    #expect(cause.review.coverage.users.first?.unpromised == [])
    #expect(try duct(of: cause).promising == ["sla"])
  }
}
