extension CutSets {
  /// The result of `cutsets` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: How many ways there are to lose the target, and the first of them.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    CutSetReporter(
      cuts: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

extension CutSets {
  /// Whether no figure, need or shared value is missing that could make another set the likeliest.
  var allFiguresAreKnown: Bool { openEnds.withoutFigure.isEmpty && !openEnds.areThere }
}

private struct CutSetReporter {
  let cuts: CutSets
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  var report: Report {
    Report(
      title: phrases.cutSetsTitle(names.named(cuts.question.target)), keySentence: keySentence,
      blocks: countBlocks + setBlocks + ownFailure + openEnds
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive),
      data: data)
  }

  private var decisive: [VertexID] {
    Set(cuts.sets.flatMap(\.elements) + [cuts.question.target]).sorted()
  }

  private var keySentence: String {
    phrases.cutSetsSentence(
      cuts, name: names.name(cuts.question.target),
      first: cuts.sets.first.map { $0.elements.map(names.name) })
  }

  private var countBlocks: [Report.Block] {
    guard !cuts.counts.orders.isEmpty else { return [] }
    let table = SetCountTable(counts: cuts.counts, phrases: phrases)
    let more = phrases.notCounted(
      upTo: cuts.countedUpTo, hasLarger: cuts.hasLarger, isComplete: cuts.areAllCounted)
    return [.heading(phrases.cutSetCountsHeading), .table(table.table)]
      + (more.map { [.note($0)] } ?? [])
  }

  private var ownFailure: [Report.Block] {
    let target = cuts.question.target
    guard compiled.isSeedOfSearches(target) else { return [] }
    return [.note(phrases.failsByItselfToo(names.name(target)))]
  }

  // MARK: - The sets

  private var showsProbability: Bool {
    cuts.sets.contains { $0.likelihood.probability != nil }
  }

  private var showsShare: Bool { cuts.sets.contains { cuts.share(of: $0) != nil } }

  private var setBlocks: [Report.Block] {
    guard !cuts.sets.isEmpty else { return bound }
    var columns: [Report.Table.Column] = [.init("", .right), .init(phrases.failTogetherTitle)]
    if showsProbability {
      columns.append(.init(phrases.shareOfTimeTitle, .right))
      if showsShare { columns.append(.init(phrases.shareTitle, .right)) }
    }
    let showsVerdict = cuts.sets.contains { !$0.isCertain }
    if showsVerdict { columns.append(.init(phrases.verdictTitle)) }
    let rows = cuts.sets.enumerated().map { number, found in
      var cells = [
        phrases.number(number + 1), phrases.list(found.elements.map(names.named)),
      ]
      if showsProbability {
        cells.append(phrases.rounded(found.likelihood.probability))
        if showsShare { cells.append(phrases.rounded(cuts.share(of: found))) }
      }
      if showsVerdict { cells.append(phrases.word(found.verdict)) }
      return cells
    }
    return [
      .heading(
        phrases.cutSetsHeading(cuts.question.ranking, allKnown: cuts.allFiguresAreKnown)),
      .table(Report.Table(columns: columns, rows: rows)),
    ] + listed + figures + bound
  }

  private var listed: [Report.Block] {
    phrases.listed(cuts.sets.count, of: cuts.counts).map { [.note($0)] } ?? []
  }

  /// What figures rest on.
  private var figures: [Report.Block] {
    guard showsProbability else { return [] }
    let likelihoods = cuts.sets.map(\.likelihood).filter { $0.probability != nil }
    return phrases.figuresNote(
      restOnPromises: likelihoods.contains(where: \.restsOnPromises),
      areAssumed: likelihoods.contains(where: \.isAssumed)
    ).map { [.note($0)] } ?? []
  }

  private var bound: [Report.Block] {
    if cuts.isTruncated == false, cuts.hasLarger == false { return [] }
    return [
      .note(
        phrases.leftOut(
          atMost: cuts.leftOutAtMost, withoutFigure: cuts.openEnds.withoutFigure.count))
    ]
  }

  private var openEnds: [Report.Block] {
    OpenEndsReporter(openEnds: cuts.openEnds, names: names, phrases: phrases).blocks
  }

  private var data: Report.Table {
    let rows = cuts.sets.enumerated().map { number, found in
      let probability = found.likelihood.probability
      let share = cuts.share(of: found)
      return [
        "\(number + 1)", "\(found.elements.count)",
        found.elements.map(names.id).joined(separator: " "), found.verdict.rawValue,
        phrases.plain(probability?.low), phrases.plain(probability?.high),
        phrases.plain(share?.low), phrases.plain(share?.high),
      ]
    }
    return Report.Table(
      names: [
        "rank", "size", "set", "verdict", "probabilityLow", "probabilityHigh", "shareLow",
        "shareHigh",
      ], rows: rows)
  }
}

/// How many sets there are of each size, as a table.
struct SetCountTable {
  /// The most sizes of which each has a row.
  private static let mostRows = 20

  let counts: CountsBySize
  let phrases: Phrases

  /// - Complexity: O(*s* log *s*) for *s* sizes.
  var table: Report.Table {
    let orders = counts.orders
    var rows = orders.prefix(Self.mostRows).map { order in
      [phrases.number(order), phrases.digits(counts.decimal(of: order))]
    }
    if orders.count > Self.mostRows {
      let larger = orders[Self.mostRows..<orders.count]
      rows.append(["\(phrases.number(larger.first ?? 0))–\(phrases.number(larger.last ?? 0))", "…"])
    }
    return Report.Table(
      columns: [.init(phrases.sizeTitle, .right), .init(phrases.waysTitle, .right)], rows: rows)
  }
}

/// Says what is not known of that on which a component rests.
struct OpenEndsReporter {
  let openEnds: OpenEnds
  let names: DisplayNames
  let phrases: Phrases

  /// - Complexity: O(*n*) for *n* names.
  var blocks: [Report.Block] {
    var blocks: [Report.Block] = []
    if !openEnds.unknown.isEmpty {
      blocks += Report.Block.naming(
        phrases.moreForNeeds, openEnds.unknown.map(names.named), phrases)
    }
    if !openEnds.independenceNotShown.isEmpty {
      blocks.append(.paragraph(phrases.mayShareValues(openEnds.independenceNotShown)))
    }
    return blocks
  }
}
