extension FaultTreeReview {
  /// The result of `faulttree` for people.
  ///
  /// - Parameters:
  ///   - trees: The fault trees it was asked of.
  ///   - language: The language.
  /// - Returns: For each top how many minimal cut sets it has, the first of them, how likely it is
  ///   and what matters.
  /// - Complexity: O(*n*) for what it holds.
  public func report(of trees: FaultTrees, language: Language) -> Report {
    FaultTreeReporter(review: self, trees: trees, phrases: Phrases(language)).report
  }
}

private struct FaultTreeReporter {
  let review: FaultTreeReview
  let trees: FaultTrees
  let phrases: Phrases

  var report: Report {
    let sentences = review.tops.map { phrases.faultTreeSentence($0, review.question) }
    let isOne = review.tops.count == 1
    return Report(
      title: phrases.faultTreeTitle(review.tops.map(\.gate.name)),
      keySentence: isOne
        ? sentences.joined() : phrases.faultTreesSentence(review.tops.count),
      blocks: zip(review.tops, sentences).flatMap { top, sentence in
        isOne
          ? blocks(of: top) : [.heading(top.gate.name), .paragraph(sentence)] + blocks(of: top)
      }, data: review.question.wantsImportance ? importanceData : setData)
  }

  private func name(_ event: EventID) -> String {
    trees.events[event.index].label ?? trees.events[event.index].name
  }

  private func blocks(of top: FaultTreeReview.Top) -> [Report.Block] {
    var blocks: [Report.Block] = []
    if let counts = top.cutSets?.counts, !counts.orders.isEmpty {
      let rows = counts.orders.map { order in
        [phrases.number(order), phrases.digits(counts.decimal(of: order))]
      }
      blocks += [
        .heading(phrases.byOrderHeading),
        .table(
          .init(
            columns: [.init(phrases.orderTitle, .right), .init(phrases.setCountTitle, .right)],
            rows: rows)),
      ]
    }
    blocks += setBlocks(of: top) + importanceBlocks(of: top)
    if top.isCoherent == false { blocks.append(.note(phrases.notCoherentNote)) }
    if !top.withoutProbability.isEmpty {
      blocks.append(.note(phrases.withoutProbabilityNote(top.withoutProbability.map(name))))
    }
    return blocks
  }

  private func setBlocks(of top: FaultTreeReview.Top) -> [Report.Block] {
    guard let sets = top.cutSets, !sets.sets.isEmpty else { return [] }
    let rows = sets.sets.enumerated().map { number, set in
      [
        phrases.number(number + 1), set.map(name).joined(separator: ", "),
        probability(of: set).map(phrases.significant) ?? "–",
      ]
    }
    let table = Report.Table(
      columns: [
        .init("", .right), .init(phrases.happenTogetherTitle), .init(phrases.chanceTitle, .right),
      ], rows: rows)
    return [.heading(phrases.setsHeading(top.isCoherent != false)), .table(table)]
      + (sets.counts.totalCount == sets.sets.count ? [] : [.note(phrases.notAllListed(sets))])
  }

  /// The probability that all events of a set happen.
  private func probability(of set: [EventID]) -> Double? {
    set.reduce(1.0 as Double?) { product, event in
      guard let product, let chance = trees.events[event.index].probability else { return nil }
      return product * chance
    }
  }

  private func importanceBlocks(of top: FaultTreeReview.Top) -> [Report.Block] {
    guard !top.importance.isEmpty else { return [] }
    let hasCutSets = top.importance.contains { $0.measures.fussellVesely != nil }
    let titles =
      ["Birnbaum", phrases.criticalityTitle, "RAW", "RRW", phrases.diagnosticTitle]
      + (hasCutSets ? ["Fussell–Vesely"] : [])
    let rows = top.importance.map { item in
      let measures = item.measures
      let quotients =
        [measures.criticality, measures.raw, measures.rrw, measures.diagnostic]
        + (hasCutSets ? [measures.fussellVesely ?? .undefined] : [])
      return [
        name(item.event), phrases.significant(item.probability),
        phrases.significant(measures.birnbaum),
      ] + quotients.map(phrases.significant)
    }
    let columns =
      [.init(phrases.eventTitle), .init(phrases.chanceTitle, .right)]
      + titles.map { Report.Table.Column($0, .right) }
    return [
      .heading(phrases.importanceHeading), .table(.init(columns: columns, rows: rows)),
    ]
  }

  // MARK: - Data

  private var setData: Report.Table {
    let rows = review.tops.flatMap { top in
      (top.cutSets?.sets ?? []).enumerated().map { number, set in
        [
          top.gate.name, String(number + 1), String(set.count),
          set.map { trees.events[$0.index].name }.joined(separator: " "),
          probability(of: set).map(phrases.plain) ?? "",
        ]
      }
    }
    return Report.Table(names: ["top", "rank", "order", "events", "probability"], rows: rows)
  }

  private var importanceData: Report.Table {
    let rows = review.tops.flatMap { top in
      top.importance.map { item in
        let measures = item.measures
        let quotients = [
          measures.criticality, measures.raw, measures.rrw, measures.diagnostic,
          measures.fussellVesely ?? .undefined,
        ]
        return [
          top.gate.name, trees.events[item.event.index].name, phrases.plain(item.probability),
          phrases.plain(measures.birnbaum),
        ]
          + quotients.map { quotient in
            switch quotient {
            case .value(let number): phrases.plain(number)
            case .infinite: "inf"
            case .undefined: ""
            }
          }
      }
    }
    return Report.Table(
      names: [
        "top", "id", "probability", "birnbaum", "criticality", "raw", "rrw", "diagnostic",
        "fussellVesely",
      ], rows: rows)
  }
}
