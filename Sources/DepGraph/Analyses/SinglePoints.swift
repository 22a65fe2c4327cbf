/// Which single things can take which components down, and what each would take with it.
///
/// A single point of failure is a component or a common cause (a software release, a duct, a site)
/// whose failure alone takes another component down. Redundant units that share one software release
/// are one thing: the release is the single point of failure, though neither unit is.
public struct SinglePoints: Sendable {
  /// A single point of failure of a target.
  public struct Point: Hashable, Sendable {
    /// What fails.
    public let vertex: VertexID
    /// Whether the target falls in the certain reading too.
    public let verdict: Verdict
  }

  /// A component with all its single points of failure.
  public struct Target: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// Its single points of failure: components, then common causes, each by id.
    public let points: [Point]
    /// Components with a requirement that nobody knows and that could bear on the target, by id:
    /// there may be more single points, and the robustness is a most.
    public let unknown: [VertexID]
    /// How many things must fail at once, with the proof.
    public let robustness: Robustness
  }

  /// What something takes down when it fails alone.
  public struct Rank: Hashable, Sendable {
    /// What fails.
    public let vertex: VertexID
    /// The components that fall with it.
    public let down: [VertexID]
    /// The consumers among them.
    public let consumers: Int
    /// The processes among them.
    public let processes: Int
    /// The consumers and processes that fall in the certain reading too.
    public let certainUsers: Int
    /// What that means in the units that directors count, holdups taken as spent.
    public let consequences: Consequences
  }

  /// The components asked about, in the order asked.
  public let targets: [Target]
  /// What takes components down alone, the widest first: by processes and consumers, people,
  /// components, then id.
  ///
  /// If targets were named, only what is a single point of failure of one of them.
  public let ranking: [Rank]

  /// Finds the single points of failure.
  ///
  /// - Parameters:
  ///   - targets: The components to ask about; nil: all processes and consumers.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with
  ///   each, and the robustness of each target.
  public init(
    of targets: [VertexID]? = nil, in compiled: CompiledModel, reading: Reading = .possible
  ) {
    let asked = targets ?? compiled.vertices(ofKinds: [.process, .consumer])
    let falls = SoleFalls(of: asked, in: compiled, reading: reading)
    let cuts = CutSearch(compiled, reading: reading)
    let isUnknown = VertexSet(compiled.unknownRequirements)
    self.targets = asked.map { target in
      Target(
        vertex: target, points: falls.points[target, default: []],
        unknown: isUnknown.isEmpty
          ? []
          : Bearing(on: [target], compiled.reading(reading)).vertices.filter(isUnknown.contains),
        robustness: Robustness(of: target, by: cuts))
    }
    let isPoint = Set(falls.points.values.flatMap { $0.map(\.vertex) })
    let ranked = falls.ranks.filter { targets == nil || isPoint.contains($0.vertex) }
    ranking = ranked.sorted { left, right in
      let key = { (rank: Rank) in
        (
          -rank.consumers - rank.processes, -rank.consequences.people.high, -rank.down.count,
          rank.vertex
        )
      }
      return key(left) < key(right)
    }
  }
}

/// Every element that searches may fail, alone.
private struct SoleFalls {
  private(set) var points: [VertexID: [SinglePoints.Point]] = [:]
  private(set) var ranks: [SinglePoints.Rank] = []

  init(of targets: [VertexID], in compiled: CompiledModel, reading: Reading) {
    let parties = Consequences.parties(of: compiled.model)
    let isTarget = VertexSet(targets)
    let isComponent = VertexSet(compiled.componentVertices)
    let worst = FailurePropagator(compiled.reading(reading).levelOne)
    let best = FailurePropagator(compiled.reading(.certain).levelOne)
    // Components before common causes, each by id.
    let seeds = (0..<compiled.table.count).map { VertexID($0) }
      .filter(compiled.isSeedOfSearches)
    for seed in seeds.filter(isComponent.contains) + seeds.filter({ !isComponent.contains($0) }) {
      worst.fail([seed])
      let down = worst.failed.filter { isComponent.contains($0) && $0 != seed }.sorted()
      worst.undo()
      guard !down.isEmpty else { continue }
      best.fail([seed])
      let verdicts = down.map { best.contains($0) ? Verdict.certain : .possible }
      best.undo()
      for (vertex, verdict) in zip(down, verdicts) where isTarget.contains(vertex) {
        points[vertex, default: []].append(.init(vertex: seed, verdict: verdict))
      }
      ranks.append(Self.rank(of: seed, down, verdicts, parties, in: compiled))
    }
  }

  private static func rank(
    of seed: VertexID, _ down: [VertexID], _ verdicts: [Verdict], _ parties: [String: Party],
    in compiled: CompiledModel
  ) -> SinglePoints.Rank {
    let kinds = down.map { compiled.component($0)?.kind }
    return SinglePoints.Rank(
      vertex: seed, down: down, consumers: kinds.count { $0 == .consumer },
      processes: kinds.count { $0 == .process },
      certainUsers: zip(kinds, verdicts).count { kind, verdict in
        verdict == .certain && (kind == .process || kind == .consumer)
      },
      consequences: Consequences(ofLasting: zip(down, verdicts), parties: parties, in: compiled))
  }
}
