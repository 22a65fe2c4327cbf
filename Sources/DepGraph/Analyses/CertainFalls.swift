extension CompiledModel {
  /// How many components fall for certain with each of some elements alone.
  ///
  /// - Parameter seeds: The elements, each of which fails alone.
  /// - Returns: For each the number of components that fall in the certain reading, itself left out.
  /// - Complexity: O(*s*·(*v* + *a*)) for *s* seeds and the vertices and arcs that fail with each.
  func certainFalls(with seeds: [VertexID]) -> [Int] {
    let propagator = FailurePropagator(reading(.certain).levelOne)
    let isComponent = VertexSet(componentVertices)
    return seeds.map { seed in
      propagator.fail([seed])
      defer { propagator.undo() }
      return propagator.failed.count { isComponent.contains($0) && $0 != seed }
    }
  }
}
