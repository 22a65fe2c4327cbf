extension ContractReview {
  /// What was promised for each single thing that stops one user, held against what that user bears.
  ///
  /// The checks of the review itself hold each thing against the user that allows least, which may be
  /// another one.
  ///
  /// - Parameters:
  ///   - user: The process or consumer.
  ///   - compiled: The model.
  /// - Returns: The checks, by element and then agreement.
  /// - Complexity: That of all single failures, and of `AllowedOutages.longest(of:among:for:within:)`
  ///   for each thing that stops the user.
  public func checks(for user: VertexID, in compiled: CompiledModel) -> [RestoreCheck] {
    let context = ReviewContext(question, in: compiled) { true }
    let allowed = AllowedOutages(in: compiled, reading: question.reading)
    let objective = context.objective(of: user)
    return context.points.flatMap { element, users -> [RestoreCheck] in
      guard let hit = users.first(where: { $0.vertex == user }) else { return [] }
      let longest = objective.map {
        allowed.longest(of: element, among: [element], for: user, within: $0)
      }
      let covering = context.covering[element, default: []]
      let restores = covering.compactMap { context.restores[$0.id] }
      func check(
        _ restore: AgreedRestore?, _ contract: String?, _ verdict: ContractFinding.Verdict,
        _ reason: RestoreCheck.Reason?
      ) -> RestoreCheck {
        RestoreCheck(
          elements: [element], returning: element, restore: restore, contract: contract,
          target: user, objective: objective?.seconds, allowed: longest, userCount: 1,
          withoutObjective: objective == nil ? [user] : [], verdict: verdict, reason: reason,
          verdictAtMoment: nil, isCertain: hit.isCertain)
      }
      guard !restores.isEmpty else {
        let contract = covering.first?.id
        return [check(nil, contract, .missing, contract == nil ? .noContract : .noPromise)]
      }
      return restores.map { restore in
        guard let longest else {
          return check(restore, restore.contract, .notApplicable, .noObjective)
        }
        let (verdict, reason) = RestoreCheck.verdict(
          restore.longest.elapsed, of: restore, allowed: longest)
        return check(restore, restore.contract, verdict, reason)
      }
    }
  }
}
