/// A table of a model as rows.
enum CSVTable: String, CaseIterable {
  case model, sources, parties, contracts, targets, components, shares, requirements, contacts

  /// The name of its file.
  var fileName: String { rawValue + ".csv" }

  /// The columns that a header must have, one of each group, to be this table's.
  ///
  /// A table of things is known by a column that only things of its kind have; what is not known by
  /// one is a table of components.
  var signs: [[String]] {
    switch self {
    case .model: [["key"], ["value"]]
    case .requirements: [["dependent"], ["target"]]
    case .shares: [["component"], ["key"], ["value"]]
    case .targets: [["contract"], ["restore-within", "response-within", "priority"]]
    case .contracts:
      [["id"], ["provider", "customer", "covers", "service-window", "valid.from", "valid.until"]]
    case .contacts: [["id"], ["reach", "deputy", "hours", "track", "party"]]
    case .parties: [["id"], ["role", "parent", "products", "subcontractors", "substitution"]]
    case .sources: [["id"], ["title", "url", "reference"]]
    case .components: [["id"]]
    }
  }

  /// The tables in the order in which a header is held against them.
  static let byHeader: [CSVTable] = [
    .requirements, .shares, .model, .targets, .contracts, .contacts, .parties, .sources,
    .components,
  ]
}

/// How the cells of a column are written.
enum CSVShape: Equatable {
  /// As the model file has it.
  case word
  /// For people, in the language of the model.
  case text
  /// With a point or a decimal comma.
  case number
  /// A number, or two with `..` between them.
  case ratio
  /// `true`, `ja`, `nee` and the like.
  case boolean
  /// Several with `|` between them.
  case list
  /// Hours of the week.
  case hours
  /// A day, also as 27-8-2024.
  case date
  /// Ids in other registers: `register=id`, several with `|` between them.
  case external
}

/// A column: the key of the model file that it stands for, and the words that head it.
struct CSVColumn {
  /// The key; with a dot where it is inside another.
  let key: String
  let shape: CSVShape
  /// The words that head it, besides the key itself.
  let words: [String]

  init(_ key: String, _ shape: CSVShape = .word, _ words: [String] = []) {
    self.key = key
    self.shape = shape
    self.words = words
  }
}

extension CSVTable {
  /// The columns of the table, in the order in which they are written.
  var columns: [CSVColumn] {
    switch self {
    case .model: Self.modelColumns
    case .sources: Self.sourceColumns
    case .parties: Self.partyColumns
    case .contracts: Self.contractColumns
    case .targets: Self.targetColumns
    case .components: Self.componentColumns
    case .shares: Self.shareColumns
    case .requirements: Self.requirementColumns
    case .contacts: Self.contactColumns
    }
  }

  private static let evidence = [
    CSVColumn("basis", .word, ["grondslag"]),
    CSVColumn("source", .list, ["sources", "bron", "bronnen"]),
    CSVColumn("note", .text, ["remark", "opmerking", "toelichting", "notitie"]),
  ]

  private static let marking = [
    CSVColumn("marking.class", .word, ["class", "classification", "rubricering"]),
    CSVColumn("marking.tlp", .word, ["tlp"]),
  ]

  private static let name = CSVColumn("name", .text, ["naam", "label"])
  private static let id = CSVColumn("id", .word, ["identifier", "component", "code"])

  private static let modelColumns = [
    CSVColumn("key", .word, ["sleutel"]), CSVColumn("value", .word, ["waarde"]),
  ]

  private static let sourceColumns =
    [
      id, CSVColumn("title", .text, ["titel"]),
      CSVColumn("reference", .word, ["referentie", "kenmerk"]), CSVColumn("date", .date, ["datum"]),
      CSVColumn("url", .word, ["adres"]), CSVColumn("note", .text, ["opmerking"]),
    ] + marking

  private static let partyColumns =
    [
      id, name, CSVColumn("role", .list, ["roles", "rol", "rollen"]),
      CSVColumn("parent", .word, ["valt-onder", "moeder"]),
      CSVColumn("products", .list, ["producten"]),
      CSVColumn("subcontractors", .list, ["onderaannemers"]),
      CSVColumn("subcontractors-complete", .boolean),
      CSVColumn("authorised-until", .date, ["bevoegd-tot"]),
      CSVColumn("substitution", .word, ["vervangbaarheid"]),
    ] + evidence + marking

  private static let contractColumns =
    [
      id, name, CSVColumn("kind", .word, ["soort"]), CSVColumn("under", .word, ["onder"]),
      CSVColumn("provider", .word, ["leverancier", "supplier"]),
      CSVColumn("customer", .word, ["afnemer", "klant"]),
      CSVColumn("covers", .list, ["dekt", "betreft"]),
      CSVColumn("availability", .ratio, ["beschikbaarheid"]),
      CSVColumn("service-window", .hours, ["dienstvenster", "servicevenster"]),
      CSVColumn("valid.from", .date, ["valid-from", "geldig-vanaf", "ingangsdatum"]),
      CSVColumn("valid.until", .date, ["valid-until", "geldig-tot", "einddatum"]),
      CSVColumn("notice", .word, ["opzegtermijn"]),
      CSVColumn("backed-by", .list, ["steunt-op"]),
      CSVColumn("exit-strategy", .boolean, ["exitstrategie"]),
      CSVColumn("checked", .date, ["gecontroleerd"]), CSVColumn("by", .word, ["door"]),
    ] + evidence + marking

  private static let targetColumns =
    [
      CSVColumn("contract", .word, ["overeenkomst"]),
      CSVColumn("priority", .word, ["prioriteit"]),
      CSVColumn("response-within", .word, ["reactietijd", "respond-within"]),
      CSVColumn("restore-within", .word, ["hersteltijd", "resolve-within"]),
      CSVColumn("share", .number, ["aandeel"]), CSVColumn("per", .word),
      CSVColumn("nature", .word, ["aard"]), CSVColumn("clock-from", .word, ["klok-vanaf"]),
      CSVColumn("excludes", .list, ["uitgezonderd"]),
    ] + evidence

  private static let componentColumns =
    [
      id, name, CSVColumn("kind", .word, ["soort", "type"]), CSVColumn("layer", .word, ["laag"]),
      CSVColumn("owner", .word, ["eigenaar"]), CSVColumn("operator", .word, ["beheerder"]),
      CSVColumn("product-of", .word, ["product-van"]),
      CSVColumn("requires", .word, ["vereist"]),
      CSVColumn("ends", .list, ["uiteinden"]), CSVColumn("network", .word, ["netwerk"]),
      CSVColumn("availability", .ratio, ["beschikbaarheid"]), CSVColumn("mtbf"),
      CSVColumn("mttr"), CSVColumn("repair", .word, ["reparatie", "reparatietijd"]),
      CSVColumn("restart", .word, ["herstart", "opstarttijd"]),
      CSVColumn("skills", .list, ["vaardigheden"]),
      CSVColumn("forensic", .word, ["forensisch"]),
      CSVColumn("needed", .hours, ["nodig"]), CSVColumn("rto"), CSVColumn("wrt"),
      CSVColumn("mtpd"), CSVColumn("rpo"), CSVColumn("restore-class", .word, ["herstelklasse"]),
      CSVColumn("sector"), CSVColumn("region", .list, ["regio", "regions", "regios"]),
      CSVColumn("users", .number, ["gebruikers"]), CSVColumn("civil", .boolean, ["civiel"]),
      CSVColumn("vital.process", .text), CSVColumn("vital.status"),
      CSVColumn("vital.decision.date", .date), CSVColumn("vital.decision.reason", .text),
      CSVColumn("vital.decision.source", .list),
      CSVColumn("protection-need.confidentiality", .word, ["vertrouwelijkheid"]),
      CSVColumn("protection-need.integrity", .word, ["integriteit"]),
      CSVColumn("protection-need.availability", .word),
      CSVColumn("fails"), CSVColumn("manual-start", .boolean),
      CSVColumn("position.lat", .number, ["lat", "latitude", "breedtegraad"]),
      CSVColumn("position.lon", .number, ["lon", "lng", "longitude", "lengtegraad"]),
      CSVColumn("external", .external, ["extern"]), CSVColumn("tags", .list, ["labels"]),
      CSVColumn("checked", .date, ["gecontroleerd"]), CSVColumn("by", .word, ["door"]),
    ] + evidence + marking

  private static let shareColumns =
    [
      CSVColumn("component"), CSVColumn("key", .word, ["sleutel"]),
      CSVColumn("value", .word, ["waarde"]),
    ] + evidence + marking

  private static let requirementColumns =
    [
      CSVColumn("dependent", .word, ["from", "van", "afhankelijke"]),
      CSVColumn("target", .word, ["to", "naar", "needs", "afhankelijk-van"]),
      CSVColumn("relation", .word, ["relatie"]), CSVColumn("group", .word, ["groep"]),
      CSVColumn("need", .word, ["nodig", "aantal-nodig"]),
      CSVColumn("holdup", .word, ["overbrugging"]),
      CSVColumn("switchover", .word, ["omschakeltijd"]),
      CSVColumn("tolerates"), CSVColumn("gives"), CSVColumn("scope"),
      CSVColumn("path.from", .word, ["path-from", "pad-vanaf"]),
      CSVColumn("path.over", .word, ["over", "path-over", "netwerk", "network"]),
    ] + evidence + marking

  private static let contactColumns =
    [
      id, name, CSVColumn("party", .word, ["partij", "organisatie"]),
      CSVColumn("reach", .list, ["bereikbaar-via"]),
      CSVColumn("deputy", .word, ["plaatsvervanger", "vervanger"]),
      CSVColumn("hours", .hours, ["uren", "bereikbaar"]), CSVColumn("track", .word, ["spoor"]),
      CSVColumn("note", .text, ["opmerking"]),
    ] + marking
}
