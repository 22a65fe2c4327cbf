import ArgumentParser
import DepGraph

struct DoctorCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Whether this machine can draw: Graphviz, its formats, fonts and limits.",
    discussion: """
      Example: depgraph doctor

      Ends with status 70 where something that pictures need is missing.
      """)

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let renderer = IsolatedRenderer(executable: IsolatedRenderer.runningExecutable)
    let installation = GraphvizInstallation(examining: renderer)
    let limits = [
      ("seconds", renderer.timeLimit), ("bytes", Double(renderer.memoryLimit)),
      ("nodes", Double(LayoutEngine.dot.largestNodeCount)),
    ]
    try output.give(
      JSONResult(command: "doctor", model: nil, result: installation.json(limits: limits)),
      or: .ofEnvironment
    ) { installation.report(language: $0, limits: limits) }
    if !installation.isComplete { throw Failure.answered(status: Failure.Status.defect) }
  }
}
