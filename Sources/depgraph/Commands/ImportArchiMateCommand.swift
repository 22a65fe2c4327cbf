import ArgumentParser
import DepGraph

struct ImportArchiMateCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "archimate",
    abstract: "An architecture in the ArchiMate exchange format (3.x, 2.1) as a model.",
    discussion: "Example: depgraph import archimate landscape.xml -o model.yaml")

  @OptionGroup var arguments: ImportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give(ArchiMateReader().read(arguments.files, options: arguments.options))
  }
}
