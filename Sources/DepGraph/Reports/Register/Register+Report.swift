extension Register {
  /// The result of `register` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was made of.
  ///   - system: The one element whose users these are; nil: the systems under all users.
  ///   - language: The language.
  /// - Returns: A table for each user, or one of all users of the system.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public func report(
    in compiled: CompiledModel, usersOf system: VertexID? = nil, language: Language
  ) -> Report {
    RegisterReporter(
      register: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report(usersOf: system)
  }

  /// The register with one row for each user, for a page that people read.
  ///
  /// - Parameters:
  ///   - compiled: The model it was made of.
  ///   - language: The language.
  /// - Returns: What has no alternative, one in name only, an independent one, or none that is known.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  public func summary(in compiled: CompiledModel, language: Language) -> Report {
    RegisterSummary(
      register: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

private struct RegisterReporter {
  let register: Register
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  func report(usersOf system: VertexID?) -> Report {
    let rows = register.rows
    let users = Dictionary(grouping: rows, by: \.user)
    let body =
      system == nil
      ? users.keys.sorted().flatMap { block(of: $0, users[$0, default: []]) }
      : rows.isEmpty ? [] : [.table(usersTable)]
    let decisive = Set(rows.flatMap { [$0.user, $0.system] }).sorted()
    return Report(
      title: system.map { phrases.usersTitle(names.named($0)) } ?? phrases.registerTitle,
      keySentence: phrases.registerSentence(
        users: users.count, systems: Set(rows.map(\.system)).count,
        rows: rows, isOfOne: system != nil),
      blocks: gaps + body + (rows.isEmpty ? [] : [.note(phrases.registerNote)])
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive),
      data: data)
  }

  /// Those of which not everything is known, and those that need nothing: neither has all its rows.
  private var gaps: [Report.Block] {
    let named = { (vertices: [VertexID]) in phrases.list(vertices.map(names.named)) }
    var gaps: [Report.Block] = []
    if !register.usersWithUnknownNeeds.isEmpty {
      gaps.append(.paragraph(phrases.needsNotKnown(named(register.usersWithUnknownNeeds))))
    }
    if !register.usersWithoutSystems.isEmpty {
      gaps.append(.paragraph(phrases.needNoSystem(named(register.usersWithoutSystems))))
    }
    return gaps
  }

  // MARK: - By user

  private func block(of user: VertexID, _ rows: [Register.Row]) -> [Report.Block] {
    let component = compiled.component(user)
    let restoreClass = component?.restoreClass.map { id in
      compiled.model.restoreClasses.first { $0.id == id }?.name?.text(in: names.language) ?? id
    }
    let continuity = component?.continuity ?? Continuity()
    return [
      .heading(names.named(user)),
      .paragraph(
        phrases.userLine(
          kind: component?.kind, owner: component?.owner.map(names.party),
          restoreClass: restoreClass, recovery: continuity.recoveryTimeObjective,
          tolerable: continuity.maximumTolerablePeriod)),
      .table(table(rows.sorted(by: comesFirst))),
    ]
  }

  /// What stops the user first, then what is near.
  private func comesFirst(_ left: Register.Row, _ right: Register.Row) -> Bool {
    let key = { (row: Register.Row) in (-row.effect.rawValue, row.steps, row.system) }
    return key(left) < key(right)
  }

  private func table(_ rows: [Register.Row]) -> Report.Table {
    let showsChecks = register.rows.contains { $0.checked != nil }
    var columns: [Report.Table.Column] = [
      .init(phrases.systemTitle), .init(phrases.stepsTitle, .right), .init(phrases.effectTitle),
      .init(phrases.alternativeTitle), .init(phrases.agreementsTitle), .init(phrases.basisTitle),
    ]
    if showsChecks { columns.append(.init(phrases.checkedTitle)) }
    return Report.Table(
      columns: columns,
      rows: rows.map { row in
        let cells = [
          names.named(row.system), String(row.steps), phrases.word(row.effect), alternative(row),
          (row.contracts + row.plans).joined(separator: ", "), phrases.word(row.basis),
        ]
        return showsChecks ? cells + [row.checked.map(phrases.date) ?? phrases.never] : cells
      })
  }

  private func alternative(_ row: Register.Row) -> String {
    row.isNeeded
      ? phrases.word(row.alternative, shared: row.shared.map(names.named)) : phrases.notNeeded
  }

  // MARK: - Of one system

  private var usersTable: Report.Table {
    let rows = register.rows.map { row in
      [
        names.named(row.user), compiled.component(row.user).map { phrases.word($0.kind) } ?? "",
        phrases.word(row.effect), alternative(row),
        row.way.dropFirst().dropLast().map(names.name).joined(separator: " → "),
      ]
    }
    return Report.Table(
      names: [
        phrases.userTitle, phrases.kindTitle, phrases.effectTitle, phrases.alternativeTitle,
        phrases.viaTitle,
      ], rows: rows)
  }

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    let seconds = { (span: TimeSpan?) in span.map { phrases.plain($0.seconds) } ?? "" }
    let rows = register.rows.map { row in
      let component = compiled.component(row.user)
      return [
        names.id(row.user), names.name(row.user), component?.restoreClass ?? "",
        seconds(component?.continuity.recoveryTimeObjective),
        seconds(component?.continuity.maximumTolerablePeriod), component?.owner ?? "",
        names.id(row.system), names.name(row.system), row.relation, row.alternative.rawValue,
        ids(row.shared), row.contracts.joined(separator: " "), row.plans.joined(separator: " "),
        row.basis.rawValue, row.checked?.description ?? "", String(row.steps), row.effect.key,
        ids(row.way),
      ]
    }
    let listed = Set(register.rows.map(\.user))
    let others =
      register.usersWithUnknownNeeds.filter { !listed.contains($0) }
      .map { rowWithoutSystem($0, seconds, alternative: Register.Alternative.unknown.rawValue) }
      + register.usersWithoutSystems.map { rowWithoutSystem($0, seconds, alternative: "") }
    return Report.Table(
      names: [
        "process", "processName", "class", "rto", "mtpd", "owner", "system", "systemName",
        "relation", "alternative", "shared", "contracts", "plans", "basis", "checked", "steps",
        "effect", "way",
      ], rows: rows + others)
  }

  /// A row of a user of which no system is known, or that needs none: nobody is left out of a list
  /// that others work with.
  private func rowWithoutSystem(
    _ user: VertexID, _ seconds: (TimeSpan?) -> String, alternative: String
  ) -> [String] {
    let component = compiled.component(user)
    return [
      names.id(user), names.name(user), component?.restoreClass ?? "",
      seconds(component?.continuity.recoveryTimeObjective),
      seconds(component?.continuity.maximumTolerablePeriod), component?.owner ?? "", "", "", "",
      alternative, "", "", "", component?.evidence.basis.rawValue ?? "",
      component?.checked?.description ?? "", "", "", "",
    ]
  }
}
