/// Who can tell what is not known of something: the party that runs or owns it, and its contact.
struct BriefingParties {
  private let names: DisplayNames

  init(_ names: DisplayNames) { self.names = names }

  private var model: Model { names.compiled.model }

  /// Who can tell about an element, in words; empty: the model names nobody.
  ///
  /// - Complexity: O(*p* + *k* + *s*) for *p* parties, *k* contacts and *s* sharers of a common cause.
  func whoKnows(_ vertex: VertexID) -> String {
    guard let component = names.compiled.component(vertex) else {
      let sharers = names.compiled.dependencies.users(of: vertex).compactMap(
        names.compiled.component)
      let ids = sharers.compactMap { $0.operator ?? $0.owner ?? $0.productOf }
      return Phrases(names.language).list(unique(ids).map(named), most: 2)
    }
    guard let id = component.operator ?? component.owner ?? component.productOf else { return "" }
    return named(id)
  }

  /// Who can tell about several, each party once; empty: the model names nobody.
  ///
  /// - Complexity: O(*n*·(*p* + *k*)) for *n* elements.
  func whoKnows(_ vertices: [VertexID]) -> String {
    let found = unique(vertices.map(whoKnows).filter { !$0.isEmpty })
    return Phrases(names.language).list(found, most: 3)
  }

  /// A party with the contact that the model has of it.
  private func named(_ party: String) -> String {
    let contact = model.contacts.first { $0.party == party }?.name?.text(in: names.language)
    return names.party(party) + (contact.map { " (\($0))" } ?? "")
  }

  private func unique(_ texts: [String]) -> [String] {
    var seen: Set<String> = []
    return texts.filter { seen.insert($0).inserted }
  }
}
