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
  private let byTarget: [Int]
  private let firstOfDependent: [Int]
  private let firstOfTarget: [Int]
  /// For each network, who requires a way over it, with the evidence.
  private let pathUsers: [[VertexID]]
  private let networksOfElement: [VertexID: [Int]]
  /// The networks over which an element requires a way.
  private let networksUsed: [VertexID: [Int]]

  init(_ model: Model, _ table: ElementTable, _ networks: NetworkTable) {
    var collected: [Dependency] = []
    var users = [[VertexID]](repeating: [], count: networks.networks.count)
    for component in model.components {
      guard let vertex = table.vertex(of: component.id) else { continue }
      collected += Self.dependencies(of: component, at: vertex, table)
      for path in component.requires.paths {
        if let number = networks.number(of: path.network) { users[number].append(vertex) }
      }
    }
    var membership: [VertexID: [Int]] = [:]
    for (number, network) in networks.networks.enumerated() {
      for element in network.nodes + network.links.map(\.link) {
        membership[element, default: []].append(number)
      }
    }
    let order = collected.indices.sorted {
      (collected[$0].dependent, $0) < (collected[$1].dependent, $1)
    }
    let sorted = order.map { collected[$0] }
    let targets = sorted.indices.sorted { (sorted[$0].target, $0) < (sorted[$1].target, $1) }
    all = sorted
    byTarget = targets
    firstOfDependent = Self.firsts(sorted.map(\.dependent.index), count: table.count)
    firstOfTarget = Self.firsts(targets.map { sorted[$0].target.index }, count: table.count)
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
    all[firstOfDependent[dependent.index]..<firstOfDependent[dependent.index + 1]]
  }

  /// What depends on an element, by dependent.
  public func on(_ target: VertexID) -> [Dependency] {
    byTarget[firstOfTarget[target.index]..<firstOfTarget[target.index + 1]].map { all[$0] }
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

  // MARK: - Collecting

  private static func dependencies(
    of component: Component, at vertex: VertexID, _ table: ElementTable
  ) -> [Dependency] {
    var found: [Dependency] = []
    collect(component.requires, isAlternative: false) { target, strength, evidence in
      guard let target = table.vertex(of: target) else { return }
      found.append(
        Dependency(dependent: vertex, target: target, strength: strength, evidence: evidence))
    }
    for shared in component.shares {
      guard let value = shared.value,
        let cause = table.vertex(of: value) ?? table.vertex(of: "\(shared.key):\(value)")
      else { continue }
      found.append(
        Dependency(
          dependent: vertex, target: cause, strength: .shared, evidence: shared.evidence))
    }
    for soft in component.degradesWithout {
      guard let target = table.vertex(of: soft.target) else { continue }
      found.append(
        Dependency(dependent: vertex, target: target, strength: .soft, evidence: soft.evidence))
    }
    return found
  }

  private static func collect(
    _ requirement: Requirement, isAlternative: Bool,
    _ add: (String, Dependency.Strength, Evidence) -> Void
  ) {
    switch requirement {
    case .unknown: break
    case .reference(let reference):
      add(reference.target, isAlternative ? .alternative : .requirement, reference.evidence)
    case .path(let path):
      for target in path.targets { add(target, .path, path.evidence) }
      if let from = path.from { add(from, .path, path.evidence) }
    case .group(let group):
      let isAlternative =
        group.offersAlternatives
        ? group.threshold < group.members.count : isAlternative && group.members.count > 1
      for member in group.members { collect(member, isAlternative: isAlternative, add) }
    }
  }

  private static func firsts(_ sorted: [Int], count: Int) -> [Int] {
    var firsts = [Int](repeating: 0, count: count + 1)
    for index in sorted { firsts[index + 1] += 1 }
    for index in 0..<count { firsts[index + 1] += firsts[index] }
    return firsts
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
