/// Reads escalation frameworks that stand in a file of their own, which begins with
/// `depgraph-escalation: 1`.
public struct EscalationFrameworkReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a framework from a file.
  ///
  /// - Parameters:
  ///   - path: The file's path; diagnostics name it so.
  ///   - model: The model that parties, channels and contacts are checked against; nil: any id goes.
  /// - Returns: The framework.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes and declared things.
  public func read(_ path: String, model: Model? = nil) throws(ReadError) -> EscalationFramework {
    try read(InputFile(path: path, name: path), ReadingSession(), model)
  }

  /// Reads a framework from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  ///   - model: The model that parties, channels and contacts are checked against; nil: any id goes.
  /// - Returns: The framework.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes and declared things.
  public func read(
    text: String, named name: String, model: Model? = nil
  ) throws(ReadError) -> EscalationFramework {
    try read(InputFile(text: text, name: name), ReadingSession(), model)
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(
    _ file: InputFile, _ session: ReadingSession, _ model: Model?
  ) throws(ReadError) -> EscalationFramework {
    var texts: [String: String] = [:]
    var framework = EscalationFramework()
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { framework = session.framework(value, over: model) }
    }
    framework.digest = SHA256Digest.hexadecimal(of: file.bytes)
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return framework
  }
}

extension ReadingSession {
  fileprivate func framework(_ value: YAMLValue, over model: Model?) -> EscalationFramework {
    var framework = EscalationFramework()
    guard let fields = Fields(value, as: .frameworkFile, in: self) else { return framework }
    checkVersion(fields, "depgraph-escalation")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    framework.name = fields.text("name")
    framework.note = fields.text("note")
    index = frameworkIndex(fields, over: model)
    framework.sources = identified(fields, "sources", .source, source)
    framework.evidence = evidence(fields, within: Evidence(.internal))
    defaults.evidence = framework.evidence
    let known = Set(model?.contacts.map(\.id) ?? [])
    let contacts = identified(fields, "contacts", .contact, contact)
    framework.contacts = (model?.contacts ?? []) + contacts.filter { !known.contains($0.id) }
    framework.levels = identified(fields, "escalation", .escalationLevel, escalationLevel)
    return framework
  }

  /// What ids can refer to: the model's, and the file's own sources, contacts and levels.
  ///
  /// Without a model only what the file declares itself is known, and any id goes for the rest.
  private func frameworkIndex(_ fields: Fields, over model: Model?) -> DeclarationIndex? {
    let own: [(key: String, section: SectionName, referent: Referent)] = [
      ("sources", .source, .source), ("contacts", .contact, .contact),
      ("escalation", .escalationLevel, .escalationLevel),
    ]
    var replaced = model
    // The file's levels stand in place of the model's.
    replaced?.escalation = []
    var index = replaced.map { DeclarationIndex($0) } ?? DeclarationIndex()
    var seen: Set<String> = []
    for list in own {
      for entry in fields.value(list.key).map({ self.list($0, of: list.key) }) ?? [] {
        guard let id = entry["id"]?.scalar else {
          report(.missingKey, "\(list.referent.withArticle) needs `id`", at: entry.place)
          continue
        }
        if !IdentifierSyntax.isIdentifier(id) { reportBadID(id, at: entry.place) }
        let first = index.add(id, as: list.referent, at: entry.place)
        // A contact or source that the model has too is meant to be the same.
        if !seen.insert(id).inserted || first.map({ $0.referent != list.referent }) == true {
          report(.duplicateID, "`\(id)` is declared already", at: entry.place)
        }
      }
    }
    return model == nil ? nil : index
  }

  private func identified<Item>(
    _ fields: Fields, _ key: String, _ section: SectionName, _ reader: (Fields, String) -> Item
  ) -> [Item] {
    guard let value = fields.value(key) else { return [] }
    return list(value, of: key).compactMap { entry in
      guard let id = entry["id"]?.scalar, let entry = Fields(entry, as: section, in: self) else {
        return nil
      }
      _ = entry.value("id")
      return about(id) { reader(entry, id) }
    }
  }
}
