import Testing

@testable import DepGraph

/// JSON is read strictly, with places, into the values that all readers see.
@Suite struct JSONDocumentTests {
  private func read(_ text: String) -> (value: YAMLValue?, found: [Diagnostic]) {
    var found: [Diagnostic] = []
    let value = JSONDocument(text: text, file: "a.json").value(&found)
    return (value, found)
  }

  @Test func everyKindOfValueIsRead() throws {
    let text = """
      {"s": "é \\u00e9 \\ud83d\\ude00 \\"\\\\\\/\\b\\f\\n\\r\\t", "n": -1.50e+3, "t": true,
       "f": false, "z": null, "l": [1, [], {}]}
      """
    let (value, found) = read(text)
    #expect(found.isEmpty)
    let root = try #require(value)
    #expect(root.mapping?.map(\.key) == ["s", "n", "t", "f", "z", "l"])
    #expect(root["s"]?.scalar == "é é 😀 \"\\/\u{8}\u{C}\n\r\t")
    #expect(root["n"]?.scalar == "-1.50e+3")
    #expect(root["z"]?.isNull == true)
    #expect(root["l"]?.list?.count == 3)
    #expect(root["f"]?.place == SourcePlace(file: "a.json", line: 2, column: 7))
  }

  /// Letters of several bytes count one column, and a line separator in a string begins a line.
  @Test func placesCountLettersAndLines() {
    let (value, _) = read("{\"é😀\": 1,\r\n\"a\u{2028}b\": 2, \"c\": 3}")
    #expect(
      value?.mapping?.map { "\($0.place.line):\($0.place.column)" } == ["1:2", "2:1", "3:8"])
  }

  @Test(arguments: [
    ("", DiagnosticCode.emptyFile, 1, 1), (" \n ", .emptyFile, 2, 2), ("{", .notJSON, 1, 2),
    ("{\"a\" 1}", .notJSON, 1, 6), ("{\"a\": 01}", .notJSON, 1, 8), ("[1,]", .notJSON, 1, 4),
    ("{\"a\": 1,}", .notJSON, 1, 9), ("[1] x", .notJSON, 1, 5), ("[.5]", .notJSON, 1, 2),
    ("[1.]", .notJSON, 1, 4), ("[NaN]", .notJSON, 1, 2), ("{a: 1}", .notJSON, 1, 2),
    ("[\"\\ud83d\"]", .notJSON, 1, 3), ("[\"\\ud83d\\u0041\"]", .notJSON, 1, 3),
    ("[\"\\ude00\"]", .notJSON, 1, 3), ("[\"\\x\"]", .notJSON, 1, 3),
    ("[\"\\u12\"]", .notJSON, 1, 3),
    ("[\"a\nb\"]", .notJSON, 1, 4), ("[\"a", .notJSON, 1, 2), ("[1 2]", .notJSON, 1, 4),
    ("{\"a\": 1, \"a\": 2}", .duplicateKey, 1, 10), ("'a'", .notJSON, 1, 1),
    ("[-]", .notJSON, 1, 3), ("[1e]", .notJSON, 1, 4), ("[tru]", .notJSON, 1, 2),
  ])
  func whatIsNoJSONIsRefusedAtItsPlace(
    text: String, code: DiagnosticCode, line: Int, column: Int
  ) {
    let found = read(text).found
    #expect(found.map(\.code) == [code])
    #expect(found.first?.place == SourcePlace(file: "a.json", line: line, column: column))
  }

  @Test func deepNestingIsRefusedSoon() {
    let text = String(repeating: "[", count: 1_000_000)
    #expect(read(text).found.map(\.code) == [.tooDeep])
  }

  @Test func everyPrefixIsRefusedAndNoneCrashes() {
    let bytes = Array("{\"a\": [1, \"é\\ud83d\\ude00\", {\"b\": null}], \"c\": -0.5e-7}".utf8)
    for length in 0..<bytes.count {
      guard let text = String(validating: bytes[..<length], as: UTF8.self) else { continue }
      #expect(read(text).found.hasErrors, "after \(length) bytes")
    }
  }

  @Test func keysWrittenTwiceAreFoundAmongMany() {
    let keys = (0..<40).map { "\"k\($0)\": \($0)" } + ["\"k3\": 1", "\"k39\": 2"]
    let found = read("{" + keys.joined(separator: ",\n") + "}").found
    #expect(found.map(\.code) == [.duplicateKey, .duplicateKey])
    #expect(found.map { $0.place?.line } == [41, 42])
  }

  @Test func modelsInJSONTakeSurrogatePairs() throws {
    let text = """
      {"depgraph": 1, "name": "\\ud83d\\ude00", "components": [{"id": "a", "kind": "power"}]}
      """
    let model = try ModelReader().read(text: text, named: "m.json").model
    #expect(model.name?.text(in: .dutch) == "😀")
    #expect(model.components.map(\.id) == ["a"])
  }

  /// A text in braces that is no JSON is YAML, and says so where it is neither.
  @Test func bracesMayBeYAML() throws {
    let model = try ModelReader().read(text: "{depgraph: 1, name: x}", named: "m.yaml").model
    #expect(model.name?.text(in: .dutch) == "x")
    let error = #expect(throws: ReadError.self) {
      try ModelReader().read(text: "{\"depgraph\": 1, \"name\"", named: "m.json")
    }
    guard case .invalid(let input) = error else { return }
    #expect(input.diagnostics.map(\.code) == [.notJSON])
  }
}
