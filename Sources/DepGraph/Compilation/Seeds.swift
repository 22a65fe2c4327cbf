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
            .unknownReference, "'\(selector)' names nothing in the model", id: selector,
            hint: hint.map { "did you mean '\($0)'?" }))
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
    if selector.contains(where: { $0 == "*" || $0 == "?" }) {
      let found = table.ids.indices.filter { glob(selector, matches: table.ids[$0]) }
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
    guard let found = coveredVertices(of: contract) else {
      return .members([], isComplete: false)
    }
    return .members(found, isComplete: true)
  }

  /// The elements that a contract covers, or nil where nobody knows.
  ///
  /// - Complexity: O(*s*·*n*) for *s* selectors and *n* elements.
  public func coveredVertices(of contract: Contract) -> [VertexID]? {
    guard case .selectors(let selectors) = contract.covers else { return nil }
    var found: Set<VertexID> = []
    for selector in selectors where !selector.hasPrefix("contract:") {
      if case .members(let members, _) = resolve(selector) { found.formUnion(members) }
    }
    return found.sorted()
  }
}

/// Whether a text matches a pattern in which `*` stands for any characters and `?` for one.
///
/// - Complexity: O(*p*·*t*) for a pattern of *p* and a text of *t* characters.
func glob(_ pattern: String, matches text: String) -> Bool {
  let pattern = Array(pattern.utf8)
  let text = Array(text.utf8)
  let star = UInt8(ascii: "*")
  var p = 0
  var t = 0
  var lastStar: (pattern: Int, text: Int)?
  while t < text.count {
    if p < pattern.count, pattern[p] == star {
      lastStar = (p, t)
      p += 1
    } else if p < pattern.count, pattern[p] == text[t] || pattern[p] == UInt8(ascii: "?") {
      p += 1
      t += 1
    } else if let back = lastStar {
      lastStar = (back.pattern, back.text + 1)
      p = back.pattern + 1
      t = back.text + 1
    } else {
      return false
    }
  }
  return pattern[p...].allSatisfy { $0 == star }
}
