import ArgumentParser
import DepGraph

struct ImportCSVCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "csv",
    abstract: "Tables of components, requirements, parties, contracts and contacts.",
    discussion: """
      Example: depgraph import csv components.csv requirements.csv -o model.yaml
               depgraph import csv edges.csv -o model.yaml

      Which table a file is, its header says and not its name. Two columns without a header are pairs \
      of which the first requires the second. The guide CSV lists the columns.
      """)

  @OptionGroup var arguments: ImportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give(CSVTablesReader().read(arguments.files, options: arguments.options))
  }
}
