/// One dependency as written: an arrow of a diagram, a step of a way.
public struct Dependency: Hashable, Sendable {
  /// How much the dependent needs it.
  public enum Strength: String, Hashable, Sendable, CaseIterable {
    /// The dependent does not work without it.
    case requirement
    /// One of several that can do.
    case alternative
    /// It lies on a network over which a way is required.
    case path
    /// The dependent shares it with others and does not work without it.
    case shared
    /// The dependent works degraded without it.
    case soft
  }

  /// What depends.
  public let dependent: VertexID
  /// On what.
  public let target: VertexID
  /// How much.
  public let strength: Strength
  /// On what the fact rests.
  public let evidence: Evidence
}

/// Who depends on whom, as written, without computing whether it matters.
public struct Dependencies: Sendable {
  /// All dependencies, by dependent, then in the order written.
  public let all: [Dependency]
  /// Where in `all` each one with a target stands: by target, then by dependent.
  private let byTarget: [Int32]
  private let firstOfDependent: [Int32]
  private let firstOfTarget: [Int32]
  /// For each network, who requires a way over it, with the evidence.
  private let pathUsers: [[VertexID]]
  private let networksOfElement: [VertexID: [Int]]
  /// The networks over which an element requires a way.
  private let networksUsed: [VertexID: [Int]]

  init(_ model: Model, _ table: ElementTable, _ networks: NetworkTable) {
    var collector = DependencyCollector(table: table)
    var users = [[VertexID]](repeating: [], count: networks.networks.count)
    for index in model.components.indices {
      let vertex = table.vertexOfComponent[index]
      collector.collect(model.components[index], at: vertex)
      guard !networks.networks.isEmpty else { continue }
      guard case .written(let requirement) = model.components[index].running else { continue }
      for path in requirement.paths {
        if let number = networks.number(of: path.network) { users[number].append(vertex) }
      }
    }
    var membership: [VertexID: [Int]] = [:]
    for (number, network) in networks.networks.enumerated() {
      for element in network.nodes + network.links.map(\.link) {
        membership[element, default: []].append(number)
      }
    }
    self.init(
      collector.found, count: table.count, pathUsers: users, networksOfElement: membership)
  }

  /// Sorts what was collected.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  init(
    _ collected: [Dependency], count: Int, pathUsers users: [[VertexID]],
    networksOfElement membership: [VertexID: [Int]]
  ) {
    var collected = collected
    firstOfDependent = Self.firsts(collected.lazy.map(\.dependent), count: count)
    let isInOrder = zip(collected, collected.dropFirst()).allSatisfy {
      $0.dependent <= $1.dependent
    }
    if !isInOrder {
      let order = Self.places(of: collected.lazy.map(\.dependent), after: firstOfDependent)
      collected = order.map { collected[Int($0)] }
    }
    firstOfTarget = Self.firsts(collected.lazy.map(\.target), count: count)
    byTarget = Self.places(of: collected.lazy.map(\.target), after: firstOfTarget)
    all = collected
    pathUsers = users
    var used: [VertexID: [Int]] = [:]
    for (number, users) in users.enumerated() {
      for user in Set(users) { used[user, default: []].append(number) }
    }
    networksUsed = used
    networksOfElement = membership
  }

  /// What an element depends on, in the order written.
  public func of(_ dependent: VertexID) -> ArraySlice<Dependency> {
    all[Int(firstOfDependent[dependent.index])..<Int(firstOfDependent[dependent.index + 1])]
  }

  /// What depends on an element, by dependent.
  public func on(_ target: VertexID) -> [Dependency] {
    let range = Int(firstOfTarget[target.index])..<Int(firstOfTarget[target.index + 1])
    return byTarget[range].map { all[Int($0)] }
  }

  /// The elements whose requirement names an element or a network that it is part of, in order.
  public func users(of target: VertexID) -> [VertexID] {
    let direct = on(target).map(\.dependent)
    let overNetworks = networksOfElement[target, default: []].flatMap { pathUsers[$0] }
    return Set(direct + overNetworks).subtracting([target]).sorted()
  }

  /// A shortest way along which a failure could spread, alternatives or not.
  ///
  /// - Parameters:
  ///   - source: Where it begins.
  ///   - target: Where it should arrive.
  ///   - barred: Elements that the way may not pass.
  /// - Returns: The elements from `source` to `target`, both included; nil where there is no way.
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  public func way(
    from source: VertexID, to target: VertexID, barring barred: Set<VertexID> = []
  )
    -> [VertexID]?
  {
    var previous: [VertexID: VertexID] = [source: source]
    var queue = [source]
    var next = 0
    while next < queue.count, previous[target] == nil {
      let current = queue[next]
      next += 1
      for user in users(of: current) where previous[user] == nil && !barred.contains(user) {
        previous[user] = current
        queue.append(user)
      }
    }
    guard previous[target] != nil else { return nil }
    var way = [target]
    while let last = way.last, last != source, let before = previous[last] { way.append(before) }
    return way.reversed()
  }

  /// Everything that uses an element, directly or through others, with the number of steps.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  public func allUsers(of source: VertexID) -> [VertexID: Int] {
    reach(from: source) { users(of: $0) }
  }

  /// Everything that an element uses, directly or through others, with the number of steps.
  ///
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  public func everythingUsed(by source: VertexID, networks: NetworkTable) -> [VertexID: Int] {
    waysToEverythingUsed(by: source, networks: networks).steps
  }

  /// A shortest way from everything that an element uses, directly or through others.
  ///
  /// - Parameters:
  ///   - source: The user.
  ///   - networks: The networks of the model.
  /// - Returns: The ways, all found in one search.
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies.
  func waysToEverythingUsed(by source: VertexID, networks: NetworkTable) -> WaysToUsed {
    var ways = WaysToUsed(user: source)
    var queue = [source]
    var searched: Set<Int> = []
    var next = 0
    while next < queue.count {
      let user = queue[next]
      next += 1
      var found = of(user).map(\.target)
      for number in networksUsed[user, default: []] where searched.insert(number).inserted {
        let network = networks.networks[number]
        found += network.nodes + network.links.map(\.link)
      }
      for used in found where ways.add(used, usedBy: user) { queue.append(used) }
    }
    return ways
  }

  private func reach(from source: VertexID, by step: (VertexID) -> [VertexID]) -> [VertexID: Int] {
    var distance = [source: 0]
    var queue = [source]
    var next = 0
    while next < queue.count {
      let current = queue[next]
      let steps = (distance[current] ?? 0) + 1
      next += 1
      for other in step(current) where distance[other] == nil {
        distance[other] = steps
        queue.append(other)
      }
    }
    distance[source] = nil
    return distance
  }

  // MARK: - Sorting

  /// Where the dependencies of each vertex begin among those sorted by vertex, and where the last
  /// end.
  private static func firsts(_ vertices: some Collection<VertexID>, count: Int) -> [Int32] {
    var firsts = [Int32](repeating: 0, count: count + 1)
    for vertex in vertices { firsts[vertex.index + 1] += 1 }
    for index in 0..<count { firsts[index + 1] += firsts[index] }
    return firsts
  }

  /// The places sorted by vertex, by counting: those of a vertex stay in order.
  private static func places(
    of vertices: some Collection<VertexID>, after firsts: [Int32]
  ) -> [Int32] {
    var next = firsts
    var places = [Int32](repeating: 0, count: vertices.count)
    for (place, vertex) in vertices.enumerated() {
      places[Int(next[vertex.index])] = Int32(place)
      next[vertex.index] += 1
    }
    return places
  }
}

/// Gathers what is written in components.
private struct DependencyCollector {
  let table: ElementTable
  private(set) var found: [Dependency] = []

  init(table: ElementTable) { self.table = table }

  mutating func collect(_ component: Component, at vertex: VertexID) {
    switch component.running {
    case .written(let requirement): collect(requirement, isAlternative: false, of: vertex)
    case .plain(let needs):
      for target in table.vertices(of: needs) {
        found.append(
          Dependency(
            dependent: vertex, target: target, strength: .requirement,
            evidence: needs.store.evidence))
      }
    }
    for shared in component.shares {
      guard let value = shared.value,
        let cause = table.vertex(of: value) ?? table.vertex(of: "\(shared.key):\(value)")
      else { continue }
      found.append(
        Dependency(
          dependent: vertex, target: cause, strength: .shared, evidence: shared.evidence))
    }
    for soft in component.degradesWithout { add(soft.target, .soft, soft.evidence, of: vertex) }
  }

  private mutating func collect(
    _ requirement: Requirement, isAlternative: Bool, of vertex: VertexID
  ) {
    switch requirement {
    case .unknown: break
    case .reference(let reference):
      add(
        reference.target, isAlternative ? .alternative : .requirement, reference.evidence,
        of: vertex)
    case .path(let path):
      for target in path.targets { add(target, .path, path.evidence, of: vertex) }
      if let from = path.from { add(from, .path, path.evidence, of: vertex) }
    case .group(let group):
      let isAlternative =
        group.offersAlternatives
        ? group.threshold < group.members.count : isAlternative && group.members.count > 1
      for member in group.members { collect(member, isAlternative: isAlternative, of: vertex) }
    }
  }

  private mutating func add(
    _ id: String, _ strength: Dependency.Strength, _ evidence: Evidence, of vertex: VertexID
  ) {
    guard let target = table.vertex(of: id) else { return }
    found.append(
      Dependency(dependent: vertex, target: target, strength: strength, evidence: evidence))
  }
}

/// For everything that one element uses, a shortest way along which a failure could come to it.
struct WaysToUsed {
  /// The element.
  let user: VertexID
  /// The number of steps of each way.
  private(set) var steps: [VertexID: Int] = [:]
  private var next: [VertexID: VertexID] = [:]

  init(user: VertexID) { self.user = user }

  fileprivate mutating func add(_ used: VertexID, usedBy nearer: VertexID) -> Bool {
    guard used != user, steps[used] == nil else { return false }
    steps[used] = steps[nearer, default: 0] + 1
    next[used] = nearer
    return true
  }

  /// The way from something used to the user, both included; the user alone where it is not used.
  ///
  /// - Complexity: O(*k*) for a way of *k* steps.
  func way(from used: VertexID) -> [VertexID] {
    var way = [used]
    while let last = way.last, last != user, let nearer = next[last] { way.append(nearer) }
    return way
  }
}
