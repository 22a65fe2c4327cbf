/// What cannot be repaired, because what its repair takes waits for the repair.
///
/// A component that has failed becomes repairable when what it `repair-needs` is met by what works;
/// repaired it works again, and with it what it held down. What never becomes repairable needs, for its
/// repair, what needs it.
public struct RepairDeadlocks: Sendable {
  /// What has failed at once: the seeds of the question; without seeds everything whose repair takes
  /// something, as after a black-out that broke everything.
  public let failed: [VertexID]
  /// What waits for each other, by the first id.
  public let deadlocks: [ColdStart.Deadlock]
  /// What has failed and waits for a deadlock without being part of one, by id.
  public let blocked: [VertexID]
  /// What shares something that has failed and takes something to repair, by id.
  ///
  /// It is down as well, but was not said to have failed itself, so its repair is not asked.
  public let notCounted: [VertexID]

  /// - Complexity: O(*k*·(*v* + *a*)) for *k* rounds of repair in a model of *v* vertices and *a*
  ///   arcs, and for each deadlock what `GeneratingSet` takes, at that price for each closure.
  init(after seeds: Seeds, in compiled: CompiledModel) {
    failed =
      seeds.written.isEmpty && seeds.vertices.isEmpty
      ? Self.takingSomethingToRepair(in: compiled) : seeds.vertices
    notCounted = Self.sharersTakingSomethingToRepair(of: failed, in: compiled)
    let manual = compiled.componentVertices.filter {
      compiled.component($0)?.startsManually == true
    }
    let graph = RepairGraph(
      compiled, failed: failed, hands: Set(failed + manual).sorted())
    let site = RepairSite(graph)
    let left = site.leftUnrepaired(failed, byHand: [])
    let isLeft = Set(left)
    let waiting = (0..<compiled.table.count).map { VertexID($0) }.filter(site.isDown)
    let need = MutualNeed(among: waiting, in: compiled) { component in
      let isFailed = compiled.table.vertex(of: component.id).map(isLeft.contains) ?? false
      return isFailed ? [component.requires, component.repairNeeds] : [component.requires]
    }
    var found: [ColdStart.Deadlock] = []
    for part in need.parts {
      let broken = part.filter(isLeft.contains)
      guard !broken.isEmpty, !site.leftUnrepaired(broken, byHand: []).isEmpty else { continue }
      let breakers = Breakers(
        of: part, startedBy: broken, in: compiled, RepairClosure(site, broken: broken),
        reaching: broken.count)
      found.append(
        ColdStart.Deadlock(
          elements: part, breakers: breakers.vertices, isExact: breakers.isExact,
          byHand: breakers.byHand, failed: broken))
    }
    deadlocks = found.sorted { $0.elements.lexicographicallyPrecedes($1.elements) }
    let locked = Set(found.flatMap(\.elements))
    blocked = left.filter { !locked.contains($0) }
  }

  private static func sharersTakingSomethingToRepair(
    of failed: [VertexID], in compiled: CompiledModel
  ) -> [VertexID] {
    let hasFailed = Set(failed)
    return takingSomethingToRepair(in: compiled).filter { vertex in
      !hasFailed.contains(vertex)
        && compiled.dependencies.of(vertex).contains {
          $0.strength == .shared && hasFailed.contains($0.target)
        }
    }
  }

  private static func takingSomethingToRepair(in compiled: CompiledModel) -> [VertexID] {
    compiled.model.components.filter { component in
      guard !component.neverFails else { return false }
      if case .group(let group) = component.repairNeeds { return !group.members.isEmpty }
      return true
    }.compactMap { compiled.table.vertex(of: $0.id) }.sorted()
  }
}

/// Room for playing repairs through.
private final class RepairSite {
  private let graph: RepairGraph
  private let propagator: FailurePropagator

  init(_ graph: RepairGraph) {
    self.graph = graph
    propagator = FailurePropagator(graph.graph)
  }

  /// Whether something is down at the end of the repairs played through last.
  func isDown(_ vertex: VertexID) -> Bool { propagator.contains(vertex) }

  /// Repairs in rounds what can be repaired, and tells what never can.
  ///
  /// - Parameters:
  ///   - failed: What has failed, in order.
  ///   - byHand: What works whatever it needs.
  /// - Returns: The rest, in order.
  func leftUnrepaired(_ failed: [VertexID], byHand: [VertexID]) -> [VertexID] {
    let idle = graph.hands.filter { !byHand.contains($0.key) }.values
    var left = failed.filter { !byHand.contains($0) }
    while true {
      propagator.undo()
      propagator.fail(idle)
      propagator.fail(left)
      let rest = left.filter { vertex in
        graph.repairs[vertex].map(propagator.contains) ?? false
      }
      if rest.count == left.count { return left }
      left = rest
    }
  }
}

/// What of a repair deadlock is repaired once some of its elements work.
private final class RepairClosure: Closure {
  private let site: RepairSite
  private let broken: [VertexID]
  private var working: [VertexID] = []

  init(_ site: RepairSite, broken: [VertexID]) {
    self.site = site
    self.broken = broken
    _ = settle()
  }

  func add(_ vertex: VertexID) -> Int {
    working.append(vertex)
    return settle()
  }

  func removeLast() {
    working.removeLast()
    _ = settle()
  }

  func contains(_ vertex: VertexID) -> Bool {
    working.contains(vertex) || !site.isDown(vertex)
  }

  private func settle() -> Int {
    broken.count - site.leftUnrepaired(broken, byHand: working).count
  }
}
