/// The messages about planned works: to those whose processes are hit, and to those who do the works.
extension Phrases {
  var tellHeading: String { pick("Wie te informeren", "Whom to tell") }
  var tellColumns: [String] {
    [
      pick("Organisatie", "Organisation"), pick("Waarom", "Why"),
      pick("Contact", "Contact"), pick("Nr.", "No."),
    ]
  }
  var ownerNotRecorded: String { pick("eigenaar niet vastgelegd", "owner not recorded") }
  var carrierNotKnown: String { pick("uitvoerder niet bekend", "not known who does it") }
  var noContactKnown: String { pick("geen contact bekend", "no contact known") }
  func contactThrough(_ party: String) -> String { pick("via \(party)", "through \(party)") }
  func channelsLost(_ channels: [String]) -> String {
    pick(
      "niet via \(list(channels)): valt tijdens de werkzaamheden uit",
      "not by \(list(channels)): out during the works")
  }
  func why(_ role: Addressee.Role, _ worst: Grade) -> String {
    switch role {
    case .affected:
      worst == .cannotTell
        ? pick("niet te zeggen of geraakt", "cannot tell whether hit")
        : pick("wordt geraakt", "is hit")
    case .carrier: pick("werkzaamheden vallen samen: verplaatsen?", "works overlap: move?")
    }
  }

  var messagesHeading: String { pick("Teksten om te versturen", "Texts to send") }
  func messageTo(_ recipients: String) -> String { pick("Aan: ", "To: ") + recipients }
  func subjectLine(_ subject: String) -> String { pick("Onderwerp: ", "Subject: ") + subject }

  func affectedSubject(_ day: Instant, worst: Grade, names: [String]) -> String {
    if worst == .cannotTell {
      return pick("Geplande werkzaamheden ", "Planned works ") + dayOfWeek(day)
        + pick(": gevolgen onbekend voor ", ": effect unknown on ") + list(names, most: 3)
    }
    return pick("Geplande werkzaamheden ", "Planned works ") + dayOfWeek(day) + ": "
      + effectWord(worst) + " " + list(names, most: 3)
  }
  /// How a message begins: to those of whom it cannot be told without saying that they are hit.
  func affectedOpening(_ worst: Grade) -> String {
    worst == .cannotTell
      ? pick(
        "Er zijn werkzaamheden gepland waarvan wij niet kunnen zeggen of ze u raken: niet alles wat u nodig heeft is bekend.",
        "Works are planned of which we cannot tell whether they hit you: not everything that you need is known."
      )
      : pick(
        "Er zijn werkzaamheden gepland die gevolgen hebben voor wat van u is:",
        "Works are planned that affect what is yours:")
  }
  func workLine(
    _ number: Int, _ by: String, _ span: String, _ objects: String, _ announced: String
  ) -> String {
    pick(
      "werkzaamheden \(self.number(number + 1)) (\(by)), \(span), aan \(objects); gemeld gevolg: \(announced)",
      "work \(self.number(number + 1)) (\(by)), \(span), at \(objects); announced effect: \(announced)"
    )
  }
  func expectation(zone: String) -> String {
    pick(
      "Wat wij verwachten (tijden in \(zone)):", "What we expect (times in \(zone)):")
  }
  func effectLine(_ name: String, _ spell: PlannedWorks.Spell) -> String {
    var text = "\(name): "
    if spell.verdict == .possible, spell.grade > .cannotTell {
      text += pick("mogelijk ", "possibly ")
    }
    text += "\(effectWord(spell.grade)), \(span(spell.from, spell.until))"
    if spell.isTogether, spell.windows.count > 1 {
      let works = list(spell.windows.map { number($0 + 1) })
      text += pick(
        ", alleen doordat werkzaamheden \(works) samenvallen",
        ", only because works \(works) overlap")
    }
    if spell.isPassing {
      text += pick(", door omschakelen of herstarten", ", by changing over or starting again")
    }
    return text
  }
  func affectedClosing(_ worst: Grade) -> String {
    worst == .cannotTell
      ? pick(
        "Wilt u nagaan of wat u gebruikt hiervan afhangt, en het ons laten weten?",
        "Please find out whether what you use depends on this, and let us know.")
      : pick(
        "Dit volgt uit een model van de afhankelijkheden. Wilt u laten weten of de werkzaamheden op deze tijd kunnen doorgaan, en wat u zelf voorbereidt?",
        "This follows from a model of the dependencies. Please let us know whether the works can go ahead at this time, and what you prepare yourselves."
      )
  }

  func carrierSubject(_ ids: [String]) -> String {
    pick(
      "Uw werkzaamheden \(list(ids)) vallen samen met andere: verplaatsen?",
      "Your work \(list(ids)) overlaps with other works: can it move?")
  }
  func carrierOpening(_ span: String) -> String {
    pick(
      "Uw geplande werkzaamheden vallen samen met andere. Samen geven zij uitval of beperkte werking die geen ervan alleen geeft, \(span).",
      "Your planned work overlaps with other planned works. Together they cause an outage or degraded service that none of them causes alone, \(span)."
    )
  }
  var carrierClosing: String {
    pick(
      "Kunnen uw werkzaamheden buiten deze tijd worden gedaan? Wij horen graag welke andere tijd mogelijk is.",
      "Can your work be done outside this time? Please let us know which other time is possible.")
  }
}
