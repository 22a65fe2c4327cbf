import DepGraph
import Foundation

/// A folder that results go into, file by file, each whole or not at all.
///
/// The folder itself may be a link, since a user names it. Nothing in it is written through: a link
/// to a file gives way to the file, and a link to a folder is refused.
struct ResultFolder {
  let path: String

  /// Makes the folder, and those above it, where they are missing.
  func create() throws(Failure) { try Self.create(path) }

  /// Writes one file.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try ResultFile(path: "\(path)/\(name)", followsLinks: false).write(bytes)
  }

  /// Writes several files, and makes the folders that their names begin with.
  func write(_ files: [BriefingFigures.File]) throws(Failure) {
    try create()
    var made: Set<Substring> = []
    for file in files {
      if let slash = file.name.lastIndex(of: "/"), made.insert(file.name[..<slash]).inserted {
        try refuseLinks(in: file.name[..<slash])
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

  /// Holds that no folder of a name is a link, which would lead the files that go in elsewhere.
  private func refuseLinks(in name: Substring) throws(Failure) {
    var folder = path
    for step in name.split(separator: "/") {
      folder += "/\(step)"
      let goal = try? FileManager.default.destinationOfSymbolicLink(atPath: folder)
      guard goal == nil else {
        throw .unwritable(path: folder, reason: "it is a link, which may lead out of the folder")
      }
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
