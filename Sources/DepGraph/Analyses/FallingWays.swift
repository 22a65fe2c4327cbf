/// Shortest ways along which a failure spreads: over what falls, from what failed by itself.
struct FallingWays: Sendable {
  /// What falls and can be reached, by the number of steps, then by id.
  let order: [VertexID]
  private let previous: [VertexID: VertexID]
  private let place: [VertexID: Int]

  /// - Parameters:
  ///   - seeds: What failed by itself.
  ///   - compiled: The model.
  ///   - includingSoft: Whether what only degrades something is a step too.
  ///   - falls: Whether an element falls.
  /// - Complexity: O(*v* + *d*) for the elements that fall and the dependencies on them.
  init(
    from seeds: [VertexID], in compiled: CompiledModel, includingSoft: Bool = false,
    falls: (VertexID) -> Bool
  ) {
    var order = seeds
    var previous: [VertexID: VertexID] = [:]
    var seen = Set(seeds)
    var next = 0
    while next < order.count {
      let current = order[next]
      next += 1
      for user in Self.users(of: current, in: compiled, includingSoft: includingSoft)
      where falls(user) && seen.insert(user).inserted {
        previous[user] = current
        order.append(user)
      }
    }
    self.order = order
    self.previous = previous
    place = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
  }

  /// The users of an element to which its loss can spread.
  static func users(
    of vertex: VertexID, in compiled: CompiledModel, includingSoft: Bool
  ) -> [VertexID] {
    includingSoft
      ? compiled.dependencies.users(of: vertex) : compiled.dependencies.usersByNeed(of: vertex)
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
