import ArgumentParser
import DepGraph

struct ExportJSONCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "json",
    abstract: "A model as a graph in the node-link form of JSON, which NetworkX reads.",
    discussion: """
      Example: depgraph export json models/nafin/nafin.yaml -o nafin.json

      depgraph import json makes the same model of it again. What the format cannot hold is said on \
      standard error.
      """)

  @OptionGroup var arguments: GraphExportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give { NodeLinkWriter().export($0, remark: $1) }
  }
}
