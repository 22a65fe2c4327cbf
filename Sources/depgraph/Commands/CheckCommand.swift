import ArgumentParser
import DepGraph

struct CheckCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "What the model tells about the rules of a baseline: for, against, and missing.",
    discussion: """
      Example: depgraph check models/voorbeeld/voorbeeld.yaml --rules bio2
               depgraph check model.yaml --rules own-rules.yaml --fail-on against

      A name without a path is looked up as rules/NAME.yaml in the folder of the model and those above.
      """)

  /// What ends the command with status 1.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case against, missing
  }

  @OptionGroup var model: ModelArguments

  @Option(
    help: ArgumentHelp("The rules: bio2, or a file of one's own.", valueName: "name|file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var rules: String

  @Option(
    help: ArgumentHelp(
      "The day to judge at (default: the date of the model's facts).", valueName: "date"))
  var at: CalendarDate?

  @Option(help: "End with status 1 if something speaks against a rule, or if facts are missing.")
  var failOn: Gate?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let set = try ControlSetReader().read(path)
    let review = ControlReview(of: set, in: compiled, on: at)
    let options: JSONValue = [
      "rules": .file(rules), "at": .text(at?.description), "fail-on": .text(failOn?.rawValue),
      "known-by": .text(model.knownBy?.description), "lang": .text(output.lang?.rawValue),
    ]
    try output.give(
      loaded.result(
        "check", options: options, inputs: InputFiles.stamps("rules", path),
        review.json(language: output.lang ?? compiled.model.language)),
      or: compiled.model.language
    ) { review.report(in: compiled, language: $0) }
    let fires =
      switch failOn {
      case .against: review.results.contains(where: \.hasFindings)
      case .missing: review.results.contains { $0.hasFindings || $0.hasMissingFacts }
      case nil: false
      }
    if fires { throw Failure.answered(status: Failure.Status.gate) }
  }

  /// The file of the rules: the path, or for a bare name a file near the model.
  private var path: String { NamedFile(model: model.model).path(of: rules, in: "rules") }
}
