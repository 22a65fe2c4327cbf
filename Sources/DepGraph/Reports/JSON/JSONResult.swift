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
  /// The name of the model's root file, without its folder; nil: it was not read from one.
  public var modelFile: String?
  /// The other files that the question was asked with, in the order of the options.
  public var inputs: [Input] = []
  /// The markings of what it was asked of beside the model, such as a scenario.
  public var markings: [Marking] = []
  /// The header of an input that is no model.
  private var inputHeader: JSONValue?

  /// A file that a question was asked with, beside the model.
  public struct Input: Hashable, Sendable {
    /// The option that names it.
    public let option: String
    /// Its name, without its folder.
    public let file: String
    /// The SHA-256 digest of its bytes, of a model that of the bytes of all its files; nil: it could be
    /// read once only.
    public let digest: String?

    /// Makes it.
    public init(option: String, file: String, digest: String?) {
      self.option = option
      self.file = file
      self.digest = digest
    }
  }

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
      "name": .text(trees.name), "file": nil, "sha256": .string(digest), "as-of": nil,
      "marking": [:], "components": .integer(trees.events.count),
    ]
  }

  /// The envelope as JSON.
  ///
  /// - Complexity: O(*n*) for *n* warnings.
  public var json: JSONValue {
    [
      "schema": .string(Self.schema), "command": .string(command),
      "tool": ["name": "depgraph", "version": .string(DepGraphVersion.current)],
      "model": model.map { Self.header($0, file: modelFile) } ?? inputHeader ?? .null,
      "proposed-marking": proposedMarking?.json ?? .null, "options": options,
      "inputs": .array(inputs.map(\.json)),
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

  /// What is told of a model in an envelope.
  static func header(_ model: Model, file: String?) -> JSONValue {
    [
      "name": .text(model.name?.text(in: model.language)), "file": .text(file),
      "sha256": .text(model.digest.isEmpty ? nil : model.digest),
      "as-of": .text(model.asOf?.description), "marking": model.marking.json,
      "components": .integer(model.components.count),
    ]
  }
}

extension JSONResult.Input {
  fileprivate var json: JSONValue {
    ["option": .string(option), "file": .string(file), "sha256": .text(digest)]
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
