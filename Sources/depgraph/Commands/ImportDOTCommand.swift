import ArgumentParser
import DepGraph

struct ImportDOTCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "dot",
    abstract: "A graph in the DOT language of Graphviz as a model.",
    discussion: """
      Example: depgraph import dot services.dot --direction needs -o model.yaml

      Graphviz's own library reads the text, in a process of its own with limits.
      """)

  @OptionGroup var arguments: ImportArguments
  @OptionGroup var graph: GraphArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let renderer = IsolatedRenderer(
      executable: IsolatedRenderer.runningExecutable, timeLimit: 30)
    let reader = DOTGraphReader(graph.options, by: renderer)
    try arguments.give(reader.read(arguments.files, options: arguments.options))
  }
}
