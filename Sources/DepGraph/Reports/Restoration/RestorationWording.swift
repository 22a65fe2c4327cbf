/// The sentences about one plan that its report, its results for machines and its checklist share.
struct RestorationWording {
  let plan: RestorationPlan
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  init(_ plan: RestorationPlan, in compiled: CompiledModel, language: Language) {
    self.plan = plan
    self.compiled = compiled
    names = DisplayNames(compiled: compiled, language: language)
    phrases = Phrases(language)
  }

  private var problem: RestorationProblem { plan.problem }

  // MARK: - Times

  /// A time since the outage, with the moment where it is known when that began.
  func time(_ seconds: Double?) -> String {
    guard let seconds else { return phrases.cannotTellTime }
    guard let since = problem.question.since else { return phrases.after(seconds) }
    let moment = phrases.dayAndTime(problem.local(since.advanced(by: seconds)))
    return "\(phrases.after(seconds)) (\(moment))"
  }

  /// When something that waits is back.
  func back(_ demand: RestorationDemand) -> String {
    plan.verdict(of: demand) == .never
      ? phrases.staysOutWord : time(plan.time(of: demand.element))
  }

  // MARK: - Who

  /// Who does a repair.
  func worker(_ repair: RestorationPlan.Repair) -> String {
    if let crew = repair.crew { return name(ofCrew: crew) }
    switch repair.task.worker {
    case .supplier:
      guard case .contract(let agreed) = repair.task.basis else { return phrases.someSupplier }
      let provider = compiled.model.contracts.first { $0.id == agreed.contract }?.provider
      return provider.map(names.party) ?? phrases.someSupplier
    case .anyone: return phrases.somebody
    case .crew: return phrases.noCrewAtAll
    }
  }

  /// The name of a crew with its id; of a counted one its number.
  func name(ofCrew number: Int) -> String {
    let crew = problem.crews[number]
    guard problem.question.crewCount == nil else { return phrases.numberedCrew(crew.id) }
    let name = compiled.model.crews.first { $0.id == crew.id }?.name?
      .text(in: phrases.language)
    return name ?? crew.id
  }

  // MARK: - Why

  /// Why a repair stands at its place, in one sentence.
  func reason(_ repair: RestorationPlan.Repair) -> String {
    let reason = repair.reason
    guard let first = reason.first else {
      switch reason.rule {
      case .nobody: return phrases.nobodyCan(repair.task.skills)
      case .unknownLength: return phrases.unknownLength
      default: return problem.isAwaited ? phrases.nothingWaits : phrases.nobodyHit
      }
    }
    let name = names.name(first.element)
    let others = reason.waiting - 1
    let awaited = phrases.awaited(
      name, class: className(first), others: others, people: people(reason),
      isItself: first.element == repair.task.element)
    switch reason.rule {
    case .nobody: return phrases.nobodyCan(repair.task.skills) + " " + awaited + "."
    case .unknownLength: return phrases.unknownLength + " " + awaited + "."
    case .urgency: return awaited + limits(first, back: reason.firstBack) + "."
    case .density(let value):
      guard value.isFinite else { return awaited + "." }
      return awaited + phrases.perHour(value, isPeople: hasPeople) + "."
    case .due, .unlocks: return awaited + limits(first, back: reason.firstBack) + "."
    case .nothingWaits: return phrases.nothingWaits
    case .oneOfSeveral: return phrases.oneOfSeveral(name, others: others)
    case .notEnough:
      let never = reason.demands.contains { plan.blocked.contains($0) }
      return awaited + phrases.notEnough(staysOut: never, count: reason.waiting) + "."
    }
  }

  /// Until when something may be out, and when it is back.
  private func limits(_ demand: RestorationDemand, back: Double?) -> String {
    let limit =
      demand.tolerated.map { phrases.mayBeOut($0, isTolerated: true) }
      ?? demand.objective.map { phrases.mayBeOut($0, isTolerated: false) } ?? phrases.noLimit
    return limit + phrases.comesBack(back)
  }

  /// The people who wait for a repair, if any are counted.
  private func people(_ reason: RestorationReason) -> Double? {
    hasPeople && reason.weight > 0 ? reason.weight : nil
  }

  /// Whether every weight is a number of people.
  private var hasPeople: Bool { plan.problem.demands.allSatisfy { $0.weightBasis != .none } }

  /// The name of a demand's class; nil: it has none.
  func className(_ demand: RestorationDemand) -> String? {
    guard demand.classNumber < problem.classes.count else { return nil }
    let found = problem.classes[demand.classNumber]
    return found.name?.text(in: phrases.language) ?? found.id
  }

  // MARK: - From what

  /// Where the time of a repair comes from.
  func source(_ task: RepairTask) -> String {
    switch task.basis {
    case .contract(let agreed):
      phrases.promised(
        names.contract(agreed.contract), within: agreed.within,
        nature: agreed.target.nature.map { phrases.word($0) }, share: agreed.share,
        atWorst: problem.question.since == nil && agreed.longest.elapsed > agreed.within
          ? agreed.longest.elapsed : nil)
    case .own: phrases.ownRepair(task.work ?? 0)
    case .meanTime: phrases.meanRepair(task.work ?? 0)
    case .assumed: phrases.assumedRepair(task.work ?? 0)
    case .unknown: phrases.unknownRepair
    }
  }

  /// What a step says on a checklist.
  func text(_ step: RestorationStep) -> String {
    phrases.step(step.kind, names.name(step.element))
  }
}

extension RestorationProblem {
  /// An instant with the offset that the clock of the place has at it: the zone of the first hours that
  /// the model writes down, as long as that agrees with how the beginning was written.
  func local(_ instant: Instant) -> Instant {
    guard let since = question.since, let zone, zone.offset(at: since) == since.writtenOffset else {
      return instant
    }
    return Instant(
      secondsSinceEpoch: instant.secondsSinceEpoch, writtenOffset: zone.offset(at: instant))
  }
}
