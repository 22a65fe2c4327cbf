extension Diagnosis {
  /// The result of `explain-reports` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let ids = { (vertices: [VertexID]) -> JSONValue in
      .texts(vertices.map(compiled.table.id(of:)))
    }
    return [
      "out": ids(reports.out), "working": ids(reports.working), "count": .integer(count),
      "maxOrder": .integer(maxOrder),
      "explanations": .array(explanations.map { $0.json(ids) }),
      "mostLikely": mostLikely.map { ids($0.elements) } ?? .null,
      "questions": .array(
        questions.map { question in
          [
            "id": .string(compiled.table.id(of: question.vertex)),
            "ifOut": .integer(question.ifOut), "ifWorking": .integer(question.ifWorking),
          ]
        }),
      "unexplained": ids(unexplained),
      "doubts": .array(
        doubts.map { doubt in
          [
            "id": .string(compiled.table.id(of: doubt.vertex)),
            "reported": .string(doubt.wasOut ? "out" : "working"),
            "explanation": ids(doubt.explanation),
          ]
        }),
      "unknown": ids(unknown), "withoutMembers": .texts(reports.withoutMembers),
    ]
  }
}

extension Diagnosis.Explanation {
  fileprivate func json(_ ids: ([VertexID]) -> JSONValue) -> JSONValue {
    [
      "failed": ids(elements), "verdict": .string(verdict.rawValue),
      "probability": .probability(likelihood.probability), "alsoOut": ids(alsoOut),
      "mayBeOut": ids(mayBeOut),
    ]
  }
}
