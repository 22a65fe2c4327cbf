import ArgumentParser
import DepGraph

struct BriefCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "A folder to carry into the room: one page, ten answers, pictures, results, sheets.",
    discussion: """
      Example: depgraph brief models/nafin/nafin.yaml --output out/nafin
               depgraph brief model.yaml core --criteria nl-vitaal.yaml --scenario night.yaml

      What it is about stands in the model's `briefing`; without a seed there or here the failure \
      is the single one that hits the most consumers and processes.
      """)

  @OptionGroup var model: ModelArguments

  @Argument(help: "What fails by itself.")
  var seeds: [String] = []

  @OptionGroup var asked: BriefArguments

  @Option(
    name: .shortAndLong,
    help: "The folder to write into (default: out/ and the name of the model's file).",
    completion: .directory)
  var output: String?

  @Option(help: "The language of the page: nl or en (default: the model's).")
  var lang: Language?

  @OptionGroup var work: ThreadArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let loaded = try model.load(language: lang)
    let compiled = loaded.compiled
    let language = lang ?? compiled.model.language
    var question = try asked.question(of: loaded, at: model.model, seeds: seeds, in: language)
    question.knownBy = model.knownBy
    question.threads = work.threads
    let answers = BriefingAnswers(question, in: compiled)
    let drawn = BriefingFigures(
      of: answers, language: language,
      renderer: IsolatedRenderer(executable: IsolatedRenderer.runningExecutable),
      threads: work.threads)
    let briefing = Briefing(answers, language: language)
    let path = model.model
    let contents = BriefingFolder(briefing) { $0.naming(model: path, language: language) }
    let output = output ?? "out/\(baseName)"
    let noDocument = try ResultFolder(path: output).fill { folder in
      try folder.write(contents.results + contents.sheets + drawn.files)
      try folder.write(Array(briefing.page(drawn.figures).utf8), to: "index.html")
      return try DocumentWriter(folder, language).write(contents.markdown(drawn.figures))
    }
    for remark in drawn.remarks + [noDocument].compactMap(\.self) {
      StandardStreams.say(remark)
    }
    let end = Phrases(language).written(to: "\(output)/index.html")
    StandardStreams.write(
      "\(briefing.summary(width: min(100, Terminal.width)))\n\n\(end)\n", to: .output)
  }

  /// The name of the model's file without what follows the last dot.
  private var baseName: String {
    let name = model.model.split(separator: "/").last.map(String.init) ?? "model"
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }
}
