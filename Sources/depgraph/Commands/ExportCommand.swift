import ArgumentParser
import DepGraph

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write what a model says in the formats of other programs.",
    subcommands: [
      ExportCSVCommand.self, ExportDOTCommand.self, ExportGeoJSONCommand.self,
      ExportGraphMLCommand.self, ExportJSONCommand.self, ExportMermaidCommand.self,
      ExportOpenPSACommand.self,
    ])
}

struct ExportOpenPSACommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "openpsa",
    abstract: "The fault tree of a component in Open-PSA XML, for SCRAM and others to compute.",
    discussion: """
      Example: depgraph export openpsa models/voorbeeld/voorbeeld.yaml crisisberaad -o tree.xml

      An element without a figure is written without a probability; with --unknown-as-zero as one \
      that never fails, and the probability computed from that is a least.
      """)

  @OptionGroup var model: ModelArguments

  @Argument(help: "The component.")
  var target: String

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Flag(help: "Write 0 for a probability that is not known.")
  var unknownAsZero = false

  @Option(help: "The language of labels: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write into a file, whole or not at all.", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var output: String?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let compiled = try model.load(language: lang).compiled
    let asked = try compiled.element(target)
    let trees = FaultTrees(
      of: asked, in: compiled, reading: reading, language: lang ?? compiled.model.language)
    let marking = Phrases(lang ?? compiled.model.language).proposalLine(
      ProposedMarking(ofAll: compiled.model, result: "export"))
    let writer = OpenPSAWriter(takesUnknownAsZero: unknownAsZero, remark: marking)
    guard let text = writer.text(of: trees) else {
      let line = Phrases(lang ?? .ofEnvironment).tooManyGates
      StandardStreams.say(line)
      throw Failure.answered(status: Failure.Status.limit)
    }
    try OutputOptions.write(text, into: output)
  }
}
