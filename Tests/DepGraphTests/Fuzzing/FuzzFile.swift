import Foundation

/// A file for what can be read from a file alone: one for each process, written again for each input.
enum FuzzFile {
  private static let path: String = {
    let memory = "/dev/shm"
    let folder =
      FileManager.default.isWritableFile(atPath: memory)
      ? memory : FileManager.default.temporaryDirectory.path
    let file = "\(folder)/depgraph-fuzz-\(ProcessInfo.processInfo.processIdentifier)"
    return file
  }()

  /// Writes bytes.
  ///
  /// - Parameter bytes: What the file is to hold.
  /// - Returns: Where it is.
  static func write(_ bytes: [UInt8]) -> String {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path))
    } catch {
      fatalError("\(path) cannot be written: \(error)")
    }
    return path
  }

  /// The bytes of a file.
  static func bytes(of file: String) throws -> [UInt8] {
    [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
  }

  /// Removes a file; the one that is written again and again if none is named.
  static func remove(_ file: String? = nil) {
    try? FileManager.default.removeItem(atPath: file ?? path)
  }
}
