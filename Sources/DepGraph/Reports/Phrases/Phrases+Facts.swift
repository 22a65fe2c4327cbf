/// What facts, and the parts of models that have them, are called.
extension Phrases {
  /// Parts of models of a kind.
  static func noun(for kind: FactSubject.Kind) -> Noun {
    switch kind {
    case .model: Noun(("model", "modellen"), ("model", "models"))
    case .component: component
    case .link: Noun(("verbinding", "verbindingen"), ("link", "links"))
    case .network: Noun(("netwerk", "netwerken"), ("network", "networks"))
    case .commonCause:
      Noun(("gedeelde oorzaak", "gedeelde oorzaken"), ("common cause", "common causes"))
    case .party: Noun(("partij", "partijen"), ("party", "parties"))
    case .contract: Noun(("contract", "contracten"), ("contract", "contracts"))
    case .contact: Noun(("contact", "contacten"), ("contact", "contacts"))
    case .escalation:
      Noun(("opschalingsniveau", "opschalingsniveaus"), ("escalation level", "escalation levels"))
    case .plan: Noun(("plan", "plannen"), ("plan", "plans"))
    case .measure: Noun(("maatregel", "maatregelen"), ("measure", "measures"))
    case .crew: Noun(("herstelploeg", "herstelploegen"), ("crew", "crews"))
    case .restoreClass:
      Noun(("herstelklasse", "herstelklassen"), ("restoration class", "restoration classes"))
    case .observation: Noun(("waarneming", "waarnemingen"), ("observation", "observations"))
    case .expectation: Noun(("verwachting", "verwachtingen"), ("expectation", "expectations"))
    case .source: Noun(("bron", "bronnen"), ("source", "sources"))
    }
  }

  /// What a fact is about: "heeft nodig", "software (gedeeld)", "hersteld binnen (prioriteit 1)".
  func word(_ name: Fact.Name) -> String {
    let word = word(name.key)
    guard let row = name.row, !row.isEmpty else { return word }
    switch name.key {
    case .shares: return pick("deelt ", "shares ") + row
    case .basis: return pick("grondslag van ", "basis of ") + row
    case .people, .casualties, .economic:
      guard let seconds = Double(row) else { return word }
      return word + pick(" na ", " after ") + duration(seconds)
    case .respondWithin, .restoreWithin, .share, .per, .nature, .clockFrom, .excludes:
      return word + pick(" (prioriteit \(row))", " (priority \(row))")
    case .protectionNeed:
      return word + " (" + (Self.protectionGoals[row].map { pick($0.0, $0.1) } ?? row) + ")"
    case .vitalDecision:
      let part = row == "reason" ? pick("reden", "reason") : pick("bron", "source")
      return word + " (" + part + ")"
    default: return word + " (" + row + ")"
    }
  }

  /// What a fact is about, whatever the row.
  func word(_ key: FactKey) -> String {
    let words = Self.factWords[key] ?? Self.agreementWords[key] ?? Self.preparationWords[key]
    return words.map { pick($0.0, $0.1) } ?? key.rawValue
  }

  /// Whether a fact has words of its own in both languages.
  static func hasWords(for key: FactKey) -> Bool {
    factWords[key] != nil || agreementWords[key] != nil || preparationWords[key] != nil
  }

  private static let protectionGoals = [
    "confidentiality": ("vertrouwelijkheid", "confidentiality"),
    "integrity": ("integriteit", "integrity"),
    "availability": ("beschikbaarheid", "availability"),
  ]

  private static let factWords: [FactKey: (String, String)] = [
    .name: ("naam", "name"), .kind: ("soort", "kind"), .layer: ("laag", "layer"),
    .owner: ("eigenaar", "owner"), .operator: ("beheerder", "operator"),
    .productOf: ("product van", "product of"), .shares: ("deelt", "shares"),
    .requires: ("heeft nodig", "needs"),
    .degradesWithout: ("werkt beperkt zonder", "works degraded without"),
    .startsWith: ("heeft bij het starten nodig", "needs to start"),
    .repairNeeds: ("heeft voor herstel nodig", "needs to be repaired"),
    .skills: ("vraagt als vaardigheid", "takes as a skill"),
    .forensic: ("veiligstellen van sporen", "securing evidence"),
    .independentOf: ("onafhankelijk volgens opgave van", "said to be independent of"),
    .availability: ("beschikbaarheid", "availability"),
    .mtbf: ("gemiddelde tijd tussen storingen", "mean time between failures"),
    .mttr: ("gemiddelde hersteltijd", "mean time to repair"),
    .repair: ("hersteltijd", "repair time"), .restart: ("herstarttijd", "restart time"),
    .needed: ("nodig op", "needed at"), .rto: ("hersteldoel (RTO)", "recovery objective (RTO)"),
    .wrt: ("inhaaltijd (WRT)", "time to catch up (WRT)"),
    .mtpd: ("langst draaglijke uitval (MTPD)", "longest tolerable outage (MTPD)"),
    .rpo: ("draaglijk gegevensverlies (RPO)", "tolerable loss of data (RPO)"),
    .restoreClass: ("herstelklasse", "restoration class"), .sector: ("sector", "sector"),
    .region: ("gebied", "region"), .users: ("gebruikers", "users"),
    .civil: ("civiel gebruik", "civil use"), .people: ("mensen geraakt", "people affected"),
    .casualties: ("slachtoffers", "casualties"), .economic: ("schade", "damage"),
    .vital: ("status als vitaal", "standing as vital"),
    .vitalProcess: ("vitaal proces", "vital process"),
    .vitalDecision: ("besluit over vitaal", "decision on vital"),
    .protectionNeed: ("beschermingsbehoefte", "protection need"),
    .fails: ("valt uit", "fails"), .manualStart: ("met de hand te starten", "started by hand"),
    .position: ("plaats", "position"), .marking: ("rubricering en deling", "marking"),
    .external: ("id in andere registers", "id in other registers"), .tags: ("labels", "tags"),
    .basis: ("grondslag", "basis"), .source: ("bron", "source"),
    .checked: ("nagegaan op", "checked on"), .checkedBy: ("nagegaan door", "checked by"),
    .ends: ("verbindt", "joins"), .network: ("netwerk", "network"),
    .value: ("gedeeld aandeel", "common share"), .members: ("leden", "members"),
    .language: ("taal", "language"), .asOf: ("peildatum", "reference date"),
    .note: ("opmerking", "note"), .title: ("titel", "title"),
    .reference: ("kenmerk", "reference"), .date: ("datum", "date"), .url: ("adres", "address"),
  ]

  private static let agreementWords: [FactKey: (String, String)] = [
    .role: ("rol", "role"), .parent: ("onderdeel van", "part of"),
    .products: ("producten", "products"),
    .subcontractors: ("onderaannemers", "subcontractors"),
    .subcontractorsComplete: ("onderaannemers volledig", "subcontractors complete"),
    .authorisedUntil: ("gemachtigd tot", "authorised until"),
    .substitution: ("te vervangen", "can be replaced"), .under: ("valt onder", "stands under"),
    .provider: ("leverancier", "provider"), .customer: ("afnemer", "customer"),
    .covers: ("dekt", "covers"), .respondWithin: ("reactie binnen", "response within"),
    .restoreWithin: ("hersteld binnen", "restored within"),
    .share: ("aandeel op tijd", "share in time"), .per: ("gemeten per", "measured per"),
    .nature: ("aard", "nature"), .clockFrom: ("klok loopt vanaf", "clock runs from"),
    .excludes: ("telt niet mee", "does not count"),
    .serviceWindow: ("servicetijd", "service hours"), .validFrom: ("geldig van", "valid from"),
    .validUntil: ("geldig tot en met", "valid until"),
    .notice: ("opzegtermijn", "term of notice"), .backedBy: ("rust op", "rests on"),
    .exitStrategy: ("vertrekregeling", "exit strategy"),
  ]

  private static let preparationWords: [FactKey: (String, String)] = [
    .party: ("partij", "party"), .reach: ("bereikbaar langs", "reached by"),
    .deputy: ("vervanger", "deputy"), .hours: ("bereikbaar op", "hours"),
    .track: ("spoor", "track"), .level: ("rang", "level"),
    .when: ("voorwaarden", "conditions"), .notify: ("wie wordt ingelicht", "who is told"),
    .within: ("binnen", "within"), .steps: ("stap", "step"), .purposes: ("voor", "for"),
    .tested: ("beproefd op", "tested on"), .reliesOn: ("leunt op", "relies on"),
    .paper: ("op papier", "on paper"), .text: ("tekst", "text"), .from: ("vanaf", "from"),
    .due: ("uiterlijk", "due"), .status: ("stand", "status"), .adds: ("voegt toe", "adds"),
    .removes: ("neemt weg", "removes"), .base: ("standplaats", "base"), .rank: ("rang", "rank"),
    .adoptedBy: ("vastgesteld door", "adopted by"), .adopted: ("vastgesteld op", "adopted on"),
    .after: ("na", "after"),
    .up: ("blijft werken", "keeps working"), .down: ("valt uit", "goes down"),
    .degraded: ("werkt beperkt", "works degraded"),
    .unaffected: ("wordt niet geraakt", "is not affected"),
    .reduced: ("houdt minder reserve over", "is left with less redundancy"),
    .unknown: ("niet te zeggen", "cannot be told"),
    .noSinglePoint: ("zonder single point of failure", "without a single point of failure"),
    .singlePoints: ("alle single points of failure", "all single points of failure"),
    .state: ("gezien", "seen"), .until: ("tot", "until"),
  ]
}
