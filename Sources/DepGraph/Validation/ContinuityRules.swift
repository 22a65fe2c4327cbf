/// Rules on times: what continuity demands must be possible.
enum ContinuityRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for index in model.components.indices where model.components[index].hasSeldomFacts {
      let component = model.components[index]
      let continuity = component.continuity
      let recovery =
        (continuity.recoveryTimeObjective ?? .zero) + (continuity.workRecoveryTime ?? .zero)
      if let limit = continuity.maximumTolerablePeriod, recovery > limit {
        found.append(
          Diagnostic(
            .recoveryExceedsTolerance,
            "RTO and WRT of `\(component.id)` together are longer than its MTPD",
            at: component.place, id: component.id))
      }
      let durations = component.impact.map(\.after)
      if zip(durations, durations.dropFirst()).contains(where: { $0 >= $1 }) {
        found.append(
          Diagnostic(
            .outOfRange, "the rows of `impact` of `\(component.id)` must come by rising `after`",
            at: component.place, id: component.id))
      }
    }
    return found
  }
}
