import Foundation
import Testing

/// A text that is held against the file of its name in `Golden/`.
///
/// `DEPGRAPH_RECORD=1` writes the file anew and fails, so that nobody records unawares.
struct GoldenText {
  private let file: URL

  /// Makes it for a file in `Golden`, like `Reports/blast-nl.txt`.
  init(_ name: String, testFile: StaticString = #filePath) {
    file = URL(fileURLWithPath: "\(testFile)")
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
  }

  /// Makes it for a file of the package, like `docs/model-keys.md`.
  init(page path: String) { file = SourceTree.root.appendingPathComponent(path) }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["DEPGRAPH_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(file.lastPathComponent)", sourceLocation: sourceLocation)
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    guard text != golden else { return }
    Issue.record(
      "\(file.lastPathComponent) differs (DEPGRAPH_RECORD=1 records):\n\(difference(golden, text))",
      sourceLocation: sourceLocation)
  }

  /// The lines that are gone and new, with their numbers.
  private func difference(_ old: String, _ new: String) -> String {
    let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
    return lines(new).difference(from: lines(old)).prefix(40).map { change in
      switch change {
      case .remove(let offset, let line, _): "-\(offset + 1): \(line)"
      case .insert(let offset, let line, _): "+\(offset + 1): \(line)"
      }
    }.joined(separator: "\n")
  }
}
