import ArgumentParser
import DepGraph

struct RenderCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Draw an overview, what a failure does, why something falls, or a cold start.",
    discussion: """
      Example: depgraph render models/nafin/nafin.yaml nafin --view blast -o nafin.svg

      What was folded, cut short or left out stands in the picture and on standard error. A picture \
      that cannot be drawn in any layout ends with status 70, and with its content as a table on \
      standard error.
      """)

  /// What is drawn.
  enum View: String, CaseIterable, ExpressibleByArgument {
    case overview, blast, why, spof, network, coldstart, cutsets, suppliers, contracts, cascade
    case diff, restoration

    /// Whether it asks what fails.
    var needsSeeds: Bool { [.blast, .why, .cascade, .restoration].contains(self) }
  }

  /// The forms of a picture.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case svg, pdf, png, dot

    var isBinary: Bool { self == .pdf || self == .png }
  }

  @OptionGroup var model: ModelArguments

  @Argument(
    help:
      "What fails by itself (blast, why, cascade, restoration; coldstart and network, if anything)."
  )
  var seeds: [String] = []

  @Option(help: "What to draw.")
  var view = View.overview

  @Option(help: "The component asked about (why).")
  var target: String?

  @Option(help: "The moment, counted from the failure (blast, network, cascade).")
  var after: TimeSpan?

  @Option(
    help: ArgumentHelp(
      "When it failed, to count the hours that crews work (restoration; 2026-06-05T17:00+02:00).",
      valueName: "instant"))
  var since: Instant?

  @OptionGroup(title: "What of it is drawn") var scope: ScopeArguments

  @Option(
    help: ArgumentHelp(
      "The day on which contracts are in force (suppliers, contracts; default: that of the model's facts).",
      valueName: "date"))
  var at: CalendarDate?

  @Option(
    help: ArgumentHelp(
      "Hold agreements against the outages of this scenario too (contracts).",
      valueName: "scenario"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var observed: String?

  @Flag(help: "Leave out inferred and assumed dependencies (overview).")
  var sourcedOnly = false

  @Option(
    name: .customLong("for"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "Ask about these only (spof; default: all consumers and processes), this one (cutsets), or this contract or user (contracts).",
      valueName: "id"))
  var targets: [String] = []

  @Option(
    help: ArgumentHelp("The later model to hold beside it (diff).", valueName: "model"),
    completion: .file(extensions: ["yaml", "yml", "json"]))
  var with: String?

  @Option(help: "The network to draw (network; default: the one that has most to lose).")
  var network: String?

  @Option(help: "The form (default: by the name of the output file, else svg).")
  var format: Format?

  @Option(help: "The sheet: wide (16:9) or a4 (landscape).")
  var page = PageShape.wide

  @Option(help: "The width of a PNG in pixels.")
  var pixels = 1_920

  @Option(help: "The language: nl or en (default: the model's).")
  var lang: Language?

  @Option(
    name: .shortAndLong, help: "Write the picture into a file, whole or not at all.",
    completion: .file())
  var output: String?

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    if view.needsSeeds, seeds.isEmpty {
      throw ValidationError("--view \(view.rawValue) asks what fails: name at least one seed")
    }
    if view == .overview, !seeds.isEmpty {
      throw ValidationError("an overview has no seeds; did you mean --view blast or --focus?")
    }
    if view == .spof, !seeds.isEmpty {
      throw ValidationError("--view spof lets everything fail; did you mean --for or --view blast?")
    }
    if view == .cutsets, targets.count != 1 || !seeds.isEmpty {
      throw ValidationError("--view cutsets asks for one component: --for ID, and no seeds")
    }
    if view == .suppliers || view == .contracts, !seeds.isEmpty {
      throw ValidationError("--view \(view.rawValue) has no seeds; did you mean --view blast?")
    }
    if view == .contracts, targets.count > 1 {
      throw ValidationError("--view contracts asks about one contract or user at most: --for ID")
    }
    if (view == .diff) != (with != nil) {
      throw ValidationError("--view diff draws what changed: name the later model, --with MODEL")
    }
    if view == .why, target == nil { throw ValidationError("--view why asks for a --target") }
    if let output, format == nil, let ending = Self.ending(of: output),
      Format(rawValue: ending) == nil
    {
      throw ValidationError(
        "no picture is called .\(ending); use svg, pdf, png or dot, or say --format")
    }
    try scope.validate(for: view)
    if since != nil, view != .restoration {
      throw ValidationError("--since is asked by --view restoration only")
    }
    if view == .restoration, resolvedFormat == .dot {
      throw ValidationError("a timeline is no graph: --view restoration gives svg, pdf or png")
    }
    if pixels < 1 { throw ValidationError("--pixels is a width: 1 or more") }
    if resolvedFormat.isBinary, output == nil, Terminal.isTerminal(.output) {
      throw ValidationError(
        "a \(resolvedFormat.rawValue) is no text for a terminal; give --output FILE")
    }
  }

  func run() throws {
    let compiled = try model.load(language: lang).compiled
    let language = lang ?? compiled.model.language
    if view == .restoration { return try drawRestoration(of: compiled, language) }
    let diagram = stamped(try diagram(of: compiled, language))
    guard let image = ImageFormat(rawValue: resolvedFormat.rawValue) else {
      return try write(Array(DOTWriter(diagram).text.utf8))
    }
    let printer = DiagramPrinter(
      IsolatedRenderer(executable: IsolatedRenderer.runningExecutable))
    let phrases = Phrases(language)
    let print: DiagramPrinter.Print
    do throws(GraphvizError) {
      print = try printer.print(diagram, as: image, page: page, pixelWidth: pixels)
    } catch {
      say(phrases.notDrawn(view.rawValue, reason: error.description))
      let rows = diagram.table.map { $0.joined(separator: " | ") + "\n" }
      StandardStreams.write(rows.joined(), to: .error)
      throw Failure.answered(status: Failure.Status.defect)
    }
    for failure in print.failures { say(phrases.drawnMoreSimply("\(failure.error)")) }
    for note in diagram.notes { say(note) }
    say(phrases.smallestType(print.smallestType))
    if print.isTooSmall { say(phrases.smallType(view.rawValue, points: print.smallestType)) }
    try write(print.bytes)
  }

  var resolvedFormat: Format {
    format ?? output.flatMap(Self.ending).flatMap(Format.init(rawValue:)) ?? .svg
  }

  /// What a file's name ends in after its last dot, if it has one.
  private static func ending(of path: String) -> String? {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    return name[name.index(after: dot)...].lowercased()
  }

  func write(_ bytes: [UInt8]) throws(Failure) {
    if let output { return try ResultFile(path: output).write(bytes) }
    do {
      try StandardStreams.write(bytes, to: StandardStreams.Stream.output.rawValue)
    } catch {
      throw .unwritable(path: nil, reason: error.reason)
    }
  }

  func say(_ text: String) {
    StandardStreams.say(text)
  }
}
