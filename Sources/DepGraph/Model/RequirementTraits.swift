/// What occurs in a formula, so that most rules need not look at most formulas twice.
struct RequirementTraits: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// A fact from a public source.
  static let publicFact = RequirementTraits(rawValue: 1 << 0)
  /// A fact concluded from others.
  static let inferredFact = RequirementTraits(rawValue: 1 << 1)
  /// A fact that names sources of its own.
  static let namesSources = RequirementTraits(rawValue: 1 << 2)
  /// A way through a network.
  static let path = RequirementTraits(rawValue: 1 << 3)

  /// The traits of one fact.
  init(of basis: Basis, namesSources: Bool) {
    var traits: RequirementTraits = namesSources ? .namesSources : []
    if basis == .public { traits.insert(.publicFact) }
    if basis == .inferred { traits.insert(.inferredFact) }
    self = traits
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

extension Requirement {
  /// What occurs in it.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  var traits: RequirementTraits {
    switch self {
    case .reference(let reference): reference.traits
    case .path(let path):
      RequirementTraits(of: path.evidence.basis, namesSources: !path.evidence.sources.isEmpty)
        .union(.path)
    case .group(let group):
      group.members.reduce(into: RequirementTraits()) { $0.formUnion($1.traits) }
    case .unknown: []
    }
  }
}

extension RunningNeeds {
  /// What occurs in it.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts, O(1) for plain needs.
  fileprivate var traits: RequirementTraits {
    switch self {
    case .written(let requirement): requirement.traits
    case .plain(let needs):
      RequirementTraits(
        of: needs.store.evidence.basis, namesSources: !needs.store.evidence.sources.isEmpty)
    }
  }
}

extension Component {
  /// What occurs in its facts: formulas, soft needs, shared values and claims.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  var traits: RequirementTraits {
    var traits = running.traits
    if hasSeldomFacts { traits.formUnion(startsWith.traits.union(repairNeeds.traits)) }
    for reference in degradesWithout { traits.formUnion(reference.traits) }
    if hasSeldomFacts { for claim in independentOf { traits.formUnion(claim.traits) } }
    for shared in shares {
      traits.formUnion(
        RequirementTraits(
          of: shared.evidence.basis, namesSources: !shared.evidence.sources.isEmpty))
    }
    return traits
  }
}
