import ArgumentParser
import DepGraph

struct ColdStartCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "coldstart",
    abstract: "What starts by itself after a black-out, and what waits for itself.",
    discussion: """
      Example: depgraph coldstart models/voorbeeld/voorbeeld.yaml
               depgraph coldstart models/voorbeeld/voorbeeld.yaml --failed kern-1 kern-2
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What has failed and stays so, as seeds of blast.", valueName: "seed"))
  var failed: [String] = []

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let start = ColdStart(in: compiled, failed: try compiled.seeds(failed))
    try output.give(
      loaded.result("coldstart", options: options, start.json(in: compiled)),
      or: compiled.model.language
    ) { start.report(in: compiled, language: $0) }
  }

  private var options: JSONValue {
    ["failed": .texts(failed), "known-by": .text(model.knownBy?.description)]
  }
}
