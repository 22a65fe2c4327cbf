/// What a briefing says of escalation, alternatives, standing, suppliers and exercises.
extension Phrases {
  // MARK: - 5 and 6

  func inScenario(_ name: String) -> String {
    pick("Nagespeeld met “\(name)”. ", "Replayed with “\(name)”. ")
  }

  func frameworkIs(_ text: String) -> String {
    pick("Gebruikt opschalingskader: ", "Escalation framework used: ") + text
  }

  func reachSentence(
    reachable: Int, of all: Int, hit: Int, lost: String, mute: Int
  ) -> String {
    let unknown =
      mute > 0
      ? pick(
        " Van \(number(mute)) andere staat niet in het model hoe ze te bereiken zijn.",
        " How to reach \(number(mute)) more is not in the model.") : ""
    if reachable == all {
      return pick(
        "Alle \(number(all)) contacten zijn nog te bereiken; bij \(number(hit)) valt wel een kanaal weg.",
        "All \(number(all)) contacts can still be reached; \(number(hit)) lose a channel.")
        + unknown
    }
    return pick(
      "Van de \(number(all)) contacten zijn er \(number(reachable)) nog te bereiken. Niet meer: \(lost).",
      "Of the \(number(all)) contacts \(number(reachable)) can still be reached. No longer: \(lost)."
    )
      + unknown
  }

  var nothingLeft: String { pick("niets: stuur iemand", "nothing: send somebody") }

  var contactReachColumns: [String] {
    language == .dutch
      ? ["Wie", "Bel eerst via", "Werkt ook nog", "Valt weg"]
      : ["Who", "Call first by", "Works too", "Is lost"]
  }

  var reachNote: String {
    pick(
      "Op papier, om uit te delen: print/escalate.html.",
      "On paper, to hand out: print/escalate.html.")
  }

  // MARK: - 7

  func alternativesSentence(
    _ system: String, of all: Int, none: Int, nominal: Int, independent: Int, unknown: Int,
    civil: Int, civilNone: Int
  ) -> String {
    let users = count(all, Self.user)
    let dutch =
      "Van de \(users) van \(system) \(none == 1 ? "heeft" : "hebben") er \(number(none)) geen alternatief, \(number(nominal)) alleen in naam, \(number(independent)) een dat voor zover bekend onafhankelijk is; van \(number(unknown)) is het niet te zeggen."
    let english =
      "Of the \(users) of \(system), \(number(none)) have no alternative, \(number(nominal)) one in name only, \(number(independent)) one that is independent as far as is known; for \(number(unknown)) it cannot be told."
    let civilians =
      civil > 0
      ? pick(
        " Van de \(number(civil)) civiele gebruikers \(civilNone == 1 ? "heeft" : "hebben") er \(number(civilNone)) geen.",
        " Of the \(number(civil)) civil users \(number(civilNone)) have none.") : ""
    return pick(dutch, english) + civilians
  }

  var alternativeColumns: [String] {
    language == .dutch
      ? ["Wie", "Civiel", "Bij uitval", "Alternatief"]
      : ["Who", "Civil", "When it fails", "Alternative"]
  }

  func onlyOneSystem(_ name: String) -> String {
    pick(
      "Er valt meer uit dan \(name); de tabel gaat alleen daarover.",
      "More fails than \(name); the table is about that alone.")
  }

  func bestChange(_ sentence: String) -> String {
    pick("Wat het meest helpt: ", "What helps most: ") + sentence
  }

  var changesHeading: String {
    pick("Wat één verandering zou opleveren", "What one change would bring")
  }

  // MARK: - 8

  func judgedSubject(_ names: String) -> String {
    pick("Beoordeeld: uitval van \(names).", "Judged: the failure of \(names).")
  }

  func decidedOn(_ name: String, status: VitalStanding.Status, on date: CalendarDate?) -> String {
    let when = date.map { pick(" (\(self.date($0)))", " (\(self.date($0)))") } ?? ""
    let what =
      switch status {
      case .designated: pick("is aangewezen", "is designated")
      case .notDesignated: pick("is niet aangewezen", "is not designated")
      case .candidate: pick("wordt onderzocht", "is being considered")
      case .unknown: pick("heeft een status die niet bekend is", "has a status that is not known")
      }
    return pick("Het werkelijke besluit: ", "The actual decision: ") + "\(name) \(what)\(when)."
  }

  // MARK: - 9

  func exits(with: Int, without: Int, unsaid: Int) -> String {
    pick(
      "Hoe we van een leverancier af kunnen (exit-strategie), staat bij \(number(with)) afspraken wel, bij \(number(without)) niet, en is bij \(number(unsaid)) niet bekend.",
      "How to leave a supplier (exit strategy) is said in \(number(with)) agreements, not in \(number(without)), and not known of \(number(unsaid))."
    )
  }

  // MARK: - 10

  func exerciseAdvice(_ name: String, isCovered: Bool) -> String {
    isCovered
      ? pick(
        "De uitval die de meesten raakt (\(name)), zit in een van de scenario's: oefen die opnieuw na elke maatregel.",
        "The failure that hits most (\(name)) is in one of the scenarios: exercise it again after each measure."
      )
      : pick(
        "Oefen als eerste de uitval van \(name): die raakt de meesten, en geen scenario speelt haar na.",
        "Exercise the failure of \(name) first: it hits most, and no scenario plays it.")
  }

  // MARK: - What is missing

  var gapFailure: String { pick("wat er uitvalt", "what fails") }
  var gapUsers: String {
    pick("processen of afnemers in het model", "processes or consumers in the model")
  }
  func gapRepair(_ names: String) -> String {
    pick("hoe lang herstel duurt van ", "how long it takes to restore ") + names
  }
  var gapContracts: String {
    pick(
      "afspraken met een hersteltijd, en of die gegarandeerd is",
      "agreements with a time to restore, and whether it is guaranteed")
  }
  var gapObjectives: String {
    pick(
      "binnen welke tijd processen en afnemers terug moeten zijn",
      "within what time processes and consumers must be back")
  }
  var gapLevels: String {
    pick(
      "een opschalingskader: niveaus, voorwaarden, wie wordt gebeld",
      "an escalation framework: levels, conditions, who is called")
  }
  var gapActualCalls: String {
    pick("wanneer er werkelijk is opgeschaald", "when it was really escalated")
  }
  var gapContacts: String {
    pick("wie te bellen is, en langs welke kanalen", "who can be called, and by which channels")
  }
  func gapUsersOf(_ name: String) -> String {
    pick("wie gebruikmaakt van ", "who uses ") + name
  }
  var gapCriteria: String { pick("een set criteria", "a set of criteria") }
  var gapSuppliers: String {
    pick("wie wat levert, en met welk contract", "who delivers what, and by which contract")
  }
  var gapScenarios: String {
    pick("een scenario om na te spelen", "a scenario to play")
  }
}
