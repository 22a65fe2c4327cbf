import ArgumentParser
import DepGraph

struct ExplainReportsCommand: AnsweringCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain-reports",
    abstract: "What may have failed, given what is reported out and working; and what to ask next.",
    discussion: """
      Example: depgraph explain-reports models/voorbeeld/voorbeeld.yaml \
      --out telefonie kantoor --working meldkamer-zuid
      """)

  static let givesWhatWasFound = true

  @OptionGroup var model: ModelArguments

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("What is reported not to work.", valueName: "id"))
  var out: [String] = []

  @Option(
    parsing: .upToNextOption, help: ArgumentHelp("What is reported to work.", valueName: "id"))
  var working: [String] = []

  @Option(help: ArgumentHelp("The most failures at once.", valueName: "number"))
  var maxOrder = Diagnosis.standardOrder

  @OptionGroup var limits: LimitArguments

  @OptionGroup var output: OutputOptions

  func validate() throws {
    if out.isEmpty { throw ValidationError("--out names what is reported not to work") }
    if maxOrder < 1 { throw ValidationError("--max-order is at least 1") }
  }

  func run() throws {
    let loaded = try model.load(output)
    let compiled = loaded.compiled
    let reports = try FailureReports(out: out, working: working, in: compiled)
    try checkAgreement(of: reports, in: compiled)
    let phrases = Phrases(output.messageLanguage)
    let work = LongWork(limits) { _ in "" }
    let diagnosis = Diagnosis(
      of: reports, atMost: maxOrder, in: compiled,
      goesOn: work.goesOn(phrases.searchingExplanations))
    try work.give(
      loaded.result("explain-reports", options: options, diagnosis.json(in: compiled)),
      isComplete: diagnosis.isComplete, because: phrases.stopped(diagnosis), by: output,
      or: compiled.model.language
    ) { diagnosis.report(in: compiled, language: $0) }
  }

  private func checkAgreement(of reports: FailureReports, in compiled: CompiledModel) throws {
    let both = reports.contradicted.map(compiled.table.id(of:))
    guard let first = both.first else { return }
    throw InvalidInput([
      Diagnostic(
        .badValue, "reported both out and working: \(both.joined(separator: ", "))", id: first,
        hint: "give the report of now, and leave out the other")
    ])
  }

  private var options: JSONValue {
    [
      "out": .texts(out), "working": .texts(working), "max-order": .integer(maxOrder),
      "time-limit": .number(limits.timeLimit?.seconds),
      "known-by": .text(model.knownBy?.description),
    ]
  }
}
