/// What starts from nothing after a black-out, in which order, and what does not.
///
/// Every fact is taken as written. Nothing keeps anything up: a component starts when what it requires
/// and what it `starts-with` runs already. What would run, but never starts, is a deadlock or waits for
/// one.
public struct ColdStart: Sendable {
  /// Elements that wait for each other.
  public struct Deadlock: Hashable, Sendable {
    /// The elements, by id.
    public let elements: [VertexID]
    /// A smallest set that sets the rest going once it runs; the first of them by id.
    public let breakers: [VertexID]
    /// Whether it is known that no smaller set does.
    public let isExact: Bool
    /// Whether people can start the breakers by hand, as far as the model says.
    public let byHand: ByHand
    /// Of a repair deadlock those of its elements that have failed; of another one none.
    public let failed: [VertexID]
  }

  /// Whether people can start the breakers of a deadlock by hand.
  public enum ByHand: String, Hashable, Sendable, CaseIterable {
    /// The model says that each of them can be.
    case stated
    /// The model says so of none of the deadlock's elements.
    case notStated = "not-stated"
    /// The model says so of some elements of the deadlock, but those are not enough.
    case insufficient
  }

  /// What has failed and stays so.
  public let seeds: Seeds
  /// What stays down because of that, by id.
  public let down: [VertexID]
  /// What waits for each other, by the first id.
  public let deadlocks: [Deadlock]
  /// What waits for a deadlock without being part of one, by id.
  public let blocked: [VertexID]
  /// What starts by itself, in waves, each by id.
  public let order: [[VertexID]]
  /// What else starts once the breakers of all deadlocks run, in waves, each by id.
  public let orderAfterBreakers: [[VertexID]]
  /// What cannot be repaired because its repair needs what waits for it.
  public let repair: RepairDeadlocks
  /// Components of which it is not wholly known what they need to run, to start or to be repaired;
  /// what is not known counts as met.
  public let unknown: [VertexID]

  /// Computes it.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - seeds: What has failed and stays so.
  /// - Complexity: O(*v* + *a*) for the vertices and arcs of the model, and for each deadlock what
  ///   `GeneratingSet` takes.
  public init(in compiled: CompiledModel, failed seeds: Seeds = Seeds([])) {
    self.seeds = seeds
    let count = compiled.table.count
    let failures = compiled.reading(.written).levelOne.failures(from: seeds.vertices)
    let elements = (0..<count).map { VertexID($0) }
    let isSeed = Set(seeds.vertices)
    down = elements.filter { failures.contains($0) && !isSeed.contains($0) }
    let propagator = StartPropagator(
      StartGraph(compiled).graph, barring: seeds.vertices, turnTakers: count)
    order = propagator.wavesFromNothing
    let waiting = elements.filter { !failures.contains($0) && !propagator.isRunning($0) }
    let need = MutualNeed(among: waiting, in: compiled) { [$0.requires, $0.startsWith] }
    let byItself = propagator.running.count
    let found = Self.deadlocks(among: need.parts, propagator, compiled)
    deadlocks = found.sorted { $0.elements.lexicographicallyPrecedes($1.elements) }
    let locked = Set(found.flatMap(\.elements))
    blocked = waiting.filter { !locked.contains($0) }
    propagator.undo(to: byItself)
    orderAfterBreakers = Array(propagator.start(found.flatMap(\.breakers)).dropFirst())
    repair = RepairDeadlocks(after: seeds, in: compiled)
    unknown = compiled.model.components.filter {
      $0.hasUnknownRequirement || $0.startsWith.hasUnknown || $0.repairNeeds.hasUnknown
    }.compactMap { compiled.table.vertex(of: $0.id) }.sorted()
  }

  /// Goes through the parts, each after those that it needs, and lets each run before the next.
  ///
  /// So when a part has its turn everything that it needs outside itself runs, and that it does not
  /// would not change anything if everything else ran too.
  private static func deadlocks(
    among parts: [[VertexID]], _ propagator: StartPropagator, _ compiled: CompiledModel
  ) -> [Deadlock] {
    var found: [Deadlock] = []
    for part in parts {
      let waiting = part.filter { !propagator.isRunning($0) }
      guard !waiting.isEmpty else { continue }
      let breakers = Breakers(
        of: part, startedBy: part, in: compiled,
        StartClosure(propagator, wanted: part), reaching: part.count)
      found.append(
        Deadlock(
          elements: part, breakers: breakers.vertices, isExact: breakers.isExact,
          byHand: breakers.byHand, failed: []))
      propagator.start(part)
    }
    return found
  }
}

/// What runs of a deadlock once some of its elements do.
final class StartClosure: Closure {
  private let propagator: StartPropagator
  private let wanted: Set<VertexID>
  /// How many vertices ran, and how many of those wanted, before each vertex put in.
  private var marks: [(running: Int, reached: Int)] = []
  private var reached: Int

  init(_ propagator: StartPropagator, wanted: [VertexID]) {
    self.propagator = propagator
    self.wanted = Set(wanted)
    reached = wanted.count(where: propagator.isRunning)
  }

  func add(_ vertex: VertexID) -> Int {
    let before = propagator.running.count
    marks.append((before, reached))
    propagator.start([vertex])
    reached += propagator.running[before...].count(where: wanted.contains)
    return reached
  }

  func removeLast() {
    guard let mark = marks.popLast() else { return }
    propagator.undo(to: mark.running)
    reached = mark.reached
  }

  func contains(_ vertex: VertexID) -> Bool { propagator.isRunning(vertex) }
}
