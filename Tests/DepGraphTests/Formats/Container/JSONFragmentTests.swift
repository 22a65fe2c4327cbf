import Foundation
import Testing

@testable import DepGraph

@Suite struct JSONFragmentTests {
  private static let place = SourcePlace(file: "m.sqlite/component", line: 3, column: 1)

  /// A value in a form that can be compared: texts in quotes, plain words without.
  private static func shown(_ value: YAMLValue) -> String {
    switch value.content {
    case .scalar(let text, let isPlain): isPlain ? text : "'\(text)'"
    case .list(let members): "[" + members.map(shown).joined(separator: " ") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key)=\(shown($0.value))" }.joined(separator: " ") + "}"
    }
  }

  private static func read(_ text: String) -> String {
    do throws(JSONFragment.Flaw) {
      return shown(try JSONFragment.value(of: text, at: place))
    } catch {
      return "\(error.byte): \(error.words)"
    }
  }

  @Test(arguments: [
    ("{}", "{}"), (" [ ] ", "[]"),
    ("{\"a\": [1, -2.5e3, true, null, \"x\"]}", "{a=[1 -2.5e3 true null 'x']}"),
    ("\"\\u00e9\\n\\/\\\"\\\\\"", "'é\n/\"\\'"), ("\"\\ud83d\\ude82\"", "'🚂'"), ("\"🚂\"", "'🚂'"),
    ("", "1: a value of JSON"), ("{", "2: a key in quotes"), ("{\"a\"}", "5: `:`"),
    ("{\"a\":1,}", "8: a key in quotes"), ("[1 2]", "4: `,`"), ("[1]]", "4: nothing more"),
    ("nul", "1: a value of JSON"), ("NaN", "1: a value of JSON"), ("\"a", "3: the end of the text"),
    ("\"\\x\"", "3: an escape"), ("\"\\ud83d\"", "8: a whole character"),
    ("\"\\udc00\"", "8: a whole character"),
    ("\"\\u00", "3: four digits"), ("\"a\nb\"", "3: no control character in a text"),
    ("{\"a\":1,\"a\":2}", "11: each key once, not `a` again"),
  ])
  func aTextIsReadOrToldWhyNot(text: String, wanted: String) {
    #expect(Self.read(text) == wanted)
  }

  @Test func deepTextsAreRefused() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(Self.read(deep) == "102: no more than 100 levels")
  }

  /// What this program writes as JSON, Foundation reads, and so does this reader.
  @Test func whatIsWrittenIsRead() throws {
    let model = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    let form = WrittenForm(model)
    for component in model.components {
      let json = form.component(component).json
      _ = try JSONSerialization.jsonObject(with: Data(json.utf8))
      let value = try JSONFragment.value(of: json, at: Self.place)
      #expect(value["id"]?.scalar == component.id)
      #expect(value.place == Self.place)
      for length in 0..<json.utf8.count {
        let prefix = String(decoding: json.utf8.prefix(length), as: UTF8.self)
        #expect(throws: JSONFragment.Flaw.self) {
          try JSONFragment.value(of: prefix, at: Self.place)
        }
      }
    }
  }
}
