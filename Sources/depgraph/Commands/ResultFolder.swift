import DepGraph
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder that results go into: all of them, or it stays as it was.
///
/// The folder itself may be a link, since a user names it. Nothing in it is written through: a link
/// to a file gives way to the file, and a link to a folder is refused.
struct ResultFolder {
  let path: String

  /// Makes the folder, and those above it, where they are missing.
  func create() throws(Failure) { try Self.create(path) }

  /// Fills the folder: everything is made in a folder of its own first, and then put in place at once.
  ///
  /// - Parameters:
  ///   - unwanted: Files of an earlier time that do not belong to what is made.
  ///   - make: Writes into the folder that it is given.
  /// - Returns: What `make` gives.
  /// - Throws: What `make` throws, and `Failure.unwritable`; then all is as it was.
  func fill<Value>(
    insteadOf unwanted: [String] = [], _ make: (ResultFolder) throws -> Value
  ) throws -> Value {
    let stage = ResultFolder(
      path: try UnfinishedFiles.begin { () throws(Failure) in try temporaryFolder() })
    do {
      let value = try make(stage)
      let files = try stage.files
      try UnfinishedFiles.end(stage.path) { () throws(Failure) in
        defer { stage.takeAway() }
        for file in files { try prepare(file) }
        for name in unwanted where !files.contains(name) { try remove(name) }
        for file in files { try take(file, from: stage) }
      }
      return value
    } catch {
      UnfinishedFiles.end(stage.path) { stage.takeAway() }
      throw error
    }
  }

  /// Writes one file.
  func write(_ bytes: [UInt8], to name: String) throws(Failure) {
    try ResultFile(path: "\(path)/\(name)").write(bytes)
  }

  /// Writes several files, and makes the folders that their names begin with.
  func write(_ files: [BriefingFigures.File]) throws(Failure) {
    var made: Set<Substring> = []
    for file in files {
      if let slash = file.name.lastIndex(of: "/"), made.insert(file.name[..<slash]).inserted {
        try Self.create("\(path)/\(file.name[..<slash])")
      }
      try write(file.bytes, to: file.name)
    }
  }

  // MARK: - Putting in place

  /// A folder in this one, or where this is missing, in the nearest above it: nothing is made that
  /// would stay.
  private func temporaryFolder() throws(Failure) -> String {
    var above = URL(fileURLWithPath: path).standardizedFileURL
    while above.path != "/", !FileManager.default.fileExists(atPath: above.path) {
      above.deleteLastPathComponent()
    }
    var template = Array("\(above.path)/.depgraph-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else {
      throw .unwritable(path: path, reason: WriteError().reason)
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// The files in it and in the folders in it, by name.
  private var files: [String] {
    get throws(Failure) {
      guard let walk = FileManager.default.enumerator(atPath: path) else {
        throw .unwritable(path: path, reason: "it has gone")
      }
      var names: [String] = []
      while let name = walk.nextObject() as? String {
        if FileFingerprint.isRegular("\(path)/\(name)") { names.append(name) }
      }
      return names.sorted()
    }
  }

  /// Makes the folder that a file goes into, and looks whether it can go there.
  private func prepare(_ file: String) throws(Failure) {
    let folders = file.split(separator: "/").dropLast()
    for count in 0...folders.count {
      let folder = ([path[...]] + folders.prefix(count)).joined(separator: "/")
      if count > 0, (try? FileManager.default.destinationOfSymbolicLink(atPath: folder)) != nil {
        throw .unwritable(path: folder, reason: "it is a link, which may lead out of the folder")
      }
      try Self.create(folder)
    }
    var isFolder: ObjCBool = false
    let target = "\(path)/\(file)"
    if unsafe FileManager.default.fileExists(atPath: target, isDirectory: &isFolder),
      isFolder.boolValue
    {
      throw .unwritable(path: target, reason: "it is a folder")
    }
  }

  /// Takes a file over.
  ///
  /// A link that is there is replaced, and not followed: it may lead out of the folder.
  private func take(_ file: String, from stage: ResultFolder) throws(Failure) {
    let (made, target) = ("\(stage.path)/\(file)", "\(path)/\(file)")
    if let mode = ResultFile.modeOfRegularFile(at: target) { _ = unsafe chmod(made, mode) }
    guard unsafe rename(made, target) == 0 else {
      throw .unwritable(path: target, reason: WriteError().reason)
    }
  }

  private func remove(_ name: String) throws(Failure) {
    let file = "\(path)/\(name)"
    guard FileFingerprint.isRegular(file) else { return }
    do {
      try FileManager.default.removeItem(atPath: file)
    } catch {
      throw .unwritable(path: file, reason: error.localizedDescription)
    }
  }

  private func takeAway() { try? FileManager.default.removeItem(atPath: path) }

  private static func create(_ path: String) throws(Failure) {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: nil)
    } catch {
      throw .unwritable(path: path, reason: error.localizedDescription)
    }
  }
}
