import Foundation
import Synchronization

/// A file for what can be read from a file alone: in memory where the system has such a folder, with a
/// name of its own for each use, so that tests beside each other do not meet.
enum FuzzFile {
  private static let count = Atomic<Int>(0)

  private static let base: String = {
    let memory = "/dev/shm"
    let folder =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    return "\(folder)/depgraph-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
  }()

  /// Lets somebody use a file, which is gone afterwards.
  ///
  /// - Parameters:
  ///   - bytes: What it holds at first.
  ///   - use: What is done with it, given its path.
  /// - Returns: What `use` gives.
  /// - Throws: What `use` throws.
  static func holding<Answer>(_ bytes: [UInt8], _ use: (String) throws -> Answer) rethrows -> Answer
  {
    let number = count.wrappingAdd(1, ordering: .relaxed).newValue
    let path = "\(base)-\(number)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      fatalError("\(path) cannot be written: \(error)")
    }
    return try use(path)
  }

  /// The bytes of a file.
  static func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
  }
}
