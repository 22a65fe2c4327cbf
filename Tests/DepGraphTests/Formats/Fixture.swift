import Foundation

/// Files beside the tests.
enum Fixture {
  /// The path of a fixture.
  static func path(_ name: String) -> String {
    root.appendingPathComponent("Tests/DepGraphTests/Fixtures").appendingPathComponent(name).path
  }

  /// The root of the package.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The text of a file of the package.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
  }
}
