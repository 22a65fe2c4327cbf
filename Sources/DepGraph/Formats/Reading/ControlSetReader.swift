/// Reads rule files, files that begin with `depgraph-rules: 1`.
public struct ControlSetReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a set of rules from a file.
  ///
  /// - Parameter path: The file's path; diagnostics name it so.
  /// - Returns: The set.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> ControlSet {
    try read(InputFile(path: path, name: path), ReadingSession())
  }

  /// Reads a set of rules from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The set.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> ControlSet {
    try read(InputFile(text: text, name: name), ReadingSession())
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(_ file: InputFile, _ session: ReadingSession) throws(ReadError) -> ControlSet {
    var texts: [String: String] = [:]
    var set = ControlSet(id: "")
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { set = session.controlSet(value) }
    }
    set.digest = SHA256Digest.hexadecimal(of: file.bytes)
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return set
  }
}

extension ReadingSession {
  fileprivate func controlSet(_ value: YAMLValue) -> ControlSet {
    guard let fields = Fields(value, as: .ruleFile, in: self) else { return ControlSet(id: "") }
    checkVersion(fields, "depgraph-rules")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    var set = ControlSet(id: ruleID(fields) ?? "")
    set.language = defaults.language
    set.name = fields.text("name")
    set.note = fields.text("note")
    index = DeclarationIndex()
    for entry in fields.entries("sources", as: .source) {
      guard let id = ruleID(entry) else { continue }
      if index?.add(id, as: .source, at: entry.place) != nil {
        report(.duplicateID, "`\(id)` is a source already", at: entry.place)
      }
      set.sources.append(source(entry, id: id))
    }
    defaults.evidence = evidence(fields, within: Evidence(.internal))
    set.evidence = defaults.evidence
    var seen: Set<String> = []
    for entry in fields.entries("rules", as: .control) {
      guard let id = ruleID(entry) else { continue }
      if !seen.insert(id).inserted {
        report(.duplicateID, "`\(id)` is a rule of this file already", at: entry.place(of: "id"))
      }
      set.controls.append(control(entry, id: id))
    }
    return set
  }

  private func ruleID(_ fields: Fields) -> String? {
    guard let value = fields.value("id"), let id = word(value, of: "id") else { return nil }
    if !IdentifierSyntax.isIdentifier(id) { reportBadID(id, at: value.place) }
    return id
  }

  private func control(_ fields: Fields, id: String) -> Control {
    var control = Control(id: id)
    control.place = fields.place
    control.text = fields.text("text")
    control.note = fields.text("note")
    control.evidence = evidence(fields, within: defaults.evidence)
    control.checks = fields.entries("checks", as: .controlCheck).compactMap { entry in
      let within = entry.duration("within")
      guard let kind = entry.oneOf("check", ControlCheck.self) else { return nil }
      if kind.isTimed, !entry.has("within") {
        report(
          .missingKey, "`\(kind.rawValue)` needs `within`", at: entry.place,
          hint: "such as `within: 365d`")
      }
      return Control.Check(kind, within: within)
    }
    return control
  }
}
