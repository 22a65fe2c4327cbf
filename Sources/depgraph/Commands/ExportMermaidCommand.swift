import ArgumentParser
import DepGraph

struct ExportMermaidCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "mermaid",
    abstract: "A small part of a model as a flowchart in Mermaid, for wikis.",
    discussion: """
      Example: depgraph export mermaid models/nafin/nafin.yaml --focus nafin --hops 1 -o nafin.mmd

      Too many nodes are refused, not cut: choose a part with --focus or --only.
      """)

  @OptionGroup var model: ModelArguments

  @Option(help: "Draw only what lies near this component.")
  var focus: String?

  @Option(help: "How many steps around the focus are drawn.")
  var hops = 2

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Draw only these: ids, globs and selectors as for seeds.", valueName: "selector"))
  var only: [String] = []

  @Option(
    help: ArgumentHelp(
      "Where arrows lead: needs (to what is needed) or spreads (to who is hit).",
      valueName: "sense"))
  var direction = ViewScope.Sense.needs

  @Option(help: ArgumentHelp("The most nodes.", valueName: "number"))
  var maxNodes = MermaidChart.mostNodes

  @Option(help: "The language of names: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write into a file, whole or not at all.", valueName: "file"),
    completion: .file(extensions: ["mmd", "md"]))
  var output: String?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if hops < 0 { throw ValidationError("--hops counts steps: 0 or more") }
    if maxNodes < 1 { throw ValidationError("--max-nodes is at least 1") }
  }

  func run() throws {
    let compiled = try model.load(language: lang).compiled
    var scope = ViewScope()
    scope.focus = try focus.map { try compiled.element($0) }
    scope.hops = hops
    scope.only = only.isEmpty ? nil : Set(try compiled.seeds(only).vertices)
    scope.sense = direction
    let chart = MermaidChart(of: compiled, scope: scope, language: lang ?? compiled.model.language)
    guard chart.nodes.count <= maxNodes else {
      let line = Phrases(lang ?? .ofEnvironment).tooManyNodes(chart.nodes.count, most: maxNodes)
      StandardStreams.say(line)
      throw Failure.answered(status: Failure.Status.limit)
    }
    try OutputOptions.write(chart.text, into: output)
  }
}
