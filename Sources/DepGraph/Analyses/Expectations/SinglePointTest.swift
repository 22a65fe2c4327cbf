/// The single points of failure of the components of which expectations speak.
struct SinglePointTest {
  private let compiled: CompiledModel
  private let worstReading: Reading
  private let unknowns: UnknownNeeds
  private var points: [VertexID: [SinglePoints.Point]] = [:]

  /// Finds them.
  ///
  /// - Complexity: That of `FailureLanes.causes(of:among:)` in two readings.
  init(of targets: [VertexID], in compiled: CompiledModel, reading: Reading?) {
    self.compiled = compiled
    worstReading = reading ?? .possible
    unknowns = UnknownNeeds(in: compiled, worstReading)
    let watched = Array(Set(targets)).sorted()
    guard !watched.isEmpty else { return }
    let seeds = VertexSet(
      (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches))
    let causes = { (reading: Reading) in
      FailureLanes(compiled.reading(reading).levelOne).causes(of: watched, among: seeds)
    }
    let possible = causes(worstReading)
    let certain = reading == nil ? causes(.certain) : possible
    for (place, vertex) in watched.enumerated() {
      points[vertex] = possible[place].map { seed in
        SinglePoints.Point(
          vertex: seed, verdict: certain[place].contains(seed) ? .certain : .possible)
      }
    }
  }

  /// Its single points of failure, in order.
  func points(of vertex: VertexID) -> [SinglePoints.Point] { points[vertex, default: []] }

  /// That nothing takes a component down alone.
  ///
  /// - Complexity: That of `Why`.
  func noSinglePoint(of vertex: VertexID) -> (ClaimVerdict, TestedClaim.Reason?) {
    let found = points(of: vertex)
    let unknown = unknowns.under(vertex)
    if found.isEmpty, unknown.isEmpty { return (.passed, nil) }
    // The certain ones first: of those the chain is told.
    let certain = found.filter { $0.verdict == .certain }
    let all = certain + found.filter { $0.verdict != .certain }
    return (
      certain.isEmpty ? .undetermined : .failed,
      difference(missing: [], unexpected: all.map(\.vertex), unknown: unknown, of: vertex)
    )
  }

  /// That certain things, and no others, take a component down alone.
  ///
  /// - Complexity: That of `Why`.
  func exactly(
    _ expected: [VertexID], of vertex: VertexID
  ) -> (ClaimVerdict, TestedClaim.Reason?) {
    let found = points(of: vertex).map(\.vertex)
    let unknown = unknowns.under(vertex)
    let missing = expected.filter { !found.contains($0) }
    let unexpected = found.filter { !expected.contains($0) }
    let verdict: ClaimVerdict =
      !unexpected.isEmpty || (!missing.isEmpty && unknown.isEmpty)
      ? .failed : unknown.isEmpty ? .passed : .undetermined
    return (
      verdict,
      verdict == .passed
        ? nil
        : difference(missing: missing, unexpected: unexpected, unknown: unknown, of: vertex)
    )
  }

  private func difference(
    missing: [VertexID], unexpected: [VertexID], unknown: [VertexID], of vertex: VertexID
  ) -> TestedClaim.Reason {
    let chain = unexpected.first.flatMap {
      Why(vertex, after: Seeds([$0]), in: compiled, reading: worstReading).explanation
    }
    return .points(
      TestedClaim.PointDifference(
        missing: missing, unexpected: unexpected, chain: chain, unknown: unknown))
  }
}
