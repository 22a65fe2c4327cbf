/// Planned works in a table: a line of names, then a line for each work, or for each object of it.
struct MaintenanceTable {
  /// What a column holds.
  enum Field: String, CaseIterable {
    case start, end, object, impact, status, id, provider, account, description

    /// The names of the column, in English and Dutch, without what stands between words.
    var names: [String] {
      switch self {
      case .start:
        ["start", "begin", "begint", "van", "vanaf", "from", "starttime", "starttijd", "begintijd"]
      case .end:
        ["end", "einde", "eind", "tot", "until", "to", "eindigt", "endtime", "eindtijd"]
      case .object:
        [
          "object", "objects", "objecten", "objectid", "component", "components", "componenten",
          "onderdeel", "onderdelen", "circuit", "circuits", "verbinding", "dienst", "service", "ci",
        ]
      case .impact: ["impact", "gevolg", "gevolgen", "effect"]
      case .status: ["status", "stand"]
      case .id:
        [
          "id", "nummer", "number", "maintenanceid", "kenmerk", "reference", "referentie", "change",
          "changeid", "wijziging",
        ]
      case .provider: ["provider", "carrier", "leverancier", "supplier", "uitvoerder"]
      case .account: ["account", "klantnummer"]
      case .description:
        ["description", "omschrijving", "beschrijving", "text", "tekst", "summary", "samenvatting"]
      }
    }

    static func named(_ title: String) -> Field? {
      let bare = title.lowercased().filter { $0.isLetter || $0.isNumber }
      return allCases.first { $0.names.contains(bare) }
    }
  }

  /// The most objects of one work.
  static let mostObjects = 1000

  private let session: MaintenanceSession

  init(_ session: MaintenanceSession) { self.session = session }

  /// Reads a file; what is wrong goes into the session.
  func read(_ file: InputFile) {
    var found: [Diagnostic] = []
    let text = file.text(&found)
    for item in found { session.report(item.code, item.message, at: item.place, hint: item.hint) }
    guard let text else { return }
    let start = SourcePlace(file: file.name, line: 1, column: 1)
    let table = DelimitedTable(text, file: file.name) { session.report($0, $1, at: $2) }
    guard let header = table.rows.first else {
      return session.report(
        .emptyFile, "the file is empty", at: start,
        hint: "planned works are a table (CSV) or a calendar (iCalendar)")
    }
    guard let columns = columns(of: header) else { return }
    var works: [Key: MaintenanceSession.Revision] = [:]
    var order: [Key] = []
    for row in table.rows.dropFirst() {
      guard let notice = notice(row, columns, width: header.count) else { continue }
      let key = Key(notice, number: order.count)
      if let known = works[key] {
        var joined = known.notice
        joined.objects += notice.objects
        works[key] = .init(notice: joined)
      } else {
        works[key] = .init(notice: notice)
        order.append(key)
      }
    }
    for key in order {
      if let work = works[key] { session.add(work) }
    }
  }

  /// What rows have in common that are one work at several objects; without an id each is its own.
  private struct Key: Hashable {
    let notice: MaintenanceNotice
    let number: Int

    init(_ notice: MaintenanceNotice, number: Int) {
      var bare = notice
      bare.objects = []
      bare.place = nil
      self.notice = bare
      self.number = notice.id == nil ? number : -1
    }
  }

  private func columns(of header: [DelimitedTable.Cell]) -> [Field: Int]? {
    var columns: [Field: Int] = [:]
    var isGood = true
    for (place, cell) in header.enumerated() {
      guard let field = Field.named(cell.text) else { continue }
      if columns[field] != nil {
        session.report(
          .duplicateKey, "a second column for the \(field.rawValue)", at: cell.place)
        isGood = false
      }
      columns[field] = place
    }
    for field in [Field.start, .end, .object] where columns[field] == nil {
      let titles = header.map(\.text)
      let near = field.names.lazy.compactMap { nearestName(to: $0, among: titles) }.first
      session.report(
        .missingKey, "no column tells the \(field.rawValue)", at: header[0].place,
        hint: near.map { "is `\($0)` meant? " + known(field) } ?? known(field))
      isGood = false
    }
    return isGood ? columns : nil
  }

  private func known(_ field: Field) -> String {
    "it is called " + field.names.prefix(5).map { "`\($0)`" }.joined(separator: ", ")
  }

  private func notice(
    _ row: [DelimitedTable.Cell], _ columns: [Field: Int], width: Int
  ) -> MaintenanceNotice? {
    guard row.count == width else {
      session.report(
        .badValue, "this row has \(row.count) cells, the first line \(width)", at: row[0].place,
        hint: "a cell that holds the sign between cells is quoted")
      return nil
    }
    let cell = { (field: Field) in columns[field].map { row[$0] } }
    let text = { (field: Field) -> String? in
      let text = cell(field)?.text.trimmed ?? ""
      return text.isEmpty ? nil : text
    }
    let start = cell(.start).flatMap { instant($0, of: .start) }
    let end = cell(.end).flatMap { instant($0, of: .end) }
    // Read whatever the times are, so that all mistakes are told.
    let impact = cell(.impact).flatMap { session.impact($0.text, at: $0.place) }
    let status = cell(.status).flatMap { session.status($0.text, at: $0.place) }
    guard let start, let end else { return nil }
    guard start < end else {
      session.report(
        .outOfRange, "the end is not after the start", at: cell(.end)?.place ?? row[0].place,
        id: text(.id))
      return nil
    }
    var notice = MaintenanceNotice(from: start, until: end)
    notice.objects = objects(cell(.object))
    notice.impact = impact
    notice.status = status
    notice.id = text(.id)
    notice.provider = text(.provider)
    notice.account = text(.account)
    notice.text = text(.description)
    notice.place = row[0].place
    return notice
  }

  /// The objects of a cell: one, or several with a comma, semicolon, bar or line break between.
  private func objects(_ cell: DelimitedTable.Cell?) -> [MaintenanceNotice.Object] {
    guard let cell else { return [] }
    let parts = cell.text.split { ",;|\n\r\r\n".contains($0) }.map { String($0).trimmed }
      .filter { !$0.isEmpty }
    if parts.count > Self.mostObjects {
      session.report(
        .tooLarge, "a work has at most \(Self.mostObjects) objects", at: cell.place)
    }
    return parts.prefix(Self.mostObjects).map { .init($0, at: cell.place) }
  }

  private func instant(_ cell: DelimitedTable.Cell, of field: Field) -> Instant? {
    let text = cell.text.trimmed
    guard !text.isEmpty else {
      session.report(.missingKey, "the \(field.rawValue) is missing", at: cell.place)
      return nil
    }
    switch LocalTimeText(text) {
    case .instant(let instant)?: return session.zone.local(instant)
    case .local(let seconds)?:
      return session.moment(atLocal: seconds, in: session.zone, at: cell.place)
    case .noTime?:
      session.report(
        .badValue, "`\(text)` has no time of day", at: cell.place, hint: LocalTimeText.example)
    case .outOfRange?:
      session.report(.outOfRange, "there is no such day or time: `\(text)`", at: cell.place)
    case nil:
      session.report(
        .badValue, "`\(text)` is no day and time", at: cell.place, hint: LocalTimeText.example)
    }
    return nil
  }
}
