extension ThresholdGraph {
  /// Everything whose failure bears on a vertex directly: its inputs, or for a path vertex the
  /// nodes and links of its network.
  ///
  /// - Complexity: O(*k*) for *k* of them.
  func allInputs(of vertex: VertexID) -> [VertexID] {
    guard let path = pathInfo(of: vertex) else { return inputs(of: vertex).map(\.vertex) }
    return nodes(of: path.network) + links(of: path.network).map(\.link)
  }
}
