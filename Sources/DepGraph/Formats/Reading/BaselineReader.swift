/// Reads baselines, files that begin with `depgraph-baseline: 1`.
///
/// Ids are not checked: what was accepted may be gone from the model, which is said as an acceptance
/// that matches nothing.
public struct BaselineReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a baseline from a file.
  ///
  /// - Parameter path: The file's path; diagnostics name it so.
  /// - Returns: The baseline.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> FindingBaseline {
    try read(InputFile(path: path, name: path), ReadingSession())
  }

  /// Reads a baseline from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The baseline.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> FindingBaseline {
    try read(InputFile(text: text, name: name), ReadingSession())
  }

  /// Reads a file in a session that somebody wants to look into afterwards.
  func read(
    _ file: InputFile, _ session: ReadingSession
  ) throws(ReadError) -> FindingBaseline {
    session.index = nil
    var texts: [String: String] = [:]
    var baseline = FindingBaseline()
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { baseline = session.baseline(value) }
    }
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return baseline
  }
}

extension ReadingSession {
  fileprivate func baseline(_ value: YAMLValue) -> FindingBaseline {
    var baseline = FindingBaseline()
    guard let fields = Fields(value, as: .baseline, in: self) else { return baseline }
    checkVersion(fields, "depgraph-baseline")
    baseline.accepted = fields.entries("accepted", as: .acceptance).compactMap { acceptance($0) }
    return baseline
  }

  private func acceptance(_ fields: Fields) -> FindingBaseline.Acceptance? {
    let rule = fields.oneOf("rule", ContractRule.self)
    var acceptance = FindingBaseline.Acceptance(rule ?? .restoreGap)
    acceptance.contract = fields.word("contract")
    acceptance.other = fields.word("other")
    acceptance.component = fields.word("component")
    acceptance.target = fields.word("target")
    acceptance.party = fields.word("party")
    acceptance.until = fields.date("until")
    acceptance.by = fields.word("by")
    acceptance.reason = fields.word("reason")
    acceptance.place = fields.place
    return rule == nil ? nil : acceptance
  }
}
