import ArgumentParser
import DepGraph

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Make a model from the files of other programs.",
    discussion: """
      Each format says what was taken over, what was left and what was guessed. A guess stands in \
      the model with `basis: assumed`.
      """,
    subcommands: [
      ImportArchiMateCommand.self, ImportCSVCommand.self, ImportDebianCommand.self,
      ImportDOTCommand.self, ImportGraphMLCommand.self, ImportITopCommand.self,
      ImportJSONCommand.self, ImportNetBoxCommand.self, ImportOpenPSACommand.self,
      ImportTableCommand.self,
    ])
}
