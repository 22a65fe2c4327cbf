import ArgumentParser
import DepGraph

@main
struct Depgraph: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "depgraph",
    abstract: "Dependency graph analysis for critical networks.",
    discussion: """
      What falls when this fails?   depgraph blast model.yaml router-a
      Why does that one fall?       depgraph why model.yaml control-room router-a
      Is the model in order?        depgraph validate model.yaml

      Exit status: 0 answered; 1 answered, and a gate asked for with --fail-on fired; 2 the model \
      or an input has errors; 64 the command line is wrong; 70 a defect in the program; 74 a file \
      cannot be read or written; 75 a limit was reached.
      """,
    version: DepGraphVersion.current,
    subcommands: [
      BlastCommand.self,
      BriefCommand.self,
      RegisterCommand.self,
      RenderJobCommand.self,
      ValidateCommand.self,
      WhyCommand.self,
    ])

  /// Runs the command; here, and nowhere else, errors become messages and exit statuses.
  static func main() {
    StandardStreams.ignoreClosedPipes()
    var language = Language.ofEnvironment
    do {
      var command = try parseAsRoot()
      if let answering = command as? any AnsweringCommand {
        language = answering.output.lang ?? language
      }
      try command.run()
    } catch {
      Failure(error).end(in: language)
    }
  }
}

/// A subcommand that gives a result in the common forms.
protocol AnsweringCommand: ParsableCommand {
  /// How the result is given.
  var output: OutputOptions { get }
}
