import ArgumentParser
import DepGraph

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "A folder to carry into the room: one page, the pictures, the results.",
    discussion: """
      Example: depgraph brief models/nafin/nafin.yaml --output out/nafin

      Without a seed the failure is the single one that hits the most consumers and processes.
      """)

  @OptionGroup var model: ModelArguments

  @Argument(help: "What fails by itself.")
  var seeds: [String] = []

  @Option(
    name: .shortAndLong,
    help: "The folder to write into (default: out/ and the name of the model's file).",
    completion: .directory)
  var output: String?

  @Option(help: "The language of the page: nl or en (default: the model's).")
  var lang: Language?

  func run() throws {
    let loaded = try model.load(language: lang)
    let compiled = loaded.compiled
    let language = lang ?? compiled.model.language
    let blast = BlastRadius(BlastRadius.Question(try failure(in: compiled)), in: compiled)
    let register = Register(of: compiled)
    let preparation = Preparation(of: compiled)
    let drawn = BriefingFigures(
      of: blast, in: compiled, language: language,
      renderer: IsolatedRenderer(executable: IsolatedRenderer.runningExecutable))
    let briefing = Briefing(
      blast, register, preparation, in: compiled, warnings: loaded.remarks, language: language)
    let results = results(loaded, blast, register, preparation, language)
    let output = output ?? "out/\(baseName)"
    let folder = ResultFolder(path: output)
    try folder.create()
    for (name, result) in results { try folder.write(Array(result.json.jsonText.utf8), to: name) }
    for file in drawn.files { try folder.write(file.bytes, to: file.name) }
    // The page last: where it stands, all that it speaks of does.
    try folder.write(Array(briefing.page(drawn.figures).utf8), to: "index.html")
    for remark in drawn.remarks { StandardStreams.write("depgraph: \(remark)\n", to: .error) }
    let end = Phrases(language).written(to: "\(output)/index.html")
    StandardStreams.write(
      "\(briefing.summary(width: min(100, Terminal.width)))\n\n\(end)\n", to: .output)
  }

  /// The results for machines, each with the name of its file.
  private func results(
    _ loaded: LoadedModel, _ blast: BlastRadius, _ register: Register, _ preparation: Preparation,
    _ language: Language
  ) -> [(name: String, result: JSONResult)] {
    let compiled = loaded.compiled
    let knownBy = JSONValue.text(model.knownBy?.description)
    let validation = ValidationResult(loaded.remarks, texts: loaded.texts)
    let always =
      [
        ("validate", ["known-by": knownBy], validation.json),
        (
          "register", ["of": .null, "processes": false, "known-by": knownBy],
          register.json(in: compiled)
        ),
        (
          "blast",
          [
            "seeds": .texts(blast.question.seeds.written), "after": .null, "since": .null,
            "reading": .string(blast.question.reading.rawValue), "next-failure": false,
            "known-by": knownBy,
          ], blast.json(in: compiled)
        ),
      ] as [(String, JSONValue, JSONValue)]
    let prepared: [(String, JSONValue, JSONValue)?] = [
      preparation.plans.map {
        (
          "plans",
          [
            "at": .null, "months": .integer($0.question.months),
            "max-order": .integer($0.question.maxOrder), "fail-on": [], "known-by": knownBy,
          ], $0.json(in: compiled)
        )
      },
      preparation.measures.map {
        (
          "measures",
          ["at": .null, "availability": false, "fail-on": [], "known-by": knownBy],
          $0.json(language: language)
        )
      },
    ]
    return (always + prepared.compactMap(\.self)).map { name, options, result in
      ("\(name).json", loaded.result(name, options: options, result))
    }
  }

  /// The name of the model's file without what follows the last dot.
  private var baseName: String {
    let name = model.model.split(separator: "/").last.map(String.init) ?? "model"
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  private func failure(in compiled: CompiledModel) throws -> Seeds {
    if !seeds.isEmpty { return try compiled.seeds(seeds) }
    guard let widest = SoleFailures(in: compiled).widest else {
      throw ValidationError(
        "no single failure hits a consumer or process of this model; name what fails")
    }
    return Seeds([widest], written: [compiled.table.id(of: widest)])
  }
}
