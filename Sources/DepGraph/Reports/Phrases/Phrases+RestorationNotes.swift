/// What is assumed in an order of restoration, and its steps.
extension Phrases {
  // MARK: - Steps

  var restoreStepsHeading: String { pick("Stappen", "Steps") }
  var restoreStepColumns: [String] {
    [
      pick("Van", "From"), pick("Tot", "Until"), pick("Wat", "What"), pick("Wie", "Who"),
    ]
  }

  func step(_ kind: RestorationStep.Kind, _ name: String) -> String {
    switch kind {
    case .travel: pick("Reis naar \(name)", "Travel to \(name)")
    case .evidence: pick("Stel sporen veilig in \(name)", "Secure evidence in \(name)")
    case .repair: pick("Herstel \(name)", "Repair \(name)")
    case .repairByHand:
      pick(
        "Herstel \(name) buiten de gewone weg om, met de hand",
        "Repair \(name) by hand, without what its repair needs")
    case .byHand: pick("Start met de hand: \(name)", "Start by hand: \(name)")
    case .restart: pick("Herstart \(name)", "Restart \(name)")
    }
  }

  // MARK: - The smallest set

  func smallestHeading(_ name: String) -> String {
    pick("Het minste dat \(name) terugbrengt", "The least that brings \(name) back")
  }

  func smallestSet(_ names: [String], ready: String) -> String {
    pick(
      "\(list(names)): in dit plan klaar \(ready).", "\(list(names)): done in this plan \(ready).")
  }

  func nothingToRepair(_ name: String) -> String {
    pick(
      "\(name) is niet uit door wat defect is: er is niets voor te herstellen.",
      "\(name) is not out because of what failed: nothing has to be repaired for it.")
  }

  // MARK: - Assumptions

  var assumptionsHeading: String {
    pick("Waar dit plan op rust", "What this plan rests on")
  }

  var restoredAsWritten: String {
    pick(
      "Elk feit telt zoals het is opgeschreven, ook wat is aangenomen of afgeleid. Accu's en andere reserves tellen als op: alles wat afhangt van wat defect is, is vanaf het begin uit.",
      "Every fact counts as written, also what was assumed or inferred. Batteries and other reserves count as spent: all that depends on what failed is out from the beginning."
    )
  }

  var reportedAtOnce: String {
    pick(
      "Contractuele hersteltijden zijn afspraken, geen zekerheid; ze tellen vanaf het moment dat het werk kan beginnen, en de storing geldt als dan gemeld.",
      "Times to restore in contracts are promises, not certainties; they count from the moment at which the work can begin, the fault counting as reported then."
    )
  }

  var withoutMoment: String {
    pick(
      "Er is geen begin genoemd (--since): servicetijden van contracten tellen op hun slechtst, werktijden van ploegen niet.",
      "No beginning was given (--since): service hours of contracts count at their worst, hours of crews do not count."
    )
  }

  func travelNote(speed: Double) -> String {
    pick(
      "Reistijd: aangenomen \(number(speed)) km per uur in rechte lijn.",
      "Travel: \(number(speed)) km an hour in a straight line is assumed.")
  }

  func noTravel(_ count: Int) -> String {
    pick(
      "Voor \(self.count(count, Self.repairNoun)) is geen reistijd geteld, omdat een plaats niet bekend is.",
      "For \(self.count(count, Self.repairNoun)) no travel is counted, because a place is not known."
    )
  }

  func countedCrews(_ count: Int) -> String {
    pick(
      "Ploegen: \(number(count)) aangenomen, die alles kunnen en altijd werken; reistijd telt dan niet.",
      "Crews: \(number(count)) assumed, that can do everything at all hours; travel does not count then."
    )
  }

  var noCrews: String {
    pick(
      "Het model kent geen ploegen: er is aangenomen dat er voor elke reparatie mensen zijn. Met --crews N rekent het plan met een aantal.",
      "The model has no crews: people for every repair are assumed. With --crews N the plan reckons with a number."
    )
  }

  func assumedTime(_ count: Int, _ seconds: Double) -> String {
    pick(
      "Voor \(self.count(count, Self.repairNoun)) is \(duration(seconds)) aangenomen (--assume-repair).",
      "For \(self.count(count, Self.repairNoun)) \(duration(seconds)) is assumed (--assume-repair)."
    )
  }

  func assumedSecuring(_ count: Int, _ seconds: Double) -> String {
    pick(
      "Voor het veiligstellen van sporen is \(duration(seconds)) aangenomen, \(number(count)) keer (--assume-evidence).",
      "For securing evidence \(duration(seconds)) is assumed, \(number(count)) times (--assume-evidence)."
    )
  }

  func noRestart(_ count: Int, of all: Int) -> String {
    pick(
      "Van \(number(count)) van de \(self.count(all, Self.component)) die uit zijn, staat geen herstarttijd in het model; die telt als geen. Tijden zijn dus minstens zo lang.",
      "Of \(number(count)) of the \(self.count(all, Self.component)) that are out the model has no time to restart; it counts as none. So times are at least as long."
    )
  }

  func unknownNeedsNote(_ names: [String]) -> String {
    pick(
      "Van \(list(names, most: 8)) is niet (helemaal) bekend wat het nodig heeft; wat onbekend is, telt als vervuld.",
      "Of \(list(names, most: 8)) it is not (wholly) known what it needs; what is not known counts as met."
    )
  }

  func weightNote(_ without: [String], of count: Int) -> String {
    if without.count == count {
      return pick(
        "Van niets wat wacht is bekend om hoeveel mensen het gaat: alles telt even zwaar.",
        "Of nothing that waits it is known how many people it is about: all counts the same.")
    }
    let most = pick(
      "Gewicht: het grootste aantal getroffen mensen, anders de gebruikers.",
      "Weight: the greatest number of people affected, else the users.")
    guard !without.isEmpty else { return most }
    return most
      + pick(
        " Van \(list(without, most: 8)) is geen van beide bekend; dat telt als één mens en komt dus laat.",
        " Of \(list(without, most: 8)) neither is known; that counts as one person, and so comes late."
      )
  }
}
