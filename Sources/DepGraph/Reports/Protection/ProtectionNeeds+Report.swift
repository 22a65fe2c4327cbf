extension ProtectionNeeds {
  /// The result of `protection` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that it was computed in.
  ///   - language: The language.
  /// - Returns: What is too low, then what everything inherits.
  /// - Complexity: O(*n* log *n*) for *n* elements with their users.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    ProtectionReporter(
      needs: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language)
    ).report
  }
}

private struct ProtectionReporter {
  let needs: ProtectionNeeds
  let names: DisplayNames
  let phrases: Phrases

  var report: Report {
    let known = needs.inheritances.filter { $0.maximum != nil }
    return Report(
      title: phrases.protectionTitle, keySentence: sentence(known),
      blocks: findings + inherited(known) + unknown
        + (needs.isStated ? [.note(phrases.protectionNote(cumulateFrom: needs.cumulateFrom))] : [])
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: Set(known.flatMap(\.way)).sorted()),
      data: data)
  }

  private func sentence(_ known: [ProtectionNeeds.Inheritance]) -> String {
    guard needs.isStated else { return phrases.noProtectionNeed }
    return phrases.protectionSentence(
      inheriting: Set(known.map(\.vertex)).count,
      tooLow: Set(needs.findings.map(\.vertex)).count,
      notStated: Set(known.filter { $0.verdict == .notStated }.map(\.vertex)).count)
  }

  private var findings: [Report.Block] {
    guard !needs.findings.isEmpty else { return [] }
    let rows = needs.findings.map { found in
      [
        names.named(found.vertex), phrases.word(found.goal), stated(found.stated), range(found),
        found.way.dropLast().map(names.name).joined(separator: " → "),
        phrases.word(found.verdict),
      ]
    }
    return [
      .heading(phrases.protectionFindingsHeading),
      .table(Report.Table(names: phrases.protectionFindingColumns, rows: rows)),
    ]
  }

  private func inherited(_ known: [ProtectionNeeds.Inheritance]) -> [Report.Block] {
    guard !known.isEmpty else { return [] }
    let byElement = Dictionary(grouping: needs.inheritances, by: \.vertex)
    let rows = Set(known.map(\.vertex)).sorted().map { vertex in
      let found = byElement[vertex, default: []]
      return [names.named(vertex)]
        + ProtectionGoal.allCases.map { goal in
          found.first { $0.goal == goal }.map(range) ?? "–"
        }
    }
    return [
      .heading(phrases.protectionInheritedHeading),
      .table(
        Report.Table(
          names: [phrases.protectionComponentTitle]
            + ProtectionGoal.allCases.map { phrases.capitalised(phrases.word($0)) },
          rows: rows)),
    ]
  }

  /// Whose own need nobody knows.
  private var unknown: [Report.Block] {
    let users = Set(needs.inheritances.flatMap(\.unknownUsers)).sorted()
    guard !users.isEmpty else { return [] }
    return Report.Block.naming(phrases.protectionUnknown, users.map(names.named), phrases)
  }

  /// "high", "normal to high", "high or more", "not known".
  private func range(_ found: ProtectionNeeds.Inheritance) -> String {
    guard let low = found.low, let high = found.high else { return phrases.protectionNotKnown }
    let isOpen = !found.unknownUsers.isEmpty && high < .veryHigh
    return phrases.protectionRange(low, high, orMore: isOpen)
  }

  private func stated(_ stated: Stated<ProtectionLevel>?) -> String {
    stated.map { $0.value.map(phrases.word) ?? phrases.protectionNotKnown } ?? "–"
  }

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    return Report.Table(
      names: [
        "component", "componentName", "goal", "stated", "inherited", "low", "high", "way",
        "independentUsers", "unknownUsers", "verdict",
      ],
      rows: needs.inheritances.map { found in
        [
          names.id(found.vertex), names.name(found.vertex), found.goal.rawValue,
          found.stated.map { $0.value?.rawValue ?? "unknown" } ?? "",
          found.maximum?.rawValue ?? "", found.low?.rawValue ?? "", found.high?.rawValue ?? "",
          ids(found.way), ids(found.independentUsers), ids(found.unknownUsers),
          found.verdict.rawValue,
        ]
      })
  }
}
