extension PlanReview {
  /// The result of `plans` for machines.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let writer = PlanWriter(compiled: compiled)
    return [
      "at": .text(day?.description), "months": .integer(question.months),
      "critical": writer.ids(users.vertices), "declared": .bool(users.isDeclared),
      "unplanned": writer.ids(unplanned),
      "plans": .array(plans.map(writer.plan)),
    ]
  }
}

private struct PlanWriter {
  let compiled: CompiledModel

  private func id(_ vertex: VertexID) -> JSONValue { .string(compiled.table.id(of: vertex)) }

  func ids(_ vertices: [VertexID]) -> JSONValue {
    .texts(vertices.map(compiled.table.id(of:)))
  }

  func plan(_ plan: PlanReview.Plan) -> JSONValue {
    [
      "id": .string(plan.id), "for": ids(plan.purposes),
      "reliesOn": plan.reliesOn.map(ids) ?? .null, "leaning": .string(plan.leaning.rawValue),
      "tested": .text(plan.exercise.date?.description),
      "exercise": .string(plan.exercise.key), "paper": .bool(plan.hasPaper),
      "falls": .array(
        plan.falls.map { fall in
          [
            "causes": ids(fall.elements), "for": id(fall.purpose), "way": ids(fall.way),
            "losses": .array(
              fall.losses.map { loss in
                [
                  "id": id(loss.relied), "way": ids(loss.way),
                  "verdict": .string(loss.verdict.rawValue),
                ]
              }), "verdict": .string(fall.verdict.rawValue),
            "coincidence": .bool(fall.isCoincidence),
          ]
        }),
      "reliesOnProcess": .array(
        plan.selfReliances.map { ["for": id($0.purpose), "id": id($0.relied)] }),
      "cannotTell": ids(plan.openProps), "complete": .bool(plan.isComplete),
    ]
  }
}
