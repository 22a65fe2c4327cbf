import ArgumentParser
import DepGraph

/// The model that a question is about.
struct ModelArguments: ParsableArguments {
  @Argument(
    help: "The model's root file, or a container.",
    completion: .file(extensions: ["yaml", "yml", "json", "sqlite", "db"]))
  var model: String

  @Option(
    help: ArgumentHelp(
      "Leave out facts whose source is later than this day (2024-08-27).", valueName: "date"))
  var knownBy: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "What to do with the compiled model beside a container: use it, leave it off, or check it.",
      valueName: CompiledCache.Use.allCases.map(\.rawValue).joined(separator: "|")))
  var cache = CompiledCache.Use.use

  /// Reads and compiles the model, and says on standard error how much there is to remark on it.
  func load(_ output: OutputOptions) throws -> LoadedModel { try load(language: output.lang) }

  /// The same, saying it in a language; nil: the user's.
  func load(language: Language?) throws -> LoadedModel {
    let loaded = try LoadedModel(model, knownBy: knownBy, cache: cache)
    let language = language ?? .ofEnvironment
    if let knownBy {
      let line = Phrases(language).leftOutLine(loaded.leftOut, after: knownBy)
      StandardStreams.say(line)
    }
    loaded.summarise(model, in: language)
    return loaded
  }
}
