import ArgumentParser
import DepGraph

struct ImportNetBoxCommand: LimitedCommand {
  static let configuration = CommandConfiguration(
    commandName: "netbox",
    abstract: "Fixtures and REST pages of NetBox: devices, cables, circuits, power, contacts.",
    discussion: """
      Example: depgraph import netbox netbox.json -o model.yaml
               depgraph import netbox sites.json devices.json cables.json -o model.yaml

      Pages are read together, in any order; a reference to what is in none of them is left out. The \
      guide NetBox tells what becomes of what.
      """)

  @OptionGroup var arguments: ImportArguments

  @OptionGroup var limits: LimitArguments

  func run() throws {
    try arguments.give(NetBoxReader().read(arguments.files, options: arguments.options))
  }
}
