/// An incident with everything that a framework is held against, at any moment of it.
struct EscalationSituation {
  /// The class of restoration that marks what lives depend on.
  static let lifeSafetyClass = "life-safety"

  let compiled: CompiledModel
  let framework: EscalationFramework
  let course: IncidentCourse
  let cause: IncidentCause
  let answers: [String: Bool]
  let promises: RestorePromises
  /// What is known from a moment on, by the moments at which something fails or is restored.
  private let outlooks: [(from: Double, outlook: RestoreOutlook)]
  let users: [VertexID]
  private let lifeSafety: [VertexID]
  private let vital: [VertexID]
  private let parties: [String: Party]
  /// The channels by which contacts are reached.
  let channels: [VertexID]
  private let plans: [String: [ContinuityPlan]]

  /// - Complexity: O(*c*·*n*) for *c* agreements and *n* elements, and two runs of the timeline for
  ///   each moment at which something fails or is restored.
  init(
    _ course: IncidentCourse, framework: EscalationFramework, cause: IncidentCause,
    answers: [String: Bool], with runs: IncidentRuns, targets: [VertexID: Scenario.Target] = [:]
  ) {
    let compiled = runs.compiled
    self.compiled = compiled
    self.framework = framework
    self.course = course
    self.cause = cause
    self.answers = answers
    let promises = RestorePromises(in: compiled, at: course.start, stated: targets)
    self.promises = promises
    let turns = Set(course.failures.flatMap { [$0.from, $0.until] }.filter(\.isFinite)).sorted()
    outlooks = turns.map { ($0, RestoreOutlook(course, at: $0, promises, runs)) }
    users = compiled.vertices(ofKinds: [.process, .consumer])
    lifeSafety = compiled.componentVertices.filter {
      guard let component = compiled.component($0) else { return false }
      return component.restoreClass == Self.lifeSafetyClass
        || (component.isUser && component.restoreClass == nil)
    }
    vital = compiled.componentVertices.filter {
      let status = compiled.component($0)?.vital?.status
      return status != nil && status != .notDesignated
    }
    parties = Consequences.parties(of: compiled.model)
    channels = Set(
      framework.contacts.flatMap(\.reach).compactMap { compiled.vertex(of: $0) }
    ).sorted()
    var plans: [String: [ContinuityPlan]] = [:]
    for plan in compiled.model.plans {
      for purpose in plan.purposes { plans[purpose, default: []].append(plan) }
    }
    self.plans = plans
  }

  /// What is promised about what has failed by a moment; nil: nothing has failed by then.
  func outlook(at time: Double) -> RestoreOutlook? {
    outlooks.last { $0.from <= time }?.outlook
  }

  // MARK: - Measures

  /// The value of a measure at a moment.
  ///
  /// - Parameters:
  ///   - measure: What is looked at.
  ///   - time: The moment, in seconds after the start.
  ///   - amongLifeSafety: Whether `no-alternative` is about what lives depend on.
  /// - Returns: The value; of a question that of its answer is asked with `answer`.
  /// - Complexity: O(*n*·*p*) for *n* components with *p* plans each.
  func value(
    of measure: EscalationCondition.Measure, at time: Double, amongLifeSafety: Bool = false
  ) -> EscalationMeasurement {
    switch measure {
    case .organisations: organisations(time)
    case .ministries: ministries(time)
    case .sectors: sectors(time)
    case .vitalServices: vitalServices(time)
    case .lifeSafety: lifeSafetyServices(time)
    case .pastMTPD: pastTolerance(time)
    case .noAlternative: withoutAlternative(time, amongLifeSafety: amongLifeSafety)
    case .channelsLost:
      EscalationMeasurement(measure, counting: counted(channels) { course.isDown($0, at: time) })
    case .elapsed: EscalationMeasurement(measure, value: elapsed(time))
    case .elapsedOfRestoreTarget: elapsedOfTarget(time)
    case .cyberNotExcluded: EscalationMeasurement(measure, value: cause.mayBeCyber ? 1 : 0)
    case .question: EscalationMeasurement(measure, value: 0)
    }
  }

  /// The answer to a question, by its id.
  func answer(_ question: String) -> EscalationMeasurement {
    var value = EscalationMeasurement(.question, value: answers[question] == true ? 1 : 0)
    if answers[question] == nil { value.conceivable = 1 }
    return value
  }

  private func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  private func counted(
    _ vertices: [VertexID], _ verdict: (VertexID) -> EscalationVerdict
  ) -> [String: EscalationVerdict] {
    var things: [String: EscalationVerdict] = [:]
    for vertex in vertices { things[id(vertex)] = verdict(vertex) }
    return things
  }

  /// Distinct things of the processes and consumers that are down; one of which the thing is not
  /// stated may be of any, and is counted as what cannot be told.
  private func distinct(
    _ measure: EscalationCondition.Measure, _ time: Double, missing key: String,
    _ thing: (Component) -> Thing
  ) -> EscalationMeasurement {
    var things: [String: EscalationVerdict] = [:]
    var missing: [MeasuredValue.Missing] = []
    for user in users {
      let down = course.isDown(user, at: time)
      guard down > .no, let component = compiled.component(user) else { continue }
      switch thing(component) {
      case .none: break
      case .known(let id): things[id] = max(things[id] ?? .no, down)
      case .notStated:
        things[component.id] = max(things[component.id] ?? .no, .cannotTell)
        missing.append(.init(component.id, key))
      }
    }
    return EscalationMeasurement(measure, counting: things, missing: missing)
  }

  private enum Thing {
    case none, notStated
    case known(String)
  }

  private func organisations(_ time: Double) -> EscalationMeasurement {
    distinct(.organisations, time, missing: "owner") { .known($0.owner ?? $0.id) }
  }

  private func ministries(_ time: Double) -> EscalationMeasurement {
    distinct(.ministries, time, missing: "owner") { component in
      guard let owner = component.owner else { return .notStated }
      return Consequences.ministry(of: owner, in: parties).map { .known($0) } ?? .none
    }
  }

  private func sectors(_ time: Double) -> EscalationMeasurement {
    distinct(.sectors, time, missing: "sector") { $0.sector.map { .known($0) } ?? .notStated }
  }

  private func vitalServices(_ time: Double) -> EscalationMeasurement {
    var missing: [MeasuredValue.Missing] = []
    let things = counted(vital) { vertex in
      let down = course.isDown(vertex, at: time)
      if compiled.component(vertex)?.vital?.status == .designated { return down }
      if down > .no { missing.append(.init(id(vertex), "vital.status")) }
      return min(down, .cannotTell)
    }
    return EscalationMeasurement(.vitalServices, counting: things, missing: missing)
  }

  /// How sure it is that a component is one that lives depend on, and is down.
  private func endangersLives(_ vertex: VertexID, _ time: Double) -> EscalationVerdict {
    let down = course.isDown(vertex, at: time)
    return compiled.component(vertex)?.restoreClass == nil ? min(down, .cannotTell) : down
  }

  private func lifeSafetyServices(_ time: Double) -> EscalationMeasurement {
    let things = counted(lifeSafety) { endangersLives($0, time) }
    let missing = lifeSafety.filter {
      compiled.component($0)?.restoreClass == nil && things[id($0)] != .no
    }
    return EscalationMeasurement(
      .lifeSafety, counting: things, missing: missing.map { .init(id($0), "restore-class") })
  }

  /// How sure it is that no plan for a component stands.
  ///
  /// A model without plans does not tell that there are none; one with plans is their register.
  func hasNoPlan(_ vertex: VertexID, at time: Double) -> EscalationVerdict {
    if compiled.model.plans.isEmpty { return .cannotTell }
    return plans[id(vertex), default: []].map { plan -> EscalationVerdict in
      guard let relied = plan.reliesOn else { return plan.paper == nil ? .cannotTell : .no }
      guard !relied.isEmpty else { return .no }
      return relied.compactMap { compiled.vertex(of: $0) }
        .map { course.isDown($0, at: time) }.max() ?? .cannotTell
    }.min() ?? .certain
  }

  private func withoutAlternative(
    _ time: Double, amongLifeSafety: Bool
  ) -> EscalationMeasurement {
    let things = counted(amongLifeSafety ? lifeSafety : users) { vertex in
      let down =
        amongLifeSafety ? endangersLives(vertex, time) : course.isDown(vertex, at: time)
      return down == .no ? .no : min(down, hasNoPlan(vertex, at: time))
    }
    return EscalationMeasurement(.noAlternative, counting: things)
  }

  // MARK: - Time

  private func pastTolerance(_ time: Double) -> EscalationMeasurement {
    let outlook = outlook(at: time)
    let isOpen = outlook?.isOpen(at: time) ?? false
    var missing: [MeasuredValue.Missing] = []
    let things = counted(users) { user in
      let down = course.isDown(user, at: time)
      let projected = outlook?.past[user] ?? .no
      guard let limit = compiled.component(user)?.continuity.maximumTolerablePeriod?.seconds else {
        if down > .no { missing.append(.init(id(user), "mtpd")) }
        return min(down, .cannotTell)
      }
      let verdict = max(projected, isPast(user, limit, time))
      // With no known end, whoever is down or will be may be out for too long.
      let isHit = down > .no || course.fall(of: user, after: time) != nil
      return max(verdict, isOpen && isHit ? .cannotTell : .no)
    }
    return EscalationMeasurement(.pastMTPD, counting: things, missing: missing)
  }

  /// How sure it is that a component has been out for as long as it may be.
  private func isPast(_ user: VertexID, _ limit: Double, _ time: Double) -> EscalationVerdict {
    let grades: [(IncidentCourse.Surety, EscalationVerdict)] = [
      (.certain, .certain), (.possible, .possible), (.conceivable, .cannotTell),
    ]
    for (surety, verdict) in grades {
      guard let began = course.outage(of: user, at: time, surety) else { continue }
      if time - course.felt(user, from: began) >= limit { return verdict }
    }
    return .no
  }

  /// How long the incident has lasted: since the first failure, while anything has failed or is down.
  private func elapsed(_ time: Double) -> Double {
    guard let first = course.failures.first?.from, first <= time else { return 0 }
    let isOver =
      course.failed(at: time).isEmpty && !users.contains { course.isDown($0, at: time) == .certain }
    return isOver ? 0 : time - first
  }

  /// The largest share of a promised time to restore that has passed: of all that is down, each from
  /// its own fall, by the clock.
  private func elapsedOfTarget(_ time: Double) -> EscalationMeasurement {
    var value = EscalationMeasurement(.elapsedOfRestoreTarget, value: 0)
    var best = -1.0
    let grades: [(IncidentCourse.Surety, WritableKeyPath<EscalationMeasurement, Double>)] = [
      (.certain, \.certain), (.possible, \.possible), (.conceivable, \.conceivable),
    ]
    for element in promises.elements {
      guard let promise = promises.shortest(on: element) else { continue }
      for (surety, number) in grades {
        guard let began = course.outage(of: element, at: time, surety) else { continue }
        // So that the moment at which a share has passed is not missed by rounding.
        let share =
          promise.within.seconds > 0
          ? (time - began) / promise.within.seconds * (1 + 1e-12) : .infinity
        value[keyPath: number] = max(value[keyPath: number], share)
        if surety == .certain, share > best {
          best = share
          value.items = [.init(id: id(element), verdict: .certain)]
          value.contract = promise.contract
          value.promised = promise.within.seconds
        }
      }
    }
    value.possible = max(value.possible, value.certain)
    value.conceivable = max(value.conceivable, value.possible)
    let without = course.failed(at: time).filter { promises.shortest(on: $0) == nil }
    if !without.isEmpty {
      value.conceivable = .infinity
      value.missing = without.map { .init(id($0), "restore-within") }
    }
    return value
  }
}
