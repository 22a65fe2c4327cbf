extension Availability {
  /// The result of `availability` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  ///   - withImportance: Whether everything that matters is listed for each component.
  ///   - budget: What a contract would have to promise, if that was asked.
  /// - Returns: The components with how often they are down, what has no figure, what they are down
  ///   by, and whose promises it rests on.
  /// - Complexity: O(*n* log *n*) for what it holds.
  public func report(
    in compiled: CompiledModel, language: Language, withImportance: Bool,
    budget: PromiseBudget? = nil
  ) -> Report {
    AvailabilityReporter(
      answer: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language),
      withImportance: withImportance, budget: budget
    ).report
  }
}

private struct AvailabilityReporter {
  let answer: Availability
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases
  let withImportance: Bool
  let budget: PromiseBudget?

  /// The most things without a figure, and the most causes of one target, that people read.
  private static let mostRows = 10
  /// Causes are listed unasked for no more targets than this.
  private static let mostDetailed = 3

  private var targets: [Availability.Target] { answer.targets }

  var report: Report {
    let causes = targets.compactMap { $0.mostImportant?.vertex }
    return Report(
      title: phrases.availabilityTitle(
        answer.question.targets != nil && targets.count <= 3
          ? targets.map { names.named($0.vertex) } : []),
      keySentence: budget.map(budgetSentence) ?? sentence,
      blocks: targetBlocks + boundBlocks + unknownBlocks + causeBlocks + promiseBlocks
        + [.note(phrases.availabilityNote(answer.question.reading))]
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: Set(targets.map(\.vertex) + causes).sorted()),
      data: data)
  }

  // MARK: - In one sentence

  private func budgetSentence(_ budget: PromiseBudget) -> String {
    let assumed = Set(targets.flatMap(\.assumed))
    if !assumed.isEmpty { return phrases.noFigureWhereAssumed(assumed.count, worst: nil) }
    return phrases.budgetSentence(
      budget, name: names.named(budget.target), contract: names.contract(budget.contract))
  }

  private var sentence: String {
    guard
      let worst = targets.max(by: { left, right in
        (left.unavailability.high, right.vertex) < (right.unavailability.high, left.vertex)
      })
    else { return phrases.noUsersToAskAbout }
    let areUsers = targets.allSatisfy { compiled.component($0.vertex)?.isUser == true }
    if targets.allSatisfy(\.isUnknown) {
      return phrases.availabilityUnknown(
        targets.count, areUsers: areUsers, name: names.named(targets[0].vertex))
    }
    guard worst.assumed.isEmpty else {
      return phrases.noFigureWhereAssumed(
        worst.assumed.count, worst: targets.count > 1 ? names.named(worst.vertex) : nil)
    }
    let first = phrases.downtimeSentence(
      names.named(worst.vertex), worst, isWorst: targets.count > 1,
      asFarAsKnown: targets.contains(where: \.isLeast))
    let unknown = Set(targets.flatMap(\.unknown))
    let needs = Set(targets.flatMap(\.unknownNeeds))
    return first
      + phrases.leastSentence(
        targets.count { $0.isLeast && !$0.isUnknown }, unknown: targets.count(where: \.isUnknown),
        of: targets.count, figures: unknown.count, needs: needs.count)
  }

  // MARK: - Targets

  private var targetBlocks: [Report.Block] {
    let known = targets.filter { !$0.isUnknown }
    let unknown = targets.filter(\.isUnknown).map { names.named($0.vertex) }
    let rest =
      unknown.isEmpty || targets.count == 1
      ? [] : Report.Block.naming(phrases.nothingKnownOf, unknown, phrases)
    // Where nothing is known of anybody, the first sentence says so.
    guard !known.isEmpty else { return [] }
    let rows = known.map { target in
      [
        names.name(target.vertex),
        target.assumed.isEmpty ? phrases.availability(target) : phrases.restsOnAssumption,
        target.assumed.isEmpty ? phrases.downtime(target) : "–",
        phrases.figures(
          target.figureCount, promised: target.promised.count, assumed: target.assumed.count,
          unknown: target.unknown.count),
        target.mostImportant.map { names.name($0.vertex) } ?? "–",
      ]
    }
    let columns: [Report.Table.Column] = [
      .init(phrases.nameTitle), .init(phrases.availabilityColumn, .right),
      .init(phrases.downtimeColumn, .right), .init(phrases.figuresColumn),
      .init(phrases.mostDueColumn),
    ]
    return [
      .heading(phrases.availabilityHeading), .table(Report.Table(columns: columns, rows: rows)),
    ] + rest
  }

  private var boundBlocks: [Report.Block] {
    let bounded = targets.filter { $0.limit != nil }
    guard !bounded.isEmpty else { return [] }
    return [.heading(phrases.boundsHeading)]
      + Report.Block.naming(phrases.boundsOf, bounded.map { names.named($0.vertex) }, phrases)
  }

  // MARK: - What is not known

  private var unknownBlocks: [Report.Block] {
    let figures = ranked(targets.map(\.unknown)) { compiled.component($0) == nil }
    let needs = ranked(targets.map(\.unknownNeeds)) { _ in false }
    return missing(phrases.unknownFiguresHeading, figures)
      + missing(phrases.unknownNeedsHeading, needs)
  }

  /// Things that are not known, each with the number of targets that it matters for.
  private func missing(
    _ heading: String, _ elements: [(vertex: VertexID, count: Int)]
  ) -> [Report.Block] {
    guard !elements.isEmpty else { return [] }
    let items = elements.prefix(Self.mostRows).map { element in
      Report.Item(
        phrases.missing(
          names.named(element.vertex), element.count, of: targets.count,
          isShared: compiled.component(element.vertex) == nil))
    }
    let rest = elements.count - items.count
    return [
      .heading("\(heading) (\(phrases.number(elements.count)))"),
      .list(items + (rest > 0 ? [Report.Item(phrases.andMore(rest))] : [])),
    ]
  }

  /// What stands in some lists: by whether it comes first, how many lists it stands in, and id.
  private func ranked(
    _ lists: [[VertexID]], isFirst: @escaping (VertexID) -> Bool
  ) -> [(vertex: VertexID, count: Int)] {
    var counts: [VertexID: Int] = [:]
    for element in lists.joined() { counts[element, default: 0] += 1 }
    func key(_ vertex: VertexID) -> (Int, Int, VertexID) {
      (isFirst(vertex) ? 0 : 1, -counts[vertex, default: 0], vertex)
    }
    let sorted = counts.keys.sorted { key($0) < key($1) }
    return sorted.map { ($0, counts[$0, default: 0]) }
  }

  // MARK: - What it is due to

  private var causeBlocks: [Report.Block] {
    guard withImportance || targets.count <= Self.mostDetailed else { return [] }
    return targets.filter { !$0.causes.isEmpty }.flatMap { target -> [Report.Block] in
      let shown = target.causes.prefix(Self.mostRows)
      let rest = target.causes.count - shown.count
      return [
        .heading(phrases.causesHeading(names.name(target.vertex))),
        .table(causeTable(shown)),
      ] + (rest > 0 ? [.note(phrases.andMore(rest))] : [])
    } + [.note(phrases.importanceNote(withCutSets: answer.question.wantsCutSetImportance))]
  }

  private func causeTable(_ causes: ArraySlice<Availability.Cause>) -> Report.Table {
    let showsCutSets = answer.question.wantsCutSetImportance
    var columns: [Report.Table.Column] = [
      .init(phrases.causeTitle), .init(phrases.ownDowntimeColumn, .right),
      .init(phrases.criticalityColumn, .right), .init("RAW", .right), .init("RRW", .right),
      .init("Birnbaum", .right), .init(phrases.diagnosticColumn, .right),
    ]
    if showsCutSets { columns.append(.init("Fussell–Vesely", .right)) }
    let rows = causes.map { cause -> [String] in
      let measures = cause.importance
      // Of what is not known, only what its failure would mean can be told.
      let isKnown = cause.probability != nil
      let cells = [
        names.named(cause.vertex),
        cause.probability.map { phrases.share($0) } ?? phrases.notKnown,
        isKnown ? phrases.share(measures.criticality) : "–", phrases.factor(measures.raw),
        isKnown ? phrases.factor(measures.rrw) : "–", phrases.twoDigits(measures.birnbaum),
        isKnown ? phrases.share(measures.diagnostic) : "–",
      ]
      return showsCutSets
        ? cells + [measures.fussellVesely.map { phrases.share($0) } ?? "–"] : cells
    }
    return Report.Table(columns: columns, rows: rows)
  }

  // MARK: - Promises

  private var promiseBlocks: [Report.Block] {
    guard !answer.promises.isEmpty else { return [] }
    let items = answer.promises.prefix(Self.mostRows).map { promise in
      Report.Item(
        phrases.promised(
          names.contract(promise.contract), promise.unavailability, names.named(promise.element)))
    }
    let rest = answer.promises.count - items.count
    return [
      .heading("\(phrases.promisesHeading) (\(phrases.number(answer.promises.count)))"),
      .list(items + (rest > 0 ? [Report.Item(phrases.andMore(rest))] : [])),
    ]
  }

  // MARK: - Data

  private var data: Report.Table {
    let ids = { (vertices: [VertexID]) in vertices.map(names.id).joined(separator: " ") }
    let rows = targets.map { target -> [String] in
      let (low, high) = (target.unavailability.low, target.unavailability.high)
      let year = Availability.secondsPerYear
      return [
        names.id(target.vertex), names.name(target.vertex), phrases.plain(low),
        phrases.plain(high), String(target.isLeast), String(target.limit == nil),
        phrases.plain(low * year), phrases.plain(high * year), ids(target.unknown),
        ids(target.unknownNeeds), ids(target.promised), ids(target.assumed),
        target.mostImportant.map { names.id($0.vertex) } ?? "",
      ]
    }
    return Report.Table(
      names: [
        "target", "targetName", "unavailabilityLow", "unavailabilityHigh", "lowerBound", "exact",
        "downtimePerYearLow", "downtimePerYearHigh", "unknown", "unknownNeeds", "fromPromises",
        "assumed", "mostImportant",
      ], rows: rows)
  }
}
