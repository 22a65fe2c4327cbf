extension ControlReview {
  /// The result of `check` for machines.
  ///
  /// - Parameter language: The language of texts.
  /// - Returns: The rules with what was found.
  /// - Complexity: O(*n*) for *n* things looked at.
  public func json(language: Language) -> JSONValue {
    [
      "rules": [
        "id": .string(set.id), "name": .text(set.name?.text(in: language)),
        "digest": .text(set.digest.isEmpty ? nil : set.digest),
        "note": .text(set.note?.text(in: language)),
      ],
      "at": .text(day?.description),
      "controls": .array(results.map { $0.json(language: language) }),
    ]
  }
}

extension ControlReview.Result {
  fileprivate func json(language: Language) -> JSONValue {
    [
      "id": .string(control.id), "text": .text(control.text?.text(in: language)),
      "sources": .texts(control.evidence.sources),
      "checks": .array(
        outcomes.map { outcome in
          [
            "check": .string(outcome.check.kind.rawValue),
            "within": .number(outcome.check.within?.seconds),
            "subject": .string(outcome.subject.rawValue),
            "evidence": .texts(outcome.evidence), "against": .texts(outcome.against),
            "missing": .texts(outcome.missing),
          ]
        }),
    ]
  }
}
