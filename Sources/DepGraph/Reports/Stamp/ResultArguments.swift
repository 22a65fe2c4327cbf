/// The arguments that ask again for what a result answers.
///
/// An option of an envelope is the option of the command with that name: nothing, no and an empty list
/// are left out, yes is a flag, a list is the option once for each. The few that are otherwise stand in
/// tables here.
public struct ResultArguments: Hashable, Sendable {
  /// What an argument gives.
  enum Value: Hashable, Sendable {
    /// A text as it is.
    case text(String)
    /// The model.
    case model
    /// A file, with the option that names it and its number among those of that option.
    case file(option: String, number: Int, name: String)
  }

  /// One argument.
  enum Argument: Hashable, Sendable {
    /// A value without a name.
    case bare(Value)
    /// A flag.
    case flag(String)
    /// A value of an option.
    case option(String, Value)
  }

  /// The subcommand.
  public let command: String
  /// Options that do not belong to the question of the command, or are not known: it cannot be asked again.
  public let foreign: [String]
  private let arguments: [Argument]

  /// Options that stand without their names, in order.
  private static let positional: [String: [String]] = [
    "blast": ["seeds"], "why": ["target", "seeds"], "cutsets": ["target"],
    "pathsets": ["target"], "works": ["files"], "faulttree": ["files"], "diff": ["with"],
    "test": ["files"], "exercise": ["scenario"], "reproduce": ["result"],
  ]
  /// Commands that are asked of no model.
  private static let withoutModel: Set = ["faulttree", "sectors", "doctor", "reproduce", "test"]
  /// Options of which the number is a time in seconds.
  private static let times: Set = [
    "after", "stale", "time-limit", "assume-repair", "assume-evidence",
  ]
  /// Options that say no with a word in front of them.
  private static let negatable: Set = ["degraded-counts"]
  /// Options that the command calls otherwise than the envelope.
  private static let called = ["contracts": ["rules": "rule"]]
  /// Options that name files.
  private static let files: Set = [
    "criteria", "observed", "scenario", "baseline", "framework", "clocks", "rules", "files", "with",
    "against-criteria", "against-model", "result",
  ]
  /// What the surroundings of the command set and not its options, and what bears on other files alone.
  private static let aside: Set = ["today", "hide-cause"]

  /// Turns the options of an envelope into arguments.
  ///
  /// - Parameters:
  ///   - command: The subcommand.
  ///   - options: Its options.
  /// - Complexity: O(*n*) for *n* values.
  public init(command: String, options: JSONValue) {
    self.command = command
    var members: [JSONValue.Member] = []
    if case .object(let all) = options { members = all }
    let known = Self.questions[command]
    foreign = members.map(\.key).filter { known?.contains($0) != true }
    let bare = Self.positional[command, default: []]
    var arguments: [Argument] = []
    if command == "exercise" {
      arguments.append(.option("model", .model))
    } else if !Self.withoutModel.contains(command) {
      arguments.append(.bare(.model))
    }
    for key in bare {
      guard let member = members.first(where: { $0.key == key }) else { continue }
      arguments += Self.values(of: member, command).map { .bare($0) }
    }
    let isPlayed = members.contains { $0.key == "scenario" && $0.value != .null }
    for member in members where !bare.contains(member.key) && !foreign.contains(member.key) {
      if Self.aside.contains(member.key) { continue }
      if command == "exercise", member.key == "model" { continue }
      // A scenario is played from its start; the moment of the answer follows.
      if command == "escalate", isPlayed, member.key == "now" { continue }
      let name = Self.called[command]?[member.key] ?? member.key
      arguments += Self.arguments(for: member, called: name, of: command)
    }
    self.arguments = arguments
  }

  private static func arguments(
    for member: JSONValue.Member, called name: String, of command: String
  ) -> [Argument] {
    guard case .bool(let isTrue) = member.value else {
      return values(of: member, command).map { .option(name, $0) }
    }
    if isTrue { return [.flag(name)] }
    return negatable.contains(member.key) ? [.flag("no-\(name)")] : []
  }

  /// Whether an option names files; the rules of `contracts` are words.
  private static func isFile(_ option: String, of command: String) -> Bool {
    files.contains(option) && called[command]?[option] == nil
  }

  private static func values(of member: JSONValue.Member, _ command: String) -> [Value] {
    texts(of: member).enumerated().map { number, text in
      isFile(member.key, of: command)
        ? .file(option: member.key, number: number, name: text) : .text(text)
    }
  }

  private static func texts(of member: JSONValue.Member) -> [String] {
    let values: [JSONValue] =
      if case .array(let items) = member.value { items } else { [member.value] }
    return values.compactMap { value in
      switch value {
      case .string(let text): text
      case .integer(let number): times.contains(member.key) ? span(number) : "\(number)"
      case .decimal(let number): times.contains(member.key) ? "\(number.value)s" : "\(number.value)"
      default: nil
      }
    }
  }

  /// A time as it is typed: `4h`, `90m`, `30s`.
  ///
  /// - Parameter span: The time.
  /// - Returns: The text in the largest unit that is whole.
  public static func words(_ span: TimeSpan) -> String {
    Int(exactly: span.seconds).map(Self.span) ?? "\(span.seconds)s"
  }

  /// A time as models write it: `4h`, `90m`, `30s`.
  private static func span(_ seconds: Int) -> String {
    if seconds != 0, seconds.isMultiple(of: 3600) { return "\(seconds / 3600)h" }
    if seconds != 0, seconds.isMultiple(of: 60) { return "\(seconds / 60)m" }
    return "\(seconds)s"
  }

  /// Whether a command is asked of a model.
  static func isAboutModel(_ command: String) -> Bool { !withoutModel.contains(command) }

  // MARK: - Questions

  /// The arguments, the subcommand first: options with their values in one, then what has no name, so that
  /// no value is ever taken for an option.
  ///
  /// - Parameters:
  ///   - model: The path of the model.
  ///   - file: The path of a file, by the option that names it, its number there and its name.
  /// - Returns: What stands after `depgraph`.
  /// - Throws: What finding a file throws.
  /// - Complexity: O(*n*) for *n* arguments.
  public func list<Failure: Error>(
    model: String,
    file: (_ option: String, _ number: Int, _ name: String) throws(Failure) -> String
  ) throws(Failure) -> [String] {
    var options: [String] = []
    var bare: [String] = []
    for argument in arguments {
      switch argument {
      case .flag(let name): options.append("--\(name)")
      case .option(let name, let value):
        let text = try text(of: value, model, file)
        options.append("--\(name)=\(text)")
      case .bare(let value): bare.append(try text(of: value, model, file))
      }
    }
    return [command] + options + (bare.isEmpty ? [] : ["--"] + bare)
  }

  private func text<Failure: Error>(
    of value: Value, _ model: String,
    _ file: (_ option: String, _ number: Int, _ name: String) throws(Failure) -> String
  ) throws(Failure) -> String {
    switch value {
    case .text(let text): text
    case .model: model
    case .file(let option, let number, let name): try file(option, number, name)
    }
  }

  /// The whole as people type it, files by their names alone.
  ///
  /// - Parameter model: The name of the model's file.
  /// - Returns: One line for a shell.
  /// - Complexity: O(*n*) for *n* characters.
  public func line(model: String) -> String {
    var words = ["depgraph", command]
    for argument in arguments {
      switch argument {
      case .flag(let name): words.append("--\(name)")
      case .bare(let value): words.append(text(of: value, model) { $2 }.quotedForShell)
      case .option(let name, let value):
        let text = text(of: value, model) { $2 }.quotedForShell
        // A value that looks like an option must hang on its own.
        words += text.hasPrefix("-") ? ["--\(name)=\(text)"] : ["--\(name)", text]
      }
    }
    return words.joined(separator: " ")
  }
}

extension String {
  /// The text in single quotes where a shell would make something else of it.
  fileprivate var quotedForShell: String {
    let plain = unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        || "-_./:=,+%@".unicodeScalars.contains(scalar)
    }
    guard !plain || isEmpty else { return self }
    return "'" + split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
