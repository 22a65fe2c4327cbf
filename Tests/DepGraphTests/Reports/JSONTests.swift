import Foundation
import Testing

@testable import DepGraph

@Suite struct JSONTests {
  @Test func keysKeepTheirOrderAndShortContainersStandOnOneLine() {
    let value: JSONValue = ["b": 1, "a": [1, 2], "c": ["d": nil, "e": true], "f": [], "g": [:]]
    #expect(
      value.jsonText == """
        {
          "b": 1,
          "a": [1, 2],
          "c": {"d": null, "e": true},
          "f": [],
          "g": {}
        }

        """)
  }

  @Test func longArraysGoOneALine() {
    let value = JSONValue.texts((0..<40).map { "name-\($0)" })
    #expect(value.jsonText.hasPrefix("[\n  \"name-0\",\n  \"name-1\",\n"))
  }

  @Test(arguments: [
    (Double.infinity, "null"), (-.infinity, "null"), (.nan, "null"), (14_400, "14400"),
    (-0.0, "0"), (0.5, "0.5"), (1e300, "1e+300"), (0.1 + 0.2, "0.30000000000000004"),
  ])
  func numbersAreFiniteAndWholeWhereTheyCanBe(number: Double, text: String) {
    #expect(JSONValue.number(number).jsonText == text + "\n")
  }

  @Test func stringsAreEscaped() {
    let hostile = "a\"b\\c\n\r\t\u{1B}\u{7F}\u{85}é漢"
    #expect(
      JSONValue.string(hostile).jsonText
        == #""a\"b\\c\n\r\t\u001b\u007f\u0085é漢""# + "\n")
  }

  /// Foundation's reader understands what is written, whatever stands in it.
  @Test func anotherReaderReadsItBack() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let scalars = (0..<12).compactMap { _ in
        Unicode.Scalar(UInt32.random(in: 0..<0x500, using: &generator))
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let number = Double.random(in: -1e9...1e9, using: &generator)
      let value: JSONValue = [
        "text": .string(String(text)), "number": .number(number), "nested": [["a": [1, [2]]]],
      ]
      let read = try JSONSerialization.jsonObject(with: Data(value.jsonText.utf8))
      let object = try #require(read as? [String: Any])
      #expect(object["text"] as? String == String(text), "seed 7: \(scalars)")
      // Foundation's reader is off by the last bit at times.
      let printed = JSONValue.number(number).jsonText.dropLast()
      #expect(Double(printed) == number, "seed 7: \(printed)")
    }
  }

  @Test func theEnvelopeHasItsKeysInOrder() throws {
    var model = Model()
    model.name = LocalizedText("Proef", in: .dutch)
    model.asOf = CalendarDate(year: 2024, month: 8, day: 27)
    model.marking = Marking(classification: "ONGERUBRICEERD", trafficLight: "GREEN")
    model.components = [Component(id: "a")]
    var result = JSONResult(command: "blast", model: model, result: ["failed": ["a"]])
    result.warnings = [
      Diagnostic(.nameMissing, "no name", at: .init(file: "m.yaml", line: 2, column: 3), id: "a")
    ]
    guard case .object(let members) = result.json else { throw Unexpected() }
    #expect(
      members.map(\.key) == [
        "schema", "command", "tool", "model", "proposed-marking", "options", "inputs",
        "complete", "warnings", "result",
      ])
    #expect(
      result.json["model"]?.jsonText == """
        {
          "name": "Proef",
          "file": null,
          "sha256": null,
          "as-of": "2024-08-27",
          "marking": {"class": "ONGERUBRICEERD", "tlp": "GREEN"},
          "components": 1
        }

        """)
    #expect(result.json["tool"]?["version"] == .string(DepGraphVersion.current))
  }

  private struct Unexpected: Error {}
}
