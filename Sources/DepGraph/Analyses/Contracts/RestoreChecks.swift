/// The rule `restore-gap`: whether what was agreed brings things back in time.
///
/// For a user with a recovery time objective and what stops it, the longest allowed outage is that
/// after which the user's own outage, with holdups, switchover and restart, still keeps the
/// objective. What was agreed is the time to restore at the worst start of the agreement's hours.
/// Where two things together stop a user, the first one back that suffices decides.
struct RestoreChecks {
  let context: ReviewContext
  let allowed: AllowedOutages

  init(_ context: ReviewContext) {
    self.context = context
    allowed = AllowedOutages(in: context.compiled, reading: context.question.reading)
  }

  // MARK: - One thing

  /// The checks of everything that stops users alone, by element and then agreement.
  ///
  /// - Returns: The checks, and whether all were made.
  /// - Complexity: That of `AllowedOutages.longest(of:among:for:within:)` for each pair of what stops
  ///   a user, if somebody promised to restore it, and that user.
  func single() -> (checks: [RestoreCheck], isComplete: Bool) {
    var checks: [RestoreCheck] = []
    for (element, users) in context.points {
      guard context.goesOn() else { return (checks, false) }
      let withObjective = users.filter { context.objective(of: $0.vertex) != nil }
      let without = users.map(\.vertex).filter { context.objective(of: $0) == nil }
      let least = demand(of: withObjective, on: element)
      checks += self.checks(
        of: element, least, count: withObjective.count, without: without)
    }
    return (checks, true)
  }

  /// What the user that allows least demands of something.
  private struct Demand {
    let target: VertexID
    let objective: Double
    /// nil: nobody has promised anything, and it was not looked for.
    let allowed: Double?
    let isCertain: Bool
  }

  /// Up to how many things that stop users it is told what these bear also where nobody has promised
  /// anything.
  private static let mostUnpromised = 200

  /// The demand of the user that allows least; where that was not looked for, of the one with the
  /// shortest objective.
  private func demand(
    of users: [(vertex: VertexID, isCertain: Bool)], on element: VertexID
  ) -> Demand? {
    // With many things it takes long, and there is nothing to hold against the answer.
    let isWanted =
      context.points.count <= Self.mostUnpromised
      || context.covering[element, default: []].contains { context.restores[$0.id] != nil }
    var least: (demand: Demand, key: Double)?
    for user in users {
      guard let objective = context.objective(of: user.vertex) else { continue }
      let longest =
        isWanted
        ? allowed.longest(of: element, among: [element], for: user.vertex, within: objective) : nil
      let key = longest ?? objective.seconds
      if let known = least, known.key <= key { continue }
      least = (
        Demand(
          target: user.vertex, objective: objective.seconds, allowed: longest,
          isCertain: user.isCertain), key
      )
    }
    return least?.demand
  }

  private func checks(
    of element: VertexID, _ demand: Demand?, count: Int, without: [VertexID]
  ) -> [RestoreCheck] {
    let covering = context.covering[element, default: []]
    let restores = covering.compactMap { context.restores[$0.id] }
    func check(
      _ restore: AgreedRestore?, _ contract: String?, _ verdict: ContractFinding.Verdict,
      _ reason: RestoreCheck.Reason?, atMoment: ContractFinding.Verdict? = nil
    ) -> RestoreCheck {
      RestoreCheck(
        elements: [element], returning: element, restore: restore, contract: contract,
        target: demand?.target, objective: demand?.objective, allowed: demand?.allowed,
        userCount: count, withoutObjective: without, verdict: verdict, reason: reason,
        verdictAtMoment: atMoment, isCertain: demand?.isCertain ?? false)
    }
    guard let demand else {
      guard !restores.isEmpty else {
        return [check(nil, covering.first?.id, .notApplicable, .noObjective)]
      }
      return restores.map { check($0, $0.contract, .notApplicable, .noObjective) }
    }
    guard !restores.isEmpty else {
      let contract = covering.first?.id
      return [check(nil, contract, .missing, contract == nil ? .noContract : .noPromise)]
    }
    let allowed = demand.allowed ?? .infinity
    return restores.map { restore in
      let (verdict, reason, atMoment) = RestoreCheck.verdicts(on: restore, allowed: allowed)
      return check(restore, restore.contract, verdict, reason, atMoment: atMoment)
    }
  }

  // MARK: - Two things

  /// The checks of the pairs that together stop users, by pair, each for the user that it is worst
  /// for.
  ///
  /// - Parameters:
  ///   - sets: The minimal cut sets of each user.
  ///   - limit: The most pairs of a cut set and a user that are looked at.
  /// - Returns: The checks, and whether all were made.
  /// - Complexity: That of `AllowedOutages.longest(of:among:for:within:)` for each member with a
  ///   promise of each cut set of each user.
  func pairs(
    of sets: [UserCutSets], limit: Int
  ) -> (checks: [RestoreCheck], isComplete: Bool) {
    var worst: [[VertexID]: RestoreCheck] = [:]
    var counts: [[VertexID]: (with: Int, without: [VertexID])] = [:]
    var left = limit
    var isComplete = true
    for user in sets {
      let objective = context.objective(of: user.target)
      for set in user.sets where set.count == 2 {
        guard let objective else {
          counts[set, default: (0, [])].without.append(user.target)
          continue
        }
        counts[set, default: (0, [])].with += 1
        guard left > 0, context.goesOn() else {
          isComplete = false
          continue
        }
        left -= 1
        let check = check(of: set, for: user.target, within: objective)
        if let known = worst[set], !check.isWorse(than: known) { continue }
        worst[set] = check
      }
    }
    let checks = worst.keys.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { set in
      worst[set]?.counting(counts[set]?.with ?? 0, without: counts[set]?.without ?? [])
    }
    return (checks, isComplete)
  }

  private func check(
    of set: [VertexID], for target: VertexID, within objective: TimeSpan
  ) -> RestoreCheck {
    var best: RestoreCheck?
    for member in set {
      let restores = context.covering[member, default: []].compactMap { context.restores[$0.id] }
      guard !restores.isEmpty else { continue }
      let longest = allowed.longest(of: member, among: set, for: target, within: objective)
      for restore in restores {
        let (verdict, reason, atMoment) = RestoreCheck.verdicts(on: restore, allowed: longest)
        let check = RestoreCheck(
          elements: set, returning: member, restore: restore, contract: restore.contract,
          target: target, objective: objective.seconds, allowed: longest, userCount: 1,
          withoutObjective: [], verdict: verdict, reason: reason, verdictAtMoment: atMoment,
          isCertain: false)
        if let known = best, !known.isWorse(than: check) { continue }
        best = check
      }
    }
    if let best { return best }
    let covering = set.flatMap { context.covering[$0, default: []] }
    return RestoreCheck(
      elements: set, returning: set[0], restore: nil, contract: covering.first?.id,
      target: target, objective: objective.seconds, allowed: nil, userCount: 1,
      withoutObjective: [], verdict: .missing, reason: covering.isEmpty ? .noContract : .noPromise,
      verdictAtMoment: nil, isCertain: false)
  }
}

extension RestoreCheck {
  /// Whether a user is worse off by this than by another promise: it is later, or no promise at all.
  fileprivate func isWorse(than other: RestoreCheck) -> Bool {
    let key = { (check: RestoreCheck) -> (Int, Double) in
      switch (check.verdict, check.restore?.isMaximum) {
      case (.met, _), (.notApplicable, _): (0, check.gap ?? -.infinity)
      case (.overrun, true?): (1, check.gap ?? .infinity)
      case (.missing, false?): (2, check.gap ?? .infinity)
      case (.overrun, _): (3, check.gap ?? .infinity)
      case (.missing, _): (4, 0)
      }
    }
    return key(self) > key(other)
  }

  /// The same with the users that it stops.
  fileprivate func counting(_ count: Int, without: [VertexID]) -> RestoreCheck {
    RestoreCheck(
      elements: elements, returning: returning, restore: restore, contract: contract,
      target: target, objective: objective, allowed: allowed, userCount: count,
      withoutObjective: without, verdict: verdict, reason: reason,
      verdictAtMoment: verdictAtMoment, isCertain: isCertain)
  }
}
