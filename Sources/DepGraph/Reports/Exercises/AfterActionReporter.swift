/// What there is to learn from a run, each point computed.
struct AfterActionReporter {
  let run: ScenarioRun
  let words: ScenarioWords

  private var phrases: Phrases { words.phrases }
  private var names: DisplayNames { words.names }

  /// The most outages that are taken apart.
  private static let mostOutages = 10

  /// The heading and the points; that there are none where there are none.
  ///
  /// - Complexity: O(*o*·*e*) for the *o* outages told of and *e* entries.
  var blocks: [Report.Block] {
    let items = late + overruns + singlePoints + missed
    return [
      .heading(phrases.afterActionHeading),
      items.isEmpty ? .paragraph(phrases.nothingToLearn) : .list(items),
    ]
  }

  // MARK: - What people did late

  private var late: [Report.Item] {
    var items: [Report.Item] = []
    let response = run.response
    if let failure = response.firstFailure {
      if let found = response.firstDiscovery, found > failure {
        items.append(
          .init(
            phrases.firstDiscoveryPoint(
              found - failure, share: target.map { (found - failure) / $0 })))
      }
      if let call = response.calls.first, let since = call.sinceFailure, since > 0 {
        items.append(
          .init(
            phrases.firstCallPoint(
              words.level(call.level), since, sinceDiscovery: call.sinceDiscovery)))
      }
    }
    items += response.notifications.filter(\.isLate).map { told in
      Report.Item(
        phrases.lateNotificationPoint(
          words.person(told.contact), level: words.level(told.level ?? ""),
          at: told.at.map(words.clock), deadline: words.clock(told.deadline ?? 0)))
    }
    return items
  }

  /// What was agreed for the first thing that failed, in seconds.
  private var target: Double? {
    run.outages.first { run.failed.contains($0.vertex) && $0.target != nil }?.target?.within
  }

  // MARK: - What was out too long

  private var overruns: [Report.Item] {
    let overruns = run.overruns
    var items = overruns.prefix(Self.mostOutages).map { outage in
      Report.Item(
        phrases.overrunPoint(outage, name: names.name(outage.vertex), words: words),
        phaseItems(of: outage))
    }
    if overruns.count > Self.mostOutages {
      items.append(.init(phrases.moreOverruns(overruns.count - Self.mostOutages)))
    }
    return items
  }

  private func phaseItems(of outage: ScenarioOutage) -> [Report.Item] {
    guard let target = outage.target else { return [] }
    guard outage.until != nil else { return [.init(phrases.notBackPoint)] }
    let phases = run.phases(of: outage)
    var items = phases.map { phase in
      Report.Item(phrases.phase(phase, component: names.name, clock: words.clock))
    }
    let longest = phases.enumerated().max {
      ($0.element.length, -$0.offset) < ($1.element.length, -$1.offset)
    }?.element
    if let longest {
      items.append(
        .init(
          phrases.decisivePhase(
            longest, component: names.name,
            wouldDo: outage.atLeast - longest.length <= target.within)
        ))
    }
    return items
  }

  // MARK: - Single points, expectations

  private var singlePoints: [Report.Item] {
    let points = run.singlePoints(in: names.compiled)
    var items = points.prefix(Self.mostOutages).map {
      Report.Item(phrases.singlePointHit(names.named($0.vertex), users: $0.users))
    }
    if points.count > Self.mostOutages {
      items.append(.init(phrases.moreSinglePoints(points.count - Self.mostOutages)))
    }
    return items
  }

  private var missed: [Report.Item] {
    run.expectations.filter { $0.isMet == false }.map { outcome in
      let name = outcome.expectation.name?.text(in: phrases.language)
      let claim = phrases.expected(
        outcome.expectation.claim, component: words.component, level: words.level,
        person: words.person, clock: words.clock)
      return Report.Item(phrases.missedPoint(name.map { "\($0): \(claim)" } ?? claim))
    }
  }
}
