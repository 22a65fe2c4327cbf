import ArgumentParser
import DepGraph

struct SchemaCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "The JSON Schema of a file, for editors that check while one writes.",
    discussion: """
      Example: depgraph schema model --output depgraph.schema.json
      """)

  /// The files that have a schema.
  enum File: String, CaseIterable, ExpressibleByArgument {
    case model, scenario, sectors, criteria, baseline, rules, escalation, clocks
  }

  @Argument(help: "Which file.")
  var file = File.model

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write it into a file, whole or not at all.", valueName: "file"),
    completion: .file())
  var output: String?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let text =
      switch file {
      case .model: JSONSchema.model
      case .scenario: JSONSchema.scenario
      case .sectors: JSONSchema.sectorFile
      case .baseline: JSONSchema.baseline
      case .criteria: JSONSchema.criteria
      case .rules: JSONSchema.rules
      case .escalation: JSONSchema.escalation
      case .clocks: JSONSchema.clocks
      }
    try OutputOptions.write(text.hasSuffix("\n") ? text : text + "\n", into: output)
  }
}
