import ArgumentParser
import DepGraph

struct HardenCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "harden",
    abstract: "Which one change takes the most single points of failure away.",
    discussion: """
      Example: depgraph harden models/voorbeeld/voorbeeld.yaml --for crisisberaad

      Every single change is tried: an independent alternative, or something of one's own instead \
      of something shared. Those listed were counted again on the changed model.
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp(
      "Whose single points count (more than once: several); default all consumers and processes.",
      valueName: "id"))
  var targets: [String] = []

  @Option(help: "What a single point weighs: 1, or the users or people of the one that it stops.")
  var by = Hardening.Weight.spofs

  @Option(help: ArgumentHelp("The most changes listed.", valueName: "number"))
  var top = 10

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard top >= 1 else { throw ValidationError("--top is at least 1") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    var question = Hardening.Question()
    if !targets.isEmpty { question.targets = try targets.map { try compiled.element($0) } }
    question.weight = by
    question.count = top
    question.reading = reading
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { progress in
      phrases.line(progress) { phrases.number($0, decimals: 0) }
    }
    let hardening = Hardening(question, in: compiled, goesOn: work.goesOn)
    let result = loaded.result("harden", options: options, hardening.json(in: compiled))
    try work.give(result, isComplete: hardening.isComplete, by: output, or: compiled.model.language)
    {
      hardening.report(in: compiled, language: $0)
    }
  }

  private var options: JSONValue {
    [
      "for": .texts(targets), "by": .string(by.rawValue), "top": .integer(top),
      "reading": .string(reading.rawValue), "time-limit": .number(limits.timeLimit?.seconds),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
