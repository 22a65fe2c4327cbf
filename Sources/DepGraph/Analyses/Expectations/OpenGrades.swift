/// What a failure could do for what is not known of needs: the possible reading, with everything of
/// which a need is not known failed as well.
///
/// Levels only get worse as more fails, so that this is the worst of them. Less redundancy may come
/// and go: something on a stock is left with less redundancy while what it requires still works, and
/// not affected once that has fallen. What leans on something that might fall could be either.
struct OpenGrades {
  /// The components of which a need is not known, and that are not down from the start, in order.
  let suspects: [VertexID]
  private let outcome: ReadingOutcome
  private let leaning: Set<VertexID>

  /// Computes it; nil where all is known, or nothing fails.
  ///
  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs of the reading.
  init?(
    _ seeds: [VertexID], in compiled: CompiledModel, _ reading: Reading, worst: ReadingOutcome
  ) {
    let compiledReading = compiled.reading(reading)
    suspects = Untellable.suspects(after: seeds, in: compiled, compiledReading, worst: worst)
    guard !seeds.isEmpty, !suspects.isEmpty else { return nil }
    let outcome = ReadingOutcome(
      compiledReading, seeds: seeds + suspects, horizon: worst.horizon)
    var fallen: Set<VertexID> = []
    for vertex in outcome.times.down.order where outcome.isDown(vertex) && !worst.isDown(vertex) {
      if compiledReading.isElement(vertex) {
        fallen.insert(vertex)
      } else if compiledReading.part(vertex).kind == .path {
        // It may turn out to be on its last way instead.
        fallen.insert(compiledReading.part(vertex).owner)
      }
    }
    self.outcome = outcome
    leaning = ReducedRedundancy.leaning(on: fallen, in: compiledReading)
  }

  /// The worst grade that a component could turn out to have.
  func most(_ vertex: VertexID) -> Grade {
    max(outcome.grade(of: vertex), leaning.contains(vertex) ? .reducedRedundancy : .notAffected)
  }

  /// The mildest grade that a component could turn out to have.
  ///
  /// - Parameters:
  ///   - vertex: The component.
  ///   - known: Its mildest grade in the readings.
  /// - Returns: That grade, or a milder one.
  func least(_ vertex: VertexID, known: Grade) -> Grade {
    // At a moment it may fall with one thing that is not known, and be on its stock with another.
    let mayBeOnStock = outcome.horizon < .infinity || !outcome.isDown(vertex)
    let isMilder = known == .reducedRedundancy && leaning.contains(vertex) && mayBeOnStock
    return isMilder ? .notAffected : known
  }
}
