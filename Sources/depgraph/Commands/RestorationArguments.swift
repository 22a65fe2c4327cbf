public import ArgumentParser
public import DepGraph

extension RestorationStrategy: ExpressibleByArgument {}

/// What is asked about restoration.
struct RestorationArguments: ParsableArguments {
  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What has failed, as seeds of blast.", valueName: "seed"))
  var failed: [String]

  @Option(
    help: ArgumentHelp(
      "When it failed, to count working hours and tell moments (2026-06-05T17:00+02:00).",
      valueName: "instant"))
  var since: Instant?

  @Option(
    help: ArgumentHelp(
      "So many crews that can do everything at all hours (default: those of the model).",
      valueName: "n"))
  var crews: Int?

  @Option(help: "What decides the order.")
  var strategy = RestorationStrategy.classThenSlack

  @Option(
    name: .customLong("for"),
    help: ArgumentHelp("Tell too what is the least that brings this one back.", valueName: "id"))
  var process: String?

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "What people can start or repair by hand, besides what the model says.", valueName: "id"))
  var byHand: [String] = []

  @Option(
    help: ArgumentHelp(
      "How long a repair takes of which nobody wrote it down (4h).", valueName: "time"))
  var assumeRepair: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "How long securing evidence takes where nobody wrote it down (1h).", valueName: "time"))
  var assumeEvidence: TimeSpan?

  @Option(
    help: ArgumentHelp("How fast crews travel, in a straight line.", valueName: "km/h"))
  var speed = 60.0

  @Option(
    help: ArgumentHelp(
      "Draw which share is back over time (.svg, .pdf or .png).", valueName: "file"),
    completion: ChartFile.completion)
  var plot: ChartFile?

  @Option(
    help: ArgumentHelp("Draw who does what when (.svg, .pdf or .png).", valueName: "file"),
    completion: ChartFile.completion)
  var gantt: ChartFile?

  @Option(
    help: ArgumentHelp("Write checklists to print, on A4.", valueName: "file.html"),
    completion: .file(extensions: ["html"]))
  var checklist: String?

  func validate() throws {
    guard crews.map({ $0 >= 1 }) ?? true else { throw ValidationError("--crews is at least 1") }
    guard speed > 0, speed.isFinite else { throw ValidationError("--speed is more than 0") }
  }

  /// The question.
  func question(in compiled: CompiledModel) throws -> RestorationQuestion {
    var question = RestorationQuestion(try compiled.seeds(failed), since: since)
    question.crewCount = crews
    question.speed = speed
    question.assumedRepair = assumeRepair
    question.assumedEvidence = assumeEvidence
    question.byHand = try compiled.seeds(byHand).vertices
    return question
  }

  /// Writes the pictures and sheets asked for.
  func writeFiles(
    _ plan: RestorationPlan, in compiled: CompiledModel, _ language: Language, banner: String
  ) throws(Failure) {
    if let plot {
      let chart = plan.recoveryChart(in: compiled, language: language)
      try plot.write(chart.svg(idPrefix: "curve-"), of: compiled, language, banner: banner)
    }
    if let gantt {
      let chart = plan.ganttChart(in: compiled, language: language)
      try gantt.write(chart.svg(idPrefix: "gantt-"), of: compiled, language, banner: banner)
    }
    if let checklist {
      try OutputOptions.write(
        plan.checklist(in: compiled, language: language).html, into: checklist)
    }
  }

  /// The options as a result tells them.
  var members: [JSONValue.Member] {
    [
      .init("failed", .texts(failed)), .init("since", .text(since?.iso8601)),
      .init("crews", crews.map { .integer($0) } ?? .null),
      .init("strategy", .string(strategy.rawValue)),
      .init("for", .text(process)), .init("by-hand", .texts(byHand)),
      .init("assume-repair", .number(assumeRepair?.seconds)),
      .init("assume-evidence", .number(assumeEvidence?.seconds)), .init("speed", .number(speed)),
    ]
  }
}
