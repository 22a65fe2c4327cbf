/// What a difference does.
extension DifferenceReporter {
  // MARK: - Single points of failure

  var pointBlocks: [Report.Block] {
    let users = difference.users.filter { user in
      !user.newPoints.isEmpty || !user.gonePoints.isEmpty || !user.surer.isEmpty
        || user.before == nil || user.after == nil || robustnessDiffers(user)
        || phrases.longestOutage(user.before) != phrases.longestOutage(user.after)
    }
    let rows = users.map { user in
      [
        words.name(user.id), names(user.newPoints, surer: user.surer), names(user.gonePoints),
        phrases.fromTo(phrases.robustness(user.before), phrases.robustness(user.after)),
        phrases.fromTo(phrases.longestOutage(user.before), phrases.longestOutage(user.after)),
      ]
    }
    return section(
      phrases.pick(
        "Single points of failure en robuustheid", "Single points of failure and robustness"),
      [
        phrases.pick("Voor wie", "For whom"), phrases.pick("+ nieuw", "+ new"),
        phrases.pick("− weg", "− gone"), phrases.pick("Storingen nodig", "Failures needed"),
        phrases.pick("Langste uitval door één storing", "Longest outage by one failure"),
      ], rows)
  }

  private func robustnessDiffers(_ user: UserDifference) -> Bool {
    user.before?.robustness != user.after?.robustness
      || user.before?.robustnessAtLeast != user.after?.robustnessAtLeast
      || user.before?.isOpen != user.after?.isOpen
  }

  private func names(_ points: [UserState.Point], surer: [UserDifference.Surer] = []) -> String {
    var texts = points.map { point in
      words.name(point.id)
        + (point.verdict == .possible ? phrases.pick(" (mogelijk)", " (possible)") : "")
    }
    texts += surer.map { words.name($0.id) + phrases.surer(to: $0.after) }
    return texts.isEmpty ? "–" : texts.joined(separator: ", ")
  }

  // MARK: - Availability

  var availabilityBlocks: [Report.Block] {
    let rows = difference.users.filter(\.chanceDiffers).map { user -> [String] in
      var (old, new) = (
        phrases.availability(user.before?.chance), phrases.availability(user.after?.chance)
      )
      if let before = user.before?.chance, let after = user.after?.chance {
        (old, new) = phrases.distinct(before, after)
      }
      if user.before == nil { old = phrases.absent }
      if user.after == nil { new = phrases.absent }
      return [
        words.name(user.id), old, new, downtime(user), phrases.word(user.chanceTrend, of: user),
      ]
    }
    return section(
      phrases.pick("Beschikbaarheid", "Availability"),
      [
        phrases.pick("Voor wie", "For whom"), phrases.pick("Eerst", "Before"),
        phrases.pick("Daarna", "After"), phrases.downtimeColumn, phrases.pick("Dus", "So"),
      ], rows)
  }

  private func downtime(_ user: UserDifference) -> String {
    let text = { (state: UserState?) -> String in
      guard let chance = state?.chance else { return "–" }
      let high = chance.unavailability.high * Availability.secondsPerYear
      return (chance.isLeast ? phrases.pick("ten minste ", "at least ") : "")
        + phrases.roughDuration(high)
    }
    return phrases.fromTo(text(user.before), text(user.after))
  }

  // MARK: - The same failures

  var failureBlocks: [Report.Block] {
    let told = difference.failures.filter(\.differs)
    let rows = told.map { failure in
      [
        words.name(failure.id),
        phrases.fromTo(phrases.number(failure.before.users), phrases.number(failure.after.users)),
        phrases.fromTo(
          phrases.number(failure.before.components), phrases.number(failure.after.components)),
        names(failure.newlyDown), names(failure.nowSpared),
      ]
    }
    let blocks = section(
      phrases.pick("Dezelfde uitval, eerst en daarna", "The same failures, before and after"),
      [
        phrases.pick("Wat uitvalt", "What fails"),
        phrases.capitalised(phrases.pick("afnemers en processen", "consumers and processes")),
        phrases.allComponentsTitle, phrases.pick("Valt nu mee", "Falls with it now"),
        phrases.pick("Blijft nu overeind", "Now stays up"),
      ], rows)
    let same = difference.failures.filter { !$0.differs }
    guard !same.isEmpty, !difference.facts.isEmpty else { return blocks }
    return blocks + [
      .paragraph(
        phrases.sameFailures(
          phrases.list(same.map { words.name($0.id) }), count: same.count, isAll: rows.isEmpty))
    ]
  }

  private func names(_ ids: [String]) -> String {
    ids.isEmpty ? "–" : phrases.list(ids.map(words.name), most: 5)
  }

  // MARK: - Alternatives

  var alternativeBlocks: [Report.Block] {
    let rows = difference.alternatives.map { found in
      [words.name(found.id), names(found.lost), names(found.gained), names(found.after)]
    }
    return section(
      phrases.pick("Alternatieven", "Alternatives"),
      [
        phrases.pick("Van wie", "Whose"), phrases.pick("− verloren", "− lost"),
        phrases.pick("+ gewonnen", "+ gained"), phrases.pick("Daarna", "After"),
      ], rows)
  }

  // MARK: - Unknowns and findings

  var unknownBlocks: [Report.Block] {
    let row = { (unknown: FactDifference.Unknown, mark: String) in
      [mark, words.name(unknown.subject), phrases.word(unknown.name)]
    }
    return section(
      phrases.pick("Wat niemand weet", "What nobody knows"),
      [
        phrases.pick("Wat", "What"), phrases.pick("Van", "Of"),
        phrases.pick("Onbekend", "Unknown"),
      ],
      difference.facts.newUnknowns.map { row($0, phrases.pick("+ nu onbekend", "+ now unknown")) }
        + difference.facts.goneUnknowns.map {
          row($0, phrases.pick("− niet langer", "− no longer"))
        })
  }

  var findingBlocks: [Report.Block] {
    guard let found = difference.findings else { return [] }
    let came = phrases.word(DifferenceMark.added)
    let went = phrases.word(DifferenceMark.removed)
    var rows = found.new.map { [came, phrases.name($0.severity), text($0, after)] }
    rows += found.changed.map { change in
      [
        phrases.word(DifferenceMark.changed),
        phrases.fromTo(phrases.name(change.before.severity), phrases.name(change.after.severity)),
        text(change.after, after),
      ]
    }
    rows += found.gone.map { [went, phrases.name($0.severity), text($0, before)] }
    let doubt = phrases.pick("schijnredundantie", "false redundancy")
    rows += found.newlyFalse.map { [came, doubt, phrases.falseRedundancy(words, $0)] }
    rows += found.noLongerFalse.map { [went, doubt, phrases.falseRedundancy(words, $0)] }
    let open = phrases.pick("onafhankelijkheid niet aangetoond", "independence not shown")
    rows += found.newDoubts.map { [came, open, phrases.doubt(words, $0)] }
    rows += found.goneDoubts.map { [went, open, phrases.doubt(words, $0)] }
    return section(
      phrases.pick("Gaten in afspraken en redundantie", "Gaps in agreements and redundancy"),
      [
        phrases.pick("Wat", "What"), phrases.pick("Zwaarte", "Weight"),
        phrases.pick("Bevinding", "Finding"),
      ], rows)
  }

  private func text(_ finding: ContractFinding, _ compiled: CompiledModel) -> String {
    ContractSentences(
      names: DisplayNames(compiled: compiled, language: phrases.language), phrases: phrases
    ).sentence(finding)
  }
}
