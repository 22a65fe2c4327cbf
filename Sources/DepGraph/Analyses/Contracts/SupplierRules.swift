/// The rules `concentration` and `same-supplier-redundancy`: how much rests on one supplier.
struct SupplierRules {
  let context: ReviewContext
  let suppliers: SupplierReview

  /// The findings, by supplier and then by redundancy.
  ///
  /// - Complexity: O(*s*·*u* + *r*) for *s* suppliers, *u* users and *r* redundancies.
  var findings: [ContractFinding] {
    suppliers.concentration.suppliers.compactMap(concentration)
      + suppliers.redundancy.map(redundancy)
  }

  private func concentration(_ supplier: Supplier) -> ContractFinding? {
    let most = context.question.concentration
    let concentration = suppliers.concentration
    // Part of one's own organisation is no supplier that could be another.
    guard !supplier.isOwnOrganisation, let share = concentration.share(of: supplier.reach),
      share >= most, !supplier.reach.isEmpty
    else { return nil }
    let certain = concentration.share(of: supplier.certainReach) ?? 0
    var finding = ContractFinding(.concentration, certain >= most ? .medium : .low)
    finding.contract = supplier.contracts.first
    finding.parties = [supplier.party]
    finding.chain =
      [.party(supplier.party)] + supplier.contracts.map { .contract($0) }
    finding.details = .concentration(
      stopped: supplier.reach.count, certain: supplier.certainReach.count,
      of: concentration.users.vertices.count,
      areDeclared: concentration.users.isDeclared)
    return finding
  }

  private func redundancy(_ redundancy: SameSupplierRedundancy) -> ContractFinding {
    var finding = ContractFinding(.sameSupplierRedundancy, .medium)
    finding.element = redundancy.owner
    finding.parties = [redundancy.supplier] + redundancy.contractors
    finding.chain =
      [.party(redundancy.supplier)] + (redundancy.ways.first ?? []).map { .element($0) }
      + [.element(redundancy.owner)]
    let lost = redundancy.ways.compactMap(\.last).sortedOnce()
    finding.details = .alternatives(redundancy.members.isEmpty ? lost : redundancy.members)
    return finding
  }
}
