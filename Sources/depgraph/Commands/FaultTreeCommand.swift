import ArgumentParser
import DepGraph

struct FaultTreeCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "faulttree",
    abstract: "Minimal cut sets, probability and importance of a fault tree in Open-PSA XML.",
    discussion: """
      Example: depgraph faulttree plant.xml --importance
               depgraph faulttree tree.xml events.xml --top g1 --max-order 3

      All cut sets are counted, whatever their size, and probabilities are exact: no rare events are \
      left out and no sums taken for unions.
      """)

  static let givesWhatWasFound = true

  @Argument(
    help: "The files, of which one may define what another one uses.",
    completion: .file(extensions: ["xml"]))
  var files: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Ask about these gates (default: those that no other gate uses).", valueName: "id"))
  var top: [String] = []

  @Flag(help: "List how much each event matters.")
  var importance = false

  @Flag(help: "With Fussell–Vesely importance too, which takes longer.")
  var fussellVesely = false

  @Option(
    help: ArgumentHelp(
      "Count and list sets of at most so many events (default: all).", valueName: "number"))
  var maxOrder: Int?

  @Option(help: ArgumentHelp("The most sets listed of each top.", valueName: "number"))
  var limit = FaultTreeReview.Question().listLimit

  @Flag(help: "Count the sets and list none.")
  var countOnly = false

  @Option(
    help: ArgumentHelp("The time that rates run, in their unit (hours).", valueName: "number"))
  var missionTime = OpenPSAReader().missionTime

  @Option(
    help: ArgumentHelp("The most nodes of decision diagrams at a time.", valueName: "number"))
  var maxNodes: Int?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard maxOrder ?? 1 >= 1 else { throw ValidationError("--max-order is at least 1") }
    guard limit >= 0 else { throw ValidationError("--limit is at least 0") }
    guard maxNodes ?? 1 >= 1 else { throw ValidationError("--max-nodes is at least 1") }
    guard missionTime >= 0, missionTime.isFinite else {
      throw ValidationError("--mission-time is at least 0")
    }
  }

  func run() throws {
    let read = try OpenPSAReader(missionTime: missionTime).read(files)
    let language = output.messageLanguage
    StandardStreams.writeRemarks(read.warnings, in: language)
    let phrases = Phrases(language)
    let work = LongWork(limits) { _ in "" }
    let goesOn = work.goesOn { phrases.computing(seconds: $0) }
    let review = FaultTreeReview(try question(read.trees), of: read.trees, goesOn: goesOn)
    var result = JSONResult(
      command: "faulttree", trees: read.trees, digest: read.digest,
      result: review.json(of: read.trees))
    result.options = options
    result.inputs = InputFiles.stamps("files", files)
    result.warnings = read.warnings
    try work.give(
      result, isComplete: review.isComplete, because: phrases.stopped(review), by: output,
      or: .ofEnvironment
    ) { review.report(of: read.trees, language: $0) }
  }

  private func question(_ trees: FaultTrees) throws -> FaultTreeReview.Question {
    var question = FaultTreeReview.Question()
    if !top.isEmpty {
      let found = top.map { name in (name, trees.gate(named: name)) }
      let flaws = found.filter { $0.1 == nil }.map { name, _ in
        Diagnostic(
          .unknownReference, "there is no gate `\(name)`", id: name,
          hint: nearestName(to: name, among: trees.gates.map(\.name)).map {
            "did you mean `\($0)`?"
          })
      }
      if !flaws.isEmpty { throw InvalidInput(flaws) }
      question.tops = found.compactMap(\.1)
    }
    question.maxOrder = maxOrder
    question.listLimit = countOnly ? 0 : limit
    question.wantsImportance = importance || fussellVesely
    question.wantsCutSetImportance = fussellVesely
    question.nodeBudget = maxNodes
    return question
  }

  private var options: JSONValue {
    [
      "files": .files(files), "top": .texts(top), "importance": .bool(importance || fussellVesely),
      "fussell-vesely": .bool(fussellVesely),
      "max-order": maxOrder.map { .integer($0) } ?? .null,
      "limit": .integer(countOnly ? 0 : limit), "count-only": .bool(countOnly),
      "mission-time": .number(missionTime),
      "max-nodes": maxNodes.map { .integer($0) } ?? .null,
      "time-limit": .number(limits.timeLimit?.seconds),
    ]
  }
}
