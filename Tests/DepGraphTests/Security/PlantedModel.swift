import Foundation
import Testing
import Yams

/// The fixtures that use every key, in a folder of their own, with other texts in place of every free
/// one.
struct PlantedModel {
  /// The folder of the model, its scenario, criteria and the like.
  let folder: TemporaryFolder
  /// How many texts were planted.
  let count: Int

  /// The model's root file.
  var path: String { folder.path + "/model.yaml" }

  /// Texts that mean something elsewhere: to HTML, DOT, a spreadsheet, a terminal.
  static func hostileTexts() throws -> [String] {
    let text = try Fixture.text("Tests/DepGraphTests/Fixtures/injection/strings.json")
    return try JSONDecoder().decode([String].self, from: Data(text.utf8))
  }

  /// Keys of which the values are free texts, wherever they stand.
  private static let freeKeys: Set = [
    "name", "title", "note", "text", "reference", "url", "reason", "paper", "question", "applies",
    "decision", "steps", "layer",
  ]

  /// Plants the texts in turn, each with a number so that all are different.
  init(_ texts: [String]) throws {
    folder = try TemporaryFolder()
    var count = 0
    let names = try FileManager.default.contentsOfDirectory(atPath: Fixture.path("every-key"))
    for name in names.sorted() {
      let text = try Fixture.text("Tests/DepGraphTests/Fixtures/every-key/\(name)")
      let root = try #require(try Yams.compose(yaml: text))
      let planted = Self.planted(root, key: "", isFree: false) {
        count += 1
        return "\(texts[count % texts.count]) #\(count)"
      }
      _ = try folder.write(name, Array(try Yams.serialize(node: planted).utf8))
    }
    self.count = count
  }

  private static func planted(
    _ node: Node, key: String, isFree: Bool, next: () -> String
  ) -> Node {
    switch node {
    case .scalar(let scalar):
      // `by` names a person here and a contact or crew by its id there.
      let isPerson = key == "by" && scalar.string.contains(" ")
      guard isFree || isPerson else { return node }
      return .scalar(Node.Scalar(next(), .implicit, .doubleQuoted))
    case .sequence(let sequence):
      let items = sequence.map { planted($0, key: key, isFree: isFree, next: next) }
      return .sequence(Node.Sequence(items, .implicit, sequence.style))
    case .mapping(let mapping):
      let pairs = mapping.map { pair -> (Node, Node) in
        let name = pair.key.string ?? ""
        let isTranslation = isFree && (name == "nl" || name == "en")
        let isText = isTranslation || freeKeys.contains(name)
        return (pair.key, planted(pair.value, key: name, isFree: isText, next: next))
      }
      return .mapping(Node.Mapping(pairs, .implicit, mapping.style))
    case .alias: return node
    }
  }
}
