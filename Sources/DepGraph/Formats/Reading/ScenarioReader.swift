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

extension ReadingSession {
  /// A scenario.
  fileprivate func scenario(_ value: YAMLValue) -> Scenario {
    var scenario = Scenario()
    guard let fields = Fields(value, as: .scenario, in: self) else { return scenario }
    checkVersion(fields, "depgraph-scenario")
    if let language = fields.oneOf("language", Language.self) { defaults.language = language }
    scenario.name = fields.text("name")
    scenario.model = fields.word("model")
    scenario.start = fields.instant("start")
    scenario.note = fields.text("note")
    let events = fields.entries("events", as: .event).compactMap {
      event($0, from: scenario.start)
    }
    // By time; what is written first comes first where times are equal.
    scenario.events = events.enumerated().sorted {
      ($0.element.at, $0.offset) < ($1.element.at, $1.offset)
    }.map(\.element)
    scenario.observed = observed(fields)
    return scenario
  }

  private func observed(_ fields: Fields) -> [Observation]? {
    guard let value = fields.value("observed") else { return nil }
    if value.scalar == "model" { return nil }
    return list(value, of: "observed").compactMap { entry in
      Fields(entry, as: .observation, in: self).flatMap { observation($0) }
    }
  }

  private func event(_ fields: Fields, from start: Instant?) -> Scenario.Event? {
    let at = fields.value("at").map { moment($0, from: start) } ?? 0
    var event = Scenario.Event(at: at ?? 0)
    event.place = fields.place
    event.fail = fields.seeds("fail")
    event.restore = fields.seeds("restore")
    event.isManual = fields.boolean("manual") ?? false
    event.sources = fields.references("source", to: .source)
    event.note = fields.text("note")
    if event.fail.isEmpty, event.restore.isEmpty, !fields.has("fail"), !fields.has("restore") {
      report(.missingKey, "an event needs `fail` or `restore`", at: fields.place)
    }
    return at == nil ? nil : event
  }

  /// Seconds since the start, written as such or as an instant.
  private func moment(_ value: YAMLValue, from start: Instant?) -> Double? {
    guard value.scalar?.contains("T") == true, value.scalar?.hasPrefix("P") == false else {
      return duration(value, of: "at")?.seconds
    }
    guard let instant = instant(value, of: "at") else { return nil }
    guard let start else {
      report(.missingKey, "an instant counts from `start`, which is missing", at: value.place)
      return nil
    }
    let seconds = instant.secondsSinceEpoch - start.secondsSinceEpoch
    if seconds >= 0 { return seconds }
    report(.outOfRange, "`at` is before the start", at: value.place)
    return nil
  }
}
