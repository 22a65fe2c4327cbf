import ArgumentParser
import DepGraph

struct ExploreCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "explore",
    abstract:
      "One offline page in which people look for themselves what falls when something fails.",
    discussion: """
      Example: depgraph explore models/nafin/nafin.yaml -o nafin.html

      The page holds the compiled model, the pictures and the other answers, in Dutch and English. It \
      is as confidential as the model: for others, redact first.
      """)

  @OptionGroup var model: ModelArguments

  @Option(
    name: .shortAndLong, help: "The file to write, whole or not at all.", completion: .file())
  var output: String

  @Option(help: "The language that the page opens in: nl or en (default: the model's).")
  var lang: Language?

  @Flag(help: "Leave the pictures out: lists and tables only, and no Graphviz needed.")
  var withoutPictures = false

  @OptionGroup var work: ThreadArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let loaded = try model.load(language: lang)
    let compiled = loaded.compiled
    let language = lang ?? compiled.model.language
    let drawn =
      withoutPictures
      ? nil
      : ExplorerFigures(
        of: compiled,
        renderer: IsolatedRenderer(executable: IsolatedRenderer.runningExecutable),
        language: language, threads: work.threads)
    for remark in drawn?.remarks ?? [] {
      StandardStreams.say(remark)
    }
    let explorer = Explorer(
      compiled, panels: panels(of: loaded), figures: drawn?.figures ?? [], language: language)
    let bytes = Array(explorer.page.utf8)
    try ResultFile(path: output).write(bytes)
    let end = Phrases(language).explorerWritten(bytes: bytes.count, to: output)
    StandardStreams.write("\(end)\n", to: .output)
  }

  /// The answers of the other analyses, in both languages; an analysis with a limit says itself
  /// whether it came to its end.
  private func panels(of loaded: LoadedModel) -> [Explorer.Panel] {
    var question = BriefingQuestion()
    question.modelPath = model.model
    question.knownBy = model.knownBy
    question.remarks = loaded.remarks
    question.texts = loaded.texts
    question.threads = work.threads
    return Explorer.Panel.all(of: BriefingAnswers(question, in: loaded.compiled))
  }
}
