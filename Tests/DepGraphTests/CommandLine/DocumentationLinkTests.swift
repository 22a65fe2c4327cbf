import Foundation
import Testing

/// Every page can be found, and every link leads to a file.
@Suite struct DocumentationLinkTests {
  /// The pages whose links are followed.
  static let pages: [String] = {
    let all = { (folder: String) -> [String] in
      (FileManager.default.subpaths(atPath: SourceTree.root.path + "/" + folder) ?? [])
        .filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
    }
    return ["README.md", "CONTRIBUTING.md"] + all("docs")
      + all("models").filter { $0.hasSuffix("/README.md") }
  }()

  @Test(arguments: pages) func everyLinkLeadsToAFile(_ page: String) throws {
    let folder = SourceTree.root.appendingPathComponent(page).deletingLastPathComponent()
    for target in Self.targets(in: try Fixture.text(page)) {
      let path = String(target.prefix { $0 != "#" })
      guard !path.isEmpty, !path.contains("://"), !path.hasPrefix("mailto:") else { continue }
      let url = folder.appendingPathComponent(path.removingPercentEncoding ?? path)
      #expect(
        FileManager.default.fileExists(atPath: url.standardizedFileURL.path),
        "\(page) leads to \(target), which is not there")
    }
  }

  @Test func everyPageIsInTheIndex() throws {
    let index = Set(Self.targets(in: try Fixture.text("docs/README.md")).map { "docs/\($0)" })
    // Each decision stands in the list of decisions.
    let others = Self.pages.filter { page in
      page.hasPrefix("docs/") && page != "docs/README.md"
        && (!page.hasPrefix("docs/decisions/") || page == "docs/decisions/README.md")
    }
    #expect(others.count > 50)
    for page in others { #expect(index.contains(page), "docs/README.md does not list \(page)") }
  }

  @Test func everyDecisionIsListed() throws {
    let listed = Set(Self.targets(in: try Fixture.text("docs/decisions/README.md")))
    let decisions = SourceTree.names(in: "docs/decisions").filter { $0 != "README.md" }
    #expect(!decisions.isEmpty)
    for page in decisions { #expect(listed.contains(page), "\(page) is not listed") }
  }

  @Test func linksAreFoundOutsideOfCode() {
    let page = """
      [a](b.md) and ![c](d/e.svg), `[no](f.md)`, [g](h.md#i)
      ```yaml
      [no](j.md)
      ```
      | [k](<l m.md>) |
      """
    #expect(Self.targets(in: page) == ["b.md", "d/e.svg", "h.md#i", "l m.md"])
  }

  /// What the links of a page lead to, blocks and pieces of code left out.
  static func targets(in text: String) -> [String] {
    var targets: [String] = []
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isCode.toggle()
      } else if !isCode {
        targets += Self.targets(inLine: line)
      }
    }
    return targets
  }

  private static func targets(inLine line: Substring) -> [String] {
    // Every second piece between backquotes is code.
    let pieces = line.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    let prose = pieces.map { $0.offset.isMultiple(of: 2) ? String($0.element) : "code" }.joined()
    return prose.components(separatedBy: "](").dropFirst().compactMap { rest in
      if rest.hasPrefix("<") {
        return rest.dropFirst().split(separator: ">", maxSplits: 1).first.map(String.init)
      }
      return rest.split(separator: ")", maxSplits: 1).first.map(String.init)
    }
  }
}
