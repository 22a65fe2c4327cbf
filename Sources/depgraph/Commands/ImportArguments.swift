public import ArgumentParser
import DepGraph

/// What every import is asked with, and how its result is given.
struct ImportArguments: ParsableArguments {
  @Argument(help: "The files to read.", completion: .file())
  var files: [String]

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the model into a file, whole or not at all: YAML, or a container where the name ends "
        + "in .sqlite (default: YAML on standard output).", valueName: "file"),
    completion: .file(extensions: ["yaml", "sqlite"]))
  var output: String?

  @Option(help: ArgumentHelp("Write the import report as JSON.", valueName: "file"))
  var report: String?

  @Option(help: ArgumentHelp("The name of the model.", valueName: "text"))
  var name: String?

  @Option(help: "How the facts in the files are known: internal, public or fictional.")
  var basis = Basis.internal

  @Option(help: ArgumentHelp("The day that the facts describe (2026-11-26).", valueName: "date"))
  var asOf: CalendarDate?

  @Option(
    help: """
      The language of the model's texts and of the report: nl or en (default: nl for the model, and \
      that of the environment for the report).
      """)
  var lang: Language?

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("name at least one file") }
    guard basis != .inferred, basis != .assumed else {
      throw ValidationError("--basis is internal, public or fictional")
    }
    // One slip of the completion key must not cost a department its workbook.
    for result in [output, report].compactMap({ $0 })
    where files.contains(where: { FileFingerprint.isSame($0, result) }) {
      throw ValidationError("`\(result)` is one of the files to read, and would be overwritten")
    }
  }

  /// What is said about the source as a whole.
  var options: ImportOptions {
    var options = ImportOptions()
    options.name = name
    options.language = lang ?? .dutch
    options.basis = basis
    options.asOf = asOf
    return options
  }

  /// Writes the model, reads it back, and says what became of what.
  ///
  /// - Parameter imported: The model.
  /// - Throws: `InvalidInput` where the model has errors; then nothing is written.
  func give(_ imported: ImportedModel) throws {
    let imported = imported.namingItsSource(options)
    try ModelOutput(path: output).write(imported.model)
    let language = lang ?? .ofEnvironment
    StandardStreams.writeRemarks(imported.warnings, in: language)
    let text = imported.report.report(language: language).text(TextStyle())
    StandardStreams.write(text, to: output == nil ? .error : .output)
    if let report {
      let json = imported.report.json(language: language)
      try ResultFile(path: report).write(Array(json.jsonText.utf8))
    }
  }
}

extension Basis: ExpressibleByArgument {}
