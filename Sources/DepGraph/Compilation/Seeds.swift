/// What fails by itself in a question: elements, and selectors whose extent is not known.
public struct Seeds: Hashable, Sendable {
  /// The elements, in order.
  public let vertices: [VertexID]
  /// The selectors, as written, of which the model does not know all members.
  public let unknownExtent: [String]
  /// The selectors as written.
  public let written: [String]

  /// Makes seeds from elements.
  public init(_ vertices: [VertexID], unknownExtent: [String] = [], written: [String] = []) {
    self.vertices = Array(Set(vertices)).sorted()
    self.unknownExtent = unknownExtent
    self.written = written
  }
}

extension CompiledModel {
  /// The seeds that selectors name.
  ///
  /// - Parameter selectors: Ids, ids in other registers, common causes, globs, and
  ///   `supplier:x contract:x party:x operator:x kind:x tag:x network:x`.
  /// - Returns: All that they name, together.
  /// - Throws: `InvalidInput` with one `unknown-reference` for each selector that names nothing
  ///   declared.
  /// - Complexity: O(*s*·*n*) for *s* selectors and *n* elements.
  public func seeds(_ selectors: [String]) throws(InvalidInput) -> Seeds {
    var vertices: [VertexID] = []
    var unknown: [String] = []
    var problems: [Diagnostic] = []
    for selector in selectors {
      switch resolve(selector) {
      case .members(let found, let isComplete):
        vertices += found
        if !isComplete { unknown.append(selector) }
      case .unknown(let hint):
        problems.append(
          Diagnostic(
            .unknownReference, "`\(selector)` names nothing in the model", id: selector,
            hint: hint.map { "did you mean `\($0)`?" }))
      }
    }
    if !problems.isEmpty { throw InvalidInput(problems) }
    return Seeds(vertices, unknownExtent: unknown, written: selectors)
  }

  private enum Resolution {
    case members([VertexID], isComplete: Bool)
    case unknown(nearest: String?)
  }

  private func resolve(_ selector: String) -> Resolution {
    if let vertex = vertex(of: selector) { return .members([vertex], isComplete: true) }
    if let pattern = GlobPattern(selector) {
      let found = table.ids.indices.filter { pattern.matches(table.ids[$0]) }
      return found.isEmpty
        ? .unknown(nearest: nil) : .members(found.map { VertexID($0) }, isComplete: true)
    }
    if let colon = selector.firstIndex(of: ":") {
      let word = String(selector[..<colon])
      let name = String(selector[selector.index(after: colon)...])
      if let found = select(word, name) { return found }
    }
    let parties = model.parties.flatMap { ["supplier:\($0.id)", "party:\($0.id)"] }
    let known = table.ids + parties + model.contracts.map { "contract:\($0.id)" }
    return .unknown(nearest: nearestName(to: selector, among: known))
  }

  /// The members of `word:name`, or nil where `word` is no selector.
  private func select(_ word: String, _ name: String) -> Resolution? {
    switch word {
    case "supplier": party(name, word) { $0.productOf == name }
    case "operator": party(name, word) { $0.operator == name }
    case "party": party(name, word) { $0.owner == name || $0.operator == name }
    case "contract": contract(name)
    case "kind":
      ComponentKind(rawValue: name) == nil
        ? .unknown(nearest: nearestName(to: name, among: ComponentKind.allCases.map(\.rawValue)))
        : .members(components { $0.kind.rawValue == name }, isComplete: true)
    case "tag": declared(name, in: model.components.flatMap(\.tags)) { $0.tags.contains(name) }
    case "network":
      declared(name, in: networks.networks.map(\.name)) { $0.kind == .link && $0.network == name }
    default: nil
    }
  }

  private func components(where isMember: (Component) -> Bool) -> [VertexID] {
    model.components.filter(isMember).compactMap { table.vertex(of: $0.id) }
  }

  private func declared(
    _ name: String, in known: [String], where isMember: (Component) -> Bool
  ) -> Resolution {
    known.contains(name)
      ? .members(components(where: isMember), isComplete: true)
      : .unknown(nearest: nearestName(to: name, among: known))
  }

  private func party(
    _ name: String, _ word: String, where isMember: (Component) -> Bool
  )
    -> Resolution
  {
    guard let party = model.parties.first(where: { $0.id == name }) else {
      let nearest = nearestName(to: name, among: model.parties.map(\.id))
      return .unknown(nearest: nearest.map { "\(word):\($0)" })
    }
    var found = components(where: isMember)
    guard word == "supplier" else { return .members(found, isComplete: true) }
    for cause in model.commonCauses where cause.productOf == name {
      if let vertex = table.vertex(of: cause.id) { found.append(vertex) }
    }
    if case .known(let products) = party.products { found += products.compactMap(vertex(of:)) }
    return .members(found, isComplete: party.products != .unknown)
  }

  private func contract(_ name: String) -> Resolution {
    guard let contract = model.contracts.first(where: { $0.id == name }) else {
      let nearest = nearestName(to: name, among: model.contracts.map(\.id))
      return .unknown(nearest: nearest.map { "contract:\($0)" })
    }
    let coverage = coverage(of: contract)
    return .members(coverage.vertices, isComplete: coverage.isComplete)
  }

  /// The elements that a contract covers, as far as anybody knows.
  ///
  /// - Parameter contract: The contract.
  /// - Returns: The elements in order, and whether they are all: not where the coverage, or the
  ///   extent of a selector in it, is `unknown`.
  /// - Complexity: O(*s*·*n*) for *s* selectors and *n* elements.
  public func coverage(of contract: Contract) -> (vertices: [VertexID], isComplete: Bool) {
    coverage(of: contract, inside: [])
  }

  /// The same, inside contracts whose coverage names this one, so that a ring ends.
  private func coverage(
    of contract: Contract, inside: Set<String>
  )
    -> (vertices: [VertexID], isComplete: Bool)
  {
    guard case .selectors(let selectors) = contract.covers else { return ([], false) }
    var found: Set<VertexID> = []
    var isComplete = true
    for selector in selectors {
      let name = selector.hasPrefix("contract:") ? String(selector.dropFirst(9)) : nil
      if let name, let other = model.contracts.first(where: { $0.id == name }) {
        guard name != contract.id, !inside.contains(name) else { continue }
        let part = coverage(of: other, inside: inside.union([contract.id]))
        found.formUnion(part.vertices)
        isComplete = isComplete && part.isComplete
      } else if case .members(let members, let isWhole) = resolve(selector) {
        found.formUnion(members)
        isComplete = isComplete && isWhole
      }
    }
    return (found.sorted(), isComplete)
  }
}
