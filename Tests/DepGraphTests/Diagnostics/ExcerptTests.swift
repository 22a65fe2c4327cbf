import DepGraph
import Testing

@Suite struct ExcerptTests {
  private func excerptOf(_ text: String, _ line: Int, _ column: Int) -> String? {
    excerpt(of: SourcePlace(file: "m", line: line, column: column), in: ["m": text])
  }

  @Test func theLineAndACaret() {
    #expect(excerptOf("a: 1\n  b: 2\n", 2, 3) == "  b: 2\n  ^")
    #expect(excerptOf("a: 1\r\n\tb: 2\r\n", 2, 2) == "\tb: 2\n\t^")
    #expect(excerptOf("a\rb\u{85}c", 3, 1) == "c\n^")
    // Columns count Unicode scalars: a letter and its combining accent are two.
    #expect(excerptOf("e\u{301}x: y", 1, 3) == "e\u{301}x: y\n  ^")
    // A place after the last letter: something is missing there.
    #expect(excerptOf("a:", 1, 3) == "a:\n  ^")
    #expect(excerptOf("", 1, 1) == "\n^")
  }

  @Test func ofALongLineThePartAround() throws {
    let line = String(repeating: "x", count: 500) + "!" + String(repeating: "y", count: 500)
    let shown = try #require(excerptOf(line, 1, 501)).split(separator: "\n")
    #expect(shown[0].count <= 100)
    #expect(shown[0].hasPrefix("…x") && shown[0].hasSuffix("y…"))
    let caret = try #require(shown[1].firstIndex(of: "^"))
    #expect(Array(shown[0])[shown[1].distance(from: shown[1].startIndex, to: caret)] == "!")
  }

  @Test func placesThatAreNot() {
    #expect(excerptOf("a", 2, 1) == nil)
    #expect(excerptOf("a", 1, 9) == nil)
    #expect(excerpt(of: SourcePlace(file: "other", line: 1, column: 1), in: ["m": "a"]) == nil)
  }
}
