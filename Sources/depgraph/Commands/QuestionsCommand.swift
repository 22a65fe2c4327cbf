import ArgumentParser
import DepGraph

struct QuestionsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions",
    abstract: "What nobody knows, as a list of questions for each owner.",
    discussion: """
      Example: depgraph questions model.yaml --output vragen.md
               depgraph questions model.yaml --owner afdeling-ict --format csv
      """)

  @OptionGroup var model: ModelArguments

  @Option(help: ArgumentHelp("Only the questions to this party.", valueName: "id"))
  var owner: String?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    if let owner { try check(owner, in: compiled.model) }
    let questions = OpenQuestions(in: compiled, to: owner)
    try output.give(
      loaded.result("questions", options: options, questions.json(in: compiled)),
      or: compiled.model.language
    ) { questions.report(in: compiled, language: $0) }
  }

  private func check(_ owner: String, in model: Model) throws {
    // Something may own itself.
    let known = model.parties.map(\.id) + model.components.map(\.id)
    guard !known.contains(owner) else { return }
    throw InvalidInput([
      Diagnostic(
        .unknownReference, "there is no party `\(owner)`", id: owner,
        hint: nearestName(to: owner, among: known).map { "did you mean `\($0)`?" })
    ])
  }

  private var options: JSONValue {
    ["owner": .text(owner), "known-by": .text(model.knownBy?.description)]
  }
}
