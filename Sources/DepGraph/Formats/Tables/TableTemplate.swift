/// The sheets to fill in, and the map that reads them: both are made from one list of columns.
enum TableTemplate {
  /// A column of a sheet.
  struct Column {
    /// What a cell may be.
    enum Choice {
      /// Anything.
      case free
      /// One of these words, in Dutch and English.
      case words([(dutch: String, english: String)])
      /// What stands in the first column of a sheet; another text is asked about, not refused.
      case names(sheet: Int)
    }

    let field: TableField
    let title: (dutch: String, english: String)
    let help: (dutch: String, english: String)
    var choice = Choice.free
    var width = 20.0
    /// One for each example, in Dutch and English.
    let examples: [(dutch: String, english: String)]
  }

  /// A sheet.
  struct SheetForm {
    let title: (dutch: String, english: String)
    let row: TableRowKind
    let columns: [Column]
  }

  /// The sheets in order.
  static let sheets = [processes, components, dependencies, agreements, contacts]

  /// The map that reads filled templates of either language.
  static let map: TableMap = {
    var map = TableMap()
    map.register = "table"
    map.isTemplate = true
    map.kinds = kinds
    map.sheets = sheets.map { sheet in
      let titles = [sheet.title.dutch, sheet.title.english]
      var rule = TableMap.SheetRule(
        patterns: titles + titles.map { "*\($0).csv" }, row: sheet.row)
      rule.direction = .firstNeedsSecond
      for column in sheet.columns {
        let names = [column.title.dutch, column.title.english].map(TableMap.ColumnName.header)
        rule.columns[column.field, default: .init(names: [])].names += names
      }
      return rule
    }
    return map
  }()

  // MARK: - Words

  /// The kinds of components by their words in Dutch and English.
  static let kinds: [String: ComponentKind] = {
    var kinds: [String: ComponentKind] = [:]
    for (kind, dutch, english) in kindWords {
      kinds[TableWords.folded(dutch)] = kind
      kinds[TableWords.folded(english)] = kind
    }
    return kinds
  }()

  private static let kindWords: [(ComponentKind, String, String)] = [
    (.service, "dienst", "service"), (.platform, "platform", "platform"),
    (.software, "software", "software"), (.networkElement, "netwerkapparaat", "network element"),
    (.power, "stroom", "power"), (.site, "locatie", "site"),
    (.timeSource, "tijdbron", "time source"),
    (.channel, "communicatiemiddel", "channel"), (.facility, "voorziening", "facility"),
    (.consumer, "afnemer", "consumer"), (.process, "proces", "process"),
  ]

  private static let contractWords: [(Contract.Kind, String, String)] = [
    (.sla, "SLA", "SLA"), (.framework, "raamovereenkomst", "framework agreement"),
    (.nok, "NOK", "NOK"), (.serviceDescription, "dienstbeschrijving", "service description"),
    (.dap, "DAP", "DAP"), (.ola, "interne afspraak", "OLA"),
    (.uc, "onderliggend contract", "underpinning contract"),
    (.connectionTerms, "aansluitvoorwaarden", "connection terms"),
    (.unknown, "onbekend", "unknown"),
  ]

  /// The kinds of agreements by their words.
  static let contractKinds: [String: Contract.Kind] = {
    var kinds: [String: Contract.Kind] = [:]
    for (kind, dutch, english) in contractWords {
      kinds[TableWords.folded(dutch)] = kind
      kinds[TableWords.folded(english)] = kind
    }
    return kinds
  }()

  static let kindChoice = Column.Choice.words(kindWords.map { ($0.1, $0.2) })
  static let contractChoice = Column.Choice.words(contractWords.map { ($0.1, $0.2) })
  static let yesOrNo = Column.Choice.words([("ja", "yes"), ("nee", "no"), ("onbekend", "unknown")])
  static let window = Column.Choice.words([
    ("24x7", "24x7"), ("kantoortijd", "office hours"), ("onbekend", "unknown"),
  ])
}
