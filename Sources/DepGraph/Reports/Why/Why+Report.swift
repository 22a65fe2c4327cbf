extension Why {
  /// The result of `why` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: The chain of causes as a tree, or what keeps the target up.
  /// - Complexity: that of a few blast radii, for the grade and how sure it is.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    WhyReporter(
      why: self, compiled: compiled,
      names: DisplayNames(compiled: compiled, language: language), phrases: Phrases(language)
    ).report
  }
}

private struct WhyReporter {
  let why: Why
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  var report: Report {
    let target = names.named(why.target)
    let seeds = names.failure(of: why.seeds.vertices, written: why.seeds.written)
    let blocks =
      why.grade == .down
      ? chain : supports + way(target: target) + unknown
    let decisive = [why.target] + why.seeds.vertices + (why.way ?? [])
    return Report(
      title: phrases.whyTitle(target, seeds: seeds), keySentence: sentence(target, seeds),
      blocks: blocks
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: Set(decisive).union(elements).sorted()),
      data: data)
  }

  private func sentence(_ target: String, _ seeds: String) -> String {
    if why.seeds.vertices.contains(why.target) { return phrases.whyItself(target) }
    let grade = why.answeredGrade(in: compiled)
    let isMany = why.seeds.vertices.count > 1
    let when = phrases.when(seeds, isMany: isMany)
    guard grade == .down else { return phrases.whyNotDown(target, when: when, grade) }
    let isCertain =
      Why(why.target, after: why.seeds, in: compiled, reading: .certain).grade == .down
    return phrases.whyDown(
      target, when: when, reading: why.reading, verdict: isCertain ? .certain : .possible)
  }

  // MARK: - Why it is down

  private var chain: [Report.Block] {
    guard let explanation = why.explanation else { return [] }
    return [
      .heading(phrases.chainHeading), .list([item(explanation)]), .note(phrases.chainNote),
    ]
  }

  private func item(_ cause: Why.Cause) -> Report.Item {
    let name = names.named(cause.vertex)
    if cause.because.isEmpty {
      let isSeed = why.seeds.vertices.contains(cause.vertex)
      return Report.Item(isSeed ? phrases.theFailureItself(name) : name)
    }
    return Report.Item(
      phrases.fallsBecause(name, location: cause.location, count: cause.because.count),
      cause.because.map(item))
  }

  private var elements: [VertexID] {
    func all(_ cause: Why.Cause) -> [VertexID] { [cause.vertex] + cause.because.flatMap(all) }
    return why.explanation.map(all) ?? []
  }

  // MARK: - Why it is not

  private var supports: [Report.Block] {
    guard !why.stillUpBecause.isEmpty else { return [] }
    let items = why.stillUpBecause.map { support in
      Report.Item(
        phrases.holds(
          names.named(support.owner), location: support.location,
          lost: phrases.list(support.lost.map(names.named)),
          holding: support.holding.isEmpty
            ? nil : phrases.list(support.holding.map(names.named))))
    }
    return [.heading(phrases.holdsHeading), .list(items)]
  }

  private func way(target: String) -> [Report.Block] {
    guard let way = why.way else { return [.paragraph(phrases.noWay(target))] }
    return [
      .heading(phrases.wayHeading),
      .paragraph(way.map(names.named).joined(separator: " → ")),
    ]
  }

  /// What is not known about the target, where that is why it cannot be told.
  private var unknown: [Report.Block] {
    var question = BlastRadius.Question(why.seeds)
    question.reading = why.reading
    let blast = BlastRadius(question, in: compiled)
    guard let untold = blast.cannotTell.first(where: { $0.vertex == why.target }) else {
      return []
    }
    // That it is itself what is not known stands in the sentence at the top.
    if untold.because == [names.id(why.target)] { return [] }
    return [.paragraph(phrases.untold(phrases.list(untold.because.map(names.named))))]
  }

  private var data: Report.Table {
    func rows(_ cause: Why.Cause, depth: Int) -> [[String]] {
      let row = [
        "cause", String(depth), names.id(cause.vertex), names.name(cause.vertex), cause.location,
        "", "",
      ]
      return [row] + cause.because.flatMap { rows($0, depth: depth + 1) }
    }
    let held = why.stillUpBecause.map { support in
      [
        "holds", "", names.id(support.owner), names.name(support.owner), support.location,
        support.lost.map(names.id).joined(separator: " "),
        support.holding.map(names.id).joined(separator: " "),
      ]
    }
    return Report.Table(
      names: ["role", "depth", "id", "name", "location", "lost", "holding"],
      rows: (why.explanation.map { rows($0, depth: 0) } ?? []) + held)
  }
}
