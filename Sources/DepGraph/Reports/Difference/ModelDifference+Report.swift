extension ModelDifference {
  /// The result of `diff` for people.
  ///
  /// - Parameters:
  ///   - before: The earlier model.
  ///   - after: The later model.
  ///   - language: The language.
  /// - Returns: The sentence for a change board, what differs, and what that does.
  /// - Complexity: O(*n* log *n*) for what differs.
  public func report(
    from before: CompiledModel, to after: CompiledModel, language: Language
  ) -> Report {
    let reporter = DifferenceReporter(difference: self, before, after, language)
    return Report(
      title: reporter.phrases.differenceTitle(
        before.model.name?.text(in: language), after.model.name?.text(in: language)),
      keySentence: DifferenceSentence(self, before, after, language).text,
      blocks: reporter.blocks, data: reporter.data)
  }

  /// The sentence about the change for those who decide on it.
  ///
  /// - Parameters:
  ///   - before: The earlier model.
  ///   - after: The later model.
  ///   - language: The language.
  /// - Returns: One sentence.
  /// - Complexity: O(*n* log *n*) for what differs.
  public func sentence(
    from before: CompiledModel, to after: CompiledModel, language: Language
  ) -> String {
    DifferenceSentence(self, before, after, language).text
  }
}

/// Whether something came, went or changed.
enum DifferenceMark: String {
  case added, removed, changed
}

/// Makes the report of a difference, a block for each matter.
struct DifferenceReporter {
  /// The most rows of a table; the others are counted.
  static let mostRows = 40

  let difference: ModelDifference
  let before: CompiledModel
  let after: CompiledModel
  let phrases: Phrases
  let words: FactWords

  init(
    difference: ModelDifference, _ before: CompiledModel, _ after: CompiledModel,
    _ language: Language
  ) {
    self.difference = difference
    self.before = before
    self.after = after
    phrases = Phrases(language)
    words = FactWords(
      before: DisplayNames(compiled: before, language: language),
      after: DisplayNames(compiled: after, language: language), phrases: phrases)
  }

  var blocks: [Report.Block] {
    factBlocks + pointBlocks + availabilityBlocks + failureBlocks + alternativeBlocks
      + unknownBlocks + findingBlocks + remarkBlocks + provenance
  }

  // MARK: - Facts

  private var factBlocks: [Report.Block] {
    let found = difference.facts
    var rows = found.added.map { row(.added, $0, "") }
    rows += found.removed.map { row(.removed, $0, "") }
    rows += found.changed.flatMap { changed in
      changed.changes.filter { !$0.name.key.isRemark }.map {
        row(.changed, changed.subject, words.sentence($0))
      }
    }
    guard !rows.isEmpty else { return [] }
    let table = Report.Table(
      names: [
        phrases.pick("Wat", "What"), phrases.kindTitle, phrases.nameTitle,
        phrases.pick("Verandering", "Change"),
      ], rows: Array(rows.prefix(Self.mostRows)))
    return [.heading(phrases.pick("Feiten", "Facts")), .table(table)] + more(rows.count)
      + renameBlocks
  }

  private func row(_ mark: DifferenceMark, _ subject: FactSubject, _ text: String) -> [String] {
    let name = words.name(subject)
    let shown = name == subject.id || subject.id.isEmpty ? name : "\(name) (\(subject.id))"
    return [
      phrases.word(mark), phrases.noun(Phrases.noun(for: subject.kind), for: 1), shown, text,
    ]
  }

  private var renameBlocks: [Report.Block] {
    let items = difference.facts.renames.map { rename in
      Report.Item(
        phrases.rename(rename, from: rename.before.id, to: rename.after.id))
    }
    return items.isEmpty ? [] : [.paragraph(phrases.renamesIntroduction), .list(items)]
  }

  /// That rows were left out.
  func more(_ count: Int) -> [Report.Block] {
    count > Self.mostRows ? [.note(phrases.andMore(count - Self.mostRows))] : []
  }

  /// A table under a heading; nothing where there are no rows.
  func section(_ heading: String, _ columns: [String], _ rows: [[String]]) -> [Report.Block] {
    guard !rows.isEmpty else { return [] }
    return [
      .heading(heading),
      .table(Report.Table(names: columns, rows: Array(rows.prefix(Self.mostRows)))),
    ] + more(rows.count)
  }

  // MARK: - Where it comes from

  private var remarkBlocks: [Report.Block] {
    let remarks = difference.facts.remarks
    guard !remarks.isEmpty else { return [] }
    return [.note(phrases.remarksDiffer(remarks.map { words.name($0.subject) }))]
  }

  private var provenance: [Report.Block] {
    let line = { (compiled: CompiledModel, title: String) in
      Report.Item(
        title
          + phrases.modelLine(
            name: compiled.model.name?.text(in: phrases.language), asOf: compiled.model.asOf,
            basis: compiled.model.basis, components: compiled.model.components.count,
            digest: compiled.model.digest, isFictional: compiled.model.basis == .fictional))
    }
    var items = [
      line(before, phrases.pick("Eerst. ", "Before. ")),
      line(after, phrases.pick("Daarna. ", "After. ")),
    ]
    let marks = [before, after].compactMap { phrases.line($0.model.marking) }
    if let marking = phrases.markingLine(
      marks.isEmpty ? nil : Set(marks).inByteOrder.joined(separator: "; "), components: [])
    {
      items.append(Report.Item(marking))
    }
    return [
      .note(phrases.differenceNote(difference.question)), .heading(phrases.provenanceTitle),
      .list(items),
    ]
  }
}
