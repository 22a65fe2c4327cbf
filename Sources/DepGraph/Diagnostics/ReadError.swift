/// Why something could not be read.
public enum ReadError: Error, Hashable, Sendable {
  /// The file itself could not be read: a failure of the world, not of what is written.
  case file(path: String, problem: FileProblem)
  /// What is written has errors, all of them listed.
  case invalid(InvalidInput)
}

/// Why a file could not be read.
public enum FileProblem: Hashable, Sendable {
  /// There is none.
  case notFound
  /// It is a directory.
  case isDirectory
  /// The system refuses, in its own words.
  case refused(String)
}
