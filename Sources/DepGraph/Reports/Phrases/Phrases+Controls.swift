/// The sentences of `check`.
extension Phrases {
  private static let rule = Noun(("maatregel", "maatregelen"), ("rule", "rules"))

  func controlTitle(_ name: String) -> String {
    pick("Wat het model zegt over: \(name)", "What the model tells about: \(name)")
  }

  func controlSentence(rules: Int, findings: Int, missing: Int, untold: Int) -> String {
    let all = count(rules, Self.rule)
    var parts: [String] = []
    if findings > 0 {
      let against = findings == 1 ? "has findings against it" : "have findings against them"
      parts.append(
        pick(
          "spreekt bij \(number(findings)) iets tegen", "\(number(findings)) \(against)"))
    }
    if missing > 0 {
      parts.append(
        pick(
          "ontbreken bij \(number(missing)) gegevens",
          "\(number(missing)) \(missing == 1 ? "lacks" : "lack") facts"))
    }
    if untold > 0 {
      parts.append(
        pick(
          "zegt het model bij \(number(untold)) niets",
          "the model tells nothing about \(number(untold))"))
    }
    let sentence =
      parts.isEmpty
      ? pick(
        "Bij \(all) spreekt niets tegen en ontbreken geen gegevens",
        "Of \(all) none has findings against it and none lacks facts")
      : pick("Van \(all) ", "Of \(all): ") + list(parts)
    return sentence
      + pick(
        ". Dit is geen oordeel over naleving.", ". This is no judgement of compliance.")
  }

  func controlHeading(_ id: String) -> String { pick("Maatregel \(id)", "Rule \(id)") }

  var nothingTold: String {
    pick("Het model zegt hier niets over.", "The model tells nothing about this.")
  }

  var nothingToLookAt: String {
    pick("niets om naar te kijken", "nothing to look at")
  }

  var controlColumns: [String] {
    [
      pick("Bekeken", "Looked at"), pick("Spreekt ervoor", "Speaks for it"),
      pick("Spreekt ertegen", "Speaks against it"), pick("Ontbreekt", "Missing"),
    ]
  }

  func controlNote(day: CalendarDate?) -> String {
    let date =
      day.map { pick("Beoordeeld naar \(self.date($0)). ", "Judged at \(self.date($0)). ") }
      ?? pick(
        "Er is geen dag om naar te beoordelen: wat van tijd afhangt, ontbreekt. ",
        "There is no day to judge at: what depends on time is missing. ")
    return date
      + pick(
        "Een model bevat een deel van wat een maatregel vraagt, en niets van wat er gedaan wordt: wat ervoor spreekt, is geen bewijs van naleving, en wat ontbreekt, kan elders vastliggen.",
        "A model holds a part of what a rule asks, and nothing of what is done: what speaks for it is no proof of compliance, and what is missing may be recorded elsewhere."
      )
  }

  /// What a check looks at.
  func word(_ check: ControlCheck, within: TimeSpan?) -> String {
    let lately =
      within.map {
        pick(
          ", korter dan \(duration($0.seconds)) geleden", ", less than \(duration($0.seconds)) ago")
      } ?? ""
    return word(check) + lately
  }

  private func word(_ check: ControlCheck) -> String {
    switch check {
    case .ownerRecorded: pick("onderdelen: eigenaar vastgelegd", "components: owner recorded")
    case .requirementsRecorded:
      pick("onderdelen: vastgelegd wat zij nodig hebben", "components: requirements recorded")
    case .factsChecked: pick("onderdelen: gegevens nagegaan", "components: facts checked")
    case .criticalIdentified, .criticalChecked, .plansMade: wordOnCritical(check)
    case .exitStrategies:
      pick("geldende overeenkomsten: exit-strategie", "agreements in force: exit strategy")
    case .supplierDependence:
      pick(
        "leveranciers: niet voor de helft of meer van wat kritiek is een single point of failure",
        "suppliers: no single point of failure for half or more of what is critical")
    case .subcontractorsKnown:
      pick("leveranciers: alle onderaannemers bekend", "suppliers: all subcontractors known")
    case .agreementsRegistered:
      pick(
        "overeenkomsten: soort, partijen, dekking en einddatum vastgelegd, en geldend",
        "agreements: kind, parties, coverage and end recorded, and in force")
    case .agreementsChecked:
      pick("geldende overeenkomsten: nagegaan", "agreements in force: checked")
    case .promisesBacked:
      pick(
        "overeenkomsten die op andere rusten: deze beloven niet minder",
        "agreements that rest on others: these promise no less")
    case .plansStand:
      pick(
        "plannen: leunen niet op wat met het proces uitvalt",
        "plans: do not lean on what fails with the process")
    case .plansTested: pick("plannen: geoefend", "plans: exercised")
    case .redundancyReal:
      pick(
        "onderdelen met alternatieven: geen enkele oorzaak treft ze samen",
        "components with alternatives: no single cause takes them together")
    case .timeRedundant:
      pick(
        "kritiek en afhankelijk van tijd: valt niet met één tijdbron",
        "critical and dependent on time: does not fall with one source of time")
    }
  }

  /// What a check of critical processes and consumers looks at.
  private func wordOnCritical(_ check: ControlCheck) -> String {
    switch check {
    case .criticalIdentified:
      pick(
        "kritieke processen en afnemers: benoemd, met wat zij nodig hebben",
        "critical processes and consumers: identified, with what they require")
    case .criticalChecked:
      pick(
        "kritieke processen en afnemers: gegevens nagegaan",
        "critical processes and consumers: facts checked")
    default:
      pick(
        "kritieke processen en afnemers: er is een plan",
        "critical processes and consumers: there is a plan")
    }
  }
}
