extension Phrases {
  // MARK: - The headline

  func blastTitle(_ what: String) -> String {
    pick("Gevolgen van uitval: ", "Effects of an outage: ") + what
  }

  /// "Binnen 4 uur vallen zeker 5, mogelijk in totaal 9 afnemers en processen uit; …".
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
      let numbers = certainAndPossible(moment.certain, moment.possible)
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
    let dutchVerb = possible == 1 ? "valt" : "vallen"
    let things = self.noun(noun, for: language == .dutch || certain == 0 ? possible : certain)
    if certain == 0 {
      return pick(
        "\(when) \(dutchVerb) mogelijk \(number(possible)) \(things) uit (geen zeker)",
        "\(when), possibly \(number(possible)) \(things) \(possible == 1 ? "goes" : "go") down (none for certain)"
      )
    }
    let inAll = certain == possible ? "" : ", possibly \(number(possible)) in all"
    return pick(
      "\(when) \(dutchVerb) \(certainAndPossible(certain, possible)) \(things) uit",
      "\(when), \(number(certain)) \(things) \(certain == 1 ? "goes" : "go") down for certain\(inAll)"
    )
  }

  /// "zeker 5, mogelijk in totaal 9", the same as on pictures.
  func certainAndPossible(_ certain: Int, _ possible: Int) -> String {
    DiagramWords(language).certainAndPossible(certain, possible) { number($0) }
  }

  private func untoldSentence(_ moment: BlastOverTime.Moment, _ noun: Noun) -> String {
    if moment.untold == 0 { return "" }
    if moment.untold == 1 {
      return pick(
        " Van nog één \(noun.dutch.one) is het niet te zeggen.",
        " For one more \(noun.english.one) it cannot be told.")
    }
    let things = "\(number(moment.untold)) \(self.noun(noun, for: moment.untold))"
    return pick(
      " Van nog eens \(things) is het niet te zeggen.", " For another \(things) it cannot be told.")
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
    span.map { pick("tot ", "up to ") + duration($0.seconds) }
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
        "Het model weet niet wat allemaal onder \(seeds) valt; daarom is van geen enkel onderdeel te zeggen of het blijft werken.",
        "The model does not know all that belongs to \(seeds); so for no component can it be told whether it keeps working."
      )
      : pick(
        "In het model hoort niets bij \(seeds); er valt niets uit.",
        "Nothing in the model belongs to \(seeds); nothing goes down.")
  }

  func extentUnknown(_ seeds: String) -> String {
    pick(
      "Wat er nog meer onder \(seeds) valt, weet het model niet: van alles wat hieronder niet uitvalt, is het niet te zeggen.",
      "What else belongs to \(seeds) the model does not know: for everything that is not down below, it cannot be told."
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
  var degradedHeading: String { pick("Werkt beperkt", "Degraded") }
  var reducedHeading: String { pick("Minder reserve", "Reduced redundancy") }
  var cannotTellHeading: String { pick("Niet te zeggen", "Cannot tell") }
  /// The heading of what is stated to be independent of the failure.
  ///
  /// - Parameters:
  ///   - sourced: How many of the statements name a source.
  ///   - all: How many statements there are.
  /// - Returns: It promises a source only where every statement has one.
  func claimedHeading(sourced: Int, of all: Int) -> String {
    let heading = pick("Geen bekend gevolg, volgens opgave", "No known effect, as stated")
    return switch sourced {
    case all: heading + pick(" met bron", " with a source")
    case 0: heading + pick(" zonder bron", " without a source")
    default: heading
    }
  }
  var noSource: String { pick("geen", "none") }
  var notReachedHeading: String {
    pick("Geen bekende weg vanaf de uitval", "No known way from the failure")
  }
  var impactHeading: String { pick("Wie het raakt", "Whom it hits") }

  var fromTitle: String { pick("Vanaf", "From") }
  var feltTitle: String { pick("Merkbaar vanaf", "Felt from") }
  var cannotTellTitle: String {
    pick("Omdat niet bekend is wat dit nodig heeft", "Because it is not known what this needs")
  }
  var itself: String { pick("zelf", "itself") }
  var independentOfTitle: String { pick("Onafhankelijk van", "Independent of") }
  var coversTitle: String { pick("Dekt deze uitval", "Covers this failure") }

  func notReached(_ count: Int) -> String {
    pick(
      "Voor \(self.count(count, Self.component)) kent het model geen weg vanaf de uitval. Dat is geen bewijs dat \(count == 1 ? "het blijft" : "ze blijven") werken: ",
      "For \(self.count(count, Self.component)) the model knows no way from the failure. That is no proof that \(count == 1 ? "it keeps" : "they keep") working: "
    )
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

  var holding: String {
    pick(
      "Hier vangen alternatieven het op, of wat wegvalt is niet nodig om te werken: ",
      "Here alternatives hold, or what is lost is not needed to work: ")
  }

  func untoldOfExtent(_ count: Int) -> String {
    count == 1
      ? pick(
        "Ook dit onderdeel kan horen bij wat uitvalt of ervan afhangen; niemand heeft het vastgelegd: ",
        "This component too may belong to what fails or depend on it; nobody recorded it: ")
      : pick(
        "Ook deze onderdelen kunnen horen bij wat uitvalt of ervan afhangen; niemand heeft het vastgelegd: ",
        "These components too may belong to what fails or depend on it; nobody recorded it: ")
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
      "* There may be more: it is not known of everything whether it goes down, or how many people it hits. ?: nothing is known."
    )
  }

  /// The heading of a column for a moment.
  func momentTitle(_ after: TimeSpan?) -> String {
    guard let after else { return pick("einde", "in the end") }
    return after.seconds == 0 ? pick("direct", "at once") : duration(after.seconds)
  }
}

extension Phrases.Noun {
  fileprivate func dutchOrEnglishMany(_ language: Language) -> String {
    language == .dutch ? dutch.many : english.many
  }
}

extension Phrases {
  /// The verdict of a hit, and that it may be worse where something unknown bears on it.
  ///
  /// - Parameters:
  ///   - hit: The hit.
  ///   - unknown: The names of what is unknown, without the hit itself.
  /// - Returns: "zeker; of het ook uitvalt, is niet te zeggen".
  func word(of hit: BlastRadius.Hit, unknown: [String]) -> String {
    let verdict = word(hit.verdict, atLeast: hit.atLeast)
    guard !hit.couldBeDown.isEmpty else { return verdict }
    let because =
      unknown.isEmpty ? "" : pick(" (onbekend: \(list(unknown)))", " (unknown: \(list(unknown)))")
    return verdict
      + pick(
        "; of het ook uitvalt, is niet te zeggen\(because)",
        "; whether it also goes down cannot be told\(because)")
  }
}
