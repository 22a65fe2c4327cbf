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

  /// Outages with the same course are one point: one cause is to be taken away.
  private struct Course {
    let phases: [ScenarioRun.Phase]
    var outages: [ScenarioOutage]
  }

  private var courses: [Course] {
    var courses: [Course] = []
    var places: [[ScenarioRun.Phase]: Int] = [:]
    for outage in run.overruns {
      let phases = outage.until == nil ? [] : run.phases(of: outage)
      if let place = places[phases] {
        courses[place].outages.append(outage)
      } else {
        places[phases] = courses.count
        courses.append(Course(phases: phases, outages: [outage]))
      }
    }
    return courses
  }

  private var overruns: [Report.Item] {
    let courses = self.courses
    var items = courses.prefix(Self.mostOutages).map { course in
      Report.Item(title(of: course), phaseItems(of: course))
    }
    let left = courses.dropFirst(Self.mostOutages).reduce(0) { $0 + $1.outages.count }
    if left > 0 { items.append(.init(phrases.moreOverruns(left))) }
    return items
  }

  private func title(of course: Course) -> String {
    if course.outages.count == 1, let outage = course.outages.first {
      return phrases.overrunSentence(outage, name: names.name(outage.vertex))
    }
    let most = 12
    var title = phrases.overrunsPoint(
      course.outages.prefix(most).map { (names.name($0.vertex), $0.overrun ?? 0) })
    if course.outages.count > most {
      title += " " + phrases.moreOverruns(course.outages.count - most)
    }
    return title
  }

  private func phaseItems(of course: Course) -> [Report.Item] {
    guard !course.phases.isEmpty else {
      return course.outages.contains { $0.until == nil } ? [.init(phrases.notBackPoint)] : []
    }
    var items = course.phases.map { phase in
      Report.Item(
        phrases.phase(phase, component: names.name, clock: words.clock), hours(of: phase))
    }
    let longest = course.phases.enumerated().max {
      ($0.element.length, -$0.offset) < ($1.element.length, -$1.offset)
    }?.element
    guard course.phases.count > 1, let longest else {
      return items + [.init(phrases.onePhasePoint)]
    }
    let inTime = course.outages.count { outage in
      outage.target.map { outage.atLeast - longest.length <= $0.within } ?? false
    }
    items.append(
      .init(
        phrases.decisivePhase(
          longest, component: names.name, inTime: inTime, of: course.outages.count)))
    return items
  }

  /// What of a repair nobody worked on.
  private func hours(of phase: ScenarioRun.Phase) -> [Report.Item] {
    guard phase.kind == .restoring,
      let repair = run.repairs.first(where: { $0.start == phase.from && $0.end == phase.until })
    else { return [] }
    return phrases.repairHours(repair, contract: names.contract, crew: words.person)
      .map { [.init($0)] } ?? []
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
