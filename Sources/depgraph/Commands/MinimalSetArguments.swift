import ArgumentParser
import DepGraph

/// What `cutsets` and `pathsets` can be asked in common.
struct MinimalSetArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp("Only sets of at most so many (default: of any size).", valueName: "number"))
  var maxOrder: Int?

  @Flag(help: "Only count, and list nothing.")
  var countOnly = false

  @Option(help: ArgumentHelp("The most sets listed; all are counted.", valueName: "number"))
  var limit = MinimalSetQuestion.standardListLimit

  @Option(help: "How uncertain facts are read.")
  var reading = Reading.possible

  @Option(
    help: ArgumentHelp(
      "The most nodes of a decision diagram; beyond it the answer is not complete.",
      valueName: "number"))
  var maxNodes: Int?

  func validate() throws {
    if let maxOrder, maxOrder < 1 { throw ValidationError("--max-order is at least 1") }
    if limit < 0 { throw ValidationError("--limit counts sets: 0 or more") }
    if let maxNodes, maxNodes < 1 { throw ValidationError("--max-nodes is at least 1") }
  }

  /// The question about a component.
  ///
  /// - Throws: `InvalidInput` where the id names no component, or not one.
  func question(about id: String, in compiled: CompiledModel) throws -> MinimalSetQuestion {
    var question = MinimalSetQuestion(try compiled.component(named: id))
    question.reading = reading
    question.maxOrder = maxOrder
    question.listLimit = countOnly ? 0 : limit
    question.nodeBudget = maxNodes
    return question
  }

  /// The options as the envelope repeats them.
  var members: [JSONValue.Member] {
    [
      .init("max-order", maxOrder.map { .integer($0) } ?? .null),
      .init("count-only", .bool(countOnly)), .init("limit", .integer(limit)),
      .init("reading", .string(reading.rawValue)),
      .init("max-nodes", maxNodes.map { .integer($0) } ?? .null),
    ]
  }
}

extension CompiledModel {
  /// The one component that an id names: what can fall, and not only take others down.
  ///
  /// - Throws: `InvalidInput` where it names nothing, several things, or a common cause.
  func component(named id: String) throws -> VertexID {
    let vertex = try element(id)
    guard component(vertex) != nil else {
      throw InvalidInput([
        Diagnostic(
          .unknownReference, "`\(id)` names no component that could fall", id: id,
          hint: "what it takes down itself, `blast` tells")
      ])
    }
    return vertex
  }
}
