import ArgumentParser
import DepGraph

/// Gates in one argument: `new-spof`, or several with commas between them.
struct DifferenceGates: ExpressibleByArgument {
  let gates: [ModelDifference.Gate]

  init?(argument: String) {
    let names = argument.split(separator: ",", omittingEmptySubsequences: false)
    gates = names.compactMap { ModelDifference.Gate(rawValue: String($0)) }
    guard !names.isEmpty, gates.count == names.count else { return nil }
  }
}

struct DiffCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What changed between two models, and what that does.",
    discussion: """
      Example: depgraph diff models/voorbeeld/wijziging/voor.yaml models/voorbeeld/wijziging/na.yaml
               depgraph diff <(git show HEAD~1:model.yaml) model.yaml --fail-on new-spof,new-unknown
               depgraph diff before.yaml after.yaml --picture change.svg --lang en

      Compared is what is said and not how it is written: order, layout and comments do not count.
      """)

  static let givesWhatWasFound = true

  @Argument(
    help: "The earlier model's root file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var before: String

  @Argument(
    help: "The later model's root file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var after: String

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Flag(help: "Leave out how often processes and consumers are down, which may take long.")
  var noAvailability = false

  @Option(
    help: ArgumentHelp(
      "Of how many of the widest failures, and of those that differ, to tell what they do.",
      valueName: "n"))
  var top = ModelDifference.Question().mostFailures

  @Option(help: ArgumentHelp("The most nodes of decision diagrams.", valueName: "number"))
  var maxNodes = ModelDifference.Question().mostNodes

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is any of this; several with commas.",
      valueName: ModelDifference.Gate.allCases.map(\.rawValue).joined(separator: "|")))
  var failOn: [DifferenceGates] = []

  private var gates: [ModelDifference.Gate] { failOn.flatMap(\.gates) }

  @Option(
    help: ArgumentHelp("Draw the change too (svg, pdf, png or dot).", valueName: "file"),
    completion: .file(extensions: ["svg", "pdf", "png"]))
  var picture: String?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard maxNodes >= 1 else { throw ValidationError("--max-nodes is at least 1") }
    guard top >= 0 else { throw ValidationError("--top is at least 0") }
    if let picture { _ = try PictureFile(picture) }
  }

  func run() throws {
    let old = try LoadedModel(before)
    let new = try LoadedModel(after)
    old.summarise(before, in: output.messageLanguage)
    new.summarise(after, in: output.messageLanguage)
    var question = ModelDifference.Question()
    (question.reading, question.mostNodes, question.mostFailures) = (reading, maxNodes, top)
    question.wantsAvailability = !noAvailability
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let difference = ModelDifference(
      from: old.compiled, to: new.compiled, question,
      goesOn: work.goesOn { phrases.computing(seconds: $0) })
    let language = output.lang ?? new.compiled.model.language
    if let picture {
      let view = DifferenceView(
        difference, from: old.compiled, to: new.compiled, language: language,
        toolVersion: DepGraphVersion.current)
      try PictureFile(picture).draw(view.diagram, named: "diff", language)
    }
    var result = old.result(
      "diff", options: options,
      difference.json(from: old.compiled, to: new.compiled, files: (old.file, new.file)))
    result.inputs = [InputFiles.stamp("with", new)]
    result.warnings = (old.remarks + new.remarks).sortedByPlace()
    try work.give(result, isComplete: difference.isComplete, by: output, or: language) {
      difference.report(from: old.compiled, to: new.compiled, language: $0)
    }
    if gates.contains(where: difference.fires) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  private var options: JSONValue {
    [
      "with": .file(after), "reading": .string(reading.rawValue),
      "no-availability": .bool(noAvailability), "top": .integer(top),
      "max-nodes": .integer(maxNodes), "time-limit": .number(limits.timeLimit?.seconds),
      "fail-on": .texts(gates.map(\.rawValue)),
    ]
  }
}
