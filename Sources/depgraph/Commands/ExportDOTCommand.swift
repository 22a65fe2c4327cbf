import ArgumentParser
import DepGraph

struct ExportDOTCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "dot",
    abstract: "A model as a graph in the DOT language, for other programs to read.",
    discussion: """
      Example: depgraph export dot models/nafin/nafin.yaml -o nafin.dot

      depgraph import dot makes the same model of it again. What the format cannot hold is said on \
      standard error.
      """)

  @OptionGroup var arguments: GraphExportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give { DOTGraphWriter().export($0, remark: $1) }
  }
}
