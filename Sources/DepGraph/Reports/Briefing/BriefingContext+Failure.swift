/// What falls, and which single things take several organisations with them.
extension BriefingContext {
  // MARK: - 1: who is out, in which order, and when that is too long

  var failureChapter: BriefingChapter {
    guard let blast = found.blast, !blast.failed.isEmpty else {
      return BriefingChapter(
        1,
        lacking: .init(
          missing: phrases.gapFailure, who: "", keys: "components, requires, briefing: failure"))
    }
    var chapter = BriefingChapter(1)
    let report = blast.report(in: compiled, language: language)
    chapter.conclusion = ([names.withoutIDs(report.keySentence)] + asOne + [firstTooLong(blast)])
      .compactMap(\.self).joined(separator: " ")
    chapter.blocks = cut(effects(blast), to: 40, in: "blast.csv")
    if !hasTolerances(blast) {
      chapter.blocks.append(.note(phrases.noTolerances))
      let down = blast.down.map(\.vertex).filter(isUser)
      if !down.isEmpty {
        chapter.gap = .init(
          missing: phrases.noTolerance, who: parties.whoKnows(Array(down.prefix(40))),
          keys: "components: mtpd")
      }
    }
    chapter.figures = ["blast"]
    chapter.results = ["blast", "register"]
    chapter.isAlarming = !blast.down.isEmpty
    return chapter
  }

  /// That what is built twice and falls with the failure counts as one.
  private var asOne: [String] {
    let failed = Set(found.blast?.failed ?? [])
    let same = (found.singlePoints?.falseRedundancy ?? []).filter { redundancy in
      redundancy.causes.contains { failed.contains($0.vertex) }
    }
    // Best those that share the cause themselves, and not through what they rest on.
    let direct = same.first { redundancy in
      redundancy.causes.contains { cause in
        let sharers = Set(compiled.dependencies.users(of: cause.vertex))
        return failed.contains(cause.vertex) && sharers.isSuperset(of: redundancy.members)
      }
    }
    guard let first = direct ?? same.first else { return [] }
    return [
      phrases.countsAsOne(
        first.members.map(names.name), cause: failed.sorted().map(names.name),
        others: same.count - 1)
    ]
  }

  /// Who bears the outage for the shortest, with when that is over.
  private func firstTooLong(_ blast: BlastRadius) -> String? {
    let limits = blast.down.filter { isUser($0.vertex) }.compactMap { hit in
      tolerated(hit.vertex).map { (at: (hit.after ?? 0) + $0, vertex: hit.vertex) }
    }
    guard let first = limits.min(by: { ($0.at, $0.vertex) < ($1.at, $1.vertex) }) else {
      return nil
    }
    return phrases.firstTooLong(names.name(first.vertex), after: phrases.hoursLong(first.at))
  }

  private func hasTolerances(_ blast: BlastRadius) -> Bool {
    blast.down.contains { isUser($0.vertex) && tolerated($0.vertex) != nil }
  }

  private func tolerated(_ vertex: VertexID) -> Double? {
    compiled.component(vertex)?.continuity.maximumTolerablePeriod?.seconds
  }

  /// Whether something is a process or a consumer; in a model without either, anything is.
  func isUser(_ vertex: VertexID) -> Bool {
    !hasUsers || compiled.component(vertex)?.isUser == true
  }

  /// Who is hit, by ministry, then by when and how sure.
  private func effects(_ blast: BlastRadius) -> Report.Table {
    struct Line {
      let ministry: String
      let order: (Int, Double, VertexID)
      let cells: [String]
    }
    let parties = Consequences.parties(of: model)
    let ministry = { (vertex: VertexID) -> String in
      let owner = compiled.component(vertex)?.owner
      return Consequences.ministry(of: owner, in: parties).map(names.party) ?? phrases.noMinistry
    }
    let hits = [(0, blast.down), (1, blast.degraded)].flatMap { kind, hits in
      hits.filter { isUser($0.vertex) }.map { hit -> Line in
        let limit = kind == 0 ? tolerated(hit.vertex) : nil
        let too = limit.map { phrases.hoursLong((hit.after ?? 0) + $0) }
        return Line(
          ministry: ministry(hit.vertex), order: (kind, hit.after ?? 0, hit.vertex),
          cells: [
            names.name(hit.vertex), phrases.effect(isDown: kind == 0), phrases.word(hit.verdict),
            phrases.after(hit.after), too ?? (kind == 0 ? phrases.notKnown : "–"),
          ])
      }
    }
    let untold = blast.cannotTell.filter { isUser($0.vertex) }.map { untold in
      Line(
        ministry: ministry(untold.vertex), order: (2, 0, untold.vertex),
        cells: [names.name(untold.vertex), phrases.word(Grade.cannotTell), "?", "?", "?"])
    }
    let lines = (hits + untold).sorted { left, right in
      left.ministry == right.ministry ? left.order < right.order : left.ministry < right.ministry
    }
    return Report.Table(
      columns: phrases.effectColumns.map { .init($0) },
      rows: lines.map { [$0.ministry] + $0.cells })
  }

  // MARK: - 2: single points of failure

  var singlePointsChapter: BriefingChapter {
    guard let review = found.singlePoints else {
      return BriefingChapter(
        2,
        lacking: .init(
          missing: phrases.gapUsers, who: "", keys: "components: kind: process / consumer"))
    }
    var chapter = BriefingChapter(2)
    let wide = review.singlePoints.ranking.filter { organisations($0) > 1 }
    let shared = wide.filter { compiled.component($0.vertex) == nil }
    let widest = wide.max { organisations($0) < organisations($1) }
    chapter.conclusion =
      phrases.widePoints(
        certain: wide.count { $0.consequences.organisations.certain.count > 1 },
        possible: wide.count, shared: shared.count, widest: widest.map { names.name($0.vertex) },
        organisations: (
          widest?.consequences.organisations.certain.count ?? 0, widest.map(organisations) ?? 0
        ))
      + (cutSentence.map { " " + $0 } ?? "")
    if !wide.isEmpty {
      chapter.blocks = cut(points(wide), in: "spof.json") + [.note(phrases.widePointsNote)]
    }
    chapter.blocks += sharedBlocks(review)
    chapter.figures = ["spof", "cutsets"]
    chapter.results = ["spof"] + (found.cutSets == nil ? [] : ["cutsets"])
    chapter.isAlarming = !wide.isEmpty
    return chapter
  }

  private func organisations(_ rank: SinglePoints.Rank) -> Int {
    rank.consequences.organisations.possible.count
  }

  private func points(_ ranks: [SinglePoints.Rank]) -> Report.Table {
    let sorted = ranks.enumerated().sorted { left, right in
      let counts = (organisations(left.element), organisations(right.element))
      return counts.0 == counts.1 ? left.offset < right.offset : counts.0 > counts.1
    }.map(\.element)
    return Report.Table(
      columns: zip(phrases.widePointColumns, 0...).map { .init($0, $1 < 2 ? .left : .right) },
      rows: sorted.map { rank in
        let counts = rank.consequences.organisations
        let kind = compiled.component(rank.vertex).map { phrases.word($0.kind) }
        return [
          names.name(rank.vertex), kind ?? phrases.commonCause,
          phrases.certainOfAll(counts.certain.count, counts.possible.count),
          phrases.number(rank.consumers + rank.processes),
          phrases.people(rank.consequences.people, counted: rank.consumers + rank.processes),
        ]
      })
  }

  /// How few things together stop the most critical user that the failure hits.
  private var cutSentence: String? {
    guard let cuts = found.cutSets else { return nil }
    let count = cuts.areAllCounted ? cuts.counts.totalCount : nil
    let single = cuts.sets.count { $0.elements.count == 1 }
    let pairs = cuts.sets.count { $0.elements.count == 2 }
    return phrases.cutSentence(
      names.name(cuts.question.target), single: single, pairs: pairs,
      all: count.map { "\($0)" }, isListedWhole: cuts.sets.count < cuts.question.listLimit)
  }

  /// What looks double and falls with one thing.
  private func sharedBlocks(_ review: SinglePointsReview) -> [Report.Block] {
    guard !review.falseRedundancy.isEmpty else { return [] }
    let rows = review.falseRedundancy.map { redundancy in
      [
        names.name(redundancy.owner), phrases.list(redundancy.members.map(names.name), most: 4),
        phrases.list(
          (redundancy.causes + redundancy.defeatingMembers).map { names.name($0.vertex) }, most: 3),
      ]
    }
    return [.heading(phrases.falseRedundancyHeading)]
      + cut(
        Report.Table(columns: phrases.falseRedundancyColumns.map { .init($0) }, rows: rows), to: 8,
        in: "spof.json")
  }
}
