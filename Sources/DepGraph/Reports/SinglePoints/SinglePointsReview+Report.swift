extension SinglePointsReview {
  /// The result of `spof` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: The targets with their single points, the ranking, the groups, the redundancy in
  ///   name only, the networks, and the proofs.
  /// - Complexity: O(*n* log *n*) for what it holds.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    SinglePointsReporter(
      review: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

private struct SinglePointsReporter {
  let review: SinglePointsReview
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  /// The most causes in the ranking that people read; all are in the results for machines.
  private static let mostRanked = 15

  private var targets: [SinglePoints.Target] { review.singlePoints.targets }

  var report: Report {
    let redundancy = RedundancyReporter(
      review: review, compiled: compiled, names: names, phrases: phrases)
    let blocks =
      targetBlocks + rankingBlocks + groupBlocks + redundancy.blocks + networkBlocks
      + ProofReporter(review: review, targets: targets, names: names, phrases: phrases).blocks
    let decisive = Set(
      targets.flatMap { [$0.vertex] + $0.points.map(\.vertex) }
        + review.singlePoints.ranking.prefix(Self.mostRanked).map(\.vertex))
    return Report(
      title: phrases.spofTitle(
        review.isNarrowed && targets.count <= 3 ? targets.map { names.named($0.vertex) } : []),
      keySentence: sentence,
      blocks: blocks
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive.sorted()),
      data: data)
  }

  private var sentence: String {
    let widest = review.singlePoints.ranking.first { $0.consumers + $0.processes > 0 }
    return phrases.spofSentence(
      hit: targets.count { !$0.points.isEmpty },
      onlyPossible: targets.count { target in
        !target.points.isEmpty && !target.points.contains { $0.verdict == .certain }
      },
      unknown: targets.count { target in
        target.points.isEmpty && review.isOpen(target)
      }, of: targets.count,
      areUsers: targets.allSatisfy { compiled.component($0.vertex)?.isUser == true },
      widest: widest.map { (names.named($0.vertex), $0.consumers + $0.processes) },
      widestComponents: review.singlePoints.ranking.first?.components ?? 0)
  }

  // MARK: - Targets

  private var targetBlocks: [Report.Block] {
    guard !targets.isEmpty else { return [] }
    let showsUnknown = targets.contains(where: review.isOpen)
    var titles = [phrases.nameTitle, phrases.robustnessTitle, phrases.spofsTitle]
    if showsUnknown { titles.append(phrases.unknownNeedsTitle) }
    let rows = targets.map { target in
      var cells = [
        names.name(target.vertex),
        phrases.robustness(
          target.robustness, isAtMost: review.isOpen(target),
          isCertain: target.points.isEmpty || target.points.contains { $0.verdict == .certain }),
        points(of: target),
      ]
      if showsUnknown { cells.append(unknown(about: target)) }
      return cells
    }
    return [
      .heading(phrases.spofTargetsHeading), .table(.init(names: titles, rows: rows)),
      .note(phrases.spofTargetsNote(hasUnknown: showsUnknown)),
    ]
  }

  private func points(of target: SinglePoints.Target) -> String {
    if target.points.isEmpty {
      return review.isOpen(target) ? phrases.noSpofKnown : phrases.noSpof
    }
    let named = { (verdict: Verdict) in
      target.points.filter { $0.verdict == verdict }.map { names.name($0.vertex) }
        .joined(separator: ", ")
    }
    let parts = [named(.certain), phrases.possibly(named(.possible))]
    return parts.filter { !$0.isEmpty }.joined(separator: "; ")
  }

  /// What is not known: what things need, and whether alternatives share something.
  private func unknown(about target: SinglePoints.Target) -> String {
    let others = target.unknown.filter { $0 != target.vertex }
    let needs = phrases.unknownNeeds(
      isItself: target.unknown.contains(target.vertex), others: others.map(names.name))
    let keys = review.doubts[target.vertex, default: []]
    return ([needs] + keys.map(phrases.doubtAbout)).filter { !$0.isEmpty }
      .joined(separator: "; ")
  }

  // MARK: - Ranking

  private var rankingBlocks: [Report.Block] {
    let ranking = review.singlePoints.ranking
    guard !ranking.isEmpty else { return [] }
    let shown = ranking.prefix(Self.mostRanked)
    let rows = shown.map { rank -> [String] in
      let users = rank.consumers + rank.processes
      return [
        names.named(rank.vertex), type(of: rank.vertex), phrases.number(rank.consumers),
        phrases.number(rank.processes),
        phrases.number(rank.consequences.organisations.possible.count),
        phrases.people(rank.consequences.people, counted: users),
        phrases.number(rank.components),
      ]
    }
    let titles = [phrases.causeTitle, phrases.kindTitle]
    let counts = [
      phrases.consumersTitle, phrases.processesTitle, phrases.organisationsTitle,
      phrases.peopleTitle, phrases.allComponentsTitle,
    ]
    let columns =
      titles.map { Report.Table.Column($0) } + counts.map { Report.Table.Column($0, .right) }
    return [
      .heading(phrases.rankingHeading), .table(Report.Table(columns: columns, rows: rows)),
      .note(phrases.rankingNote(rest: ranking.count - shown.count)),
    ]
  }

  private func type(of vertex: VertexID) -> String {
    compiled.component(vertex).map { phrases.word($0.kind) } ?? phrases.commonCause
  }

  // MARK: - Groups

  /// Which targets fall with a group; nobody only where all its members are known.
  private func targets(of group: GroupFailure) -> String {
    guard group.targets.isEmpty else { return phrases.list(group.targets.map(names.name)) }
    return group.isComplete ? "–" : phrases.notKnown
  }

  private var groupBlocks: [Report.Block] {
    GroupFailure.Kind.allCases.flatMap { kind -> [Report.Block] in
      let groups = review.groups.filter { $0.kind == kind }
      guard !groups.isEmpty else { return [] }
      let rows = groups.map { group -> [String] in
        let name = kind == .contract ? names.contract(group.name) : names.party(group.name)
        let atLeast = { (count: Int) in phrases.count(count, isComplete: group.isComplete) }
        return [
          name,
          group.members.isEmpty
            ? phrases.notKnown : phrases.list(group.members.map(names.name)),
          atLeast(group.consumers), atLeast(group.processes),
          targets(of: group),
        ]
      }
      return [
        .heading(phrases.groupHeading(kind)),
        .table(
          .init(
            names: [
              phrases.groupTitle(kind), phrases.membersTitle, phrases.consumersTitle,
              phrases.processesTitle, phrases.fallingTitle,
            ], rows: rows)),
        .note(phrases.groupNote(hasUnknown: groups.contains { !$0.isComplete })),
      ]
    }
  }

  // MARK: - Networks

  private var networkBlocks: [Report.Block] {
    guard !review.networks.isEmpty else { return [] }
    let items = review.networks.map { network in
      let splits = (network.articulationPoints + network.bridges).map { split in
        Report.Item(
          phrases.split(
            names.named(split.vertex), parts: split.parts.map { $0.map(names.name) }))
      }
      return Report.Item(
        phrases.networkLine(
          network.network, nodes: network.nodeCount, links: network.linkCount,
          parts: network.parts.count, articulationPoints: network.articulationPoints.count,
          bridges: network.bridges.count), splits)
    }
    return [.heading(phrases.networksHeading), .list(items), .note(phrases.networksNote)]
  }

  // MARK: - Data

  private var data: Report.Table {
    let rows = targets.flatMap { target -> [[String]] in
      let robustness = target.robustness
      let start = [
        names.id(target.vertex), names.name(target.vertex),
        robustness.order.map(String.init) ?? "", robustness.atLeast.map(String.init) ?? "",
        target.unknown.map(names.id).joined(separator: " "),
      ]
      if target.points.isEmpty { return [start + ["", "", "", ""]] }
      return target.points.map { point in
        start + [
          names.id(point.vertex), names.name(point.vertex),
          compiled.component(point.vertex) == nil ? "common-cause" : "component",
          point.verdict.rawValue,
        ]
      }
    }
    return Report.Table(
      names: [
        "target", "targetName", "robustness", "robustnessAtLeast", "unknown", "spof", "spofName",
        "type", "verdict",
      ], rows: rows)
  }
}
