/// Contact and instruction sheets.
extension Phrases {
  func sheetsTitle(_ failed: String, _ moment: String) -> String {
    pick(
      "Bel- en instructiebladen: \(failed), \(moment)",
      "Call and instruction sheets: \(failed), \(moment)")
  }

  func sheetFooter(model: String, moment: String, digest: String) -> String {
    let source = digest.isEmpty ? model : "\(model), \(digest)"
    return pick(
      "Stand van \(moment). Model: \(source). Controleer of er een nieuwer blad is.",
      "As of \(moment). Model: \(source). Check whether there is a newer sheet.")
  }

  var noLevelSuggested: String { pick("Geen niveau voorgesteld", "No level suggested") }

  func sheetSituation(_ failed: String, since: String, level: String, cause: String) -> String {
    pick(
      "Uitgevallen sinds \(since): \(failed). Voorgesteld: \(level). Een mens beslist. \(cause)",
      "Failed since \(since): \(failed). Suggested: \(level). A person decides. \(cause)")
  }

  func callerSubtitle(_ moment: String) -> String {
    pick("Voor wie belt · \(moment)", "For whoever calls · \(moment)")
  }

  func callLine(_ who: String, by channel: String, before: String?) -> String {
    let when = before ?? pick("meteen", "at once")
    return pick(
      "\(who), langs: \(channel). Vóór: \(when).", "\(who), by: \(channel). Before: \(when).")
  }

  func findContact(_ sentence: String) -> String {
    pick("Zoek een contact. \(sentence)", "Find a contact. \(sentence)")
  }

  func doNotUse(_ channels: [String]) -> String {
    pick("Niet langs: \(list(channels)).", "Not by: \(list(channels)).")
  }

  var callsHeading: String { pick("Bel, in deze volgorde", "Call, in this order") }
  var notesHeading: String { pick("Aantekeningen", "Notes") }
  var everyoneHeading: String { pick("Alle contacten", "All contacts") }
  var reachHeading: String { pick("Hoe u te bereiken bent", "How you can be reached") }
  var othersHeading: String { pick("Wie er verder weten of bellen", "Who else is told or called") }

  var everyoneColumns: [String] {
    [pick("wie", "who"), pick("langs", "by"), pick("niet langs", "not by")]
  }

  var reachColumns: [String] { [pick("kanaal", "channel"), pick("stand", "state")] }

  var othersColumns: [String] {
    [pick("gebeld", "called"), pick("wie", "who"), pick("langs", "by")]
  }

  func channelState(_ channel: ContactReach.Route) -> String {
    switch channel.down {
    case .certain: return pick("NIET GEBRUIKEN: is uit", "DO NOT USE: is down")
    case .possible:
      return pick("NIET OP REKENEN: mogelijk uit", "DO NOT COUNT ON IT: possibly down")
    case .cannotTell:
      return pick("NIET OP REKENEN: niet te zeggen", "DO NOT COUNT ON IT: cannot tell")
    case .no:
      if channel.isDegraded { return pick("werkt beperkt", "works degraded") }
      return pick("werkt, voor zover bekend", "works, as far as is known")
    }
  }

  func whyYou(_ grounds: [String], before: String?) -> String {
    let when = before.map { pick(", vóór \($0)", ", before \($0)") } ?? ""
    return pick(
      "U wordt gebeld\(when). Reden: \(grounds.joined(separator: "; ")).",
      "You are called\(when). Reason: \(grounds.joined(separator: "; ")).")
  }

  var byRunner: String {
    pick(
      "Geen kanaal van u waarvan bekend is dat het werkt: dit blad komt met een bode.",
      "None of your channels is known to work: this sheet comes by runner.")
  }

  var confirmStep: String {
    pick(
      "Bevestig de ontvangst, en zeg langs welk kanaal u bereikbaar blijft.",
      "Confirm receipt, and say by which channel you stay within reach.")
  }

  var reportStep: String {
    pick(
      "Meld of uw diensten werken, en wat u nodig hebt.",
      "Report whether your services work, and what you need.")
  }

  var evidenceStep: String {
    pick(
      "Stel logbestanden veilig voor u iets herstart: een aanval is niet uitgesloten.",
      "Secure logs before restarting anything: an attack is not excluded.")
  }

  func moreOnCallersSheet(_ rest: Int) -> String {
    pick(
      "Nog \(number(rest)) staan op het blad voor wie belt.",
      "\(number(rest)) more stand on the sheet for whoever calls.")
  }
}
