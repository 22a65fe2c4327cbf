import ArgumentParser
import DepGraph

struct EscalateCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "escalate",
    abstract: "Which level of escalation fits, why, and who must be told by when and how.",
    discussion: """
      Example: depgraph escalate models/voorbeeld/voorbeeld.yaml --failed software:router-os-7
               depgraph escalate model.yaml --failed core --since 2024-08-27T22:00+02:00 \
      --now 2024-08-28T01:00+02:00 --clocks nis2
               depgraph escalate model.yaml --scenario night.yaml --framework own.yaml
               depgraph escalate model.yaml --failed core --situation - --lang en
      """)

  @OptionGroup var model: ModelArguments

  @OptionGroup var asked: EscalateArguments

  @Option(
    help: ArgumentHelp(
      "Write a situation report for partners; - prints it in place of the answer.",
      valueName: "file.txt"),
    completion: .file(extensions: ["txt"]))
  var situation: String?

  @Option(
    help: ArgumentHelp("When the next situation report comes (default: 1h).", valueName: "time"))
  var nextUpdate: TimeSpan?

  @Option(
    help: ArgumentHelp("Write printable contact and instruction sheets.", valueName: "file.html"),
    completion: .file(extensions: ["html"]))
  var sheets: String?

  @Option(
    help: ArgumentHelp(
      "End with status 1 if somebody has no channel left, or if this level or a heavier one is suggested.",
      valueName: "unreachable|level:id"))
  var failOn: [EscalationGate] = []

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let framework = try asked.framework.map {
      try EscalationFrameworkReader().read(
        NamedFile(model: model.model).path(of: $0, in: "escalation"), model: compiled.model)
    }
    let incident = try IncidentAnswer(asked, framework, in: compiled)
    try EscalateArguments.check(levelsNamed, among: incident.levelIDs, "level")
    let language = output.lang ?? compiled.model.language
    let assessment = incident.assessment
    let duties = try ClockFiles(near: model.model).overview(of: asked, since: assessment.since)
    try writeFiles(assessment, in: compiled, language)
    if situation != "-" {
      try output.give(
        loaded.result(
          "escalate", options: options(incident), inputs: inputs,
          assessment.json(
            in: compiled, duties: duties, replay: incident.replay, language: language)),
        or: language
      ) { incident.report(in: compiled, duties: duties, language: $0) }
    }
    if failOn.contains(where: { $0.fires(assessment) }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  private var levelsNamed: [String] {
    [asked.levelNow].compactMap(\.self)
      + failOn.compactMap { if case .level(let id) = $0 { id } else { nil } }
  }

  /// Writes what is asked for beside the answer.
  private func writeFiles(
    _ assessment: EscalationAssessment, in compiled: CompiledModel, _ language: Language
  ) throws {
    if let situation {
      let next = assessment.now.advanced(by: (nextUpdate ?? .hours(1)).seconds)
      let report = SituationReport(
        assessment, in: compiled, nextUpdate: next, language: language)
      try OutputOptions.write(report.text, into: situation == "-" ? output.output : situation)
    }
    if let sheets {
      try OutputOptions.write(
        assessment.sheets(in: compiled, language: language).html, into: sheets)
    }
  }

  private var inputs: [JSONResult.Input] {
    let near = NamedFile(model: model.model)
    return InputFiles.stamps("scenario", asked.scenario)
      + InputFiles.stamps("framework", asked.framework.map { near.path(of: $0, in: "escalation") })
      + InputFiles.stamps("clocks", asked.clocks.map { near.path(of: $0, in: "clocks") })
  }

  private func options(_ incident: IncidentAnswer) -> JSONValue {
    [
      "failed": .texts(asked.failed), "scenario": .file(asked.scenario),
      "since": .string(incident.assessment.since.iso8601),
      "now": .string(incident.assessment.now.iso8601), "cause": .string(asked.cause.rawValue),
      "answer": .texts(asked.answer.map { "\($0.question)=\($0.isYes ? "yes" : "no")" }),
      "level-now": .text(asked.levelNow), "framework": .file(asked.framework),
      "clocks": .files(asked.clocks), "aware": .text(asked.aware?.iso8601),
      "fail-on": .texts(failOn.map(\.text)), "known-by": .text(model.knownBy?.description),
      "lang": .text(output.lang?.rawValue),
    ]
  }
}
