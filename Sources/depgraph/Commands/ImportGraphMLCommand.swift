import ArgumentParser
import DepGraph

struct ImportGraphMLCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphml",
    abstract: "A graph in GraphML (also of yEd and the Topology Zoo) as a model.",
    discussion: "Example: depgraph import graphml net.graphml --direction needs -o model.yaml")

  @OptionGroup var arguments: ImportArguments
  @OptionGroup var graph: GraphArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let reader = GraphMLReader(graph.options)
    try arguments.give(reader.read(arguments.files, options: arguments.options))
  }
}
