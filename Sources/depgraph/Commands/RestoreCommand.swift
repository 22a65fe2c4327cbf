import ArgumentParser
import DepGraph

struct RestoreCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "In which order to restore after an outage, by whom, and when what is back.",
    discussion: """
      Example: depgraph restore models/voorbeeld/voorbeeld.yaml --failed software:router-os-7 \
      --since 2026-06-05T17:00+02:00
               depgraph restore models/voorbeeld/voorbeeld.yaml --failed kern-1 kern-2 --by-hand kern-1
      """)

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: RestorationArguments

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let problem = RestorationProblem(try asked.question(in: compiled), in: compiled)
    let comparison = RestorationComparison(problem, for: asked.strategy)
    let plan = comparison[asked.strategy]
    let smallest = try asked.process.map { process in
      var question = MinimalSetQuestion(try compiled.element(process))
      // As the plan beside it: every fact as written.
      question.reading = .written
      return PathSets(question, after: problem.question.failed, in: compiled)
    }
    let language = output.lang ?? compiled.model.language
    let result = loaded.result(
      "restore", options: options,
      plan.json(in: compiled, comparison: comparison, smallest: smallest, language: language))
    try asked.writeFiles(
      plan, in: compiled, language, banner: result.banner(language: language) ?? "")
    try output.give(result, or: language) {
      plan.report(in: compiled, comparison: comparison, smallest: smallest, language: $0)
    }
  }

  private var options: JSONValue {
    .object(
      asked.members + [
        .init("known-by", .text(model.knownBy?.description)),
        .init("lang", .text(output.lang?.rawValue)),
      ])
  }
}
