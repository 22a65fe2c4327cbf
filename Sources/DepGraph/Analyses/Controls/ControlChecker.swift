/// Looks at a model for one check after the other; what several ask is computed once.
struct ControlChecker {
  private typealias Outcome = ControlReview.Outcome

  private let compiled: CompiledModel
  private let day: CalendarDate?
  private var known: [Control.Check: ControlReview.Outcome] = [:]

  /// From which share of what is critical a supplier is too much to depend on.
  private static let mostShare = 0.5

  init(_ compiled: CompiledModel, on day: CalendarDate?) {
    self.compiled = compiled
    self.day = day
  }

  mutating func look(_ check: Control.Check) -> ControlReview.Outcome {
    if let outcome = known[check] { return outcome }
    let outcome = outcome(of: check)
    known[check] = outcome
    return outcome
  }

  private lazy var concentration = SupplierConcentration(in: compiled, on: day)

  private mutating func outcome(of check: Control.Check) -> Outcome {
    switch check.kind {
    case .ownerRecorded:
      return components(check) { $0.owner == nil ? nil : true }
    case .requirementsRecorded:
      return components(check) { $0.hasUnknownRequirement ? nil : true }
    case .factsChecked:
      return components(check) { isRecent($0.checked, check) }
    case .criticalIdentified:
      let isDeclared = compiled.criticalUsers.isDeclared
      return critical(check) { isDeclared && !$0.hasUnknownRequirement ? true : nil }
    case .criticalChecked:
      return critical(check) { isRecent($0.checked, check) }
    case .plansMade:
      return critical(check) { component in
        compiled.model.plans.contains { $0.purposes.contains(component.id) } ? true : nil
      }
    case .exitStrategies:
      return contracts(check, inForce: true) { $0.hasExitStrategy }
    case .agreementsRegistered:
      return contracts(check, inForce: false, isRegistered)
    case .agreementsChecked:
      return contracts(check, inForce: true) { isRecent($0.checked, check) }
    case .plansTested:
      return sorted(check, .plan, compiled.model.plans, \.id) { isRecent($0.tested, check) }
    case .supplierDependence: return supplierDependence(check)
    case .subcontractorsKnown: return subcontractorsKnown(check)
    case .promisesBacked: return promisesBacked(check)
    case .plansStand:
      return sorted(check, .plan, compiled.model.plans, \.id, stands)
    case .redundancyReal: return redundancyReal(check)
    case .timeRedundant: return timeRedundant(check)
    }
  }

  // MARK: - Each for itself

  /// Sorts what is looked at by whether it holds; nil: it cannot be told.
  private func sorted<Element>(
    _ check: Control.Check, _ subject: ControlReview.Subject, _ elements: [Element],
    _ id: (Element) -> String, _ holds: (Element) -> Bool?
  ) -> Outcome {
    var outcome = Outcome(check: check, subject: subject)
    for element in elements {
      switch holds(element) {
      case true?: outcome.evidence.append(id(element))
      case false?: outcome.against.append(id(element))
      case nil: outcome.missing.append(id(element))
      }
    }
    return outcome
  }

  private func components(
    _ check: Control.Check, _ holds: (Component) -> Bool?
  ) -> Outcome {
    sorted(check, .component, compiled.model.components, \.id, holds)
  }

  private func critical(
    _ check: Control.Check, _ holds: (Component) -> Bool?
  ) -> Outcome {
    sorted(
      check, .component, compiled.criticalUsers.vertices.compactMap(compiled.component), \.id,
      holds)
  }

  private func contracts(
    _ check: Control.Check, inForce: Bool, _ holds: (Contract) -> Bool?
  ) -> Outcome {
    let contracts = compiled.model.contracts.filter { !inForce || $0.isValid(on: day) }
    return sorted(check, .contract, contracts, \.id, holds)
  }

  /// Whether something was done lately; nil: nobody wrote down when, or there is no day to count to.
  private func isRecent(_ date: CalendarDate?, _ check: Control.Check) -> Bool? {
    guard let date, let day, let within = check.within else { return nil }
    return Double(day.daysSinceEpoch - date.daysSinceEpoch) * 86_400 <= within.seconds
  }

  private func isRegistered(_ contract: Contract) -> Bool? {
    if let day, let until = contract.validUntil, until < day { return false }
    let isWhole =
      contract.provider != nil && contract.customer != nil && contract.validUntil != nil
      && contract.kind != .unknown && contract.covers != .unknown
    return isWhole ? true : nil
  }

  // MARK: - By analysis

  private mutating func supplierDependence(_ check: Control.Check) -> Outcome {
    let concentration = concentration
    let suppliers = concentration.suppliers.filter { !$0.isOwnOrganisation }
    let most = Double(concentration.users.vertices.count) * Self.mostShare
    return sorted(check, .party, suppliers, \.party) { supplier in
      let count = supplier.spofFor.count
      if count > 0, Double(count) >= most { return false }
      // Whoever it cannot be told of may come on top.
      let atMost = Double(count + supplier.cannotTell.count)
      return supplier.bound == .exact && atMost < most ? true : nil
    }
  }

  private mutating func subcontractorsKnown(_ check: Control.Check) -> Outcome {
    let suppliers = concentration.suppliers.filter { !$0.isOwnOrganisation }
    return sorted(check, .party, suppliers, \.party) { supplier in
      switch supplier.subcontractors {
      case .complete: true
      case .incomplete: false
      case .unknown, .notStated: nil
      }
    }
  }

  /// The agreements that rest on others, by whether these promise as much; nil: one of these promises
  /// nothing to hold it against.
  private func promisesBacked(_ check: Control.Check) -> Outcome {
    var question = ContractReview.Question()
    question.at = day.map { Instant(secondsSinceEpoch: Double($0.daysSinceEpoch) * 86_400) }
    // The rules about agreements that rest on others, and no others: a whole review takes long.
    let findings = BackToBack(context: ReviewContext(question, in: compiled) { true }).findings
    let beyond = Set(
      findings.filter { $0.rule != .backToBackMissing }.compactMap(\.contract))
    let open = Set(findings.compactMap(\.contract))
    let resting = compiled.model.contracts.filter { $0.isValid(on: day) && !$0.backedBy.isEmpty }
    return sorted(check, .contract, resting, \.id) { contract in
      beyond.contains(contract.id) ? false : open.contains(contract.id) ? nil : true
    }
  }

  /// Whether nothing that stops what a plan is for stops something that the plan relies on; nil: the
  /// plan does not say what it relies on.
  private func stands(_ plan: ContinuityPlan) -> Bool? {
    guard let relied = plan.reliesOn else { return nil }
    let props = relied.compactMap(compiled.vertex(of:))
    let purposes = plan.purposes.compactMap(compiled.vertex(of:))
    let propagator = FailurePropagator(compiled.reading(.possible).levelOne)
    return !SinglePoints(of: purposes, in: compiled).targets.contains { target in
      target.points.contains { point in
        defer { propagator.undo() }
        propagator.fail([point.vertex])
        return props.contains(where: propagator.contains)
      }
    }
  }

  /// The components with alternatives, by whether these stand every single failure.
  private func redundancyReal(_ check: Control.Check) -> Outcome {
    let inName = VertexSet(FalseRedundancy.all(in: compiled).map(\.owner))
    let notShown = VertexSet(
      IndependenceNotShown.all(in: compiled).compactMap { found in
        if case .group(let owner, _) = found.subject { owner } else { nil }
      })
    let owners = compiled.componentVertices.filter { vertex in
      inName.contains(vertex) || notShown.contains(vertex)
        || compiled.dependencies.of(vertex).contains { $0.strength == .alternative }
    }
    return sorted(check, .component, owners, { compiled.table.id(of: $0) }) { vertex in
      if inName.contains(vertex) { return false }
      return notShown.contains(vertex) || isUnsure(vertex) ? nil : true
    }
  }

  /// Whether an alternative of a component is not known for certain.
  private func isUnsure(_ vertex: VertexID) -> Bool {
    compiled.component(vertex)?.hasUnknownRequirement == true
      || compiled.dependencies.of(vertex).contains {
        $0.strength == .alternative && $0.evidence.basis.isUncertain
      }
  }

  /// What is critical and rests on a source of time, by whether it stands the loss of each of them.
  private func timeRedundant(_ check: Control.Check) -> Outcome {
    let sources = compiled.vertices(ofKinds: [.timeSource])
    let needs = InheritedNeeds(compiled)
    let failures = SoleFailures(in: compiled)
    let users = compiled.criticalUsers.vertices.compactMap { user in
      let used = VertexSet(needs.reach(from: user).map(\.element)).intersection(VertexSet(sources))
      return used.isEmpty ? nil : (user: user, sources: Array(used))
    }
    return sorted(check, .component, users, { compiled.table.id(of: $0.user) }) { user in
      !user.sources.contains { failures.falls(user.user, with: $0) }
    }
  }
}
