extension ScenarioRun {
  /// The result of `exercise` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was played on.
  ///   - language: The language.
  /// - Returns: The timeline by the clock, the outages, the expectations and what to learn.
  /// - Complexity: O(*e* + *o*·*e*) for *e* entries and the *o* outages that are told of.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    ScenarioReporter(
      run: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

/// The words for things and moments of a scenario.
struct ScenarioWords {
  let run: ScenarioRun
  let names: DisplayNames
  let phrases: Phrases

  /// A moment by the clock, else since the start.
  func clock(_ seconds: Double) -> String {
    run.scenario.start.map { phrases.shortClock($0.advanced(by: seconds)) }
      ?? phrases.sinceStart(seconds)
  }

  /// The name of a level of escalation.
  func level(_ id: String) -> String {
    names.compiled.model.escalation.first { $0.id == id }?.name?.text(in: phrases.language) ?? id
  }

  /// The name of a contact, or a crew.
  func person(_ id: String) -> String {
    let model = names.compiled.model
    let name = model.contacts.first { $0.id == id }?.name ?? model.crews.first { $0.id == id }?.name
    return name?.text(in: phrases.language) ?? id
  }

  /// The name of a component by its id.
  func component(_ id: String) -> String { names.compiled.vertex(of: id).map(names.name) ?? id }
}

private struct ScenarioReporter {
  let run: ScenarioRun
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  /// The most rows of a table that is read.
  private static let mostRows = 150

  private var words: ScenarioWords { ScenarioWords(run: run, names: names, phrases: phrases) }

  var report: Report {
    let told = run.outages.filter { compiled.component($0.vertex) != nil }
    let decisive = Set(run.failed + told.prefix(Self.mostRows).map(\.vertex)).sorted()
    return Report(
      title: phrases.exerciseTitle(run.scenario.name?.text(in: phrases.language)),
      keySentence: keySentence(told),
      blocks: clockNote + timeline + outages + expectations + response
        + AfterActionReporter(run: run, words: words).blocks + remarks
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive),
      data: data)
  }

  private func keySentence(_ told: [ScenarioOutage]) -> String {
    let affected = Set(told.map(\.vertex)).count
    var sentence = phrases.exerciseSentence(
      affected, ongoing: Set(told.filter { $0.until == nil }.map(\.vertex)).count)
    let held = run.scenario.targets.compactMap { compiled.vertex(of: $0.component) }
    // What the scenario itself sets a target for is what it is about; else the worst.
    let overruns = run.overruns
    let users: Set<ComponentKind> = [.process, .consumer]
    let isUser = { (outage: ScenarioOutage) in
      compiled.component(outage.vertex).map { users.contains($0.kind) } ?? false
    }
    let worst =
      overruns.first { held.contains($0.vertex) }
      ?? overruns.first { run.failed.contains($0.vertex) } ?? overruns.first(where: isUser)
      ?? overruns.first
    if let worst {
      sentence += " " + phrases.overrunSentence(worst, name: names.name(worst.vertex))
      let others = Set(overruns.map(\.vertex)).count - 1
      if others > 0 { sentence += " " + phrases.otherOverruns(others) }
    } else if run.outages.contains(where: { $0.target != nil }) {
      sentence += " " + phrases.noOverrun
    }
    if !run.expectations.isEmpty { sentence += " " + phrases.expectationScore(run.score) }
    return sentence
  }

  /// That a replay whose recovery times are given tests the clock, not the model.
  private var clockNote: [Report.Block] {
    guard !run.lagging.isEmpty else { return [] }
    let notes = run.scenario.lags.map { lag in
      Report.Item(
        phrases.lagLine(
          words.component(lag.component), lag.restart.seconds,
          note: lag.note?.text(in: phrases.language), sources: lag.sources.map(names.source)))
    }
    return [.paragraph(phrases.clockNotModel(run.lagging.count)), .list(notes)]
  }

  // MARK: - The timeline

  private var timeline: [Report.Block] {
    let rows = run.entries.filter { $0.vertex == nil || compiled.vertex(of: $0.id ?? "") != nil }
    let titles = phrases.timelineColumns(hasClock: run.scenario.start != nil)
    var blocks: [Report.Block] = [
      .heading(phrases.timelineHeading),
      .note(phrases.timelineNote(run.scenario.start)),
      .table(
        Report.Table(
          columns: titles.map { .init($0) }, rows: rows.prefix(Self.mostRows).map(row))),
    ]
    if rows.count > Self.mostRows {
      blocks.append(.note(phrases.moreRows(rows.count - Self.mostRows)))
    }
    blocks +=
      phrases.endingLine(run.timeline.down.ending, end: run.timeline.knownUntil)
      .map { [.note($0)] } ?? []
    return blocks
  }

  private func row(_ entry: ScenarioEntry) -> [String] {
    let event = entry.event.map { run.scenario.events[$0] }
    let subject: String =
      switch entry.kind {
      case .escalate: words.level(entry.id ?? "")
      case .notify: words.person(entry.id ?? "")
      case .remark: event?.name?.text(in: phrases.language) ?? ""
      default: entry.vertex.map(names.name) ?? entry.id ?? ""
      }
    var reasons: [String] = []
    if entry.kind != .remark, let name = event?.name?.text(in: phrases.language) {
      reasons.append(name)
    }
    if let actor = event?.actor { reasons.append(phrases.doneBy(words.person(actor))) }
    if !entry.because.isEmpty {
      let because = phrases.list(entry.because.map(names.name), most: 3)
      reasons.append(phrases.cause(because, isGain: entry.isGain))
    }
    return [
      words.clock(entry.at), phrases.sinceStart(entry.at), subject, phrases.happening(entry),
      reasons.joined(separator: "; "),
    ].suffix(run.scenario.start == nil ? 4 : 5)
  }

  // MARK: - Outages and expectations

  private var outages: [Report.Block] {
    guard !run.outages.isEmpty else { return [] }
    let titles = phrases.outageColumns
    let rows = run.outages.prefix(Self.mostRows).map { outage in
      [
        names.name(outage.vertex), words.clock(outage.from),
        outage.until.map(words.clock) ?? phrases.notBack,
        outage.duration.map(phrases.duration) ?? phrases.atLeastSoLong(outage.atLeast),
        outage.target.map { phrases.agreed($0, contract: names.contract) } ?? phrases.nothingAgreed,
        phrases.tooLong(outage),
      ]
    }
    var blocks: [Report.Block] = [
      .heading(phrases.outagesHeading),
      .table(
        Report.Table(
          columns: zip(titles.indices, titles).map { .init($1, $0 == 3 ? .right : .left) },
          rows: rows)),
      .note(phrases.breachNote),
    ]
    if run.outages.count > Self.mostRows {
      blocks.append(.note(phrases.moreRows(run.outages.count - Self.mostRows)))
    }
    return blocks
  }

  private var expectations: [Report.Block] {
    guard !run.expectations.isEmpty else { return [] }
    let rows = run.expectations.map { outcome in
      [
        expected(outcome.expectation), observed(outcome.observed, outcome),
        phrases.word(outcome.basis), phrases.met(outcome.isMet),
        outcome.computed.map {
          observed($0, outcome) + (outcome.isByConstruction ? phrases.byConstructionMark : "")
        } ?? "–",
      ]
    }
    var blocks: [Report.Block] = [
      .heading(phrases.expectationsHeading),
      .table(Report.Table(columns: phrases.expectationColumns.map { .init($0) }, rows: rows)),
    ]
    if run.expectations.contains(where: \.isByConstruction) {
      blocks.append(.note(phrases.byConstructionNote))
    }
    return blocks
  }

  private func expected(_ expectation: Scenario.Expectation) -> String {
    if let name = expectation.name?.text(in: phrases.language) { return name }
    return phrases.expected(
      expectation.claim, component: words.component, level: words.level, person: words.person,
      clock: words.clock)
  }

  private func observed(
    _ observed: ExpectationOutcome.Observed, _ outcome: ExpectationOutcome
  ) -> String {
    switch (observed, outcome.expectation.claim) {
    case (.state(let state), _): phrases.stateWord(state)
    case (.seconds(let seconds), .outage): phrases.duration(seconds)
    case (.seconds(let seconds), _): words.clock(seconds)
    case (.never, _): phrases.never
    case (.unknown, _): phrases.cannotTellWord
    }
  }

  // MARK: - People

  private var response: [Report.Block] {
    let response = run.response
    let discoveries = response.discoveries.prefix(Self.mostRows).map { found in
      [
        words.clock(found.at), phrases.foundOut(names.name(found.vertex)),
        found.lag.map { phrases.lagAfterOutage($0) } ?? phrases.wasNotOut,
      ]
    }
    let calls = response.calls.map { call in
      [
        words.clock(call.at), phrases.called(words.level(call.level)),
        phrases.callLags(call),
      ]
    }
    let told = response.notifications.map { told in
      [
        told.at.map(words.clock) ?? phrases.never, phrases.told(words.person(told.contact)),
        phrases.toldLag(told, level: told.level.map(words.level), clock: words.clock),
      ]
    }
    let rows = discoveries + calls + told
    guard !rows.isEmpty else { return [] }
    return [
      .heading(phrases.responseHeading),
      .table(Report.Table(columns: phrases.responseColumns.map { .init($0) }, rows: rows)),
    ]
  }

  // MARK: - What to keep in mind

  private var remarks: [Report.Block] {
    var blocks: [Report.Block] = []
    if !run.cannotTell.isEmpty {
      blocks.append(.heading(phrases.untoldHeading(run.cannotTell.count)))
      blocks.append(
        .list(
          run.cannotTell.prefix(Self.mostRows).map { untold in
            Report.Item(
              phrases.untoldLine(
                names.named(untold.vertex),
                because: untold.because.filter { $0 != names.id(untold.vertex) }
                  .map(words.component),
                isClaimed: run.claimedIndependent.contains { $0.vertex == untold.vertex }))
          }))
    }
    var lines: [String] = []
    lines += run.emptySelectors.map(phrases.withoutMembers)
    lines += run.repairs.filter { $0.work == nil }.map {
      phrases.repairTimeUnknown(names.named($0.vertex))
    }
    lines += run.repairs.filter(\.ignoresHours).map {
      phrases.hoursIgnored(names.named($0.vertex))
    }
    let atRest = run.timeline.degradedAtRest.filter { compiled.component($0) != nil }
    if !atRest.isEmpty {
      lines.append(phrases.degradedAtRest(phrases.list(atRest.map(names.name), most: 8)))
    }
    lines.append(phrases.asWrittenNote)
    return blocks + lines.map { .note($0) }
  }

  private var data: Report.Table {
    Report.Table(
      names: ["at", "instant", "event", "id", "name", "state", "because", "by"],
      rows: run.entries.map { entry in
        let event = entry.event.map { run.scenario.events[$0] }
        return [
          phrases.plain(entry.at), run.scenario.start?.advanced(by: entry.at).iso8601 ?? "",
          entry.kind.rawValue, entry.id ?? "",
          event?.name?.text(in: phrases.language) ?? "", entry.state?.rawValue ?? "",
          entry.because.map(names.id).joined(separator: " "), event?.actor ?? "",
        ]
      })
  }
}
