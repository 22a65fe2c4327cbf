import ArgumentParser
import DepGraph
import Foundation

struct ScenarioCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "scenario",
    abstract: "Makes a scenario to play: by lot, or the worst that there is.",
    discussion: """
      Example: depgraph scenario models/voorbeeld/voorbeeld.yaml --seed 7 -o night.yaml
               depgraph scenario models/voorbeeld/voorbeeld.yaml --worst --order 2 --by people
      """)

  @OptionGroup var model: ModelArguments

  @Option(help: ArgumentHelp("Draw what fails by lot, from this number.", valueName: "number"))
  var seed: UInt64?

  @Flag(help: "Take the failures that do the most harm.")
  var worst = false

  @Option(help: ArgumentHelp("How many things fail.", valueName: "number"))
  var order = 1

  @Option(help: "What harm is counted in, with --worst.")
  var by = HarmMeasure.users

  @Option(
    help: ArgumentHelp("When it starts (2026-06-02T03:00+02:00).", valueName: "instant"))
  var start: Instant?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the scenario into a file.", valueName: "file.yaml"),
    completion: .file(extensions: ["yaml"]))
  var output: String?

  @Option(help: "The language of messages and remarks: nl or en (default: the model's).")
  var lang: Language?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    guard (seed != nil) != worst else { throw ValidationError("say either --seed N or --worst") }
    guard (1...9).contains(order) else { throw ValidationError("--order is a number from 1 to 9") }
  }

  func run() throws {
    let loaded = try model.load(language: lang)
    let compiled = loaded.compiled
    let generator = ScenarioGenerator(compiled, start: start)
    var scenario: Scenario
    if let seed {
      scenario = generator.random(seed: seed, order: order)
    } else {
      let found = WorstFailures(.init(order: order, by: by, count: 1), in: compiled)
      scenario = generator.scenario(failing: found.sets.first?.causes ?? [])
    }
    let name = { (language: Language) in
      let phrases = Phrases(language)
      return seed.map(phrases.randomScenarioName)
        ?? phrases.worstScenarioName(scenario.events.flatMap(\.fail).count)
    }
    scenario.name = LocalizedText(
      [.dutch: name(.dutch), .english: name(.english)], fallback: compiled.model.language)
    scenario.model = path
    let phrases = Phrases(lang ?? compiled.model.language)
    let marking = phrases.proposalLine(ProposedMarking(ofAll: compiled.model, result: "scenario"))
    let remarks =
      phrases.scenarioRemarks(
        seed: seed, order: order, by: worst ? by : nil, digest: compiled.model.digest) + [marking]
    try OutputOptions.write(scenario.yaml(remarks: remarks), into: output)
  }

  /// The model's path as seen from where the scenario goes.
  private var path: String {
    guard let output else { return model.model }
    let steps = { (path: String) in
      URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    }
    let from = steps(output).dropLast()
    let to = steps(model.model)
    let common = zip(from, to).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: from.count - common)
    return (up + to.dropFirst(common)).joined(separator: "/")
  }
}
