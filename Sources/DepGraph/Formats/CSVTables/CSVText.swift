/// A table that is being written.
struct CSVText {
  private(set) var bytes: [UInt8] = []
  private let delimiter: UInt8

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Adds a row; cells are quoted where they have to be, and never calculated by a spreadsheet.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func add(_ cells: [String]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(delimiter) }
      add(cell, isFirst: position == 0)
    }
    bytes.append(UInt8(ascii: "\n"))
  }

  private mutating func add(_ cell: String, isFirst: Bool) {
    let text = cell.guardedFromCalculation.utf8
    guard let first = text.first, let last = text.last else { return }
    let isQuoted =
      first == 0x20 || last == 0x20 || first == 0x09 || last == 0x09
      || (isFirst && first == UInt8(ascii: "#"))
      || text.contains {
        $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D
      }
    guard isQuoted else { return bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
    for byte in text {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  // MARK: - Cells

  /// A length of time, in days, hours, minutes and seconds.
  static func span(_ span: TimeSpan?) -> String {
    guard let span else { return "" }
    guard span.seconds > 0 else { return "0s" }
    guard span.seconds == span.seconds.rounded(.down) else { return "\(span.seconds)s" }
    var rest = Int(span.seconds)
    var text = ""
    for (unit, length) in [("d", 86_400), ("h", 3600), ("m", 60), ("s", 1)] {
      if rest >= length { text += "\(rest / length)\(unit)" }
      rest %= length
    }
    return text
  }

  /// A number.
  static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// A share, or two with `..` between them.
  static func ratio(_ ratio: Ratio?) -> String {
    guard let ratio else { return "" }
    return ratio.isExact ? number(ratio.low) : "\(number(ratio.low))..\(number(ratio.high))"
  }

  /// A day.
  static func day(_ day: CalendarDate?) -> String {
    guard let day else { return "" }
    let padded = { (value: Int, width: Int) in
      let digits = "\(value)"
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(day.year, 4))-\(padded(day.month, 2))-\(padded(day.day, 2))"
  }

  /// Several words.
  static func list(_ words: [String]) -> String {
    words.map { word in
      String(word.flatMap { $0 == "|" || $0 == "\\" ? ["\\", $0] : [$0] })
    }.joined(separator: "|")
  }

  /// Several words, or that nobody knows.
  static func list(_ words: Stated<[String]>?) -> String {
    switch words {
    case nil: ""
    case .unknown?: "unknown"
    case .known(let words)?: words.isEmpty ? "-" : list(words)
    }
  }

  /// A truth value.
  static func truth(_ value: Bool?) -> String { value.map { $0 ? "true" : "false" } ?? "" }

  /// What a fact rests on, where that is not what it is written in rests on: basis and sources.
  static func evidence(_ own: Evidence, within outer: Evidence) -> [String] {
    [
      own.basis == outer.basis ? "" : own.basis.rawValue,
      own.sources == outer.sources ? "" : own.sources.isEmpty ? "-" : list(own.sources),
    ]
  }

  /// The two axes of a marking.
  static func marking(_ marking: Marking?) -> [String] {
    [marking?.classification ?? "", marking?.trafficLight ?? ""]
  }
}

/// Rows of cells by column, of which the columns that hold nothing are not written.
struct CSVSheet<Item> {
  /// A column: its header and its cells.
  struct Column {
    let name: String
    let cell: (Item) -> String
  }

  private(set) var columns: [Column] = []
  let items: [Item]

  init(_ items: [Item]) { self.items = items }

  /// Adds a column, where some cell of it holds something.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  mutating func add(_ name: String, always: Bool = false, _ cell: @escaping (Item) -> String) {
    guard always || items.contains(where: { !cell($0).isEmpty }) else { return }
    columns.append(Column(name: name, cell: cell))
  }

  /// Adds the columns of a text: one, or one for each language.
  mutating func add(
    _ name: String, in language: Language, _ text: @escaping (Item) -> LocalizedText?
  ) {
    let isPlain = items.allSatisfy { item in
      text(item).map { text in
        Language.allCases.allSatisfy { $0 == language || !text.isWritten(in: $0) }
      } ?? true
    }
    if isPlain { return add(name) { text($0)?.text(in: language) ?? "" } }
    for language in Language.allCases {
      add("\(name):\(language.rawValue)") { item in
        guard let text = text(item), text.isWritten(in: language) else { return "" }
        return text.text(in: language)
      }
    }
  }

  /// Adds the columns of what facts rest on.
  mutating func addEvidence(_ evidence: @escaping (Item) -> (own: Evidence, outer: Evidence)) {
    for (position, name) in ["basis", "source"].enumerated() {
      add(name) { item in
        let (own, outer) = evidence(item)
        return CSVText.evidence(own, within: outer)[position]
      }
    }
  }

  /// Adds the columns of markings.
  mutating func addMarking(_ marking: @escaping (Item) -> Marking?) {
    for (position, name) in ["marking.class", "marking.tlp"].enumerated() {
      add(name) { CSVText.marking(marking($0))[position] }
    }
  }

  /// The table.
  func bytes(delimiter: UInt8) -> [UInt8] {
    var text = CSVText(delimiter: delimiter)
    text.add(columns.map(\.name))
    for item in items { text.add(columns.map { $0.cell(item) }) }
    return text.bytes
  }
}
