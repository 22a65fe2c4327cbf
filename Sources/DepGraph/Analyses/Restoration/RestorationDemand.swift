/// Something that is out and awaited: how urgent it is, and how much it weighs.
public struct RestorationDemand: Hashable, Sendable {
  /// What its weight is taken from.
  public enum WeightBasis: String, Hashable, Sendable, CaseIterable {
    /// The people whom its impact names, at most.
    case people
    /// Its users.
    case users
    /// Neither is known: it counts as one.
    case none
  }

  /// What is out.
  public let element: VertexID
  /// How much it weighs.
  public let weight: Double
  /// What that is taken from.
  public let weightBasis: WeightBasis
  /// The place of its class in `RestorationProblem.classes`; beyond them: it has none.
  public let classNumber: Int
  /// The first moment at which its users feel the outage, in seconds since it began.
  public let felt: Double
  /// Until when it may be out at most; nil: nobody said.
  public let tolerated: Double?
  /// Until when it ought to be back; nil: nobody said.
  public let objective: Double?

  /// The first of both that is known: the latest moment, else the wanted one.
  var due: Double? { tolerated ?? objective }

  /// How late it is beyond what is tolerated, if it is back at a time; 0 if it is in time.
  func lateness(at time: Double) -> Double { tolerated.map { max(0, time - $0) } ?? 0 }

  /// How late it is beyond what was wanted, if it is back at a time; 0 if it is in time.
  func delay(at time: Double) -> Double { objective.map { max(0, time - $0) } ?? 0 }
}

extension RestorationDemand {
  /// What is awaited of what is out: processes and consumers, and what has a class, an RTO or an MTPD.
  ///
  /// - Complexity: O(*n* + *c*) for *n* elements and *c* classes.
  static func all(
    among out: [VertexID], _ question: RestorationQuestion, _ classes: [RestoreClass],
    in compiled: CompiledModel
  ) -> [RestorationDemand] {
    all(
      of: out.filter { compiled.component($0)?.isAwaited == true }, question, classes, in: compiled)
  }

  /// A demand for each of some elements.
  ///
  /// - Complexity: O(*n* + *c*) for *n* elements and *c* classes.
  static func all(
    of elements: [VertexID], _ question: RestorationQuestion, _ classes: [RestoreClass],
    in compiled: CompiledModel
  ) -> [RestorationDemand] {
    var numbers: [String: Int] = [:]
    for (number, one) in classes.enumerated() { numbers[one.id] = number }
    return elements.map { vertex in
      RestorationDemand(vertex, compiled.component(vertex), question.since) {
        numbers[$0] ?? classes.count
      }
    }
  }

  private init(
    _ element: VertexID, _ component: Component?, _ since: Instant?, number: (String) -> Int
  ) {
    self.element = element
    let people = component?.impact.compactMap { $0.people?.value }.max()
    if let people {
      (weight, weightBasis) = (people, .people)
    } else if let users = component?.users?.value {
      (weight, weightBasis) = (users, .users)
    } else {
      (weight, weightBasis) = (1, .none)
    }
    classNumber = number(component?.restoreClass ?? "")
    let felt = since.flatMap { since in
      component.map { component in
        component.needed.firstInstant(atOrAfter: since).secondsSinceEpoch - since.secondsSinceEpoch
      }
    }
    self.felt = felt ?? 0
    let continuity = component?.continuity
    tolerated = continuity?.maximumTolerablePeriod.map { $0.seconds + (felt ?? 0) }
    objective = continuity?.recoveryTimeObjective.map { $0.seconds + (felt ?? 0) }
  }
}

extension Component {
  /// Whether somebody waits for this itself, not only for what it is needed for.
  fileprivate var isAwaited: Bool {
    isUser || restoreClass != nil || continuity.maximumTolerablePeriod != nil
      || continuity.recoveryTimeObjective != nil
  }
}
