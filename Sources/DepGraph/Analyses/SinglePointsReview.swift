/// Everything about single points of failure together: the answer of `spof`.
public struct SinglePointsReview: Sendable {
  /// The single points of failure, the ranking, and the robustness.
  public let singlePoints: SinglePoints
  /// What the failure of all that belongs together takes down.
  public let groups: [GroupFailure]
  /// Redundancy that one cause takes away.
  public let falseRedundancy: [FalseRedundancy]
  /// Redundancy of which it cannot be told.
  public let independenceNotShown: [IndependenceNotShown]
  /// The shape of the networks.
  public let networks: [NetworkWeakness]
  /// Whether targets were named.
  public let isNarrowed: Bool
  /// For each target the keys, in order, under which alternatives that it rests on may share a
  /// value: its robustness is a most.
  public let doubts: [VertexID: [String]]

  /// Looks for all of it.
  ///
  /// - Parameters:
  ///   - targets: The components to ask about; nil: all processes and consumers, and all redundancy
  ///     and networks of the model. Where some are named, only what bears on them is told.
  ///   - kinds: The kinds of groups that fail at once.
  ///   - compiled: The model.
  ///   - reading: The reading; by default the least favourable.
  ///   - goesOn: Asked now and then whether the search for robustness may go on.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and what fails with each, a few times over,
  ///   and the robustness of each target.
  public init(
    of targets: [VertexID]? = nil, groups kinds: [GroupFailure.Kind] = [.supplier],
    in compiled: CompiledModel, reading: Reading = .possible,
    goesOn: @escaping () -> Bool = { true }
  ) {
    singlePoints = SinglePoints(of: targets, in: compiled, reading: reading, goesOn: goesOn)
    isNarrowed = targets != nil
    groups = GroupFailure.all(
      kinds, targets: singlePoints.targets.map(\.vertex), in: compiled, reading: reading)
    let bearing = targets.map { Bearing(on: $0, compiled.reading(reading)) }
    falseRedundancy = FalseRedundancy.all(in: compiled, reading: reading)
      .filter { bearing?.vertices.contains($0.owner) ?? true }
    independenceNotShown = IndependenceNotShown.all(in: compiled, reading: reading)
      .filter { bearing?.includes($0.subject, compiled) ?? true }
    networks = NetworkWeakness.all(in: compiled)
      .filter { bearing?.includes(network: $0.network, compiled) ?? true }
    doubts = Self.doubts(
      about: singlePoints.targets, independenceNotShown, compiled, reading)
  }

  /// Whether a target may have more single points of failure than are known: something that it
  /// rests on needs what nobody knows, or alternatives may share what nobody knows.
  ///
  /// - Parameter target: One of the targets.
  /// - Returns: Whether its robustness is a most.
  public func isOpen(_ target: SinglePoints.Target) -> Bool {
    !target.unknown.isEmpty || !doubts[target.vertex, default: []].isEmpty
  }

  /// The keys found, and those under which things deep below different alternatives may share a
  /// value: two services over two lines whose duct nobody knows.
  private static func doubts(
    about targets: [SinglePoints.Target], _ findings: [IndependenceNotShown],
    _ compiled: CompiledModel, _ reading: Reading
  ) -> [VertexID: [String]] {
    guard !compiled.unknownShares.isEmpty else { return [:] }
    let propagator = FailurePropagator(compiled.reading(reading).levelOne)
    let keys = compiled.unknownShares.keys.sorted()
    return Dictionary(
      uniqueKeysWithValues: targets.map { target in
        let bearing = Bearing(on: [target.vertex], compiled.reading(reading))
        let named = Set(
          findings.filter { bearing.includes($0.subject, compiled) }.map(\.key))
        return (
          target.vertex,
          keys.filter {
            named.contains($0)
              || mayShare($0, below: target, bearing, compiled, propagator)
          }
        )
      })
  }

  /// Whether the robustness of a target may be less because things that it rests on share a value
  /// that nobody knows: with each other, or with one whose value is known.
  private static func mayShare(
    _ key: String, below target: SinglePoints.Target, _ bearing: Bearing,
    _ compiled: CompiledModel, _ propagator: FailurePropagator
  ) -> Bool {
    guard let least = target.robustness.atLeast, least > 1 else { return false }
    let sharers = bearing.vertices.filter { vertex in
      vertex.index < compiled.table.count
        && compiled.component(vertex)?.shares.contains { $0.key == key } ?? false
    }
    let isUnknown = Set(compiled.unknownShares[key, default: []])
    let unknown = sharers.filter(isUnknown.contains)
    guard !unknown.isEmpty, sharers.count > 1 else { return false }
    // What fails together makes fewer of three or more; of two only if it is enough.
    guard least == 2 else { return true }
    let values = compiled.valuesOfKey[key, default: []].filter { $0 != target.vertex }
    return ([nil] + values.map(Optional.some)).contains { value in
      defer { propagator.undo() }
      propagator.fail(unknown + [value].compactMap(\.self))
      return propagator.contains(target.vertex)
    }
  }
}

/// All on which the level of some components rests, directly or through others.
struct Bearing {
  /// The components, parts of requirements included, themselves included.
  private(set) var vertices: VertexSet
  /// The numbers of the networks over which ways are needed.
  private(set) var networks: Set<Int> = []

  /// - Complexity: O(*v* + *a*) for what they rest on.
  init(on targets: [VertexID], _ reading: CompiledReading) {
    let graph = reading.levelOne
    vertices = VertexSet(targets)
    var stack = targets
    while let vertex = stack.popLast() {
      if let path = graph.pathInfo(of: vertex), !networks.insert(path.network.index).inserted {
        continue
      }
      for input in graph.allInputs(of: vertex) where vertices.insert(input) { stack.append(input) }
    }
  }

  /// Whether a network is one over which ways are needed.
  func includes(network name: String, _ compiled: CompiledModel) -> Bool {
    compiled.networks.number(of: name).map(networks.contains) ?? false
  }

  /// Whether what a finding is about is among it.
  func includes(_ subject: IndependenceNotShown.Subject, _ compiled: CompiledModel) -> Bool {
    switch subject {
    case .group(let owner, _): vertices.contains(owner)
    case .network(let name): includes(network: name, compiled)
    }
  }
}
