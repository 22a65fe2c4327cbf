extension ContractReview {
  /// The result of `contracts` for people.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - acceptances: The findings held against a baseline; nil: against none.
  ///   - language: The language.
  /// - Returns: What nobody has promised anything for, the findings by weight, and the tables.
  /// - Complexity: O(*n* log *n*) for what it holds.
  public func report(
    in compiled: CompiledModel, acceptances: FindingAcceptances? = nil, language: Language
  ) -> Report {
    let names = DisplayNames(compiled: compiled, language: language)
    let phrases = Phrases(language)
    return ContractReporter(
      review: self, acceptances: acceptances, names: names, phrases: phrases,
      sentences: ContractSentences(names: names, phrases: phrases)
    ).report
  }
}

private struct ContractReporter {
  let review: ContractReview
  let acceptances: FindingAcceptances?
  let names: DisplayNames
  let phrases: Phrases
  let sentences: ContractSentences

  /// The most findings of one weight, and the most rows of a table, that people read.
  private static let mostRows = 20

  private var open: [ContractFinding] { acceptances?.open ?? review.findings }

  var report: Report {
    let decisive = Set(open.flatMap { [$0.element, $0.target].compactMap(\.self) }).sorted()
    return Report(
      title: phrases.contractsTitle, keySentence: sentence,
      blocks: (review.question.rules == nil ? unpromisedBlocks : []) + findingBlocks
        + (review.question.wants(.restoreGap) ? checkBlocks : []) + acceptedBlocks
        + [.note(phrases.contractsNote(review))]
        + Provenance(names: names, phrases: phrases).blocks(decisive: decisive),
      data: data)
  }

  private var sentence: String {
    if let rules = review.question.rules {
      return phrases.findingsSentence(open.count, of: rules.map(\.rawValue).sorted())
    }
    let overruns = open.filter { $0.rule == .restoreGap && $0.verdict == .overrun }
    let worst = overruns.max { ($0.gap ?? 0) < ($1.gap ?? 0) }
    let single = review.checks.filter { $0.elements.count == 1 }
    let unjudged = Set(single.filter { $0.verdict == .notApplicable }.map(\.returning))
    let seen = open.first { $0.rule == .observedOverrun }.map(sentences.headline) ?? ""
    let rest = phrases.contractsSentence(
      unpromised: unpromised.count, promisedInParts: unpromised.count { !parts(of: $0).isEmpty },
      users: review.coverage.users.count { !$0.unpromised.isEmpty }, overruns: overruns.count,
      worst: worst.map { ($0.gap ?? 0, sentences.contract($0.contract)) },
      unjudged: unjudged.count, open: review.coverage.openEnded.count,
      areAllListed: review.isComplete)
    return seen + rest
  }

  // MARK: - What nobody promised

  /// The ways to stop users for which nobody has promised anything, each once with those users: one
  /// thing before two, what stops most users first.
  private var unpromised: [(elements: [VertexID], users: [VertexID])] {
    var users: [[VertexID]: [VertexID]] = [:]
    for user in review.coverage.users {
      for set in user.unpromised { users[set, default: []].append(user.vertex) }
    }
    let sets = users.keys.sorted { left, right in
      if left.count != right.count { return left.count < right.count }
      let counts = (users[left]?.count ?? 0, users[right]?.count ?? 0)
      return counts.0 == counts.1
        ? left.lexicographicallyPrecedes(right) : counts.0 > counts.1
    }
    return sets.map { ($0, users[$0, default: []]) }
  }

  /// The agreements that promise to restore what shares a cause of a way, though not the cause.
  private func parts(of way: (elements: [VertexID], users: [VertexID])) -> [String] {
    let elements = review.coverage.elements.filter { way.elements.contains($0.vertex) }
    return Set(elements.flatMap(\.promisingParts)).sorted()
  }

  private var unpromisedBlocks: [Report.Block] {
    let all = unpromised
    var blocks: [Report.Block] = []
    if !all.isEmpty {
      let items = all.prefix(Self.mostRows).map { way in
        Report.Item(
          phrases.unpromisedItem(
            way.elements.map(names.named),
            users: [names.listed(way.users, phrases, withIDs: false)])
            + phrases.promisedParts(parts(of: way).map(names.contract)))
      }
      blocks += [.heading(phrases.unpromisedHeading), .list(items + more(all.count - items.count))]
    }
    let openEnded = review.coverage.openEnded.map(names.contract)
    if !openEnded.isEmpty {
      blocks += Report.Block.naming(phrases.openEndedIntroduction, openEnded, phrases)
    }
    return blocks
  }

  private func more(_ count: Int) -> [Report.Item] {
    count > 0 ? [Report.Item(phrases.andMore(count))] : []
  }

  // MARK: - Findings

  private var findingBlocks: [Report.Block] {
    FindingSeverity.allCases.flatMap { severity -> [Report.Block] in
      let found = open.filter { $0.severity == severity }
      guard !found.isEmpty else { return [] }
      // What nobody covers is listed above already; it comes last.
      let isListed = { (group: FindingGroup) in
        group.first.rule == .uncovered || group.first.rule == .noOwner
      }
      let all = FindingGroup.all(of: found)
      let groups = all.filter { !isListed($0) } + all.filter(isListed)
      // A few more are shown rather than told to be there.
      let most = groups.count <= Self.mostRows + 5 ? groups.count : Self.mostRows
      let items = groups.prefix(most).map { group in
        Report.Item(
          "[\(group.first.rule.rawValue)] \(sentences.sentence(group.first))",
          [sentences.chain(group.first)].compactMap(\.self).map { Report.Item($0) }
            + (group.others.isEmpty ? [] : [Report.Item(sentences.likewise(group.others))]))
      }
      let shown = groups.prefix(most).map(\.count).reduce(0, +)
      return [
        .heading(phrases.heading(severity, found.count)),
        .list(items + more(found.count - shown)),
      ]
    }
  }

  private var checkBlocks: [Report.Block] {
    let rank: [ContractFinding.Verdict: Int] = [
      .overrun: 0, .missing: 1, .notApplicable: 2, .met: 3,
    ]
    // Pairs for which nobody has promised anything are listed first of all already.
    let compared = review.checks.filter { $0.elements.count == 1 || $0.restore != nil }
    let sorted = compared.enumerated().sorted { left, right in
      let key = { (check: RestoreCheck, place: Int) in
        (rank[check.verdict, default: 0], -(check.gap ?? 0), place)
      }
      return key(left.element, left.offset) < key(right.element, right.offset)
    }.map(\.element)
    guard !sorted.isEmpty else { return [] }
    let shown = sorted.prefix(Self.mostRows)
    let rest = sorted.count - shown.count
    return [
      .heading(phrases.checksHeading),
      .table(Report.Table(columns: phrases.checkColumns, rows: shown.map(row))),
    ] + (rest > 0 ? [.note(phrases.andMore(rest))] : [])
  }

  private func row(_ check: RestoreCheck) -> [String] {
    let share = check.restore?.share.map { " (\(phrases.percentage($0)))" } ?? ""
    let allowed = check.allowed.map { allowed in
      allowed == .infinity ? phrases.pick("onbeperkt", "any time") : phrases.hoursLong(allowed)
    }
    let late = check.verdict == .overrun ? check.gap.map { phrases.hoursLong($0) } : nil
    let reason = check.reason.map { " (\(phrases.name($0)))" } ?? ""
    return [
      check.elements.map(names.name).joined(separator: " + "),
      check.contract ?? "–",
      check.restore.map { phrases.hoursLong($0.longest.elapsed) + share } ?? "–",
      allowed ?? "–", check.target.map(names.name) ?? "–", late ?? "–",
      phrases.name(check.verdict) + reason,
    ]
  }

  // MARK: - What was accepted

  private var acceptedBlocks: [Report.Block] {
    guard let acceptances else { return [] }
    var blocks: [Report.Block] = []
    if !acceptances.accepted.isEmpty {
      let items = acceptances.accepted.prefix(Self.mostRows).map { accepted in
        let acceptance = accepted.acceptance
        return Report.Item(
          "[\(accepted.finding.rule.rawValue)] \(sentences.sentence(accepted.finding))"
            + phrases.acceptance(
              by: acceptance.by, reason: acceptance.reason, until: acceptance.until))
      }
      blocks += [
        .heading(phrases.acceptedHeading(acceptances.accepted.count)),
        .list(items + more(acceptances.accepted.count - items.count)),
      ]
    }
    if !acceptances.expired.isEmpty {
      blocks += Report.Block.naming(
        phrases.expiredIntroduction, acceptances.expired.map(\.text), phrases)
    }
    if !acceptances.unmatched.isEmpty {
      blocks += Report.Block.naming(
        phrases.unmatchedIntroduction, acceptances.unmatched.map(\.text), phrases)
    }
    return blocks
  }

  // MARK: - Data

  private var data: Report.Table {
    let seconds = { (value: Double?) in value.map { phrases.plain($0) } ?? "" }
    let accepted = (acceptances?.accepted ?? []).map(\.finding)
    let rows = (open.map { ($0, false) } + accepted.map { ($0, true) }).map { finding, isAccepted in
      [
        finding.rule.rawValue, finding.severity.rawValue, finding.contract ?? "",
        finding.element.map(names.id) ?? "", finding.target.map(names.id) ?? "",
        finding.parties.joined(separator: " "), seconds(finding.required),
        seconds(finding.agreed), seconds(finding.gap), finding.nature?.rawValue ?? "",
        finding.verdict?.rawValue ?? "", String(isAccepted),
      ]
    }
    return Report.Table(
      names: [
        "rule", "severity", "contract", "component", "target", "parties", "required", "agreed",
        "gap", "nature", "verdict", "accepted",
      ], rows: rows)
  }
}

extension FindingBaseline.Acceptance {
  /// It in one line, as its keys.
  fileprivate var text: String {
    ([rule.rawValue] + [contract, other, component, target, party].compactMap(\.self))
      .joined(separator: " ")
  }
}
