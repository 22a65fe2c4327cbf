import DepGraph
import Foundation

/// A folder that results go into, file by file, each whole or not at all.
struct ResultFolder {
  let path: String

  /// Makes the folder, and those above it, where they are missing.
  func create() throws(Failure) { try Self.create(path) }

  /// Writes one file.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try ResultFile(path: "\(path)/\(name)").write(bytes)
  }

  /// Writes several files, and makes the folders that their names begin with.
  func write(_ files: [BriefingFigures.File]) throws(Failure) {
    try create()
    var made: Set<Substring> = []
    for file in files {
      if let slash = file.name.lastIndex(of: "/"), made.insert(file.name[..<slash]).inserted {
        try Self.create("\(path)/\(file.name[..<slash])")
      }
      try write(file.bytes, to: file.name)
    }
  }

  /// Removes a file, if it is there.
  func remove(_ name: String) throws(Failure) {
    let file = "\(path)/\(name)"
    guard FileFingerprint.isRegular(file) else { return }
    do {
      try FileManager.default.removeItem(atPath: file)
    } catch {
      throw .unwritable(path: file, reason: error.localizedDescription)
    }
  }

  private static func create(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: nil)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }
}
