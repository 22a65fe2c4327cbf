/// What is said about times to restore: what is agreed, what users bear, and how binding it is.
extension Phrases {
  /// What an agreement says, with the worst start where its hours matter.
  func promise(of contract: String, _ restore: AgreedRestore, on element: String) -> String {
    let within = hoursLong(restore.within)
    let cases =
      restore.share.map {
        let share = percentage($0)
        return pick("in \(share) van de gevallen ", "in \(share) of cases ")
      } ?? ""
    let first = pick(
      "Volgens \(contract) is \(element) \(cases)binnen \(within) hersteld",
      "By \(contract) \(element) is \(cases)restored within \(within)")
    guard let start = restore.longest.start, let end = restore.longest.end,
      restore.longest.elapsed > restore.within
    else { return first + "." }
    let begin = starting(restore.target.clockFrom, moment(start))
    let after = hoursLong(restore.longest.elapsed)
    return first
      + pick(
        ", maar alleen de servicetijd telt: \(begin) wordt dat \(moment(end)), na \(after).",
        ", but only service hours count: \(begin) that becomes \(moment(end)), after \(after).")
  }

  /// From when the clock runs, at a moment.
  private func starting(_ clock: ServiceTarget.ClockStart?, _ moment: String) -> String {
    switch clock {
    case .start: pick("begonnen op \(moment)", "begun on \(moment)")
    case .detection: pick("ontdekt op \(moment)", "detected on \(moment)")
    case .report: pick("gemeld op \(moment)", "reported on \(moment)")
    case nil: pick("vanaf \(moment)", "from \(moment)")
    }
  }

  func noRestorePromise(_ contract: String, on element: String) -> String {
    pick(
      "\(contract) gaat over \(element) maar noemt geen hersteltijd, en geen andere afspraak doet dat.",
      "\(contract) covers \(element) but has no time to restore, and no other agreement has.")
  }

  /// What a user bears.
  ///
  /// - Parameters:
  ///   - target: The user.
  ///   - allowed: The longest outage that it bears, in seconds.
  ///   - objective: Its recovery time objective, in seconds.
  ///   - together: What fails, where it is two things at once.
  ///   - others: How many more users it stops.
  /// - Returns: The sentence.
  func demand(
    _ target: String, allowed: Double, objective: Double, together: String?, others: Int
  ) -> String {
    let rest =
      others > 0
      ? pick(
        ", de krapste van \(number(others + 1)) gebruikers",
        ", the one with least room of \(number(others + 1)) users") : ""
    let what =
      together.map { pick("Vallen \($0) samen uit, dan ", "If \($0) fail together, ") } ?? ""
    let goal = hoursLong(objective)
    // A name stays as it is at the beginning of a sentence; it may be an id.
    let begin = { (text: String) in together == nil ? text : capitalised(text) }
    if allowed == 0 {
      return begin(
        what
          + pick(
            "\(together == nil ? target : "is \(target)")\(together == nil ? " is" : "") ook bij direct herstel langer uit dan de RTO van \(goal)\(rest).",
            "\(target) is out for longer than its RTO of \(goal) even if it is restored at once\(rest)."
          ))
    }
    let time = hoursLong(allowed)
    return begin(
      what
        + pick(
          together == nil
            ? "\(target) verdraagt dat hooguit \(time) (RTO \(goal))\(rest)."
            : "verdraagt \(target) dat hooguit \(time) (RTO \(goal))\(rest).",
          "\(target) can bear that for at most \(time) (RTO \(goal))\(rest)."))
  }

  func tooLate(_ gap: Double, isLeast: Bool, isSure: Bool) -> String {
    let time = hoursLong(gap)
    let least = isLeast ? pick("ten minste ", "at least ") : ""
    let doubt =
      isSure
      ? ""
      : pick(" De afhankelijkheid zelf staat niet vast.", " The dependency itself is not certain.")
    return pick("Dat is \(least)\(time) te laat.", "That is \(least)\(time) too late.") + doubt
  }

  func noMaximum(share: Double) -> String {
    let rest = percentage(1 - share)
    return pick(
      "Voor de overige \(rest) is geen grens afgesproken: een maximum is er niet.",
      "For the other \(rest) no limit is agreed: there is no maximum.")
  }

  func atMoment(_ moment: AgreedRestore.AtMoment) -> String {
    let time = hoursLong(moment.elapsed)
    return pick(
      "Op het gevraagde moment (\(instant(moment.start))) loopt het tot \(instant(moment.end)), \(time).",
      "From the moment asked about (\(instant(moment.start))) it runs until \(instant(moment.end)), \(time)."
    )
  }

  /// How binding a promise is: only a guarantee can be breached.
  func binding(_ target: ServiceTarget, isLate: Bool) -> String {
    switch target.nature {
    case .guaranteed where target.isForEveryCase && isLate:
      pick(
        "Ook als deze toezegging wordt nagekomen is dat dus te laat; contractbreuk is het pas als de afgesproken tijd niet wordt gehaald.",
        "So it is too late even if this guarantee is kept; it is a breach of contract only if the agreed time is missed."
      )
    case .guaranteed:
      target.isForEveryCase
        ? pick(
          "Het is een toezegging; niet halen is contractbreuk.",
          "It is guaranteed; missing it is a breach of contract.")
        : pick(
          "Het is een toezegging over een aandeel; één geval dat niet gehaald wordt is nog geen contractbreuk.",
          "It is guaranteed for a share; one case that misses it is no breach of contract yet.")
    case .bestEffort:
      pick(
        "Het is een inspanningsverplichting; niet halen is geen contractbreuk.",
        "It is a best effort; missing it is no breach of contract.")
    case .aim:
      pick(
        "Het is een streven; niet halen is een overschreden streefwaarde, geen contractbreuk.",
        "It is an aim; missing it is a missed aim, no breach of contract.")
    case nil:
      pick("Hoe bindend dit is, is niet vermeld.", "How binding this is, is not stated.")
    }
  }

  /// From when time runs, and what comes on top.
  func clock(_ target: ServiceTarget) -> String {
    switch target.clockFrom {
    case .start:
      pick("De klok loopt vanaf het begin van de uitval.", "The clock runs from the start.")
    case .detection:
      pick(
        "De klok loopt vanaf de ontdekking; de tijd tot dan komt erbij.",
        "The clock runs from detection; the time until then comes on top.")
    case .report:
      pick(
        "De klok loopt vanaf de melding; de tijd tot dan komt erbij.",
        "The clock runs from the report; the time until then comes on top.")
    case nil:
      pick(
        "Vanaf wanneer de klok loopt, is niet vermeld.",
        "From when the clock runs, is not stated.")
    }
  }

  func withoutObjective(_ count: Int) -> String {
    let noun = Noun(("gebruiker", "gebruikers"), ("user", "users"))
    return pick(
      "Voor \(self.count(count, noun)) zonder RTO is het niet te zeggen.",
      "For \(self.count(count, noun)) without an RTO it cannot be told.")
  }

  // MARK: - What was seen

  func observed(
    _ element: String, _ overrun: ObservedOverrun, contract: String, isDocumentUnknown: Bool
  ) -> String {
    let seen = hoursLong(overrun.seconds)
    let agreed = hoursLong(overrun.agreed)
    let gap = hoursLong(overrun.seconds - overrun.agreed)
    let times =
      overrun.factor.map { pick(", \(number($0)) keer zo lang", ", \(number($0)) times as long") }
      ?? ""
    let since = overrun.from.map { pick(" vanaf \(instant($0))", " from \(instant($0))") } ?? ""
    let document =
      isDocumentUnknown
      ? pick(
        "afgesproken was \(agreed); in welk document, en met wie, is niet bekend (\(contract))",
        "agreed were \(agreed); in which document, and with whom, is not known (\(contract))")
      : pick("volgens \(contract) was dat \(agreed)", "by \(contract) that was \(agreed)")
    return pick(
      "\(element) was\(since) \(seen) uit; \(document). Dat is \(gap) langer\(times).",
      "\(element) was down for \(seen)\(since); \(document). That is \(gap) longer\(times).")
  }

  /// What a miss is called.
  func judgement(_ overrun: ObservedOverrun) -> String {
    switch overrun.restore.target.nature {
    case .aim:
      pick(
        "Overschreden streefwaarde, geen contractbreuk.", "A missed aim, no breach of contract.")
    case .bestEffort:
      pick(
        "Het was een inspanningsverplichting: geen contractbreuk.",
        "It was a best effort: no breach of contract.")
    case .guaranteed:
      if overrun.isBreach {
        pick("Contractbreuk.", "A breach of contract.")
      } else if overrun.restore.isMaximum {
        pick(
          "Of het contractbreuk is hangt af van wanneer de klok begon.",
          "Whether it is a breach of contract depends on when the clock started.")
      } else {
        pick(
          "De toezegging geldt voor een aandeel van de gevallen: één geval is nog geen contractbreuk.",
          "What is guaranteed is a share of cases: one case is no breach of contract yet.")
      }
    case nil:
      pick(
        "Niet vermeld is hoe bindend de afspraak is.",
        "How binding the agreement is, is not stated.")
    }
  }

  func sourceLine(_ sources: String) -> String { pick("Bron: \(sources).", "Source: \(sources).") }
}
