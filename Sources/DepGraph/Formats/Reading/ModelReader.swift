/// A model as it was read, with what there is to say about it.
public struct ReadModel: Hashable, Sendable {
  /// The model, which has no errors.
  public let model: Model
  /// The remarks on it, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]
  /// The names of the files, in include order, the root first.
  public let files: [String]
}

/// Reads models in YAML or JSON, and models kept in containers (``ModelContainer``) or as tables
/// (``CSVTablesReader``).
///
/// All mistakes are found in one reading: what is written is read against the key table, references
/// are resolved where they stand, and what could be read is judged.
///
/// ```swift
/// let read = try ModelReader().read("models/nafin/nafin.yaml")
/// print(read.model.components.count, read.warnings.count)
/// ```
public struct ModelReader: Sendable {
  /// Whether a container is gone through to see whether it is what was written.
  private let checksInFull: Bool

  /// Makes a reader.
  ///
  /// - Parameter checksInFull: Whether a container is gone through to see whether it is what was
  ///   written, which takes about as long as reading it.
  public init(checksInFull: Bool = false) { self.checksInFull = checksInFull }

  /// Reads a model from its root file.
  ///
  /// - Parameter path: The root file's path, or the folder of a model's tables; diagnostics name
  ///   files as it does.
  /// - Returns: The model.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> ReadModel {
    if ModelContainer.isContainer(path) {
      var container = ModelContainer()
      container.checksInFull = checksInFull
      return try container.read(path)
    }
    if CSVTablesReader.areTables(at: path) { return try CSVTablesReader().readModel(path) }
    return try read(path, in: ReadingSession())
  }

  /// Reads a model from a text, which cannot include files.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  ///   - sectors: The sectors that it may name.
  /// - Returns: The model.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(
    text: String, named name: String, sectors: SectorList = .builtIn
  ) throws(ReadError) -> ReadModel {
    try read(ModelFiles(text: text, name: name), sectors, in: ReadingSession())
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(_ path: String, in session: ReadingSession) throws(ReadError) -> ReadModel {
    try read(ModelFiles(path: path), in: session)
  }

  /// Reads a text in a session that somebody wants to look into afterwards.
  func read(
    text: String, named name: String, in session: ReadingSession
  ) throws(ReadError) -> ReadModel {
    try read(ModelFiles(text: text, name: name), in: session)
  }

  /// Reads a model that may name components which only other models declare; what the models say
  /// together is judged by whoever puts them together.
  ///
  /// - Returns: The model, the components that it names and does not declare, and those of which it
  ///   writes the kind.
  func readPartial(
    _ path: String
  ) throws(ReadError) -> (
    model: ReadModel, undeclared: [ReadingSession.Undeclared], statedKinds: Set<String>
  ) {
    if ModelContainer.isContainer(path) || CSVTablesReader.areTables(at: path) {
      return (try read(path), [], [])
    }
    let session = ReadingSession()
    session.undeclared = []
    session.statedKinds = []
    let read = try read(ModelFiles(path: path), in: session, isWhole: false)
    return (read, session.undeclared ?? [], session.statedKinds ?? [])
  }

  private func read(
    _ files: ModelFiles, _ given: SectorList = .builtIn, in session: ReadingSession,
    isWhole: Bool = true
  ) throws(ReadError) -> ReadModel {
    session.diagnostics += files.diagnostics
    var sectors = given
    if let file = files.sectorFile { sectors = session.sectors(file.value) }
    session.sectorIDs = sectors.sectors.map(\.id)
    // A root that is no YAML says nothing, and nothing further is to be said of it.
    var model = files.files.first?.name == files.names.first ? session.model(files.files) : Model()
    model.sectors = sectors
    model.digest = files.digest
    return try session.judged(
      files.files.isEmpty ? nil : model, texts: files.texts, files: files.names, isWhole: isWhole)
  }
}

extension ReadingSession {
  /// A model as it was read, judged as a whole.
  ///
  /// - Parameters:
  ///   - model: The model; nil: nothing could be read of it.
  ///   - texts: The texts that places point into.
  ///   - files: The names of the files.
  ///   - isWhole: Whether nothing that it names lies elsewhere.
  /// - Returns: The model with the remarks on it.
  /// - Throws: ``ReadError/invalid(_:)`` where it has errors.
  /// - Complexity: O(*n*) for *n* facts.
  func judged(
    _ model: Model?, texts: [String: String], files: [String], isWhole: Bool = true
  ) throws(ReadError) -> ReadModel {
    if let model, isWhole {
      judgeSeeds(in: model)
      diagnostics += Validator.judge(model)
      reportUnusedSources(of: model)
    }
    let found = diagnostics.sortedByPlace()
    guard let model, !found.hasErrors else {
      throw .invalid(InvalidInput(found, texts: texts))
    }
    return ReadModel(model: model, warnings: found, texts: texts, files: files)
  }
}
