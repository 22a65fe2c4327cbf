/// The names that seeds and selectors may use in a model.
struct SelectorNames {
  /// Why a selector names nothing.
  struct Flaw {
    let message: String
    /// The part that is not known.
    let wanted: String
    /// What it could have been.
    let known: [String]
  }

  private let components: [String]
  private let componentSet: Set<String>
  private let externals: Set<String>
  private let causes: Set<String>
  private let parties: Set<String>
  private let contracts: Set<String>
  private let tags: Set<String>
  private let networks: Set<String>

  /// Gathers the names.
  ///
  /// - Complexity: O(*n*) for *n* things and shared values.
  init(_ model: Model) {
    components = model.components.map(\.id)
    componentSet = Set(components)
    externals = Set(model.components.flatMap { $0.external.map(\.id) })
    causes = Set(
      model.commonCauses.map(\.id) + model.components.flatMap { $0.shares.compactMap(\.causeID) })
    parties = Set(model.parties.map(\.id))
    contracts = Set(model.contracts.map(\.id))
    tags = Set(model.components.flatMap(\.tags))
    networks = Set(model.components.filter { $0.kind == .link }.map(\.network))
  }

  /// Why a selector names nothing that is declared, or nil where it does.
  ///
  /// - Complexity: O(1); O(*n*) for a glob over *n* components.
  func flaw(in selector: String) -> Flaw? {
    if componentSet.contains(selector) || causes.contains(selector) { return nil }
    if externals.contains(selector) { return nil }
    if let glob = GlobPattern(selector) {
      if components.contains(where: glob.matches) || causes.contains(where: glob.matches) {
        return nil
      }
      return Flaw(message: "no component fits `\(selector)`", wanted: selector, known: [])
    }
    let parts = selector.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return Flaw(
        message: "there is no component `\(selector)`", wanted: selector, known: components)
    }
    return flaw(in: selector, word: String(parts[0]), value: String(parts[1]))
  }

  private func flaw(in selector: String, word: String, value: String) -> Flaw? {
    let known: Set<String>
    let thing: String
    switch word {
    case "supplier", "party", "operator": (known, thing) = (parties, "party")
    case "contract": (known, thing) = (contracts, "contract")
    case "tag": (known, thing) = (tags, "tag")
    case "network": (known, thing) = (networks, "network")
    case "kind": (known, thing) = (Set(ComponentKind.allCases.map(\.rawValue)), "kind")
    default:
      // A site nobody shares is declared all the same, only without members.
      if word == "site", componentSet.contains(value) { return nil }
      return Flaw(
        message: "nothing shares `\(selector)`", wanted: selector, known: causes.sorted())
    }
    if known.contains(value) { return nil }
    return Flaw(message: "there is no \(thing) `\(value)`", wanted: value, known: known.sorted())
  }
}
