import ArgumentParser
import DepGraph

struct WorstCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "worst",
    abstract: "Which two or three failures at once take the most with them.",
    discussion: """
      Example: depgraph worst models/voorbeeld/voorbeeld.yaml --order 2 --by consumers

      The answer is exact. A long search shows on a terminal how far it is; --time-limit or Ctrl-C \
      ends it with what was found (exit status 75).
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @Option(help: ArgumentHelp("The most failures at once.", valueName: "number"))
  var order = 2

  @Option(help: "What harm is counted in.")
  var by = HarmMeasure.users

  @Option(help: ArgumentHelp("The most combinations listed.", valueName: "number"))
  var top = 10

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...9).contains(order) else { throw ValidationError("--order is a number from 1 to 9") }
    guard top >= 1 else { throw ValidationError("--top is at least 1") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { progress in
      phrases.line(progress) { phrases.amount($0, by) }
    }
    let worst = WorstFailures(
      .init(order: order, by: by, count: top, reading: reading), in: compiled, goesOn: work.goesOn)
    let result = loaded.result("worst", options: options, worst.json(in: compiled))
    try work.give(result, isComplete: worst.isComplete, by: output, or: compiled.model.language) {
      worst.report(in: compiled, language: $0)
    }
  }

  private var options: JSONValue {
    [
      "order": .integer(order), "by": .string(by.rawValue), "top": .integer(top),
      "reading": .string(reading.rawValue), "time-limit": .number(limits.timeLimit?.seconds),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
