import ArgumentParser
import DepGraph

struct WorksCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "works",
    abstract: "What planned works do, each alone and where they overlap, and whom to tell.",
    discussion: """
      Example: depgraph works models/voorbeeld/voorbeeld.yaml models/voorbeeld/werkzaamheden.ics
               depgraph works model.yaml works.csv --now 2026-06-10T09:00+02:00 --fail-on outage

      A file is a calendar (iCalendar, with the X-MAINTNOTE properties of carriers) or a table (CSV) \
      with the columns start, end and object.
      """)

  /// What ends the command with status 1.
  enum Gate: String, CaseIterable, ExpressibleByArgument {
    case outage, degraded
    case reducedRedundancy = "reduced-redundancy"
    case cannotTell = "cannot-tell"
    case newSPOF = "new-spof"
  }

  @OptionGroup var model: ModelArguments

  @Argument(
    help: "The files with planned works.", completion: .file(extensions: ["ics", "csv", "txt"]))
  var files: [String]

  @Option(
    help: ArgumentHelp("Leave out works that are over by then.", valueName: "instant"))
  var from: Instant?

  @Option(
    help: ArgumentHelp("Leave out works that begin then or later.", valueName: "instant"))
  var until: Instant?

  @Option(
    help: ArgumentHelp(
      "The moment at which it is asked: works of before are over.",
      valueName: "instant"))
  var now: Instant?

  @Option(help: ArgumentHelp("The time zone of times that name none.", valueName: "zone"))
  var zone = "Europe/Amsterdam"

  @Option(
    help: ArgumentHelp(
      "End with status 1 if a process or consumer is hit as badly or worse, or a new single point of failure appears.",
      valueName: Gate.allCases.map(\.rawValue).joined(separator: "|")))
  var failOn: [Gate] = []

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("name at least one file with works") }
    if let from, let until, until <= from {
      throw ValidationError("--until must be after --from")
    }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let read = try MaintenanceReader(zone: zone).read(files)
    var question = PlannedWorks.Question(read.notices, zone: read.zone)
    (question.from, question.until, question.now) = (from, until, now)
    let works = PlannedWorks(question, in: compiled)
    let remarks = (read.warnings + works.warnings).sortedByPlace()
    StandardStreams.writeRemarks(remarks, in: output.messageLanguage)
    let language = output.lang ?? compiled.model.language
    var result = loaded.result(
      "works", options: options, inputs: InputFiles.stamps("files", files),
      works.json(in: compiled, language: language))
    result.warnings = remarks + loaded.remarks
    try output.give(result, or: language) { works.report(in: compiled, language: $0) }
    if failOn.contains(where: { $0.fires(works) }) {
      throw Failure.answered(status: Failure.Status.gate)
    }
  }

  private var options: JSONValue {
    [
      "files": .files(files), "from": .text(from?.iso8601), "until": .text(until?.iso8601),
      "now": .text(now?.iso8601), "zone": .string(zone),
      "fail-on": .texts(failOn.map(\.rawValue)), "known-by": .text(model.knownBy?.description),
      "lang": .text(output.lang?.rawValue),
    ]
  }
}

extension WorksCommand.Gate {
  fileprivate func fires(_ works: PlannedWorks) -> Bool {
    switch self {
    case .outage: works.worst >= .down
    case .degraded: works.worst >= .degraded
    case .reducedRedundancy: works.worst >= .reducedRedundancy
    case .cannotTell: works.worst >= .cannotTell
    case .newSPOF: works.makesNewPoints
    }
  }
}
