/// The sentences of `works`.
extension Phrases {
  private static let work = Noun(
    ("werkzaamheid", "werkzaamheden"), ("work", "works"))

  var worksTitle: String {
    pick(
      "Geplande werkzaamheden: wie ze raken, en wanneer", "Planned works: who is hit, and when")
  }

  // MARK: - Times

  private static let dutchDays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
  private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// A day with its day of the week: "za 13 juni 2026".
  func dayOfWeek(_ instant: Instant) -> String {
    let weekday = CalendarDate.weekday(ofDay: instant.day.daysSinceEpoch) - 1
    let days = language == .dutch ? Self.dutchDays : Self.englishDays
    return "\(days[weekday]) \(date(instant.day))"
  }

  /// The clock by which a moment is written: "04:00".
  func clock(_ instant: Instant) -> String {
    let local = Int((instant.secondsSinceEpoch + Double(instant.writtenOffset)).rounded(.down))
    let second = ((local % 86_400) + 86_400) % 86_400
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let clock = "\(two(second / 3600)):\(two(second / 60 % 60))"
    return second % 60 == 0 ? clock : "\(clock):\(two(second % 60))"
  }

  /// From when until when: "za 13 juni 2026, 04:00–05:00"; with the offsets where the clock changes
  /// between.
  func span(_ from: Instant, _ until: Instant?) -> String {
    guard let until else {
      return pick("vanaf ", "from ") + dayOfWeek(from) + ", " + clock(from)
        + pick(", einde niet te zeggen", ", no end known")
    }
    let changes = from.writtenOffset != until.writtenOffset
    let first = clock(from) + (changes ? " (\(offsetName(from)))" : "")
    let last = clock(until) + (changes ? " (\(offsetName(until)))" : "")
    return from.day == until.day
      ? "\(dayOfWeek(from)), \(first)–\(last)"
      : "\(dayOfWeek(from)), \(first) – \(dayOfWeek(until)), \(last)"
  }

  private func offsetName(_ instant: Instant) -> String {
    let minutes = Int(instant.writtenOffset.magnitude) / 60
    let sign = instant.writtenOffset < 0 ? "−" : "+"
    let rest = minutes % 60 == 0 ? "" : ":\(minutes % 60)"
    return "UTC" + (minutes == 0 ? "" : "\(sign)\(minutes / 60)\(rest)")
  }

  // MARK: - The answer

  /// How many works there are, between which days.
  func worksSentence(count: Int, of all: Int, from: Instant?, until: Instant?) -> String {
    guard let from, let until else {
      return pick(
        "Van \(self.count(all, Self.work)) haalt geen enkele iets uit bedrijf.",
        "Of \(self.count(all, Self.work)) none takes anything out of service.")
    }
    let others =
      all == count
      ? "" : pick(" (van \(number(all)) gemelde)", " (of \(number(all)) announced)")
    return pick(
      "\(self.count(count, Self.work))\(others), \(span(from, until)).",
      "\(self.count(count, Self.work))\(others), \(span(from, until)).")
  }

  /// How many users are hit at worst in a way, and how many of them only by an overlap.
  func hitSentence(_ grade: Grade, count: Int, together: Int, names: [String]) -> String {
    let only =
      together == 0
      ? ""
      : together == count
        ? pick(
          ", alleen doordat werkzaamheden samenvallen", ", only because works overlap")
        : pick(
          ", waarvan \(number(together)) alleen doordat werkzaamheden samenvallen",
          ", \(number(together)) of them only because works overlap")
    let who = count <= 3 ? list(names) : "\(number(count)) \(noun(Phrases.user, for: count))"
    return " " + capitalised(effectWord(grade)) + ": " + who + only + "."
  }

  var nobodyIsHit: String {
    pick(
      " Voor zover bekend merkt geen afnemer of proces er iets van.",
      " As far as is known no consumer or process notices.")
  }

  func unknownObjects(_ count: Int) -> String {
    pick(
      " Van \(self.count(count, Self.work)) is niet te zeggen wat die \(count == 1 ? "raakt" : "raken").",
      " Of \(self.count(count, Self.work)) it cannot be told what it hits.")
  }

  /// The noun for a grade, as in a notice: "uitval".
  func effectWord(_ grade: Grade) -> String {
    switch grade {
    case .down: pick("uitval", "outage")
    case .degraded: pick("beperkte werking", "degraded")
    case .reducedRedundancy: pick("minder reserve", "reduced redundancy")
    case .cannotTell: pick("niet te zeggen", "cannot tell")
    case .notAffected: pick("geen bekend gevolg", "no known effect")
    }
  }

  // MARK: - Tables

  var worksHeading: String { pick("De werkzaamheden", "The works") }
  var worksColumns: [String] {
    [
      pick("Nr.", "No."), pick("Wanneer", "When"), pick("Wie", "By"),
      pick("Waaraan", "At what"), pick("Gemeld gevolg", "Announced effect"),
      pick("Hoe gerekend", "How reckoned"), pick("Deze alleen", "This work alone"),
    ]
  }

  var hitHeading: String { pick("Wie wordt wanneer geraakt", "Who is hit when") }
  var hitColumns: [String] {
    [
      pick("Gevolg", "Effect"), pick("Wie", "Who"), pick("Wanneer", "When"),
      pick("Door nr.", "By no."), pick("Opmerking", "Remark"),
    ]
  }

  func word(_ impact: MaintenanceNotice.Impact?) -> String {
    switch impact {
    case .noImpact: pick("geen", "none")
    case .reducedRedundancy: pick("minder reserve", "reduced redundancy")
    case .degraded: pick("beperkte werking", "degraded")
    case .outage: pick("uitval", "outage")
    case nil: pick("niet gemeld", "not announced")
    }
  }

  func word(_ status: MaintenanceNotice.Status?) -> String? {
    switch status {
    case .tentative: pick("voorlopig", "tentative")
    case .confirmed: pick("bevestigd", "confirmed")
    case .cancelled: pick("geannuleerd", "cancelled")
    case .inProcess: pick("in uitvoering", "in progress")
    case .completed: pick("gereed", "completed")
    case nil: nil
    }
  }

  /// How a work is reckoned with, against what was announced of it.
  func reckoned(_ window: PlannedWorks.Window) -> String {
    switch window.treatment {
    case .out:
      switch window.notice.impact {
      case .outage, nil: pick("als uitval", "as an outage")
      default: pick("als uitval, zwaarder dan gemeld", "as an outage, worse than announced")
      }
    case .noImpact: pick("niet, zoals gemeld", "not, as announced")
    case .cancelled: pick("niet: geannuleerd", "not: cancelled")
    case .completed: pick("niet: gereed", "not: completed")
    case .over: pick("niet: voorbij", "not: over")
    case .outside: pick("niet: buiten de periode", "not: outside the period")
    }
  }

  /// What a work does alone, in numbers by grade.
  func alone(_ counts: [(Grade, Int)], isExpected: Bool) -> String {
    guard !counts.isEmpty else { return "–" }
    let parts = counts.map { grade, count in
      let with =
        switch grade {
        case .down, .reducedRedundancy: pick("met ", "with ")
        case .degraded: pick("met ", "")
        case .cannotTell, .notAffected: ""
        }
      return "\(number(count)) \(with)\(effectWord(grade))"
    }
    return (isExpected ? "" : pick("als het toch misgaat: ", "if it goes wrong: "))
      + parts.joined(separator: ", ")
  }

  func workNumbers(_ numbers: [Int], isTogether: Bool) -> String {
    guard isTogether, numbers.count > 1 else {
      return numbers.map { number($0 + 1) }.joined(separator: ", ")
    }
    return list(numbers.map { number($0 + 1) }) + pick(" samen", " together")
  }

  /// What is to be said of a spell besides.
  func remarks(on spell: PlannedWorks.Spell, because: [String]) -> String {
    var parts: [String] = []
    if spell.isTogether {
      parts.append(pick("alleen door samenloop", "only by the overlap"))
    }
    if spell.isPassing {
      parts.append(pick("door omschakelen of herstarten", "by changing over or starting again"))
    }
    if spell.verdict == .possible, spell.grade > .cannotTell {
      parts.append(pick("mogelijk: rust op een aanname", "possible: rests on an assumption"))
    }
    if !because.isEmpty {
      let names = list(because, most: 3)
      parts.append(
        spell.grade == .cannotTell
          ? pick("niet volledig bekend: \(names)", "not fully known: \(names)")
          : pick("kan erger zijn: \(names)", "may be worse: \(names)"))
    }
    return parts.joined(separator: "; ")
  }

  // MARK: - Overlaps and single points

  var overlapHeading: String { pick("Alleen door samenloop", "Only because works overlap") }
  func overlapItem(_ numbers: [Int], _ from: Instant, _ until: Instant) -> String {
    let works = list(numbers.map { number($0 + 1) })
    return pick(
      "Werkzaamheden \(works) samen (\(span(from, until))):",
      "Works \(works) together (\(span(from, until))):")
  }
  func togetherItem(_ name: String, _ spell: PlannedWorks.Spell) -> String {
    "\(name): \(effectWord(spell.grade)), \(span(spell.from, spell.until))"
      + (spell.verdict == .possible && spell.grade > .cannotTell
        ? pick(" (mogelijk)", " (possible)") : "")
  }
  var newPointsHeading: String {
    pick(
      "Wat tijdens de werkzaamheden niet ook mag uitvallen",
      "What must not fail as well during the works")
  }
  func workItem(_ number: Int) -> String {
    pick(
      "Tijdens werkzaamheden \(self.number(number + 1)):",
      "During work \(self.number(number + 1)):")
  }
  func onlyOverlapItem(_ numbers: [Int]) -> String {
    let works = list(numbers.map { number($0 + 1) })
    return pick(
      "Alleen tijdens de samenloop van werkzaamheden \(works):",
      "Only while works \(works) overlap:")
  }
  func riskItem(_ name: String) -> String {
    pick(
      "\(name) valt dan uit als ook een van deze uitvalt: ",
      "\(name) then goes down if one of these fails as well: ")
  }

  var worksNote: String {
    pick(
      "Gerekend is dat alles waaraan wordt gewerkt de hele tijd uit staat, wat de uitvoerder ook meldt; alleen bij de melding \u{2018}geen gevolg\u{2019} blijft het werken. Accu's en andere overbruggingen tellen vanaf het begin van de werkzaamheden, omschakelen en herstarten kost de tijd die in het model staat.",
      "Everything that is worked at is taken to be out all the time, whatever is announced; only where no impact is announced it goes on working. Batteries and other holdups count from the start of the work; changing over and starting again take the time that the model states."
    )
  }

  func zoneNote(_ zone: String) -> String {
    pick("Alle tijden zijn in de zone \(zone).", "All times are in the zone \(zone).")
  }
}
