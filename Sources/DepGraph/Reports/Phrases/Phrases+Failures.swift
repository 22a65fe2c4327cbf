extension Phrases {
  /// Why a file cannot be read.
  public enum ReadingObstacle: Hashable, Sendable {
    /// There is none.
    case notFound
    /// It is a directory.
    case isDirectory
    /// The system refuses, in its own words.
    case refused(String)
  }

  /// That a file cannot be read.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - obstacle: Why.
  /// - Returns: A line without a full stop.
  public func cannotRead(_ path: String, _ obstacle: ReadingObstacle) -> String {
    let reason =
      switch obstacle {
      case .notFound: pick("het bestand bestaat niet", "there is no such file")
      case .isDirectory: pick("het is een map", "it is a directory")
      case .refused(let words): words
      }
    return pick("kan \(path) niet lezen: \(reason)", "cannot read \(path): \(reason)")
  }

  /// That a file, or standard output where it is nil, cannot be written.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - reason: Why, in the system's words.
  /// - Returns: A line without a full stop.
  public func cannotWrite(_ path: String?, _ reason: String) -> String {
    let what = path ?? pick("de standaarduitvoer", "standard output")
    return pick("kan \(what) niet schrijven: \(reason)", "cannot write \(what): \(reason)")
  }

  /// That the program has a defect.
  public func defect(_ description: String) -> String {
    pick("fout in depgraph zelf: ", "defect in depgraph itself: ") + description
  }
}
