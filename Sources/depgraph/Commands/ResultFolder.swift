import DepGraph
import Foundation

/// A folder that results go into, file by file, each whole or not at all.
struct ResultFolder {
  let path: String

  /// Makes the folder, and those above it, where they are missing.
  func create() throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: nil)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }

  /// Writes one file.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try ResultFile(path: "\(path)/\(name)").write(bytes)
  }
}
