/// An answer that was asked for again, held against the first.
public struct Reproduction: Hashable, Sendable {
  /// Something that both answers rest on.
  public struct Ground: Hashable, Sendable {
    /// The option that names it; nil: the model.
    public let option: String?
    /// Its file's name; nil: not known.
    public let file: String?
    /// Its digest the first time; nil: not known.
    public let before: String?
    /// Its digest now; nil: not known.
    public let after: String?

    /// Whether it is known to be another one.
    public var differs: Bool { before != nil && after != nil && before != after }
  }

  /// The name of the file with the first answer.
  public let file: String
  /// The command that was run again, files by their names alone.
  public let line: String
  /// What differs between the answers.
  public let comparison: ResultComparison
  /// The model; nil: the question is about none.
  public let model: Ground?
  /// The other files.
  public let inputs: [Ground]
  /// The version of the program that gave the first answer.
  public let versionBefore: String?
  /// The version of the program that gave the other.
  public let versionAfter: String?

  /// Holds two envelopes beside each other.
  ///
  /// - Parameters:
  ///   - before: The first.
  ///   - after: The one of the answer that was asked for again.
  ///   - file: The name of the file with the first.
  /// - Complexity: O(*n*) for *n* values.
  public init(of before: JSONValue, by after: JSONValue, file: String) {
    self.file = file
    let asked = ResultQuestion(before)
    line = asked?.arguments.line(model: asked?.modelFile ?? "MODEL") ?? ""
    comparison = ResultComparison(before, after)
    versionBefore = before["tool"]?["version"]?.plainText
    versionAfter = after["tool"]?["version"]?.plainText
    let digest = { (envelope: JSONValue) in envelope["model"]?["sha256"]?.plainText }
    model =
      before["model"].flatMap { $0 == .null ? nil : $0 }.map { header in
        Ground(
          option: nil, file: header["file"]?.plainText, before: digest(before),
          after: digest(after))
      }
    let later = ResultQuestion(after)?.inputs ?? []
    inputs = (asked?.inputs ?? []).enumerated().map { index, input in
      Ground(
        option: input.option, file: input.file, before: input.digest,
        after: index < later.count ? later[index].digest : nil)
    }
  }

  /// Whether the answer is the same.
  public var isSame: Bool { comparison.isSame }
}

/// The question of an envelope: what to run again, and on what.
public struct ResultQuestion: Hashable, Sendable {
  /// The subcommand.
  public let command: String
  /// Its options.
  public let options: JSONValue
  /// The other files that it names.
  public let inputs: [JSONResult.Input]
  /// The name of the model's root file; nil: not known, or about no model.
  public let modelFile: String?
  /// The digest of the model; nil: not known, or about no model.
  public let modelDigest: String?

  /// Reads it from an envelope; nil: it is no envelope of this schema.
  ///
  /// - Parameter envelope: The whole result.
  /// - Complexity: O(*n*) for *n* options.
  public init?(_ envelope: JSONValue) {
    guard envelope["schema"] == .string(JSONResult.schema),
      case .string(let command)? = envelope["command"]
    else { return nil }
    self.command = command
    options = envelope["options"] ?? [:]
    modelFile = envelope["model"]?["file"]?.plainText
    modelDigest = envelope["model"]?["sha256"]?.plainText
    var inputs: [JSONResult.Input] = []
    if case .array(let items)? = envelope["inputs"] {
      inputs = items.compactMap { item in
        guard let option = item["option"]?.plainText, let file = item["file"]?.plainText else {
          return nil
        }
        return JSONResult.Input(option: option, file: file, digest: item["sha256"]?.plainText)
      }
    }
    self.inputs = inputs
  }

  /// The arguments that ask it again.
  ///
  /// - Complexity: O(*n*) for *n* options.
  public var arguments: ResultArguments {
    ResultArguments(command: command, options: options)
  }

  /// Whether the command is asked of a model; nil: what `model` says it is.
  public var isAboutModel: Bool { ResultArguments.isAboutModel(command) }

  /// The day on which it was asked, where the answer depends on that.
  public var today: String? { options["today"]?.plainText }
}

extension JSONValue {
  /// The text, if it is one.
  var plainText: String? { if case .string(let text) = self { text } else { nil } }
}
