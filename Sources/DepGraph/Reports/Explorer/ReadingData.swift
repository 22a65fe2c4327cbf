extension CompiledReading {
  /// The reading as the explorer's script takes it: both graphs, and what their parts stand for.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  var explorerData: JSONValue {
    let parts = (elementCount..<levelOne.vertexCount).map { part(VertexID($0)) }
    return [
      "one": levelOne.explorerData, "two": levelTwo.explorerData,
      "kinds": .string(parts.map(\.kind.letter).joined()),
      "owners": .numbers(parts.map(\.owner.index)),
      "standIns": .numbers(standIns.flatMap { [$0.element.index, $0.standIn.index] }),
      "shown": .numbers(
        shown.sorted { $0.key < $1.key }.flatMap { [$0.key.index, $0.value.index] }),
    ]
  }
}

extension CompiledReading.Part.Kind {
  fileprivate var letter: String {
    switch self {
    case .alternatives: "a"
    case .all: "l"
    case .path: "p"
    case .constant: "c"
    }
  }
}

extension ThresholdGraph {
  /// The graph as flat arrays; delays as pairs of an index and what is not 0.
  fileprivate var explorerData: JSONValue {
    let vertices = (0..<vertexCount).map { VertexID($0) }
    let inputs = vertices.map { self.inputs(of: $0) }
    let delays = inputs.flatMap { $0.map(\.delay) }
    return [
      "thresholds": .numbers(margins.map { $0 == Margin.never ? -1 : Int($0) }),
      "vertexDelays": Self.sparse(vertices.map(delay)),
      "inputCounts": .numbers(inputs.map(\.count)),
      "inputs": .numbers(inputs.flatMap { $0.map(\.vertex.index) }),
      "delays": Self.sparse(delays),
      "paths": .array(
        paths.map { path in
          let query = path.requirement
          return .numbers(
            [
              path.vertex.index, query.network.index, query.from.index,
              query.exempt?.index ?? -1,
            ] + query.to.map(\.index))
        }),
    ]
  }

  private static func sparse(_ values: [Double]) -> JSONValue {
    .array(
      values.enumerated().filter { $0.element != 0 }
        .flatMap { [.integer($0.offset), .number($0.element)] })
  }
}

extension JSONValue {
  /// Whole numbers in the order given.
  ///
  /// - Complexity: O(*n*) for *n* numbers.
  static func numbers(_ numbers: some Sequence<Int>) -> JSONValue {
    .array(numbers.map(JSONValue.integer))
  }
}
