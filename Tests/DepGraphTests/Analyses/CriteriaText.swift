import DepGraph
import Testing

/// A set of criteria written in a test, and a subject judged by it.
struct JudgedText {
  let assessment: VitalAssessment
  let compiled: CompiledModel

  /// Judges seeds of a model by criteria.
  ///
  /// - Parameters:
  ///   - criteria: What follows the version and the id.
  ///   - compiled: The model.
  ///   - seeds: The subject.
  ///   - change: What is given.
  /// - Throws: What is wrong with the criteria or the seeds.
  init(
    _ criteria: String, of compiled: CompiledModel, _ seeds: [String],
    change: (inout VitalAssessment.Question) throws -> Void = { _ in }
  ) throws {
    let set = try CriteriaReader().read(
      text: "depgraph-criteria: 1\nid: x\nbasis: fictional\n\(criteria)\n", named: "c.yaml"
    ).criteria
    var question = VitalAssessment.Question(try compiled.seeds(seeds), by: set)
    try change(&question)
    assessment = VitalAssessment(question, in: compiled)
    self.compiled = compiled
  }

  func finding(_ id: String) throws -> VitalAssessment.Finding {
    try #require(assessment.findings.first { $0.criterion.id == id })
  }

  func verdict(_ id: String) throws -> CriterionVerdict { try finding(id).verdict }

  func range(_ id: String) throws -> ValueRange? { try finding(id).value?.range }

  func ids(_ vertices: [VertexID]) -> [String] { vertices.map(compiled.table.id(of:)) }
}
