public import ArgumentParser
import DepGraph

struct ImportTableCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "Workbooks (.xlsx) and delimited text (CSV), as people hold them.",
    discussion: """
      Example: depgraph import table cmdb_ci.csv cmdb_rel_ci.csv --map servicenow -o model.yaml
               depgraph import table werkblad.xlsx -o model.yaml

      A map says what each column, word and relation means. Without one the files are filled \
      templates (depgraph template).
      """)

  @OptionGroup var arguments: ImportArguments

  @Option(
    help: ArgumentHelp(
      "What the tables mean: a file that begins with `depgraph-map: 1`, or one of servicenow, "
        + "topdesk, circuits, edges (default: the template).", valueName: "map"),
    completion: .file(extensions: ["yaml"]))
  var map: String?

  @Option(
    help: """
      What a row without a name of a relation means: first-needs-second, second-needs-first, \
      first-degrades-without-second, second-degrades-without-first or ignore (default: as the map \
      says).
      """)
  var direction: TableMap.Direction?

  @Option(
    help: ArgumentHelp(
      "Write all remarks into a file: JSON, CSV or Markdown, by the name's ending.",
      valueName: "file"))
  var findings: String?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    var meaning = try map.map { try TableMapReader().read(path(of: $0)) } ?? .template
    if let direction { meaning = meaning.taking(direction) }
    let imported = try TableImporter(map: meaning).read(arguments.files, options: arguments.options)
    try arguments.give(imported)
    guard let findings else { return }
    let result = ValidationResult(imported.warnings, texts: [:])
    let language = arguments.lang ?? .ofEnvironment
    let subject = imported.report.files.joined(separator: ", ")
    let report = result.report(on: subject, model: nil, language: language)
    let text =
      switch findings.split(separator: ".").last {
      case "csv": report.csv
      case "json": result.json.jsonText
      default: report.markdown
      }
    try OutputOptions.write(text, into: findings)
  }

  /// The file of a map: one of the ready ones by its name, near the tables, here, or installed.
  private func path(of name: String) -> String {
    let near = NamedFile(model: arguments.files[0]).path(of: name, in: "maps")
    return near == name ? NamedFile(model: "models/model.yaml").path(of: name, in: "maps") : near
  }
}

extension TableMap.Direction: ExpressibleByArgument {}
