import DepGraph
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A folder that is handed over: written beside its place, checked as it stands on the disk, and only
/// then put in place.
struct HandedFolder {
  let path: String

  /// Whether a file lies in it, or would.
  func contains(_ file: String) -> Bool {
    let parts = { (path: String) in
      URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.pathComponents
    }
    let inside = parts(file.contains("/") ? file : "./\(file)")
    return inside.starts(with: parts(path))
  }

  /// Checks everything in it.
  ///
  /// - Returns: What could not be looked into.
  /// - Throws: `InvalidInput` with every place at which something hidden stands.
  @discardableResult
  func check(for hidden: HiddenFacts) throws -> [String] {
    let (files, links) = try contents()
    let check = LeakCheck(files, for: hidden)
    guard !check.leaks.isEmpty else { return check.unread + links.map { "\($0): a link" } }
    throw InvalidInput(
      check.leaks.map { leak in
        let place = leak.place.isEmpty ? "" : " (\(leak.place))"
        return Diagnostic(
          .leak, "`\(leak.file)`\(place) holds the \(leak.kind.rawValue) `\(leak.secret)`")
      })
  }

  /// Puts files in its place if nothing hidden stands in them; else all stays as it was.
  ///
  /// - Returns: What could not be looked into.
  /// - Throws: `Failure.unwritable`, or `InvalidInput` with what was found.
  func replace(by files: [LeakCheck.File], checkedFor hidden: HiddenFacts) throws -> [String] {
    let manager = FileManager.default
    try refuseToReplaceOthers()
    // By hand: Foundation traps on a name of one letter.
    let above = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    if !above.isEmpty { try ResultFolder(path: above).create() }
    let made = HandedFolder(
      path: try UnfinishedFiles.begin { () throws(Failure) in try temporary("new") })
    var unread: [String] = []
    do {
      for file in files { try ResultFolder(path: made.path).write(file.bytes, to: file.name) }
      unread = try made.check(for: hidden)
      guard unsafe chmod(made.path, 0o755) == 0 else { throw unwritable(nil) }
    } catch {
      try UnfinishedFiles.end(made.path) { () throws(Failure) in
        try? manager.removeItem(atPath: made.path)
      }
      throw error
    }
    try UnfinishedFiles.end(made.path) { () throws(Failure) in try put(made) }
    return unread
  }

  /// Puts a folder in its place; where that cannot be done, all stays as it was.
  private func put(_ made: HandedFolder) throws(Failure) {
    let manager = FileManager.default
    do {
      if manager.fileExists(atPath: path) {
        let old = try temporary("old")
        try manager.removeItem(atPath: old)
        try manager.moveItem(atPath: path, toPath: old)
        defer { try? manager.removeItem(atPath: old) }
        try manager.moveItem(atPath: made.path, toPath: path)
      } else {
        try manager.moveItem(atPath: made.path, toPath: path)
      }
    } catch {
      try? manager.removeItem(atPath: made.path)
      throw (error as? Failure) ?? unwritable(error.localizedDescription)
    }
  }

  /// Everything in it, by name; and the names of links, which lead who knows where.
  private func contents() throws -> (files: [LeakCheck.File], links: [String]) {
    guard let walk = FileManager.default.enumerator(atPath: path) else {
      throw Failure.unreadable(path: path, .notFound)
    }
    var names: [String] = []
    while let name = walk.nextObject() as? String { names.append(name) }
    guard !names.isEmpty || FileManager.default.fileExists(atPath: path) else {
      throw Failure.unreadable(path: path, .notFound)
    }
    var links: [String] = []
    let files = try names.sorted().map { name in
      var isFolder: ObjCBool = false
      let file = "\(path)/\(name)"
      if let goal = try? FileManager.default.destinationOfSymbolicLink(atPath: file) {
        links.append(name)
        return LeakCheck.File(name: name, bytes: Array(goal.utf8))
      }
      guard unsafe FileManager.default.fileExists(atPath: file, isDirectory: &isFolder) else {
        throw Failure.unreadable(path: file, .notFound)
      }
      if isFolder.boolValue { return LeakCheck.File(name: name, bytes: []) }
      guard let bytes = FileManager.default.contents(atPath: file) else {
        throw Failure.unreadable(path: file, .refused("the file cannot be read"))
      }
      return LeakCheck.File(name: name, bytes: [UInt8](bytes))
    }
    return (files, links)
  }

  /// A folder that holds anything but an earlier rendering is left alone.
  private func refuseToReplaceOthers() throws {
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: path) else { return }
    let others = names.filter { !RedactedFolder.fileNames.contains($0) }
    guard let other = others.sorted().first else { return }
    throw unwritable("it holds `\(other)`, which is none of its files")
  }

  private func temporary(_ kind: String) throws(Failure) -> String {
    var template = Array("\(path).\(kind)-XXXXXX".utf8CString)
    guard unsafe mkdtemp(&template) != nil else { throw unwritable(nil) }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func unwritable(_ reason: String?) -> Failure {
    if let reason { return .unwritable(path: path, reason: reason) }
    return .unwritable(path: path, reason: unsafe String(cString: strerror(errno)))
  }
}
