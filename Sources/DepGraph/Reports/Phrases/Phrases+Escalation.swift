/// Escalation: the level that is suggested, and why.
extension Phrases {
  static let vitalService = Noun(
    ("als vitaal vastgelegde dienst", "als vitaal vastgelegde diensten"),
    ("service recorded as vital", "services recorded as vital"))
  static let lifeService = Noun(
    ("dienst waar levens van afhangen", "diensten waar levens van afhangen"),
    ("service that lives depend on", "services that lives depend on"))
  static let lostChannel = Noun(("kanaal", "kanalen"), ("channel", "channels"))

  /// A level: "niveau 2, Crisisteam".
  func level(_ rank: Int, _ name: String) -> String {
    pick("niveau", "level") + " \(rank), \(name)"
  }

  func escalationTitle(_ failed: String) -> String {
    pick("Opschaling en wie het moet weten: ", "Escalation and who must be told: ") + failed
  }

  /// The suggestion in one or two sentences.
  ///
  /// - Parameters:
  ///   - level: The level; nil: none.
  ///   - since: From when it could be called; nil: not by the conditions.
  ///   - isHeld: Whether the level stands only since it was called already.
  /// - Returns: The sentences.
  func escalationSentence(_ level: String?, since: String?, isHeld: Bool) -> String {
    var sentence: String
    if let level {
      if isHeld {
        sentence = pick(
          "Blijft: \(level). Dat niveau was al afgekondigd, en een niveau daalt nooit vanzelf.",
          "Stays: \(level). That level was called already, and a level never falls by itself.")
      } else {
        let when = since.map { pick(" (vanaf \($0))", " (from \($0) on)") } ?? ""
        sentence = pick(
          "Voorgesteld: \(level)\(when). Een mens beslist.",
          "Suggested: \(level)\(when). A person decides.")
      }
    } else {
      sentence = pick(
        "Voorgesteld: geen niveau; geen enkele voorwaarde geldt met zekerheid.",
        "Suggested: no level; no condition holds for certain.")
    }
    return sentence
  }

  /// Heavier levels by why they are not suggested; empty: there are none.
  func heavierSentence(possible: [String], untold: [String], asked: [String]) -> String {
    var sentences: [String] = []
    if !possible.isEmpty {
      sentences.append(pick("Mogelijk: \(list(possible)).", "Possibly: \(list(possible))."))
    }
    if !untold.isEmpty {
      sentences.append(
        pick("Niet te zeggen: \(list(untold)).", "Cannot tell: \(list(untold))."))
    }
    if !asked.isEmpty {
      sentences.append(
        pick(
          "Hangt af van een antwoord: \(list(asked)).", "Depends on an answer: \(list(asked))."))
    }
    return sentences.map { " " + $0 }.joined()
  }

  /// Of when the answer is.
  func momentLine(_ now: String, began: String, elapsed: Double) -> String {
    elapsed == 0
      ? pick("Stand van \(now), het begin.", "As of \(now), the beginning.")
      : pick(
        "Stand van \(now). Begonnen om \(began), \(duration(elapsed)) geleden.",
        "As of \(now). Began at \(began), \(duration(elapsed)) ago.")
  }

  /// What is down, by how sure that is; nil: nothing is.
  func downLine(certain: [String], possible: [String], untold: [String]) -> String? {
    var parts: [String] = []
    if !certain.isEmpty {
      parts.append(pick("Uit: ", "Down: ") + list(certain, most: 8) + ".")
    }
    if !possible.isEmpty {
      parts.append(pick("Mogelijk uit: ", "Possibly down: ") + list(possible, most: 8) + ".")
    }
    if !untold.isEmpty {
      parts.append(pick("Niet te zeggen: ", "Cannot tell: ") + list(untold, most: 8) + ".")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  func noFramework() -> String {
    pick(
      "Dit model heeft geen opschalingskader, dus een niveau is niet te geven. Leg een kader op met --framework BESTAND; models/escalation/example.yaml is een voorbeeld, met aangenomen drempels.",
      "This model has no escalation framework, so no level can be given. Lay one over it with --framework FILE; models/escalation/example.yaml is an example, with assumed thresholds."
    )
  }

  // MARK: - Conditions

  /// The threshold of a test, in brackets where it says something.
  func threshold(_ test: EscalationCondition.Test, isShare: Bool) -> String {
    let written = { (bound: Double) in isShare ? percentage(bound) : number(bound) }
    switch test {
    case .holds(true), .asked: return ""
    case .holds(false): return pick(" (gevraagd: juist niet)", " (asked: that it is not so)")
    case .atLeast(let bound):
      return pick(" (drempel: \(written(bound)))", " (threshold: \(written(bound)))")
    case .moreThan(let bound):
      return pick(
        " (drempel: meer dan \(written(bound)))", " (threshold: more than \(written(bound)))")
    case .lasts(let span):
      return pick(
        " (drempel: \(duration(span.seconds)))", " (threshold: \(duration(span.seconds)))")
    }
  }

  /// How many of something, by how sure: "5 organisaties", "zeker 2, mogelijk 4 organisaties; van nog
  /// 1 is het niet te zeggen".
  func measured(_ value: EscalationMeasurement, _ noun: Noun) -> String {
    let (certain, possible) = (Int(value.certain), Int(value.possible))
    let open = Int(value.conceivable) - possible
    var text: String
    if certain == possible {
      text = count(certain, noun)
      if open > 0 { text = pick("zeker ", "for certain ") + text }
    } else if certain == 0 {
      text =
        pick("mogelijk ", "possibly ") + count(possible, noun)
        + pick(", geen zeker", ", none for certain")
    } else {
      text = pick(
        "zeker \(number(certain)), mogelijk \(count(possible, noun))",
        "\(number(certain)) for certain, possibly \(count(possible, noun))")
    }
    if open > 0 {
      text += pick(
        "; van nog \(number(open)) niet te zeggen", "; for \(number(open)) more it cannot be told")
    }
    return text
  }

  func hitSentence(_ counted: String, names: String, threshold: String) -> String {
    pick("Geraakt: \(counted)\(threshold)\(names).", "Hit: \(counted)\(threshold)\(names).")
  }

  func pastSentence(_ counted: String, names: String, threshold: String) -> String {
    pick(
      "Langer uit dan zij kunnen hebben (MTPD), nu of vóór het beloofde herstel: \(counted)\(threshold)\(names).",
      "Out for longer than they can bear (MTPD), now or before the promised restore: \(counted)\(threshold)\(names)."
    )
  }

  func noAlternativeSentence(
    _ counted: String, names: String, threshold: String, amongLives: Bool
  ) -> String {
    amongLives
      ? pick(
        "Zonder plan dat nog werkt: \(counted)\(threshold)\(names).",
        "Without a plan that still works: \(counted)\(threshold)\(names).")
      : pick(
        "Uitgevallen zonder plan dat nog werkt: \(counted)\(threshold)\(names).",
        "Down without a plan that still works: \(counted)\(threshold)\(names).")
  }

  func channelsSentence(_ counted: String, names: String, threshold: String) -> String {
    pick(
      "Verloren om elkaar te bereiken: \(counted)\(threshold)\(names).",
      "Lost for reaching each other: \(counted)\(threshold)\(names).")
  }

  func elapsedSentence(_ seconds: Double, threshold: String) -> String {
    pick(
      "De storing duurt \(duration(seconds))\(threshold).",
      "The incident has lasted \(duration(seconds))\(threshold).")
  }

  func elapsedOfTargetSentence(
    _ share: Double, promised: Double, contract: String, on element: String, threshold: String
  ) -> String {
    pick(
      "Van de afgesproken hersteltijd van \(duration(promised)) voor \(element) (\(contract)) is \(percentage(share)) voorbij\(threshold).",
      "Of the agreed time to restore of \(duration(promised)) for \(element) (\(contract)), \(percentage(share)) has passed\(threshold)."
    )
  }

  func noTargetSentence(_ names: String, threshold: String) -> String {
    pick(
      "Voor \(names) is geen hersteltijd afgesproken die het model kent, dus welk deel voorbij is, is niet te zeggen\(threshold).",
      "For \(names) the model knows no agreed time to restore, so which share has passed cannot be told\(threshold)."
    )
  }

  func causeSentence(_ cause: IncidentCause) -> String {
    switch cause {
    case .unknown:
      pick(
        "De oorzaak is onbekend: een cyberaanval is niet uitgesloten.",
        "The cause is unknown: a cyber attack is not excluded.")
    case .cyber:
      pick(
        "De oorzaak is een cyberaanval of het vermoeden daarvan.",
        "The cause is a cyber attack, or the suspicion of one.")
    case .technical:
      pick(
        "De oorzaak is technisch; een cyberaanval is uitgesloten.",
        "The cause is technical; a cyber attack is excluded.")
    }
  }

  func questionSentence(_ question: String, answer: Bool?) -> String {
    let given = answer.map { $0 ? pick("ja", "yes") : pick("nee", "no") }
    return pick(
      "Vraag: \(question) Antwoord: \(given ?? "nog niet gegeven").",
      "Question: \(question) Answer: \(given ?? "not given yet").")
  }

  func word(_ verdict: EscalationVerdict) -> String {
    switch verdict {
    case .certain: pick("zeker", "certain")
    case .possible: pick("mogelijk", "possible")
    case .cannotTell: pick("niet te zeggen", "cannot tell")
    case .no: pick("nee", "no")
    }
  }

  // MARK: - Time

  /// A moment near another: the time of day, with the day where that differs.
  func shortInstant(_ instant: Instant, near other: Instant) -> String {
    let local = Int((instant.secondsSinceEpoch + Double(instant.writtenOffset)).rounded(.down))
    let day = Int((Double(local) / 86_400).rounded(.down))
    let minute = (local - day * 86_400) / 60
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let clock = "\(two(minute / 60)):\(two(minute % 60))"
    let isSameDay = instant.day == other.day
    let hasSameOffset = instant.writtenOffset == other.writtenOffset
    if isSameDay, hasSameOffset { return clock }
    if !hasSameOffset { return self.instant(instant) }
    return "\(date(instant.day)), \(clock)"
  }

  /// How far off a moment is: "over 25 min", "10 min geleden", "nu".
  func distance(_ instant: Instant, from now: Instant) -> String {
    let seconds = instant.secondsSinceEpoch - now.secondsSinceEpoch
    if seconds == 0 { return pick("nu", "now") }
    return seconds > 0
      ? pick("over \(duration(seconds))", "in \(duration(seconds))")
      : pick("\(duration(-seconds)) geleden", "\(duration(-seconds)) ago")
  }

  func laterSentence(_ level: String, at: String, distance: String, because: String) -> String {
    "\(capitalised(level)): \(at) (\(distance)). \(because)"
  }

  func nothingLater() -> String {
    pick(
      "Tijd alleen roept geen zwaarder niveau op. Nieuwe feiten wel: herhaal deze vraag.",
      "Time alone calls no heavier level. New facts do: ask again.")
  }
}
