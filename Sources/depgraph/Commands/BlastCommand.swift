import ArgumentParser
import DepGraph

struct BlastCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "blast",
    abstract: "What falls when something fails, and whom it hits.",
    discussion: """
      Example: depgraph blast models/nafin/nafin.yaml nafin --after 4h

      A seed is an id, an id in another register, a common cause (software:x), a pattern (fibre-*), \
      or one of supplier:x contract:x party:x operator:x kind:x tag:x network:x.
      """)

  @OptionGroup var model: ModelArguments

  @Argument(help: "What fails by itself.")
  var seeds: [String]

  @Option(
    help: ArgumentHelp(
      "The moment of the answer, counted from the failure (4h, 1h30m).", valueName: "time"))
  var after: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "When it failed, to tell when it is felt (2024-08-28T00:00+02:00).", valueName: "instant"))
  var since: Instant?

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Flag(help: "Tell what must not fail next, now that this has failed.")
  var nextFailure = false

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    var question = BlastRadius.Question(try compiled.seeds(seeds), after: after, since: since)
    question.reading = reading
    let blast = BlastRadius(question, in: compiled)
    let next =
      nextFailure
      ? NextFailure(after: question.seeds, in: compiled, reading: reading) : nil
    try output.give(
      loaded.result("blast", options: options, blast.json(in: compiled, next: next)),
      or: compiled.model.language
    ) { blast.report(in: compiled, next: next, language: $0) }
  }

  private var options: JSONValue {
    [
      "seeds": .texts(seeds), "after": .number(after?.seconds),
      "since": .text(since?.iso8601), "reading": .string(reading.rawValue),
      "next-failure": .bool(nextFailure), "known-by": .text(model.knownBy?.description),
    ]
  }
}
