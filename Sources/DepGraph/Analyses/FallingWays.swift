/// Shortest ways along which a failure spreads: over what falls, from what failed by itself.
struct FallingWays: Sendable {
  /// What falls and can be reached, by the number of steps, then by id.
  let order: [VertexID]
  private let previous: [VertexID: VertexID]
  private let place: [VertexID: Int]

  /// - Parameters:
  ///   - seeds: What failed by itself.
  ///   - compiled: The model.
  ///   - passage: What is a step.
  ///   - falls: Whether an element falls.
  /// - Complexity: O(*v* + *d*) for the elements that fall and the dependencies on them.
  init(
    from seeds: [VertexID], in compiled: CompiledModel, _ passage: Passage = Passage(),
    falls: (VertexID) -> Bool
  ) {
    var order = seeds
    var previous: [VertexID: VertexID] = [:]
    var seen = Set(seeds)
    var next = 0
    while next < order.count {
      let current = order[next]
      next += 1
      for user in passage.users(of: current, in: compiled)
      where falls(user) && seen.insert(user).inserted {
        previous[user] = current
        order.append(user)
      }
    }
    self.order = order
    self.previous = previous
    place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
  }

  /// What counts as a step of a failure.
  struct Passage {
    /// Whether what only degrades something is a step too.
    var includesSoft = false
    /// Whether a need that was inferred or assumed is none; alternatives stay.
    var isCertain = false

    /// The users of an element to which its loss can spread, in order.
    ///
    /// - Complexity: O(*u*·*d*) for *u* users with *d* dependencies each.
    func users(of vertex: VertexID, in compiled: CompiledModel) -> [VertexID] {
      let dependencies = compiled.dependencies
      let direct = dependencies.on(vertex)
      let steps = direct.filter(isStep).map(\.dependent)
      let named = Set(direct.map(\.dependent))
      let overNetworks = dependencies.users(of: vertex).filter { user in
        !named.contains(user)
          && dependencies.of(user).contains { $0.strength == .path && isStep($0) }
      }
      return Set(steps + overNetworks).sorted()
    }

    private func isStep(_ dependency: Dependency) -> Bool {
      if dependency.strength == .soft, !includesSoft { return false }
      return !isCertain || dependency.strength == .alternative
        || !dependency.evidence.basis.isUncertain
    }
  }

  /// The way to an element, both ends included; the element alone where no way is known.
  ///
  /// - Complexity: O(*k*) for a way of *k* steps.
  func way(to vertex: VertexID) -> [VertexID] {
    var way = [vertex]
    while let last = way.last, let before = previous[last] { way.append(before) }
    return way.reversed()
  }

  /// All that lies on the ways to some elements, in the order in which the failure comes by.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements on the ways.
  func ways(to vertices: [VertexID]) -> [VertexID] {
    var all: Set<VertexID> = []
    for vertex in vertices {
      var current: VertexID? = vertex
      while let element = current, all.insert(element).inserted { current = previous[element] }
    }
    return all.sorted { (place[$0] ?? .max, $0) < (place[$1] ?? .max, $1) }
  }
}
