import ArgumentParser
import DepGraph

/// The hidden subcommand behind every picture: this program as its own renderer process.
struct RenderJobCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: RendererProcess.argument,
    abstract: "Draw one picture from standard input; started by depgraph itself.",
    shouldDisplay: false)

  func run() throws {
    RendererProcess.run()
  }
}
