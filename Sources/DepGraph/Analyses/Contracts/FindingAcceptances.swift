/// Findings held against those that somebody has accepted.
///
/// An acceptance whose last day is over no longer counts: what it accepted is open again, and that is
/// said. So is an acceptance that matches nothing, which can be taken out.
public struct FindingAcceptances: Sendable {
  /// A finding that was accepted, and by what.
  public struct Accepted: Hashable, Sendable {
    /// The finding.
    public let finding: ContractFinding
    /// What accepts it.
    public let acceptance: FindingBaseline.Acceptance
  }

  /// The findings that nobody has accepted, in their order.
  public let open: [ContractFinding]
  /// The findings that were accepted, in their order.
  public let accepted: [Accepted]
  /// Acceptances that are over and would match an open finding, in the order written.
  public let expired: [FindingBaseline.Acceptance]
  /// Acceptances that match nothing, in the order written.
  public let unmatched: [FindingBaseline.Acceptance]
  /// All findings in their order, with what accepts them, if anything does.
  private let all: [(finding: ContractFinding, acceptance: FindingBaseline.Acceptance?)]

  /// Holds findings against a baseline.
  ///
  /// - Parameters:
  ///   - findings: The findings.
  ///   - baseline: What was accepted.
  ///   - today: The day on which acceptances have to hold.
  ///   - compiled: The model.
  /// - Complexity: O(*f*·*a*) for *f* findings and *a* acceptances.
  public init(
    _ findings: [ContractFinding], _ baseline: FindingBaseline, on today: CalendarDate,
    in compiled: CompiledModel
  ) {
    var open: [ContractFinding] = []
    var accepted: [Accepted] = []
    var all: [(finding: ContractFinding, acceptance: FindingBaseline.Acceptance?)] = []
    var used = [Bool](repeating: false, count: baseline.accepted.count)
    for finding in findings {
      let matching = baseline.accepted.indices.filter {
        baseline.accepted[$0].matches(finding, in: compiled)
      }
      for place in matching { used[place] = true }
      let holding = matching.first { baseline.accepted[$0].holds(on: today) }
      all.append((finding, holding.map { baseline.accepted[$0] }))
      if let holding {
        accepted.append(Accepted(finding: finding, acceptance: baseline.accepted[holding]))
      } else {
        open.append(finding)
      }
    }
    self.all = all
    self.open = open
    self.accepted = accepted
    expired = baseline.accepted.indices.filter {
      used[$0] && !baseline.accepted[$0].holds(on: today)
    }.map { baseline.accepted[$0] }
    unmatched = baseline.accepted.indices.filter { !used[$0] }.map { baseline.accepted[$0] }
  }

  /// A baseline that accepts all findings: those accepted as they were, the others anew.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: The baseline, in the order of the findings.
  /// - Complexity: O(*f*) for *f* findings.
  public func baseline(in compiled: CompiledModel) -> FindingBaseline {
    var baseline = FindingBaseline()
    var seen: Set<FindingBaseline.Acceptance> = []
    let entries = all.map {
      $0.acceptance ?? FindingBaseline.Acceptance(of: $0.finding, in: compiled)
    }
    baseline.accepted = entries.filter { seen.insert($0).inserted }
    return baseline
  }
}

extension FindingBaseline.Acceptance {
  /// Accepts one finding, by all that tells it from others.
  init(of finding: ContractFinding, in compiled: CompiledModel) {
    self.init(finding.rule)
    contract = finding.contract
    other = finding.otherContract
    component = finding.element.map(compiled.table.id(of:))
    target = finding.target.map(compiled.table.id(of:))
    // Where neither an agreement's clause nor a component tells it from others, a party does.
    party = finding.element == nil ? finding.parties.first : nil
  }

  fileprivate func holds(on day: CalendarDate) -> Bool { until.map { day <= $0 } ?? true }

  fileprivate func matches(_ finding: ContractFinding, in compiled: CompiledModel) -> Bool {
    func agrees(_ wanted: String?, _ has: String?) -> Bool { wanted == nil || wanted == has }
    return rule == finding.rule && agrees(contract, finding.contract)
      && agrees(other, finding.otherContract)
      && agrees(component, finding.element.map(compiled.table.id(of:)))
      && agrees(target, finding.target.map(compiled.table.id(of:)))
      && (party.map(finding.parties.contains) ?? true)
  }
}
