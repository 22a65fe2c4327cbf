import ArgumentParser
import DepGraph

struct ExportGraphMLCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "graphml",
    abstract: "A model as a graph in GraphML.",
    discussion: """
      Example: depgraph export graphml models/nafin/nafin.yaml -o nafin.graphml

      depgraph import graphml makes the same model of it again. What the format cannot hold is said on \
      standard error.
      """)

  @OptionGroup var arguments: GraphExportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give { GraphMLWriter().export($0, remark: $1) }
  }
}
