import ArgumentParser
import DepGraph

struct ValidateCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Whether a model is in order: all mistakes and remarks at once.",
    discussion: """
      Example: depgraph validate models/nafin/nafin.yaml --fail-on warnings
      """)

  /// What makes the command fail although it answered.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case warnings, advice
  }

  @Argument(
    help: "The model's root file, or a container.",
    completion: .file(extensions: ["yaml", "yml", "json", "sqlite", "db"]))
  var model: String

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there are any (advice: or any advice).", valueName: "what"))
  var failOn: Gate?

  @Option(
    help: ArgumentHelp("List facts not checked for this long too (12mo).", valueName: "time"))
  var stale: TimeSpan?

  @Flag(help: "Go through all of a container, whatever its count of changes says.")
  var full = false

  @Option(
    help: ArgumentHelp(
      "What to do with the compiled model beside a container: use it, leave it off, or check it.",
      valueName: CompiledCache.Use.allCases.map(\.rawValue).joined(separator: "|")))
  var cache = CompiledCache.Use.use

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (result, loaded) = try judge()
    var envelope = JSONResult(
      command: "validate", model: loaded?.compiled.model, result: result.json)
    envelope.options = [
      "stale": .number(stale?.seconds), "today": .text(stale.map { _ in Today.date.description }),
      "fail-on": .text(failOn?.rawValue),
    ]
    envelope.modelFile = loaded?.file
    envelope.warnings = result.diagnostics.warnings + result.stale
    let language = loaded?.compiled.model.language ?? .ofEnvironment
    try output.give(envelope, or: language) {
      result.report(on: model, model: loaded?.compiled.model, language: $0)
    }
    if !result.isValid { throw Failure.answered(status: Failure.Status.invalidInput) }
    let isFlawed =
      !envelope.warnings.isEmpty || failOn == .advice && !result.diagnostics.advice.isEmpty
    if failOn != nil, isFlawed {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  /// What there is to say of the model, and the model if it has no errors.
  private func judge() throws -> (ValidationResult, LoadedModel?) {
    do {
      let loaded = try LoadedModel(model, checksInFull: full, cache: full ? .check : cache)
      let old = stale.map {
        StaleFacts.diagnose(loaded.compiled.model, olderThan: $0, today: Today.date)
      }
      let result = ValidationResult(
        loaded.remarks, on: loaded.compiled, texts: loaded.texts, stale: old ?? [])
      return (result, loaded)
    } catch ReadError.invalid(let input) {
      return (ValidationResult(input.diagnostics, texts: input.texts), nil)
    } catch let input as InvalidInput {
      return (ValidationResult(input.diagnostics, texts: input.texts), nil)
    }
  }
}
