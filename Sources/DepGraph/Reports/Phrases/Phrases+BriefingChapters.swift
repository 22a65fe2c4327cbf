/// The ten questions of a briefing and what is said in answer, beside what the reports say.
extension Phrases {
  /// A question as a heading.
  func briefingQuestion(_ number: Int) -> String {
    switch number {
    case 1:
      pick(
        "Wat valt uit, in welke volgorde, en wanneer is dat niet meer te dragen?",
        "What goes down, in what order, and when can it no longer be borne?")
    case 2:
      pick(
        "Welk enkel onderdeel legt meer dan één organisatie stil?",
        "Which single component brings down more than one organisation?")
    case 3:
      pick(
        "In welke volgorde herstellen we, en waarom dit vóór dat?",
        "In which order do we restore, and why this before that?")
    case 4:
      pick(
        "Dekken de contracten de hersteltijd die is afgesproken?",
        "Do the contracts back the time to restore that was agreed?")
    case 5:
      pick(
        "Wanneer had dit naar de bestuurlijke laag gemoeten, en wie moest worden gebeld?",
        "When should this have gone to the administrative layer, and who should have been called?")
    case 6:
      pick(
        "Kunnen we bereiken wie gewaarschuwd moet worden, zonder wat is uitgevallen?",
        "Can we reach those who must be warned, without what is down?")
    case 7:
      pick(
        "Is er voor elke gebruiker een alternatief, en is dat echt onafhankelijk?",
        "Is there an alternative for each user, and is it really independent?")
    case 8:
      pick(
        "Voldoet dit aan de criteria voor vitaal, en wat ontbreekt om dat te bepalen?",
        "Does this meet the criteria for vital, and what is missing to decide?")
    case 9:
      pick(
        "Op welke leveranciers en onderaannemers leunen we het meest?",
        "On which suppliers and subcontractors do we lean most?")
    default:
      pick(
        "Welke oefening moeten we houden, en heeft de vorige iets opgeleverd?",
        "Which exercise should we hold, and did the last one improve anything?")
    }
  }

  func rowsLeftOut(_ rest: Int, of all: Int, file: String) -> String {
    pick(
      "Nog \(number(rest)) van de \(number(all)) regels staan hier niet; in \(file) staan ze alle.",
      "\(number(rest)) more of the \(number(all)) rows are not shown here; \(file) has all of them."
    )
  }

  func pointsLeftOut(_ rest: Int, of all: Int, file: String) -> String {
    pick(
      "Nog \(number(rest)) van de \(number(all)) punten staan hier niet; in \(file) staan ze alle.",
      "\(number(rest)) more of the \(number(all)) points are not shown here; \(file) has all of them."
    )
  }

  // MARK: - 1

  func countsAsOne(_ members: [String], cause: [String], others: Int) -> String {
    let more =
      others > 0
      ? pick(
        " Dat geldt ook voor \(number(others)) andere.",
        " The same goes for \(number(others)) more.")
      : ""
    return pick(
      "\(capitalised(list(members, most: 4))) lijken elkaar te vervangen, maar vallen samen uit door \(list(cause, most: 3)): ze tellen als één.",
      "\(capitalised(list(members, most: 4))) seem to stand in for each other, but fall together with \(list(cause, most: 3)): they count as one."
    ) + more
  }

  func firstTooLong(_ name: String, after time: String) -> String {
    pick(
      "Het eerst is het voor \(name) niet meer te dragen: na \(time).",
      "It can be borne for the shortest time by \(name): until \(time) after the beginning.")
  }

  var noTolerances: String {
    pick(
      "Hoe lang wie uitvalt dat kan dragen, staat niet in het model.",
      "How long those that go down can bear it is not in the model.")
  }

  var noMinistry: String { pick("geen ministerie", "no ministry") }

  func effect(isDown: Bool) -> String {
    isDown ? pick("valt uit", "goes down") : pick("werkt beperkt", "degraded")
  }

  var effectColumns: [String] {
    language == .dutch
      ? ["Ministerie", "Wie", "Gevolg", "Zekerheid", "Vanaf", "Niet meer te dragen na"]
      : ["Ministry", "Who", "Effect", "Certainty", "From", "No longer borne after"]
  }

  // MARK: - 2

  func widePoints(
    certain: Int, possible: Int, shared: Int, widest: String?,
    organisations: (certain: Int, possible: Int)
  ) -> String {
    guard possible > 0, let widest else {
      return pick(
        "Voor zover bekend legt geen enkel onderdeel in zijn eentje meer dan één organisatie stil.",
        "As far as is known no single component brings down more than one organisation by itself.")
    }
    let sharing =
      shared > 0
      ? pick(
        " (\(number(shared)) alleen als gedeelde oorzaak)",
        " (\(number(shared)) only as a shared cause)") : ""
    return pick(
      "Onderdelen die elk in hun eentje meer dan één organisatie stilleggen: \(certainOfAll(certain, possible))\(sharing). Het verst reikt \(widest), aantal organisaties: \(certainOfAll(organisations.certain, organisations.possible)).",
      "Elements that each bring down more than one organisation alone: \(certainOfAll(certain, possible))\(sharing). The widest is \(widest), number of organisations: \(certainOfAll(organisations.certain, organisations.possible))."
    )
  }

  var widePointColumns: [String] {
    language == .dutch
      ? ["Onderdeel", "Soort", "Organisaties", "Afnemers en processen", "Mensen"]
      : ["Element", "Kind", "Organisations", "Consumers and processes", "People"]
  }

  var widePointsNote: String {
    pick(
      "Een organisatie telt mee als een proces of afnemer van haar uitvalt. Een gedeelde oorzaak is iets dat meer onderdelen gemeen hebben: dezelfde software, dezelfde geul, hetzelfde gebouw. Mensen: *: niet van iedereen is een getal bekend; ?: van niemand.",
      "An organisation counts when one of its processes or consumers goes down. A common cause is something that several components share: the same software, duct or building. People: *: a number is not known for everybody; ?: for nobody."
    )
  }

  var falseRedundancyColumns: [String] {
    language == .dutch
      ? ["Wat lijkt dubbel uitgevoerd", "Door", "Maar valt samen met"]
      : ["What seems to be doubled", "By", "But falls with"]
  }

  func cutSentence(
    _ target: String, single: Int, pairs: Int, all: String?, isListedWhole: Bool
  ) -> String {
    let least = isListedWhole ? "" : pick("ten minste ", "at least ")
    let total =
      all.map {
        pick(" (\($0) kleinste combinaties in totaal)", " (\($0) smallest combinations in all)")
      } ?? ""
    let things = Noun(("ding", "dingen"), ("thing", "things"))
    let couples = Noun(("paar", "paren"), ("pair", "pairs"))
    return pick(
      "Bijvoorbeeld \(target): daarvoor \(single == 1 ? "is" : "zijn") \(least)\(self.count(single, things)) \(single == 1 ? "alleen" : "elk op zich") genoeg, en \(least)\(self.count(pairs, couples)) samen\(total).",
      "For example \(target): \(least)\(self.count(single, things)) alone and \(least)\(self.count(pairs, couples)) together are enough\(total)."
    )
  }

  // MARK: - 3

  var sheetNote: String {
    pick(
      "Om af te drukken en af te vinken: print/restore.html. Het hele plan met alle tijden: restore.csv.",
      "To print and tick off: print/restore.html. The whole plan with all times: restore.csv.")
  }

  func coldStartSentence(_ count: Int, _ members: String, breakers: String) -> String {
    pick(
      "Na een volledige uitval start niet alles vanzelf: \(self.count(count, Noun(("impasse", "impasses"), ("", "")))), de eerste tussen \(members); wie \(breakers) met de hand start, doorbreekt die.",
      "After a full black-out not everything starts by itself: \(self.count(count, Noun(("", ""), ("deadlock", "deadlocks")))), the first between \(members); starting \(breakers) by hand breaks it."
    )
  }

  // MARK: - 4

  var observedHeading: String {
    pick(
      "Storingen die zijn waargenomen, naast wat was afgesproken",
      "Outages that were seen, beside what was agreed")
  }

  var observedColumns: [String] {
    language == .dutch
      ? [
        "Wat", "Afspraak", "Begin", "Duurde", "Afgesproken", "Langer", "Maal", "Aard", "Schending",
      ]
      : ["What", "Agreement", "Began", "Lasted", "Agreed", "Longer", "Times", "Nature", "Breach"]
  }

  var observedNote: String {
    pick(
      "Alleen wat is gegarandeerd, kan worden geschonden. Een gemist streven is geen schending.",
      "Only what was guaranteed can be breached. A missed aim is no breach.")
  }

  func times(_ factor: Double) -> String { "× " + number(factor) }

  func breach(_ isBreach: Bool, nature: ServiceTarget.Nature?) -> String {
    if isBreach { return pick("ja", "yes") }
    return nature == nil || nature == .guaranteed
      ? pick("niet te zeggen", "cannot tell") : pick("nee", "no")
  }
}
