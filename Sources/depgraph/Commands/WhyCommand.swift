import ArgumentParser
import DepGraph

struct WhyCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Why a component falls when something fails, or what keeps it up.",
    discussion: """
      Example: depgraph why models/nafin/nafin.yaml police software:time-component
      """)

  @OptionGroup var model: ModelArguments

  @Argument(help: "The component asked about.")
  var target: String

  @Argument(help: "What fails by itself.")
  var seeds: [String]

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let why = Why(
      try compiled.element(target), after: try compiled.seeds(seeds), in: compiled,
      reading: reading)
    try output.give(
      loaded.result("why", options: options, why.json(in: compiled)), or: compiled.model.language
    ) { why.report(in: compiled, language: $0) }
  }

  private var options: JSONValue {
    [
      "target": .string(target), "seeds": .texts(seeds), "reading": .string(reading.rawValue),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
