extension FactSheet {
  /// What is said of a level of escalation.
  init(_ level: EscalationLevel) {
    self.init(FactSubject(.escalation, level.id))
    add(.name, FactValue(level.name))
    add(.level, .number(Double(level.level)))
    add(
      .when,
      FactValue(anyOrder: level.when.map { $0.map(\.words).inByteOrder.joined(separator: " + ") }))
    add(.notify, FactValue(anyOrder: level.notify))
    add(.within, FactValue(level.within))
    for (number, step) in level.steps.enumerated() {
      add(.steps, row: "\(number + 1)", FactValue(step))
    }
    add(.note, FactValue(level.note))
  }

  /// What is said of a plan.
  init(_ plan: ContinuityPlan) {
    self.init(FactSubject(.plan, plan.id))
    add(.name, FactValue(plan.name))
    add(.purposes, FactValue(anyOrder: plan.purposes))
    add(.tested, FactValue(plan.tested))
    // That it relies on nothing is something else than that nobody wrote down on what.
    add(.reliesOn, plan.reliesOn.map { .set(Set($0).inByteOrder, isOpen: false) } ?? .unknown)
    add(.paper, FactValue(plan.paper))
    add(.note, FactValue(plan.note))
  }

  /// What is said of a measure.
  init(_ measure: Measure) {
    self.init(FactSubject(.measure, measure.id))
    add(.text, FactValue(measure.text))
    add(.from, FactValue(anyOrder: measure.from))
    add(.owner, FactValue(measure.owner))
    add(.due, FactValue(measure.due))
    add(.status, measure.status == "unknown" ? .unknown : FactValue(measure.status))
    add(.adds, FactValue(anyOrder: measure.adds))
    add(.removes, FactValue(anyOrder: measure.removes))
    add(.note, FactValue(measure.note))
  }

  /// What is said of a team.
  init(_ crew: Crew) {
    self.init(FactSubject(.crew, crew.id))
    add(.name, FactValue(crew.name))
    add(.skills, FactValue(anyOrder: crew.skills))
    add(.hours, FactValue(crew.hours))
    add(.base, FactValue(crew.base))
    add(.note, FactValue(crew.note))
  }

  /// What is said of a class of restoration.
  init(_ restoreClass: RestoreClass) {
    self.init(FactSubject(.restoreClass, restoreClass.id))
    add(.name, FactValue(restoreClass.name))
    add(.rank, .number(Double(restoreClass.rank)))
    add(.adoptedBy, FactValue(restoreClass.adoptedBy))
    add(.adopted, FactValue(restoreClass.adopted))
    add(.note, FactValue(restoreClass.note))
  }

  /// What was seen: of each component by the moment, since observations have no ids.
  static func observations(of model: Model) -> [FactSheet] {
    numbered(model.observations.map { (.observation, $0.component, $0.order) }).map {
      subject, index in
      let observation = model.observations[index]
      var sheet = FactSheet(subject)
      sheet.add(
        .state,
        observation.state == .unknown ? .unknown : .text(observation.state.rawValue))
      sheet.add(.from, FactValue(observation.from))
      sheet.add(.until, FactValue(observation.until))
      sheet.add(.source, FactValue(anyOrder: observation.sources))
      sheet.add(.note, FactValue(observation.note))
      return sheet
    }
  }

  /// What is expected: by what fails, since expectations have no ids.
  static func expectations(of model: Model) -> [FactSheet] {
    let keys = model.expectations.map { expectation in
      // What is expected of all single failures goes by what it is about.
      let about = expectation.when.isEmpty ? expectation.claimed : expectation.when
      return (
        FactSubject.Kind.expectation, Set(about).inByteOrder.joined(separator: " + "), [Double]()
      )
    }
    return numbered(keys).map { subject, index in
      let expectation = model.expectations[index]
      var sheet = FactSheet(subject)
      sheet.add(.name, FactValue(expectation.name))
      sheet.add(.after, FactValue(expectation.after))
      sheet.add(.up, FactValue(anyOrder: expectation.up))
      sheet.add(.down, FactValue(anyOrder: expectation.down))
      sheet.add(.degraded, FactValue(anyOrder: expectation.degraded))
      sheet.add(.unaffected, FactValue(anyOrder: expectation.unaffected))
      sheet.add(.reduced, FactValue(anyOrder: expectation.reduced))
      sheet.add(.unknown, FactValue(anyOrder: expectation.unknown))
      sheet.add(.noSinglePoint, FactValue(anyOrder: expectation.noSinglePoint))
      // That there are none is something else than that nobody said which.
      sheet.add(
        .singlePoints,
        expectation.singlePoints.map { .set(Set($0).inByteOrder, isOpen: false) })
      sheet.add(.source, FactValue(anyOrder: expectation.sources))
      sheet.add(.note, FactValue(expectation.note))
      return sheet
    }
  }

  /// Subjects for things without ids: a second one of the same gets a number.
  private static func numbered(
    _ keys: [(FactSubject.Kind, String, [Double])]
  ) -> [(FactSubject, Int)] {
    let sorted = keys.indices.sorted { left, right in
      keys[left].1 == keys[right].1
        ? keys[left].2.lexicographicallyPrecedes(keys[right].2) : keys[left].1 < keys[right].1
    }
    var counts: [String: Int] = [:]
    return sorted.map { index in
      let (kind, key, _) = keys[index]
      counts[key, default: 0] += 1
      let number = counts[key, default: 1]
      return (FactSubject(kind, number == 1 ? key : "\(key) #\(number)"), index)
    }
  }
}

extension Observation {
  fileprivate var order: [Double] {
    [from?.secondsSinceEpoch ?? -.infinity, until?.secondsSinceEpoch ?? .infinity]
  }
}

extension EscalationCondition {
  /// The condition as models write it.
  fileprivate var words: String {
    switch test {
    case .holds(let holds): "\(measure.rawValue): \(holds)"
    case .atLeast(let number): "\(measure.rawValue) >= \(number)"
    case .moreThan(let number): "\(measure.rawValue) > \(number)"
    case .lasts(let span): "\(measure.rawValue) >= \(span.seconds) s"
    case .asked(let question):
      "\(measure.rawValue): \(question.text(in: .dutch)) / \(question.text(in: .english))"
    }
  }
}
