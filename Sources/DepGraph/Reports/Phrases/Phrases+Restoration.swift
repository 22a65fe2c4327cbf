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

  /// How many come back by when.
  ///
  /// - Parameters:
  ///   - back: How many of what is awaited is back at a known time.
  ///   - count: How many are awaited.
  ///   - repairs: How many repairs can begin.
  ///   - last: When the last of them is back.
  /// - Returns: The sentence.
  func restorationSentence(back: Int, of count: Int, repairs: Int, last: String) -> String {
    let work = self.count(repairs, Self.repairNoun)
    let what = self.count(count, Self.awaitedNoun)
    if count == 0 {
      return pick(
        "Er is geen proces of afnemer uit; met \(work) is alles terug wat dat kan, \(last).",
        "No process or consumer is out; with \(work) all is back that can be, \(last).")
    }
    if back == 0 {
      return pick(
        "Van \(what) is van geen enkele te zeggen wanneer die weer werkt.",
        "Of \(what) it cannot be said of any when it works again.")
    }
    if back == count {
      return pick(
        "Met \(work) \(count == 1 ? "werkt" : "werken") \(count == 1 ? "het ene proces" : "alle \(what)") weer \(last).",
        "With \(work) \(count == 1 ? "the one process works" : "all \(what) work") again \(last).")
    }
    return pick(
      "Met \(work) \(back == 1 ? "werkt" : "werken") \(number(back)) van de \(what) weer, de laatste \(last); van de andere is dat niet te zeggen.",
      "With \(work) \(number(back)) of the \(what) \(back == 1 ? "works" : "work") again, the last \(last); of the others that cannot be said."
    )
  }

  /// How many are back too late, and the worst.
  func lateSentence(_ late: Int, of count: Int, worst: String, by seconds: Double) -> String {
    pick(
      "\(number(late)) van de \(number(count)) met een uiterste tijd \(late == 1 ? "is" : "zijn") te laat terug, het ergst \(worst): \(duration(seconds)) te laat.",
      "\(number(late)) of the \(number(count)) with a tolerable period \(late == 1 ? "is" : "are") back too late, the worst \(worst): \(duration(seconds)) too late."
    )
  }

  var inTimeSentence: String {
    pick(
      "Alles met een uiterste tijd is op tijd terug.",
      "All that has a tolerable period is back in time.")
  }

  func decideFirst(_ count: Int) -> String {
    pick(
      "Eerst beslissen: \(number(count)) \(count == 1 ? "impasse houdt" : "impasses houden") herstel tegen.",
      "Decide first: \(number(count)) \(count == 1 ? "deadlock holds" : "deadlocks hold") restoration up."
    )
  }

  // MARK: - Times

  var cannotTellTime: String { pick("niet te zeggen", "cannot tell") }

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
  func awaited(_ name: String, class className: String?, others: Int, people: Double?) -> String {
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
          ", samen \(number($0, decimals: 0)) mensen",
          ", together \(number($0, decimals: 0)) people")
      } ?? ""
    return pick(
      "Hierop \(others == 0 ? "wacht" : "wachten") \(name)\(kind)\(rest)\(weight)",
      "\(name)\(kind)\(rest) \(others == 0 ? "waits" : "wait") for this\(weight)")
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
    pick("; hoe lang dat mag duren staat nergens", "; how long that may take stands nowhere")
  }

  func comesBack(_ seconds: Double?) -> String {
    guard let seconds else {
      return pick(", wanneer het terug is, is niet te zeggen", ", when it is back cannot be told")
    }
    return seconds == 0
      ? pick(", is direct terug", ", is back at once")
      : pick(", is terug na \(duration(seconds))", ", is back after \(duration(seconds))")
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
      "Zonder dit blijft geen proces of afnemer uit: het kan wachten.",
      "Without this no process or consumer stays out: it can wait.")
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
