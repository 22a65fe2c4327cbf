/// Why things go out and come back in a run.
struct ScenarioCauses: Sendable {
  private let networks: NetworkTable
  private let requirements: [VertexID: Need]
  private let restarts: [VertexID: Double]
  private let stretches: [VertexID: [LevelTimeline.Stretch]]
  private let degradedAtRest: Set<VertexID>
  /// When each element was restored by itself.
  private let restored: [VertexID: Set<Double>]

  /// What a component needs.
  private struct Need {
    var required: [VertexID] = []
    var soft: [VertexID] = []
    var networks: Set<Int> = []
  }

  /// - Complexity: O(*n* + *r*) for *n* affected elements with *r* requirements.
  init(
    _ compiled: CompiledModel, _ changes: ScenarioChanges, restarts: [VertexID: TimeSpan],
    stretches: [VertexID: [LevelTimeline.Stretch]], degradedAtRest: Set<VertexID>
  ) {
    networks = compiled.networks
    self.stretches = stretches
    self.degradedAtRest = degradedAtRest
    let builder = FormulaBuilder(table: compiled.table, networks: compiled.networks)
    var requirements: [VertexID: Need] = [:]
    var lags: [VertexID: Double] = [:]
    for vertex in stretches.keys {
      guard let component = compiled.component(vertex) else { continue }
      var need = Need()
      Self.collect(builder.requirement(of: component, at: vertex), into: &need)
      need.soft = component.degradesWithout.compactMap { builder.soft($0)?.vertex }
      requirements[vertex] = need
      lags[vertex] = (restarts[vertex] ?? component.restart)?.seconds
    }
    self.requirements = requirements
    self.restarts = lags
    var restored: [VertexID: Set<Double>] = [:]
    for deed in changes.deeds where deed.kind == .restore {
      if let vertex = deed.vertex { restored[vertex, default: []].insert(deed.at) }
    }
    self.restored = restored
  }

  private static func collect(_ formula: Formula, into need: inout Need) {
    switch formula {
    case .met, .unknown: break
    case .reference(let reference): need.required.append(reference.vertex)
    case .group(let group): for member in group.members { collect(member, into: &need) }
    case .path(let path):
      need.networks.insert(path.network)
    }
  }

  // MARK: - States

  /// When an element did not work in full, by time.
  func stretches(of vertex: VertexID) -> [LevelTimeline.Stretch] {
    stretches[vertex, default: []]
  }

  /// The stretch that an element is in at a moment.
  ///
  /// - Complexity: O(log *k*) for its *k* stretches.
  func stretch(of vertex: VertexID, at moment: Double) -> LevelTimeline.Stretch? {
    let all = stretches(of: vertex)
    let place = all.partitioningIndex { $0.until > moment }
    return place < all.count && all[place].from <= moment ? all[place] : nil
  }

  /// The state of an element at a moment.
  func state(of vertex: VertexID, at moment: Double) -> Observation.State {
    guard let stretch = stretch(of: vertex, at: moment) else {
      return degradedAtRest.contains(vertex) ? .degraded : .up
    }
    return stretch.isDown ? .down : .degraded
  }

  // MARK: - Reasons

  /// What an element needs directly, elements of its networks included, each once.
  private func needs(of vertex: VertexID, withSoft: Bool) -> [VertexID] {
    guard let need = requirements[vertex] else { return [] }
    var all = need.required + (withSoft ? need.soft : [])
    for number in need.networks.sorted() {
      let network = networks.networks[number]
      all += network.nodes + network.links.map(\.link)
    }
    return all.sortedOnce()
  }

  /// What was needed and did not work, or not in full, when an element went into a state.
  ///
  /// - Complexity: O(*r*) for its *r* requirements and the elements of its networks.
  func losses(behind vertex: VertexID, at moment: Double, isDown: Bool) -> [VertexID] {
    needs(of: vertex, withSoft: !isDown).filter { need in
      guard need != vertex, let stretch = stretch(of: need, at: moment) else { return false }
      return !isDown || stretch.isDown
    }
  }

  /// What had to come back last before an element could, apart from its own recovery.
  ///
  /// - Parameters:
  ///   - vertex: The element.
  ///   - moment: When it came back, or worked in full again.
  ///   - wasDown: Whether it did not work before, so that what only degrades it had no part in it.
  /// - Returns: The elements, in order.
  /// - Complexity: O(*r*) for its *r* requirements and the elements of its networks.
  func gains(behind vertex: VertexID, at moment: Double, wasDown: Bool) -> [VertexID] {
    let ready = wasDown ? moment - restarts[vertex, default: 0] : moment
    let cameBack = { (need: VertexID) in
      need != vertex && stretches(of: need).contains { Self.isSame($0.until, ready) }
    }
    let required = wasDown ? needs(of: vertex, withSoft: false).filter(cameBack) : []
    return required.isEmpty ? needs(of: vertex, withSoft: true).filter(cameBack) : required
  }

  /// What had to come back one after the other, from an element to what was restored by itself.
  ///
  /// - Complexity: O(*l*·*r*) for *l* elements in a row with *r* requirements each.
  func steps(to vertex: VertexID, at moment: Double) -> [ScenarioOutage.Step] {
    var steps: [ScenarioOutage.Step] = []
    var seen: Set<VertexID> = []
    var next: (vertex: VertexID, at: Double)? = (vertex, moment)
    while let (vertex, at) = next, steps.count < Self.mostSteps {
      seen.insert(vertex)
      next = nil
      let restart = restarts[vertex, default: 0]
      let ready = at - restart
      let isRestored = restored[vertex, default: []].contains { Self.isSame($0, ready) }
      let earlier =
        isRestored
        ? nil
        : needs(of: vertex, withSoft: false).first { need in
          !seen.contains(need)
            && stretches(of: need).contains { $0.isDown && Self.isSame($0.until, ready) }
        }
      steps.append(.init(vertex: vertex, at: at, recovering: restart))
      if let earlier { next = (earlier, ready) }
    }
    return steps
  }

  /// More steps than this explain nothing.
  private static let mostSteps = 1000

  private static func isSame(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) < 1e-6
  }
}
