/// Diagrams of some components, with the figures of everything that may fail.
struct SolvedTargets {
  /// The components, in the order asked.
  let targets: [VertexID]
  private let figures: Unavailabilities
  private let logic: FailureLogic
  private let solved: SolvedGates
  /// The probability of each event at the unfavourable end of its interval.
  private let high: [Double]
  private let least: [Double?]
  private let most: [Double?]
  /// Whether everything that may fail is in the diagrams, also what has no figure.
  let isWhole: Bool

  /// - Complexity: That of the diagrams.
  init(
    _ logic: FailureLogic, _ figures: Unavailabilities, _ limits: SolverLimits, isWhole: Bool
  ) {
    self.logic = logic
    self.figures = figures
    self.isWhole = isWhole
    targets = logic.targets
    // One that is too large beside others is asked about anew, with only its part of the model.
    solved = SolvedGates(logic.gates, tops: logic.tops, limits: limits, retriesAlone: false)
    let low = logic.elements.map { figures[$0]?.value.low ?? 0 }
    high = logic.elements.map { figures[$0]?.value.high ?? 0 }
    least = solved.probabilities(low)
    most = low == high ? least : solved.probabilities(high)
  }

  /// Why a component has no diagram; nil where it has one.
  func limit(of place: Int) -> DiagramLimit? { solved.limit(of: place) }

  /// How likely a component with a diagram is to be down.
  func unavailability(of place: Int) -> Ratio {
    Ratio(bounding: least[place] ?? 0, most[place] ?? 1)
  }

  /// The elements that a component with a diagram depends on, in order.
  ///
  /// - Complexity: O(*n* log *n*) for *n* nodes.
  func elements(of place: Int) -> [VertexID] { solved.events(of: place).map(logic.element) }

  /// For each event the probability that a minimal cut set with it has failed.
  ///
  /// - Complexity: That of `MinimalSets.fussellVesely(_:)`.
  func cutSetChances(of place: Int) -> (chances: [Double]?, limit: DiagramLimit?) {
    do throws(DiagramLimit) {
      return (try solved.minimalSets(of: place).fussellVesely(high), nil)
    } catch {
      return (nil, error)
    }
  }

  /// Everything that bears on a component with a diagram, the most critical first.
  ///
  /// - Complexity: O(*n* log *n* + *e*) for *n* nodes and *e* events.
  func causes(of place: Int, _ cutSets: [Double]?) -> [Availability.Cause] {
    let found = solved.importance(of: place, high)
    let causes = solved.events(of: place).map { event in
      let element = logic.element(of: event)
      return Availability.Cause(
        vertex: element, probability: figures[element]?.value.high,
        importance: ImportanceMeasures(
          birnbaum: found.birnbaum[event.index], probability: high[event.index],
          of: found.probability, cutSets: cutSets?[event.index]))
    }
    return causes.sorted { left, right in
      let key = { (cause: Availability.Cause) in
        (-(cause.importance.criticality.value ?? 0), -cause.importance.birnbaum, cause.vertex)
      }
      return key(left) < key(right)
    }
  }
}
