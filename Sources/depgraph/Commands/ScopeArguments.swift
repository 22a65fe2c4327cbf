public import ArgumentParser
public import DepGraph

/// What of a picture is drawn, folded together and pointed out.
struct ScopeArguments: ParsableArguments {
  @Option(help: "Draw only what lies near this component (overview, blast, spof, network, why).")
  var focus: String?

  @Option(help: "How many steps around the focus are drawn.")
  var hops = 2

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Draw only these: ids, globs and selectors as for seeds (overview, blast, spof, network).",
      valueName: "selector"))
  var only: [String] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Point these out with a star and a heavy border (overview, blast, spof, network, why).",
      valueName: "selector"))
  var highlight: [String] = []

  @Option(
    help: ArgumentHelp(
      "Fold together what has this alike: layer, site, owner, kind or sector (overview, blast, spof).",
      valueName: "by"))
  var collapse: ViewScope.Grouping?

  @Option(
    help: ArgumentHelp(
      "Where arrows lead: needs (to what is needed) or spreads (to who is hit) (overview, blast, spof, why).",
      valueName: "sense"))
  var direction: ViewScope.Sense?

  func validate() throws {
    if hops < 0 { throw ValidationError("--hops counts steps: 0 or more") }
  }

  /// Refuses what a view does not take: a picture that quietly ignored an option would mislead.
  func validate(for view: RenderCommand.View) throws {
    let given: [(name: String, isGiven: Bool, views: [RenderCommand.View])] = [
      ("--focus", focus != nil, [.overview, .blast, .spof, .network, .why]),
      ("--only", !only.isEmpty, [.overview, .blast, .spof, .network]),
      ("--highlight", !highlight.isEmpty, [.overview, .blast, .spof, .network, .why]),
      ("--collapse", collapse != nil, [.overview, .blast, .spof]),
      ("--direction", direction != nil, [.overview, .blast, .spof, .why]),
    ]
    for option in given where option.isGiven && !option.views.contains(view) {
      let views = option.views.map(\.rawValue).joined(separator: ", ")
      throw ValidationError(
        "--view \(view.rawValue) has no \(option.name); these have it: \(views)")
    }
  }

  /// The scope that the options name.
  ///
  /// - Throws: `InvalidInput` where they name nothing.
  func scope(in compiled: CompiledModel) throws -> ViewScope {
    var scope = ViewScope()
    scope.focus = try focus.map { try compiled.element($0) }
    scope.hops = hops
    scope.only = only.isEmpty ? nil : Set(try compiled.seeds(only).vertices)
    scope.highlight = Set(try compiled.seeds(highlight).vertices)
    scope.collapse = collapse
    scope.sense = direction
    return scope
  }
}

extension ViewScope.Grouping: ExpressibleByArgument {}
extension ViewScope.Sense: ExpressibleByArgument {}
