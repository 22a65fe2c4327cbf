import ArgumentParser
import DepGraph

struct ExportCSVCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "The model as tables: components.csv, requirements.csv and the like.",
    discussion: """
      Example: depgraph export csv models/voorbeeld/voorbeeld.yaml -o tables

      `depgraph import csv` reads them back, and every command takes the folder as a model. What no \
      table holds is said on standard error.
      """)

  @Argument(help: "The model's root file.", completion: .file(extensions: ["yaml", "yml", "json"]))
  var model: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The folder to write the tables into.", valueName: "folder"),
    completion: .directory)
  var output: String

  @Flag(help: "Semicolons between cells, as Dutch spreadsheets want them.")
  var semicolons = false

  @Option(help: "The language of messages: nl or en.")
  var lang: Language?

  @OptionGroup var limits: LimitArguments

  func run() throws {
    let read = try ModelReader().read(model)
    let tables = CSVTablesWriter(usesSemicolons: semicolons).files(of: read.model)
    // Tables of an earlier model would be read as part of this one.
    try ResultFolder(path: output).fill(insteadOf: CSVTablesWriter.fileNames) { folder in
      for file in tables.files { try folder.write(file.bytes, to: file.name) }
    }
    let phrases = Phrases(lang ?? .ofEnvironment)
    for loss in tables.losses {
      let line = phrases.tableLossLine(loss.key, loss.count)
      StandardStreams.say(line)
    }
  }
}
