/// The first page of a briefing, and the tables at its end.
extension Phrases {
  var findingsHeading: String { pick("Drie bevindingen", "Three findings") }
  var notKnownHeading: String {
    pick("Wat we niet weten, en wie dat kan zeggen", "What we do not know, and who can tell")
  }
  var decisionHeading: String { pick("Gevraagd besluit", "Decision asked for") }
  var decisionEmpty: String {
    pick("Door de schrijver in te vullen:", "For the writer to fill in:")
  }
  var reliabilityHeading: String { pick("Hoe betrouwbaar is dit", "How reliable is this") }

  func questionLink(_ number: Int) -> String {
    pick("vraag \(number)", "question \(number)")
  }

  var missingColumns: [String] {
    language == .dutch
      ? ["Wat ontbreekt", "Raakt processen en afnemers", "Wie kan het zeggen"]
      : ["What is missing", "Processes and consumers on it", "Who can tell"]
  }

  var nobodyNamed: String {
    pick("het model noemt niemand", "the model names nobody")
  }

  func missingFact(_ kind: UnknownFact.Kind, _ names: [String]) -> String {
    let name = list(names, most: 3)
    switch kind {
    case .needs:
      return pick("Wat \(name) verder nodig heeft", "What else \(name) needs")
    case .shared(let key):
      return pick(
        "Welke \(sharedKey(key)) \(name) met andere deelt",
        "Which \(sharedKey(key)) \(name) shares with others")
    case .restoring:
      return pick("Hoe lang herstel duurt van \(name)", "How long it takes to restore \(name)")
    case .tolerance:
      return pick(
        "Hoe lang zij uitval kunnen dragen: \(name)", "How long they can bear an outage: \(name)")
    }
  }

  /// A key under which things are shared, in a word.
  private func sharedKey(_ key: String) -> String {
    switch key {
    case "duct": pick("geul", "duct")
    case "site": pick("locatie", "site")
    case "power": pick("stroomvoorziening", "power supply")
    case "software": pick("software", "software")
    case "supplier": pick("leverancier", "supplier")
    default: "“\(key)”"
    }
  }

  func moreMissing(_ count: Int) -> String {
    count == 1
      ? pick(
        "Er ontbreekt nog 1 ander feit; zie het eind van dit stuk.",
        "1 more fact is missing; see the end of this paper.")
      : pick(
        "Er ontbreken nog \(number(count)) andere feiten; zie het eind van dit stuk.",
        "\(number(count)) more facts are missing; see the end of this paper.")
  }

  var nothingMissing: String {
    pick(
      "Geen feit waarvan het model zegt dat het ontbreekt, raakt een proces of afnemer.",
      "No fact that the model says is missing bears on a process or consumer.")
  }

  var nothingToFail: String {
    pick(
      "Geen enkele losse uitval raakt een proces of afnemer van dit model, en er is niets genoemd dat uitvalt.",
      "No single failure hits a process or consumer of this model, and nothing that fails was named."
    )
  }

  func restsOn(_ count: Int, _ bases: [(Basis, Int)], incomplete: Int) -> String {
    let parts = bases.map { "\(number($0.1)) \(word($0.0))" }
    let open =
      incomplete > 0
      ? pick(
        " Van \(number(incomplete)) is niet volledig bekend wat ze nodig hebben.",
        " For \(number(incomplete)) it is not fully known what they need.") : ""
    return pick(
      "De hoofdboodschap rust op \(self.count(count, Self.component)), naar grondslag: \(list(parts)).",
      "The key message rests on \(self.count(count, Self.component)), by basis: \(list(parts)).")
      + open
  }

  func possibleShare(possible: Int, of all: Int) -> String? {
    guard possible > 0 else { return nil }
    return pick(
      "Van de \(number(all)) onderdelen die geraakt worden, zijn er \(number(possible)) alleen geraakt als ook afgeleide of aangenomen feiten kloppen.",
      "Of the \(number(all)) components that are hit, \(number(possible)) are hit only if facts that were inferred or assumed hold too."
    )
  }

  // MARK: - The end

  var unansweredTitle: String {
    pick("Niet of niet helemaal beantwoord", "Not answered, or not in full")
  }

  var unansweredColumns: [String] {
    language == .dutch
      ? ["Vraag", "Wat ontbreekt", "Wie kan het zeggen", "In te vullen in het model"]
      : ["Question", "What is missing", "Who can tell", "To fill in in the model"]
  }

  func unansweredSentence(open: Int, partly: Int) -> String {
    if open == 0, partly == 0 {
      return pick("Alle tien vragen zijn beantwoord.", "All ten questions are answered.")
    }
    return pick(
      "Van de tien vragen zijn er \(number(open)) niet beantwoord, en \(number(partly)) niet helemaal.",
      "Of the ten questions \(number(open)) are not answered, and \(number(partly)) not in full.")
  }

  var partlyAnswered: String { pick(" (deels beantwoord)", " (answered in part)") }

  var cutOffHeading: String {
    pick("Wat niet is uitgerekend", "What was not computed")
  }

  func cutOff(_ command: String, limit: String) -> String {
    pick(
      "\(command): afgebroken na \(limit); wat er tot dan toe is gevonden, is getoond. Met de opdracht zelf en een langere tijd komt het hele antwoord.",
      "\(command): stopped after \(limit); what was found until then is shown. The command itself gives the whole answer with more time."
    )
  }

  /// That a file lies where a model may not look.
  ///
  /// - Parameter file: The file as it is written.
  /// - Returns: Words without a full stop.
  public func outsideFolders(_ file: String) -> String {
    pick(
      "`\(file)` ligt buiten de mappen die een model mag noemen",
      "`\(file)` lies outside the folders that a model may name")
  }

  func obstacle(_ command: String, _ file: String?, _ reason: String) -> String {
    "\(command)\(file.map { " (\($0))" } ?? ""): \(reason)"
  }

  /// Where an unanswered question is told.
  var seeUnanswered: String {
    pick("Niet beantwoord: ", "Not answered: ")
  }

  var overviewTitle: String { pick("Het netwerk in één beeld", "The network in one picture") }
}

extension Phrases {
  /// In which files all of an answer stands.
  func allIn(_ results: [String]) -> String {
    let files = results.map { "\($0).csv" }
    return pick("Alles staat in ", "All of it is in ") + list(files)
      + pick(
        ", voor machines in .json met dezelfde naam.", ", for machines in .json of the same name.")
  }
}
