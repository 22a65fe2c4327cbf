/// Makes models of architectures in the ArchiMate Model Exchange File Format, versions 3.x and 2.1.
///
/// Elements become components by their types, relationships needs by theirs; the guide `ArchiMate`
/// has both tables. What the types leave open is a guess, and marked as assumed.
///
/// ```swift
/// let imported = try ArchiMateReader().read(["landscape.xml"], options: ImportOptions())
/// ```
public struct ArchiMateReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads an architecture.
  ///
  /// - Parameters:
  ///   - files: The path of the one file.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(_ files: [String], options: ImportOptions) throws(ReadError) -> ImportedModel {
    guard files.count == 1, let path = files.first else {
      throw .invalid(
        InvalidInput([
          Diagnostic(
            .unsupported, "an architecture is read from one file, and here are \(files.count)",
            hint: "import each, and join the models with `merge`")
        ]))
    }
    return try read(
      InputFile(path: path, name: path, limit: MarkupFile.greatestSize), options: options)
  }

  /// Reads an architecture from bytes.
  func read(_ input: InputFile, options: ImportOptions) throws(ReadError) -> ImportedModel {
    var found: [Diagnostic] = []
    var markup = MarkupReader()
    markup.subject = ("an architecture", "model")
    markup.keepsAllText = true
    let file = MarkupFile(input, &found)
    if let file { markup.read(file, textTags: []) }
    found += markup.diagnostics
    let texts = file.map { [$0.name: $0.text] } ?? [:]
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    let document = ArchiMateDocument(markup.tree)
    found += document.diagnostics
    var meaning = ArchiMateMeaning(
      document, options, ImportReport(format: "archimate", files: [input.name]))
    meaning.read()
    if meaning.model.components.isEmpty, !found.hasErrors {
      found.append(
        Diagnostic(
          .emptyFile, "the file has no element that can fail",
          at: SourcePlace(file: input.name, line: 1, column: 1)))
    }
    found = (found + meaning.diagnostics).sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return ImportedModel(model: meaning.model, report: meaning.report, warnings: found)
  }
}
