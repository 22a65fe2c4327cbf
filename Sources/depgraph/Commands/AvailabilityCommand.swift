import ArgumentParser
import DepGraph

struct AvailabilityCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "availability",
    abstract: "How often services are down, exactly, and what that is due to.",
    discussion: """
      Example: depgraph availability models/voorbeeld/voorbeeld.yaml
               depgraph availability models/voorbeeld/voorbeeld.yaml --for crisisberaad --importance
               depgraph availability model.yaml --for desk --target 99.95% --adjust sla-fibre

      What has no figure counts as never down and is named: the answer is then "at least". With \
      --target and --adjust: what that contract would have to promise.
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: TargetArguments

  @Flag(help: "List for each how much everything that bears on it matters.")
  var importance = false

  @Flag(help: "The same with Fussell–Vesely importance, which takes the minimal cut sets.")
  var fussellVesely = false

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Option(help: ArgumentHelp("The availability that is wanted (99.95%).", valueName: "share"))
  var target: Ratio?

  @Option(help: ArgumentHelp("The contract that may promise something else.", valueName: "id"))
  var adjust: String?

  @Option(
    help: ArgumentHelp("The most nodes of decision diagrams at a time.", valueName: "number"))
  var maxNodes = Availability.Question().mostNodes

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard maxNodes >= 1 else { throw ValidationError("--max-nodes is at least 1") }
    guard (target == nil) == (adjust == nil) else {
      throw ValidationError("--target and --adjust go together")
    }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let goesOn = work.goesOn { phrases.computing(seconds: $0) }
    var question = Availability.Question(of: try asked(in: compiled), reading: reading)
    question.mostNodes = maxNodes
    question.wantsCutSetImportance = fussellVesely
    let importance = importance || fussellVesely
    let budget = try budget(for: question.targets ?? [], in: compiled, goesOn)
    let answer = Availability(question, in: compiled, goesOn: goesOn)
    let result = loaded.result(
      "availability", options: options,
      answer.json(in: compiled, withImportance: importance, budget: budget))
    try work.give(
      result, isComplete: answer.isComplete, because: phrases.stopped(answer, limit: maxNodes),
      by: output, or: compiled.model.language
    ) { language in
      answer.report(
        in: compiled, language: language, withImportance: importance, budget: budget)
    }
  }

  /// The components named; nil: all consumers and processes.
  private func asked(in compiled: CompiledModel) throws -> [VertexID]? {
    asked.targets.isEmpty ? nil : try compiled.components(asked.targets)
  }

  private func budget(
    for targets: [VertexID], in compiled: CompiledModel, _ goesOn: @escaping @Sendable () -> Bool
  ) throws -> PromiseBudget? {
    guard let target, let adjust else { return nil }
    guard let asked = targets.first, targets.count == 1 else {
      throw ValidationError("--target and --adjust are about one component: name it with --for")
    }
    return PromiseBudget(
      for: asked, goal: target.low, adjusting: try compiled.contract(adjust), in: compiled,
      reading: reading, mostNodes: maxNodes, goesOn: goesOn)
  }

  private var options: JSONValue {
    [
      "for": .texts(asked.targets), "importance": .bool(importance),
      "fussell-vesely": .bool(fussellVesely),
      "reading": .string(reading.rawValue), "target": .number(target?.low),
      "adjust": .text(adjust), "max-nodes": .integer(maxNodes),
      "time-limit": .number(limits.timeLimit?.seconds),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
