import Testing

@testable import DepGraph

/// No text of a user gets out of the place where it stands.
@Suite struct DOTTextTests {
  static let hostile = [
    "\"; evil [label=x]; \"", "</TD></TR><TR><TD>", "<b>bold</b>", "&lt;b&gt;", "&", "&amp;",
    "C:\\new\\N \\G \\E \\l \\r", "'; DROP", "]]>", "-->", "<!--", "javascript:alert(1)",
    "regel één\nregel twee", "\u{0}\u{1}\u{7F}\u{85}", "\u{202E}evil\u{202C}", "👩‍👩‍👧 é ë €",
    String(repeating: "lang ", count: 5_000), "", " ",
  ]

  @Test(arguments: hostile) func quotedStaysQuoted(text: String) throws {
    let quoted = DOTText.quoted(text)
    #expect(quoted.hasPrefix("\"") && quoted.hasSuffix("\""))
    var isEscaped = false
    for character in quoted.dropFirst().dropLast() {
      #expect(isEscaped || character != "\"", "a bare quote in \(quoted)")
      isEscaped = character == "\\" && !isEscaped
    }
    #expect(!isEscaped, "the closing quote is escaped")
    #expect(!quoted.contains("<"), "it could equal an HTML-like label")
    #expect(quoted.unicodeScalars.allSatisfy { $0.value >= 0x20 })
    #expect(quoted.utf8.count < 16_384)
  }

  @Test(arguments: hostile) func htmlIsText(text: String) {
    let html = DOTText.html(text).replacing("<BR/>", with: "")
    #expect(!html.contains("<") && !html.contains(">") && !html.contains("\""))
    for piece in html.split(separator: "&", omittingEmptySubsequences: false).dropFirst() {
      #expect(["amp;", "lt;", "gt;", "quot;", "#39;", "#160;"].contains { piece.hasPrefix($0) })
    }
  }

  @Test func backslashesAreNoEscapes() {
    #expect(DOTText.quoted("C:\\new \\N") == "\"C:\\\\new \\\\N\"")
    #expect(DOTText.html("C:\\new \\N") == "C:\\\\new \\\\N")
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (2.6, "2.60"), (-0.05, "-0.05"), (1234.567, "1234.57"), (0.004, "0"),
  ])
  func numbers(value: Double, text: String) { #expect(DOTText.number(value) == text) }
}
