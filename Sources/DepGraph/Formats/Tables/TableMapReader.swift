/// Reads maps, files that begin with `depgraph-map: 1`.
public struct TableMapReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads a map from a file.
  ///
  /// - Parameter path: The file's path; diagnostics name it so.
  /// - Returns: The map.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(_ path: String) throws(ReadError) -> TableMap {
    try read(InputFile(path: path, name: path))
  }

  /// Reads a map from a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The map.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> TableMap {
    try read(InputFile(text: text, name: name))
  }

  private func read(_ file: InputFile) throws(ReadError) -> TableMap {
    let session = ReadingSession()
    var texts: [String: String] = [:]
    var map = TableMap()
    if let text = file.text(&session.diagnostics) {
      texts[file.name] = text
      let value = YAMLText(text: text, file: file.name).value(&session.diagnostics)
      if let value { map = TableMapSession(session).map(value) }
    }
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return map
  }
}

/// One reading of a map.
private struct TableMapSession {
  let session: ReadingSession

  init(_ session: ReadingSession) { self.session = session }

  private static let keys = [
    "depgraph-map", "name", "note", "register", "relations", "other-relations", "kinds", "words",
    "separators", "office-hours", "unlisted", "sheets",
  ]

  func map(_ value: YAMLValue) -> TableMap {
    var map = TableMap()
    let pairs = mapping(value, "a map", keys: Self.keys)
    if value["depgraph-map"]?.scalar != "1" {
      session.report(
        .wrongVersion, "a map begins with `depgraph-map: 1`",
        at: value["depgraph-map"]?.place ?? value.place)
    }
    for pair in pairs {
      switch pair.key {
      case "name": map.name = session.text(pair.value, of: "name")
      case "register": map.register = session.word(pair.value, of: "register") ?? map.register
      case "relations": map.relations = relations(pair.value)
      case "other-relations": map.otherRelations = direction(pair.value) ?? .guess
      case "kinds": map.kinds = kinds(pair.value)
      case "words": words(pair.value, into: &map.words)
      case "separators": map.separators = separators(pair.value)
      case "office-hours": map.officeHours = officeHours(pair.value) ?? .usual
      case "unlisted": map.placeholderKind = kind(pair.value) ?? .service
      case "sheets": map.sheets = session.list(pair.value, of: "sheets").compactMap(sheet)
      default: break
      }
    }
    if map.sheets.isEmpty {
      session.report(.missingKey, "a map needs `sheets`", at: value.place)
    }
    return map
  }

  // MARK: - Sheets

  private static let sheetKeys = [
    "match", "row", "columns", "constants", "direction", "register", "note",
  ]

  private func sheet(_ value: YAMLValue) -> TableMap.SheetRule? {
    let pairs = mapping(value, "a sheet of a map", keys: Self.sheetKeys)
    let patterns =
      value["match"].map { session.members($0).compactMap { session.word($0, of: "match") } } ?? []
    guard let written = value["row"] else {
      session.report(.missingKey, "a sheet of a map needs `row`", at: value.place)
      return nil
    }
    let kinds = TableRowKind.allCases.map(\.rawValue)
    guard let row = session.oneOf(written, kinds, of: "row").flatMap(TableRowKind.init) else {
      return nil
    }
    if patterns.isEmpty {
      session.report(.missingKey, "a sheet of a map needs `match`", at: value.place)
    }
    var sheet = TableMap.SheetRule(patterns: patterns, row: row)
    sheet.place = value.place
    for pair in pairs {
      switch pair.key {
      case "columns": sheet.columns = columns(pair.value, of: row)
      case "constants": sheet.constants = constants(pair.value, of: row)
      case "direction": sheet.direction = direction(pair.value) ?? .guess
      case "register": sheet.register = session.word(pair.value, of: "register")
      default: break
      }
    }
    for group in row.needed where !group.contains(where: { sheet.columns[$0] != nil }) {
      let names = group.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      session.report(
        .missingKey, "a row that is a \(row.rawValue) needs a column \(names)", at: value.place)
    }
    return sheet
  }

  private func columns(_ value: YAMLValue, of row: TableRowKind) -> [TableField: TableMap.Column] {
    var columns: [TableField: TableMap.Column] = [:]
    for (field, value) in fields(value, "columns", of: row) {
      let unit = value["unit"].flatMap { session.word($0, of: "unit") }
      if let unit, TableDuration("1 \(unit)", office: .usual) == nil {
        session.report(
          .unknownValue, "`\(unit)` is no unit of time", at: value["unit"]?.place,
          hint: "such as `h`, `min`, `dag`, `werkdag`")
      }
      if value.mapping != nil { _ = mapping(value, "a column", keys: ["header", "unit"]) }
      let written = value.mapping == nil ? value : value["header"] ?? value
      let names = session.members(written).compactMap { member -> TableMap.ColumnName? in
        guard let text = session.word(member, of: field.rawValue) else { return nil }
        if text.hasPrefix("#"), let number = Int(digits: text.dropFirst()), number >= 1 {
          return .number(number)
        }
        return .header(text)
      }
      columns[field] = TableMap.Column(names: names, unit: unit)
    }
    return columns
  }

  private func constants(_ value: YAMLValue, of row: TableRowKind) -> [TableField: String] {
    var constants: [TableField: String] = [:]
    for (field, value) in fields(value, "constants", of: row) {
      constants[field] = session.word(value, of: field.rawValue)
    }
    return constants
  }

  private func fields(
    _ value: YAMLValue, _ key: String, of row: TableRowKind
  ) -> [(TableField, YAMLValue)] {
    guard let pairs = value.mapping else {
      session.report(.wrongType, "`\(key)` wants a mapping", at: value.place)
      return []
    }
    let known = TableField.allCases.filter { row.fields.contains($0) }.map(\.rawValue)
    return pairs.compactMap { pair in
      guard let field = TableField.named(pair.key), row.fields.contains(field) else {
        session.report(
          .unknownKey, "a row that is a \(row.rawValue) has no column `\(pair.key)`",
          at: pair.place, hint: session.hint(for: pair.key, among: known))
        return nil
      }
      return (field, pair.value)
    }
  }

  // MARK: - Words

  private func relations(_ value: YAMLValue) -> [String: TableMap.Direction] {
    var relations: [String: TableMap.Direction] = [:]
    for pair in value.mapping ?? [] {
      relations[TableWords.folded(pair.key)] = direction(pair.value)
    }
    if value.mapping == nil {
      session.report(.wrongType, "`relations` wants a mapping of names", at: value.place)
    }
    return relations
  }

  private func direction(_ value: YAMLValue) -> TableMap.Direction? {
    session.oneOf(value, TableMap.Direction.allCases.map(\.rawValue), of: "direction")
      .flatMap(TableMap.Direction.init)
  }

  private func kinds(_ value: YAMLValue) -> [String: ComponentKind] {
    var kinds: [String: ComponentKind] = [:]
    for pair in value.mapping ?? [] {
      guard let kind = kind(pair.value) else { continue }
      kinds[TableWords.folded(pair.key)] = kind
    }
    if value.mapping == nil {
      session.report(.wrongType, "`kinds` wants a mapping of words to kinds", at: value.place)
    }
    return kinds
  }

  private func kind(_ value: YAMLValue) -> ComponentKind? {
    session.oneOf(value, ComponentKind.allCases.map(\.rawValue), of: "kind")
      .flatMap(ComponentKind.init)
  }

  private func words(_ value: YAMLValue, into words: inout TableWords) {
    let keys = ["yes", "no", "unknown", "not-applicable", "nothing", "blank"]
    for pair in mapping(value, "`words`", keys: keys) {
      let given = Set(
        session.members(pair.value).compactMap { session.word($0, of: pair.key) }
          .map(TableWords.folded))
      // A word that a map gives a meaning has no other.
      words.yes.subtract(given)
      words.no.subtract(given)
      words.unknown.subtract(given)
      words.notApplicable.subtract(given)
      words.nothing.subtract(given)
      words.blank.subtract(given)
      switch pair.key {
      case "yes": words.yes.formUnion(given)
      case "no": words.no.formUnion(given)
      case "unknown": words.unknown.formUnion(given)
      case "not-applicable": words.notApplicable.formUnion(given)
      case "nothing": words.nothing.formUnion(given)
      default: words.blank.formUnion(given)
      }
    }
  }

  private func separators(_ value: YAMLValue) -> [Character] {
    session.members(value).compactMap { member in
      guard let text = session.word(member, of: "separators") else { return nil }
      if text.count == 1 { return text.first }
      session.report(.badValue, "a separator is one letter or sign", at: member.place)
      return nil
    }
  }

  private func officeHours(_ value: YAMLValue) -> OfficeHours? {
    guard case .windows(let windows) = session.hours(value, of: "office-hours"),
      let window = windows.first
    else { return nil }
    guard windows.count == 1, window.from < window.to else {
      session.report(.badValue, "`office-hours` wants one window within a day", at: value.place)
      return nil
    }
    return OfficeHours(days: window.days, from: window.from, to: window.to, isStated: true)
  }

  /// The pairs of a mapping whose keys are all known.
  private func mapping(_ value: YAMLValue, _ title: String, keys: [String]) -> [YAMLValue.Pair] {
    guard let pairs = value.mapping else {
      session.report(.wrongType, "\(title) wants a mapping (`key: value`)", at: value.place)
      return []
    }
    for pair in pairs where !keys.contains(pair.key) {
      session.report(
        .unknownKey, "\(title) has no key `\(pair.key)`", at: pair.place,
        hint: session.hint(for: pair.key, among: keys))
    }
    return pairs.filter { keys.contains($0.key) }
  }
}
