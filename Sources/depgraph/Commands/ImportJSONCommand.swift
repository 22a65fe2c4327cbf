import ArgumentParser
import DepGraph

struct ImportJSONCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "A graph in the node-link form of JSON, as NetworkX writes it, as a model.",
    discussion: "Example: depgraph import json net.json --direction needs -o model.yaml")

  @OptionGroup var arguments: ImportArguments
  @OptionGroup var graph: GraphArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let reader = NodeLinkReader(graph.options)
    try arguments.give(reader.read(arguments.files, options: arguments.options))
  }
}
