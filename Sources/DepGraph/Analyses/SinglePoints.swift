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
    /// How many components fall with it.
    public let components: Int
    /// Those of them that fall in the certain reading too.
    public let certainComponents: Int
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
  /// Whether the search for robustness came to its end for all; if not, some say only what was proven
  /// by then.
  public let isComplete: Bool

  /// Finds the single points of failure.
  ///
  /// - Parameters:
  ///   - targets: The components to ask about; nil: all processes and consumers.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  ///   - goesOn: Asked now and then whether the search for robustness may go on.
  /// - Complexity: That of `LaneBlock.fail(_:)` for each 512 elements in two readings, and the
  ///   robustness of each target.
  public init(
    of targets: [VertexID]? = nil, in compiled: CompiledModel, reading: Reading = .possible,
    goesOn: @escaping () -> Bool = { true }
  ) {
    let asked = targets ?? compiled.vertices(ofKinds: [.process, .consumer])
    let falls = SoleFalls(of: asked, in: compiled, reading: reading)
    let cuts = CutSearch(compiled, reading: reading, goesOn: goesOn)
    let isUnknown = VertexSet(compiled.unknownRequirements)
    self.targets = asked.map { target in
      let points = falls.points[target, default: []]
      return Target(
        vertex: target, points: points,
        unknown: isUnknown.isEmpty
          ? []
          : Bearing(on: [target], compiled.reading(reading)).vertices.filter(isUnknown.contains),
        robustness: Robustness(of: target, by: cuts, knowing: points.map(\.vertex)))
    }
    isComplete = !cuts.isStopped
    let isPoint = Set(falls.points.values.flatMap { $0.map(\.vertex) })
    let ranked = falls.ranks.filter { targets == nil || isPoint.contains($0.vertex) }
    ranking = ranked.sorted { left, right in
      let key = { (rank: Rank) in
        (
          -rank.consumers - rank.processes, -rank.consequences.people.high, -rank.components,
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
  /// For each seed who of the users falls, in order.
  private var users: [VertexID: [(VertexID, Verdict)]] = [:]

  init(of targets: [VertexID], in compiled: CompiledModel, reading: Reading) {
    let isComponent = VertexSet(compiled.componentVertices)
    let isUser = VertexSet(compiled.vertices(ofKinds: [.process, .consumer]))
    let all = (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches)
    // Components before common causes, each by id.
    let seeds = all.filter(isComponent.contains) + all.filter { !isComponent.contains($0) }
    let worst = FailureLanes(compiled.reading(reading).levelOne)
    let best = FailureLanes(compiled.reading(.certain).levelOne)
    let watched = isUser.union(VertexSet(targets)).map(\.self)
    let possible = worst.causes(of: watched, among: VertexSet(seeds))
    let certain = best.causes(of: watched, among: VertexSet(seeds))
    let isTarget = VertexSet(targets)
    for (place, vertex) in watched.enumerated() {
      let found = possible[place].map { seed in
        (seed, certain[place].contains(seed) ? Verdict.certain : .possible)
      }
      if isTarget.contains(vertex) {
        points[vertex] =
          (found.filter { isComponent.contains($0.0) }
          + found.filter { !isComponent.contains($0.0) })
          .map { SinglePoints.Point(vertex: $0.0, verdict: $0.1) }
      }
      guard isUser.contains(vertex) else { continue }
      for (seed, verdict) in found { users[seed, default: []].append((vertex, verdict)) }
    }
    let counts = zip(
      worst.failureCounts(of: seeds, counting: isComponent),
      best.failureCounts(of: seeds, counting: isComponent))
    let parties = Consequences.parties(of: compiled.model)
    for (seed, (possible, certain)) in zip(seeds, counts) {
      let itself = isComponent.contains(seed) ? 1 : 0
      guard possible > itself else { continue }
      let fallen = users[seed, default: []]
      ranks.append(
        SinglePoints.Rank(
          vertex: seed, components: possible - itself, certainComponents: certain - itself,
          consumers: fallen.count { compiled.component($0.0)?.kind == .consumer },
          processes: fallen.count { compiled.component($0.0)?.kind == .process },
          certainUsers: fallen.count { $0.1 == .certain },
          consequences: Consequences(ofLasting: fallen, parties: parties, in: compiled)))
    }
  }
}
