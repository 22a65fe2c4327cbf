extension ModelMerge {
  /// What the models do not agree on, for people.
  ///
  /// - Parameter language: The language.
  /// - Returns: A table of the findings.
  /// - Complexity: O(*n*) for *n* findings.
  public func report(language: Language) -> Report {
    let phrases = Phrases(language)
    let data = Report.Table(
      names: ["kind", "id", "key", "statements"],
      rows: findings.map { finding in
        [
          finding.kind.rawValue, finding.id, finding.key ?? "",
          finding.statements.map { statement in
            "\(statement.place.map { "\($0)" } ?? statement.file) \(statement.value)"
          }.joined(separator: "; "),
        ]
      })
    return Report(
      title: phrases.mergeTitle, keySentence: phrases.mergeSentence(self),
      blocks: findings.isEmpty ? [] : [.table(phrases.mergeTable(findings))], data: data)
  }

  /// What the models do not agree on, for machines.
  ///
  /// - Parameter files: The models' root files, in order.
  /// - Returns: The files, the counts by kind, and the findings.
  /// - Complexity: O(*n*) for *n* findings.
  public func json(files: [String]) -> JSONValue {
    [
      "files": .texts(files),
      "components": .integer(model.components.count),
      "counts": .object(
        MergeFinding.Kind.allCases.map { .init($0.rawValue, .integer(count($0))) }),
      "findings": .array(
        findings.map { finding in
          [
            "kind": .string(finding.kind.rawValue), "id": .string(finding.id),
            "key": .text(finding.key),
            "statements": .array(
              finding.statements.map { statement in
                [
                  "file": .string(statement.file), "value": .string(statement.value),
                  "place": .text(statement.place.map { "\($0)" }),
                ]
              }),
          ]
        }),
    ]
  }
}
