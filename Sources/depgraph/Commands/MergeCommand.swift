import ArgumentParser
import DepGraph

/// Kinds of findings in one argument, with commas between them.
struct MergeGates: ExpressibleByArgument {
  let kinds: [MergeFinding.Kind]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    kinds = names.compactMap { MergeFinding.Kind(rawValue: String($0)) }
    guard !names.isEmpty, kinds.count == names.count else { return nil }
  }
}

struct MergeCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the models of several owners together, and find what they do not agree on.",
    discussion: """
      Example: depgraph merge ours.yaml theirs.yaml -o together.yaml
               depgraph merge ours.yaml theirs.yaml -o together.yaml --fail-on contradiction,unowned

      A model may name components that only another one declares. What is said twice alike is said \
      once; of what is said differently the owner's word counts, else the first.
      """)

  @Argument(
    help: "The models' root files.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var models: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the model into a file, whole or not at all (default: YAML on standard output).",
      valueName: "file"),
    completion: .file(extensions: ["yaml", "sqlite"]))
  var output: String?

  @Option(help: ArgumentHelp("Write the findings as JSON.", valueName: "file"))
  var report: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is any of this; several with commas.",
      valueName: MergeFinding.Kind.allCases.map(\.rawValue).joined(separator: "|")))
  var failOn: [MergeGates] = []

  @Option(help: "The language of the report: nl or en (default: the model's).")
  var lang: Language?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let result = try PartialModelReader().merge(models)
    let merge = result.merge
    try ModelOutput(path: output).write(merge.model)
    StandardStreams.writeRemarks(result.warnings, in: lang ?? .ofEnvironment)
    let text = merge.report(language: lang ?? merge.model.language).text(TextStyle())
    StandardStreams.write(text, to: output == nil ? .error : .output)
    if let report {
      try ResultFile(path: report).write(Array(merge.json(files: models).jsonText.utf8))
    }
    if failOn.flatMap(\.kinds).contains(where: { merge.count($0) > 0 }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }
}
