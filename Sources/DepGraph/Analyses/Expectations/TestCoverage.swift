/// How much of a model its expectations and scenarios speak of.
///
/// **Asserted** is what a claim names; **reached** is what fails, falls or degrades in one of the
/// failures that are tested; the rest is untouched: if it changes, no test notices.
public struct TestCoverage: Sendable {
  /// What is known of some elements.
  public struct Part: Hashable, Sendable {
    /// How many there are.
    public let total: Int
    /// Those that a claim names, in order.
    public let asserted: [VertexID]
    /// Those that fail, fall or degrade in one of the failures, in order.
    public let reached: [VertexID]
    /// Those that fail by themselves in one of the failures, in order.
    public let seeded: [VertexID]
    /// The others, consumers and processes first, then in order.
    public let untouched: [VertexID]

    /// How many of them are asserted or reached.
    public var touchedCount: Int { total - untouched.count }

    /// The share that is asserted or reached; nil: there are none.
    public var touchedShare: Double? { share(touchedCount) }

    /// The share that a number of them is; nil: there are none.
    public func share(_ count: Int) -> Double? {
      total == 0 ? nil : Double(count) / Double(total)
    }
  }

  /// The components.
  public let components: Part
  /// The common causes.
  public let causes: Part

  /// Gathers what some tests speak of.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - tests: The expectations of the model, tested.
  ///   - runs: Scenarios played on it.
  /// - Complexity: O(*n* + *c*) for *n* elements and *c* claims and changes.
  public init(of compiled: CompiledModel, tests: [ModelTest], runs: [ScenarioRun]) {
    var asserted = VertexSet(tests.flatMap(\.claims).map(\.vertex))
    var reached = VertexSet(tests.flatMap(\.reached))
    var seeded = VertexSet(tests.flatMap(\.seeded))
    // A single point that is named must be one: that is a claim on it too.
    for expectation in tests.isEmpty ? [] : compiled.model.expectations {
      let named = try? compiled.seeds(expectation.singlePoints ?? [])
      for vertex in named?.vertices ?? [] { asserted.insert(vertex) }
    }
    for run in runs {
      for vertex in run.failed { seeded.insert(vertex) }
      for vertex in run.failed + run.timeline.affected { reached.insert(vertex) }
      for id in run.scenario.expectations.compactMap(\.claim.component) {
        if let vertex = compiled.vertex(of: id) { asserted.insert(vertex) }
      }
    }
    func part(_ vertices: [VertexID]) -> Part {
      let isUser = { (vertex: VertexID) in compiled.component(vertex)?.isUser == true }
      let untouched = vertices.filter { !asserted.contains($0) && !reached.contains($0) }
      return Part(
        total: vertices.count, asserted: vertices.filter(asserted.contains),
        reached: vertices.filter(reached.contains), seeded: vertices.filter(seeded.contains),
        untouched: untouched.filter(isUser) + untouched.filter { !isUser($0) })
    }
    let isComponent = VertexSet(compiled.componentVertices)
    let all = (0..<compiled.table.count).map { VertexID($0) }
    components = part(all.filter(isComponent.contains))
    causes = part(all.filter { !isComponent.contains($0) })
  }
}

extension Scenario.Expectation.Claim {
  /// The id of the component that it is about; nil: it is about people.
  var component: String? {
    switch self {
    case .state(let id, _, _), .back(let id, _, _), .outage(let id, _), .discovered(let id, _): id
    case .level, .notified: nil
    }
  }
}

extension ExpectationOutcome {
  /// What came of it as a test of the model: by what the run gives where a run can tell, whatever was
  /// seen; else by what people did.
  public var verdict: ClaimVerdict {
    switch computed == nil ? isMet : isMetByRun {
    case true?: .passed
    case false?: .failed
    case nil: .undetermined
    }
  }
}
