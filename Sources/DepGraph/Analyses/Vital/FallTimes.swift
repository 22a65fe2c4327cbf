/// When everything falls after a failure, by how sure that is.
///
/// Three propagations: in the certain reading, in the possible one, and in the possible one with
/// everything failed of which a need is not known. What the last one takes down and the second does
/// not is what cannot be told.
struct FallTimes: Sendable {
  /// How sure it is that something falls.
  enum Surety: CaseIterable {
    /// In the most favourable reading too.
    case certain
    /// In the least favourable reading.
    case possible
    /// If what nobody knows turns out badly.
    case conceivable
  }

  private let certain: LevelTimes
  private let possible: LevelTimes
  private let withSuspects: LevelTimes
  /// Whether the extent of the failure itself is not known, so that anything may have failed.
  private let isOpen: Bool
  /// Components that are claimed not to depend on what failed.
  private let claimed: Set<VertexID>
  private let since: Instant?
  private let compiled: CompiledModel

  /// - Complexity: O((*v* + *a*) log *v*) for the vertices and arcs that fail.
  init(_ seeds: Seeds, since: Instant?, claimed: Set<VertexID>, in compiled: CompiledModel) {
    let reading = compiled.reading(.possible)
    certain = compiled.reading(.certain).times(from: seeds.vertices)
    let possible = reading.times(from: seeds.vertices)
    self.possible = possible
    let suspects =
      seeds.vertices.isEmpty
      ? []
      : Untellable.suspects(after: seeds.vertices, in: compiled) { suspects in
        let times = suspects.isEmpty ? possible : reading.times(from: seeds.vertices + suspects)
        return { times.down[$0] < .infinity }
      }
    withSuspects =
      suspects.isEmpty ? possible : reading.times(from: seeds.vertices + suspects)
    isOpen = !seeds.unknownExtent.isEmpty
    self.claimed = claimed
    self.since = since
    self.compiled = compiled
  }

  /// When a component falls, in seconds after the failure; infinite: never.
  ///
  /// - Parameters:
  ///   - vertex: The component.
  ///   - surety: How sure it must be.
  ///   - degraded: Whether working degraded counts as falling.
  /// - Returns: The seconds.
  func fall(of vertex: VertexID, _ surety: Surety, degraded: Bool = false) -> Double {
    let time = { (times: LevelTimes) in
      degraded ? min(times.down[vertex], times.lessThanWhole(vertex)) : times.down[vertex]
    }
    switch surety {
    case .certain: return time(certain)
    case .possible: return time(possible)
    case .conceivable:
      if claimed.contains(vertex) { return time(possible) }
      return isOpen ? 0 : time(withSuspects)
    }
  }

  /// When the users of a component feel that it fell: from then on harm counts.
  func harm(of vertex: VertexID, _ surety: Surety, degraded: Bool = false) -> Double {
    let fall = fall(of: vertex, surety, degraded: degraded)
    guard let since, fall < .infinity, let hours = compiled.component(vertex)?.needed
    else { return fall }
    let instant = hours.firstInstant(atOrAfter: since.advanced(by: fall))
    return instant.secondsSinceEpoch - since.secondsSinceEpoch
  }
}
