/// The headings, columns and remarks of an order of restoration.
extension Phrases {
  // MARK: - Order

  var restoreOrderHeading: String { pick("Volgorde van herstel", "Order of restoration") }
  var restoreOrderColumns: [String] {
    [
      "", pick("Wat", "What"), pick("Wie", "Who"), pick("Begint", "Begins"), pick("Klaar", "Done"),
      pick("Brengt terug", "Brings back"),
    ]
  }
  var restoreReasonsHeading: String { pick("Waarom in deze volgorde", "Why in this order") }

  func moreRepairs(_ count: Int) -> String {
    pick(
      "Nog \(self.count(count, Self.repairNoun)): zie --format csv of json.",
      "\(self.count(count, Self.repairNoun)) more: see --format csv or json.")
  }

  // MARK: - What is back when

  var awaitedHeading: String { pick("Wanneer is wat terug", "What is back when") }
  var awaitedColumns: [String] {
    [
      pick("Proces of afnemer", "Process or consumer"), pick("Klasse", "Class"),
      pick("Mensen", "People"), pick("Gewenst", "Wanted"), pick("Uiterlijk", "At most"),
      pick("Terug", "Back"), pick("Te laat", "Too late"),
    ]
  }

  // MARK: - Decisions

  var decideHeading: String { pick("Eerst beslissen", "Decide first") }

  /// A loop that is not broken.
  func openLoop(_ elements: String, unrepaired: [String], breakers: [String]) -> String {
    let what =
      unrepaired.isEmpty
      ? pick("Dit wacht op elkaar om te starten: ", "These wait for each other to start: ")
      : pick("Herstel wacht hier op zichzelf: ", "Repair waits for itself here: ")
    let broken =
      unrepaired.isEmpty
      ? ""
      : pick(
        " Defect en zo niet te repareren: \(list(unrepaired)).",
        " Failed and not to be repaired this way: \(list(unrepaired)).")
    return what + elements + "." + broken
      + pick(
        " Zodra \(list(breakers)) \(breakers.count == 1 ? "werkt" : "werken"), hoe dan ook, volgt de rest.",
        " Once \(list(breakers)) \(breakers.count == 1 ? "works" : "work"), by whatever means, the rest follows."
      )
  }

  func openLoopAdvice(_ byHand: ColdStart.ByHand, option: String) -> String {
    let why =
      byHand == .insufficient
      ? pick(
        "Wat volgens het model met de hand kan, is niet genoeg.",
        "What can be done by hand according to the model is not enough.")
      : pick(
        "Het model zegt niet of dat met de hand kan; het plan doet het dus niet.",
        "The model does not say whether that can be done by hand; so the plan does not do it.")
    return why
      + pick(
        " Kan het wel: vraag opnieuw met \(option).",
        " If it can be done: ask again with \(option).")
  }

  /// A loop that the plan breaks by hand.
  func brokenLoop(_ elements: String, breakers: [String]) -> String {
    pick(
      "Dit wacht op elkaar: \(elements). Het plan begint met de hand bij \(list(breakers)).",
      "These wait for each other: \(elements). The plan begins by hand with \(list(breakers)).")
  }

  var brokenLoopsHeading: String { pick("Met de hand", "By hand") }

  var staysOut: String { pick("Blijft daardoor uit: ", "Stays out because of that: ") }

  func noCrewLine(_ name: String, skills: [String]) -> String {
    pick(
      "\(name): geen ploeg heeft wat hiervoor nodig is (\(list(skills))). Zoek iemand; tot dan is niet te zeggen wanneer het terug is.",
      "\(name): no crew has what this takes (\(list(skills))). Find somebody; until then it cannot be said when it is back."
    )
  }

  func unknownRepairLine(_ names: [String]) -> String {
    pick(
      "Van \(list(names, most: 8)) is de hersteltijd niet bekend; wat daarop wacht heeft geen tijd. Met --assume-repair 4h rekent het plan met een aanname.",
      "Of \(list(names, most: 8)) the time to repair is not known; what waits for it has no time. With --assume-repair 4h the plan reckons with an assumption."
    )
  }

  func unknownEvidenceLine(_ names: [String]) -> String {
    pick(
      "Bij \(list(names, most: 8)) moeten eerst sporen worden veiliggesteld; hoe lang dat duurt, is niet bekend. Met --assume-evidence 1h rekent het plan met een aanname.",
      "In \(list(names, most: 8)) evidence has to be secured first; how long that takes is not known. With --assume-evidence 1h the plan reckons with an assumption."
    )
  }

  // MARK: - How good

  var qualityHeading: String { pick("Hoe goed is dit plan", "How good is this plan") }

  func ofThoseKnown(_ known: Int, of count: Int) -> String {
    pick(
      "Alleen wat op een bekende tijd terug is telt hier mee: \(number(known)) van de \(number(count)). Wat dit plan in het geheel kost, is niet te zeggen.",
      "Only what is back at a known time counts here: \(number(known)) of \(number(count)). What this plan costs as a whole cannot be told."
    )
  }

  var failedCounts: String {
    pick(
      "Geen proces of afnemer is uit; gerekend is met wat zelf defect is.",
      "No process or consumer is out; what failed itself is reckoned with.")
  }

  func lossLine(_ loss: Double, isPeople: Bool, without: [String]) -> String {
    let hours = number(loss / 3600, decimals: loss < 36_000 ? 1 : 0)
    let rest =
      without.isEmpty
      ? ""
      : pick(
        ", zonder \(list(without, most: 4)): daar is geen aantal bekend",
        ", without \(list(without, most: 4)): no number is known there")
    return isPeople
      ? pick(
        "Alle wachttijd samen: \(hours) mensuren (mensen maal uren tot hun proces terug is\(rest)).",
        "All waiting together: \(hours) person-hours (people times hours until their process is back\(rest))."
      )
      : pick(
        "Alle wachttijd samen: \(hours) (gewicht maal uren tot het terug is).",
        "All waiting together: \(hours) (weight times hours until it is back).")
  }

  func optimalLine(_ strategy: RestorationStrategy) -> String {
    pick(
      "Bewezen: volgens '\(name(strategy))' is geen enkele volgorde beter.",
      "Proven: by '\(name(strategy))' no order is better.")
  }

  func gapLine(lowerBound: Double, gap: Double) -> String {
    let hours = number(lowerBound / 3600, decimals: 0)
    return lowerBound > 0
      ? pick(
        "Niet bewezen dat het niet beter kan. Geen enkele volgorde komt onder \(hours); dit plan zit daar \(percentage(gap)) boven.",
        "Not proven to be the best. No order is below \(hours); this plan is \(percentage(gap)) above that."
      )
      : pick(
        "Niet bewezen dat het niet beter kan, en er is geen bruikbare ondergrens.",
        "Not proven to be the best, and there is no useful lower bound.")
  }

  /// That there is nothing to choose.
  var sameByAll: String {
    pick(
      "Alle vier de strategieën geven hetzelfde plan: er is niets te kiezen.",
      "All four strategies give the same plan: there is nothing to choose.")
  }

  var strategiesHeading: String { pick("Strategieën vergeleken", "Strategies compared") }
  func strategyColumns(isPeople: Bool) -> [String] {
    [
      pick("Strategie", "Strategy"), pick("Eerste ploegwerk", "First crew work"),
      pick("Laatste terug", "Last back"), pick("Te laat", "Too late"),
      pick("Grootste overschrijding", "Greatest overrun"),
      isPeople ? pick("Mensuren", "Person-hours") : pick("Gewicht × uur", "Weight × hours"),
      pick("Bewezen", "Proven"),
    ]
  }

  func name(_ strategy: RestorationStrategy) -> String {
    switch strategy {
    case .classThenSlack: pick("klasse, dan speling", "class, then slack")
    case .smith: pick("meeste per uur werk (Smith)", "most for each hour of work (Smith)")
    case .earliestDueDate: pick("vroegste uiterste tijd", "earliest due date")
    case .unlockValue: pick("brengt het meeste terug", "unlocks the most")
    }
  }

  /// How much the worst is back after it ought to be.
  func overrun(_ seconds: Double?) -> String {
    guard let seconds else { return "–" }
    return seconds > 0
      ? duration(seconds) : pick("geen", "none")
  }

  func provenWord(_ value: Bool) -> String { value ? pick("ja", "yes") : pick("nee", "no") }
}
