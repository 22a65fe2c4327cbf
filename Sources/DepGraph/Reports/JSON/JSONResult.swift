/// The envelope of every machine-readable result.
public struct JSONResult: Sendable {
  /// The name of the envelope's format.
  public static let schema = "depgraph/1"

  /// The subcommand that gave it.
  public var command: String
  /// What it was asked of; nil where no model was.
  public var model: Model?
  /// The options of the question.
  public var options: JSONValue = [:]
  /// Whether all that was asked was answered.
  public var isComplete = true
  /// Remarks on the model.
  public var warnings: [Diagnostic] = []
  /// The answer.
  public var result: JSONValue
  /// The markings of what it was asked of beside the model, such as a scenario.
  public var markings: [Marking] = []
  /// The header of an input that is no model.
  private var inputHeader: JSONValue?

  /// Makes an envelope.
  public init(command: String, model: Model?, result: JSONValue) {
    self.command = command
    self.model = model
    self.result = result
  }

  /// Makes an envelope of an answer about fault trees.
  ///
  /// - Parameters:
  ///   - command: The subcommand that gave it.
  ///   - trees: The fault trees.
  ///   - digest: The SHA-256 digest of their files.
  ///   - result: The answer.
  public init(command: String, trees: FaultTrees, digest: String, result: JSONValue) {
    self.init(command: command, model: nil, result: result)
    inputHeader = [
      "name": .text(trees.name), "sha256": .string(digest), "as-of": nil, "marking": [:],
      "components": .integer(trees.events.count),
    ]
  }

  /// The envelope as JSON.
  ///
  /// - Complexity: O(*n*) for *n* warnings.
  public var json: JSONValue {
    [
      "schema": .string(Self.schema), "command": .string(command),
      "tool": ["name": "depgraph", "version": .string(DepGraphVersion.current)],
      "model": model.map(Self.header) ?? inputHeader ?? .null,
      "proposed-marking": proposedMarking?.json ?? .null, "options": options,
      "complete": .bool(isComplete), "warnings": .array(warnings.map(\.json)), "result": result,
    ]
  }

  /// How the answer is proposed to be marked: by the model, by every fact whose id stands in it, and
  /// by the floors of its command; nil where no model was.
  ///
  /// - Complexity: O(*n*) for *n* values of the answer and facts of the model.
  public var proposedMarking: ProposedMarking? {
    model.map {
      ProposedMarking(
        of: $0, result: command, showing: result.allTexts + options.allTexts, and: markings)
    }
  }

  /// The line in the bars of pictures of the answer; nil where no model was.
  ///
  /// - Parameter language: The language.
  /// - Returns: One line.
  /// - Complexity: That of ``proposedMarking``.
  public func banner(language: Language) -> String? {
    guard let model, let proposedMarking else { return nil }
    return PictureBanner.line(proposedMarking, of: model, language: language)
  }

  private static func header(_ model: Model) -> JSONValue {
    [
      "name": .text(model.name?.text(in: model.language)),
      "sha256": .text(model.digest.isEmpty ? nil : model.digest),
      "as-of": .text(model.asOf?.description), "marking": model.marking.json,
      "components": .integer(model.components.count),
    ]
  }
}

extension Marking {
  /// The two axes, each only if stated.
  var json: JSONValue {
    let axes = [("class", classification), ("tlp", trafficLight)]
    return .object(axes.compactMap { key, value in value.map { .init(key, .string($0)) } })
  }
}

extension Diagnostic {
  /// The diagnostic with the keys of `validate`.
  var json: JSONValue {
    [
      "code": .string(code.rawValue), "message": .string(message), "hint": .text(hint),
      "file": .text(place?.file), "line": place.map { .integer($0.line) } ?? .null,
      "column": place.map { .integer($0.column) } ?? .null, "id": .text(id),
    ]
  }
}
