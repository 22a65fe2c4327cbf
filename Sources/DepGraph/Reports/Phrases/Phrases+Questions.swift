/// The sentences of open questions.
extension Phrases {
  private static let openQuestion = Noun(("vraag", "vragen"), ("question", "questions"))
  private static let askedOwner = Noun(("eigenaar", "eigenaren"), ("owner", "owners"))

  var openQuestionsTitle: String { pick("Vragen aan de eigenaren", "Questions to the owners") }
  var nobodyTitle: String { pick("Zonder eigenaar", "Without an owner") }

  var ownersToAskColumns: [String] {
    language == .dutch
      ? ["Eigenaar", "Vragen", "Te vragen aan"] : ["Owner", "Questions", "Whom to ask"]
  }

  func questionsSentence(_ total: Int, owners: Int, withoutOwner: Int) -> String {
    guard total > 0 else {
      return pick("Er staan geen vragen open.", "No questions are open.")
    }
    let all = count(total, Self.openQuestion)
    let open =
      total == 1
      ? pick("Er staat \(all) open", "\(all) is open")
      : pick("Er staan \(all) open", "\(all) are open")
    let asked = count(owners, Self.askedOwner)
    let unowned = pick(
      "over wat geen bekende eigenaar heeft", "about what has no known owner")
    if withoutOwner == total {
      return open + (total == 1 ? ", " : pick(", allemaal ", ", all ")) + unowned + "."
    }
    if withoutOwner == 0 {
      return open + pick(", bij \(asked).", ", with \(asked).")
    }
    let owned = number(total - withoutOwner)
    return open
      + pick(
        ": \(owned) bij \(asked) en \(number(withoutOwner)) \(unowned).",
        ": \(owned) with \(asked), and \(number(withoutOwner)) \(unowned).")
  }

  var askForOwner: String {
    pick(
      "Zoek eerst van wie dit is; de andere vragen gaan dan naar die eigenaar.",
      "First find out whose this is; the other questions then go to that owner.")
  }

  var noContact: String {
    pick(
      "Er is geen contact van deze eigenaar bekend.", "No contact of this owner is known.")
  }

  func askThese(_ contacts: [String]) -> String {
    pick("Te vragen aan: \(list(contacts)).", "To ask: \(list(contacts)).")
  }

  func hanging(_ names: [String]) -> String {
    pick(
      "Hiervan hangt af: \(counted(names, naming: 4)).",
      "On this hangs: \(counted(names, naming: 4)).")
  }

  func assumedNeeds(_ names: [String]) -> String {
    pick(
      "Aangenomen is dat het nodig heeft: \(list(names)).", "It is assumed to need: \(list(names))."
    )
  }

  /// A question about something.
  func question(_ kind: OpenQuestions.Kind, _ subject: String) -> String {
    switch kind {
    case .owner: pick("Van wie is \(subject)?", "Whose is \(subject)?")
    case .needs:
      pick("Wat heeft \(subject) nodig om te werken?", "What does \(subject) need to work?")
    case .shared(let key):
      pick(
        "\(sharedWord(key)) van \(subject) is onbekend: welke is het?",
        "\(sharedWord(key)) of \(subject) is unknown: which is it?")
    case .tolerance:
      pick(
        "Hoe lang mag \(subject) uitvallen (RTO, MTPD)?",
        "How long may \(subject) be out (RTO, MTPD)?")
    case .users:
      pick(
        "Hoeveel mensen raakt het als \(subject) uitvalt?",
        "How many people does it hit when \(subject) fails?")
    case .agreement:
      pick(
        "Wat is er met de leverancier afgesproken over \(subject)?",
        "What was agreed with the supplier about \(subject)?")
    case .coverage:
      pick("Waarover gaat de afspraak \(subject)?", "What is the agreement \(subject) about?")
    case .restoring:
      pick(
        "Binnen welke tijd belooft \(subject) herstel?",
        "Within which time does \(subject) promise to restore?")
    case .validity:
      pick(
        "Tot wanneer geldt \(subject), en wat geldt nu?",
        "Until when does \(subject) hold, and what holds now?")
    case .confirmation:
      pick(
        "Klopt wat er over \(subject) is aangenomen?", "Is what is assumed about \(subject) right?")
    case .reach: pick("Hoe is \(subject) te bereiken?", "How can \(subject) be reached?")
    }
  }

  private func sharedWord(_ key: String) -> String {
    switch key {
    case "duct": pick("Het tracé (duct)", "The route (duct)")
    case "site": pick("De locatie (site)", "The site")
    case "software": pick("De software", "The software")
    default: pick("Wat onder `\(key)` gedeeld wordt", "What is shared under `\(key)`")
    }
  }
}
