/// Tops of a gate graph as decision diagrams, from which every answer about them is read.
///
/// The gates are simplified, divided into modules, and each module is solved apart in an order of
/// variables of its own; what several tops have in common is one diagram. A top that cannot be
/// solved within the limits has a ``limit(of:)`` and no answers; the others have theirs.
///
///     var builder = GateGraph.Builder()
///     let first = builder.addEvent()
///     let second = builder.addEvent()
///     let top = builder.add(.and, [builder.gate(of: first), builder.gate(of: second)])
///     let solved = SolvedGates(builder.build(), tops: [top])
///     solved.probabilities([0.5, 0.1])  // [0.05]
///
/// Tops are named by their places in the list that was given. See docs/guides/SolvedGates.md.
public final class SolvedGates {
  /// The number of basic events of the gate graph.
  public let eventCount: Int
  let limits: SolverLimits
  private(set) var plans: [SolvedPlan]
  /// The plan of each top and its place in that.
  private(set) var places: [(plan: Int, place: Int)]

  /// Solves tops.
  ///
  /// - Parameters:
  ///   - graph: The gates.
  ///   - tops: The gates that are asked about; the same one may be given twice.
  ///   - limits: How much may be spent.
  ///   - retriesAlone: Whether tops that cannot be solved beside others are tried alone, each with
  ///     all that may be spent.
  /// - Precondition: The tops are gates of the graph; no gate on a cycle is negated or a parity.
  /// - Complexity: O(*g* log *g*) for *g* gates and inputs, but the diagrams may need time and space
  ///   exponential in that, up to the limits.
  public init(
    _ graph: GateGraph, tops: [GateID], limits: SolverLimits = SolverLimits(),
    retriesAlone: Bool = true
  ) {
    eventCount = graph.eventCount
    self.limits = limits
    plans = [SolvedPlan(graph, tops: tops, limits: limits)]
    places = tops.indices.map { (0, $0) }
    // What cannot be solved beside others may be solved alone, in an order for it alone.
    guard retriesAlone, tops.count > 1 else { return }
    for (place, top) in tops.enumerated() {
      guard case .nodes = plans[0].limit(of: place) else { continue }
      plans.append(SolvedPlan(graph, tops: [top], limits: limits))
      places[place] = (plans.count - 1, 0)
    }
  }

  func plan(of top: Int) -> (SolvedPlan, Int) { (plans[places[top].plan], places[top].place) }

  // MARK: - Questions

  /// Why a top could not be solved.
  ///
  /// - Parameter top: The place of the top.
  /// - Returns: The limit that ended the work; nil where the top is solved.
  public func limit(of top: Int) -> DiagramLimit? {
    let (plan, place) = plan(of: top)
    return plan.limit(of: place)
  }

  /// Whether no event can keep a top from being true: none is read with a negation or a parity.
  ///
  /// Where the answer is no, minimal sets are those of events that happen while no other does.
  ///
  /// - Parameter top: The place of the top.
  /// - Returns: Whether the simplified gates below the top are without negations.
  /// - Complexity: O(*g*) for *g* gates and inputs.
  public func isCoherent(_ top: Int) -> Bool {
    let (plan, place) = plan(of: top)
    return plan.isCoherent(place)
  }

  /// The value of a top that never changes.
  ///
  /// - Parameter top: The place of a solved top.
  /// - Returns: The value; nil where the top depends on events.
  public func constantValue(of top: Int) -> Bool? {
    let (plan, place) = plan(of: top)
    if case .constant(let value) = plan.value(of: place) { return value }
    return nil
  }

  /// The events that a top really depends on.
  ///
  /// - Parameter top: The place of a solved top.
  /// - Returns: The events, ascending.
  /// - Complexity: O(*n* log *n*) for the *n* nodes of its diagrams.
  public func events(of top: Int) -> [EventID] {
    let (plan, place) = plan(of: top)
    return plan.events(of: place)
  }

  /// The probability of each top, events being independent.
  ///
  /// - Parameter chances: The probability of each event of the graph.
  /// - Returns: The exact probabilities, up to rounding; nil for tops that are not solved.
  /// - Precondition: There is a probability for each event.
  /// - Complexity: O(*n*) for the *n* nodes of all diagrams: one pass.
  public func probabilities(_ chances: [Double]) -> [Double?] {
    let values = plans.map { $0.chances(chances) }
    return places.map { plans[$0.plan].probability(of: $0.place, values[$0.plan]) }
  }

  /// The probability of a top, and its Birnbaum importance for each event.
  ///
  /// The importance of an event is the probability of the top where it happens, minus that where it
  /// does not; 0 for events that the top does not depend on.
  ///
  /// - Parameters:
  ///   - top: The place of a solved top.
  ///   - chances: The probability of each event of the graph.
  /// - Returns: The probability, and one importance for each event.
  /// - Precondition: The top is solved, and there is a probability for each event.
  /// - Complexity: O(*n* log *n* + *v*) for *n* nodes and *v* events: one pass up, one down.
  public func importance(
    of top: Int, _ chances: [Double]
  ) -> (probability: Double, birnbaum: [Double]) {
    let (plan, place) = plan(of: top)
    let values = plan.chances(chances)
    return (
      plan.probability(of: place, values) ?? 0,
      plan.importance(of: place, values, eventCount: eventCount)
    )
  }
}
