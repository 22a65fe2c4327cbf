import ArgumentParser
import DepGraph

struct CalibrateCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "calibrate",
    abstract: "What the model predicts for a real outage, held against what was seen.",
    discussion: """
      Example: depgraph calibrate models/nafin/nafin.yaml \
      --observed models/nafin/scenarios/2024-08-27.yaml
      """)

  @Argument(help: "The model's root file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var model: String

  @Option(
    help: ArgumentHelp("What failed and what was seen.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var observed: String

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    var loaded = try LoadedModel(model)
    let compiled = loaded.compiled
    let read = try ScenarioReader().read(observed, model: compiled.model)
    loaded.remarks += read.warnings
    loaded.summarise(model, in: output.messageLanguage)
    let calibration = try Calibration(compiled.model, on: read.scenario)
    try output.give(
      loaded.result(
        "calibrate", options: ["observed": .file(observed)],
        inputs: InputFiles.stamps("observed", observed), calibration.json),
      or: compiled.model.language
    ) { calibration.report(in: compiled, of: read.scenario, language: $0) }
  }
}
