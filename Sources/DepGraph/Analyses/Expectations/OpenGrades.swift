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
  /// What shares something that nobody knows, where one of its kind is degraded.
  private let besideDegraded: Set<VertexID>
  /// The same, where one of its kind is left with less redundancy.
  private let besideReduced: Set<VertexID>
  private let compiled: CompiledModel

  /// Computes it; nil where all is known, or nothing fails.
  ///
  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs of the reading.
  init?(
    _ seeds: [VertexID], in compiled: CompiledModel, _ reading: Reading, worst: ReadingOutcome
  ) {
    let compiledReading = compiled.reading(reading)
    suspects = Untellable.suspects(after: seeds, in: compiled, compiledReading, worst: worst)
    guard !seeds.isEmpty, !suspects.isEmpty || !compiled.unknownShares.isEmpty else { return nil }
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
    self.compiled = compiled
    besideDegraded = Self.sharers(of: .degraded, outcome, in: compiled)
    besideReduced = Self.sharers(of: .reducedRedundancy, outcome, in: compiled)
    leaning = ReducedRedundancy.leaning(on: fallen.union(besideReduced), in: compiledReading)
  }

  /// The components that share something nobody knows, where something of its kind has a grade.
  private static func sharers(
    of grade: Grade, _ outcome: ReadingOutcome, in compiled: CompiledModel
  ) -> Set<VertexID> {
    let hit = compiled.unknownShares.filter { key, _ in
      compiled.valuesOfKey[key, default: []].contains { outcome.grade(of: $0) == grade }
    }
    return Set(hit.values.joined())
  }

  /// Whether an element rests on something that could turn out degraded.
  private func restsOnDegraded(_ vertex: VertexID) -> Bool {
    if besideDegraded.isEmpty { return false }
    if besideDegraded.contains(vertex) { return true }
    let used = compiled.dependencies.everythingUsed(by: vertex, networks: compiled.networks)
    return besideDegraded.contains { used[$0] != nil }
  }

  /// What nobody knows: the components of which a need, or something shared, is not known.
  var causes: [VertexID] { besideDegraded.union(besideReduced).union(suspects).sorted() }

  /// The worst grade that a component could turn out to have.
  ///
  /// - Complexity: O(*v* + *a*) where something shared is not known.
  func most(_ vertex: VertexID) -> Grade {
    let beside: Grade =
      restsOnDegraded(vertex)
      ? .degraded : leaning.contains(vertex) ? .reducedRedundancy : .notAffected
    return max(outcome.grade(of: vertex), beside)
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
