/// The rules `exit-strategy-missing` and `connection-terms-unchecked`: what agreements should say,
/// and whether anybody looks.
struct ContractClauses {
  let context: ReviewContext

  /// After how many months a check of connection terms is old.
  static let monthsOfCheck = 12

  /// The findings, by agreement in the order declared.
  ///
  /// - Complexity: O(*c*·*d*²) for *c* agreements at a depth of *d*.
  var findings: [ContractFinding] {
    context.valid.flatMap { [exit($0), check($0)].compactMap(\.self) }
  }

  private func exit(_ contract: Contract) -> ContractFinding? {
    guard wantsExit(contract) else { return nil }
    // Said once, of the highest agreement that lacks it.
    let above = context.above(contract)
    if let parent = above.first, parent.isValid(on: context.day), wantsExit(parent) { return nil }
    var finding = ContractFinding(
      .exitStrategyMissing, contract.hasExitStrategy == false ? .medium : .low)
    finding.contract = contract.id
    finding.parties = context.parties(of: contract)
    finding.details = .stated(contract.hasExitStrategy)
    return finding
  }

  /// Whether an agreement should say how to leave and neither it nor one above it does.
  private func wantsExit(_ contract: Contract) -> Bool {
    guard contract.kind != .ola, contract.kind != .connectionTerms,
      let provider = contract.provider,
      contract.customer.map({ organisation(of: $0) != organisation(of: provider) }) ?? true
    else { return false }
    return !([contract] + context.above(contract)).contains { $0.hasExitStrategy == true }
  }

  /// The party at the top of one.
  private func organisation(of id: String) -> String {
    var seen: Set<String> = [id]
    var top = id
    while let parent = context.parties[top]?.parent, seen.insert(parent).inserted { top = parent }
    return top
  }

  private func check(_ contract: Contract) -> ContractFinding? {
    guard contract.kind == .connectionTerms else { return nil }
    if let checked = contract.checked {
      guard let day = context.day, checked.adding(months: Self.monthsOfCheck) < day else {
        return nil
      }
    }
    var finding = ContractFinding(.connectionTermsUnchecked, .medium)
    finding.contract = contract.id
    finding.parties = context.parties(of: contract)
    finding.details = .checked(contract.checked)
    return finding
  }
}
