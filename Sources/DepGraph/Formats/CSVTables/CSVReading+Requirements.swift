// The table of requirements, and lists of pairs.

extension CSVReading {
  /// The columns of requirements.
  private struct NeedColumns {
    let dependent, target: Int
    let group, need, relation, holdup, switchover, from, over: Int?
    /// The columns that a plain row leaves empty.
    let others: [Int]

    init?(_ file: CSVFile) {
      guard file.table != nil else {
        (dependent, target) = (0, 1)
        (group, need, relation, holdup, switchover, from, over) = (
          nil, nil, nil, nil, nil, nil, nil
        )
        others = []
        return
      }
      let place = { (key: String) in file.uses.firstIndex { $0?.column.key == key } }
      guard let dependent = place("dependent"), let target = place("target") else { return nil }
      (self.dependent, self.target) = (dependent, target)
      (group, need, relation) = (place("group"), place("need"), place("relation"))
      (holdup, switchover) = (place("holdup"), place("switchover"))
      (from, over) = (place("path.from"), place("path.over"))
      let plain = [dependent, target, group, need].compactMap { $0 }
      others = file.uses.indices.filter { file.uses[$0] != nil && !plain.contains($0) }
    }
  }

  private var needFiles: [(number: Int, file: CSVFile)] {
    files.enumerated().filter { $0.element.table == nil || $0.element.table == .requirements }
      .map { ($0.offset, $0.element) }
  }

  /// Takes the ids that pairs name, where no table declares components.
  func collectIDsOfPairs() {
    for (_, file) in needFiles {
      guard let columns = NeedColumns(file) else { continue }
      var rows = file.rows
      while rows.advance() {
        guard rows.flaws.isEmpty else { continue }
        for column in [columns.dependent, columns.target] where !rows.isEmpty(column) {
          let text = rows.text(column)
          if text != "unknown", !text.contains("|") { _ = ids.insert(text) }
        }
      }
    }
  }

  /// Reads all requirements and puts them into the components.
  func readNeeds() {
    for (number, file) in needFiles {
      guard let columns = NeedColumns(file) else { continue }
      needs.begin(file: number)
      var rows = file.rows
      var row: Int32 = -1
      while rows.advance() {
        row += 1
        guard isSound(rows, of: file), hasEnds(rows, columns, file) else { continue }
        take(rows, columns, file, row)
      }
      note(file, rows: Int(row) + 1)
    }
    assemble()
  }

  private func note(_ file: CSVFile, rows: Int) {
    guard file.guessesDirection else {
      return report.note(.mapped, CSVTable.requirements.rawValue, count: rows)
    }
    report.note(
      .guessed, "pairs",
      LocalizedText(
        [.dutch: "het eerste vereist het tweede", .english: "the first requires the second"],
        fallback: .english), count: rows)
  }

  private func hasEnds(
    _ row: borrowing CSVCursor, _ columns: NeedColumns, _ file: CSVFile
  ) -> Bool {
    guard row.isEmpty(columns.dependent) || (file.table == nil && row.isEmpty(columns.target))
    else { return true }
    complain(
      .missingKey, "a requirement needs a `dependent` and a `target`", in: file, at: row.rowStart)
    return false
  }

  /// Takes a row: as numbers where it is plain, else as what it writes.
  private func take(
    _ row: borrowing CSVCursor, _ columns: NeedColumns, _ file: CSVFile, _ number: Int32
  ) {
    let dependent = ids.number(
      file.bytes, row.starts[columns.dependent], row.ends[columns.dependent])
    if let dependent, !row.isEmpty(columns.target), isPlain(row, columns),
      let target = ids.number(file.bytes, row.starts[columns.target], row.ends[columns.target])
    {
      needs.add(
        dependent: dependent, target: target, group: label(row, columns.group, file),
        need: label(row, columns.need, file), row: number)
      return
    }
    defer { trim() }
    let text = row.text(columns.dependent)
    let place = file.place(of: row.starts[columns.dependent])
    let resolved = dependent ?? ids.number(of: session.reference(text, to: .component, at: place))
    guard let resolved else { return }
    session.about(id(resolved)) {
      guard let special = special(row, columns, file, model.components[resolved].evidence) else {
        return
      }
      needs.add(dependent: resolved, special, row: number)
    }
  }

  /// Whether a row fills no other columns than those of plain rows.
  private func isPlain(_ row: borrowing CSVCursor, _ columns: NeedColumns) -> Bool {
    for column in columns.others where !row.isEmpty(column) { return false }
    return true
  }

  private func label(_ row: borrowing CSVCursor, _ column: Int?, _ file: CSVFile) -> Int? {
    guard let column, !row.isEmpty(column) else { return nil }
    return needs.labels.insert(file.bytes, row.starts[column], row.ends[column]).number
  }

  /// What a row that is not plain writes.
  private func special(
    _ row: borrowing CSVCursor, _ columns: NeedColumns, _ file: CSVFile, _ evidence: Evidence
  ) -> CSVNeedRows.Special? {
    guard let relation = relation(row, columns, file) else { return nil }
    let target = word(row, columns.target)
    let isPath = !word(row, columns.from).isEmpty || !word(row, columns.over).isEmpty
    let isGroup = target.isEmpty
    let own: Set<String> = ["dependent", "target", "relation", "group", "need", "switchover"]
    let value = values(file).mapping(row, leavingOut: own)
    let place = file.place(of: row.rowStart)
    var member: Requirement?
    var reference: Reference?
    if !isGroup {
      let written = file.place(of: row.starts[columns.target])
      if target == "unknown", relation.isFormula {
        member = .unknown(place)
      } else if isPath {
        let whole = value.withPath(CSVValues.members(target, written))
        member = session.requirement(whole, of: relation.rawValue, within: evidence)
      } else {
        let whole = value.withReference(CSVValues.scalar(target, written))
        let section: SectionName =
          switch relation {
          case .degradesWithout: .softReference
          case .independentOf: .claim
          default: .reference
          }
        reference = session.reference(whole, as: section, within: evidence)
        guard let found = reference else { return nil }
        if relation.isFormula { member = .reference(found) }
      }
    }
    var special = CSVNeedRows.Special(
      relation: relation, group: word(row, columns.group), need: word(row, columns.need),
      member: member,
      reference: reference, place: place)
    guard isGroup else { return special }
    guard relation.isFormula else {
      session.report(.missingKey, "`\(relation.rawValue)` needs a `target`", at: place)
      return nil
    }
    special.holdup = value["holdup"].flatMap { session.duration($0, of: "holdup") }
    special.switchover = span(row, columns.switchover, "switchover", file)
    special.note = value["note"].flatMap { session.text($0, of: "note") }
    return special
  }

  private func word(_ row: borrowing CSVCursor, _ column: Int?) -> String {
    guard let column else { return "" }
    return row.text(column)
  }

  private func span(
    _ row: borrowing CSVCursor, _ column: Int?, _ key: String, _ file: CSVFile
  ) -> TimeSpan? {
    guard let column, !row.isEmpty(column) else { return nil }
    let value = CSVValues.scalar(row.text(column), file.place(of: row.starts[column]))
    return session.duration(value, of: key)
  }

  private func relation(
    _ row: borrowing CSVCursor, _ columns: NeedColumns, _ file: CSVFile
  ) -> CSVRelation? {
    guard let column = columns.relation, !row.isEmpty(column) else { return .requires }
    let value = CSVValues.scalar(row.text(column), file.place(of: row.starts[column]))
    return session.oneOf(value, CSVRelation.allCases.map(\.rawValue), of: "relation")
      .flatMap(CSVRelation.init)
  }

  // MARK: - Formulas

  /// Puts the rows into the components.
  private func assemble() {
    let (starts, order) = needs.byDependent(ids.count)
    guard model.components.count == ids.count else { return }
    var plain = PlainNeedCollector(evidence: plainEvidence)
    for number in 0..<ids.count where starts[number] < starts[number + 1] {
      let rows = order[starts[number]..<starts[number + 1]]
      if model.components[number].statesRequires,
        rows.contains(where: { relation(ofRow: Int($0)) == .requires })
      {
        contradict(number, Int(rows[rows.startIndex]))
        continue
      }
      if rows.allSatisfy({ needs.isBare(Int($0)) }) {
        takeBare(rows, number, &plain)
      } else {
        takeFormulas(rows, number)
      }
    }
    plain.settle(in: &model)
  }

  private func contradict(_ number: Int, _ row: Int) {
    let (file, origin) = needs.origin(of: row)
    let place = places(ofRows: [origin], in: files[file])[origin]
    diagnostics.append(
      Diagnostic(
        .badValue, "`\(id(number))` requires nothing by its own row, and something by this one",
        at: place, id: id(number)))
  }

  private func relation(ofRow row: Int) -> CSVRelation {
    needs.special(row)?.relation ?? .requires
  }

  /// What most needs rest on.
  private var plainEvidence: Evidence { Evidence(guessesDirection ? .assumed : model.basis) }

  private func takeBare(
    _ rows: ArraySlice<Int32>, _ number: Int, _ plain: inout PlainNeedCollector
  ) {
    let evidence = needEvidence(number)
    model.components[number].statesRequires = true
    guard evidence != plain.evidence else {
      return plain.add(rows.lazy.map { self.needs.targets[Int($0)] }, of: number)
    }
    var members: [Requirement] = []
    members.reserveCapacity(rows.count)
    for row in rows {
      members.append(
        .reference(Reference(id(Int(needs.targets[Int(row)])), evidence: evidence)))
    }
    model.components[number].requires = .group(RequirementGroup(.all, members))
  }

  /// On what a need rests: where nobody says which of a pair requires the other, it is assumed.
  private func needEvidence(_ number: Int) -> Evidence {
    guessesDirection ? Evidence(.assumed) : model.components[number].evidence
  }

  private func takeFormulas(_ rows: ArraySlice<Int32>, _ number: Int) {
    var formulas: [CSVRelation: CSVFormula] = [:]
    let evidence = needEvidence(number)
    for row in rows.lazy.map({ Int($0) }) {
      let special = needs.special(row)
      let relation = special?.relation ?? .requires
      do throws(CSVFormula.Flaw) {
        if let special {
          try take(special, number, &formulas[relation, default: CSVFormula()])
        } else {
          let reference = Reference(id(Int(needs.targets[row])), evidence: evidence)
          try formulas[relation, default: CSVFormula()].add(
            .reference(reference), to: needs.group(row) ?? "", need: needs.need(row) ?? "")
        }
      } catch {
        complain(error, number, row)
      }
    }
    for relation in [CSVRelation.requires, .startsWith, .repairNeeds] {
      guard let formula = formulas[relation], !formula.isEmpty else { continue }
      do throws(CSVFormula.Flaw) {
        set(try formula.requirement(), as: relation, of: number)
      } catch {
        complain(error, number, Int(rows[rows.startIndex]))
      }
    }
  }

  private func set(_ formula: Requirement, as relation: CSVRelation, of number: Int) {
    switch relation {
    case .startsWith: model.components[number].startsWith = formula
    case .repairNeeds: model.components[number].repairNeeds = formula
    default:
      model.components[number].requires = formula
      model.components[number].statesRequires = true
    }
  }

  private func complain(_ flaw: CSVFormula.Flaw, _ number: Int, _ row: Int) {
    let (file, origin) = needs.origin(of: row)
    diagnostics.append(
      Diagnostic(
        .badValue, flaw.message, at: places(ofRows: [origin], in: files[file])[origin],
        id: id(number)))
  }

  private func take(
    _ special: CSVNeedRows.Special, _ number: Int, _ formula: inout CSVFormula
  ) throws(CSVFormula.Flaw) {
    switch special.relation {
    case .degradesWithout:
      if let reference = special.reference {
        model.components[number].degradesWithout.append(reference)
      }
    case .independentOf:
      if let reference = special.reference {
        model.components[number].independentOf.append(reference)
      }
    default:
      if let member = special.member {
        try formula.add(member, to: special.group, need: special.need)
      } else {
        try formula.add(special)
      }
    }
  }
}

extension YAMLValue {
  /// The value of a reference, from the cells of its row.
  fileprivate func withReference(_ target: YAMLValue) -> YAMLValue {
    let own = Pair(key: "ref", keyIsPlain: true, place: target.place, value: target)
    let others = (mapping ?? []).filter { $0.key != "path" }
    return YAMLValue(content: .mapping([own] + others), place: place)
  }

  /// The value of a path, from the cells of its row.
  fileprivate func withPath(_ targets: [YAMLValue]) -> YAMLValue {
    let to = Pair(
      key: "to", keyIsPlain: true, place: place,
      value: YAMLValue(content: .list(targets), place: targets.first?.place ?? place))
    let way = (self["path"]?.mapping ?? []) + [to]
    let path = Pair(
      key: "path", keyIsPlain: true, place: place,
      value: YAMLValue(content: .mapping(way), place: place))
    let others = (mapping ?? []).filter { $0.key != "path" }
    return YAMLValue(content: .mapping([path] + others), place: place)
  }
}
