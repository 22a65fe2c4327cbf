/// Makes scenarios of a model: what fails is drawn by lot, or is the worst that there is.
///
///     ScenarioGenerator(compiled).random(seed: 7, order: 2)  // always the same two failures
///
/// What is made can be played as it is: everything that failed is repaired in the time that the model
/// gives, and each process and consumer that is hit is expected back within its objective.
public struct ScenarioGenerator {
  private let compiled: CompiledModel
  private let start: Instant?

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - start: When the scenarios start; nil: they do not say.
  public init(_ compiled: CompiledModel, start: Instant? = nil) {
    self.compiled = compiled
    self.start = start
  }

  /// A scenario in which things fail by lot: seeds of searches that stop a process or consumer alone,
  /// where there are any, all with the same chance.
  ///
  /// - Parameters:
  ///   - seed: The seed of the lot: the same seed gives the same scenario.
  ///   - order: How many fail; fewer where the model has fewer.
  /// - Returns: The scenario.
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* seeds and what falls with each.
  public func random(seed: UInt64, order: Int = 1) -> Scenario {
    var random = SplitMix64(seed: seed)
    let all = (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches)
    let reach = FailureReach(compiled, .possible)
    let harmful = all.filter { reach.userCount(after: [$0]) > 0 }
    var left = harmful.count >= order ? harmful : all
    var events: [Scenario.Event] = []
    var now = 0.0
    while events.count < order, !left.isEmpty {
      let chosen = left.remove(at: random.below(left.count))
      var event = Scenario.Event(at: now)
      event.fail = [compiled.table.id(of: chosen)]
      events.append(event)
      // From a quarter of an hour to two hours later, by the quarter.
      now += Double(random.below(8) + 1) * 900
    }
    return scenario(events)
  }

  /// The scenario in which some things fail at once.
  ///
  /// - Parameter causes: What fails, as ``WorstFailures`` gives it.
  /// - Returns: The scenario.
  /// - Complexity: That of playing it.
  public func scenario(failing causes: [VertexID]) -> Scenario {
    var event = Scenario.Event(at: 0)
    event.fail = causes.map(compiled.table.id(of:))
    return scenario([event])
  }

  private func scenario(_ events: [Scenario.Event]) -> Scenario {
    var scenario = Scenario()
    scenario.start = start
    scenario.until = 72 * 3600
    scenario.repair = .plan
    scenario.events = events
    // What was seen at another time says nothing of this.
    scenario.observed = []
    guard let run = try? ScenarioRun(scenario, in: compiled) else { return scenario }
    let users: Set<ComponentKind> = [.process, .consumer]
    let hit = Set(run.outages.map(\.vertex)).sorted()
    scenario.expectations = hit.compactMap { vertex in
      guard let component = compiled.component(vertex), users.contains(component.kind),
        let objective = component.continuity.recoveryTimeObjective
      else { return nil }
      return Scenario.Expectation(.outage(component: component.id, atMost: objective))
    }
    return scenario
  }
}

/// A generator of numbers that look random, the same for the same seed everywhere.
///
/// SplitMix64: G. L. Steele, D. Lea and C. H. Flood, *Fast splittable pseudorandom number generators*,
/// OOPSLA 2014, doi:10.1145/2660193.2660195.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to a bound, which is left out; all as good as equally likely.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
