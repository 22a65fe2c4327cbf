import Foundation
import Testing

/// The glossary can be read from English to Dutch, and from Dutch to English.
@Suite struct GlossaryTests {
  static let page = "docs/glossary.md"
  static let heading = "## Nederlands–Engels"

  /// A row of a table: the English and the Dutch word.
  struct Entry: Equatable {
    let english: String
    let dutch: String
  }

  /// The rows of the tables whose first columns are English and Dutch.
  static func entries(in text: String) -> [Entry] {
    var entries: [Entry] = []
    var isTerms = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("| ") else {
        isTerms = false
        continue
      }
      let cells = line.components(separatedBy: "|").map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      if cells.count > 3, cells[1] == "English", cells[2] == "Dutch" {
        isTerms = true
      } else if isTerms, cells.count > 3, !cells[1].hasPrefix("---") {
        entries.append(Entry(english: cells[1], dutch: cells[2]))
      }
    }
    return entries
  }

  /// The words under which a Dutch cell is looked for: synonyms apart, `in texts:` left out, and of
  /// `belang: Birnbaum, …` the first word.
  static func words(_ dutch: String) -> [String] {
    var words: [String] = []
    for part in dutch.components(separatedBy: "; ") {
      if let colon = part.range(of: ": ") {
        let before = String(part[..<colon.lowerBound])
        words += before.hasPrefix("in ") ? [String(part[colon.upperBound...])] : [before]
      } else {
        words += split(part)
      }
    }
    return words
  }

  /// Parts between commas that stand in no brackets.
  private static func split(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// How words are ordered: without case and accents.
  private static func key(_ word: String) -> String {
    word.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !(0x300...0x36F).contains($0.value) }.map(String.init).joined()
  }

  /// The index that belongs to the tables.
  static func index(of text: String) -> String {
    var lines = Set<String>()
    for entry in entries(in: text) {
      for word in words(entry.dutch) { lines.insert("- \(word): \(entry.english)") }
    }
    let sorted = lines.sorted { (key($0), $0) < (key($1), $1) }
    return heading + "\n" + sorted.map { $0 + "\n" }.joined()
  }

  @Test func theIndexHoldsEveryDutchWord() throws {
    let text = try Fixture.text(Self.page)
    let start = try #require(text.range(of: Self.heading)?.lowerBound)
    let tables = String(text[..<start])
    #expect(Self.entries(in: tables).count > 100)
    try GoldenText(page: Self.page).expect(tables + Self.index(of: tables))
  }

  @Test func wordsAreTakenApart() {
    #expect(Self.words("uitval, valt uit") == ["uitval", "valt uit"])
    #expect(Self.words("werkt beperkt; in legends: beperkt") == ["werkt beperkt", "beperkt"])
    #expect(Self.words("belang: Birnbaum, aandeel") == ["belang"])
    #expect(Self.words("onafhankelijk volgens opgave (bron …)").count == 1)
    #expect(Self.words("hersteltijd (MTTR, MTRS), reparatie").count == 2)
  }
}
