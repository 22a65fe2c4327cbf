/// The rules `subcontractors-unknown`, `subcontractors-too-deep` and `authorisation-expired`: on
/// whose work the agreements rest.
///
/// A provider is tier 1, its subcontractors tier 2, and so on. A party counts once, by the shortest
/// chain from a provider.
struct SubcontractorChains {
  let context: ReviewContext

  /// The findings, by tier and then by chain.
  ///
  /// - Complexity: O(*c* + *p* + *s*) for *c* agreements and *p* parties with *s* subcontractors.
  var findings: [ContractFinding] {
    chains.flatMap { chain in
      [unknown(chain), tooDeep(chain), unauthorised(chain)].compactMap(\.self)
    }
  }

  /// A party with the chain from the provider of an agreement.
  private struct Chain {
    let contract: String
    let parties: [Party]

    var tier: Int { parties.count }
    /// The party that it leads to.
    var last: Party { parties[parties.count - 1] }
  }

  private var chains: [Chain] {
    var seen: Set<String> = []
    var queue: [Chain] = []
    for contract in context.valid {
      guard let id = contract.provider, let party = context.parties[id],
        seen.insert(id).inserted
      else { continue }
      queue.append(Chain(contract: contract.id, parties: [party]))
    }
    var next = 0
    while next < queue.count {
      let chain = queue[next]
      next += 1
      for id in chain.last.subcontractors?.value ?? [] {
        guard let party = context.parties[id], seen.insert(id).inserted else { continue }
        queue.append(Chain(contract: chain.contract, parties: chain.parties + [party]))
      }
    }
    return queue
  }

  private func unknown(_ chain: Chain) -> ContractFinding? {
    let party = chain.last
    let isUnknown = party.subcontractors == .unknown || party.subcontractorsAreComplete == false
    // Of a supplier of whom nothing is written nobody has asked; other parties may well have none.
    let isUnstated = party.subcontractors == nil && party.roles.contains("supplier")
    guard isUnknown || isUnstated else { return nil }
    return finding(.subcontractorsUnknown, isUnknown ? .medium : .note, chain, .stated(isUnknown))
  }

  private func tooDeep(_ chain: Chain) -> ContractFinding? {
    guard chain.tier == context.question.maxTier + 1 else { return nil }
    return finding(.subcontractorsTooDeep, .medium, chain, .tier(chain.tier))
  }

  private func unauthorised(_ chain: Chain) -> ContractFinding? {
    guard let until = chain.last.authorisedUntil, let day = context.day,
      let before = context.before, until < before
    else { return nil }
    var finding = finding(
      .authorisationExpired, until < day ? .high : .medium, chain, .day(until))
    finding.gap = Double(until.daysSinceEpoch - day.daysSinceEpoch) * 86_400
    return finding
  }

  private func finding(
    _ rule: ContractRule, _ severity: FindingSeverity, _ chain: Chain,
    _ details: ContractFinding.Details
  ) -> ContractFinding {
    var finding = ContractFinding(rule, severity)
    finding.contract = chain.contract
    finding.parties = [chain.last.id]
    finding.chain = [.contract(chain.contract)] + chain.parties.map { .party($0.id) }
    finding.details = details
    return finding
  }
}
