import Testing

@testable import DepGraph

/// Turning results back into questions, and holding two answers beside each other.
@Suite struct ReproductionTests {
  private func value(_ text: String) throws -> JSONValue {
    try JSONReader.value(of: Array(text.utf8))
  }

  @Test func jsonIsReadAsItIsWritten() throws {
    let value: JSONValue = [
      "a": [1, -2, .number(0.25), .number(1e300), true, false, nil], "b": [:], "c": [],
      "d": "é \" \\ \n \t \u{1} 😀 \u{2028}",
    ]
    #expect(try self.value(value.jsonText) == value)
    #expect(try self.value(#""\u00e9 \ud83d\ude00 \/""#) == "é 😀 /")
  }

  @Test(arguments: [
    "", "{", "[1,]", "{\"a\" 1}", "{\"a\":1,}", "tru", "1 2", "\"a", "\"\\x\"", "\"\\ud800\"",
    "nan",
    "\"\u{1}\"", "-", "[1 2]",
  ])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONReader.Flaw.self) { try value(text) }
  }

  @Test func deepNestingIsRefusedAndNoDefect() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Flaw.self) { try value(deep) }
  }

  @Test func optionsBecomeArguments() {
    let options: JSONValue = [
      "seeds": ["a", "b c"], "after": 5400, "since": nil, "reading": "written",
      "next-failure": true, "known-by": "2024-01-01",
    ]
    let arguments = ResultArguments(command: "blast", options: options)
    #expect(
      arguments.line(model: "m.yaml")
        == "depgraph blast m.yaml a 'b c' --after 90m --reading written --next-failure --known-by 2024-01-01"
    )
  }

  @Test func filesAreNamedByWhoAsks() {
    let arguments = ResultArguments(
      command: "works", options: ["files": ["x.ics", "y.csv"], "zone": "-x", "fail-on": []])
    let list = arguments.list(model: "M") { option, number, name in "/\(option)/\(number)/\(name)" }
    #expect(list == ["works", "--zone=-x", "--", "M", "/files/0/x.ics", "/files/1/y.csv"])
    #expect(arguments.line(model: "M") == "depgraph works M x.ics y.csv --zone=-x")
  }

  @Test func differencesHavePaths() throws {
    let one = try value(
      #"{"complete": true, "result": {"down": [{"id": "a", "after": 1}, {"id": "b", "after": 2}], "n": [1, 2]}}"#
    )
    let other = try value(
      #"{"complete": true, "result": {"down": [{"id": "c", "after": 9}, {"id": "b", "after": 3}], "n": [1]}}"#
    )
    let comparison = ResultComparison(one, other)
    #expect(
      comparison.differences.map(\.path) == [
        "result.down[a]", "result.down[b].after", "result.down[c]", "result.n[1]",
      ])
    #expect(comparison.differences[1].before == 2 && comparison.differences[1].after == 3)
    #expect(ResultComparison(one, one).isSame)
  }

  @Test func anotherOrderIsADifference() throws {
    let one = try value(#"{"result": [{"id": "a"}, {"id": "b"}]}"#)
    let other = try value(#"{"result": [{"id": "b"}, {"id": "a"}]}"#)
    #expect(ResultComparison(one, other).differences.map(\.path) == ["result (order)"])
  }

  @Test func foldersAndKeysOfLaterVersionsAreNoDifference() throws {
    let one = try value(
      #"{"tool": {"version": "1"}, "warnings": [{"file": "models/m.yaml"}], "result": {}}"#)
    let other = try value(
      #"{"tool": {"version": "2"}, "warnings": [{"file": "/x/m.yaml"}], "result": {"new": 1}}"#)
    #expect(ResultComparison(one, other).isSame)
    let same = try value(
      #"{"tool": {"version": "1"}, "warnings": [{"file": "/x/m.yaml"}], "result": {"new": 1}}"#)
    #expect(ResultComparison(one, same).differences.map(\.path) == ["result.new"])
  }

  @Test func everyFactHasWords() {
    for key in FactKey.allCases { #expect(Phrases.hasWords(for: key), "\(key.rawValue)") }
  }
}
