import ArgumentParser
import DepGraph

struct ImportDebianCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "debian",
    abstract: "A package index of Debian: what each package depends on, with alternatives.",
    discussion: """
      Example: apt-cache dumpavail > available
               depgraph import debian available --basis public -o packages.yaml

      Versions are not compared: an index of one release fits together.
      """)

  @OptionGroup var arguments: ImportArguments

  @Flag(help: "Take what is recommended as wanted: without it a package works degraded.")
  var recommends = false

  @OptionGroup var limits: LimitArguments

  func run() throws {
    var reader = DebianPackagesReader()
    reader.takesRecommendations = recommends
    try arguments.give(reader.read(arguments.files, options: arguments.options))
  }
}
