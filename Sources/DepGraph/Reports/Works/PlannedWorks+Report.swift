extension PlannedWorks {
  /// The result of `works` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The worst in a sentence, the works, who is hit when and by which, what only overlaps
  ///   do, what must not fail besides, whom to tell, and the texts for them.
  /// - Complexity: O(*n* log *n*) for *n* works, spells and addressees.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    WorksReporter(
      works: self, compiled: compiled,
      words: WorksWords(
        works: self, names: DisplayNames(compiled: compiled, language: language),
        phrases: Phrases(language))
    ).report
  }
}

private struct WorksReporter {
  let works: PlannedWorks
  let compiled: CompiledModel
  let words: WorksWords

  private var names: DisplayNames { words.names }
  private var phrases: Phrases { words.phrases }
  private var failing: [PlannedWorks.Window] { works.windows.filter { $0.treatment == .out } }

  var report: Report {
    let decisive = Set(works.windows.flatMap(\.vertices) + works.users.map(\.vertex))
    return Report(
      title: phrases.worksTitle, keySentence: sentence,
      blocks: unknownBlocks + windowBlocks + hitBlocks + overlapBlocks + pointBlocks + tellBlocks
        + [.note(phrases.worksNote), .note(phrases.zoneNote(works.question.zone.name))]
        + messageBlocks
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive.sorted()),
      data: data)
  }

  private var sentence: String {
    let start = phrases.worksSentence(
      count: failing.count, of: works.windows.count,
      from: failing.map(\.notice.start).min().map(words.local),
      until: failing.map(\.notice.end).max().map(words.local))
    guard !failing.isEmpty else { return start }
    let grades: [Grade] = [.down, .degraded, .reducedRedundancy, .cannotTell]
    let hits = grades.compactMap { grade -> String? in
      let hit = works.users.filter { $0.worst == grade }
      guard !hit.isEmpty else { return nil }
      // What passes by itself is no reason to say that one work alone does it.
      let together = hit.count { effect in
        let spells = effect.spells.filter { $0.grade == grade }
        let lasting = spells.filter { !$0.isPassing }
        return (lasting.isEmpty ? spells : lasting).allSatisfy(\.isTogether)
      }
      return phrases.hitSentence(
        grade, count: hit.count, together: together, names: hit.map { names.name($0.vertex) })
    }
    let unknown = failing.count { !$0.unknown.isEmpty }
    return phrases.capitalised(start) + (hits.isEmpty ? phrases.nobodyIsHit : hits.joined())
      + (unknown == 0 ? "" : phrases.unknownObjects(unknown))
  }

  private var unknownBlocks: [Report.Block] {
    works.warnings.map { warning in
      let parts = [phrases.meaning(of: warning.code), warning.id, warning.message]
      return .finding(
        Report.Finding(
          severity: .warning, place: warning.place?.description,
          label: phrases.word(warning.severity),
          message: parts.compactMap(\.self).joined(separator: ": "), excerpt: [],
          hint: warning.hint))
    }
  }

  // MARK: - Works

  private var windowBlocks: [Report.Block] {
    guard !works.windows.isEmpty else { return [] }
    let rows = works.windows.enumerated().map { number, window in
      let status = phrases.word(window.notice.status).map { " (\($0))" } ?? ""
      return [
        phrases.number(number + 1),
        phrases.span(words.local(window.notice.start), words.local(window.notice.end)),
        words.by(window) + status, words.objects(window), phrases.word(window.notice.impact),
        phrases.reckoned(window),
        phrases.alone(counts(window.alone), isExpected: window.treatment == .out),
      ]
    }
    return [
      .heading(phrases.worksHeading),
      .table(Report.Table(names: phrases.worksColumns, rows: rows)),
    ]
  }

  private func counts(_ effects: [PlannedWorks.Effect]) -> [(Grade, Int)] {
    [Grade.down, .degraded, .reducedRedundancy, .cannotTell].compactMap { grade in
      let count = effects.count { $0.worst == grade }
      return count == 0 ? nil : (grade, count)
    }
  }

  // MARK: - Who is hit

  /// What users have in common that stand in one row.
  private struct Row: Hashable {
    let spell: PlannedWorks.Spell
  }

  private var hitBlocks: [Report.Block] {
    guard !works.users.isEmpty else { return [] }
    var users: [Row: [VertexID]] = [:]
    for effect in works.users {
      for spell in effect.spells { users[Row(spell: spell), default: []].append(effect.vertex) }
    }
    let rows = users.keys.sorted { left, right in
      let (one, other) = (left.spell, right.spell)
      if one.grade != other.grade { return one.grade > other.grade }
      if one.from != other.from { return one.from < other.from }
      return (users[left]?.first ?? VertexID(0)) < (users[right]?.first ?? VertexID(0))
    }.map { row in
      [
        phrases.effectWord(row.spell.grade),
        phrases.list(users[row, default: []].sorted().map(names.name), most: Report.mostNames),
        phrases.span(row.spell.from, row.spell.until),
        phrases.workNumbers(row.spell.windows, isTogether: row.spell.isTogether),
        phrases.remarks(on: row.spell, because: words.reasons(row.spell)),
      ]
    }
    return [
      .heading(phrases.hitHeading),
      .table(Report.Table(names: phrases.hitColumns, rows: rows)),
    ]
  }

  private var overlapBlocks: [Report.Block] {
    let items = works.overlaps.filter { !$0.effects.isEmpty }.map { overlap in
      Report.Item(
        phrases.overlapItem(overlap.windows, overlap.from, overlap.until),
        overlap.effects.flatMap { effect in
          effect.spells.map {
            Report.Item(phrases.togetherItem(names.named(effect.vertex), $0))
          }
        })
    }
    return items.isEmpty ? [] : [.heading(phrases.overlapHeading), .list(items)]
  }

  private var pointBlocks: [Report.Block] {
    let single = works.windows.enumerated().filter {
      $0.element.treatment == .out && !$0.element.newPoints.isEmpty
    }.map { number, window in
      Report.Item(phrases.workItem(number), window.newPoints.map(riskItem))
    }
    let joint = works.overlaps.filter { !$0.newPoints.isEmpty }.map { overlap in
      Report.Item(
        phrases.onlyOverlapItem(overlap.windows), overlap.newPoints.map(riskItem))
    }
    return single.isEmpty && joint.isEmpty
      ? [] : [.heading(phrases.newPointsHeading), .list(single + joint)]
  }

  private func riskItem(_ risk: NextFailure.Risk) -> Report.Item {
    Report.Item(
      phrases.riskItem(names.name(risk.vertex))
        + phrases.list(risk.causes.map(names.name), most: 6))
  }

  // MARK: - Whom to tell

  private var tellBlocks: [Report.Block] {
    guard !works.addressees.isEmpty else { return [] }
    let rows = works.addressees.map { addressee in
      [
        party(addressee),
        phrases.why(addressee.role, addressee.effects.map(\.worst).max() ?? .notAffected),
        people(addressee),
        addressee.windows.map { phrases.number($0 + 1) }.joined(separator: ", "),
      ]
    }
    return [
      .heading(phrases.tellHeading),
      .table(Report.Table(names: phrases.tellColumns, rows: rows)),
    ]
  }

  private func party(_ addressee: Addressee) -> String {
    addressee.party.map(names.party)
      ?? (addressee.role == .carrier ? phrases.carrierNotKnown : phrases.ownerNotRecorded)
  }

  private func people(_ addressee: Addressee) -> String {
    guard !addressee.people.isEmpty else { return phrases.noContactKnown }
    let texts = addressee.people.map { person in
      let lost = person.lost.map { id in compiled.vertex(of: id).map(names.name) ?? id }
      return name(person) + (lost.isEmpty ? "" : " (\(phrases.channelsLost(lost)))")
    }
    let through = addressee.through.map { " (\(phrases.contactThrough(names.party($0))))" } ?? ""
    return phrases.list(texts) + through
  }

  private func name(_ person: Addressee.Person) -> String {
    compiled.model.contacts.first { $0.id == person.contact }?.name?.text(in: names.language)
      ?? person.contact
  }

  private var messageBlocks: [Report.Block] {
    guard !works.addressees.isEmpty else { return [] }
    return [.heading(phrases.messagesHeading)]
      + works.addressees.flatMap { addressee -> [Report.Block] in
        let message = works.message(to: addressee, in: compiled, language: names.language)
        let organisation = party(addressee)
        let people = addressee.people.map(name)
        let recipients = people.isEmpty ? "" : ", " + phrases.list(people)
        return [
          .paragraph(phrases.messageTo(organisation + recipients)),
          .paragraph(phrases.subjectLine(message.subject)),
        ]
          + message.parts.map { part in
            switch part {
            case .text(let text): .paragraph(text)
            case .points(let points): .list(points.map { Report.Item($0) })
            }
          }
      }
  }

  // MARK: - Data

  private var data: Report.Table {
    let rows = works.users.flatMap { effect in
      effect.spells.map { spell in
        [
          names.id(effect.vertex), names.name(effect.vertex), spell.grade.key,
          spell.verdict.rawValue, spell.from.iso8601, spell.until?.iso8601 ?? "",
          spell.windows.map { String($0 + 1) }.joined(separator: " "),
          String(spell.isTogether), String(spell.isPassing),
          spell.because.joined(separator: " "),
        ]
      }
    }
    return Report.Table(
      names: [
        "id", "name", "grade", "verdict", "from", "until", "windows", "together", "passing",
        "because",
      ], rows: rows)
  }
}
