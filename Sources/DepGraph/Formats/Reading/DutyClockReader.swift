/// Reads statutory clocks, files that begin with `depgraph-clocks: 1`.
public struct DutyClockReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a set of clocks from a file.
  ///
  /// - Parameter path: The file's path; diagnostics name it so.
  /// - Returns: The set.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> DutyClockSet {
    try read(InputFile(path: path, name: path), ReadingSession())
  }

  /// Reads a set of clocks from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The set.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> DutyClockSet {
    try read(InputFile(text: text, name: name), ReadingSession())
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(_ file: InputFile, _ session: ReadingSession) throws(ReadError) -> DutyClockSet {
    var texts: [String: String] = [:]
    var set = DutyClockSet(id: "")
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { set = session.clockSet(value) }
    }
    set.digest = SHA256Digest.hexadecimal(of: file.bytes)
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return set
  }
}

extension ReadingSession {
  fileprivate func clockSet(_ value: YAMLValue) -> DutyClockSet {
    guard let fields = Fields(value, as: .clockFile, in: self) else { return DutyClockSet(id: "") }
    checkVersion(fields, "depgraph-clocks")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    var set = DutyClockSet(id: clockID(fields) ?? "")
    set.language = defaults.language
    set.name = fields.text("name")
    set.note = fields.text("note")
    set.applies = fields.text("applies")
    if let value = fields.value("zone"), let zone = zone(value) { defaults.zone = zone.name }
    set.zone = zone(named: defaults.zone) ?? .utc
    index = DeclarationIndex()
    for entry in fields.entries("sources", as: .source) {
      guard let id = clockID(entry) else { continue }
      if index?.add(id, as: .source, at: entry.place) != nil {
        report(.duplicateID, "`\(id)` is a source already", at: entry.place)
      }
      set.sources.append(source(entry, id: id))
    }
    set.evidence = evidence(fields, within: Evidence(.internal))
    defaults.evidence = set.evidence
    for entry in fields.entries("duties", as: .duty) {
      guard let id = clockID(entry) else { continue }
      if set.duties.contains(where: { $0.id == id }) {
        report(.duplicateID, "`\(id)` is a duty of this file already", at: entry.place(of: "id"))
      }
      set.duties.append(duty(entry, id: id, after: set.duties.map(\.id)))
    }
    return set
  }

  private func clockID(_ fields: Fields) -> String? {
    guard let value = fields.value("id"), let id = word(value, of: "id") else { return nil }
    if !IdentifierSyntax.isIdentifier(id) { reportBadID(id, at: value.place) }
    return id
  }

  private func duty(_ fields: Fields, id: String, after earlier: [String]) -> DutyClock {
    let span = fields.duration("within") ?? .zero
    let months = fields.value("within")?.scalar.flatMap(TimeSpan.calendarMonths)
    var duty = DutyClock(id: id, within: months.map { .months($0) } ?? .span(span))
    duty.place = fields.place
    duty.name = fields.text("name")
    duty.to = fields.text("to")
    duty.text = fields.text("text")
    duty.note = fields.text("note")
    duty.evidence = evidence(fields, within: defaults.evidence)
    if let start = fields.word("from") {
      if !earlier.contains(start) {
        report(
          .unknownReference, "there is no earlier duty `\(start)` in this file",
          at: fields.place(of: "from"), hint: hint(for: start, among: earlier))
      }
      duty.startsWith = start
    }
    return duty
  }
}
