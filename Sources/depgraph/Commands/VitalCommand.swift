import ArgumentParser
import DepGraph

struct VitalCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "vital",
    abstract:
      "Whether a subject counts as vital, or an outage as significant, by a set of criteria.",
    discussion: """
      Example: depgraph vital models/nafin/nafin.yaml --criteria models/criteria/nl-vitaal-2015.yaml \
      --subject nafin
               depgraph vital models/voorbeeld/voorbeeld.yaml \
      --criteria models/criteria/voorbeeld-eigen.yaml --subject kern-1 kern-2 --answer planned=no
      """)

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: VitalArguments

  @OptionGroup var against: VitalComparisonArguments

  @Option(
    help: ArgumentHelp(
      "End with status 1 if a criterion is met, is met or undetermined, or if this level may hold.",
      valueName: "met|undetermined|level"))
  var failOn: String?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let set = try asked.criteria(for: compiled)
    let question = try asked.question(set, in: compiled)
    try checkGate(set)
    let assessment = VitalAssessment(question, in: compiled)
    let other = try against.other(than: question, in: compiled, asked)
    try output.give(
      loaded.result(
        "vital", options: options, inputs: asked.inputs + against.inputs(other),
        assessment.json(in: compiled, against: other)),
      or: compiled.model.language
    ) { assessment.report(in: compiled, against: other, language: $0) }
    if let failOn, fires(failOn, assessment) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  private func checkGate(_ set: CriteriaSet) throws {
    let known = ["met", "undetermined"] + set.levels.map(\.id)
    guard let failOn, !known.contains(failOn) else { return }
    throw ValidationError("--fail-on is one of \(known.joined(separator: ", "))")
  }

  private func fires(_ gate: String, _ assessment: VitalAssessment) -> Bool {
    if assessment.isApplicable == false { return false }
    let verdicts = assessment.findings.map(\.verdict)
    switch gate {
    case "met": return verdicts.contains(.met)
    case "undetermined": return verdicts.contains { $0 != .notMet }
    default:
      let reached = assessment.levels.prefix { $0.level.id != gate }.map(\.verdict)
      let own = assessment.levels.first { $0.level.id == gate }?.verdict
      return (reached + [own].compactMap(\.self)).contains { $0 != .notMet }
    }
  }

  private var options: JSONValue {
    .object(
      asked.options + against.options + [
        .init("fail-on", .text(failOn)), .init("known-by", .text(model.knownBy?.description)),
      ])
  }
}
