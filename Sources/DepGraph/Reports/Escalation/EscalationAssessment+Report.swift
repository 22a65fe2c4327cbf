extension EscalationAssessment {
  /// The result of `escalate` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - duties: Statutory deadlines to tell beside it.
  ///   - language: The language.
  /// - Returns: The level with its reasons, who is told by when, and what to do.
  /// - Complexity: O(*n* log *n*) for *n* components hit.
  public func report(
    in compiled: CompiledModel, duties: DutyOverview? = nil, language: Language
  ) -> Report {
    EscalationReporter(
      assessment: self, compiled: compiled, duties: duties,
      sentences: EscalationSentences(in: compiled, language: language)
    ).report
  }
}

/// Statutory deadlines of an incident.
public struct DutyOverview: Sendable {
  /// The sets of clocks.
  public let sets: [DutyClockSet]
  /// When somebody became aware.
  public let awareness: Instant
  /// Whether that was given; if not, it is the beginning of the incident.
  public let isGiven: Bool

  /// Makes an overview.
  public init(_ sets: [DutyClockSet], from awareness: Instant, isGiven: Bool) {
    self.sets = sets
    self.awareness = awareness
    self.isGiven = isGiven
  }
}

private struct EscalationReporter {
  let assessment: EscalationAssessment
  let compiled: CompiledModel
  let duties: DutyOverview?
  let sentences: EscalationSentences

  private var phrases: Phrases { sentences.phrases }
  private var names: DisplayNames { sentences.names }
  private var framework: EscalationFramework { assessment.framework }

  var report: Report {
    let failed = names.failure(of: assessment.failed, written: assessment.seeds.written)
    let decisive = Set(
      assessment.failed + assessment.users.map(\.vertex)
        + assessment.reaches.flatMap { $0.struck.map(\.vertex) })
    let blocks =
      state + why + notify + unreachable + missing + steps + questions + nearby + later + restores
      + DutyBlocks(duties, now: assessment.now, names: names, phrases: phrases).blocks
    return Report(
      title: phrases.escalationTitle(failed), keySentence: key,
      blocks: blocks + frameworkNote
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: decisive.sorted().filter { compiled.component($0) != nil }),
      data: EscalationTable(assessment: assessment, compiled: compiled).table)
  }

  private var key: String {
    guard !framework.levels.isEmpty else { return phrases.noFramework() }
    let suggested = assessment.suggested
    let since = suggested.flatMap { assessment.calls[$0.level.id] }
    let late = assessment.notices.count { notice in
      notice.deadline.map { $0 < assessment.now } ?? false
    }
    let heavier = assessment.possibly
    let named = { (findings: [LevelFinding]) in findings.map { sentences.level($0.level) } }
    return phrases.escalationSentence(
      suggested.map { sentences.level($0.level) }, since: since.map(clock),
      isHeld: assessment.isHeld)
      + phrases.heavierSentence(
        possible: named(heavier.filter { $0.verdict == .possible }),
        untold: named(heavier.filter { $0.verdict == .cannotTell && !$0.waitsForAnswer }),
        asked: named(heavier.filter(\.waitsForAnswer))) + phrases.overdueSentence(late)
  }

  /// Of when the answer is, and what is down.
  private var state: [Report.Block] {
    let named = { (verdict: EscalationVerdict) in
      assessment.users.filter { $0.verdict == verdict }.map { names.name($0.vertex) }
    }
    let moment = phrases.momentLine(
      phrases.instant(assessment.now), began: clock(assessment.since),
      elapsed: assessment.elapsed)
    let down = phrases.downLine(
      certain: named(.certain), possible: named(.possible), untold: named(.cannotTell))
    return [.paragraph([moment, down].compactMap(\.self).joined(separator: " "))]
  }

  private func clock(_ instant: Instant) -> String {
    phrases.shortInstant(instant, near: assessment.now)
  }

  private func sentence(_ entry: EntryFinding) -> String {
    sentences.sentence(entry, cause: assessment.cause, answers: assessment.answers)
  }

  // MARK: - The level

  /// Why each level that holds does, the suggested one first.
  private var why: [Report.Block] {
    guard let place = assessment.place else { return causeBlock }
    let items = assessment.levels[...place].reversed().filter { $0.verdict == .certain }.map {
      Report.Item(
        "\(phrases.capitalised(sentences.level($0.level))):",
        $0.reasons.map { Report.Item(sentence($0)) })
    }
    return [.heading(phrases.heading(.why)), .list(items)] + causeBlock
  }

  private var causeBlock: [Report.Block] {
    [.paragraph(phrases.tracksLine(assessment.cause))]
  }

  private var nearby: [Report.Block] {
    let heavier = assessment.possibly.filter { !$0.waitsForAnswer }
    guard !heavier.isEmpty else { return [] }
    let items = heavier.map { finding in
      Report.Item(
        "\(phrases.capitalised(sentences.level(finding.level))) (\(phrases.word(finding.verdict))):",
        finding.reasons.map { Report.Item(sentence($0)) })
    }
    return [.heading(phrases.heading(.nearby)), .list(items)]
  }

  private var later: [Report.Block] {
    guard !framework.levels.isEmpty else { return [] }
    let items = assessment.later.map { later in
      Report.Item(
        phrases.laterSentence(
          sentences.level(later.finding.level), at: clock(later.at),
          distance: phrases.distance(later.at, from: assessment.now),
          because: later.finding.reasons.map(sentence).joined(separator: " ")))
    }
    return [
      .heading(phrases.heading(.later)),
      items.isEmpty ? .paragraph(phrases.nothingLater()) : .list(items),
    ]
  }

  private var restores: [Report.Block] {
    let items = assessment.expected.map { expected in
      Report.Item(
        phrases.promiseLine(
          names.name(expected.vertex), at: expected.at.map(clock),
          distance: expected.at.map { phrases.distance($0, from: assessment.now) },
          contract: expected.contract.map(names.contract)))
    }
    return items.isEmpty ? [] : [.heading(phrases.heading(.restores)), .list(items)]
  }

  private var steps: [Report.Block] {
    guard let place = assessment.place else { return [] }
    let items = assessment.levels[...place].flatMap { finding in
      finding.level.steps.map { Report.Item($0.text(in: names.language)) }
    }
    return items.isEmpty ? [] : [.heading(phrases.heading(.steps)), .list(items)]
  }

  private var questions: [Report.Block] {
    let items = assessment.levels.suffix(from: assessment.place.map { $0 + 1 } ?? 0).flatMap {
      finding in
      finding.level.questions.filter { assessment.answers[$0.id] == nil }.map { question in
        Report.Item(
          phrases.answerLine(
            question.id, question.text.text(in: names.language),
            level: sentences.level(finding.level)))
      }
    }
    return items.isEmpty ? [] : [.heading(phrases.heading(.questions)), .list(items)]
  }

  private var frameworkNote: [Report.Block] {
    let texts = [
      framework.name?.text(in: names.language), framework.note?.text(in: names.language),
    ].compactMap(\.self)
    return texts.isEmpty ? [] : [.note(texts.joined(separator: ". "))]
  }

  // MARK: - Who is told

  private var notify: [Report.Block] {
    guard !assessment.notices.isEmpty else { return [] }
    let rows = assessment.notices.map { notice in
      let away = notice.awayUntil.map { " (\(phrases.away(until: clock($0))))" } ?? ""
      return [
        phrases.deadlineCell(notice.deadline, now: assessment.now),
        sentences.contact(notice.contact) + away,
        phrases.channelCell(notice.reach, name: names.name) { seconds in
          clock(assessment.instant(seconds))
        },
        notice.reach.struck.map { phrases.struck($0, name: names.name) }.joined(separator: ", "),
        sentences.grounds(notice, framework).joined(separator: "; "),
      ]
    }
    return [
      .heading(phrases.heading(.notify)),
      .table(Report.Table(names: phrases.noticeColumns, rows: rows)), .note(phrases.hoursNote),
    ]
  }

  private var unreachable: [Report.Block] {
    let items = assessment.reaches.filter(\.isUnreachable).map { reach in
      let name = sentences.contactName(reach.contact, framework)
      let standIns = assessment.notices.filter { notice in
        notice.reach.best != nil
          && notice.grounds.contains(.standsIn(for: reach.contact, .channels))
      }
      return Report.Item(
        phrases.unreachableLine(
          name, reach.struck.map { phrases.struckWay($0, name: names.name) },
          standIn: standIns.map { sentences.contact($0.contact) }))
    }
    let mute = assessment.reaches.filter(\.hasNoKnownChannel).map {
      sentences.contactName($0.contact, framework)
    }
    return (items.isEmpty ? [] : [.heading(phrases.heading(.unreachable)), .list(items)])
      + (mute.isEmpty
        ? [] : [.heading(phrases.heading(.noChannel)), .paragraph(phrases.noChannelLine(mute))])
  }

  private var missing: [Report.Block] {
    let items = assessment.missing.map { Report.Item(sentences.missing($0, framework)) }
    return items.isEmpty ? [] : [.heading(phrases.heading(.noContact)), .list(items)]
  }
}
