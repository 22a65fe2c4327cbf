extension EscalationAssessment {
  /// Sheets for whoever calls and for each role that is told, to print and hand out.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: One sheet for the one who calls, then one for each role.
  /// - Complexity: O(*k*²) for *k* contacts.
  public func sheets(in compiled: CompiledModel, language: Language) -> SheetSet {
    SheetMaker(
      assessment: self, sentences: EscalationSentences(in: compiled, language: language)
    ).sheets
  }
}

private struct SheetMaker {
  let assessment: EscalationAssessment
  let sentences: EscalationSentences

  private var phrases: Phrases { sentences.phrases }
  private var names: DisplayNames { sentences.names }
  private var model: Model { names.compiled.model }

  /// The most calls on the sheet of a role, so that it stays one page.
  private static let mostCalls = 10
  /// How many rows of tables and lines fit on a page, roughly.
  private static let rowsOnAPage = 16

  var sheets: SheetSet {
    let moment = phrases.instant(assessment.now)
    return SheetSet(
      title: phrases.sheetsTitle(failed, moment), language: names.language,
      marking: phrases.proposalLine(ProposedMarking(ofAll: model, result: "escalate")),
      footer: phrases.sheetFooter(
        model: model.name?.text(in: names.language) ?? "", moment: moment,
        digest: String(model.digest.prefix(12))),
      sheets: [caller] + assessment.notices.map(role))
  }

  private var failed: String {
    names.failure(of: assessment.failed, written: assessment.seeds.written, withIDs: false)
  }

  private func clock(_ instant: Instant) -> String {
    phrases.shortInstant(instant, near: assessment.now)
  }

  private var level: String {
    assessment.suggested.map { phrases.capitalised(sentences.level($0.level)) }
      ?? phrases.noLevelSuggested
  }

  private var situation: String {
    phrases.sheetSituation(
      failed, since: phrases.instant(assessment.since), level: level,
      cause: phrases.causeSentence(assessment.cause))
  }

  private func channel(_ notice: EscalationNotice) -> String {
    phrases.channelCell(notice.reach, name: names.name) { clock(assessment.instant($0)) }
  }

  private func called(_ notice: EscalationNotice) -> String {
    let away = notice.awayUntil.map { " (\(phrases.away(until: clock($0))))" } ?? ""
    return sentences.contact(notice.contact) + away
  }

  /// Lines to write on, as many as a page has room for.
  private func notes(after blocks: [Sheet.Block]) -> [Sheet.Block] {
    let rows = blocks.reduce(0) { count, block in
      switch block {
      case .checks(let checks): count + checks.count
      case .table(let table): count + table.rows.count
      default: count
      }
    }
    return [.heading(phrases.notesHeading), .lines(max(2, min(6, Self.rowsOnAPage - rows)))]
  }

  // MARK: - Who calls

  private var caller: Sheet {
    var calls = assessment.notices.map { notice in
      Sheet.Check(
        phrases.callLine(
          called(notice), by: channel(notice), before: notice.deadline.map(clock)),
        detail: struck(notice.reach))
    }
    calls += assessment.missing.map { missing in
      Sheet.Check(phrases.findContact(sentences.missing(missing, assessment.framework)))
    }
    var blocks: [Sheet.Block] = [.paragraph(situation)]
    blocks += calls.isEmpty ? [] : [.heading(phrases.callsHeading), .checks(calls)]
    blocks += steps(of: assessment.levels.prefix(assessment.place.map { $0 + 1 } ?? 0).map(\.level))
    if assessment.notices.isEmpty { blocks += everyone }
    return Sheet(
      title: level, subtitle: phrases.callerSubtitle(phrases.instant(assessment.now)),
      blocks: blocks + notes(after: blocks))
  }

  private func struck(_ reach: ContactReach) -> String? {
    let struck = reach.struck.map { phrases.struck($0, name: names.name) }
    return struck.isEmpty ? nil : phrases.doNotUse(struck)
  }

  /// All contacts with their channels, where no level names anybody.
  private var everyone: [Sheet.Block] {
    let rows = assessment.reaches.map { reach in
      [
        sentences.contactName(reach.contact, assessment.framework),
        phrases.channelCell(reach, name: names.name) { clock(assessment.instant($0)) },
        reach.struck.map { phrases.struck($0, name: names.name) }.joined(separator: ", "),
      ]
    }
    guard !rows.isEmpty else { return [] }
    return [
      .heading(phrases.everyoneHeading),
      .table(Report.Table(names: phrases.everyoneColumns, rows: rows)),
    ]
  }

  private func steps(of levels: [EscalationLevel]) -> [Sheet.Block] {
    let checks = levels.flatMap(\.steps).map { Sheet.Check($0.text(in: names.language)) }
    return checks.isEmpty ? [] : [.heading(phrases.heading(.steps)), .checks(checks)]
  }

  // MARK: - One role

  private func role(_ notice: EscalationNotice) -> Sheet {
    var blocks: [Sheet.Block] = [
      .paragraph(situation),
      .paragraph(
        phrases.whyYou(
          sentences.grounds(notice, assessment.framework), before: notice.deadline.map(clock))),
    ]
    if notice.reach.best == nil { blocks.append(.paragraph(phrases.byRunner)) }
    let channels = notice.reach.channels.map { channel in
      [names.name(channel.vertex), phrases.channelState(channel)]
    }
    if !channels.isEmpty {
      blocks += [
        .heading(phrases.reachHeading),
        .table(Report.Table(names: phrases.reachColumns, rows: channels)),
      ]
    }
    blocks += [.heading(phrases.heading(.steps)), .checks(tasks(of: notice))]
    return Sheet(
      title: sentences.contact(notice.contact),
      subtitle: "\(level) · \(phrases.instant(assessment.now))",
      blocks: blocks + calls(after: notice) + notes(after: blocks + calls(after: notice)))
  }

  /// The steps of the levels that name it; who is told for another reason gets what all are asked.
  private func tasks(of notice: EscalationNotice) -> [Sheet.Check] {
    let ids = notice.grounds.compactMap { if case .level(let id) = $0 { id } else { nil } }
    let own = assessment.levels.map(\.level).filter { ids.contains($0.id) }.flatMap(\.steps)
    return [Sheet.Check(phrases.confirmStep)]
      + own.map { Sheet.Check($0.text(in: names.language)) }
      + (own.isEmpty ? [Sheet.Check(phrases.reportStep)] : [])
      + (assessment.cause.mayBeCyber ? [Sheet.Check(phrases.evidenceStep)] : [])
  }

  private func calls(after notice: EscalationNotice) -> [Sheet.Block] {
    let others = assessment.notices.filter { $0.contact.id != notice.contact.id }
    guard !others.isEmpty else { return [] }
    let rows = others.prefix(Self.mostCalls).map { other in
      ["", called(other), channel(other)]
    }
    let rest = others.count - rows.count
    return [
      .heading(phrases.othersHeading),
      .table(Report.Table(names: phrases.othersColumns, rows: Array(rows))),
    ] + (rest > 0 ? [.note(phrases.moreOnCallersSheet(rest))] : [])
  }
}
