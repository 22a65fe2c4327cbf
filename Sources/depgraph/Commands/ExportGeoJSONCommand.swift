import ArgumentParser
import DepGraph

struct ExportGeoJSONCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "geojson",
    abstract: "The components on a map, with what a failure does, in GeoJSON.",
    discussion: """
      Example: depgraph export geojson network.yaml --failed room-a --after 4h -o map.geojson

      Components without a position are listed in the collection and counted on standard error.
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What fails by itself, as for blast.", valueName: "seed"))
  var failed: [String] = []

  @Option(
    help: ArgumentHelp(
      "The moment that the map shows, counted from the failure (4h).", valueName: "time"))
  var after: TimeSpan?

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Option(help: "The language of names: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write into a file, whole or not at all.", valueName: "file"),
    completion: .file(extensions: ["geojson"]))
  var output: String?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if after != nil, failed.isEmpty {
      throw ValidationError("--after counts from a failure: name it with --failed")
    }
  }

  func run() throws {
    let compiled = try model.load(language: lang).compiled
    var blast: BlastRadius?
    if !failed.isEmpty {
      var question = BlastRadius.Question(try compiled.seeds(failed), after: after)
      question.reading = reading
      blast = BlastRadius(question, in: compiled)
    }
    let map = ComponentMap(of: compiled, after: blast, language: lang ?? compiled.model.language)
    try OutputOptions.write(map.json.jsonText, into: output)
    if map.missingCount > 0 {
      let line = Phrases(lang ?? .ofEnvironment).withoutPosition(map.missingCount)
      StandardStreams.say(line)
    }
  }
}
