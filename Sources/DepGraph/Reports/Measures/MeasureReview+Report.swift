extension MeasureReview {
  /// The result of `measures` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: How far the measures are in a table, and for each that changes something what.
  /// - Complexity: O(*n* log *n*) for *n* measures and changes.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    let reporter = reporter(in: compiled, language: language)
    let ids = measures.flatMap { $0.measure.adds + $0.measure.removes }
    return Report(
      title: reporter.phrases.measuresTitle, keySentence: reporter.sentence,
      blocks: reporter.blocks
        + Provenance(names: reporter.names, phrases: reporter.phrases)
        .blocks(decisive: Set(ids.compactMap(compiled.vertex(of:))).sorted()),
      data: reporter.data)
  }

  /// The same without where it comes from: a part of a longer report.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The blocks, the first of them a heading.
  /// - Complexity: O(*n* log *n*) for *n* measures and changes.
  public func blocks(in compiled: CompiledModel, language: Language) -> [Report.Block] {
    let reporter = reporter(in: compiled, language: language)
    return [.heading(reporter.phrases.measuresTitle), .paragraph(reporter.sentence)]
      + reporter.blocks
  }

  private func reporter(in compiled: CompiledModel, language: Language) -> MeasureReporter {
    MeasureReporter(
      review: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language))
  }
}

private struct MeasureReporter {
  let review: MeasureReview
  let names: DisplayNames
  let phrases: Phrases

  /// The most rows of a table; the others are counted.
  private static let mostRows = 20

  var sentence: String { phrases.measuresSentence(MeasureCounts(review.measures)) }

  var blocks: [Report.Block] {
    guard !review.measures.isEmpty else { return [] }
    return [.table(table)] + review.measures.flatMap(details)
      + [.note(phrases.measuresNote(day: review.day))]
  }

  private func text(_ entry: MeasureReview.Entry) -> String {
    entry.measure.text?.text(in: names.language) ?? entry.measure.id
  }

  private var table: Report.Table {
    Report.Table(
      names: phrases.measureColumns,
      rows: review.measures.map { entry in
        [
          text(entry), entry.measure.owner.map(names.party) ?? phrases.notWrittenDown,
          phrases.word(entry.status, as: entry.measure.status),
          phrases.word(entry.timing, due: entry.measure.due), phrases.word(entry.effect),
        ]
      })
  }

  /// What a measure changes, and what to keep in mind of it.
  private func details(_ entry: MeasureReview.Entry) -> [Report.Block] {
    var remarks: [String] = []
    if entry.isCountedAlready { remarks.append(phrases.countedAlready) }
    if entry.isStillHeld { remarks.append(phrases.stillHeld) }
    let isGone = entry.status == .done && !entry.missingRemoves.isEmpty
    let missing = entry.missingAdds + (isGone ? [] : entry.missingRemoves)
    if !missing.isEmpty { remarks.append(phrases.missingParts(missing)) }
    var changes: [MeasureChange] = []
    if case .changes(let found) = entry.effect { changes = found }
    guard !remarks.isEmpty || !changes.isEmpty else { return [] }
    var blocks: [Report.Block] = [.heading(text(entry))]
    blocks += remarks.map { .paragraph($0) }
    guard !changes.isEmpty else { return blocks }
    blocks.append(.table(table(of: changes)))
    if changes.count > Self.mostRows {
      blocks.append(.note(phrases.andMore(changes.count - Self.mostRows)))
    }
    return blocks
  }

  private func table(of changes: [MeasureChange]) -> Report.Table {
    let hasChances = review.question.wantsAvailability
    let rows = changes.prefix(Self.mostRows).map { change in
      [
        name(change.user), phrases.pointChange(change, name), phrases.robustnessChange(change),
        phrases.outageChange(change),
      ] + (hasChances ? [phrases.unavailabilityChange(change)] : [])
    }
    return Report.Table(
      names: phrases.changeColumns + (hasChances ? [phrases.unavailabilityTitle] : []),
      rows: rows)
  }

  private func name(_ id: String) -> String {
    names.compiled.vertex(of: id).map(names.name) ?? id
  }

  var data: Report.Table {
    let points = { (state: MeasureChange.State?) in
      (state?.points ?? []).map(\.id).joined(separator: " ")
    }
    let number = { (value: Double?) in value.map { $0.isFinite ? phrases.plain($0) : "" } ?? "" }
    let rows = review.measures.flatMap { entry -> [[String]] in
      let start = [
        entry.measure.id, entry.status.rawValue, entry.timing.key,
        entry.measure.due?.description ?? "", entry.measure.owner ?? "", entry.effect.key,
      ]
      guard case .changes(let changes) = entry.effect, !changes.isEmpty else {
        return [start + ["", "", "", "", "", "", ""]]
      }
      return changes.map { change in
        start + [
          change.user, points(change.before), points(change.after),
          change.before?.robustness.map { String($0) } ?? "",
          change.after?.robustness.map { String($0) } ?? "",
          number(change.before?.longestOutage), number(change.after?.longestOutage),
        ]
      }
    }
    return Report.Table(
      names: [
        "measure", "status", "timing", "due", "owner", "effect", "user", "spofsBefore",
        "spofsAfter", "robustnessBefore", "robustnessAfter", "outageBefore", "outageAfter",
      ], rows: rows)
  }
}
