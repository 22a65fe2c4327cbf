import ArgumentParser
import DepGraph

struct SectorsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "sectors",
    abstract: "The sectors that a model may name, with how European and Dutch lists call them.",
    discussion: """
      Example: depgraph sectors --lang en
      """)

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let sectors = SectorList.builtIn
    try output.give(
      JSONResult(command: "sectors", model: nil, result: sectors.json), or: .ofEnvironment
    ) { sectors.report(language: $0) }
  }
}
