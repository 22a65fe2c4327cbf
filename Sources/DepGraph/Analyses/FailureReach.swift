/// Who falls with what: asked of one set of failures after another.
final class FailureReach {
  private let propagator: FailurePropagator
  private let users: [VertexID]

  /// - Complexity: O(V) for the vertices of the reading.
  init(_ compiled: CompiledModel, _ reading: Reading) {
    propagator = FailurePropagator(compiled.reading(reading).levelOne)
    users = compiled.vertices(ofKinds: [.process, .consumer])
  }

  /// How many processes and consumers fall.
  ///
  /// - Complexity: O(*v* + *a* + *u*) for the vertices and arcs that fail, and *u* users.
  func userCount(after failures: [VertexID]) -> Int {
    propagator.fail(failures)
    defer { propagator.undo() }
    return users.count(where: propagator.contains)
  }

  /// Those of some elements that fall with another of them, which does not fall with them.
  ///
  /// - Complexity: O(*e*·(*v* + *a* + *e*)) for *e* elements and what fails with each.
  func followers(among elements: [VertexID]) -> Set<VertexID> {
    var takes: [VertexID: Set<VertexID>] = [:]
    for element in elements {
      propagator.fail([element])
      takes[element] = Set(elements.filter { $0 != element && propagator.contains($0) })
      propagator.undo()
    }
    return Set(
      elements.filter { element in
        elements.contains { other in
          takes[other]?.contains(element) == true && takes[element]?.contains(other) == false
        }
      })
  }
}
