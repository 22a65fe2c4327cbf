// What is said of a scenario that was played.

extension Phrases {
  /// What has an outage.
  private static let out = Noun(
    ("onderdeel", "onderdelen"), ("component", "components"))
  private static let expectation = Noun(
    ("verwachting", "verwachtingen"), ("expectation", "expectations"))

  func exerciseTitle(_ name: String?) -> String {
    pick("Scenario afgespeeld", "Scenario played") + (name.map { ": \($0)" } ?? "")
  }

  func exerciseSentence(_ affected: Int, ongoing: Int) -> String {
    if affected == 0 {
      return pick("In dit scenario valt niets uit.", "Nothing goes down in this scenario.")
    }
    let back: String
    switch ongoing {
    case 0: back = pick("alle werken weer", "all work again")
    case affected: back = pick("geen daarvan werkt weer", "none of them works again")
    default:
      back = pick(
        "\(number(ongoing)) daarvan nog uit aan het eind",
        "\(number(ongoing)) of them still down at the end")
    }
    if affected == 1 {
      return pick("Er valt 1 onderdeel uit; ", "1 component goes down; ")
        + (ongoing == 0
          ? pick("het werkt weer.", "it works again.")
          : pick("het werkt aan het eind nog niet.", "it does not work at the end."))
    }
    return pick(
      "Er vallen \(count(affected, Self.out)) uit; ", "\(count(affected, Self.out)) go down; ")
      + back + "."
  }

  func overrunSentence(_ outage: ScenarioOutage, name: String) -> String {
    guard let target = outage.target, let overrun = outage.overrun else { return "" }
    let kind = judgement(outage)
    if overrun == .infinity {
      return pick(
        "\(name) komt niet terug, tegen \(against(target)): \(kind).",
        "\(name) does not come back, against \(against(target)): \(kind)."
      )
    }
    let factor =
      outage.factor.map { pick(", \(number($0)) maal zo lang", ", \(number($0)) times as long") }
      ?? ""
    let least = outage.until == nil ? pick("ten minste ", "at least ") : ""
    return pick(
      "\(name) was \(least)\(duration(outage.atLeast)) uit, tegen \(against(target)): \(least)\(duration(overrun)) te lang\(factor); \(kind).",
      "\(name) was down for \(least)\(duration(outage.atLeast)), against \(against(target)): \(least)\(duration(overrun)) too long\(factor); \(kind)."
    )
  }

  /// What an outage is held against, in a sentence.
  private func against(_ target: ScenarioOutage.Target) -> String {
    if target.basis == .objective {
      return pick(
        "een hersteldoel van \(duration(target.within))",
        "an objective of \(duration(target.within))")
    }
    let nature = target.nature.map { word($0) } ?? pick("aard niet bekend", "nature not known")
    return pick(
      "\(duration(target.within)) afgesproken (\(nature))",
      "\(duration(target.within)) agreed (\(nature))")
  }

  /// What a miss is called: only a missed guarantee is a breach.
  func judgement(_ outage: ScenarioOutage) -> String {
    if outage.isBreach { return pick("contractbreuk", "a breach of contract") }
    guard let target = outage.target else { return "" }
    if target.basis == .objective {
      return pick("hersteldoel gemist", "recovery objective missed")
    }
    switch target.nature {
    case .aim:
      return pick("gemist streven, geen contractbreuk", "a missed aim, no breach of contract")
    case .bestEffort:
      return pick(
        "inspanningsverplichting, geen contractbreuk", "best effort, no breach of contract")
    case .guaranteed:
      return pick(
        "of het contractbreuk is, is uit één geval niet vast te stellen",
        "whether it is a breach cannot be told from one case")
    case nil:
      return pick(
        "of het contractbreuk is, is niet bekend", "whether it is a breach is not known")
    }
  }

  func otherOverruns(_ count: Int) -> String {
    pick(
      "Nog \(self.count(count, Self.out)) \(count == 1 ? "was" : "waren") te lang uit.",
      "\(number(count)) more \(noun(Self.out, for: count)) \(count == 1 ? "was" : "were") down for too long."
    )
  }

  var noOverrun: String {
    pick("Niets was langer uit dan afgesproken.", "Nothing was down for longer than agreed.")
  }

  func expectationScore(_ score: ExpectationScore) -> String {
    let told = score.met + score.missed
    var sentence =
      told == 0
      ? pick("Geen verwachting is te toetsen", "No expectation can be tested")
      : pick(
        "\(number(score.met)) van \(count(told, Self.expectation)) uitgekomen",
        "\(number(score.met)) of \(count(told, Self.expectation)) met")
    if told > 0, score.cannotTell > 0 {
      sentence += pick(
        ", \(number(score.cannotTell)) niet te toetsen",
        ", \(number(score.cannotTell)) that cannot be tested")
    }
    return sentence + "."
  }

  func clockNotModel(_ count: Int) -> String {
    pick(
      "Deze uitkomst toetst de klok, niet het model: de hersteltijd van \(self.count(count, Self.out)) is in het scenario opgegeven, en wordt niet voorspeld. Dat die onderdelen op dat moment terugkomen, volgt uit de opgave.",
      "This result tests the clock, not the model: the recovery time of \(self.count(count, Self.out)) is given by the scenario, and is not predicted. That those components come back at that moment follows from what was given."
    )
  }

  func lagLine(_ name: String, _ seconds: Double, note: String?, sources: [String]) -> String {
    var line = "\(name): \(duration(seconds))"
    if let note { line += ". \(note)" }
    if !sources.isEmpty { line += " (\(list(sources)))" }
    return line
  }

  // MARK: - The timeline

  var timelineHeading: String { pick("Verloop", "Timeline") }

  func timelineNote(_ start: Instant?) -> String {
    guard let start else {
      return pick(
        "Tijden vanaf het begin van het scenario.", "Times since the start of the scenario.")
    }
    return pick(
      "Begin: \(instant(start)). Alle kloktijden zijn die van dat tijdverschil met UTC.",
      "Start: \(instant(start)). All clock times are by that offset from UTC.")
  }

  func timelineColumns(hasClock: Bool) -> [String] {
    let all =
      language == .dutch
      ? ["Klok", "Na", "Wat", "Gebeurt", "Waardoor"]
      : ["Clock", "After", "What", "Happens", "Because"]
    return hasClock ? all : Array(all.dropFirst())
  }

  /// A moment on the clock, short: "28 aug 04:10".
  func shortClock(_ instant: Instant) -> String {
    let parts = self.instant(instant).split(separator: ",")
    let day = parts[0].split(separator: " ")
    let time = parts[1].split(separator: " ")[0]
    return "\(day[0]) \(day[1].prefix(3)) \(time)"
  }

  /// A time since the start: "+1 uur 30 min".
  func sinceStart(_ seconds: Double) -> String {
    seconds == 0 ? "0" : "+" + duration(seconds)
  }

  func happening(_ entry: ScenarioEntry) -> String {
    switch entry.kind {
    case .fail: pick("valt zelf uit", "fails by itself")
    case .degrade: pick("werkt zelf beperkt", "degraded by itself")
    case .repairBegins: pick("herstel begint", "repair begins")
    case .restore: restored(entry.state)
    case .discover:
      entry.state == .up
        ? pick("gemeld als uit, maar werkt", "reported down, but works")
        : pick("uitval ontdekt", "outage found out")
    case .escalate: pick("niveau afgekondigd", "level called")
    case .notify: pick("ingelicht", "told")
    case .remark: ""
    case .change: word(change: entry.state, isGain: entry.isGain)
    }
  }

  private func restored(_ state: Observation.State?) -> String {
    switch state {
    case .up: pick("hersteld, werkt weer", "restored, works again")
    case .degraded: pick("hersteld, werkt beperkt", "restored, works degraded")
    default: pick("hersteld, werkt nog niet", "restored, does not work yet")
    }
  }

  private func word(change state: Observation.State?, isGain: Bool) -> String {
    switch state {
    case .down: pick("valt uit", "goes down")
    case .degraded where isGain: pick("werkt weer, beperkt", "works again, degraded")
    case .degraded: pick("werkt beperkt", "degraded")
    default: pick("werkt weer", "works again")
    }
  }

  func stateWord(_ state: Observation.State) -> String {
    switch state {
    case .down: pick("uit", "down")
    case .degraded: pick("werkt beperkt", "degraded")
    case .up: pick("werkt", "works")
    case .unknown: cannotTellWord
    }
  }

  func doneBy(_ name: String) -> String { pick("door \(name)", "by \(name)") }

  func cause(_ names: String, isGain: Bool) -> String {
    isGain
      ? pick("terug: \(names)", "back: \(names)") : pick("zonder \(names)", "without \(names)")
  }

  func moreRows(_ count: Int) -> String {
    pick(
      "Nog \(number(count)) regels; `--format json` en `--format csv` geven alles.",
      "\(number(count)) more rows; `--format json` and `--format csv` give all.")
  }

  func endingLine(_ ending: Timeline.Ending, end: Double) -> String? {
    switch ending {
    case .quiet: nil
    case .horizon:
      pick(
        "Gerekend tot \(duration(end)) na het begin (`until`).",
        "Computed until \(duration(end)) after the start (`until`).")
    case .repeats(let period):
      pick(
        "Het verloop herhaalt zich daarna eindeloos, elke \(duration(period)).",
        "From there on all comes again, every \(duration(period)), without end.")
    case .unsettled:
      pick(
        "Het verloop kwam niet tot rust; de berekening is afgebroken.",
        "The run did not come to rest and was stopped.")
    }
  }

  // MARK: - Outages

  var outagesHeading: String { pick("Storingen", "Outages") }

  var outageColumns: [String] {
    language == .dutch
      ? ["Onderdeel", "Van", "Tot", "Duur", "Afgesproken", "Te lang"]
      : ["Component", "From", "Until", "Duration", "Agreed", "Too long"]
  }

  var notBack: String { pick("niet terug", "not back") }
  var nothingAgreed: String { pick("niets bekend", "nothing known") }
  var cannotTellWord: String { pick("niet te zeggen", "cannot tell") }

  func atLeastSoLong(_ seconds: Double) -> String {
    seconds == .infinity
      ? pick("zonder eind", "without end")
      : pick("≥ \(duration(seconds))", "≥ \(duration(seconds))")
  }

  func agreed(_ target: ScenarioOutage.Target, contract: (String) -> String) -> String {
    let origin =
      switch target.basis {
      case .scenario: pick("scenario", "scenario")
      case .contract(let id): contract(id)
      case .objective: "RTO"
      }
    let nature = target.nature.map { word($0) + ", " } ?? ""
    return "\(duration(target.within)) (\(nature)\(origin))"
  }

  func tooLong(_ outage: ScenarioOutage) -> String {
    guard let overrun = outage.overrun else { return "–" }
    guard outage.isDecided else { return pick("nog niet", "not yet") }
    if overrun == 0 { return pick("nee", "no") }
    if overrun == .infinity { return pick("ja, zonder eind", "yes, without end") }
    let least = outage.until == nil ? "≥ " : ""
    let factor = outage.factor.map { " (×\(number($0)))" } ?? ""
    let breach = outage.isBreach ? pick(", contractbreuk", ", breach") : ""
    return least + duration(overrun) + factor + breach
  }

  var breachNote: String {
    pick(
      "Alleen een gemiste garantie is een contractbreuk; een gemist streven of hersteldoel niet.",
      "Only a missed guarantee is a breach of contract; a missed aim or objective is not.")
  }

  // MARK: - Expectations

  var expectationsHeading: String { pick("Verwacht en uitgekomen", "Expected and observed") }

  var expectationColumns: [String] {
    language == .dutch
      ? ["Verwacht", "Uitgekomen", "Gehouden tegen", "Gehaald", "Volgens de berekening"]
      : ["Expected", "Observed", "Held against", "Met", "By computation"]
  }

  func word(_ basis: ExpectationOutcome.Basis) -> String {
    switch basis {
    case .observations: pick("waarneming", "observation")
    case .events: pick("gebeurtenissen", "events")
    case .run: pick("berekening", "computation")
    }
  }

  func met(_ isMet: Bool?) -> String { isMet.map { word($0) } ?? cannotTellWord }

  var byConstructionMark: String { " *" }

  var byConstructionNote: String {
    pick(
      "* Volgt uit de hersteltijd die het scenario opgeeft: geen voorspelling.",
      "* Follows from the recovery time that the scenario gives: no prediction.")
  }

  func expected(
    _ claim: Scenario.Expectation.Claim, component: (String) -> String, level: (String) -> String,
    person: (String) -> String, clock: (Double) -> String
  ) -> String {
    switch claim {
    case .state(let id, let state, let at):
      return "\(component(id)): \(stateWord(state)) (\(clock(at)))"
    case .back(let id, let by, let notBefore):
      let latest = by.map { pick("terug voor \(clock($0))", "back by \(clock($0))") }
      let earliest = notBefore.map {
        by == nil
          ? pick("niet terug voor \(clock($0))", "not back before \(clock($0))")
          : pick("niet voor \(clock($0))", "not before \(clock($0))")
      }
      return component(id) + " " + [latest, earliest].compactMap(\.self).joined(separator: ", ")
    case .outage(let id, let most):
      return pick(
        "\(component(id)) hooguit \(duration(most.seconds)) uit",
        "\(component(id)) down for \(duration(most.seconds)) at most")
    case .level(let id, let by):
      return pick("\(level(id)) voor \(clock(by))", "\(level(id)) by \(clock(by))")
    case .notified(let id, let by):
      return pick("\(person(id)) ingelicht voor \(clock(by))", "\(person(id)) told by \(clock(by))")
    case .discovered(let id, let by):
      return pick(
        "uitval van \(component(id)) ontdekt voor \(clock(by))",
        "outage of \(component(id)) found out by \(clock(by))")
    }
  }
}
