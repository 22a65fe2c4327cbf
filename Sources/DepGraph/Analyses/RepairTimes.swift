/// How long it takes to repair each element, as far as that is written down.
///
/// That is its own mean time to repair; else the longest time within which a contract in force
/// promises to restore it. Nothing is known of the others, which is not the same as no time.
struct RepairTimes: Sendable {
  private var seconds: [VertexID: Double] = [:]

  /// Collects the times of some elements.
  ///
  /// - Complexity: O(*e* + *c*·*n*) for *e* elements and what *c* contracts cover of *n*.
  init(of elements: [VertexID], in compiled: CompiledModel) {
    let isAsked = Set(elements)
    for contract in compiled.model.contracts where contract.isValid(on: compiled.model.asOf) {
      let promised = contract.targets.compactMap { $0.restoreWithin?.seconds }.max()
      guard let promised else { continue }
      for element in compiled.coverage(of: contract).vertices where isAsked.contains(element) {
        seconds[element] = max(seconds[element] ?? 0, promised)
      }
    }
    for element in elements {
      let own =
        compiled.component(element)?.dependability ?? compiled.commonCause(element)?.dependability
      if let time = own?.meanTimeToRepair { seconds[element] = time.seconds }
    }
  }

  /// The time that it takes to repair an element; nil: nobody wrote it down.
  subscript(element: VertexID) -> Double? { seconds[element] }

  /// The time of all together one after the other; nil: one of them is not known.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  func total(of elements: [VertexID]) -> Double? {
    elements.reduce(Optional(0.0)) { sum, element in
      guard let sum, let time = self[element] else { return nil }
      return sum + time
    }
  }

  /// The time of the one that takes longest; nil: one of them is not known.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  func longest(of elements: [VertexID]) -> Double? {
    elements.reduce(Optional(0.0)) { longest, element in
      guard let longest, let time = self[element] else { return nil }
      return max(longest, time)
    }
  }
}
