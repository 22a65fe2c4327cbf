/// Findings that differ in what fails only, so that people read the sentence once.
struct FindingGroup {
  /// The heaviest.
  let first: ContractFinding
  /// The rest, in their order.
  private(set) var others: [ContractFinding] = []

  /// How many findings it holds.
  var count: Int { 1 + others.count }

  /// What is the same in all of them.
  private struct Sameness: Hashable {
    let rule: ContractRule
    let contract: String?
    let verdict: ContractFinding.Verdict?
    let nature: ServiceTarget.Nature?
    let parties: [String]
    let element: VertexID?
    /// What users bear, and how many; with whom it fails; whom it stops.
    var demand: [Double?] = []
    var others: [VertexID] = []
  }

  /// The groups, in the order of their first findings.
  ///
  /// - Complexity: O(*n*) for *n* findings.
  static func all(of findings: [ContractFinding]) -> [FindingGroup] {
    var places: [Sameness: Int] = [:]
    var groups: [FindingGroup] = []
    for finding in findings {
      guard let sameness = sameness(of: finding) else {
        groups.append(FindingGroup(first: finding))
        continue
      }
      if let place = places[sameness] {
        groups[place].others.append(finding)
      } else {
        places[sameness] = groups.count
        groups.append(FindingGroup(first: finding))
      }
    }
    return groups
  }

  /// What a finding has in common with others; nil: it is told by itself.
  private static func sameness(of finding: ContractFinding) -> Sameness? {
    switch finding.rule {
    case .sameSupplierRedundancy:
      return Sameness(
        rule: finding.rule, contract: nil, verdict: nil, nature: nil, parties: [],
        element: finding.element)
    case .restoreGap, .availabilityGap, .noOwner:
      var same = Sameness(
        rule: finding.rule, contract: finding.contract, verdict: finding.verdict,
        nature: finding.nature,
        parties: finding.rule == .noOwner ? finding.parties : [], element: nil)
      switch finding.details {
      case .restore(let check):
        same.demand = [
          check.allowed, check.objective, Double(check.userCount),
          Double(check.withoutObjective.count), check.isCertain ? 1 : 0,
        ]
        same.others =
          [check.target].compactMap(\.self) + check.elements.filter { $0 != check.returning }
      case .uncovered(let uncovered): same.others = uncovered.users
      default: break
      }
      return same
    default: return nil
    }
  }
}
