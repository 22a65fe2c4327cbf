/// Statutory deadlines, for people.
struct DutyBlocks {
  let duties: DutyOverview?
  let now: Instant
  let names: DisplayNames
  let phrases: Phrases

  init(_ duties: DutyOverview?, now: Instant, names: DisplayNames, phrases: Phrases) {
    self.duties = duties
    self.now = now
    self.names = names
    self.phrases = phrases
  }

  var blocks: [Report.Block] {
    guard let duties, !duties.sets.isEmpty else { return [] }
    let awareness = phrases.awareness(phrases.instant(duties.awareness), isGiven: duties.isGiven)
    return [.heading(phrases.heading(.clocks)), .paragraph(awareness)]
      + duties.sets.flatMap { blocks(of: $0, duties.awareness) }
  }

  private func blocks(of set: DutyClockSet, _ awareness: Instant) -> [Report.Block] {
    let text = { (text: LocalizedText?) in text?.text(in: names.language) }
    let named = { (duty: DutyClock) in text(duty.name) ?? duty.id }
    let rows = set.deadlines(from: awareness).map { deadline in
      let duty = deadline.duty
      let before = set.duties.first { $0.id == duty.startsWith }
      return [
        named(duty), phrases.instant(deadline.at), phrases.timeLeft(deadline.at, now: now),
        text(duty.to) ?? "–", before.map(named) ?? phrases.awarenessWord,
      ]
    }
    let condition = phrases.clockCondition(text(set.name) ?? set.id, applies: text(set.applies))
    return [
      .paragraph(condition), .table(Report.Table(names: phrases.clockColumns, rows: rows)),
    ] + (text(set.note).map { [.note($0)] } ?? [])
  }
}

extension DutyOverview {
  /// The deadlines for machines.
  ///
  /// - Parameters:
  ///   - now: The moment of the answer.
  ///   - language: The language of texts.
  /// - Returns: One object for each set.
  /// - Complexity: O(*d*²) for *d* duties of a set.
  func json(now: Instant, language: Language) -> JSONValue {
    .array(
      sets.map { set in
        [
          "id": .string(set.id), "name": .text(set.name?.text(in: language)),
          "digest": .text(set.digest.isEmpty ? nil : set.digest),
          "applies": .text(set.applies?.text(in: language)),
          "aware": .string(awareness.iso8601), "awareGiven": .bool(isGiven),
          "duties": .array(
            set.deadlines(from: awareness).map { deadline in
              [
                "id": .string(deadline.duty.id),
                "name": .text(deadline.duty.name?.text(in: language)),
                "to": .text(deadline.duty.to?.text(in: language)),
                "from": .string(deadline.duty.startsWith ?? "awareness"),
                "deadline": .string(deadline.at.iso8601),
                "left": .number(deadline.at.secondsSinceEpoch - now.secondsSinceEpoch),
                "basis": .string(deadline.duty.evidence.basis.rawValue),
                "sources": .texts(deadline.duty.evidence.sources),
              ]
            }),
        ]
      })
  }
}
