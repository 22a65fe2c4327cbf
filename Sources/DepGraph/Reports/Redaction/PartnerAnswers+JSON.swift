extension PartnerAnswers {
  /// The answers for machines; names in a language, the rest not.
  ///
  /// - Parameter language: The language of names.
  /// - Returns: The result of `redact --audience partner:ID`.
  /// - Complexity: O(*n*) for *n* things told.
  public func json(language: Language) -> JSONValue {
    [
      "audience": "partner", "partner": .string(partner.shown(in: language)),
      "as-of": .text(asOf?.description), "left-out": .integer(leftOutKinds),
      "own": .array(
        own.map { own in
          [
            "name": .string(own.name.shown(in: language)), "kind": .string(own.kind.rawValue),
            "needsKnown": .bool(own.needsAreKnown),
          ]
        }),
      "needs": .array(needs.map { $0.json(own, language) }),
      "users": .array(users.map { $0.json(own, language) }),
      "scenarios": .array(impacts.map { $0.json(own, language) }),
      "agreements": .array(agreements.map { $0.json(own, language) }),
      "contacts": .array(
        contacts.map { person in
          [
            "name": .string(person.name.shown(in: language)),
            "party": .text(person.party?.shown(in: language)),
            "channels": .texts(person.channels.map { $0.shown(in: language) }),
          ]
        }),
    ]
  }
}

extension PartnerAnswers.Link {
  fileprivate func json(_ own: [PartnerAnswers.Own], _ language: Language) -> JSONValue {
    [
      "own": .string(own[self.own].name.shown(in: language)),
      "other": .string(other.shown(in: language)), "named": .bool(other.text != nil),
      "strength": .string(strength.rawValue), "uncertain": .bool(isUncertain),
    ]
  }
}

extension PartnerAnswers.Impact {
  fileprivate func json(_ own: [PartnerAnswers.Own], _ language: Language) -> JSONValue {
    [
      "id": .string(id), "name": .text(name?.text(in: language)), "after": .number(after?.seconds),
      "components": .array(
        states.map { state in
          [
            "own": .string(own[state.own].name.shown(in: language)),
            "state": .string(state.grade.key),
            "verdict": state.grade > .cannotTell ? .string(state.verdict.rawValue) : .null,
            "after": .number(state.after), "mayBeWorse": .bool(state.mayBeWorse),
          ]
        }),
    ]
  }
}

extension PartnerAnswers.Agreement {
  fileprivate func json(_ own: [PartnerAnswers.Own], _ language: Language) -> JSONValue {
    [
      "name": .string(name.shown(in: language)), "kind": .string(kind.rawValue),
      "role": .string(isProvider ? "provider" : "customer"),
      "other": .text(other?.shown(in: language)),
      "covers": .texts(covers.map { own[$0].name.shown(in: language) }),
      "availability": .number(availability?.low), "until": .text(until?.description),
      "promises": .array(
        promises.map { promise in
          [
            "priority": promise.priority.map { .integer($0) } ?? .null,
            "responseWithin": .number(promise.respondWithin?.seconds),
            "restoreWithin": .number(promise.restoreWithin?.seconds),
            "nature": .text(promise.nature?.rawValue),
          ]
        }),
    ]
  }
}
