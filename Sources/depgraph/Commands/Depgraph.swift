import ArgumentParser
import DepGraph

@main
struct Depgraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "depgraph", abstract: "Dependency graph analysis for critical networks.",
    subcommands: [RenderJobCommand.self])
}
