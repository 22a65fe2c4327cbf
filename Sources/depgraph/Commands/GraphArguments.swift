public import ArgumentParser
public import DepGraph

/// What is said of the meaning of a graph that another program wrote.
struct GraphArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where arrows lead: needs (to what is needed) or spreads (to who is hit). Without it the file "
        + "says so, or needs is taken and marked as assumed.", valueName: "sense"))
  var direction: GraphImportOptions.Direction?

  @Option(
    help: ArgumentHelp(
      "The kind of nodes of which the file names none (default: network-element where all edges are "
        + "undirected, else service).", valueName: "kind"))
  var kind: ComponentKind?

  @Option(
    help: ArgumentHelp(
      "The attribute of nodes that ids are made from (default: the node's own id).",
      valueName: "name"))
  var idAttribute: String?

  @Option(
    help: ArgumentHelp(
      "The attribute that is the name (default: name, label or title).", valueName: "name"))
  var nameAttribute: String?

  /// What is said.
  var options: GraphImportOptions {
    var options = GraphImportOptions()
    options.direction = direction
    options.kind = kind
    options.idAttribute = idAttribute
    options.nameAttribute = nameAttribute
    return options
  }
}

extension GraphImportOptions.Direction: ExpressibleByArgument {}
extension ComponentKind: ExpressibleByArgument {}
