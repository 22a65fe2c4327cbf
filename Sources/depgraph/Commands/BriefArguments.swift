import ArgumentParser
import DepGraph

/// What a briefing is held against, beside what its model names.
struct BriefArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Judge by these criteria (default: those of the model's `briefing`).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var criteria: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Play these scenarios (default: those of the model's `briefing`).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: [String] = []

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
      "When it fails (2024-08-27T22:00+02:00; default: when the first scenario starts).",
      valueName: "instant"))
  var since: Instant?

  @Option(
    help: ArgumentHelp(
      "How long each analysis that can take long may take (default: 1m).", valueName: "time"))
  var analysisLimit: TimeSpan?

  /// The question about a model.
  ///
  /// - Throws: `ReadError` where a file named here cannot be read, `InvalidInput` where a seed names
  ///   nothing.
  func question(
    of loaded: LoadedModel, at path: String, seeds: [String], in language: Language
  ) throws -> BriefingQuestion {
    let compiled = loaded.compiled
    let plan = compiled.model.briefing
    let named = NamedFile(model: path)
    var given = BriefingPlan()
    given.criteria = criteria
    given.scenarios = scenario
    given.framework = framework.map { named.path(of: $0, in: "escalation") }
    given.clocks = clocks.map { named.path(of: $0, in: "clocks") }
    let files = try BriefingFiles(plan, given: given, besides: path, model: compiled.model)
    var question = BriefingQuestion()
    question.modelPath = path
    let failing = seeds.isEmpty ? plan.failure : seeds
    question.failure = failing.isEmpty ? nil : try compiled.seeds(failing)
    question.since = since
    question.criteria = files.criteria.map { .init($0.path, $0.content) }
    question.scenarios = files.scenarios.map { .init($0.path, $0.content) }
    question.replayed = files.replayed.map { .init($0.path, $0.content) }
    question.framework = files.framework.map { .init($0.path, $0.content) }
    question.clocks = files.clocks.map { .init($0.path, $0.content) }
    question.decision = plan.decision
    question.remarks = loaded.remarks
    question.texts = loaded.texts
    question.obstacles = files.obstacles.map { obstacle(of: $0, Phrases(language)) }
    if let analysisLimit { question.timeLimit = analysisLimit }
    return question
  }

  private func obstacle(
    of file: BriefingFiles.Obstacle, _ phrases: Phrases
  ) -> BriefingQuestion.Obstacle {
    let reason =
      switch file.error {
      case nil: phrases.outsideFolders(file.written)
      case .file(let path, let problem): phrases.cannotRead(path, problem.obstacle)
      case .invalid(let input): input.diagnostics.prefix(3).map(\.message).joined(separator: "; ")
      }
    return .init("briefing: \(file.key)", file: file.written, reason: reason)
  }
}
