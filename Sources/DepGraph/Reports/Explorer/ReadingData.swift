extension CompiledReading {
  /// The reading as the explorer's script takes it: both graphs, and what their parts stand for.
  ///
  /// - Complexity: O(*v* + *a*) for *v* vertices and *a* arcs.
  var explorerData: JSONValue {
    let (one, two) = flatGraphs
    let parts = (elementCount..<one.thresholds.count).map { part(VertexID($0)) }
    return [
      "one": one.explorerData, "two": two.explorerData,
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

extension FlatGraph {
  /// The graph for the script; delays as pairs of an index and what is not 0.
  fileprivate var explorerData: JSONValue {
    [
      "thresholds": .numbers(thresholds), "vertexDelays": Self.sparse(vertexDelays),
      "inputCounts": .numbers(inputCounts), "inputs": .numbers(inputs),
      "delays": Self.sparse(inputDelays), "paths": .array(paths.map(JSONValue.numbers)),
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
