import ArgumentParser
import DepGraph

struct PathSetsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "pathsets",
    abstract: "What keeps a component up, or brings it back: what must work together.",
    discussion: """
      Example: depgraph pathsets models/voorbeeld/voorbeeld.yaml crisisberaad
               depgraph pathsets models/voorbeeld/voorbeeld.yaml crisisberaad \
      --failed software:router-os-7 dc-west

      With --failed: the fewest repairs that bring it back, and those that take least time. Where \
      it takes too much to count all (--max-nodes, --time-limit, Ctrl-C) the exit status is 75.
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @Argument(help: "The component asked about.")
  var target: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What has failed; everything else works (ids, patterns and selectors).", valueName: "seed"))
  var failed: [String] = []

  @OptionGroup var sets: MinimalSetArguments

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let question = try sets.question(about: target, in: compiled)
    let seeds = failed.isEmpty ? nil : try compiled.seeds(failed)
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let paths = PathSets(
      question, after: seeds, in: compiled, goesOn: work.goesOn(phrases.countingWays))
    let result = loaded.result("pathsets", options: options, paths.json(in: compiled))
    try work.give(
      result, isComplete: paths.isComplete, because: paths.isOutOfRoom ? phrases.outOfRoom : nil,
      by: output, or: compiled.model.language
    ) {
      paths.report(in: compiled, language: $0)
    }
  }

  private var options: JSONValue {
    .object(
      [.init("target", .string(target)), .init("failed", .texts(failed))] + sets.members + [
        .init("time-limit", .number(limits.timeLimit?.seconds)),
        .init("known-by", .text(model.knownBy?.description)),
      ])
  }
}
