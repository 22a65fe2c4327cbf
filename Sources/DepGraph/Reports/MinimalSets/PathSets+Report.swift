extension PathSets {
  /// The result of `pathsets` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - language: The language.
  /// - Returns: How many ways there are to keep the target up or to bring it back, and the first of
  ///   them.
  /// - Complexity: O(*n* log *n*) for *n* ids.
  public func report(in compiled: CompiledModel, language: Language) -> Report {
    PathSetReporter(
      paths: self, names: DisplayNames(compiled: compiled, language: language),
      phrases: Phrases(language)
    ).report
  }
}

private struct PathSetReporter {
  let paths: PathSets
  let names: DisplayNames
  let phrases: Phrases

  private var target: VertexID { paths.question.target }
  private var isRepair: Bool { paths.failed != nil }

  var report: Report {
    let name = names.named(target)
    return Report(
      title: isRepair ? phrases.bringBackTitle(name) : phrases.pathSetsTitle(name),
      keySentence: keySentence,
      blocks: cheapestBlocks + setBlocks + countBlocks + notes
        + Provenance(names: names, phrases: phrases).blocks(
          decisive: Set(paths.sets.flatMap(\.elements) + [target]).sorted()),
      data: data)
  }

  private var keySentence: String {
    let first = paths.sets.first.map { $0.elements.map(names.name) }
    guard let failed = paths.failed else {
      return phrases.pathSetsSentence(paths, name: names.name(target), first: first)
    }
    return phrases.bringBackSentence(
      paths, name: names.name(target), failure: failed.vertices.map(names.name), first: first)
  }

  // MARK: - What takes least

  private var cheapestBlocks: [Report.Block] {
    guard let cheapest = paths.cheapest, cheapest.leastTotal.elements.count > 0 else { return [] }
    let what = { (found: PathSets.Found) in self.phrases.list(found.elements.map(self.names.named))
    }
    var items = [
      Report.Item(
        phrases.leastTotal(what(cheapest.leastTotal), seconds: cheapest.leastTotal.totalTime ?? 0))
    ]
    items.append(
      Report.Item(
        phrases.leastLongest(
          what(cheapest.leastLongest), seconds: cheapest.leastLongest.longestTime ?? 0)))
    return [.heading(phrases.cheapestHeading), .list(items)]
  }

  // MARK: - The sets

  private var setBlocks: [Report.Block] {
    guard paths.sets.contains(where: { !$0.elements.isEmpty }) else { return [] }
    let showsTimes = paths.sets.contains { $0.totalTime != nil }
    var columns: [Report.Table.Column] = [
      .init("", .right), .init(isRepair ? phrases.repairTogetherTitle : phrases.workTogetherTitle),
    ]
    if showsTimes {
      columns += [.init(phrases.totalTimeTitle, .right), .init(phrases.longestTimeTitle, .right)]
    }
    let rows = paths.sets.enumerated().map { number, found in
      let rest = found.elements.filter { !common.contains($0) }
      let cells = [
        phrases.number(number + 1),
        rest.isEmpty ? phrases.nothingElse : phrases.list(rest.map(names.named)),
      ]
      guard showsTimes else { return cells }
      return cells
        + [found.totalTime, found.longestTime].map { time in
          time.map { phrases.duration($0) } ?? "?"
        }
    }
    let listed = phrases.listed(paths.sets.count, of: paths.counts)
    return [
      .heading(isRepair ? phrases.bringBackHeading : phrases.pathSetsHeading)
    ] + Report.Block.always(common.map(names.named), phrases) + [
      .table(Report.Table(columns: columns, rows: rows))
    ] + (listed.map { [.note($0)] } ?? [])
  }

  /// What is in every set, where all are listed: it stands there once.
  private var common: [VertexID] {
    guard paths.isTruncated == false, paths.sets.count > 1, let first = paths.sets.first else {
      return []
    }
    return first.elements.filter { element in
      paths.sets.allSatisfy { $0.elements.contains(element) }
    }
  }

  private var countBlocks: [Report.Block] {
    guard paths.counts.orders.contains(where: { $0 > 0 }) else { return [] }
    let table = SetCountTable(counts: paths.counts, phrases: phrases)
    let more = phrases.notCounted(
      upTo: paths.countedUpTo, hasLarger: paths.hasLarger, isComplete: paths.isComplete)
    return [.heading(phrases.pathSetCountsHeading), .table(table.table)]
      + (more.map { [.note($0)] } ?? [])
  }

  private var notes: [Report.Block] {
    var blocks: [Report.Block] = []
    if isRepair {
      blocks.append(.note(phrases.bringBackNote))
      if !paths.withoutTime.isEmpty {
        blocks += Report.Block.naming(
          phrases.withoutRepairTime, paths.withoutTime.map(names.named), phrases)
      }
    }
    return blocks
      + OpenEndsReporter(openEnds: paths.openEnds, names: names, phrases: phrases).blocks
  }

  private var data: Report.Table {
    let rows = paths.sets.enumerated().map { number, found in
      [
        "\(number + 1)", "\(found.elements.count)",
        found.elements.map(names.id).joined(separator: " "), phrases.plain(found.totalTime),
        phrases.plain(found.longestTime),
      ]
    }
    return Report.Table(
      names: ["rank", "size", "set", "totalTime", "longestTime"], rows: rows)
  }
}

extension Report.Block {
  /// What is needed in any case; nothing where there is nothing.
  fileprivate static func always(_ names: [String], _ phrases: Phrases) -> [Report.Block] {
    names.isEmpty ? [] : naming(phrases.neededAlways, names, phrases)
  }
}
