/// One thing that somebody does, or that takes its time, in a plan.
public struct RestorationStep: Hashable, Sendable {
  /// What is done.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A crew is on its way.
    case travel
    /// Evidence is secured.
    case evidence
    /// Something is repaired.
    case repair
    /// Something is repaired in another way, as what its repair needs is not there.
    case repairByHand = "repair-by-hand"
    /// People start something by hand, as what it needs is not there.
    case byHand = "by-hand"
    /// Something restarts, now that all that it needs is back.
    case restart
  }

  /// What is done.
  public let kind: Kind
  /// What it is done to, or where the crew goes.
  public let element: VertexID
  /// When it begins, in seconds since the outage; nil: nobody knows.
  public let from: Double?
  /// When it is done; nil: nobody knows.
  public let until: Double?
  /// The number of the crew; nil: no crew of ours does it.
  public let crew: Int?
}

extension RestorationPlan {
  /// All that is done, in the order of time; what has no known beginning comes last.
  ///
  /// A restart that takes no time is left out.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements that are out.
  public var steps: [RestorationStep] {
    var steps: [RestorationStep] = []
    var repairedByHand: Set<VertexID> = []
    for repair in repairs {
      let element = repair.task.element
      let add = { (kind: RestorationStep.Kind, from: Double?, until: Double?) in
        steps.append(
          RestorationStep(kind: kind, element: element, from: from, until: until, crew: repair.crew)
        )
      }
      if repair.crew != nil, let departs = repair.departs, let arrives = repair.arrives,
        departs < arrives
      {
        add(.travel, departs, arrives)
      }
      if repair.task.evidence != nil { add(.evidence, repair.begins, repair.evidenceEnds) }
      let secured = repair.task.evidence == nil ? repair.begins : repair.evidenceEnds
      let isByHand = isRepairedByHand(element, from: repair.begins)
      add(isByHand ? .repairByHand : .repair, secured, repair.ends)
      if isByHand { repairedByHand.insert(element) }
    }
    for recovery in recoveries {
      let element = recovery.element
      let add = { (kind: RestorationStep.Kind, from: Double?, until: Double?) in
        steps.append(
          RestorationStep(kind: kind, element: element, from: from, until: until, crew: nil))
      }
      let restart = problem.compiled.component(element)?.restart?.seconds ?? 0
      var from = recovery.ready
      if let evidence = problem.evidenceBeforeRestart(of: element) {
        let secured = from.flatMap { start in evidence.value.map { start + $0.seconds } }
        add(.evidence, from, secured)
        from = secured
      }
      if isStartedByHand(recovery, repairedByHand) {
        add(.byHand, from, recovery.at)
      } else if restart > 0 {
        add(.restart, from, recovery.at)
      }
    }
    let key = { (step: RestorationStep) in
      (step.from ?? .infinity, step.until ?? .infinity)
    }
    return steps.enumerated().sorted { first, second in
      let (one, other) = (key(first.element), key(second.element))
      return one == other ? first.offset < second.offset : one < other
    }.map(\.element)
  }

  private func isRepairedByHand(_ element: VertexID, from begins: Double?) -> Bool {
    properTimes[element].map { $0.repair > (begins ?? 0) } ?? false
  }

  /// What breaks a loop does so by its repair, or else by its start, even if that takes no time.
  private func isStartedByHand(_ recovery: Recovery, _ repaired: Set<VertexID>) -> Bool {
    guard let proper = properTimes[recovery.element] else { return false }
    return !repaired.contains(recovery.element)
      || recovery.ready.map { proper.start > $0 } ?? true
  }
}
