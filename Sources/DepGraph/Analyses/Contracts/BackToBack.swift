/// The rules `back-to-back-…`: whether an agreement promises more than those that it rests on.
///
/// An agreement is held against each that it is `backed-by`, and against the one that it stands
/// `under` in what both of them state.
struct BackToBack {
  let context: ReviewContext

  /// The findings, by agreement in the order declared.
  ///
  /// - Complexity: O(*c*·*b*·*w*²) for *c* agreements with *b* below each, and *w* windows.
  var findings: [ContractFinding] {
    context.valid.flatMap { contract -> [ContractFinding] in
      let below = contract.backedBy.compactMap { context.contracts[$0] }
      let above = contract.under.flatMap { context.contracts[$0] }
      let pairs = below.map { ($0, false) } + (above.map { [($0, true)] } ?? [])
      return pairs.filter { $0.0.id != contract.id }.flatMap { other, isAbove in
        findings(contract, other, isAbove: isAbove)
      }
    }
  }

  private func findings(
    _ contract: Contract, _ other: Contract, isAbove: Bool
  ) -> [ContractFinding] {
    let own = restore(of: contract)
    let its = restore(of: other)
    func finding(
      _ rule: ContractRule, _ severity: FindingSeverity,
      _ difference: ContractFinding.Backing.Difference
    ) -> ContractFinding {
      var finding = ContractFinding(rule, severity)
      finding.contract = contract.id
      finding.parties = Set(context.parties(of: contract) + context.parties(of: other)).sorted()
      finding.chain = [.contract(contract.id), .contract(other.id)]
      finding.nature = own?.target.nature
      finding.details = .backing(
        .init(other: other.id, isAbove: isAbove, difference: difference))
      return finding
    }
    var found: [ContractFinding] = []
    if let own, let its {
      found += time(own, its, finding)
      found += window(contract, other, finding)
      found += nature(own, its, finding)
    } else if own != nil, !isAbove {
      found.append(finding(.backToBackMissing, .medium, .noTime))
    }
    found += availability(contract, other, isAbove: isAbove, finding)
    found += term(contract, other, finding)
    return found
  }

  private typealias Making = (
    ContractRule, FindingSeverity, ContractFinding.Backing.Difference
  ) -> ContractFinding

  /// Also of an agreement that does not hold today: its term is another finding.
  private func restore(of contract: Contract) -> AgreedRestore? {
    context.restores[contract.id]
      ?? AgreedRestore(of: contract, in: context.week, at: context.question.at)
  }

  private func time(
    _ own: AgreedRestore, _ its: AgreedRestore, _ make: Making
  ) -> [ContractFinding] {
    guard its.longest.elapsed > own.longest.elapsed else { return [] }
    var finding = make(
      .backToBackTime, .high,
      .time(own: own.longest.elapsed, other: its.longest.elapsed, start: its.longest.start))
    finding.required = own.longest.elapsed
    finding.agreed = its.longest.elapsed
    finding.gap = its.longest.elapsed - own.longest.elapsed
    finding.gapIsLeast = !its.isMaximum
    return [finding]
  }

  private func window(
    _ contract: Contract, _ other: Contract, _ make: Making
  ) -> [ContractFinding] {
    let own = WorkingWeek(contract.serviceWindow, at: context.week)
    let its = WorkingWeek(other.serviceWindow, at: context.week)
    guard let first = own.firstOutside(of: its) else { return [] }
    let outside = own.secondsOutside(of: its)
    var finding = make(.backToBackWindow, .medium, .window(outside: outside, first: first))
    finding.required = own.secondsInside
    finding.agreed = own.secondsInside - outside
    finding.gap = outside
    return [finding]
  }

  private func nature(
    _ own: AgreedRestore, _ its: AgreedRestore, _ make: Making
  ) -> [ContractFinding] {
    var found: [ContractFinding] = []
    if own.target.nature == .guaranteed, its.target.nature != .guaranteed {
      found.append(
        make(.backToBackNature, .medium, .nature(own: .guaranteed, other: its.target.nature)))
    }
    let share = own.share ?? 1
    if let other = its.share, other < share {
      found.append(make(.backToBackNature, .medium, .share(own: share, other: other)))
    }
    return found
  }

  private func availability(
    _ contract: Contract, _ other: Contract, isAbove: Bool, _ make: Making
  ) -> [ContractFinding] {
    guard let own = contract.availability else { return [] }
    guard let its = other.availability else {
      return isAbove ? [] : [make(.backToBackMissing, .low, .noAvailability)]
    }
    guard own.low > its.low else { return [] }
    var finding = make(
      .backToBackAvailability, .medium, .availability(own: own.low, other: its.low))
    finding.required = (1 - own.low) * Availability.secondsPerYear
    finding.agreed = (1 - its.low) * Availability.secondsPerYear
    finding.gap = (own.low - its.low) * Availability.secondsPerYear
    return [finding]
  }

  /// The days, from today on, on which the agreement holds and the other does not.
  private func term(
    _ contract: Contract, _ other: Contract, _ make: Making
  ) -> [ContractFinding] {
    var found: [ContractFinding] = []
    let today = context.day
    // Without an end it holds for good.
    if let ends = other.validUntil, contract.validUntil.map({ ends < $0 }) ?? true {
      let isOver = today.map { ends < $0 } ?? false
      var finding = make(.backToBackTerm, isOver ? .high : .low, .term(until: ends, from: nil))
      finding.gap = contract.validUntil.map {
        Double($0.daysSinceEpoch - ends.daysSinceEpoch) * 86_400
      }
      found.append(finding)
    }
    if let begins = other.validFrom,
      let first = [contract.validFrom, today].compactMap(\.self).max(),
      first < begins
    {
      var finding = make(.backToBackTerm, .medium, .term(until: nil, from: begins))
      finding.gap = Double(begins.daysSinceEpoch - first.daysSinceEpoch) * 86_400
      found.append(finding)
    }
    return found
  }
}
