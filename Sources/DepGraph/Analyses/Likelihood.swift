/// How likely it is that several things have failed at once, as far as figures go.
public struct Likelihood: Hashable, Sendable {
  /// The probability that all of them have failed at a random moment; nil: for one of them there is
  /// no figure, or one that could be larger for what is not known.
  public let probability: Ratio?
  /// Whether a figure is, or follows from, a promise: the probability if it is just kept.
  public let restsOnPromises: Bool
  /// Whether a figure rests on something inferred or assumed.
  public let isAssumed: Bool

  /// Multiplies what elements have by themselves: they fail independently.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  init(of elements: [VertexID], _ figures: Unavailabilities) {
    let found = elements.map { figures[$0] }
    let known = found.compactMap(\.self).filter { !$0.isLeast }
    isAssumed = known.contains(where: \.isAssumed)
    restsOnPromises = !figures.promised(among: elements).isEmpty
    guard known.count == elements.count else {
      probability = nil
      return
    }
    probability = Ratio(
      bounding: known.reduce(1) { $0 * $1.value.low }, known.reduce(1) { $0 * $1.value.high })
  }

  /// The larger bound of the probability, to compare by; nil: there is none.
  var atMost: Double? { probability?.high }

  /// Whether it is higher than another: by the upper ends, where those are equal by the lower ones.
  ///
  /// What differs by less than products of figures are rounded is equal; what has no figure is lowest.
  ///
  /// - Complexity: O(1).
  func isHigher(than other: Likelihood) -> Bool {
    guard let probability else { return false }
    guard let others = other.probability else { return true }
    let tolerance = 1e-9
    for (own, its) in [(probability.high, others.high), (probability.low, others.low)]
    where abs(own - its) > tolerance * max(own, its) {
      return own > its
    }
    return false
  }
}

/// What is not known of that on which a component rests: there may be more ways to lose it.
public struct OpenEnds: Hashable, Sendable {
  /// Components with a requirement that nobody knows, in order.
  public let unknown: [VertexID]
  /// Keys, in order, under which things that it rests on may share a value: the value of one of them
  /// is not known.
  public let independenceNotShown: [String]
  /// What can fail and has no figure, or one that could be larger, in order.
  public let withoutFigure: [VertexID]
  /// What has its figure from a promise, in order.
  public let fromPromises: [VertexID]

  /// Whether there may be more ways to lose it than are known.
  public var areThere: Bool { !unknown.isEmpty || !independenceNotShown.isEmpty }

  /// Looks at everything that a component rests on.
  ///
  /// - Parameters:
  ///   - target: The component.
  ///   - elements: What can fail of that, in order.
  ///   - figures: How likely each is to have failed.
  ///   - compiled: The model.
  ///   - reading: The reading.
  /// - Complexity: O(*v* + *a*) for what the target rests on, and O(*s*) for *s* shared values.
  init(
    of target: VertexID, failing elements: [VertexID], _ figures: Unavailabilities,
    in compiled: CompiledModel, reading: Reading
  ) {
    let bearing = Bearing(on: [target], compiled.reading(reading)).vertices
    unknown = compiled.unknownRequirements.filter(bearing.contains)
    independenceNotShown = compiled.unknownShares.keys.sorted().filter { key in
      let isUnknown = compiled.unknownShares[key, default: []].contains(where: bearing.contains)
      guard isUnknown else { return false }
      let sharers = compiled.model.components.filter { component in
        guard let vertex = compiled.table.vertex(of: component.id), bearing.contains(vertex) else {
          return false
        }
        return component.shares.contains { $0.key == key }
      }
      return sharers.count > 1
    }
    withoutFigure = figures.unknown(among: elements).sorted()
    fromPromises = figures.promised(among: elements)
  }
}
