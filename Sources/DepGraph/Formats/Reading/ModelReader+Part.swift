extension ModelReader {
  /// Reads a part of a model, whose references may lead out of it, from words that this program
  /// wrote.
  ///
  /// Nothing is judged: that was done when the whole was read.
  ///
  /// - Parameter text: The words.
  /// - Returns: The part; nil where the words are not such a part.
  /// - Complexity: O(*n*) for *n* bytes.
  public func readPart(text: String) -> Model? {
    let files = ModelFiles(text: text, name: "")
    guard !files.files.isEmpty, !files.diagnostics.hasErrors else { return nil }
    let session = ReadingSession()
    session.index = nil
    let model = session.model(files.files)
    return session.diagnostics.hasErrors ? nil : model
  }
}
