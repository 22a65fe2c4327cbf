/// Whether something counts as vital.
extension Phrases {
  /// What changes if degraded counts, or does not.
  func degradedOtherwise(counts: Bool, verdict: String, criteria: [String]) -> String {
    let first =
      counts
      ? pick(
        "Telt wat deels uitvalt of hinder heeft ook mee (--degraded-counts), dan: ",
        "If what fails in part or is hindered counts too (--degraded-counts): ")
      : pick(
        "Telt alleen wat helemaal uitvalt (--no-degraded-counts), dan: ",
        "If only what fails wholly counts (--no-degraded-counts): ")
    return first + verdict + " (" + criteria.joined(separator: "; ") + ")"
  }

  func vitalTitle(_ subject: String, _ set: String) -> String {
    pick("\(subject), naar: \(set)", "\(subject), by: \(set)")
  }

  // MARK: - The verdict

  func levelReached(_ level: String, because: [String]) -> String {
    let criteria = because.isEmpty ? "" : pick(", door ", ", by ") + list(because)
    return pick("Niveau \(level) is bereikt\(criteria).", "Level \(level) is reached\(criteria).")
  }

  func levelOpen(atLeast level: String?, _ candidates: [String]) -> String {
    let least =
      level.map { pick(" Ten minste \($0) is bereikt.", " At least \($0) is reached.") } ?? ""
    return pick(
      "Welk niveau geldt, is niet te bepalen: of \(alternatives(candidates)) is bereikt, hangt af van wat niet bekend is.\(least)",
      "Which level holds cannot be told: whether \(alternatives(candidates)) is reached depends on what is not known.\(least)"
    )
  }

  func levelIfApplicable(_ level: String?, isOpen: Bool) -> String {
    let then =
      isOpen
      ? pick("is het niveau niet te bepalen", "the level cannot be told")
      : level.map { pick("is niveau \($0) bereikt", "level \($0) is reached") }
        ?? pick("is geen niveau bereikt", "no level is reached")
    return pick(
      "Of de criteria van toepassing zijn, is niet te bepalen; als zij dat zijn, \(then).",
      "Whether the criteria apply cannot be told; if they do, \(then).")
  }

  /// "A of B": "a, b or c".
  private func alternatives(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    return items.dropLast().joined(separator: ", ") + pick(" of ", " or ") + last
  }

  var noLevel: String { pick("Geen enkel niveau is bereikt.", "No level is reached.") }

  func countedVerdicts(met: Int, open: Int, of total: Int) -> String {
    pick(
      "Aan \(number(met)) van de \(number(total)) criteria is voldaan; \(number(open)) zijn niet te bepalen.",
      "Of the \(number(total)) criteria \(number(met)) are met and \(number(open)) undetermined.")
  }

  func applicability(_ applies: Bool?) -> String? {
    switch applies {
    case true?: nil
    case false?:
      pick(
        "Deze criteria zijn niet van toepassing op dit onderwerp; wat hieronder staat, geldt alleen als zij dat wel waren.",
        "These criteria do not apply to this subject; what follows holds only as if they did.")
    case nil:
      pick(
        "Of deze criteria op dit onderwerp van toepassing zijn, is niet te bepalen.",
        "Whether these criteria apply to this subject cannot be told.")
    }
  }

  var allAtOnce: String {
    pick(
      "Beoordeeld is dat dit alles tegelijk uitvalt; met `--subject` wordt één ding beoordeeld.",
      "What is judged is that all of this fails at once; with `--subject` one thing is judged.")
  }

  var notApplicable: String { pick("Niet van toepassing.", "Not applicable.") }

  func validity(_ validity: CriteriaSet.Validity, _ set: CriteriaSet) -> String? {
    switch validity {
    case .valid: nil
    case .notYet:
      pick(
        "Let op: op de peildatum van het model golden deze criteria nog niet\(set.validFrom.map { " (pas vanaf \(date($0)))" } ?? "").",
        "Note: on the date of the model's facts these criteria did not hold yet\(set.validFrom.map { " (only from \(date($0)))" } ?? "")."
      )
    case .expired:
      pick(
        "Let op: op de peildatum van het model golden deze criteria niet meer\(set.validUntil.map { " (tot en met \(date($0)))" } ?? "").",
        "Note: on the date of the model's facts these criteria no longer held\(set.validUntil.map { " (up to \(date($0)))" } ?? "")."
      )
    case .unknown:
      pick(
        "Het model heeft geen peildatum: of deze criteria dan golden, is niet te zeggen.",
        "The model has no date: whether these criteria held then cannot be told.")
    }
  }

  // MARK: - Three things apart

  var threeThingsTitle: String { pick("Drie dingen apart", "Three things apart") }

  func criteriaItem(_ verdict: String) -> String { pick("Criteria: ", "Criteria: ") + verdict }

  func statusItem(_ name: String?, _ status: VitalStanding.Status?, process: String?) -> String {
    let status =
      status.map(word) ?? pick("in het model niet vastgelegd", "not recorded in the model")
    let process = process.map { pick(" (vitaal proces: \($0))", " (vital process: \($0))") } ?? ""
    return pick("Status", "Status") + (name.map { pick(" van ", " of ") + $0 } ?? "")
      + ": \(status)\(process)."
  }

  func decisionItem(
    _ date: CalendarDate?, reason: String?, sources: [String]
  ) -> String {
    let when = date.map { self.date($0) } ?? pick("datum niet bekend", "date not known")
    let why = reason.map { ". " + $0 } ?? ""
    let from =
      sources.isEmpty ? "" : " " + pick("(bron: \(list(sources)))", "(source: \(list(sources)))")
    return pick("Besluit: ", "Decision: ") + when + why + from
  }

  var noDecision: String {
    pick("Besluit: in het model niet vastgelegd.", "Decision: not recorded in the model.")
  }

  // MARK: - Criterion by criterion

  var criteriaTitle: String { pick("Criterium voor criterium", "Criterion by criterion") }

  func criterionLine(_ name: String, _ verdict: CriterionVerdict) -> String {
    "\(name): \(word(verdict).uppercased())."
  }

  var reasonsTitle: String { pick("Waarom", "Why") }
  var noThreshold: String { pick("geen drempel gesteld", "no threshold set") }

  var criteriaColumns: [Report.Table.Column] {
    [
      .init(pick("criterium", "criterion")), .init(pick("oordeel", "verdict")),
      .init(pick("waarde", "value")), .init(pick("gevraagd", "asked")),
      .init(pick("vanaf", "from")),
    ]
  }

  func valueLine(_ what: String, _ value: String) -> String { capitalised(what) + ": \(value)." }

  /// From when it is met: "na 4 uur", "mogelijk direct", "nooit".
  func tipping(at: Double?, possibleAt: Double?) -> String {
    if let at { return after(at) }
    return possibleAt.map { pick("mogelijk ", "possibly ") + after($0) } ?? "–"
  }

  /// The value against what is asked, by the verdict.
  func sensitivity(
    _ what: String, _ demand: String, now: String, _ verdict: CriterionVerdict
  ) -> String {
    let subject = capitalised(what)
    return switch verdict {
    case .met:
      pick("\(subject): \(now); gevraagd \(demand).", "\(subject): \(now); asked \(demand).")
    case .notMet:
      pick(
        "\(subject): \(now); pas voldaan bij \(demand).",
        "\(subject): \(now); met only with \(demand).")
    case .undetermined:
      pick(
        "\(subject): nu \(now); zou voldaan zijn bij \(demand).",
        "\(subject): now \(now); would be met with \(demand).")
    }
  }

  func withinLine(_ span: TimeSpan) -> String {
    pick(
      "Geteld tot \(duration(span.seconds)) na het begin.",
      "Counted up to \(duration(span.seconds)) after the start.")
  }

  var degradedCounted: String {
    pick("Wat beperkt werkt, telt hier als uitgevallen.", "Degraded counts as failed here.")
  }

  func countedNames(_ names: [String], certain: Bool) -> String {
    (certain ? pick("Zeker: ", "For certain: ") : pick("Mogelijk ook: ", "Possibly also: "))
      + few(names, atMost: Report.mostNames) + "."
  }

  private func few(_ names: [String], atMost most: Int) -> String {
    guard names.count > most + 1 else { return list(names) }
    let more = number(names.count - most)
    return names.prefix(most).joined(separator: ", ")
      + pick(" en nog \(more)", " and \(more) more")
  }

  /// What lies on the ways from the subject to what counts, in the order in which the failure comes by:
  /// a list and no chain, since ways part and meet.
  func wayLine(_ way: [VertexID], _ names: DisplayNames) -> String {
    let most = 8
    let told = way.prefix(way.count > most + 2 ? most : way.count).map(names.name)
    let rest = way.count - told.count
    let more = rest > 0 ? [pick("nog \(rest)", "\(rest) more")] : []
    return pick("De uitval loopt over: ", "The failure passes: ") + list(told + more) + "."
  }

  func reason(_ reason: VitalAssessment.OpenReason) -> String {
    switch reason {
    case .noThreshold:
      pick(
        "Zonder drempel is er niets te beslissen.",
        "Without a threshold there is nothing to decide.")
    case .unanswered: pick("Hierop moet iemand antwoorden.", "A person has to answer this.")
    case .figureMissing: pick("Er ontbreekt een getal.", "A figure is missing.")
    case .unknownFacts:
      pick(
        "Feiten die het beslissen, zijn niet vastgelegd.", "Facts that decide it are not recorded.")
    case .uncertainFacts:
      pick("Het rust op afgeleide of aangenomen feiten.", "It rests on inferred or assumed facts.")
    case .upperBound:
      pick(
        "Het model telt meer dan het criterium: het getal is een bovengrens.",
        "The model counts more than the criterion does: the number is an upper bound.")
    case .durationUnknown:
      pick(
        "Hoe lang de uitval duurt, is niet gezegd (`--after`).",
        "How long the outage lasts was not said (`--after`).")
    case .members:
      pick(
        "Het volgt uit criteria die niet te bepalen zijn.",
        "It follows from criteria that are undetermined.")
    case .exception:
      pick("Of de uitzondering geldt, is niet bekend.", "Whether the exception holds is not known.")
    }
  }

  func missingLine(_ groups: [String]) -> String {
    pick("Ontbreekt: ", "Missing: ") + groups.joined(separator: "; ") + "."
  }

  /// One kind of fact that is missing, and of what.
  func missing(_ key: String, of names: [String]) -> String {
    let what: String =
      switch key {
      case "impact.people": pick("getroffen mensen", "people affected")
      case "impact.casualties": pick("slachtoffers", "casualties")
      case "impact.economic": pick("schade", "damage")
      case "users": pick("gebruikers", "users")
      case "requires": pick("wat het nodig heeft", "what it needs")
      case "sector": pick("sector", "sector")
      case "region": pick("regio", "region")
      case "owner": pick("eigenaar", "owner")
      case "mtpd": pick("toelaatbare uitvalduur", "tolerable period")
      case "vital.status": pick("vitale status", "vital status")
      case "answer": pick("antwoord", "answer")
      case "figure": pick("getal", "figure")
      case "extent": pick("omvang", "extent")
      default: key
      }
    return "\(what) (`\(key)`) " + pick("van ", "of ") + few(names, atMost: 4)
  }

  /// On what a criterion rests.
  func basisLine(_ evidence: Evidence, sources: [String], note: String?) -> String {
    let from = sources.isEmpty ? "" : pick("; bron: ", "; source: ") + list(sources)
    return pick("Grondslag van de drempel: ", "Basis of the threshold: ") + word(evidence.basis)
      + from
      + "." + (note.map { " " + $0 } ?? "")
  }

  // MARK: - The rest

  var questionsTitle: String {
    pick("Vragen die iemand moet beantwoorden", "Questions that a person has to answer")
  }

  var cascadeTitle: String {
    pick("Sectoren in volgorde van de cascade", "Sectors in order of the cascade")
  }

  /// "3", or where not all is certain "zeker 1, mogelijk 3".
  func certainOfAll(_ certain: Int, _ possible: Int) -> String {
    certain == possible ? number(possible) : certainAndPossible(certain, possible)
  }

  func cascadeColumns() -> [Report.Table.Column] {
    [
      .init(pick("orde", "order"), .right), .init(pick("sector", "sector")),
      .init(pick("oordeel", "verdict")), .init(pick("eerste uitval", "first failure")),
      .init(pick("organisaties", "organisations"), .right),
      .init(pick("processen en afnemers", "processes and consumers"), .right),
      .init(pick("via", "by way of")),
    ]
  }

  var cascadeNote: String {
    pick(
      "Orde: het kleinste aantal grenzen tussen sectoren op weg erheen; 0 is de eigen sector, 1 hangt rechtstreeks van het onderwerp af, 2 via een andere sector. Onderdelen zonder sector zijn geen grens.",
      "Order: the least number of borders between sectors on the way; 0 is the own sector, 1 rests on the subject directly, 2 through another sector. Components without a sector are no border."
    )
  }

  func cascadeUntold(_ sectors: [String]) -> String {
    pick(
      "Niet te zeggen of zij worden geraakt: \(list(sectors)).",
      "Whether they are reached cannot be told: \(list(sectors)).")
  }

  func claimsTaken(_ names: [String]) -> String {
    pick(
      "Op hun woord genomen als onafhankelijk van deze uitval: \(list(names)).",
      "Taken at their word as independent of this failure: \(list(names)).")
  }

  func criteriaLine(_ set: CriteriaSet) -> String {
    let name = set.name?.text(in: language) ?? set.id
    let from =
      set.validFrom.map { pick(", geldig vanaf \(date($0))", ", valid from \(date($0))") } ?? ""
    let until = set.validUntil.map { pick(" tot en met \(date($0))", " up to \(date($0))") } ?? ""
    return pick("Criteria: ", "Criteria: ")
      + "\(name) (\(set.id)); \(word(set.status))\(from)\(until); "
      + pick("grondslag: ", "basis: ") + word(set.evidence.basis)
      + (set.digest.isEmpty ? "" : "; sha256 \(set.digest.prefix(12))") + "."
  }

  var comparisonTitle: String { pick("Naast elkaar", "Side by side") }

  func levelCell(_ assessment: VitalAssessment) -> String {
    if assessment.isApplicable == false { return pick("niet van toepassing", "not applicable") }
    if assessment.isLevelUndetermined { return word(CriterionVerdict.undetermined) }
    return assessment.level ?? pick("geen", "none")
  }
}
