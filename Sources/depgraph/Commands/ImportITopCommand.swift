import ArgumentParser
import DepGraph

struct ImportITopCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "itop",
    abstract: "CSV exports of iTop: what impacts what, redundancy, contracts, levels, contacts.",
    discussion: """
      Example: depgraph import itop Server.csv ApplicationSolution.csv \
      lnkApplicationSolutionToFunctionalCI.csv -o model.yaml

      One file for each class, named after it. The guide ITop tells what becomes of what.
      """)

  @OptionGroup var arguments: ImportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give(ITopReader().read(arguments.files, options: arguments.options))
  }
}
