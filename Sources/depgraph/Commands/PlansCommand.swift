import ArgumentParser
import DepGraph

struct PlansCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "plans",
    abstract:
      "Who has no plan, what was not exercised, and which plan relies on what it must survive.",
    discussion: """
      Example: depgraph plans models/voorbeeld/voorbeeld.yaml
               depgraph plans model.yaml --at 2026-06-01 --max-order 2 --fail-on relies-on-failure
      """)

  /// What ends the command with status 1.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case noPlan = "no-plan"
    case notExercised = "not-exercised"
    case reliesOnFailure = "relies-on-failure"
    case noPaper = "no-paper"
    case cannotTell = "cannot-tell"
  }

  @OptionGroup var model: ModelArguments

  @Option(
    help: ArgumentHelp(
      "The day to judge at (default: the date of the model's facts).", valueName: "date"))
  var at: CalendarDate?

  @Option(help: ArgumentHelp("After how many months an exercise is too long ago.", valueName: "n"))
  var months = PlanReview.Question().months

  @Option(help: ArgumentHelp("How many things fail at once: 1 or 2.", valueName: "n"))
  var maxOrder = PlanReview.Question().maxOrder

  @Option(
    help: ArgumentHelp(
      "End with status 1 if there is any of this.",
      valueName: Gate.allCases.map(\.rawValue).joined(separator: "|")))
  var failOn: [Gate] = []

  @Option(
    help: ArgumentHelp(
      "The most nodes of a decision diagram; beyond it it cannot be told.",
      valueName: "number"))
  var maxNodes = PlanReview.Question().mostNodes

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...1200).contains(months) else { throw ValidationError("--months is at least 1") }
    guard (1...2).contains(maxOrder) else { throw ValidationError("--max-order is 1 or 2") }
    guard maxNodes >= 1 else { throw ValidationError("--max-nodes is at least 1") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    var question = PlanReview.Question()
    (question.day, question.months, question.maxOrder) = (at, months, maxOrder)
    question.mostNodes = maxNodes
    let review = PlanReview(question, in: compiled)
    let options: JSONValue = [
      "at": .text(at?.description), "months": .integer(months), "max-order": .integer(maxOrder),
      "max-nodes": .integer(maxNodes),
      "fail-on": .texts(failOn.map(\.rawValue)), "known-by": .text(model.knownBy?.description),
    ]
    try output.give(
      loaded.result("plans", options: options, review.json(in: compiled)),
      or: compiled.model.language
    ) { review.report(in: compiled, language: $0) }
    if failOn.contains(where: { $0.fires(review) }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }
}

extension PlansCommand.Gate {
  fileprivate func fires(_ review: PlanReview) -> Bool {
    switch self {
    case .noPlan: !review.unplanned.isEmpty
    case .notExercised:
      review.plans.contains { if case .recent = $0.exercise { false } else { true } }
    case .reliesOnFailure:
      review.plans.contains { plan in
        !plan.selfReliances.isEmpty || plan.falls.contains { !$0.isCoincidence }
      }
    case .noPaper: review.plans.contains { !$0.hasPaper }
    case .cannotTell: review.plans.contains(where: \.isOpen)
    }
  }
}
