import Foundation
import Testing

@testable import DepGraph

/// The built command as a renderer, and graphs to give it.
enum RendererUnderTest {
  /// The built command; it stands beside the test bundle.
  static let executable = Bundle.main.bundleURL.appendingPathComponent("depgraph").path

  static let isolated = IsolatedRenderer(executable: executable, timeLimit: 60)

  /// A graph with a label, a cluster and a few arcs.
  static let ordinary = """
    digraph g {
      label="Fictief netwerk"; labelloc=t; fontname="Arial";
      node [shape=box, fontname="Arial"];
      subgraph cluster_a { label="Laag één"; a [label="Knooppunt A"]; b [label="Knooppunt B"]; }
      a -> c; b -> c; c -> d; a -> d;
    }
    """

  /// A chain, which becomes as tall as it is long.
  static func chain(_ count: Int, direction: String = "TB") -> String {
    let arcs = (1..<count).map { "n\($0 - 1) -> n\($0)" }.joined(separator: "; ")
    return "digraph g { rankdir=\(direction); node [shape=box]; \(arcs) }"
  }

  /// A text from `Fixtures/Graphviz`.
  static func fixture(_ name: String) throws -> String {
    try String(contentsOf: fixtures.appendingPathComponent(name), encoding: .utf8)
  }

  private static let tests = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let fixtures = tests.appendingPathComponent("Fixtures/Graphviz")

  /// A folder that is deleted after the body.
  static func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("depgraph-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  /// A renderer that is a shell script, to play every kind of broken process.
  ///
  /// - Parameters:
  ///   - script: The script.
  ///   - zero: What it knows as `$0`.
  ///   - timeLimit: The renderer's.
  /// - Returns: A renderer to be asked as any other.
  static func script(
    _ script: String, zero: String = "script", timeLimit: Double = 20
  ) -> IsolatedRenderer {
    var renderer = IsolatedRenderer(executable: "/bin/sh", timeLimit: timeLimit)
    renderer.arguments = ["-c", script, zero]
    return renderer
  }
}

/// The parts of a picture that tests look at, read from its bytes.
struct PictureSize: Equatable {
  var width: Double
  var height: Double

  init(width: Double, height: Double) {
    (self.width, self.height) = (width, height)
  }

  init(of bytes: [UInt8], _ format: ImageFormat) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    switch format {
    case .svg:
      let pattern = #/<svg[^>]* width="([0-9.]+)(?:pt)?" height="([0-9.]+)(?:pt)?"/#
      let match = try #require(text.firstMatch(of: pattern))
      self.init(
        width: try #require(Double(match.1)), height: try #require(Double(match.2)))
    case .pdf:
      let latin = String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
      let pattern = #/MediaBox \[ ?0 0 ([0-9.]+) ([0-9.]+) ?\]/#
      let match = try #require(latin.firstMatch(of: pattern))
      self.init(
        width: try #require(Double(match.1)), height: try #require(Double(match.2)))
    case .png:
      let numbers = [16, 20].map { start in
        bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
      }
      self.init(width: Double(numbers[0]), height: Double(numbers[1]))
    }
  }
}
