/// Things that wait for each other, so that none of them ever works again by itself.
public struct RestorationLoop: Hashable, Sendable {
  /// The elements, by id.
  public let elements: [VertexID]
  /// Those of them that have failed and cannot be repaired, because that takes what waits for them.
  public let unrepaired: [VertexID]
  /// The fewest that set the rest going once they work; the first of them by id.
  public let breakers: [VertexID]
  /// Whether it is known that no fewer do.
  public let isExact: Bool
  /// Whether people can start or repair the breakers by hand, as far as anybody says.
  public let byHand: ColdStart.ByHand

  /// What each breaker does without: the elements that do not work either unless it does, though all other
  /// breakers do.
  let withouts: [[VertexID]]

  /// Whether the plan breaks it: only where somebody says that this can be done.
  public var isBroken: Bool { byHand == .stated }
}

extension RestorationLoop {
  /// Finds what never works again by itself once all that failed is repaired that can be.
  ///
  /// - Parameters:
  ///   - graph: What it takes to work again.
  ///   - out: What is out, in order.
  ///   - question: The question.
  ///   - compiled: The model.
  /// - Returns: The loops, by the first id.
  /// - Complexity: O(V + E), and for each loop what `GeneratingSet` takes.
  static func all(
    in graph: RecoveryGraph, out: [VertexID], _ question: RestorationQuestion,
    _ compiled: CompiledModel
  ) -> [RestorationLoop] {
    let isOut = VertexSet(out)
    let count = compiled.table.count
    let propagator = StartPropagator(graph.graph, turnTakers: count + graph.readiness.count)
    propagator.start((0..<count).map { VertexID($0) }.filter { !isOut.contains($0) })
    let waiting = out.filter { !propagator.isRunning($0) }
    guard !waiting.isEmpty else { return [] }
    let need = MutualNeed(among: waiting, in: compiled) { component in
      let isFailed = compiled.table.vertex(of: component.id).flatMap { graph.readiness[$0] } != nil
      let running = [component.requires, component.startsWith]
      return isFailed ? running + [component.repairNeeds] : running
    }
    var found: [RestorationLoop] = []
    for part in need.parts {
      let stuck = part.filter { !propagator.isRunning($0) }
      guard !stuck.isEmpty else { continue }
      found.append(loop(part, propagator, graph, question, compiled))
      propagator.start(part)
    }
    return found.sorted { $0.elements.lexicographicallyPrecedes($1.elements) }
  }

  private static func loop(
    _ part: [VertexID], _ propagator: StartPropagator, _ graph: RecoveryGraph,
    _ question: RestorationQuestion, _ compiled: CompiledModel
  ) -> RestorationLoop {
    let unrepaired = part.filter { vertex in
      graph.readiness[vertex].map { !propagator.isRunning($0) } ?? false
    }
    let manual = part.filter {
      compiled.component($0)?.startsManually == true || question.byHand.contains($0)
    }
    let choices: [(candidates: [VertexID], byHand: ColdStart.ByHand)] = [
      (manual, .stated), (Set(unrepaired + manual).sorted(), .notStated), (part, .notStated),
    ]
    for choice in choices {
      let closure = StartClosure(propagator, wanted: part)
      if let set = GeneratingSet(from: choice.candidates, reaching: part.count, in: closure) {
        return RestorationLoop(
          elements: part, unrepaired: unrepaired, breakers: set.vertices, isExact: set.isExact,
          byHand: choice.byHand == .notStated && !manual.isEmpty ? .insufficient : choice.byHand,
          withouts: set.vertices.map { withouts($0, set.vertices, of: part, propagator) })
      }
    }
    preconditionFailure("a loop works once all of it does")
  }

  private static func withouts(
    _ breaker: VertexID, _ breakers: [VertexID], of part: [VertexID],
    _ propagator: StartPropagator
  ) -> [VertexID] {
    let count = propagator.running.count
    propagator.start(breakers.filter { $0 != breaker })
    let idle = part.filter { !propagator.isRunning($0) }
    propagator.undo(to: count)
    return idle
  }
}
