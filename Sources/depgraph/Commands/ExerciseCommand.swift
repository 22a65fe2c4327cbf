import ArgumentParser
import DepGraph

struct ExerciseCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "exercise",
    abstract: "A scenario played over time: outages, targets, expectations, what to learn.",
    discussion: """
      Example: depgraph exercise models/nafin/scenarios/2024-08-27.yaml
               depgraph exercise models/voorbeeld/scenarios/software-storing.yaml --gantt bars.svg
      """)

  /// What makes the command fail although it answered.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case expectations, breach
  }

  @Argument(
    help: "The scenario, a file beginning with `depgraph-scenario: 1`.",
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var scenario: String

  @Option(
    help: ArgumentHelp("The model (default: the one that the scenario names).", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var model: String?

  @Option(
    help: ArgumentHelp(
      "Draw repairs and outages as bars over time (.svg, .pdf or .png).", valueName: "file"),
    completion: ChartFile.completion)
  var gantt: ChartFile?

  @Option(
    help: ArgumentHelp(
      "Write the sheets for holding this as an exercise.", valueName: "folder"),
    completion: .directory)
  var kit: String?

  @Flag(help: "Keep what failed, and all that names it, from the players' sheets of --kit.")
  var hideCause = false

  @Option(
    help: ArgumentHelp(
      "End with status 1 if an expectation is missed, or a guarantee.",
      valueName: "expectations|breach"))
  var failOn: [Gate] = []

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let (loaded, played) = try LoadedScenario.read(scenario, model: model, output)
    let compiled = loaded.compiled
    let run = try ScenarioRun(played, in: compiled)
    let language = output.lang ?? compiled.model.language
    var result = loaded.result(
      "exercise", options: options, inputs: InputFiles.stamps("scenario", scenario),
      run.json(in: compiled))
    result.markings = [played.marking].compactMap(\.self)
    if let kit { try write(ExerciseKit(run, in: compiled), to: kit, compiled, language) }
    if let gantt {
      let chart = run.gantt(in: compiled, language: language).svg(idPrefix: "gantt")
      try gantt.write(
        chart, of: compiled, language, banner: result.banner(language: language) ?? "")
    }
    try output.give(result, or: language) { run.report(in: compiled, language: $0) }
    let isMissed = failOn.contains(.expectations) && run.score.missed > 0
    let isBroken = failOn.contains(.breach) && !run.breaches.isEmpty
    if isMissed || isBroken { throw Failure.answered(status: Failure.Status.gate) }
  }

  func validate() throws {
    guard kit != nil || !hideCause else {
      throw ValidationError("--hide-cause is about the sheets of --kit FOLDER")
    }
  }

  private func write(
    _ kit: ExerciseKit, to path: String, _ compiled: CompiledModel, _ language: Language
  ) throws {
    try ResultFolder(path: path).fill { folder in
      for file in kit.files(in: compiled, language: language, hidesCause: hideCause) {
        try folder.write(Array(file.text.utf8), to: file.name)
      }
    }
  }

  private var options: JSONValue {
    [
      "scenario": .file(scenario), "model": .file(model),
      "fail-on": .texts(failOn.map(\.rawValue)), "hide-cause": .bool(hideCause),
    ]
  }
}
