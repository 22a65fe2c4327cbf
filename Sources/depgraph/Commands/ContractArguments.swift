public import ArgumentParser
public import DepGraph

extension ContractRule: ExpressibleByArgument {}

/// What is asked about agreements.
struct ContractArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Judge at this moment, and count promises from it too (2024-08-27T22:00+02:00).",
      valueName: "instant"))
  var at: Instant?

  @Option(
    help: ArgumentHelp(
      "Tell what ends before this day (default: twelve months on).", valueName: "date"))
  var before: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Hold agreements against the outages of this scenario too.", valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var observed: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Look at these rules only (default: all).", valueName: "rule"))
  var rule: [ContractRule] = []

  @Option(help: ArgumentHelp("Through how many parties work may be passed on.", valueName: "n"))
  var maxTier = ContractReview.Question().maxTier

  @Option(help: ArgumentHelp("How many things fail at once: 1 or 2.", valueName: "n"))
  var maxOrder = ContractReview.Question().maxOrder

  @Option(
    help: ArgumentHelp(
      "From which share of the critical users one supplier is too much (default: 50%).",
      valueName: "share"))
  var concentration: Ratio?

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Option(
    help: ArgumentHelp(
      "The most nodes of a decision diagram; beyond it the answer is not complete.",
      valueName: "number"))
  var maxNodes = ContractReview.Question().mostNodes

  func validate() throws {
    guard maxTier >= 1 else { throw ValidationError("--max-tier is at least 1") }
    guard maxNodes >= 1 else { throw ValidationError("--max-nodes is at least 1") }
    guard (1...2).contains(maxOrder) else { throw ValidationError("--max-order is 1 or 2") }
  }

  /// The question, with the scenario read.
  func question(in compiled: CompiledModel) throws -> ContractReview.Question {
    var question = ContractReview.Question()
    question.reading = reading
    question.at = at
    question.before = before
    question.maxTier = maxTier
    question.maxOrder = maxOrder
    question.mostNodes = maxNodes
    if let concentration { question.concentration = concentration.low }
    question.rules = rule.isEmpty ? nil : Set(rule)
    question.observed = try observed.map {
      try ScenarioReader().read($0, model: compiled.model).scenario
    }
    return question
  }
}

/// What makes the command fail although it answered.
enum FindingGate: ExpressibleByArgument {
  /// A finding that weighs as much or more.
  case severity(FindingSeverity)
  /// A finding of a rule.
  case rule(ContractRule)

  init?(argument: String) {
    if let severity = FindingSeverity(rawValue: argument) {
      self = .severity(severity)
    } else if let rule = ContractRule(rawValue: argument) {
      self = .rule(rule)
    } else {
      return nil
    }
  }

  /// The word for it.
  var text: String {
    switch self {
    case .severity(let severity): severity.rawValue
    case .rule(let rule): rule.rawValue
    }
  }

  func fires(_ finding: ContractFinding) -> Bool {
    switch self {
    case .severity(let severity): finding.severity >= severity
    case .rule(let rule): finding.rule == rule
    }
  }
}
