extension Phrases {
  // MARK: - The headline

  func blastTitle(_ what: String) -> String {
    pick("Gevolgen van uitval: ", "Effects of an outage: ") + what
  }

  /// "Binnen 4 uur vallen zeker 5 en mogelijk in totaal 9 afnemers en processen uit; …".
  ///
  /// - Parameters:
  ///   - moments: Each moment with its numbers, by time; the first is the main one.
  ///   - noun: What is counted.
  /// - Returns: One sentence, and another where something cannot be told.
  func blastHeadline(_ moments: [BlastOverTime.Moment], _ noun: Noun) -> String {
    guard let first = moments.first else { return "" }
    var sentence = firstClause(first, noun)
    var last = first
    for moment in moments.dropFirst() {
      let numbers = numbers(moment)
      let isSame = moment.isLike(last)
      sentence +=
        isSame
        ? pick("; \(until(moment.after)) blijft dat zo", "; that stays so \(until(moment.after))")
        : "; \(by(moment.after)) \(numbers)"
      last = moment
    }
    return sentence + "." + untoldSentence(last, noun)
  }

  private func firstClause(_ moment: BlastOverTime.Moment, _ noun: Noun) -> String {
    let when = moment.after.map(within) ?? pick("Uiteindelijk", "In the end")
    let (certain, possible) = (moment.certain, moment.possible)
    if possible == 0 {
      return pick(
        "\(when) valt voor zover bekend geen \(noun.dutch.one) uit",
        "\(when), as far as is known, no \(noun.english.one) goes down")
    }
    let things = self.noun(noun, for: possible)
    let dutchVerb = possible == 1 ? "valt" : "vallen"
    return pick(
      "\(when) \(dutchVerb) \(numbers(moment)) \(things) uit",
      certain == possible
        ? "\(when), \(number(possible)) \(things) \(possible == 1 ? "goes" : "go") down for certain"
        : "\(when), \(numbers(moment)) \(things) go down")
  }

  /// "zeker 5 en mogelijk in totaal 9".
  private func numbers(_ moment: BlastOverTime.Moment) -> String {
    let (certain, possible) = (number(moment.certain), number(moment.possible))
    if moment.possible == 0 { return pick("geen", "none") }
    if moment.certain == moment.possible {
      return pick("zeker \(certain)", "\(certain) for certain")
    }
    if moment.certain == 0 {
      return pick("mogelijk \(possible) (geen zeker)", "possibly \(possible) (none for certain)")
    }
    return pick(
      "zeker \(certain) en mogelijk in totaal \(possible)",
      "\(certain) for certain and possibly \(possible) in all")
  }

  private func untoldSentence(_ moment: BlastOverTime.Moment, _ noun: Noun) -> String {
    if moment.untold == 0 { return "" }
    if moment.untold == 1 {
      return pick(
        " Van nog één \(noun.dutch.one) is het niet te zeggen.",
        " Of one more \(noun.english.one) it cannot be told.")
    }
    let things = "\(number(moment.untold)) \(self.noun(noun, for: moment.untold))"
    return pick(
      " Van nog eens \(things) is het niet te zeggen.", " Of another \(things) it cannot be told.")
  }

  private func within(_ span: TimeSpan) -> String {
    span.seconds == 0
      ? pick("Direct", "At once")
      : pick("Binnen ", "Within ") + duration(span.seconds)
  }

  private func by(_ span: TimeSpan?) -> String {
    span.map { after($0.seconds) } ?? pick("uiteindelijk", "in the end")
  }

  private func until(_ span: TimeSpan?) -> String {
    span.map { pick("tot ", "until ") + duration($0.seconds) }
      ?? pick("ook daarna", "afterwards too")
  }

  /// Why the headline speaks of this moment.
  func horizonReason(_ horizon: AgreedHorizon, contract: String?) -> String {
    let span = duration(horizon.after.seconds)
    guard let contract else {
      return pick(
        "De termijn van \(span) is de gebruikelijke: het model kent geen contract met een hersteltijd voor wat is uitgevallen.",
        "The period of \(span) is the usual one: the model has no contract with a time to restore what failed."
      )
    }
    let nature = horizon.agreement?.nature.map { " (\(word($0)))" } ?? ""
    return pick(
      "De termijn van \(span) is de afgesproken hersteltijd\(nature); contract: \(contract).",
      "The period of \(span) is the agreed time to restore\(nature); contract: \(contract).")
  }

  func nothingFailed(_ seeds: String, isUnknown: Bool) -> String {
    isUnknown
      ? pick(
        "Het model weet niet wat allemaal onder \(seeds) valt; daarom is van geen enkele component te zeggen of zij blijft werken.",
        "The model does not know all that belongs to \(seeds); so of no component can it be told whether it keeps working."
      )
      : pick(
        "In het model hoort niets bij \(seeds); er valt niets uit.",
        "Nothing in the model belongs to \(seeds); nothing goes down.")
  }

  func extentUnknown(_ seeds: String) -> String {
    pick(
      "Wat er nog meer onder \(seeds) valt, weet het model niet: van alles wat hieronder niet uitvalt, is het niet te zeggen.",
      "What else belongs to \(seeds) the model does not know: of everything that is not down below, it cannot be told."
    )
  }

  // MARK: - Headings

  func momentOfTables(_ after: TimeSpan?) -> String {
    guard let after else {
      return pick(
        "Alles hieronder geldt voor de eindtoestand, als niets wordt hersteld; de kolom Vanaf zegt wanneer elk gevolg begint.",
        "All below is about the end, if nothing is repaired; the column From says when each effect begins."
      )
    }
    let span = duration(after.seconds)
    return pick(
      "Alles hieronder geldt voor de toestand \(span) na de uitval.",
      "All below is about the state \(span) after the failure.")
  }

  var timeHeading: String { pick("Verloop in de tijd", "Over time") }
  var usersDownHeading: String {
    pick("Afnemers en processen die uitvallen", "Consumers and processes that go down")
  }
  var systemsDownHeading: String {
    pick("Wat verder uitvalt in de keten", "What else goes down in the chain")
  }
  var downHeading: String { pick("Wat uitvalt", "What goes down") }
  var degradedHeading: String { pick("Werkt, maar gebrekkig", "Works, but degraded") }
  var reducedHeading: String {
    pick("Werkt, maar zonder de gewone reserve", "Works, but with reduced redundancy")
  }
  var cannotTellHeading: String { pick("Niet te zeggen", "Cannot tell") }
  var claimedHeading: String {
    pick(
      "Geen gevolg, volgens een bewering met bron",
      "Not affected, according to a claim with a source")
  }
  var notReachedHeading: String {
    pick("Geen bekende weg vanaf de uitval", "No known way from the failure")
  }
  var impactHeading: String { pick("Wie het raakt", "Whom it hits") }

  var fromTitle: String { pick("Vanaf", "From") }
  var feltTitle: String { pick("Merkbaar vanaf", "Felt from") }
  var cannotTellTitle: String {
    pick("Want niet bekend is wat dit nodig heeft", "Because it is not known what this needs")
  }
  var itself: String { pick("zelf", "itself") }
  var independentOfTitle: String { pick("Onafhankelijk van", "Independent of") }
  var coversTitle: String { pick("Dekt deze uitval", "Covers this failure") }

  func notReached(_ names: [String]) -> String {
    pick(
      "Voor \(count(names.count, Self.component)) kent het model geen weg vanaf de uitval. Dat is geen bewijs dat \(names.count == 1 ? "die blijft" : "ze blijven") werken: ",
      "For \(count(names.count, Self.component)) the model knows no way from the failure. That is no proof that \(names.count == 1 ? "it keeps" : "they keep") working: "
    )
      + list(names) + "."
  }

  var nextHeading: String {
    pick("Wat nu op één uitval na ook uitvalt", "What now is one more failure away from going down")
  }
  var nextCausesTitle: String {
    pick("Valt uit als ook dit uitvalt", "Goes down if this fails too")
  }
  var nothingNext: String {
    pick(
      "Niets krijgt er een single point of failure (SPOF) bij dat het eerst niet had.",
      "Nothing gets a single point of failure (SPOF) that it did not have before.")
  }

  var laterHeading: String { pick("Nu nog niet, later wel", "Not yet, but later") }
  var holdingHeading: String {
    pick(
      "Wel een weg vanaf de uitval, geen bekend gevolg", "A way from the failure, no known effect")
  }

  func holding(_ names: [String]) -> String {
    pick(
      "Hier vangen alternatieven het op, of wat wegvalt is niet nodig om te werken: ",
      "Here alternatives hold, or what is lost is not needed to work: ") + list(names) + "."
  }

  func untoldOfExtent(_ names: [String]) -> String {
    pick(
      "Ook deze kunnen horen bij wat uitvalt of ervan afhangen; niemand heeft het vastgelegd: ",
      "These too may belong to what fails or depend on it; nobody recorded it: ")
      + list(names) + "."
  }

  // MARK: - Over time

  func countedTitle(_ noun: Noun) -> String { capitalised(noun.dutchOrEnglishMany(language)) }
  var certainRow: String { pick("zeker uit", "down for certain") }
  var possibleRow: String { pick("mogelijk uit, in totaal", "possibly down, in all") }
  var untoldRow: String { pick("niet te zeggen", "cannot tell") }
  func organisationsRow(certain: Bool) -> String {
    certain
      ? pick("organisaties, zeker", "organisations, for certain")
      : pick("organisaties, mogelijk in totaal", "organisations, possibly in all")
  }

  func peopleRow(least: Bool) -> String {
    least
      ? pick("mensen, ten minste", "people, at least")
      : pick("mensen, mogelijk tot", "people, possibly up to")
  }

  /// What the star in the table over time says.
  var starNote: String {
    pick(
      "* Het kunnen er meer zijn: niet van alles is bekend of het uitvalt, of hoeveel mensen het raakt. ?: van niets bekend.",
      "* There may be more: not of everything is it known whether it goes down, or how many people it hits. ?: not known of anything."
    )
  }

  /// The heading of a column for a moment.
  func momentTitle(_ after: TimeSpan?) -> String {
    guard let after else { return pick("einde", "in the end") }
    return after.seconds == 0 ? pick("direct", "at once") : duration(after.seconds)
  }

  // MARK: - Whom it hits

  func countLine(_ noun: Noun, certain: [String], possible: [String]) -> String {
    let doubtful = possible.filter { !certain.contains($0) }
    let heading = capitalised(self.noun(noun, for: 2)) + ": "
    if possible.isEmpty {
      return heading + pick("voor zover bekend geen", "none as far as is known") + "."
    }
    let sure =
      certain.isEmpty
      ? pick("geen zeker", "none for certain")
      : pick("zeker \(certain.count): ", "\(certain.count) for certain: ") + list(certain)
    let unsure =
      doubtful.isEmpty
      ? ""
      : pick("; mogelijk ook \(doubtful.count): ", "; possibly \(doubtful.count) more: ")
        + list(doubtful)
    return heading + sure + unsure + "."
  }

  /// How many people: a range, what stood in for it, and of whom nothing is known.
  func peopleLine(
    _ range: Consequences.Range, of total: Int, _ name: (String) -> String
  ) -> String {
    amountLine(
      pick("Mensen", "People"), range, total, name, amount: { number($0, decimals: 0) },
      unit: pick(" mensen", " people"))
  }

  /// The damage in euros.
  func damageLine(
    _ range: Consequences.Range, of total: Int, _ name: (String) -> String
  ) -> String {
    amountLine(pick("Schade", "Damage"), range, total, name, amount: euros, unit: "")
  }

  /// The people dead, seriously injured or chronically ill.
  func casualtiesLine(
    _ range: Consequences.Range, of total: Int, _ name: (String) -> String
  ) -> String {
    amountLine(
      pick("Slachtoffers", "Casualties"), range, total, name, amount: { number($0, decimals: 0) },
      unit: "")
  }

  private func amountLine(
    _ heading: String, _ range: Consequences.Range, _ total: Int, _ name: (String) -> String,
    amount: (Double) -> String, unit: String
  ) -> String {
    let missing = range.incomplete.map(name)
    if !range.hasNumber(among: total) {
      return heading
        + pick(
          ": niet bekend; van geen van deze \(total) is een getal vastgelegd.",
          ": not known; for none of these \(total) is a number recorded.")
    }
    if range.high == 0, !missing.isEmpty {
      return heading + pick(": niet bekend; geen getal voor ", ": not known; no number for ")
        + list(missing) + "."
    }
    let known =
      range.low == range.high
      ? amount(range.high) + unit
      : range.low == 0
        ? pick("mogelijk tot ", "possibly up to ") + amount(range.high) + unit
        : pick("tussen \(amount(range.low)) en ", "between \(amount(range.low)) and ")
          + amount(range.high) + unit
    let users =
      range.fromUsers.isEmpty
      ? ""
      : pick("; als aantal gebruikers geteld voor ", "; counted as users for ")
        + list(range.fromUsers.map(name))
    let incomplete =
      missing.isEmpty
      ? ""
      : pick("; geen getal bekend voor ", "; no number known for ") + list(missing)
    let caution = missing.isEmpty ? "" : pick("voor zover bekend ", "as far as is known ")
    return heading + ": " + caution + known + users + incomplete + "."
  }
}

extension Phrases.Noun {
  fileprivate func dutchOrEnglishMany(_ language: Language) -> String {
    language == .dutch ? dutch.many : english.many
  }
}
