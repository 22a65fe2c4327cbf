/// An outage that was seen and lasted longer than an agreement allows.
public struct ObservedOverrun: Hashable, Sendable {
  /// The agreement's promise.
  public let restore: AgreedRestore
  /// When it began; nil: not known.
  public let from: Instant?
  /// When it ended; nil: not known.
  public let until: Instant?
  /// How long it lasted, in seconds.
  public let seconds: Double
  /// How long was agreed from that moment by the clock, in seconds.
  public let agreed: Double
  /// The ids of the sources that saw it.
  public let sources: [String]

  /// How many times as long as agreed it lasted; nil: nothing at all was agreed.
  public var factor: Double? { agreed > 0 ? seconds / agreed : nil }

  /// Whether it misses what was guaranteed for every case: only that is a breach.
  ///
  /// Where the clock starts later than the outage, a part of it may not count; then nobody can tell.
  public var isBreach: Bool {
    restore.target.nature == .guaranteed && restore.isMaximum && !restore.target.startsLater
  }
}

/// The rule `observed-overrun`: agreements held against outages that were seen.
struct ObservedOverruns {
  let context: ReviewContext

  /// An outage that was seen; told by several sources, or by the scenario and the model, it is one.
  private struct Outage: Hashable {
    let element: VertexID
    let from: Instant?
    let seconds: Double
    let sources: [String]

    static func == (left: Outage, right: Outage) -> Bool {
      left.element == right.element && left.from == right.from && left.seconds == right.seconds
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(element)
      hasher.combine(from)
      hasher.combine(seconds)
    }
  }

  /// The findings, by outage in the order told, and agreement in the order declared.
  ///
  /// - Complexity: O(*o*·*c*) for *o* outages and *c* agreements.
  var findings: [ContractFinding] {
    var seen: Set<Outage> = []
    return outages.filter { seen.insert($0).inserted }.flatMap { outage in
      context.compiled.model.contracts.compactMap { finding($0, outage) }
    }
  }

  private func finding(_ contract: Contract, _ outage: Outage) -> ContractFinding? {
    guard contract.isValid(on: outage.from?.day ?? context.day),
      context.coverage[contract.id, default: []].contains(outage.element),
      let restore = AgreedRestore(of: contract, in: outage.from ?? context.week, at: outage.from)
    else { return nil }
    let agreed = restore.atMoment?.elapsed ?? restore.longest.elapsed
    guard outage.seconds > agreed else { return nil }
    let overrun = ObservedOverrun(
      restore: restore, from: outage.from, until: outage.from?.advanced(by: outage.seconds),
      seconds: outage.seconds, agreed: agreed, sources: outage.sources)
    var finding = ContractFinding(
      .observedOverrun, restore.target.nature == .guaranteed ? .high : .medium)
    finding.contract = contract.id
    finding.element = outage.element
    finding.parties = context.parties(of: contract)
    finding.required = outage.seconds
    finding.agreed = agreed
    finding.gap = outage.seconds - agreed
    finding.nature = restore.target.nature
    finding.verdict = .overrun
    finding.chain = [.element(outage.element), .contract(contract.id)]
    finding.details = .observed(overrun)
    return finding
  }

  // MARK: - What was seen

  private var outages: [Outage] {
    guard let scenario = context.question.observed else {
      return outages(of: context.compiled.model.observations)
    }
    return outages(of: scenario)
      + outages(of: scenario.observed ?? context.compiled.model.observations)
  }

  private func outages(of observations: [Observation]) -> [Outage] {
    observations.compactMap { seen in
      guard seen.state == .down, let from = seen.from, let until = seen.until, from < until,
        let element = context.compiled.vertex(of: seen.component)
      else { return nil }
      return Outage(
        element: element, from: from, seconds: until.secondsSinceEpoch - from.secondsSinceEpoch,
        sources: seen.sources)
    }
  }

  /// What failed in a scenario and was restored in it.
  private func outages(of scenario: Scenario) -> [Outage] {
    var failed: [VertexID: (at: Double, sources: [String])] = [:]
    var found: [Outage] = []
    for event in scenario.events {
      // At one instant restores come first.
      for element in elements(event.restore) {
        guard let outage = failed.removeValue(forKey: element), outage.at < event.at else {
          continue
        }
        found.append(
          Outage(
            element: element, from: scenario.start?.advanced(by: outage.at),
            seconds: event.at - outage.at,
            sources: outage.sources + event.sources.filter { !outage.sources.contains($0) }))
      }
      for element in elements(event.fail) where failed[element] == nil {
        failed[element] = (event.at, event.sources)
      }
    }
    return found
  }

  private func elements(_ selectors: [String]) -> [VertexID] {
    (try? context.compiled.seeds(selectors))?.vertices ?? []
  }
}
