extension OpenQuestions {
  /// The questions for people: a list to tick off for each owner.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: How many questions there are, and for each owner whom to ask what.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    let names = DisplayNames(compiled: compiled, language: language)
    let phrases = Phrases(language)
    let wording = QuestionWording(names: names, phrases: phrases)
    var blocks: [Report.Block] = []
    for sheet in sheets {
      let title = sheet.owner.map { names.party($0) } ?? phrases.nobodyTitle
      blocks.append(.heading("\(title) (\(phrases.number(sheet.questions.count)))"))
      blocks.append(.paragraph(wording.whomToAsk(sheet)))
      blocks.append(.list(sheet.questions.map { .init("☐ " + wording.sentence($0)) }))
    }
    let decisive = sheets.flatMap(\.questions).compactMap { compiled.vertex(of: $0.subject) }
    return Report(
      title: phrases.openQuestionsTitle,
      keySentence: phrases.questionsSentence(
        count, owners: sheets.count { $0.owner != nil },
        withoutOwner: sheets.first { $0.owner == nil }?.questions.count ?? 0),
      blocks: blocks
        + Provenance(names: names, phrases: phrases).blocks(decisive: Array(Set(decisive)).sorted()),
      data: data(wording))
  }

  private func data(_ wording: QuestionWording) -> Report.Table {
    Report.Table(
      names: ["owner", "contacts", "kind", "key", "subject", "users", "question", "answer"],
      rows: sheets.flatMap { sheet in
        sheet.questions.map { question in
          [
            sheet.owner ?? "", sheet.contacts.joined(separator: " "), question.kind.word,
            question.kind.key ?? "", question.subject,
            question.users.map(wording.names.id).joined(separator: " "),
            wording.sentence(question), "",
          ]
        }
      })
  }

  /// The questions for machines.
  ///
  /// - Parameter compiled: The model that was asked about.
  /// - Returns: The owners with their contacts and questions.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    [
      "count": .integer(count),
      "owners": .array(
        sheets.map { sheet in
          [
            "owner": .text(sheet.owner), "contacts": .texts(sheet.contacts),
            "questions": .array(
              sheet.questions.map { question in
                [
                  "kind": .string(question.kind.word), "key": .text(question.kind.key),
                  "subject": .string(question.subject),
                  "users": .texts(question.users.map(compiled.table.id)),
                ]
              }),
          ]
        }),
    ]
  }
}

/// Puts questions into words.
private struct QuestionWording {
  let names: DisplayNames
  let phrases: Phrases

  private var model: Model { names.compiled.model }

  func whomToAsk(_ sheet: OpenQuestions.Sheet) -> String {
    let contacts = sheet.contacts.map { id in
      model.contacts.first { $0.id == id }?.name?.text(in: phrases.language) ?? id
    }
    return sheet.owner == nil
      ? phrases.askForOwner : contacts.isEmpty ? phrases.noContact : phrases.askThese(contacts)
  }

  func sentence(_ question: OpenQuestions.Question) -> String {
    let subject = name(of: question.subject)
    let text = phrases.question(question.kind, subject)
    let note = question.kind == .confirmation ? remark(on: question.subject) : nil
    let hanging =
      question.users.isEmpty ? "" : " " + phrases.hanging(question.users.map(names.name))
    return text + (note.map { " \($0)" } ?? "") + hanging
  }

  private func name(of id: String) -> String {
    if names.compiled.vertex(of: id) != nil { return names.named(id) }
    if model.contracts.contains(where: { $0.id == id }) { return names.contract(id) }
    let contact = model.contacts.first { $0.id == id }?.name?.text(in: phrases.language)
    return contact.map { "\($0) (\(id))" } ?? id
  }

  /// What is written about an assumption: the note of the thing, or what it is assumed to need.
  private func remark(on id: String) -> String? {
    if let contract = model.contracts.first(where: { $0.id == id }) {
      let notes = [contract.note] + contract.targets.map(\.note)
      let texts = notes.compactMap { $0?.text(in: phrases.language) }
      return texts.isEmpty ? nil : texts.joined(separator: " ")
    }
    guard let component = names.compiled.vertex(of: id).flatMap(names.compiled.component) else {
      return nil
    }
    let assumed = (component.requires.references + component.degradesWithout)
      .filter { $0.evidence.basis.isUncertain }.map { names.named($0.target) }
    let note =
      component.evidence.basis.isUncertain ? component.note?.text(in: phrases.language) : nil
    let needs = assumed.isEmpty ? nil : phrases.assumedNeeds(assumed)
    let parts = [note, needs].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }
}
