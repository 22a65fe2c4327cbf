/// A file that could not be tested, since it, or the model that it names, has errors.
///
/// A build server that gets no report of a run goes on showing the one before.
public struct UntestedFile: Sendable {
  /// The file as its user named it.
  public let file: String
  /// What was found, at least one of it an error.
  public let diagnostics: [Diagnostic]

  /// Makes it.
  public init(_ file: String, _ input: InvalidInput) {
    self.file = file
    diagnostics = input.diagnostics
  }
}

extension Diagnostic {
  /// What is wrong and what to do about it, in one line.
  var sentence: String {
    "\(message) [\(code.rawValue)]" + (hint.map { "; \($0)" } ?? "")
  }
}
