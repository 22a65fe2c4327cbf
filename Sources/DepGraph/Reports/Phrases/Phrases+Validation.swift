extension Phrases {
  func validationTitle(_ subject: String) -> String { pick("Controle van ", "Check of ") + subject }

  func validationSentence(errors: Int, warnings: Int, advice: Int) -> String {
    let remarks =
      count(warnings, Self.warning) + (advice == 0 ? "" : ", \(count(advice, Self.advice))")
    if errors == 0 {
      return pick(
        "Het model is geldig: geen fouten, \(remarks).",
        "The model is valid: no errors, \(remarks).")
    }
    return pick(
      "Het model is niet geldig: \(count(errors, Self.error)), \(remarks).",
      "The model is not valid: \(count(errors, Self.error)), \(remarks).")
  }

  func notComputed(errors: Int) -> String {
    pick(
      "\(capitalised(count(errors, Self.error))); er is niets berekend.",
      "\(capitalised(count(errors, Self.error))); nothing was computed.")
  }

  /// The one line about remarks on a model that a command other than `validate` prints.
  ///
  /// - Parameters:
  ///   - warnings: The number of remarks.
  ///   - model: The model's file.
  /// - Returns: A line without a line break.
  public func warningLine(_ warnings: Int, model: String) -> String {
    pick(
      "\(count(warnings, Self.warning)) over het model; zie depgraph validate \(model)",
      "\(count(warnings, Self.warning)) about the model; see depgraph validate \(model)")
  }

  /// The word for how much a diagnostic weighs.
  public func word(_ severity: Diagnostic.Severity) -> String {
    switch severity {
    case .error: pick("fout", "error")
    case .warning: pick("waarschuwing", "warning")
    case .advice: pick("advies", "advice")
    }
  }

  /// That facts were left out because they became known later.
  ///
  /// - Parameters:
  ///   - dropped: Their number.
  ///   - date: The day.
  /// - Returns: A line without a line break.
  public func leftOutLine(_ dropped: Int, after date: CalendarDate) -> String {
    pick(
      "\(count(dropped, Self.fact)) weggelaten: pas na \(self.date(date)) bekend",
      "\(count(dropped, Self.fact)) left out: known only after \(self.date(date))")
  }

  static let advice = Noun(("advies", "adviezen"), ("piece of advice", "pieces of advice"))
  static let fact = Noun(("feit", "feiten"), ("fact", "facts"))

  var staleHeading: String { pick("Te lang niet nagegaan", "Not checked for too long") }
  var ownerTitle: String { pick("Eigenaar", "Owner") }
  var checkedByTitle: String { pick("Door", "By") }
  var nobody: String { pick("niet vastgelegd", "not recorded") }
  var withoutPlace: String { pick("Zonder plaats in een bestand", "Not at a place in a file") }
  var countsHeading: String { pick("Aantallen", "Counts") }
  var numberTitle: String { pick("Aantal", "Number") }
  var weightTitle: String { pick("Gewicht", "Weight") }
  var codeTitle: String { "Code" }
  var meaningTitle: String { pick("Betekenis", "Meaning") }

  /// What a kind of mistake or remark is about, in a few words.
  ///
  /// - Parameter code: The kind.
  /// - Returns: A phrase without a full stop.
  public func meaning(of code: DiagnosticCode) -> String {
    let (dutch, english) =
      switch code.severity {
      case .error: Self.mistake(code)
      case .warning: Self.remark(code)
      case .advice: Self.naiveForm(code)
      }
    return pick(dutch, english)
  }

  private static func mistake(_ code: DiagnosticCode) -> (String, String) {
    switch code {
    case .emptyFile: ("leeg bestand", "empty file")
    case .notText: ("geen tekst in UTF-8", "not a text in UTF-8")
    case .notYAML: ("geen geldige YAML", "not valid YAML")
    case .notJSON: ("geen geldige JSON", "not valid JSON")
    case .notCalendar: ("geen agenda (iCalendar)", "not a calendar (iCalendar)")
    case .notXML: ("geen geldige XML", "not valid XML")
    case .notContainer: ("geen container van dit programma", "not a container of this program")
    case .damaged: ("beschadigd bestand", "damaged file")
    case .notDOT: ("geen geldige DOT", "not valid DOT")
    case .badGroup:
      ("ongeldige groep met gemeenschappelijke oorzaak", "invalid common-cause group")
    case .entityDeclaration: ("entiteiten of ander bestand", "entities or another file")
    case .unsupported: ("wordt niet ondersteund", "not supported")
    case .tooLarge: ("te groot", "too large")
    case .tooDeep: ("te diep genest", "nested too deeply")
    case .aliasExpansion: ("te veel verwijzingen binnen het bestand", "too many aliases")
    case .wrongVersion: ("onbekende versie van het formaat", "unknown version of the format")
    case .includeProblem: ("bestand kan niet worden ingevoegd", "file cannot be included")
    case .unknownKey: ("onbekende sleutel", "unknown key")
    case .unknownReference: ("verwijst naar niets", "refers to nothing")
    case .unknownValue: ("onbekende waarde", "unknown value")
    case .unknownSector: ("onbekende sector", "unknown sector")
    case .duplicateID: ("id staat er tweemaal", "id stands twice")
    case .duplicateKey: ("sleutel staat er tweemaal", "key stands twice")
    case .missingKey: ("verplichte sleutel ontbreekt", "required key is missing")
    case .wrongType: ("verkeerd soort waarde", "wrong type of value")
    case .badID: ("ongeldige id", "invalid id")
    case .badKey: ("geen sleutel voor pseudoniemen", "no key for pseudonyms")
    case .leak: ("iets dat verborgen moest blijven", "something that was to stay hidden")
    case .badValue: ("onleesbare waarde", "unreadable value")
    case .outOfRange: ("waarde buiten bereik", "value out of range")
    case .badThreshold: ("onmogelijk aantal in een groep", "impossible number in a group")
    case .selfRequirement: ("heeft zichzelf nodig", "requires itself")
    case .selfSharing: ("deelt zichzelf", "shares itself")
    case .badLink: ("ongeldige verbinding", "invalid link")
    case .notInNetwork: ("staat niet in het netwerk", "not in the network")
    case .recoveryExceedsTolerance:
      ("hersteltijd langer dan toelaatbaar", "recovery takes longer than is tolerable")
    case .sourceMissing: ("openbaar feit zonder bron", "public fact without a source")
    case .cycle: ("kringverwijzing", "refers back to itself")
    case .neverOperational: ("kan nooit werken", "can never work")
    case .notWorkbook: ("geen leesbare werkmap", "not a workbook that can be read")
    case .damagedWorkbook: ("beschadigde werkmap", "damaged workbook")
    default: (code.rawValue, code.rawValue)
    }
  }

  private static func remark(_ code: DiagnosticCode) -> (String, String) {
    switch code {
    case .quoteThis: ("beter tussen aanhalingstekens", "better quoted")
    case .unknownMarking: ("onbekende rubricering of deling", "unknown marking")
    case .changedSince: ("gewijzigd na het schrijven", "changed since it was written")
    case .rootOnly: ("telt alleen in het hoofdbestand", "counts in the root file only")
    case .unusedComponent: ("onderdeel wordt nergens gebruikt", "component is used nowhere")
    case .unusedSource: ("bron wordt nergens gebruikt", "source is used nowhere")
    case .repeatedMember: ("lid staat er vaker in de groep", "member repeated in a group")
    case .unequalMembers:
      ("leden hebben verschillende cijfers", "members have different figures")
    case .requiredAndSoft: ("nodig en wenselijk tegelijk", "required and soft at once")
    case .nameMissing: ("naam ontbreekt", "name is missing")
    case .requiresMissing: ("niet vastgelegd wat het nodig heeft", "what it needs is not recorded")
    case .noteMissing: ("toelichting ontbreekt", "note is missing")
    case .staleFact: ("feit lang niet nagegaan", "fact not checked for long")
    case .undatedSource: ("bron zonder datum", "source without a date")
    case .independenceContradicted:
      ("opgegeven onafhankelijkheid strijdt met het model", "stated independence is contradicted")
    case .unknownObject: ("onbekend waaraan wordt gewerkt", "unknown what is worked at")
    case .unclearTime: ("tijd is niet eenduidig", "time is not clear")
    case .notUnderstood: ("niet begrepen woord", "word not understood")
    case .superseded: ("vervangen door een latere versie", "replaced by a later version")
    case .undeclaredChange:
      ("maatregel noemt wat het model niet kent", "measure names what the model does not hold")
    case .leftOut: ("blijft buiten beschouwing", "left out of account")
    case .expectationMissed: ("verwachting komt niet uit", "expectation is not met")
    case .expectationOpen:
      ("verwachting is niet te toetsen", "expectation that cannot be told")
    case .idleExpectation: ("verwachting die niets toetst", "expectation that tests nothing")
    default: tableRemark(code)
    }
  }

  private static func tableRemark(_ code: DiagnosticCode) -> (String, String) {
    switch code {
    case .otherEncoding: ("andere tekencodering", "another character encoding")
    case .hiddenPart: ("verborgen deel van een werkmap", "hidden part of a workbook")
    case .mergedCells: ("samengevoegde cellen", "merged cells")
    case .doubleName: ("twee dingen met dezelfde naam", "two things of one name")
    case .contradiction: ("twee bronnen spreken elkaar tegen", "two places contradict each other")
    case .repeatedRow: ("staat er vaker", "stands more than once")
    case .undeclaredName: ("genoemd, maar zonder eigen regel", "named, without a row of its own")
    case .nearName: ("lijkt op een andere naam", "looks like another name")
    default: (code.rawValue, code.rawValue)
    }
  }

  private static func naiveForm(_ code: DiagnosticCode) -> (String, String) {
    switch code {
    case .finiteSource:
      ("reserve die opraakt, zonder eindtijd", "a reserve that runs out, unbounded")
    case .unguardedTime:
      ("klok die fout loopt wordt niet opgemerkt", "a clock that is wrong passes unseen")
    case .unequalAlternatives:
      ("kleinere reserve telt als volwaardig", "a smaller reserve counts as whole")
    case .unstatedRoute: ("ligging van verbindingen onbekend", "where links run is not stated")
    case .inBandRepair:
      ("herstel loopt over wat kapot is", "repair runs over what has failed")
    default: (code.rawValue, code.rawValue)
    }
  }
}
