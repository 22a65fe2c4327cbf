extension WorstFailures {
  /// The result of `worst` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model that was searched.
  ///   - language: The language.
  /// - Returns: The worst set in a sentence, all of them in a table, and who falls only by them.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    WorstFailureReporter(
      worst: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language)
    ).report
  }
}

private struct WorstFailureReporter {
  let worst: WorstFailures
  let names: DisplayNames
  let phrases: Phrases

  private var question: WorstFailures.Question { worst.question }

  var report: Report {
    Report(
      title: phrases.worstTitle(order: question.order, question.measure),
      keySentence: keySentence,
      blocks: (worst.sets.isEmpty ? [] : [.table(table)]) + together + notes
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: Set(worst.sets.flatMap(\.causes)).sorted()),
      data: data)
  }

  private var keySentence: String {
    let end = phrases.worstBound(worst)
    guard let first = worst.sets.first else { return end }
    let causes = phrases.list(first.causes.map(names.named))
    return phrases.worstSentence(causes, first, question.measure) + " " + end
  }

  // MARK: - The sets

  private var table: Report.Table {
    let isCount = ![.people, .casualties, .economic].contains(question.measure)
    var columns: [Report.Table.Column] = [
      .init("", .right), .init(phrases.failingTitle), .init(phrases.consumersTitle, .right),
      .init(phrases.processesTitle, .right), .init(phrases.organisationsTitle, .right),
      .init(isCount ? phrases.peopleTitle : phrases.title(of: question.measure), .right),
    ]
    let showsTogether = worst.sets.contains { !$0.onlyTogether.isEmpty }
    if showsTogether { columns.append(.init(phrases.togetherTitle, .right)) }
    let measure = isCount ? HarmMeasure.people : question.measure
    return Report.Table(
      columns: columns,
      rows: worst.sets.enumerated().map { number, set in
        let cells = [
          phrases.number(number + 1), phrases.list(set.causes.map(names.named)),
          count(set.consumers), count(set.processes),
          count(
            .init(
              certain: set.consequences.organisations.certain.count,
              possible: set.consequences.organisations.possible.count)),
          phrases.range(set.consequences[range: measure], measure, of: set.users.possible),
        ]
        return showsTogether ? cells + [phrases.number(set.onlyTogether.count)] : cells
      })
  }

  private func count(_ count: WorstFailures.Count) -> String {
    phrases.cell(count.certain, count.possible)
  }

  /// Who falls only by the combination: what no list of single points shows.
  ///
  /// Sets with the same ones stand together.
  private var together: [Report.Block] {
    var groups: [(users: [VertexID], numbers: [String])] = []
    for (number, set) in worst.sets.enumerated() where !set.onlyTogether.isEmpty {
      let text = phrases.number(number + 1)
      if let same = groups.firstIndex(where: { $0.users == set.onlyTogether }) {
        groups[same].numbers.append(text)
      } else {
        groups.append((set.onlyTogether, [text]))
      }
    }
    let items = groups.map { group in
      Report.Item(
        phrases.list(group.numbers) + ": ", naming: group.users.map(names.named), phrases)
    }
    return items.isEmpty ? [] : [.heading(phrases.togetherHeading), .list(items)]
  }

  // MARK: - What to keep in mind

  private var notes: [Report.Block] {
    var notes: [Report.Block] = []
    if !worst.sets.isEmpty {
      notes.append(
        .note(
          phrases.worstNote(question.reading)))
    }
    if !worst.withoutNumber.isEmpty {
      notes += Report.Block.naming(
        phrases.countedAsNothing(question.measure), worst.withoutNumber.map(names.named), phrases)
    }
    let userCount = names.compiled.vertices(ofKinds: [.process, .consumer]).count
    if userCount > 1, worst.untellable.count == userCount {
      notes.append(.paragraph(phrases.allMayFallToo(userCount)))
    } else if !worst.untellable.isEmpty {
      notes += Report.Block.naming(
        phrases.mayFallToo, worst.untellable.map(names.named), phrases)
    }
    return notes
  }

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    let rows = worst.sets.enumerated().map { number, set in
      let people = set.consequences.people
      let isKnown = people.hasNumber(among: set.users.possible)
      return [
        String(number + 1), ids(set.causes), phrases.plain(set.value),
        String(set.consumers.possible), String(set.processes.possible),
        String(set.consequences.organisations.possible.count),
        isKnown ? phrases.plain(people.low) : "", isKnown ? phrases.plain(people.high) : "",
        ids(set.onlyTogether),
      ]
    }
    return Report.Table(
      names: [
        "rank", "causes", "value", "consumers", "processes", "organisations", "peopleLow",
        "peopleHigh", "onlyTogether",
      ], rows: rows)
  }
}

extension Consequences {
  /// The sum that a measure in numbers is about; people for one that counts.
  subscript(range measure: HarmMeasure) -> Range {
    switch measure {
    case .casualties: casualties
    case .economic: economic
    default: people
    }
  }
}
