import ArgumentParser
import DepGraph

struct RegisterCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "register",
    abstract: "The critical processes with the systems under them, or all users of one system.",
    discussion: """
      Example: depgraph register models/nafin/nafin.yaml --processes --output register.csv
               depgraph register models/nafin/nafin.yaml --of nafin
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    name: .customLong("of"),
    help: ArgumentHelp("List every user of this component or common cause.", valueName: "id"))
  var system: String?

  @Flag(help: "List processes only, no consumers.")
  var processes = false

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if system != nil, processes {
      throw ValidationError("--of lists every user; it cannot stand beside --processes")
    }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let vertex = try system.map { try compiled.element($0) }
    let register =
      vertex.map { Register(usersOf: $0, in: compiled) }
      ?? Register(of: compiled, kinds: processes ? [.process] : [.process, .consumer])
    try output.give(
      loaded.result("register", options: options, register.json(in: compiled)),
      or: compiled.model.language
    ) { register.report(in: compiled, usersOf: vertex, language: $0) }
  }

  private var options: JSONValue {
    [
      "of": .text(system), "processes": .bool(processes),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
