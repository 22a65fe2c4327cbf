/// What is said about agreements as a whole.
extension Phrases {
  static let waysToStop = Noun(("manier", "manieren"), ("way", "ways"))
  static let userThere = Noun(
    ("proces of afnemer kan", "processen en afnemers kunnen"),
    ("process or consumer can", "processes and consumers can"))
  static let promiseIs = Noun(("belofte is", "beloften zijn"), ("promise is", "promises are"))
  static let agreement = Noun(("afspraak", "afspraken"), ("agreement", "agreements"))

  var contractsTitle: String {
    pick("Afspraken en wat ze waard zijn", "Agreements and what they are worth")
  }

  /// The answer in one or two sentences: first what nobody has promised anything for.
  func contractsSentence(
    unpromised: Int, promisedInParts: Int, users: Int, overruns: Int,
    worst: (gap: Double, name: String)?,
    unjudged: Int, open: Int, areAllListed: Bool
  ) -> String {
    let least = areAllListed ? "" : pick("ten minste ", "at least ")
    let first =
      unpromised == 0
      ? pick(
        "Voor elke gevonden manier waarop een proces of afnemer kan uitvallen heeft iemand iets beloofd.",
        "For every way found in which a process or consumer can stop, somebody has promised something."
      )
      : pick(
        "Voor \(least)\(count(unpromised, Self.waysToStop)) om uit te vallen heeft niemand herstel beloofd; \(count(users, Self.userThere)) zo uitvallen.",
        "For \(least)\(count(unpromised, Self.waysToStop)) to stop, nobody has promised to restore anything; \(count(users, Self.userThere)) stop like that."
      )
    var parts = [first]
    if promisedInParts > 0 {
      parts.append(
        pick(
          "Bij \(number(promisedInParts)) daarvan is alleen van de onderdelen herstel beloofd, niet van de gedeelde oorzaak.",
          "In \(number(promisedInParts)) of these only the parts are promised, not the cause that they share."
        ))
    }
    if overruns > 0, let worst {
      let late = capitalised(count(overruns, Self.promiseIs))
      parts.append(
        pick(
          "\(late) te laat voor wie ervan afhangt; het ergst \(worst.name), met \(duration(worst.gap)).",
          "\(late) too late for those who depend on it; worst \(worst.name), by \(duration(worst.gap))."
        ))
    }
    if unjudged > 0 {
      parts.append(
        pick(
          "Bij \(count(unjudged, Self.component)) is niet te zeggen of het op tijd is: van geen gebruiker is een hersteltijddoelstelling (RTO) bekend.",
          "For \(count(unjudged, Self.component)) it cannot be told whether it is in time: no user has a known recovery time objective (RTO)."
        ))
    }
    if open > 0 {
      parts.append(
        pick(
          "Van \(count(open, Self.agreement)) is niet bekend waar ze over gaan.",
          "Of \(count(open, Self.agreement)) it is not known what they cover."))
    }
    return parts.joined(separator: " ")
  }

  /// The answer where only some rules were asked for.
  func findingsSentence(_ count: Int, of rules: [String]) -> String {
    let finding = Noun(("bevinding", "bevindingen"), ("finding", "findings"))
    return capitalised(
      pick(
        "\(self.count(count, finding)) volgens \(list(rules)).",
        "\(self.count(count, finding)) by \(list(rules))."))
  }

  /// The agreements that promise to mend the parts, though not to take their common cause away.
  func promisedParts(_ contracts: [String]) -> String {
    contracts.isEmpty
      ? ""
      : pick(
        " (wel beloofd is herstel van de onderdelen die een oorzaak delen: \(list(contracts)))",
        " (promised is to restore the parts that share a cause: \(list(contracts)))")
  }

  /// How a failure comes to a user.
  func chain(_ names: [String]) -> String {
    pick("Keten: ", "Chain: ") + names.joined(separator: " → ") + "."
  }

  /// Findings with the same sentence.
  func likewise(_ names: [String], most: Int) -> String {
    let names = list(names, most: most)
    return pick("Zo ook bij \(names).", "Likewise with \(names).")
  }

  func withGap(_ name: String, _ gap: Double, isYearly: Bool) -> String {
    let time = hoursLong(gap)
    return isYearly
      ? pick("\(name) (\(time) per jaar)", "\(name) (\(time) a year)")
      : pick("\(name) (\(time) te laat)", "\(name) (\(time) too late)")
  }

  /// An outage that lasted longer than agreed, in a line.
  func observedHeadline(
    _ element: String, _ overrun: ObservedOverrun, judgement: String
  ) -> String {
    let (seen, agreed) = (hoursLong(overrun.seconds), hoursLong(overrun.agreed))
    let gap = hoursLong(overrun.seconds - overrun.agreed)
    return pick(
      "\(element) was \(seen) uit waar \(agreed) was afgesproken, \(gap) langer. \(judgement) ",
      "\(element) was down for \(seen) where \(agreed) were agreed, \(gap) longer. \(judgement) ")
  }

  /// The heading over the findings of one weight.
  func heading(_ severity: FindingSeverity, _ number: Int) -> String {
    "\(name(severity)) (\(self.number(number)))"
  }

  func name(_ severity: FindingSeverity) -> String {
    switch severity {
    case .high: pick("Ernstig", "High")
    case .medium: pick("Van belang", "Medium")
    case .low: pick("Op orde te brengen", "Low")
    case .note: pick("Ter kennisneming", "To be known")
    }
  }

  func name(_ verdict: ContractFinding.Verdict) -> String {
    switch verdict {
    case .met: pick("op tijd", "met")
    case .overrun: pick("te laat", "too late")
    case .missing: pick("niet beloofd", "not promised")
    case .notApplicable: pick("niet te zeggen", "cannot be told")
    }
  }

  /// Why there is no comparison, in a few words.
  func name(_ reason: RestoreCheck.Reason) -> String {
    switch reason {
    case .noObjective: pick("geen RTO bekend", "no RTO known")
    case .noMaximum: pick("geen maximum", "no maximum")
    case .noPromise: pick("geen hersteltijd afgesproken", "no time to restore agreed")
    case .noContract: pick("geen afspraak", "no agreement")
    }
  }

  func name(_ nature: ServiceTarget.Nature?) -> String {
    switch nature {
    case .guaranteed: pick("toezegging", "guaranteed")
    case .bestEffort: pick("inspanning", "best effort")
    case .aim: pick("streven", "aim")
    case nil: pick("niet vermeld", "not stated")
    }
  }

  // MARK: - Tables

  var checksHeading: String {
    pick("Hersteltijden tegen wat gebruikers verdragen", "Times to restore against what users bear")
  }

  var checkColumns: [Report.Table.Column] {
    [
      .init(pick("wat uitvalt", "what fails")), .init(pick("afspraak", "agreement")),
      .init(pick("uiterlijk hersteld na", "restored after at most"), .right),
      .init(pick("mag duren", "may take"), .right), .init(pick("voor", "for")),
      .init(pick("te laat", "too late by"), .right), .init(pick("oordeel", "verdict")),
    ]
  }

  var unpromisedHeading: String {
    pick(
      "Uitval waarvoor niemand herstel heeft beloofd",
      "Failures for which nobody has promised to restore anything")
  }

  func unpromisedItem(_ elements: [String], users: [String]) -> String {
    let together = elements.count > 1 ? pick(" samen", " together") : ""
    return pick(
      "\(list(elements))\(together): treft \(list(users))",
      "\(list(elements))\(together): stops \(list(users))")
  }

  var openEndedIntroduction: String {
    pick(
      "Niet bekend is waar deze afspraken over gaan; ze kunnen meer dekken dan hier staat: ",
      "It is not known what these agreements cover; they may cover more than is told here: ")
  }

  func acceptedHeading(_ number: Int) -> String {
    pick("Geaccepteerd (\(self.number(number)))", "Accepted (\(self.number(number)))")
  }

  func acceptance(by: String?, reason: String?, until: CalendarDate?) -> String {
    var parts: [String] = []
    if let by { parts.append(pick("door \(by)", "by \(by)")) }
    if let until { parts.append(pick("tot en met \(date(until))", "until \(date(until))")) }
    if let reason { parts.append(reason) }
    return parts.isEmpty ? "" : " [" + parts.joined(separator: "; ") + "]"
  }

  var expiredIntroduction: String {
    pick(
      "Deze acceptaties zijn verlopen; de bevindingen tellen weer mee: ",
      "These acceptances are over; the findings count again: ")
  }

  var unmatchedIntroduction: String {
    pick(
      "Deze acceptaties horen bij geen bevinding meer: ",
      "These acceptances match no finding any more: ")
  }

  func contractsNote(_ review: ContractReview) -> String {
    let day =
      review.question.at.map(instant) ?? review.day.map { date($0) }
      ?? pick("geen datum", "no date")
    let until =
      review.before.map {
        pick(", vooruitgekeken tot \(date($0))", ", looked ahead to \(date($0))")
      } ?? ""
    let single = review.question.maxOrder == 1
    return pick(
      "Beoordeeld op \(day)\(until); \(count(review.validCount, Self.agreement)) van kracht. Uiterlijk hersteld is gerekend vanaf het ongunstigste begin in een gewone week. Gezocht is naar uitval door één ding\(single ? "" : " of door twee tegelijk").",
      "Judged at \(day)\(until); \(count(review.validCount, Self.agreement)) in force. Restored at most is counted from the worst start in an ordinary week. Looked for are failures of one thing\(single ? "" : " or of two at once")."
    )
  }

  /// That a review of agreements was limited by their number; nil where that is not why it is not
  /// complete.
  public func stopped(_ review: ContractReview) -> String? {
    guard review.isLimitedByCount else { return nil }
    return pick(
      "er zijn te veel combinaties van twee tegelijk; --max-order 1 laat ze weg",
      "there are too many pairs of two at once; --max-order 1 leaves them out")
  }

  // MARK: - Hours

  /// A moment of the week: "vrijdag 17:00" or "Friday 17:00".
  func moment(_ moment: WorkingWeek.Moment) -> String {
    let days = [
      ("maandag", "Monday"), ("dinsdag", "Tuesday"), ("woensdag", "Wednesday"),
      ("donderdag", "Thursday"), ("vrijdag", "Friday"), ("zaterdag", "Saturday"),
      ("zondag", "Sunday"),
    ]
    let day = days[moment.weekday - 1]
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    return pick(day.0, day.1) + " \(two(moment.minute / 60)):\(two(moment.minute % 60))"
  }

  /// A length of time in hours, however long: "67 uur", "1 uur 30 min".
  func hoursLong(_ seconds: Double) -> String {
    let minutes = Int((seconds / 60).rounded())
    guard minutes >= 60, minutes < 1000 * 60 else { return duration(seconds) }
    let rest = minutes % 60 == 0 ? "" : " \(minutes % 60) min"
    let hours = minutes / 60
    return pick("\(hours) uur", hours == 1 ? "1 hour" : "\(hours) hours") + rest
  }
}
