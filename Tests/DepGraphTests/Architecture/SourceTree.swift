import Foundation

/// The sources of this package as text, for tests that look at them.
enum SourceTree {
  /// The package's folder.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The Swift files below a folder of the package, by path.
  static func swiftFiles(in folder: String) -> [(path: String, text: String)] {
    let base = root.appendingPathComponent(folder)
    let names = FileManager.default.subpaths(atPath: base.path) ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try? String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
      return ("\(folder)/\(name)", text ?? "")
    }
  }

  /// The names directly in a folder, hidden ones left out.
  static func names(in folder: String) -> [String] {
    let path = root.appendingPathComponent(folder).path
    return (try? FileManager.default.contentsOfDirectory(atPath: path))?
      .filter { !$0.hasPrefix(".") }.sorted() ?? []
  }

  /// Code without comments and without what stands in string literals (interpolations included,
  /// which is good enough to look for names of types).
  static func bare(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = ""
      var isInString = false
      var previous: Character = " "
      for character in line {
        if character == "\"", previous != "\\" { isInString.toggle() }
        if !isInString, character == "/", previous == "/" {
          result.removeLast()
          break
        }
        if !isInString { result.append(character) }
        previous = character
      }
      return result
    }.joined(separator: "\n")
  }
}
