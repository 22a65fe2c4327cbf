/// What single failures would do during works that they would not do otherwise.
///
/// Something fails when all of the works go on, and stays so. A process or consumer is at risk where it
/// goes down before the first of them ends, would not go down by then without it, and does not fall with
/// it alone. Holdups count: what a battery bridges until the works are over is not at risk.
struct NewPoints {
  private let compiled: CompiledModel
  private let graph: ThresholdGraph
  private let windows: [PlannedWorks.Window]
  private let users: [VertexID]

  /// In larger models only what the next failure finds, with holdups spent, is looked at in time.
  private static let mostTried = 3000

  init(_ windows: [PlannedWorks.Window], in compiled: CompiledModel) {
    self.windows = windows
    self.compiled = compiled
    graph = compiled.reading(.possible).levelOne
    users = compiled.vertices(ofKinds: [.process, .consumer])
  }

  /// The processes and consumers at risk while some works all go on, with what must not fail then.
  ///
  /// - Complexity: That of the next failure; with holdups O(V) for each cause, and what fails with it.
  func during(_ works: [Int]) -> [NextFailure.Risk] {
    let seeds = seeds(of: works)
    guard !seeds.out.isEmpty, seeds.from < seeds.until else { return [] }
    let out = seeds.out.map(\.0)
    let before = graph.failureTimes(from: seeds.out)
    let known = { NextFailure(after: Seeds(out), in: compiled).risks.filter(isOfUser) }
    guard hasHoldups else { return known() }
    let candidates =
      compiled.table.count <= Self.mostTried
      ? (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches)
      : Set(known().flatMap(\.causes)).sorted()
    let alone = FailurePropagator(graph)
    var causes: [VertexID: [VertexID]] = [:]
    for cause in candidates where !before[cause].isBy(seeds.until) {
      let after = graph.failureTimes(from: seeds.out + [(cause, seeds.from)])
      let hit = users.filter { user in
        after[user].isBy(seeds.until) && after[user] < seeds.until
          && !(before[user] < seeds.until)
      }
      guard !hit.isEmpty else { continue }
      alone.fail([cause])
      for user in hit where !alone.contains(user) { causes[user, default: []].append(cause) }
      alone.undo()
    }
    return causes.sorted { $0.key < $1.key }.map { .init(vertex: $0.key, causes: $0.value) }
  }

  private func isOfUser(_ risk: NextFailure.Risk) -> Bool {
    compiled.component(risk.vertex)?.isUser == true
  }

  /// Whether anything waits before it fails.
  private var hasHoldups: Bool {
    !graph.vertexDelays.isEmpty || !graph.dependentDelays.isEmpty
  }

  /// What is in works with since when, and when all of the works go on, in seconds from the start of the
  /// first.
  private func seeds(
    of works: [Int]
  ) -> (out: [(VertexID, Double)], from: Double, until: Double) {
    let notices = works.map { windows[$0].notice }
    let seconds = { (instant: Instant, start: Instant) in
      instant.secondsSinceEpoch - start.secondsSinceEpoch
    }
    guard let start = notices.map(\.start).min(), let last = notices.map(\.start).max(),
      let end = notices.map(\.end).min()
    else { return ([], 0, 0) }
    let out = works.flatMap { work in
      windows[work].vertices.map { ($0, seconds(windows[work].notice.start, start)) }
    }
    return (out, seconds(last, start), seconds(end, start))
  }
}
