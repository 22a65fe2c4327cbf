import DepGraph
import Testing

/// A small model with agreements, reviewed.
struct ContractCase {
  let model: TestModel
  let review: ContractReview

  /// A desk that needs one router, and works again within four hours.
  static let desk = """
      - {id: router, kind: network-element, owner: us, operator: us}
      - {id: desk, kind: consumer, requires: [router], rto: 4h}
    """

  static let parties = """
    parties:
      - {id: us, name: Us}
      - {id: part, name: Part of us, parent: us}
      - {id: firm, name: Firm, role: supplier, subcontractors: []}
    """

  /// Reads a model with contracts, and reviews it at 1 January 2026.
  init(
    _ contracts: String, _ components: String = desk, parties: String = parties,
    extra: String = "", change: (inout ContractReview.Question) throws -> Void = { _ in }
  ) throws {
    model = try TestModel(
      components,
      extra: """
        as-of: 2026-01-01
        \(extra)
        \(parties)
        contracts:
        \(contracts)

        """)
    var question = ContractReview.Question()
    try change(&question)
    review = ContractReview(question, in: model.compiled)
  }

  /// The findings of a rule.
  func findings(_ rule: ContractRule) -> [ContractFinding] {
    review.findings.filter { $0.rule == rule }
  }

  func ids(_ vertices: [VertexID]) -> [String] { vertices.map(model.compiled.table.id(of:)) }

  func id(_ vertex: VertexID?) -> String? { vertex.map(model.compiled.table.id(of:)) }

  /// The sentence about a finding.
  func sentence(_ finding: ContractFinding, _ language: Language = .english) -> String {
    let result = review.json(in: model.compiled, language: language)
    guard case .array(let findings)? = result["findings"],
      let place = review.findings.firstIndex(of: finding),
      case .string(let message)? = findings[place]["message"]
    else { return "" }
    return message
  }
}

extension ContractFinding {
  /// What is required, what is agreed, and the gap.
  var times: [Double?] { [required, agreed, gap] }
}
