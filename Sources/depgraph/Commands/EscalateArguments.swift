public import ArgumentParser
public import DepGraph

extension IncidentCause: ExpressibleByArgument {}

/// What is asked about an incident.
struct EscalateArguments: ParsableArguments {
  @Option(parsing: .upToNextOption, help: "What failed by itself.")
  var failed: [String] = []

  @Option(
    help: ArgumentHelp(
      "Play a scenario: when each level would have been called.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: String?

  @Option(
    help: ArgumentHelp(
      "When it failed (2024-08-27T22:00+02:00; default: the moment of the answer).",
      valueName: "instant"))
  var since: Instant?

  @Option(
    help: ArgumentHelp("The moment of the answer (default: the present).", valueName: "instant"))
  var now: Instant?

  @Option(help: "What is behind it: unknown, technical or cyber.")
  var cause = IncidentCause.unknown

  @Option(
    help: ArgumentHelp("What a person answered to a question.", valueName: "question=yes|no"))
  var answer: [GivenAnswer] = []

  @Option(
    help: ArgumentHelp(
      "The level called already: a level never falls by itself.", valueName: "id"))
  var levelNow: String?

  @Option(
    help: ArgumentHelp(
      "An escalation framework in place of the model's own: a file, or example.",
      valueName: "name|file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var framework: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Tell statutory deadlines too: nis2, cer, or a file of one's own.", valueName: "name|file"))
  var clocks: [String] = []

  @Option(
    help: ArgumentHelp(
      "When somebody became aware, for statutory deadlines (default: when it failed).",
      valueName: "instant"))
  var aware: Instant?

  func validate() throws {
    guard failed.isEmpty != (scenario == nil) else {
      throw ValidationError("either --failed or --scenario says what happened")
    }
    if let since, let now, now < since {
      throw ValidationError("--now is before --since")
    }
    if scenario != nil, levelNow != nil || now != nil {
      throw ValidationError(
        "a scenario is played from its start: --level-now and --now are not for it")
    }
  }

  /// When it failed, and the moment of the answer.
  var moments: (since: Instant, now: Instant) {
    let now = now ?? since.map { max($0, Present.instant) } ?? Present.instant
    return (since ?? now, now)
  }

  /// What was answered, by the id of the question.
  ///
  /// - Throws: `InvalidInput` where there is no such question.
  func answers(to framework: EscalationFramework) throws -> [String: Bool] {
    let known = framework.levels.flatMap(\.questions).map(\.id)
    try Self.check(answer.map(\.question), among: known, "question")
    return Dictionary(answer.map { ($0.question, $0.isYes) }, uniquingKeysWith: { $1 })
  }

  /// Checks that ids are known.
  ///
  /// - Throws: `InvalidInput` with the nearest names.
  static func check(_ ids: [String], among known: [String], _ what: String) throws {
    let unknown = ids.filter { !known.contains($0) }
    guard !unknown.isEmpty else { return }
    throw InvalidInput(
      unknown.map { id in
        Diagnostic(
          .unknownReference, "the framework has no \(what) `\(id)`", id: id,
          hint: nearestName(to: id, among: known).map { "did you mean `\($0)`?" })
      })
  }
}

/// `question=yes` on the command line.
struct GivenAnswer: ExpressibleByArgument {
  /// The id of the question.
  let question: String
  /// What was answered.
  let isYes: Bool

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, ["yes", "no", "ja", "nee"].contains(parts[1].lowercased()) else {
      return nil
    }
    question = parts[0]
    isYes = ["yes", "ja"].contains(parts[1].lowercased())
  }
}

/// What makes the command fail although it answered.
enum EscalationGate: ExpressibleByArgument {
  /// Somebody has no channel left.
  case unreachable
  /// This level is suggested, or a heavier one.
  case level(String)

  init?(argument: String) {
    if argument == "unreachable" {
      self = .unreachable
    } else if argument.hasPrefix("level:"), argument.count > 6 {
      self = .level(String(argument.dropFirst(6)))
    } else {
      return nil
    }
  }

  /// The word for it.
  var text: String {
    switch self {
    case .unreachable: "unreachable"
    case .level(let id): "level:\(id)"
    }
  }

  /// Whether it fires.
  func fires(_ assessment: EscalationAssessment) -> Bool {
    switch self {
    case .unreachable: return assessment.reaches.contains { $0.best == nil }
    case .level(let id):
      let wanted = assessment.levels.firstIndex { $0.level.id == id }
      guard let wanted, let place = assessment.place else { return false }
      return place >= wanted
    }
  }
}
