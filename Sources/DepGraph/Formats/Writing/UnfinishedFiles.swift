import Foundation
import Synchronization

/// The files and folders that this program is writing and that are not in their place yet: a program
/// that is ended takes them away.
public enum UnfinishedFiles {
  private static let paths = Mutex<Set<String>>([])

  /// Makes one, unless the program is being ended: then it waits for that.
  ///
  /// - Parameter make: Makes it, and gives its path.
  /// - Returns: The path.
  /// - Throws: What `make` throws.
  public static func begin<Problem: Error>(
    _ make: () throws(Problem) -> String
  ) throws(Problem) -> String {
    try paths.withLock { paths throws(Problem) in
      let path = try make()
      paths.insert(path)
      return path
    }
  }

  /// Puts one in its place, or takes it away; the program is not ended while that is done.
  ///
  /// - Parameters:
  ///   - path: The one.
  ///   - place: Does it.
  /// - Throws: What `place` throws.
  public static func end<Problem: Error>(
    _ path: String, _ place: () throws(Problem) -> Void
  ) throws(Problem) {
    try paths.withLock { paths throws(Problem) in
      paths.remove(path)
      try place()
    }
  }

  /// Takes all away and ends the program; nothing is begun or put in its place any more.
  ///
  /// - Parameter end: Ends it.
  /// - Complexity: O(*n*) for *n* files.
  public static func takeAway(andThen end: () -> Never) -> Never {
    paths.withLock { paths in
      for path in paths { try? FileManager.default.removeItem(atPath: path) }
      end()
    }
  }
}
