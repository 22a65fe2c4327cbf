extension Hardening {
  /// The result of `harden` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was asked about.
  ///   - language: The language.
  /// - Returns: The best change in a sentence, all of them in a table.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    HardeningReporter(
      hardening: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

private struct HardeningReporter {
  let hardening: Hardening
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  private var before: Hardening.Tally { hardening.before }
  private var isWeighed: Bool { hardening.question.weight != .spofs }

  var report: Report {
    let decisive = hardening.options.flatMap { option -> [VertexID] in
      let parts = option.change.parts(in: compiled)
      return parts.of + (parts.component.map { [$0] } ?? [])
    }
    return Report(
      title: phrases.hardenTitle(hardening.question.weight), keySentence: keySentence,
      blocks: (hardening.options.isEmpty ? [] : [.table(table)]) + notes
        + Provenance(names: names, phrases: phrases).blocks(decisive: Set(decisive).sorted()),
      data: data)
  }

  private var keySentence: String {
    let stopped = hardening.isComplete ? "" : " " + phrases.hardenStopped
    guard let best = hardening.options.first else {
      return phrases.nothingToHarden(
        before.singlePoints, targets: hardening.targets.count,
        isComplete: hardening.isComplete, lackNumbers: !hardening.withoutNumber.isEmpty)
    }
    return order(best) + phrases.takesAway(before, best.after, isWeighed: isWeighed)
      + phrases.freed(best.freed.map(names.name)) + stopped
  }

  private func order(_ option: Hardening.Option) -> String {
    phrases.order(option.change, option.change.parts(in: compiled), names)
  }

  private var table: Report.Table {
    var columns: [Report.Table.Column] = [
      .init("", .right), .init(phrases.changeTitle), .init(phrases.takenTitle, .right),
      .init(phrases.leftTitle, .right),
    ]
    if isWeighed { columns.append(.init(phrases.weightTitle(hardening.question.weight), .right)) }
    columns.append(.init(phrases.freedTitle))
    return Report.Table(
      columns: columns,
      rows: hardening.options.enumerated().map { number, option in
        let taken = before.singlePoints - option.after.singlePoints
        let share = (before.weight - option.after.weight) / before.weight
        let freed = option.freed.map(names.name)
        return [
          phrases.number(number + 1), order(option), phrases.number(taken),
          phrases.number(option.after.singlePoints),
        ] + (isWeighed ? [phrases.percentage(share)] : [])
          + [freed.isEmpty ? "–" : phrases.list(freed)]
      })
  }

  private var notes: [Report.Block] {
    var notes: [Report.Block] = []
    if !hardening.options.isEmpty {
      notes.append(
        .note(
          phrases.hardenNote(
            before, targets: hardening.targets.count, changes: hardening.changeCount,
            hardening.question.reading)))
    }
    if !hardening.withoutNumber.isEmpty {
      notes += Report.Block.naming(
        phrases.weighsNothing, hardening.withoutNumber.map(names.named), phrases)
    }
    if hardening.untellable.count > 1, hardening.untellable.count == hardening.targets.count {
      notes.append(.paragraph(phrases.allMayHaveMore(hardening.targets.count)))
    } else if !hardening.untellable.isEmpty {
      notes += Report.Block.naming(
        phrases.mayHaveMore, hardening.untellable.map(names.named), phrases)
    }
    return notes
  }

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    let rows = hardening.options.enumerated().map { number, option in
      let parts = option.change.parts(in: compiled)
      let after = option.after
      return [
        String(number + 1), option.change.kind, parts.component.map(names.id) ?? "",
        parts.requirement ?? "", ids(parts.of), ids(parts.sharers), String(before.singlePoints),
        String(after.singlePoints), phrases.plain(before.weight), phrases.plain(after.weight),
        String(before.exposed), String(after.exposed), ids(option.freed),
      ]
    }
    return Report.Table(
      names: [
        "rank", "kind", "component", "requirement", "of", "sharers", "singlePointsBefore",
        "singlePointsAfter", "weightBefore", "weightAfter", "exposedBefore", "exposedAfter",
        "freed",
      ], rows: rows)
  }
}
