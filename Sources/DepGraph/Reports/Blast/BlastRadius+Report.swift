extension BlastRadius {
  /// The result of `blast` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - next: What must not fail next; nil: nobody asked.
  ///   - language: The language.
  /// - Returns: A headline, the course over time, whom it hits, and every list of the answer.
  /// - Complexity: that of eight blast radii, for the headline and the table over time.
  public func report(
    in compiled: CompiledModel, next: NextFailure? = nil, language: Language
  ) -> Report {
    BlastReporter(blast: self, next: next, compiled: compiled, language: language).report
  }
}

private struct BlastReporter {
  let blast: BlastRadius
  let next: NextFailure?
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases
  let overTime: BlastOverTime

  init(blast: BlastRadius, next: NextFailure?, compiled: CompiledModel, language: Language) {
    self.blast = blast
    self.next = next
    self.compiled = compiled
    names = DisplayNames(compiled: compiled, language: language)
    phrases = Phrases(language)
    overTime = BlastOverTime(of: blast, in: compiled)
  }

  var report: Report {
    let moments = TimeTable.columns.map { overTime.at($0) } + [overTime.at(nil)]
    var blocks: [Report.Block] = []
    let unknownExtent = blast.question.seeds.unknownExtent
    if !unknownExtent.isEmpty, !blast.failed.isEmpty {
      blocks.append(.paragraph(phrases.extentUnknown(phrases.list(unknownExtent))))
    }
    let (sentence, reason) = headline(moments)
    blocks += reason.map { [.paragraph($0)] } ?? []
    if !blast.failed.isEmpty {
      blocks += [
        .heading(phrases.timeHeading), .table(TimeTable(moments, overTime, phrases).table),
      ]
      if !moments.allSatisfy(\.isWhole) {
        blocks.append(.note(phrases.starNote))
      }
      blocks += [
        .paragraph(phrases.momentOfTables(blast.question.after)), .heading(phrases.impactHeading),
        .list(impact),
      ]
    }
    blocks += hitTables + splitBlocks + nextBlocks + untoldBlocks + bystanderBlocks
    let decisive =
      blast.failed
      + (blast.down + blast.degraded + blast.reducedRedundancy)
      .map(\.vertex)
    blocks += Provenance(names: names, phrases: phrases).blocks(decisive: decisive)
    return Report(
      title: phrases.blastTitle(subject), keySentence: sentence, blocks: blocks, data: data)
  }

  // MARK: - The headline

  private var subject: String {
    names.failure(of: blast.failed, written: blast.question.seeds.written)
  }

  private func headline(_ moments: [BlastOverTime.Moment]) -> (String, reason: String?) {
    let seeds = blast.question.seeds
    guard !blast.failed.isEmpty else {
      let isUnknown = !seeds.unknownExtent.isEmpty
      return (phrases.nothingFailed(phrases.list(seeds.written), isUnknown: isUnknown), nil)
    }
    let noun = overTime.countsUsers ? Phrases.user : Phrases.component
    if let after = blast.question.after {
      return (phrases.blastHeadline([overTime.at(after)], noun), nil)
    }
    let horizon = AgreedHorizon(for: blast.failed, in: compiled)
    var told = [overTime.at(horizon.after)]
    for moment in moments.suffix(2) where moment.after ?? .hours(9_999_999) > horizon.after {
      told.append(moment)
    }
    // "In the end" is worth saying only where three days are not the end.
    if told.count > 1, let last = told.last, last.isLike(told[told.count - 2]) { told.removeLast() }
    let contract = horizon.agreement.map { names.contract($0.contract) }
    return (
      phrases.blastHeadline(told, noun), phrases.horizonReason(horizon, contract: contract)
    )
  }

  // MARK: - Whom it hits

  private var impact: [Report.Item] {
    let told = blast.consequences
    let name = { (id: String) in compiled.vertex(of: id).map(names.name) ?? id }
    let counted = blast.countedUsers(in: compiled)
    let noun = overTime.countsUsers ? Phrases.user : Phrases.component
    let counts = [
      phrases.countItem(
        Phrases.organisation, certain: told.organisations.certain.map(names.party),
        possible: told.organisations.possible.map(names.party)),
      phrases.countItem(
        Phrases.ministry, certain: told.ministries.certain.map(names.party),
        possible: told.ministries.possible.map(names.party)),
      phrases.countItem(
        Phrases.sector, certain: told.sectors.certain.map(names.sector),
        possible: told.sectors.possible.map(names.sector)),
    ]
    if told.organisations.possible.isEmpty { return counts }
    return counts + phrases.amountItems(told, of: counted, noun, name)
  }

  // MARK: - Tables

  private var hitTables: [Report.Block] {
    let users = blast.down.filter { overTime.countsUsers && overTime.isCounted($0.vertex) }
    let others = blast.down.filter { !overTime.countsUsers || !overTime.isCounted($0.vertex) }
    let heading = overTime.countsUsers ? phrases.systemsDownHeading : phrases.downHeading
    return [
      (phrases.usersDownHeading, users), (heading, others),
      (phrases.degradedHeading, blast.degraded), (phrases.reducedHeading, blast.reducedRedundancy),
    ].flatMap { heading, hits in
      hits.isEmpty ? [] : [.heading("\(heading) (\(hits.count))"), .table(table(of: hits))]
    }
  }

  /// The networks that fall apart, with both halves.
  private var splitBlocks: [Report.Block] {
    guard !blast.networkSplits.isEmpty else { return [] }
    let items = blast.networkSplits.map { split in
      Report.Item(
        phrases.splitLine(
          network: split.network, down: (split.downNodes + split.downLinks).map(names.name)),
        split.parts.map { Report.Item(phrases.list($0.map(names.named))) })
    }
    return [.heading(phrases.splitHeading), .list(items)]
  }

  private func table(of hits: [BlastRadius.Hit]) -> Report.Table {
    let hasTimes = hits.contains { $0.after != nil }
    let showsFelt = blast.question.since != nil && hasTimes
    var columns = [Report.Table.Column(phrases.nameTitle), .init("Id"), .init(phrases.kindTitle)]
    if hasTimes { columns.append(.init(phrases.fromTitle)) }
    if showsFelt { columns.append(.init(phrases.feltTitle)) }
    columns.append(.init(phrases.certaintyTitle))
    let rows = hits.sorted(by: comesFirst).map { hit in
      let kind = compiled.component(hit.vertex).map { phrases.word($0.kind) } ?? ""
      var cells = [names.name(hit.vertex), names.id(hit.vertex), kind]
      if hasTimes { cells.append(phrases.after(hit.after)) }
      if showsFelt { cells.append(felt(hit)) }
      return cells + [phrases.word(of: hit, unknown: unknown(behind: hit))]
    }
    return Report.Table(columns: columns, rows: rows)
  }

  /// By time, then what is certain, then by id: whoever reads on reads ever less urgent things.
  private func comesFirst(_ left: BlastRadius.Hit, _ right: BlastRadius.Hit) -> Bool {
    let key = { (hit: BlastRadius.Hit) in
      (hit.after ?? .infinity, hit.verdict == .certain ? 0 : 1, hit.vertex)
    }
    return key(left) < key(right)
  }

  /// The names of what is unknown and could bring a hit down, without the hit itself.
  private func unknown(behind hit: BlastRadius.Hit) -> [String] {
    hit.couldBeDown.filter { $0 != names.id(hit.vertex) }.map(names.named)
  }

  private func felt(_ hit: BlastRadius.Hit) -> String {
    guard let since = blast.question.since, let felt = hit.felt else { return "" }
    return phrases.instant(since.advanced(by: felt))
  }

  private var untoldBlocks: [Report.Block] {
    var blocks: [Report.Block] = []
    let untold = blast.cannotTell
    if !blast.question.seeds.unknownExtent.isEmpty, !untold.isEmpty {
      blocks += [
        .heading("\(phrases.cannotTellHeading) (\(untold.count))")
      ]
      blocks += Report.Block.naming(
        phrases.untoldOfExtent(untold.count), untold.map { names.name($0.vertex) }, phrases)
    } else if !untold.isEmpty {
      blocks += [
        .heading("\(phrases.cannotTellHeading) (\(untold.count))"), .table(untoldTable),
      ]
    }
    if !blast.claimedIndependent.isEmpty {
      let sourced = blast.claimedIndependent.count { !$0.evidence.sources.isEmpty }
      let rows = blast.claimedIndependent.map { claim in
        let sources = claim.evidence.sources.map(names.source)
        return [
          names.named(claim.vertex), names.named(claim.of),
          sources.isEmpty ? phrases.noSource : phrases.list(sources),
          phrases.word(claim.coversTheFailure),
        ]
      }
      let columns = [
        phrases.nameTitle, phrases.independentOfTitle, phrases.sourceTitle, phrases.coversTitle,
      ]
      blocks += [
        .heading("\(phrases.claimedHeading(sourced: sourced, of: rows.count)) (\(rows.count))"),
        .table(.init(names: columns, rows: rows)),
      ]
    }
    return blocks
  }

  private var nextBlocks: [Report.Block] {
    guard let next else { return [] }
    let heading = Report.Block.heading("\(phrases.nextHeading) (\(next.risks.count))")
    if next.risks.isEmpty { return [heading, .paragraph(phrases.nothingNext)] }
    let rows = next.risks.map { risk in
      [
        names.name(risk.vertex), names.id(risk.vertex),
        phrases.list(risk.causes.map(names.named)),
      ]
    }
    return [
      heading,
      .table(.init(names: [phrases.nameTitle, "Id", phrases.nextCausesTitle], rows: rows)),
    ]
  }

  private var untoldTable: Report.Table {
    let rows = blast.cannotTell.map { untold in
      let causes = untold.because.map {
        $0 == names.id(untold.vertex) ? phrases.itself : names.named($0)
      }
      return [names.name(untold.vertex), names.id(untold.vertex), phrases.list(causes)]
    }
    return Report.Table(names: [phrases.nameTitle, "Id", phrases.cannotTellTitle], rows: rows)
  }

  private var bystanderBlocks: [Report.Block] {
    let bystanders = Bystanders(of: blast, in: compiled)
    var blocks: [Report.Block] = []
    if !bystanders.later.isEmpty {
      blocks += [
        .heading("\(phrases.laterHeading) (\(bystanders.later.count))"),
        .table(table(of: bystanders.later)),
      ]
    }
    let (holding, free) = (bystanders.holding, bystanders.notReached)
    if !holding.isEmpty {
      blocks.append(.heading("\(phrases.holdingHeading) (\(holding.count))"))
      blocks += Report.Block.naming(phrases.holding, holding.map(names.name), phrases)
    }
    if !free.isEmpty {
      blocks.append(.heading("\(phrases.notReachedHeading) (\(free.count))"))
      blocks += Report.Block.naming(phrases.notReached(free.count), free.map(names.name), phrases)
    }
    return blocks
  }

  /// One row for each component of the answer, with the keys of the JSON result.
  private var data: Report.Table {
    let seconds = { (time: Double?) in time.map(phrases.plain) ?? "" }
    let row = { (vertex: VertexID, grade: Grade, hit: BlastRadius.Hit?, because: [String]) in
      [
        names.id(vertex), names.name(vertex),
        compiled.component(vertex)?.kind.rawValue ?? "common-cause", grade.key,
        seconds(hit?.after), hit?.verdict.rawValue ?? "", hit?.atLeast.key ?? "",
        seconds(hit?.felt), because.joined(separator: " "),
      ]
    }
    let graded = [
      (Grade.down, blast.down), (.degraded, blast.degraded),
      (.reducedRedundancy, blast.reducedRedundancy),
    ]
    let rows =
      graded.flatMap { grade, hits in hits.map { row($0.vertex, grade, $0, []) } }
      + blast.cannotTell.map { row($0.vertex, .cannotTell, nil, $0.because) }
    return Report.Table(
      names: ["id", "name", "kind", "grade", "after", "verdict", "atLeast", "felt", "because"],
      rows: rows)
  }
}
