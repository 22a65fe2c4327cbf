/// The sentence about each finding that a contract manager can use.
struct ContractSentences {
  let names: DisplayNames
  let phrases: Phrases

  /// The sentence, or a few.
  ///
  /// - Complexity: O(*n*) for what the finding names.
  func sentence(_ finding: ContractFinding) -> String {
    switch finding.details {
    case .restore(let check): restore(check)
    case .observed(let overrun): observed(finding, overrun)
    case .availability(let gap): availability(finding, gap)
    case .backing(let backing): self.backing(finding, backing)
    case .uncovered(let uncovered): self.uncovered(finding, uncovered)
    default: other(finding)
    }
  }

  /// The way from what fails to the user, where the sentence does not tell it: something lies between.
  func chain(_ finding: ContractFinding) -> String? {
    let steps = finding.chain.compactMap { link -> String? in
      switch link {
      case .element(let vertex): names.name(vertex)
      case .contract, .party: nil
      }
    }
    guard finding.rule == .restoreGap, steps.count > 2 else { return nil }
    return phrases.chain(steps)
  }

  /// What is as in the sentence before, in a few words.
  ///
  /// - Complexity: O(*n*) for *n* findings.
  func likewise(_ findings: [ContractFinding]) -> String {
    let told = findings.map { finding -> String in
      if finding.rule == .sameSupplierRedundancy, let party = finding.parties.first {
        return names.party(party)
      }
      let name = finding.element.map(names.name) ?? contract(finding.contract)
      guard finding.verdict == .overrun || finding.rule == .availabilityGap,
        let gap = finding.gap, gap > 0
      else { return name }
      return phrases.withGap(name, gap, isYearly: finding.rule == .availabilityGap)
    }
    return phrases.likewise(told, most: 8)
  }

  /// An outage that lasted longer than agreed, for the first lines.
  func headline(_ finding: ContractFinding) -> String {
    guard case .observed(let overrun) = finding.details else { return "" }
    return phrases.observedHeadline(
      finding.element.map(names.name) ?? "", overrun, judgement: phrases.judgement(overrun))
  }

  func contract(_ id: String?) -> String {
    id.map(names.contract) ?? phrases.pick("een afspraak", "an agreement")
  }

  func elements(_ vertices: [VertexID]) -> String { phrases.list(vertices.map(names.named)) }

  // MARK: - Times to restore

  private func restore(_ check: RestoreCheck) -> String {
    var parts: [String] = []
    if let restore = check.restore {
      parts.append(
        phrases.promise(
          of: contract(restore.contract), restore, on: names.named(check.returning)))
    } else {
      parts.append(
        phrases.noRestorePromise(contract(check.contract), on: names.named(check.returning)))
    }
    if let target = check.target, let objective = check.objective {
      let together = check.elements.count > 1 ? elements(check.elements) : nil
      parts.append(
        check.allowed.map { allowed in
          phrases.demand(
            names.named(target), allowed: allowed, objective: objective, together: together,
            others: check.userCount - 1)
        } ?? phrases.objective(names.named(target), objective))
    }
    switch (check.verdict, check.gap) {
    case (.overrun, let gap?):
      parts.append(
        phrases.tooLate(
          gap, isLeast: check.gapIsLeast,
          isSure: check.isCertain || check.elements.count > 1)
      )
    case (.missing, _) where check.reason == .noMaximum:
      parts.append(phrases.noMaximum(share: check.restore?.share ?? 1))
    default: break
    }
    if let restore = check.restore {
      if let moment = restore.atMoment { parts.append(phrases.atMoment(moment)) }
      parts.append(phrases.binding(restore.target, isLate: check.verdict == .overrun))
      parts.append(phrases.clock(restore.target))
    }
    if !check.withoutObjective.isEmpty {
      parts.append(phrases.withoutObjective(check.withoutObjective.count))
    }
    return parts.joined(separator: " ")
  }

  private func observed(_ finding: ContractFinding, _ overrun: ObservedOverrun) -> String {
    let element = finding.element.map(names.named) ?? ""
    let model = names.compiled.model
    let agreement = model.contracts.first { $0.id == finding.contract }
    // Which document it stands in may not be known; no party is named then.
    let isUnknown = agreement?.kind == .unknown && agreement?.provider == nil
    return [
      phrases.observed(
        element, overrun, contract: contract(finding.contract), isDocumentUnknown: isUnknown),
      phrases.judgement(overrun),
      phrases.clock(overrun.restore.target),
      overrun.sources.isEmpty
        ? nil : phrases.sourceLine(phrases.list(overrun.sources.map(names.source))),
    ].compactMap(\.self).joined(separator: " ")
  }

  // MARK: - Availability and agreements below

  private func availability(_ finding: ContractFinding, _ gap: AvailabilityGap) -> String {
    let unknown = gap.unknown.count + gap.unknownNeeds.count
    guard gap.given != nil, let required = finding.required, let agreed = finding.agreed else {
      return phrases.availabilityNotJudged(
        contract(finding.contract), promised: gap.promised,
        unknown: names.listed(gap.unknown + gap.unknownNeeds, phrases), count: unknown)
    }
    return phrases.availabilityGap(
      contract(finding.contract), finding.element.map(names.named) ?? "", gap,
      required: required, given: agreed,
      promises: phrases.list(gap.promises.map(names.contract)))
  }

  private func backing(
    _ finding: ContractFinding, _ backing: ContractFinding.Backing
  ) -> String {
    phrases.backing(
      contract(finding.contract), names.contract(backing.other), isAbove: backing.isAbove,
      backing.difference)
  }

  private func uncovered(
    _ finding: ContractFinding, _ uncovered: ContractFinding.Uncovered
  ) -> String {
    let element = finding.element.map(names.named) ?? ""
    let users = names.listed(uncovered.users, phrases)
    if finding.rule == .noOwner {
      return phrases.noOwner(
        element, users: users, operator: finding.parties.first.map(names.party))
    }
    return phrases.uncovered(
      element, users: users, isPlural: uncovered.users.count > 1,
      mayBe: uncovered.mayBeCoveredBy.count,
      notInForce: uncovered.notInForce.map(names.contract))
  }

  // MARK: - Terms, parties, clauses

  private func other(_ finding: ContractFinding) -> String {
    let contract = contract(finding.contract)
    let party = finding.parties.first.map(names.party) ?? ""
    let chain = finding.chain.compactMap { link -> String? in
      if case .party(let id) = link { names.party(id) } else { nil }
    }
    switch (finding.rule, finding.details) {
    case (.expires, .day(let day)):
      return phrases.expires(contract, day, isOver: (finding.gap ?? 0) < 0)
    case (.noticeDue, .day(let day)):
      return phrases.noticeDue(contract, day, isOver: (finding.gap ?? 0) < 0)
    case (.notYetValid, .day(let day)): return phrases.notYetValid(contract, day)
    case (.authorisationExpired, .day(let day)):
      return phrases.authorisation(party, day, isOver: (finding.gap ?? 0) < 0, contract)
    case (.subcontractorsTooDeep, .tier(let tier)):
      return phrases.tooDeep(contract, chain, tier: tier)
    case (.subcontractorsUnknown, .stated(let isSaid)):
      return phrases.subcontractorsUnknown(party, contract, isSaid: isSaid == true)
    case (.exitStrategyMissing, .stated(let stated)):
      return phrases.noExit(contract, isStated: stated != nil)
    case (.connectionTermsUnchecked, .checked(let day)): return phrases.unchecked(contract, day)
    case (.concentration, .concentration(let stopped, let certain, let all, let areDeclared)):
      return phrases.concentration(
        party, stopped: stopped, certain: certain, of: all, areDeclared: areDeclared)
    case (.sameSupplierRedundancy, .alternatives(let members)):
      return phrases.onOneSupplier(
        finding.element.map(names.named) ?? "", elements(members), party)
    default: return contract
    }
  }
}

extension DisplayNames {
  /// Names in a sentence: the first few, and how many more.
  func listed(_ vertices: [VertexID], _ phrases: Phrases, withIDs: Bool = true) -> String {
    phrases.list(vertices.map { withIDs ? named($0) : name($0) }, most: 5)
  }
}
