import ArgumentParser
import DepGraph

struct ImportOpenPSACommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "openpsa",
    abstract: "A fault tree in Open-PSA XML as a model of what needs what.",
    discussion: """
      Example: depgraph import openpsa plant.xml -o plant.yaml

      Gates that negate are refused: a model of needs cannot say that something fails because \
      something else works.
      """)

  @OptionGroup var arguments: ImportArguments

  @Option(
    help: ArgumentHelp("The time that rates run, in their unit (hours).", valueName: "number"))
  var missionTime = OpenPSAReader().missionTime

  @OptionGroup var limits: LimitArguments

  func validate() throws {
    guard missionTime >= 0, missionTime.isFinite else {
      throw ValidationError("--mission-time is at least 0")
    }
  }

  func run() throws {
    let importer = FaultTreeImporter(missionTime: missionTime)
    try arguments.give(importer.read(arguments.files, options: arguments.options))
  }
}
