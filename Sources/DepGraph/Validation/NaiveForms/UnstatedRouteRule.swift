/// Links that replace each other, of which nobody says where they run.
///
/// What shares nothing counts as separate. `duct: unknown` says that there is a duct and nobody wrote
/// down which: then `spof` tells that independence is not shown.
enum UnstatedRouteRule {
  static func judge(_ alternatives: WrittenAlternatives) -> [Diagnostic] {
    let grouped = Set(
      alternatives.model.commonCauses.flatMap { $0.group?.members ?? [] })
    let states = { (link: Component) in
      link.shares.contains(where: \.isRoute) || !link.independentOf.isEmpty
        || grouped.contains(link.id)
    }
    let found = alternatives.groups.compactMap {
      entry -> (WrittenAlternatives.PlacedGroup, [String])? in
      let links = entry.targets.compactMap(alternatives.component).filter { $0.kind == .link }
      let silent = links.filter { !states($0) }.map(\.id)
      return links.count >= 2 && !silent.isEmpty ? (entry, silent) : nil
    }
    guard let (entry, silent) = found.first else { return [] }
    let model = alternatives.model
    let isStatedSomewhere = model.components.indices.contains { index in
      model.components[index].kind == .link
        && model.components[index].shares.contains(where: \.isRoute)
    }
    if isStatedSomewhere { return found.map { diagnostic($0.0, $0.1) } }
    // Where no link says it, once is enough.
    return [diagnostic(entry, silent, others: found.count - 1)]
  }

  private static func diagnostic(
    _ entry: WrittenAlternatives.PlacedGroup, _ silent: [String], others: Int = 0
  ) -> Diagnostic {
    let names = silent.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    let rest = silent.count > 3 ? " and \(silent.count - 3) more" : ""
    let elsewhere =
      others == 0 ? "" : "; so do those of \(others) other \(others == 1 ? "group" : "groups")"
    return Diagnostic(
      .unstatedRoute,
      "nothing says where \(names)\(rest) \(silent.count == 1 ? "runs" : "run"), "
        + "so these links count as separate\(elsewhere)",
      at: entry.group.place ?? entry.owner.place, id: entry.owner.id,
      hint:
        "write `shares: {duct: unknown}` in each until it is known; "
        + "if they are known to be apart, say how in a `note` of the group")
  }
}

extension SharedValue {
  /// Whether its key says where something runs.
  fileprivate var isRoute: Bool {
    let parts = [
      "duct", "route", "cable", "trench", "conduit", "corridor", "kabel", "geul", "mantelbuis",
      "tracé", "trace", "srlg", "bridge", "brug",
    ]
    let key = key.lowercased()
    return parts.contains(where: key.contains)
  }
}
