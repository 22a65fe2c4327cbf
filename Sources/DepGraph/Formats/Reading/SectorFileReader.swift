extension ReadingSession {
  /// The sectors of a sector file.
  ///
  /// - Complexity: O(*n*) for *n* sectors.
  func sectors(_ value: YAMLValue) -> SectorList {
    guard let fields = Fields(value, as: .sectorFile, in: self) else { return .builtIn }
    checkVersion(fields, "depgraph-sectors")
    let outer = defaults
    defer { defaults = outer }
    defaults.language = fields.oneOf("language", Language.self) ?? .dutch
    _ = fields.text("note")
    var sectors: [Sector] = []
    var known: Set<String> = []
    for entry in fields.entries("sectors", as: .sector) {
      guard let id = sectorID(entry) else { continue }
      if !known.insert(id).inserted {
        report(.duplicateID, "`\(id)` is a sector already", at: entry.place(of: "id"))
      }
      _ = entry.text("note")
      sectors.append(
        Sector(
          id: id, name: entry.text("name") ?? LocalizedText(id, in: defaults.language),
          cer: entry.word("cer"), nctv: entry.word("nctv")))
    }
    return SectorList(sectors)
  }

  private func sectorID(_ entry: Fields) -> String? {
    guard let value = entry.value("id") else {
      if !entry.has("id") { report(.missingKey, "a sector needs an `id`", at: entry.place) }
      return nil
    }
    guard let id = word(value, of: "id") else { return nil }
    if !IdentifierSyntax.isIdentifier(id) { reportBadID(id, at: value.place) }
    return id
  }
}

/// Reads lists of sectors, files that begin with `depgraph-sectors: 1`.
public struct SectorFileReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a list of sectors from a file.
  ///
  /// - Parameter path: The file's path; diagnostics name it so.
  /// - Returns: The sectors, in order.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> SectorList {
    try read(InputFile(path: path, name: path), ReadingSession())
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(_ file: InputFile, _ session: ReadingSession) throws(ReadError) -> SectorList {
    var sectors = SectorList.builtIn
    let text = file.text(&session.diagnostics)
    if let text {
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { sectors = session.sectors(value) }
    }
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors {
      throw .invalid(InvalidInput(found, texts: text.map { [file.name: $0] } ?? [:]))
    }
    return sectors
  }
}
