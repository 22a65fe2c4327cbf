/// How an availability that was promised compares with what is below it.
public struct AvailabilityGap: Hashable, Sendable {
  /// The availability promised, at its lowest.
  public let promised: Double
  /// The availability that what is below gives at most, if every promise there is just kept; nil:
  /// nothing is certain of it.
  public let given: Double?
  /// What bears on it and has no figure.
  public let unknown: [VertexID]
  /// Components that it rests on of which a need is not known.
  public let unknownNeeds: [VertexID]
  /// The ids of agreements whose promises the figure rests on.
  public let promises: [String]
  /// Whether the figure rests on something inferred or assumed.
  public let isAssumed: Bool
}

/// The rule `availability-gap`: what was promised against the exact availability that is below.
///
/// What an agreement covers is down by itself, or because of what it needs. Its own figure counts
/// unless it is this very promise. The promise cannot be kept where even the least that is certain
/// is too much; where figures are missing and it is not too much, it cannot be judged.
struct AvailabilityGaps {
  let context: ReviewContext

  /// A share of time that is no more than rounding.
  private static let tolerance = 1e-12

  /// The findings, by agreement and element, and whether all were looked for.
  ///
  /// - Complexity: That of `Availability` for what each agreement covers.
  func findings() -> (findings: [ContractFinding], isComplete: Bool) {
    var found: [ContractFinding] = []
    for contract in context.valid {
      guard let promised = contract.availability else { continue }
      guard context.goesOn() else { return (found, false) }
      found += findings(contract, promised.low)
    }
    return (found, true)
  }

  private func findings(_ contract: Contract, _ promised: Double) -> [ContractFinding] {
    let covered = context.coverage[contract.id, default: []]
    guard !covered.isEmpty else { return [] }
    var question = Availability.Question(of: covered, reading: context.question.reading)
    question.effort = .quick
    question.mostNodes = context.question.mostNodes
    let answer = Availability(
      question, in: context.compiled, leavingOut: contract.id, goesOn: context.goesOn)
    var found: [ContractFinding] = []
    var unknown: Set<VertexID> = []
    var needs: Set<VertexID> = []
    for target in answer.targets {
      let missing = target.unknown.filter { $0 != target.vertex }
      if target.unavailability.low > 1 - promised + Self.tolerance {
        let promises = answer.promises.filter { target.promised.contains($0.element) }
        let gap = AvailabilityGap(
          promised: promised, given: 1 - target.unavailability.low, unknown: missing,
          unknownNeeds: target.unknownNeeds, promises: promises.map(\.contract),
          isAssumed: !target.assumed.isEmpty)
        found.append(finding(contract, target.vertex, gap))
      } else {
        unknown.formUnion(missing)
        needs.formUnion(target.unknownNeeds)
      }
    }
    if !unknown.isEmpty || !needs.isEmpty {
      var finding = ContractFinding(.availabilityGap, .note)
      finding.contract = contract.id
      finding.parties = context.parties(of: contract)
      finding.required = (1 - promised) * Availability.secondsPerYear
      finding.details = .availability(
        AvailabilityGap(
          promised: promised, given: nil, unknown: unknown.sorted(), unknownNeeds: needs.sorted(),
          promises: [], isAssumed: false))
      found.append(finding)
    }
    return found
  }

  private func finding(
    _ contract: Contract, _ element: VertexID, _ gap: AvailabilityGap
  ) -> ContractFinding {
    let isCertain = !gap.isAssumed && isCertain(contract, element, gap.promised)
    var finding = ContractFinding(.availabilityGap, isCertain ? .medium : .low)
    finding.contract = contract.id
    finding.element = element
    finding.parties = context.parties(of: contract)
    finding.required = (1 - gap.promised) * Availability.secondsPerYear
    finding.agreed = gap.given.map { (1 - $0) * Availability.secondsPerYear }
    finding.gap = gap.given.map { (gap.promised - $0) * Availability.secondsPerYear }
    finding.gapIsLeast = !gap.unknown.isEmpty || !gap.unknownNeeds.isEmpty
    finding.chain =
      [.contract(contract.id), .element(element)] + gap.promises.map { .contract($0) }
    finding.details = .availability(gap)
    return finding
  }

  /// Whether the promise cannot be kept without what is uncertain either.
  private func isCertain(_ contract: Contract, _ element: VertexID, _ promised: Double) -> Bool {
    guard context.question.reading != .certain else { return true }
    var question = Availability.Question(of: [element], reading: .certain)
    question.effort = .quick
    question.mostNodes = context.question.mostNodes
    let answer = Availability(
      question, in: context.compiled, leavingOut: contract.id, goesOn: context.goesOn)
    return answer.targets[0].unavailability.low > 1 - promised + Self.tolerance
  }
}
