/// What is not known of the needs of a model: requirements, and values of what is shared.
struct UnknownNeeds {
  private let reading: CompiledReading
  private let isDoubtful: VertexSet

  /// - Complexity: O(*n*) for *n* components of which something is not known.
  init(in compiled: CompiledModel, _ reading: Reading) {
    self.reading = compiled.reading(reading)
    isDoubtful = VertexSet(
      compiled.unknownRequirements + compiled.unknownShares.values.flatMap(\.self))
  }

  /// The elements that a component rests on, itself included, in order.
  ///
  /// - Complexity: O(*v* + *a*) for them, and the vertices and arcs between.
  func bearing(on target: VertexID) -> [VertexID] {
    Bearing(on: [target], reading).vertices.filter(reading.isElement)
  }

  /// The components that one rests on, itself included, of which something is not known, in order.
  ///
  /// - Complexity: O(*v* + *a*) for what it rests on.
  func under(_ target: VertexID) -> [VertexID] {
    isDoubtful.isEmpty ? [] : bearing(on: target).filter(isDoubtful.contains)
  }
}
