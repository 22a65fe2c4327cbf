/// What things of a model are called in a language.
struct DisplayNames {
  let compiled: CompiledModel
  let language: Language

  /// The name alone.
  func name(_ vertex: VertexID) -> String { compiled.name(of: vertex, in: language) }

  /// The id.
  func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  /// The name with the id that commands take: "Routering in NAFIN (nafin-routing)".
  func named(_ vertex: VertexID) -> String { joined(name(vertex), id(vertex)) }

  /// The name of what an id stands for, with the id; the text itself where it stands for nothing,
  /// such as a selector.
  func named(_ id: String) -> String { compiled.vertex(of: id).map(named) ?? id }

  /// What failed: by name where it is three things at most, else as it was asked, with the number.
  ///
  /// - Parameters:
  ///   - vertices: What failed.
  ///   - written: The same as it was asked.
  ///   - withIDs: Whether the ids that commands take stand behind the names.
  /// - Returns: The words.
  /// - Complexity: O(*n*) for *n* things.
  func failure(of vertices: [VertexID], written: [String], withIDs: Bool = true) -> String {
    let phrases = Phrases(language)
    if (1...3).contains(vertices.count) {
      return phrases.list(vertices.map { withIDs ? named($0) : name($0) })
    }
    return "\(phrases.list(written)) (\(phrases.count(vertices.count, Phrases.component)))"
  }

  /// The name of a party, else of a component (that owns itself), else the id.
  ///
  /// - Complexity: O(*p*) for *p* parties.
  func party(_ id: String) -> String {
    if let party = compiled.model.parties.first(where: { $0.id == id }) {
      return party.name?.text(in: language) ?? id
    }
    return compiled.vertex(of: id).map(name) ?? id
  }

  /// The name of a sector.
  func sector(_ id: String) -> String {
    compiled.model.sectors[id]?.name.text(in: language) ?? id
  }

  /// The name of a contract with its id.
  ///
  /// - Complexity: O(*c*) for *c* contracts.
  func contract(_ id: String) -> String {
    let name = compiled.model.contracts.first { $0.id == id }?.name?.text(in: language)
    return joined(name ?? id, id)
  }

  /// How a source is cited: title, reference.
  ///
  /// - Complexity: O(*s*) for *s* sources.
  func source(_ id: String) -> String {
    guard let source = compiled.model.sources.first(where: { $0.id == id }) else { return id }
    let parts = [source.title?.text(in: language), source.reference].compactMap(\.self)
    return parts.isEmpty ? id : parts.joined(separator: ", ")
  }

  private func joined(_ name: String, _ id: String) -> String {
    name == id ? id : "\(name) (\(id))"
  }
}
