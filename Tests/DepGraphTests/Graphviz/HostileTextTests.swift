import DepGraph
import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Text that somebody wrote to break the program that draws it.
@Suite struct HostileTextTests {
  private let renderer = RendererUnderTest.isolated

  static let texts: [String] = [
    "\"", "'", "\"]; evil -> [label=\"", "</script><script>alert(1)</script>",
    "javascript:alert(1)",
    "a & b", "-->", "<!-- x", "]]>", "\\N \\G \\L \\n \\", "&lt;b&gt;", "<b>x</b>", "&#0;",
    "{a|<p>b}",
    "C:\\new\\table", "שלום עולם", "\u{202E}omgekeerd", "👩‍🚀🇳🇱", "e\u{301}", "%s%n%d %999999s",
    String(repeating: "lang ", count: 4_000), "één\nregel\ttab", "$(touch x) `id`",
  ]

  @Test func escapedTextComesOutAsText() throws {
    let nodes = Self.texts.enumerated().map { index, text in
      "n\(index) [label=\"\(Self.escape(text))\", tooltip=\"\(Self.escape(text))\"];"
    }
    let dot = "digraph g { rankdir=LR; \(nodes.joined(separator: "\n")) }"
    let document = SVGTexts()
    let parser = XMLParser(data: Data(try renderer.render(RenderJob(dot: dot)).bytes))
    parser.delegate = document
    #expect(parser.parse(), "not well-formed")
    let harmless: Set = ["svg", "g", "title", "polygon", "ellipse", "path", "text", "a"]
    #expect(document.elements.isSubset(of: harmless))
    for text in Self.texts {
      let drawn = document.text.contains(text.filter { !$0.isWhitespace })
      #expect(drawn, "\(text.prefix(40))")
    }
  }

  @Test(arguments: texts + ["\u{1}\u{7}\u{8}", "\u{FFFE}\u{FEFF}", "\u{7F}\u{9F}", "\\", "\r\n"])
  func textAsItComesEndsInAPictureOrAnError(text: String) throws {
    let quoted = text.replacing("\"", with: "\\\"")
    for dot in [
      "digraph \"\(quoted)\" { \"\(quoted)\":\"\(quoted)\" -> a [label=\"\(quoted)\"] }",
      "digraph g { \(text) }", "digraph g { a [label=<\(text)>] }",
    ] {
      expectPictureOrError(RenderJob(dot: dot))
    }
    let link = "digraph g { a [label=\"\(quoted)\", URL=\"\(quoted)\", id=\"\(quoted)\"] }"
    expectPictureOrError(RenderJob(dot: link))
  }

  private func expectPictureOrError(_ job: RenderJob) {
    do throws(GraphvizError) {
      let rendering = try renderer.render(job)
      #expect(!rendering.bytes.isEmpty)
    } catch {
      switch error {
      case .badDOT, .captured, .broken: break
      default: Issue.record("\(error) for \(job.dot.prefix(200))")
      }
    }
  }

  @Test func filesThatAGraphNamesAreNotOpened() throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      let pipe = folder.appendingPathComponent("pipe.png").path
      let made = unsafe mkfifo(pipe, 0o600)
      #expect(made == 0)
      // A pipe that nobody writes to blocks whoever opens it.
      for attributes in [
        "image=\"\(pipe)\"", "shape=custom, shapefile=\"\(pipe)\"",
        "label=<<TABLE><TR><TD><IMG SRC=\"\(pipe)\"/></TD></TR></TABLE>>",
        "shape=epsf, shapefile=\"\(pipe)\"",
      ] {
        let job = RenderJob(dot: "digraph g { a [\(attributes)] }")
        var quick = renderer
        quick.timeLimit = 20
        do throws(GraphvizError) {
          _ = try quick.render(job)
        } catch {
          if case .timedOut = error { Issue.record("\(attributes) opened the pipe") }
        }
      }
    }
  }

  @Test func aFolderOfPluginsIsIgnored() throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      var renderer = renderer
      renderer.environment["GVBINDIR"] = folder.path
      renderer.environment["DOTFONTPATH"] = folder.path
      renderer.environment["GV_FILE_PATH"] = "/"
      let rendering = try renderer.render(RenderJob(dot: "digraph g { a }"))
      #expect(rendering.warnings.isEmpty)
    }
  }

  @Test func theEnvironmentIsMinimal() {
    let given = [
      "PATH": "/bin", "HOME": "/h", "FONTCONFIG_FILE": "/f", "GVBINDIR": "/x", "SECRET": "s",
      "LANG": "nl_NL.UTF-8", "SERVER_NAME": "n",
    ]
    #expect(
      IsolatedRenderer.minimalEnvironment(of: given) == [
        "PATH": "/bin", "HOME": "/h", "FONTCONFIG_FILE": "/f", "LANG": "C.UTF-8",
        "SWIFT_BACKTRACE": "enable=no",
      ])
  }

  /// As the writer of drawings must escape a plain label.
  private static func escape(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}

/// All text of an SVG file and the names of its elements.
private final class SVGTexts: NSObject, XMLParserDelegate {
  var text = ""
  var elements: Set<String> = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    text += string.filter { !$0.isWhitespace }
  }
}
