extension EscalationAssessment {
  /// The result of `escalate` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - duties: Statutory deadlines to tell beside it.
  ///   - replay: The replay that it is the end of; nil: it is none.
  ///   - language: The language of sentences.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n* log *n*) for *n* components hit.
  public func json(
    in compiled: CompiledModel, duties: DutyOverview? = nil, replay: EscalationReplay? = nil,
    language: Language
  ) -> JSONValue {
    let table = EscalationObjects(
      assessment: self, sentences: EscalationSentences(in: compiled, language: language))
    return [
      "level": .text(suggested?.level.id),
      "rank": suggested.map { .integer($0.level.level) } ?? .null,
      "held": .bool(isHeld), "levelNow": .text(levelNow),
      "reasons": table.reasons, "possibly": table.possibly,
      "notify": .array(notices.map(table.notice)), "unreachable": .texts(unreachable),
      "noChannelKnown": .texts(reaches.filter(\.hasNoKnownChannel).map(\.contact)),
      "noContact": .array(missing.map(table.missing)),
      "failed": .texts(failed.map(compiled.table.id(of:))),
      "since": .string(since.iso8601), "now": .string(now.iso8601), "elapsed": .number(elapsed),
      "cause": .string(cause.rawValue), "tracks": .texts(cause.tracks.map(\.rawValue)),
      "levels": .array(levels.map(table.level)), "later": .array(later.map(table.later)),
      "questions": table.questions,
      "restores": .array(
        expected.map { expected in
          [
            "id": .string(compiled.table.id(of: expected.vertex)),
            "promised": .text(expected.at?.iso8601), "contract": .text(expected.contract),
          ]
        }),
      "contacts": .array(reaches.map(table.reach)),
      "clocks": duties?.json(now: now, language: language) ?? [],
      "replay": replay.map { $0.json(language: language) } ?? .null,
    ]
  }
}

/// The parts of an assessment as JSON.
private struct EscalationObjects {
  let assessment: EscalationAssessment
  let sentences: EscalationSentences

  private func id(_ vertex: VertexID) -> String { sentences.names.id(vertex) }

  // MARK: - Levels

  /// The reasons of the levels that hold, the heaviest first.
  var reasons: JSONValue {
    let held = assessment.levels.prefix(assessment.place.map { $0 + 1 } ?? 0).reversed()
    return .array(held.filter { $0.verdict == .certain }.flatMap(reasons))
  }

  /// The reasons of heavier levels that may hold, the lightest first.
  var possibly: JSONValue { .array(assessment.possibly.flatMap(reasons)) }

  private func reasons(of finding: LevelFinding) -> [JSONValue] {
    finding.reasons.enumerated().flatMap { entry, found in
      found.conditions.map { reason($0, finding.level.id, entry) }
    }
  }

  private func reason(_ finding: ConditionFinding, _ level: String, _ entry: Int) -> JSONValue {
    let value = finding.value
    return [
      "level": .string(level), "condition": .string(value.measure.rawValue),
      "value": self.value(finding), "verdict": .string(finding.verdict.key),
      "possible": .number(value.possible), "conceivable": .number(value.conceivable),
      "threshold": threshold(finding.condition.test), "ids": .texts(value.items.map(\.id)),
      "missing": .array(
        value.missing.map { ["id": .string($0.id), "key": .string($0.key)] }),
      "contract": .text(value.contract), "question": .text(finding.question),
      "entry": .integer(entry),
      "sentence": .string(
        sentences.sentence(finding, cause: assessment.cause, answers: assessment.answers)),
    ]
  }

  private func value(_ finding: ConditionFinding) -> JSONValue {
    switch finding.value.measure {
    case .cyberNotExcluded: .bool(finding.value.certain >= 1)
    case .question:
      finding.question.flatMap { assessment.answers[$0] }.map { .bool($0) } ?? .null
    default: .number(finding.value.certain)
    }
  }

  private func threshold(_ test: EscalationCondition.Test) -> JSONValue {
    switch test {
    case .holds(let wanted): .bool(wanted)
    case .atLeast(let bound), .moreThan(let bound): .number(bound)
    case .lasts(let span): .number(span.seconds)
    case .asked: .null
    }
  }

  func level(_ finding: LevelFinding) -> JSONValue {
    [
      "id": .string(finding.level.id), "level": .integer(finding.level.level),
      "name": .text(finding.level.name?.text(in: sentences.names.language)),
      "verdict": .string(finding.verdict.key),
      "called": .text(assessment.calls[finding.level.id]?.iso8601),
    ]
  }

  func later(_ later: EscalationAssessment.Later) -> JSONValue {
    [
      "level": .string(later.finding.level.id), "at": .string(later.at.iso8601),
      "reasons": .array(reasons(of: later.finding)),
    ]
  }

  var questions: JSONValue {
    .array(
      assessment.openQuestions.map { question in
        [
          "id": .string(question.id),
          "text": .string(question.text.text(in: sentences.names.language)),
        ]
      })
  }

  // MARK: - People

  func notice(_ notice: EscalationNotice) -> JSONValue {
    let late = notice.deadline.map { $0 <= assessment.now } ?? false
    return [
      "contact": .string(notice.contact.id),
      "reason": .string(
        sentences.grounds(notice, assessment.framework).joined(separator: "; ")),
      "deadline": .text(notice.deadline?.iso8601),
      "channel": .text(notice.reach.best.map { id($0.vertex) }),
      "struck": .texts(notice.reach.struck.map { id($0.vertex) }),
      "overdue": .bool(late), "awayUntil": .text(notice.awayUntil?.iso8601),
      "grounds": .array(notice.grounds.map(ground)),
      "channels": .array(notice.reach.channels.map(channel)),
    ]
  }

  private func ground(_ ground: EscalationNotice.Ground) -> JSONValue {
    switch ground {
    case .level(let level): ["kind": "level", "level": .string(level)]
    case .consumer(let party, let components, let verdict):
      [
        "kind": "consumer", "party": .string(party), "ids": .texts(components.map(id)),
        "verdict": .string(verdict.key),
      ]
    case .supplier(let party, let components, let verdict):
      [
        "kind": "supplier", "party": .string(party), "ids": .texts(components.map(id)),
        "verdict": .string(verdict.key),
      ]
    case .track(let track): ["kind": "track", "track": .string(track.rawValue)]
    case .standsIn(let contact, let absence):
      ["kind": "stands-in", "for": .string(contact), "because": .string(absence.rawValue)]
    }
  }

  private func channel(_ channel: ContactReach.Route) -> JSONValue {
    [
      "id": .string(id(channel.vertex)), "down": .string(channel.down.key),
      "degraded": .bool(channel.isDegraded), "claimed": .bool(channel.isClaimed),
      "lasts": .text(
        channel.lasts.map { assessment.instant($0).iso8601 }),
      "way": .texts(channel.way.map(id)),
    ]
  }

  func reach(_ reach: ContactReach) -> JSONValue {
    [
      "contact": .string(reach.contact), "channel": .text(reach.best.map { id($0.vertex) }),
      "struck": .texts(reach.struck.map { id($0.vertex) }),
      "channels": .array(reach.channels.map(channel)),
    ]
  }

  func missing(_ contact: MissingContact) -> JSONValue {
    let role =
      switch contact.role {
      case .consumer: "consumer"
      case .supplier: "supplier"
      case .track(let track): "track-\(track.rawValue)"
      }
    return [
      "role": .string(role), "party": .text(contact.party),
      "ids": .texts(contact.components.map(id)), "verdict": .string(contact.verdict.key),
      "above": .texts(contact.above), "deadline": .text(contact.deadline?.iso8601),
    ]
  }
}
