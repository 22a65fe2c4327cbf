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
      AvailabilityCommand.self,
      BlastCommand.self,
      BriefCommand.self,
      CalibrateCommand.self,
      CheckCommand.self,
      ColdStartCommand.self,
      ContractsCommand.self,
      ConvertCommand.self,
      CutSetsCommand.self,
      DiffCommand.self,
      DoctorCommand.self,
      EscalateCommand.self,
      ExerciseCommand.self,
      ExplainReportsCommand.self,
      ExploreAnswersCommand.self,
      ExploreCommand.self,
      ExportCommand.self,
      FaultTreeCommand.self,
      HardenCommand.self,
      ImportCommand.self,
      MeasuresCommand.self,
      MergeCommand.self,
      PathSetsCommand.self,
      PlansCommand.self,
      ProtectionCommand.self,
      QuestionsCommand.self,
      RedactCommand.self,
      RegisterCommand.self,
      RenderCommand.self,
      RenderJobCommand.self,
      ReproduceCommand.self,
      RestoreCommand.self,
      ScenarioCommand.self,
      SchemaCommand.self,
      SectorsCommand.self,
      SpofCommand.self,
      SuppliersCommand.self,
      TemplateCommand.self,
      TestCommand.self,
      ValidateCommand.self,
      VitalCommand.self,
      WhyCommand.self,
      WorksCommand.self,
      WorstCommand.self,
    ])

  /// Runs the command; here, and nowhere else, errors become messages and exit statuses.
  static func main() {
    StandardStreams.takeSignalsAsErrors()
    var output: OutputOptions?
    do {
      var command = try parseAsRoot()
      output = (command as? any AnsweringCommand)?.output
      if let limited = command as? any LimitedCommand {
        WorkWatch.shared.begin(limited, in: output?.messageLanguage ?? .ofEnvironment)
      }
      try command.run()
    } catch {
      Failure(error).end(
        in: output?.messageLanguage ?? .ofEnvironment, mayColour: output?.noColor != true)
    }
  }
}

/// A subcommand that gives a result in the common forms.
protocol AnsweringCommand: LimitedCommand {
  /// How the result is given.
  var output: OutputOptions { get }
}
