/// Which findings about agreements and redundancy only one of two models has.
public struct FindingDifference: Sendable {
  /// A finding that both models have, and that weighs or misses otherwise.
  public struct Changed: Sendable {
    /// As it was.
    public let before: ContractFinding
    /// As it is.
    public let after: ContractFinding

    /// Whether it weighs more, or misses by more.
    public var isWorse: Bool {
      after.severity == before.severity
        ? (after.gap ?? 0) > (before.gap ?? 0) : after.severity > before.severity
    }
  }

  /// Redundancy in name only: whose, and what takes it away.
  public struct Redundancy: Hashable, Sendable {
    /// The id of the component that has it.
    public let owner: String
    /// The id of what takes it away.
    public let cause: String
  }

  /// Redundancy of which it cannot be told whether it is real.
  public struct Doubt: Hashable, Sendable {
    /// The id of the component that has it; nil: it is that of a network.
    public let owner: String?
    /// The network; nil: it is that of a component.
    public let network: String?
    /// Under which key something shared is not known.
    public let key: String
  }

  /// Findings about agreements that only the later model has, the heaviest first.
  public let new: [ContractFinding]
  /// Findings about agreements that only the earlier model has, the heaviest first.
  public let gone: [ContractFinding]
  /// Findings that both have, of another weight or gap.
  public let changed: [Changed]
  /// Redundancy that is in name only now.
  public let newlyFalse: [Redundancy]
  /// Redundancy that was in name only.
  public let noLongerFalse: [Redundancy]
  /// Redundancy of which it cannot be told now.
  public let newDoubts: [Doubt]
  /// Redundancy of which it could not be told.
  public let goneDoubts: [Doubt]
  /// Whether nothing was left out for a limit.
  public let isComplete: Bool

  /// - Complexity: That of two reviews of agreements.
  init(
    _ before: (model: CompiledModel, state: ModelState),
    _ after: (model: CompiledModel, state: ModelState), _ reading: Reading,
    goesOn: (@Sendable () -> Bool)?
  ) {
    var question = ContractReview.Question()
    question.reading = reading
    question.maxOrder = 1
    let old = ContractReview(question, in: before.model, goesOn: goesOn)
    let latest = ContractReview(question, in: after.model, goesOn: goesOn)
    let known = Dictionary(
      old.findings.map { (FindingKey($0, before.model), $0) },
      uniquingKeysWith: { first, _ in first })
    let keys = Set(latest.findings.map { FindingKey($0, after.model) })
    new = latest.findings.filter { known[FindingKey($0, after.model)] == nil }
    gone = old.findings.filter { !keys.contains(FindingKey($0, before.model)) }
    changed = latest.findings.compactMap { finding in
      guard let was = known[FindingKey(finding, after.model)],
        was.severity != finding.severity || was.gap != finding.gap
      else { return nil }
      return Changed(before: was, after: finding)
    }
    isComplete = old.isComplete && latest.isComplete
    let falseBefore = Self.redundancies(in: before)
    let falseAfter = Self.redundancies(in: after)
    newlyFalse = falseAfter.filter { !falseBefore.contains($0) }
    noLongerFalse = falseBefore.filter { !falseAfter.contains($0) }
    let doubtsBefore = Self.doubts(in: before)
    let doubtsAfter = Self.doubts(in: after)
    newDoubts = doubtsAfter.filter { !doubtsBefore.contains($0) }
    goneDoubts = doubtsBefore.filter { !doubtsAfter.contains($0) }
  }

  private static func redundancies(
    in side: (model: CompiledModel, state: ModelState)
  ) -> [Redundancy] {
    var found: [Redundancy] = []
    var seen: Set<Redundancy> = []
    for finding in side.state.review.falseRedundancy {
      for cause in finding.causes + finding.defeatingMembers {
        let redundancy = Redundancy(
          owner: side.model.table.id(of: finding.owner),
          cause: side.model.table.id(of: cause.vertex))
        if seen.insert(redundancy).inserted { found.append(redundancy) }
      }
    }
    return found
  }

  private static func doubts(in side: (model: CompiledModel, state: ModelState)) -> [Doubt] {
    var found: [Doubt] = []
    var seen: Set<Doubt> = []
    for finding in side.state.review.independenceNotShown {
      let doubt =
        switch finding.subject {
        case .group(let owner, _):
          Doubt(owner: side.model.table.id(of: owner), network: nil, key: finding.key)
        case .network(let name): Doubt(owner: nil, network: name, key: finding.key)
        }
      if seen.insert(doubt).inserted { found.append(doubt) }
    }
    return found
  }
}

/// What makes findings of two models one finding.
private struct FindingKey: Hashable {
  let rule: ContractRule
  let contract: String?
  let other: String?
  let element: String?
  let target: String?
  let parties: [String]

  init(_ finding: ContractFinding, _ compiled: CompiledModel) {
    rule = finding.rule
    // It is about the party; which of its agreements is named depends on how they are written.
    contract = finding.rule == .subcontractorsUnknown ? nil : finding.contract
    other = finding.otherContract
    element = finding.element.map(compiled.table.id(of:))
    target = finding.target.map(compiled.table.id(of:))
    parties = finding.parties
  }
}
