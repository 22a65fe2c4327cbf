/// A scenario as it was read, with what there is to say about it.
public struct ReadScenario: Hashable, Sendable {
  /// The scenario, which has no errors.
  public let scenario: Scenario
  /// The remarks on it, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]
}

/// Reads scenarios, files that begin with `depgraph-scenario: 1`.
public struct ScenarioReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a scenario from a file.
  ///
  /// - Parameters:
  ///   - path: The file's path; diagnostics name it so.
  ///   - model: The model that ids are checked against; nil: any id goes.
  /// - Returns: The scenario.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes and components.
  public func read(_ path: String, model: Model? = nil) throws(ReadError) -> ReadScenario {
    try read(InputFile(path: path, name: path), ReadingSession(), model)
  }

  /// Reads a scenario from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  ///   - model: The model that ids are checked against; nil: any id goes.
  /// - Returns: The scenario.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes and components.
  public func read(
    text: String, named name: String, model: Model? = nil
  ) throws(ReadError) -> ReadScenario {
    try read(InputFile(text: text, name: name), ReadingSession(), model)
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(
    _ file: InputFile, _ session: ReadingSession, _ model: Model?
  ) throws(ReadError) -> ReadScenario {
    session.index = model.map { DeclarationIndex($0) }
    session.defaults.language = model?.language ?? .dutch
    var texts: [String: String] = [:]
    var scenario = Scenario()
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { scenario = session.scenario(value) }
    }
    if let model { session.judgeSeeds(in: model) }
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return ReadScenario(scenario: scenario, warnings: found, texts: texts)
  }
}
