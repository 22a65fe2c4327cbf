import ArgumentParser
import DepGraph

struct CutSetsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "cutsets",
    abstract: "All the ways to lose a component: what must fail together.",
    discussion: """
      Example: depgraph cutsets models/voorbeeld/voorbeeld.yaml crisisberaad --max-order 2

      All are counted, exactly and of every size, and the first are listed. Where that takes too \
      much (--max-nodes, --time-limit, Ctrl-C), all up to some size are, what is left out is \
      bounded, and the exit status is 75.
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @Argument(help: "The component asked about.")
  var target: String

  @OptionGroup var sets: MinimalSetArguments

  @Option(help: "What comes first: the smallest, or the most likely.")
  var by = MinimalSetQuestion.Ranking.size

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    var question = try sets.question(about: target, in: compiled)
    question.ranking = by
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let cuts = CutSets(question, in: compiled, goesOn: work.goesOn(phrases.countingWays))
    let result = loaded.result("cutsets", options: options, cuts.json(in: compiled))
    try work.give(
      result, isComplete: cuts.isComplete, because: cuts.isOutOfRoom ? phrases.outOfRoom : nil,
      by: output, or: compiled.model.language
    ) {
      cuts.report(in: compiled, language: $0)
    }
  }

  private var options: JSONValue {
    .object(
      [.init("target", .string(target))] + sets.members + [
        .init("time-limit", .number(limits.timeLimit?.seconds)),
        .init("by", .string(by.rawValue)),
        .init("known-by", .text(model.knownBy?.description)),
      ])
  }
}
