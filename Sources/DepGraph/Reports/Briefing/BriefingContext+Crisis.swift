/// When it should have gone up, who should have been called, and whether they can be reached.
extension BriefingContext {
  // MARK: - 5: the moment of escalation

  var escalationChapter: BriefingChapter {
    let hasLevels = found.escalation?.framework.levels.isEmpty == false
    guard hasLevels, let assessment = found.escalation else {
      return BriefingChapter(
        5,
        lacking: .init(
          missing: phrases.gapLevels, who: "", keys: "escalation, briefing: framework"))
    }
    var chapter = BriefingChapter(5)
    let report = assessment.report(
      in: compiled, duties: answers.duties(since: assessment.since), language: language)
    if let replay = found.replay {
      let name = answers.name(of: answers.question.replayed, language)
      let played = replay.report(in: compiled, scenario: name, language: language)
      let result = "escalate-\(answers.fileName(answers.question.replayed?.stem ?? ""))"
      chapter.conclusion = phrases.inScenario(name) + names.withoutIDs(played.keySentence)
      chapter.blocks =
        part(phrases.heading(.replay), of: played, in: result)
        + part(phrases.heading(.why), of: played, in: result)
      chapter.results = [result]
      chapter.isAlarming = replay.calls.contains { ($0.delay ?? 0) > 0 }
      if replay.calls.allSatisfy({ $0.actual == nil }) {
        chapter.gap = .init(
          missing: phrases.gapActualCalls, who: "", keys: "scenario: events: escalate")
      }
    } else {
      chapter.conclusion = names.withoutIDs(report.keySentence)
      chapter.blocks = part(phrases.heading(.why), of: report, in: "escalate")
    }
    chapter.blocks +=
      part(phrases.heading(.notify), of: report, in: "escalate")
      + part(phrases.heading(.noContact), of: report, in: "escalate")
      + part(phrases.heading(.clocks), of: report, in: "escalate") + frameworkNote
    chapter.results.append("escalate")
    return chapter
  }

  /// Whose framework it is, where it is not the model's own.
  private var frameworkNote: [Report.Block] {
    guard let framework = answers.question.framework?.content else { return [] }
    let texts = [framework.name, framework.note].compactMap { $0?.text(in: language) }
    return texts.isEmpty ? [] : [.note(phrases.frameworkIs(texts.joined(separator: ". ")))]
  }

  // MARK: - 6: who can still be reached

  var contactsChapter: BriefingChapter {
    let reaches = (found.escalation?.reaches ?? []).filter { !$0.hasNoKnownChannel }
    guard let assessment = found.escalation, !reaches.isEmpty else {
      return BriefingChapter(
        6,
        lacking: .init(
          missing: phrases.gapContacts, who: parties.whoKnows(answers.failure?.vertices ?? []),
          keys: "contacts: reach"))
    }
    var chapter = BriefingChapter(6)
    let name = { (id: String) -> String in
      assessment.framework.contacts.first { $0.id == id }?.name?.text(in: language) ?? id
    }
    let lost = reaches.filter(\.isUnreachable)
    let hit = reaches.count { !$0.struck.isEmpty }
    chapter.conclusion = phrases.reachSentence(
      reachable: reaches.count - lost.count, of: reaches.count, hit: hit,
      lost: phrases.list(lost.map { name($0.contact) }, most: 5),
      mute: assessment.reaches.count - reaches.count)
    let sorted = lost + reaches.filter { !$0.isUnreachable }
    let rows = sorted.map { reach in
      [
        name(reach.contact), reach.best.map { names.name($0.vertex) } ?? phrases.nothingLeft,
        reach.channels.filter { !$0.isStruck && $0 != reach.best }
          .map { names.name($0.vertex) }.joined(separator: ", ").orDash,
        reach.struck.map { phrases.struck($0, name: names.name) }.joined(separator: ", ").orDash,
      ]
    }
    chapter.blocks =
      cut(
        Report.Table(columns: phrases.contactReachColumns.map { .init($0) }, rows: rows), to: 30,
        of: "escalate") + [.note(phrases.reachNote)]
    chapter.results = ["escalate"]
    chapter.isAlarming = !lost.isEmpty
    return chapter
  }
}

extension String {
  /// A dash where there is nothing.
  var orDash: String { isEmpty ? "–" : self }
}
