import DepGraph
import Foundation
import Testing

/// Small legal graphs that kill or hang Graphviz, where the folder that holds them is at hand.
@Suite struct SharedCrashGraphTests {
  static let folder = SourceTree.root.deletingLastPathComponent()
    .appendingPathComponent("shared/design/crash-graphs")

  static var files: [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { $0.hasSuffix(".dot") }.sorted()
  }

  @Test(.enabled(if: !files.isEmpty), arguments: files)
  func endsInASimplerPicture(file: String) throws {
    let url = Self.folder.appendingPathComponent(file)
    let text = try String(contentsOf: url, encoding: .utf8)
    var renderer = RendererUnderTest.isolated
    renderer.timeLimit = 3
    let outcome = try FallbackLadder(renderer).render { variant in
      RenderJob(
        dot: Self.simplified(text, variant), engine: variant == .forceDirected ? .sfdp : .dot)
    }
    #expect(!outcome.rendering.bytes.isEmpty)
    // The one that is only killed by freeing a layout is drawn at once: nothing is freed.
    #expect(outcome.failures.isEmpty == file.contains("double-free"), "\(outcome.failures)")
  }

  /// What the drawing room does by writing other DOT, done on a text.
  private static func simplified(_ text: String, _ variant: LayoutVariant) -> String {
    let start = "digraph G {"
    switch variant {
    case .rich: return text
    case .newRank: return text.replacingOccurrences(of: start, with: start + " newrank=true;")
    case .noRanks: return text.replacingOccurrences(of: "rank=same;", with: "")
    case .noClusters, .forceDirected:
      return text.replacingOccurrences(of: "rank=same;", with: "")
        .replacingOccurrences(of: "cluster_", with: "part_")
    }
  }
}
