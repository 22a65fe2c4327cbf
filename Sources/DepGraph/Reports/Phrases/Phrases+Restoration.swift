/// What is said of an order of restoration.
extension Phrases {
  // MARK: - The headline

  func restorationTitle(_ failed: String) -> String {
    pick("Herstelplan na uitval van \(failed)", "Restoration plan after failure of \(failed)")
  }

  static let repairNoun = Noun(("reparatie", "reparaties"), ("repair", "repairs"))
  static let awaitedNoun = Noun(
    ("proces of afnemer", "processen en afnemers"),
    ("process or consumer", "processes and consumers"))

  /// That the selectors name nothing.
  var nothingFailed: String {
    pick(
      "Er is niets uitgevallen: er valt niets te herstellen.",
      "Nothing has failed: there is nothing to restore.")
  }

  /// How many come back by when.
  ///
  /// - Parameters:
  ///   - back: How many of what is awaited is back at a known time.
  ///   - count: How many are awaited.
  ///   - never: How many of them stay out.
  ///   - only: The name of the one that is awaited; nil: there are none or several.
  ///   - repairs: How many repairs can begin.
  ///   - isWhole: Whether all that waits, or failed where nobody does, is back at a known time.
  ///   - last: When the last of them is back; nil: none is at a known time.
  /// - Returns: The sentence.
  func restorationSentence(
    back: Int, of count: Int, never: Int, only: String?, repairs: Int, isWhole: Bool,
    last: String?
  ) -> String {
    let work = self.count(repairs, Self.repairNoun)
    if count == 0 {
      let none = pick("Er is geen proces of afnemer uit", "No process or consumer is out")
      guard isWhole, let last else {
        return none
          + pick(
            "; wanneer alles wat defect is terug is, is niet te zeggen.",
            "; when all that failed is back cannot be said.")
      }
      return none
        + pick(
          "; met \(work) is alles wat defect is terug \(last).",
          "; with \(work) all that failed is back \(last).")
    }
    if let only {
      if let last {
        return pick(
          "Met \(work) werkt \(only) weer \(last).", "With \(work) \(only) works again \(last).")
      }
      return never > 0
        ? pick("\(only) blijft uit in dit plan.", "\(only) stays out in this plan.")
        : pick(
          "Wanneer \(only) weer werkt, is niet te zeggen.",
          "When \(only) works again cannot be said.")
    }
    let what = self.count(count, Self.awaitedNoun)
    let last = last ?? ""
    if back == count {
      return pick(
        "Met \(work) werken alle \(what) weer \(last).",
        "With \(work) all \(what) work again \(last).")
    }
    if never == count {
      return pick("Alle \(what) blijven uit in dit plan.", "All \(what) stay out in this plan.")
    }
    return someBack(back, what, work, last) + openRest(never: never, unknown: count - back - never)
  }

  private func someBack(_ back: Int, _ what: String, _ work: String, _ last: String) -> String {
    back == 0
      ? pick(
        "Van \(what) is er geen terug op een bekende tijd",
        "None of \(what) is back at a known time")
      : pick(
        "Met \(work) \(back == 1 ? "werkt" : "werken") \(number(back)) van de \(what) weer, de laatste \(last)",
        "With \(work) \(number(back)) of the \(what) \(back == 1 ? "works" : "work") again, the last \(last)"
      )
  }

  private func openRest(never: Int, unknown: Int) -> String {
    let out =
      never > 0
      ? pick(
        "; \(number(never)) \(never == 1 ? "blijft" : "blijven") uit in dit plan",
        "; \(number(never)) \(never == 1 ? "stays" : "stay") out in this plan") : ""
    let open =
      unknown > 0
      ? pick(
        "; van \(number(unknown)) is het niet te zeggen",
        "; of \(number(unknown)) it cannot be said")
      : ""
    return out + open + "."
  }

  /// How many are back too late, and the worst.
  func lateSentence(_ late: Int, of count: Int, worst: String, by seconds: Double) -> String {
    if count == 1 {
      return pick(
        "\(worst) is \(duration(seconds)) te laat terug.",
        "\(worst) is back \(duration(seconds)) too late.")
    }
    return pick(
      "\(number(late)) van de \(number(count)) met een uiterste tijd \(late == 1 ? "is" : "zijn") te laat terug, het ergst \(worst): \(duration(seconds)) te laat.",
      "\(number(late)) of the \(number(count)) with a tolerable period \(late == 1 ? "is" : "are") back too late, the worst \(worst): \(duration(seconds)) too late."
    )
  }

  /// A time that is a least, since nobody wrote down how long restarting takes.
  func atTheEarliest(_ time: String) -> String {
    pick("op zijn vroegst \(time)", "at the earliest \(time)")
  }

  func inTimeSentence(isWhole: Bool) -> String {
    isWhole
      ? pick(
        "Alles met een uiterste tijd is op tijd terug.",
        "All that has a tolerable period is back in time.")
      : pick(
        "Alles met een uiterste tijd is op tijd terug als herstarten geen tijd kost waar niemand die opschreef.",
        "All that has a tolerable period is back in time if restarting takes no time where nobody wrote one down."
      )
  }

  /// That times rest on promises that bind nobody.
  func restsOnAims(_ count: Int) -> String {
    pick(
      "De tijden rusten op \(number(count)) \(count == 1 ? "afspraak die geen garantie is" : "afspraken die geen garantie zijn").",
      "The times rest on \(number(count)) \(count == 1 ? "agreement that is no guarantee" : "agreements that are no guarantee")."
    )
  }

  func someInTime(_ back: Int, of count: Int) -> String {
    pick(
      "Van de \(number(count)) met een uiterste tijd \(back == 1 ? "is" : "zijn") er \(number(back)) op tijd terug.",
      "Of the \(number(count)) with a tolerable period \(number(back)) \(back == 1 ? "is" : "are") back in time."
    )
  }

  func neverSentence(_ never: Int, of count: Int) -> String {
    pick(
      "Van de \(number(count)) met een uiterste tijd \(never == 1 ? "blijft" : "blijven") er \(number(never)) uit zolang er niets anders wordt besloten.",
      "Of the \(number(count)) with a tolerable period \(number(never)) \(never == 1 ? "stays" : "stay") out unless something else is decided."
    )
  }

  func limitUnknown(_ unknown: Int, of count: Int) -> String {
    pick(
      "Of \(number(unknown)) van de \(number(count)) met een uiterste tijd op tijd terug \(unknown == 1 ? "is" : "zijn"), is niet te zeggen.",
      "Whether \(number(unknown)) of the \(number(count)) with a tolerable period \(unknown == 1 ? "is" : "are") back in time cannot be said."
    )
  }

  func decideFirst(_ count: Int) -> String {
    pick(
      "Eerst beslissen: \(number(count)) \(count == 1 ? "impasse houdt" : "impasses houden") herstel tegen.",
      "Decide first: \(number(count)) \(count == 1 ? "deadlock holds" : "deadlocks hold") restoration up."
    )
  }

  // MARK: - Times

  var cannotTellTime: String { pick("niet te zeggen", "cannot tell") }
  var staysOutWord: String { pick("blijft uit", "stays out") }

  /// A moment in few signs: "wo 28 aug 02:00".
  func dayAndTime(_ instant: Instant) -> String {
    let days = [
      ("ma", "Mon"), ("di", "Tue"), ("wo", "Wed"), ("do", "Thu"), ("vr", "Fri"), ("za", "Sat"),
      ("zo", "Sun"),
    ]
    let months = [
      ("jan", "Jan"), ("feb", "Feb"), ("mrt", "Mar"), ("apr", "Apr"), ("mei", "May"),
      ("jun", "Jun"), ("jul", "Jul"), ("aug", "Aug"), ("sep", "Sep"), ("okt", "Oct"),
      ("nov", "Nov"), ("dec", "Dec"),
    ]
    let local = instant.secondsSinceEpoch + Double(instant.writtenOffset)
    let count = Int((local / 86_400).rounded(.down))
    let date = CalendarDate(daysSinceEpoch: count)
    let minute = Int(((local - Double(count) * 86_400) / 60).rounded(.down))
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let day = days[CalendarDate.weekday(ofDay: count) - 1]
    let month = months[date.month - 1]
    return "\(pick(day.0, day.1)) \(date.day) \(pick(month.0, month.1)) "
      + "\(two(minute / 60)):\(two(minute % 60))"
  }

  // MARK: - Who

  var someSupplier: String { pick("leverancier", "supplier") }
  var somebody: String { pick("eigen mensen (aangenomen)", "own people (assumed)") }
  var noCrewAtAll: String { pick("niemand", "nobody") }
  func numberedCrew(_ number: String) -> String { pick("ploeg \(number)", "crew \(number)") }

  // MARK: - Why

  /// What waits for a repair.
  func awaited(
    _ name: String, class className: String?, others: Int, people: Double?, isItself: Bool
  ) -> String {
    let kind = className.map { " (\($0))" } ?? ""
    let rest =
      others == 0
      ? ""
      : pick(
        " en nog \(number(others)) \(others == 1 ? "ander" : "andere")",
        " and \(number(others)) more")
    let weight =
      people.map {
        pick(
          ", \(others == 0 ? "" : "samen ")\(number($0, decimals: 0)) mensen",
          ", \(others == 0 ? "" : "together ")\(number($0, decimals: 0)) people")
      } ?? ""
    let itself = isItself ? pick(" zelf", " itself") : ""
    return pick(
      "Hierop \(others == 0 ? "wacht" : "wachten") \(name)\(itself)\(kind)\(rest)\(weight)",
      "\(name)\(itself)\(kind)\(rest) \(others == 0 ? "waits" : "wait") for this\(weight)")
  }

  func mayBeOut(_ seconds: Double, isTolerated: Bool) -> String {
    isTolerated
      ? pick(
        "; mag hooguit \(duration(seconds)) uit zijn",
        "; may be out for \(duration(seconds)) at most")
      : pick(
        "; moet binnen \(duration(seconds)) terug zijn",
        "; has to be back within \(duration(seconds))")
  }

  var noLimit: String {
    pick("; een uiterste tijd is niet vastgelegd", "; no limit is recorded")
  }

  func comesBack(_ seconds: Double?) -> String {
    guard let seconds else {
      return pick("; wanneer het terug is, is niet te zeggen", "; when it is back cannot be told")
    }
    return seconds == 0
      ? pick("; direct terug", "; back at once")
      : pick("; terug na \(duration(seconds))", "; back after \(duration(seconds))")
  }

  func perHour(_ value: Double, isPeople: Bool) -> String {
    let count = number(value, decimals: value < 10 ? 1 : 0)
    return isPeople
      ? pick(
        ": \(count) mensen geholpen per uur werk", ": \(count) people helped for each hour of work")
      : pick(": gewicht \(count) per uur werk", ": weight \(count) for each hour of work")
  }

  var nothingWaits: String {
    pick(
      "Zonder dit komt geen proces of afnemer later terug: het kan wachten.",
      "Without this no process or consumer is back later: it can wait.")
  }

  var nobodyHit: String {
    pick(
      "Geen proces of afnemer is uit: het kan wachten.",
      "No process or consumer is out: it can wait.")
  }

  func oneOfSeveral(_ name: String, others: Int) -> String {
    let rest =
      others > 0 ? pick(" (en nog \(number(others)))", " (and \(number(others)) more)") : ""
    return pick(
      "\(name)\(rest) komt hierdoor terug, en zonder dit even vroeg door een andere reparatie: een van beide is nodig.",
      "\(name)\(rest) is back by this, and without it as soon by another repair: one of them is needed."
    )
  }

  /// That a repair alone does not bring back who needs it.
  func notEnough(staysOut: Bool, count: Int) -> String {
    staysOut
      ? pick(
        "; nodig, maar niet genoeg: \(count == 1 ? "dat blijft" : "die blijven") in dit plan ook dan uit",
        "; needed but not enough: \(count == 1 ? "that stays" : "they stay") out in this plan even so"
      )
      : pick(
        "; nodig, maar niet genoeg: wanneer \(count == 1 ? "dat" : "alles daarvan") terug is, is niet te zeggen",
        "; needed but not enough: when \(count == 1 ? "that" : "all of that") is back cannot be told"
      )
  }

  var unknownLength: String {
    pick(
      "Hoe lang dit duurt weet niemand, dus het komt na het werk dat te plannen is.",
      "Nobody knows how long this takes, so it comes after the work that can be planned.")
  }

  func nobodyCan(_ skills: [String]) -> String {
    pick(
      "Geen ploeg kan dit (nodig: \(list(skills))): zoek iemand.",
      "No crew can do this (needed: \(list(skills))): find somebody.")
  }

  // MARK: - From what

  func promised(
    _ contract: String, within: Double, nature: String?, share: Double?, atWorst: Double?
  ) -> String {
    let kind = nature.map { ", \($0)" } ?? pick(", aard niet genoemd", ", nature not stated")
    let cases =
      share.map {
        pick(", in \(percentage($0)) van de gevallen", ", in \(percentage($0)) of cases")
      } ?? ""
    let worst =
      atWorst.map {
        pick(
          "; alleen servicetijd telt, op het slechtst \(hoursLong($0))",
          "; only service hours count, at worst \(hoursLong($0))")
      } ?? ""
    return pick(
      "\(contract): binnen \(hoursLong(within))\(kind)\(cases)\(worst)",
      "\(contract): within \(hoursLong(within))\(kind)\(cases)\(worst)")
  }

  func ownRepair(_ seconds: Double) -> String {
    pick("eigen hersteltijd \(duration(seconds))", "own time to repair \(duration(seconds))")
  }
  func meanRepair(_ seconds: Double) -> String {
    pick("gemiddelde hersteltijd \(duration(seconds))", "mean time to repair \(duration(seconds))")
  }
  func assumedRepair(_ seconds: Double) -> String {
    pick(
      "aangenomen hersteltijd \(duration(seconds))", "assumed time to repair \(duration(seconds))")
  }
  var unknownRepair: String {
    pick("hersteltijd niet bekend", "time to repair not known")
  }
}
