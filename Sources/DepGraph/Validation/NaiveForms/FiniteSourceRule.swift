/// A source of power that runs out, as an alternative to one that does not.
///
/// `any: [grid, diesel]` says that without the grid the diesel carries on for ever. A `holdup` on a
/// member or on the group does not change that, since it counts from the loss of the diesel. What
/// bounds it is a second need beside the group: `{ref: grid, holdup: 72h}`.
enum FiniteSourceRule {
  static func judge(_ alternatives: WrittenAlternatives) -> [Diagnostic] {
    alternatives.groups.compactMap { judge($0, alternatives) }
  }

  private static func judge(
    _ entry: WrittenAlternatives.PlacedGroup, _ alternatives: WrittenAlternatives
  ) -> Diagnostic? {
    guard entry.group.threshold == 1 else { return nil }
    let sources = entry.targets.compactMap(alternatives.component).filter { $0.kind == .power }
    let finite = sources.filter(\.runsOut)
    let endless = sources.filter { !$0.runsOut && $0.isGrid }
    guard let first = finite.first, let grid = endless.first else { return nil }
    let isBoundedByItself = finite.allSatisfy { isBounded($0, behind: endless, alternatives) }
    guard !isBoundedByItself, !isBounded(entry, finite + endless, alternatives) else { return nil }
    let need =
      endless.count == 1
      ? "{ref: \(grid.id), holdup: 72h}"
      : "{any: [\(endless.map(\.id).joined(separator: ", "))], holdup: 72h}"
    let lacking = endless.map { "`\($0.id)`" }.joined(separator: " and ")
    return Diagnostic(
      .finiteSource,
      "`\(first.id)` runs out, but here it replaces \(lacking) for ever",
      at: entry.group.place ?? entry.owner.place, id: entry.owner.id,
      hint:
        "bound it by what the supply lasts: `[\(entry.group.inShort), \(need)]`; "
        + "if it never runs out, say why in a `note` of the group")
  }

  /// Whether what a source itself requires bounds it: some time in it, something unknown, deliveries
  /// of fuel, or that which it replaces.
  private static func isBounded(
    _ source: Component, behind endless: [Component], _ alternatives: WrittenAlternatives
  ) -> Bool {
    let grid = Set(endless.map(\.id))
    return alternatives.closure(of: [source.id]).contains { id in
      if grid.contains(id) { return true }
      guard let component = alternatives.component(id) else { return false }
      return component.requires.hasHoldup || component.hasUnknownRequirement
        || component.id != source.id && component.isDelivery
    }
  }

  /// Whether a need with a time stands beside the group that has to do with its sources.
  private static func isBounded(
    _ entry: WrittenAlternatives.PlacedGroup, _ sources: [Component],
    _ alternatives: WrittenAlternatives
  ) -> Bool {
    if isBoundedAbove(entry.owner, Set(sources.map(\.id)), alternatives) { return true }
    let timed = entry.beside.flatMap(\.timedTargets)
    guard !timed.isEmpty else { return false }
    let related = alternatives.closure(of: sources.map(\.id))
    return timed.contains { id in
      related.contains(id) || alternatives.component(id)?.isDelivery == true
    }
  }

  /// Whether something that leans on the owner of the group has the bound: what a site needs in all
  /// is often written at the site, and not at each of its feeds.
  private static func isBoundedAbove(
    _ owner: Component, _ sources: Set<String>, _ alternatives: WrittenAlternatives
  ) -> Bool {
    alternatives.model.components.contains { other in
      guard !other.hasOnlyPlainNeeds, other.id != owner.id else { return false }
      return other.requires.timedTargets.contains(where: sources.contains)
        && alternatives.closure(of: [other.id]).contains(owner.id)
    }
  }
}

extension Requirement {
  /// Whether some part of it lasts for a time.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate var hasHoldup: Bool {
    switch self {
    case .reference(let reference): reference.holdup != nil
    case .path(let path): path.holdup != nil
    case .group(let group): group.holdup != nil || group.members.contains(where: \.hasHoldup)
    case .unknown: false
    }
  }

  /// What it lasts for a time without.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  fileprivate var timedTargets: [String] {
    switch self {
    case .reference(let reference): reference.holdup == nil ? [] : [reference.target]
    case .group(let group) where group.holdup != nil: references.map(\.target)
    case .group(let group): group.members.flatMap(\.timedTargets)
    case .path, .unknown: []
    }
  }
}

extension Component {
  /// Whether its words say that it is a store of energy, or an engine with a tank.
  fileprivate var runsOut: Bool {
    let words = words
    let endless = ["wind", "hydro", "solar", "zon", "gas", "plant", "centrale", "waterkracht"]
    guard !words.contains(where: { endless.contains($0) }) else { return false }
    let parts = [
      "diesel", "generator", "genset", "aggregaat", "noodstroom", "noodvoeding", "batter",
    ]
    return words.contains { word in
      ["ups", "nsa", "accu"].contains(word) || word.hasPrefix("accup") || word.hasPrefix("accub")
        || parts.contains(where: word.contains)
    }
  }

  /// Whether its words say that it is the public supply.
  fileprivate var isGrid: Bool {
    let parts = [
      "grid", "mains", "utility", "netvoeding", "stroomnet", "lichtnet", "elektriciteitsnet",
      "energienet", "nutsvoorziening",
    ]
    return words.contains { word in
      ["net", "feed", "voeding"].contains(word) || parts.contains(where: word.contains)
    }
  }

  /// Whether its words say that it brings fuel.
  fileprivate var isDelivery: Bool {
    let parts = ["lever", "deliver", "refuel", "resupply", "bevoorrad"]
    return words.contains { word in parts.contains(where: word.contains) }
  }
}
