extension EscalationReplay {
  /// The replay for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - scenario: What the scenario is called.
  ///   - language: The language.
  /// - Returns: When each level was due and done, and which rule matters most.
  /// - Complexity: O(*l* + *n*) for *l* levels and *n* components hit.
  public func report(
    in compiled: CompiledModel, scenario: String, language: Language
  ) -> Report {
    ReplayReporter(
      replay: self, scenario: scenario,
      sentences: EscalationSentences(in: compiled, language: language)
    ).report
  }

  /// The replay for machines.
  ///
  /// - Complexity: O(*l*) for *l* levels.
  func json(language: Language) -> JSONValue {
    let instant = { (seconds: Double?) -> JSONValue in
      .text(seconds.map { self.instant($0).iso8601 })
    }
    return [
      "start": .string(start.iso8601), "end": .number(end), "discovered": .number(discovered),
      "levels": .array(
        calls.map { call in
          [
            "id": .string(call.level.id), "level": .integer(call.level.level),
            "suggested": .number(call.suggested), "suggestedAt": instant(call.suggested),
            "possible": .number(call.possible), "open": .number(call.open),
            "waitsForAnswer": .bool(call.waitsForAnswer), "actual": .number(call.actual),
            "actualAt": instant(call.actual), "delay": .number(call.delay),
          ]
        }),
      "changes": .array(changes.map { $0.json(language: language) }),
    ]
  }
}

extension EscalationReplay.Change {
  fileprivate func json(language: Language) -> JSONValue {
    let phrases = Phrases(language)
    var changed: JSONValue = .null
    if case .test(let test) = kind {
      changed = .string(phrases.rule(EscalationCondition(condition.measure, test)))
    }
    return [
      "level": .string(level), "condition": .string(condition.measure.rawValue),
      "rule": .string(phrases.rule(condition)), "dropped": .bool(kind == .dropped),
      "changed": changed, "before": .number(before), "after": .number(after),
      "gain": .number(gain),
    ]
  }
}

private struct ReplayReporter {
  let replay: EscalationReplay
  let scenario: String
  let sentences: EscalationSentences

  private var phrases: Phrases { sentences.phrases }
  private var names: DisplayNames { sentences.names }

  var report: Report {
    Report(
      title: phrases.replayTitle(scenario), keySentence: key,
      blocks: table + discovered + why + changes
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: replay.assessment.failed.filter { names.compiled.component($0) != nil }),
      data: data)
  }

  private func clock(_ seconds: Double) -> String {
    phrases.shortInstant(replay.instant(seconds), near: replay.start)
  }

  private var key: String {
    guard !replay.calls.isEmpty else { return phrases.noFramework() }
    let call = replay.calls.last { $0.suggested != nil }
    // What was done at last, where the heaviest level was not called.
    let done = replay.calls.last { $0.delay != nil }
    let actual = done.flatMap { done in
      done.delay.map { delay in
        phrases.replayDelay(
          delay, at: clock(done.actual ?? 0),
          level: done.level.id == call?.level.id ? nil : sentences.level(done.level))
      }
    }
    return phrases.replaySentence(
      call.map { sentences.level($0.level) }, at: call?.suggested.map(clock),
      after: call?.suggested.map { phrases.after($0) }, actual: actual)
  }

  private var table: [Report.Block] {
    guard !replay.calls.isEmpty else { return [] }
    let isOpen = replay.calls.contains { $0.possible != $0.suggested }
    let moment = { (seconds: Double?, none: String) in
      seconds.map { phrases.replayMoment(clock($0), after: $0) } ?? none
    }
    let rows = replay.calls.map { call in
      [
        sentences.level(call.level), moment(call.suggested, phrases.notCalled(call)),
      ] + (isOpen ? [call.possible == call.suggested ? "–" : moment(call.possible, "–")] : [])
        + [moment(call.actual, phrases.notSaid), call.delay.map(phrases.difference) ?? "–"]
    }
    return [
      .heading(phrases.heading(.replay)),
      .table(Report.Table(names: phrases.replayColumns(isOpen: isOpen), rows: rows)),
    ]
  }

  private var discovered: [Report.Block] {
    guard let seconds = replay.discovered, seconds > 0 else { return [] }
    return [.paragraph(phrases.discoveredLine(clock(seconds), after: seconds))]
  }

  private var why: [Report.Block] {
    let items = replay.calls.reversed().compactMap { call -> Report.Item? in
      guard let finding = call.finding, finding.verdict == .certain else { return nil }
      return Report.Item(
        "\(phrases.capitalised(sentences.level(call.level))):",
        finding.reasons.map { entry in
          Report.Item(
            sentences.sentence(
              entry, cause: replay.assessment.cause, answers: replay.assessment.answers))
        })
    }
    return items.isEmpty ? [] : [.heading(phrases.heading(.why)), .list(items)]
  }

  private var changes: [Report.Block] {
    guard !replay.calls.isEmpty else { return [] }
    let items = replay.changes.map { Report.Item(line($0)) }
    return [
      .heading(phrases.heading(.rules)),
      items.isEmpty ? .paragraph(phrases.noChange) : .list(items),
    ]
  }

  private func line(_ change: EscalationReplay.Change) -> String {
    let level =
      replay.calls.first { $0.level.id == change.level }.map { sentences.level($0.level) }
      ?? change.level
    let from = phrases.rule(change.condition)
    var to = ""
    if case .test(let test) = change.kind {
      to = phrases.rule(EscalationCondition(change.condition.measure, test))
    }
    return phrases.changeLine(
      level, dropped: change.kind == .dropped ? from : nil, from: from, to: to,
      before: change.before.map(clock), after: clock(change.after), gain: change.gain)
  }

  private var data: Report.Table {
    let text = { (seconds: Double?) in seconds.map { "\(Int($0))" } ?? "" }
    return Report.Table(
      names: ["level", "suggested", "possible", "actual", "delay"],
      rows: replay.calls.map { call in
        [
          call.level.id, text(call.suggested), text(call.possible), text(call.actual),
          text(call.delay),
        ]
      })
  }
}
