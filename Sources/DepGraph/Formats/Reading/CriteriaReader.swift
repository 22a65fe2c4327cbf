/// A set of criteria as it was read, with what there is to say about it.
public struct ReadCriteria: Hashable, Sendable {
  /// The set, which has no errors.
  public let criteria: CriteriaSet
  /// The remarks on it, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]
}

/// Reads sets of criteria, files that begin with `depgraph-criteria: 1`.
public struct CriteriaReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a set from a file.
  ///
  /// - Parameters:
  ///   - path: The file's path; diagnostics name it so.
  ///   - sectors: Sectors that it may name beside the built-in ones.
  /// - Returns: The set.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String, sectors: SectorList = .builtIn) throws(ReadError) -> ReadCriteria
  {
    try read(InputFile(path: path, name: path), ReadingSession(), sectors)
  }

  /// Reads a set from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The set.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> ReadCriteria {
    try read(InputFile(text: text, name: name), ReadingSession(), .builtIn)
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(
    _ file: InputFile, _ session: ReadingSession, _ sectors: SectorList
  ) throws(ReadError) -> ReadCriteria {
    let own = sectors.sectors.map(\.id).filter { !session.sectorIDs.contains($0) }
    session.sectorIDs += own
    var texts: [String: String] = [:]
    var criteria = CriteriaSet(id: "")
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { criteria = session.criteria(value) }
    }
    criteria.digest = SHA256Digest.hexadecimal(of: file.bytes)
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return ReadCriteria(criteria: criteria, warnings: found, texts: texts)
  }
}
