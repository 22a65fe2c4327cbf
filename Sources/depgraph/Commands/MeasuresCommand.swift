import ArgumentParser
import DepGraph

struct MeasuresCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "measures",
    abstract: "How far the measures are, and what each changes.",
    discussion: """
      Example: depgraph measures models/voorbeeld/voorbeeld.yaml
               depgraph measures model.yaml --at 2026-06-01 --fail-on overdue
      """)

  /// What ends the command with status 1.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case overdue
    case unknownStatus = "unknown-status"
    case noEffect = "no-effect"
  }

  @OptionGroup var model: ModelArguments

  @Option(
    help: ArgumentHelp(
      "The day to judge at (default: the date of the model's facts).", valueName: "date"))
  var at: CalendarDate?

  @Flag(help: "Tell also how often processes and consumers are down, before and after.")
  var availability = false

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is any of this.",
      valueName: Gate.allCases.map(\.rawValue).joined(separator: "|")))
  var failOn: [Gate] = []

  @Option(
    help: ArgumentHelp(
      "The most nodes of a decision diagram; beyond it the times down are bounds.",
      valueName: "number"))
  var maxNodes = MeasureReview.Question().mostNodes

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard maxNodes >= 1 else { throw ValidationError("--max-nodes is at least 1") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    var question = MeasureReview.Question()
    (question.day, question.wantsAvailability) = (at, availability)
    question.mostNodes = maxNodes
    let review = MeasureReview(question, in: compiled)
    StandardStreams.writeRemarks(review.warnings, in: output.messageLanguage)
    let language = output.lang ?? compiled.model.language
    let options: JSONValue = [
      "at": .text(at?.description), "availability": .bool(availability),
      "max-nodes": .integer(maxNodes),
      "fail-on": .texts(failOn.map(\.rawValue)), "known-by": .text(model.knownBy?.description),
      "lang": .text(output.lang?.rawValue),
    ]
    var result = loaded.result("measures", options: options, review.json(language: language))
    result.warnings = (review.warnings + loaded.remarks).sortedByPlace()
    try output.give(result, or: language) { review.report(in: compiled, language: $0) }
    if failOn.contains(where: { $0.fires(review) }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }
}

extension MeasuresCommand.Gate {
  fileprivate func fires(_ review: MeasureReview) -> Bool {
    review.measures.contains { entry in
      switch self {
      case .overdue: if case .overdue = entry.timing { true } else { false }
      case .unknownStatus: entry.status == .unknown
      case .noEffect: entry.effect == .changes([])
      }
    }
  }
}
