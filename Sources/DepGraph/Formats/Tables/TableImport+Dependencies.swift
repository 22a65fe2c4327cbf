extension TableImport {
  /// Takes a row that says that one thing leans on another.
  func addDependency(_ reader: TableRowReader, _ row: TableSheet.Row) {
    let facts = reader.facts(of: row)
    let relation = facts[.relation]?.first?.value
    let (direction, isGuessed) = self.direction(of: relation, in: reader.rule)
    guard let from = facts[.from]?.first, let to = facts[.to]?.first,
      isWhole(from, to, direction)
    else {
      log.report(.leftOut, "the row does not name both sides, and is left out", at: row.place)
      return
    }
    note(relation, direction, isGuessed: isGuessed)
    guard direction != .ignore else { return }
    let (isSaidSoft, isAssumed) = softness(facts[.soft]?.first)
    dependencies.append(
      TableDependency(
        from: from, to: to, direction: direction, isGuessed: isGuessed || isAssumed,
        group: facts[.group]?.first?.value.map(TableWords.folded),
        isSoft: isSaidSoft || direction == .firstDegradesWithoutSecond
          || direction == .secondDegradesWithoutFirst,
        holdup: facts[.holdup]?.first.flatMap { span($0) },
        note: facts[.note]?.first?.value, fromKind: facts[.fromKind]?.first?.value,
        toKind: facts[.toKind]?.first?.value,
        source: source(of: row.place).first ?? ""))
  }

  /// Whether a row tells who needs what: the first by its name; the other by its name, or that nobody
  /// knows it, or that there is nothing.
  private func isWhole(
    _ from: TableFact, _ to: TableFact, _ direction: TableMap.Direction
  ) -> Bool {
    let (user, needed) = direction.isSwapped ? (to, from) : (from, to)
    guard user.value != nil else { return false }
    return switch needed.answer {
    case .value, .unknown, .spoilt, .nothing: true
    case .blank, .notApplicable: false
    }
  }

  /// Whether the one only works less well without the other; where that is not known or not
  /// understood, it is assumed not to work at all.
  private func softness(_ fact: TableFact?) -> (isSoft: Bool, isAssumed: Bool) {
    guard let fact else { return (false, false) }
    switch fact.answer {
    case .blank, .nothing, .notApplicable: return (false, false)
    case .unknown, .spoilt: break
    case .value(let text):
      if let isSoft = map.words.truth(text) { return (isSoft, false) }
    }
    log.report(
      .notUnderstood, "`\(fact.cell.text.prefix(40))` does not tell whether it fails altogether",
      at: fact.cell.place, hint: "it is taken as a need, and marked as assumed")
    report.note(
      .guessed, "`\(fact.cell.text)`",
      Self.said("gelezen als: valt dan uit", "read as: fails then"))
    return (false, true)
  }

  /// What a relation means, and whether that is a guess.
  private func direction(
    of relation: String?, in rule: TableMap.SheetRule
  ) -> (TableMap.Direction, isGuessed: Bool) {
    let stated: TableMap.Direction
    if let relation {
      stated = map.direction(ofRelation: relation)
    } else {
      stated = rule.direction
    }
    return stated == .guess ? (.firstNeedsSecond, true) : (stated, false)
  }

  private func note(_ relation: String?, _ direction: TableMap.Direction, isGuessed: Bool) {
    let meaning =
      switch direction {
      case .firstNeedsSecond, .guess:
        Self.said("het eerste heeft het tweede nodig", "the first needs the second")
      case .secondNeedsFirst:
        Self.said("het tweede heeft het eerste nodig", "the second needs the first")
      case .firstDegradesWithoutSecond:
        Self.said(
          "het eerste werkt minder zonder het tweede", "the first degrades without the second")
      case .secondDegradesWithoutFirst:
        Self.said(
          "het tweede werkt minder zonder het eerste", "the second degrades without the first")
      case .ignore:
        Self.said("volgens de kaart geen afhankelijkheid", "no dependency, by the map")
      }
    let fate: ImportReport.Fate =
      direction == .ignore ? .ignored : isGuessed ? .guessed : .mapped
    if let relation {
      report.note(fate, relation, meaning)
    } else {
      report.note(fate, Self.said("(geen relatienaam)", "(no relation name)"), meaning)
    }
  }

  /// Gives each thing what rows about dependencies say that it needs.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func resolveDependencies() {
    var seen: Set<Pair> = []
    for row in dependencies {
      let isSwapped = row.direction.isSwapped
      let first = row.from.value == nil ? nil : side(row.from, row.fromKind)
      let second = row.to.value == nil ? nil : side(row.to, row.toKind)
      // Which of the two has a name was looked at when the row was taken.
      guard let user = isSwapped ? second : first else { continue }
      guard let needed = isSwapped ? first : second else {
        resolveUnnamed(isSwapped ? row.from : row.to, of: row, user: user.index)
        continue
      }
      guard user.index != needed.index else {
        log.report(
          .leftOut, "`\(entities[user.index].title)` would need itself; the row is left out",
          at: row.from.cell.place)
        continue
      }
      let pair = Pair(user: user.index, needed: needed.index, isSoft: row.isSoft, group: row.group)
      guard seen.insert(pair).inserted else {
        report.note(
          .ignored, Self.said("dezelfde relatie nog eens", "the same relation again"),
          Self.said("telt eenmaal", "counts once"))
        continue
      }
      let isGuessed = row.isGuessed || user.isAmbiguous || needed.isAmbiguous
      var reference = Reference(
        "", evidence: evidence(row.source.isEmpty ? [] : [row.source], isGuessed: isGuessed))
      reference.holdup = row.holdup
      reference.note = row.note.map(text)
      // Ids are given when all things are known; until then it is the thing's place.
      reference.target = "\(needed.index)"
      if row.isSoft {
        entities[user.index].wants.append(reference)
      } else {
        entities[user.index].needs.append((row.group, .reference(reference)))
      }
    }
  }

  /// Gives a thing what a row says that names nothing: that nobody knows what it needs, or that it
  /// needs nothing.
  private func resolveUnnamed(_ said: TableFact, of row: TableDependency, user: Int) {
    guard !row.isSoft else {
      log.report(
        .leftOut, "the row does not tell without what `\(entities[user].title)` works less well",
        at: said.cell.place, hint: "it is left out")
      return
    }
    if said.answer == .nothing {
      entities[user].facts[.requires, default: []].append(said)
    } else {
      entities[user].needs.append((row.group, .unknown(nil)))
    }
  }

  private struct Pair: Hashable {
    let user: Int
    let needed: Int
    let isSoft: Bool
    let group: String?
  }

  private func side(_ fact: TableFact, _ kind: String?) -> Meaning {
    named(
      fact.value ?? "", as: .component, at: fact.cell.place,
      kind: kind.flatMap { self.kind(ofWord: $0) })
  }

  /// The kind of component that a word means.
  func kind(ofWord word: String) -> ComponentKind? {
    let folded = TableWords.folded(word)
    return map.kinds[folded] ?? ComponentKind(rawValue: folded) ?? TableTemplate.kinds[folded]
  }

  /// A length of time; what is not understood is said.
  func span(_ fact: TableFact) -> TimeSpan? {
    duration(fact).flatMap { TimeSpan(seconds: $0.seconds) }
  }

  /// A length of time with the hours in which it runs; what is not understood is said.
  func duration(_ fact: TableFact) -> TableDuration? {
    guard let value = fact.value else { return nil }
    if let duration = TableDuration(value, unit: fact.unit, office: map.officeHours) {
      return duration
    }
    log.report(
      .notUnderstood, "`\(value.prefix(40))` is no length of time that is understood",
      at: fact.cell.place,
      hint: Double(decimal: value) != nil
        ? "write the unit, in the cell or above the column: `\(value) uur`"
        : "such as `4 uur`, `30 min`, `1,5 dag`; it is left unknown")
    return nil
  }
}
