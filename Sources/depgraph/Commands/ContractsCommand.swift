import ArgumentParser
import DepGraph

struct ContractsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "contracts",
    abstract: "Whether what was agreed is enough, and for what nobody has promised anything.",
    discussion: """
      Example: depgraph contracts models/voorbeeld/voorbeeld.yaml
               depgraph contracts models/nafin/nafin.yaml --at 2024-08-27T22:00+02:00
               depgraph contracts model.yaml --baseline accepted.yaml --fail-on high

      Every rule is described in docs/contract-rules.md.
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: ContractArguments

  @Option(
    help: ArgumentHelp("Findings that were accepted.", valueName: "file"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var baseline: String?

  @Option(
    help: ArgumentHelp("Write a baseline that accepts all findings.", valueName: "file"),
    completion: .file())
  var writeBaseline: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 if a finding that nobody accepted is of this rule, or weighs this much or more.",
      valueName: "high|medium|low|note|rule"))
  var failOn: [FindingGate] = []

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let accepted = try baseline.map { try BaselineReader().read($0) }
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let goesOn = work.goesOn { phrases.computing(seconds: $0) }
    let review = ContractReview(try asked.question(in: compiled), in: compiled, goesOn: goesOn)
    let held = FindingAcceptances(
      review.findings, accepted ?? FindingBaseline(), on: Today.date, in: compiled)
    if let writeBaseline {
      let marking = Phrases(output.lang ?? compiled.model.language).proposalLine(
        ProposedMarking(ofAll: compiled.model, result: "contracts"))
      let yaml = held.baseline(in: compiled).yaml
      try OutputOptions.write("# \(marking)\n\(yaml)", into: writeBaseline)
    }
    let language = output.lang ?? compiled.model.language
    try work.give(
      loaded.result(
        "contracts", options: options,
        inputs: InputFiles.stamps("observed", asked.observed)
          + InputFiles.stamps("baseline", baseline),
        review.json(in: compiled, acceptances: held, language: language)),
      isComplete: review.isComplete, because: phrases.stopped(review), by: output, or: language
    ) { review.report(in: compiled, acceptances: held, language: $0) }
    if held.open.contains(where: { finding in failOn.contains { $0.fires(finding) } }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  private var options: JSONValue {
    [
      "at": .text(asked.at?.iso8601), "before": .text(asked.before?.description),
      "observed": .file(asked.observed), "rules": .texts(asked.rule.map(\.rawValue)),
      "max-tier": .integer(asked.maxTier), "max-order": .integer(asked.maxOrder),
      "concentration": .number(asked.concentration?.low), "max-nodes": .integer(asked.maxNodes),
      "reading": .string(asked.reading.rawValue), "baseline": .file(baseline),
      // On which acceptances may have run out.
      "today": .text(baseline.map { _ in Today.date.description }),
      "fail-on": .texts(failOn.map(\.text)), "time-limit": .number(limits.timeLimit?.seconds),
      "known-by": .text(model.knownBy?.description), "lang": .text(output.lang?.rawValue),
    ]
  }
}
