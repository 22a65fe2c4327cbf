import ArgumentParser
import DepGraph
import Foundation

struct TestCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Whether models and scenarios answer as their authors expect: a gate for changes.",
    discussion: """
      Example: depgraph test models/nafin/nafin.yaml
               depgraph test model.yaml scenarios/*.yaml --junit report.xml --coverage-at-least 60

      Each claim under `expect:` is judged: ok, NOT, or cannot tell. The status is 1 if one does not \
      hold or cannot be told, unless --fail-on says otherwise.
      """)

  @Argument(
    help: "Models, and scenarios (files beginning with `depgraph-scenario: 1`).",
    completion: .file(extensions: ["yaml", "yml", "json", "sqlite", "db"]))
  var files: [String]

  @Option(
    help: ArgumentHelp(
      "Judge expectations of models by this reading alone (default: all must agree).",
      valueName: Reading.allCases.map(\.rawValue).joined(separator: "|")))
  var reading: Reading?

  @Option(
    help: ArgumentHelp(
      "End with status 1 for claims with these verdicts: failed, undetermined, or none.",
      valueName: "verdicts"))
  var failOn = FailingVerdicts.all

  @Option(
    help: ArgumentHelp(
      "End with status 1 if less than so many percent of the components of a model is asserted or reached.",
      valueName: "percent"))
  var coverageAtLeast: Double?

  @Option(
    help: ArgumentHelp("Write a report for build servers (JUnit XML).", valueName: "file"),
    completion: .file(extensions: ["xml"]))
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Write what did not pass, for code reviews (SARIF 2.1.0).", valueName: "file"),
    completion: .file(extensions: ["sarif", "json"]))
  var sarif: String?

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (0...100).contains(coverageAtLeast ?? 0) else {
      throw ValidationError("--coverage-at-least is a percentage: 0 to 100")
    }
    let paths = files.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
    guard Set(paths).count == paths.count else {
      throw ValidationError("a file is given twice: its claims would count twice")
    }
    let written = [junit, sarif, output.output].compactMap(\.self)
    guard Set(written).count == written.count, Set(written).isDisjoint(with: files) else {
      throw ValidationError("a file that is written is named twice, or is one of those tested")
    }
  }

  func run() throws {
    let tested = try files.map { (file: String) throws -> TestedFile in
      do {
        return try test(file)
      } catch {
        try reportErrors(error, in: file)
        throw error
      }
    }
    let review = TestReview(tested.map(\.suite), reading: reading)
    let language = output.lang ?? tested[0].loaded.compiled.model.language
    if let junit {
      try ResultFile(path: junit).write(Array(review.junit(language: language).utf8))
    }
    if let sarif {
      try ResultFile(path: sarif).write(Array(review.sarif(language: language).jsonText.utf8))
    }
    try output.give(result(review, tested), or: language) { review.report(language: $0) }
    let isMissed = failOn.verdicts.contains { review.count($0) > 0 }
    let isThin = coverageAtLeast.map { !review.covers(atLeast: $0 / 100) } ?? false
    if isThin, let coverageAtLeast {
      let line = Phrases(output.messageLanguage).tooThin(review, percent: coverageAtLeast)
      StandardStreams.say(line)
    }
    if isMissed || isThin { throw Failure.answered(status: Failure.Status.gate) }
  }

  /// Writes the reports of a file that has errors: a build server would go on showing older ones.
  private func reportErrors(_ error: any Error, in file: String) throws {
    guard case .invalid(let input) = Failure(error) else { return }
    let untested = UntestedFile(file, input)
    let language = output.messageLanguage
    if let junit {
      try ResultFile(path: junit).write(Array(untested.junit(language: language).utf8))
    }
    if let sarif {
      try ResultFile(path: sarif).write(Array(untested.sarif(language: language).jsonText.utf8))
    }
  }

  /// A file that was tested, with what it was read from.
  private struct TestedFile {
    let suite: TestReview.Suite
    let loaded: LoadedModel
    let marking: Marking?
  }

  private func test(_ file: String) throws -> TestedFile {
    guard ScenarioFile.isOne(file) else {
      let loaded = try LoadedModel(file)
      loaded.summarise(file, in: output.messageLanguage)
      let test = ModelTest(loaded.compiled, reading: reading)
      return TestedFile(
        suite: TestReview.Suite(file: file, loaded.compiled, .model(test)), loaded: loaded,
        marking: nil)
    }
    let (loaded, scenario) = try LoadedScenario.read(file, model: nil, output)
    let run = try ScenarioRun(scenario, in: loaded.compiled)
    return TestedFile(
      suite: TestReview.Suite(file: file, loaded.compiled, .scenario(run)), loaded: loaded,
      marking: scenario.marking)
  }

  private func result(_ review: TestReview, _ tested: [TestedFile]) -> JSONResult {
    var result = tested[0].loaded.result(
      "test", options: options, inputs: InputFiles.stamps("files", files), review.json)
    var warnings: [Diagnostic] = []
    for remark in tested.flatMap(\.loaded.remarks) where !warnings.contains(remark) {
      warnings.append(remark)
    }
    result.warnings = warnings
    // The model of the header is the first; what is shown of others counts with their own marking.
    let others = review.coverage.dropFirst().map { other in
      let proposed = ProposedMarking(ofAll: other.compiled.model, result: "test")
      return Marking(
        classification: proposed.level?.rawValue, trafficLight: proposed.light?.rawValue)
    }
    result.markings = tested.compactMap(\.marking) + others
    return result
  }

  private var options: JSONValue {
    [
      "files": .files(files), "reading": .text(reading?.rawValue),
      "fail-on": .string(failOn.words), "coverage-at-least": .number(coverageAtLeast),
    ]
  }
}

/// The verdicts for which a test ends with status 1.
struct FailingVerdicts: ExpressibleByArgument {
  /// The verdicts.
  let verdicts: Set<ClaimVerdict>

  /// All that are not passed.
  static let all = FailingVerdicts(verdicts: [.failed, .undetermined])

  private init(verdicts: Set<ClaimVerdict>) { self.verdicts = verdicts }

  /// Reads `none`, or verdicts with commas between.
  init?(argument: String) {
    guard argument != "none" else {
      verdicts = []
      return
    }
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    let known = words.compactMap { ClaimVerdict(rawValue: String($0)) }
    guard known.count == words.count, !known.contains(.passed) else { return nil }
    verdicts = Set(known)
  }

  /// It as it is typed.
  var words: String {
    let names = ClaimVerdict.allCases.filter(verdicts.contains).map(\.rawValue)
    return names.isEmpty ? "none" : names.joined(separator: ",")
  }

  /// The words of the default in the help.
  var defaultValueDescription: String { words }
}

/// Tells scenarios from models.
enum ScenarioFile {
  /// The most of a file that is looked at.
  private static let most = 65_536

  /// Whether a file begins as a scenario does; a pipe, which can be read once only, is a model.
  static func isOne(_ path: String) -> Bool {
    guard FileFingerprint.isRegular(path), let handle = FileHandle(forReadingAtPath: path),
      let beginning = try? handle.read(upToCount: most)
    else { return false }
    return String(decoding: beginning, as: UTF8.self)
      .split(whereSeparator: \.isNewline)
      .contains { line in
        line.drop(while: { " {\"'\u{FEFF}".contains($0) }).hasPrefix("depgraph-scenario")
      }
  }
}
