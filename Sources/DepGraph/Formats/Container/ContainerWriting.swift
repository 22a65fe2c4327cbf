import GRDB

/// One writing of one container, inside one transaction.
final class ContainerWriting {
  private let database: Database
  private let model: Model
  private let form: WrittenForm
  /// The numbers of the components by id; of two with the same id the first counts.
  private var numbers: [String: Int] = [:]

  /// Begins a writing.
  init(_ model: Model, into database: Database) {
    self.model = model
    self.database = database
    form = WrittenForm(model)
  }

  /// Makes the tables and fills them.
  ///
  /// - Complexity: O(*n* log *n*) for *n* rows.
  func write() throws {
    try database.execute(sql: "PRAGMA application_id = \(ContainerSchema.applicationID)")
    try database.execute(sql: "PRAGMA user_version = \(ContainerSchema.version)")
    for table in ContainerSchema.tables { try database.execute(sql: table.statement) }
    for statement in ContainerSchema.conveniences { try database.execute(sql: statement) }
    numbers.reserveCapacity(model.components.count)
    for (index, component) in model.components.enumerated() where numbers[component.id] == nil {
      numbers[component.id] = index + 1
    }
    try writeHead()
    try writeSections()
    try writeComponents()
    let digest = try ContainerDigest(of: database).hexadecimal
    let insert = try insert(into: "container")
    try insert.run(.text("digest"), .text(digest))
    // Of a new file, this transaction is the first one that SQLite counts.
    try insert.run(.text("change-counter"), .text("1"))
  }

  private func insert(into table: String) throws -> ContainerStatement {
    guard let table = ContainerSchema.tables.first(where: { $0.name == table }) else {
      preconditionFailure("no table \(table)")
    }
    let marks = table.columns.map { _ in "?" }.joined(separator: ", ")
    return try ContainerStatement(
      "INSERT INTO \(table.name)(\(table.columns.joined(separator: ", "))) VALUES (\(marks))",
      in: database)
  }

  // MARK: - The head and the sections

  private func writeHead() throws {
    let insert = try insert(into: "model")
    var pairs = form.head(of: model, sectorFile: nil).pairs
    if model.sectors != .builtIn {
      let sectors = model.sectors.sectors.map { form.sector($0) }
      pairs.append(WrittenValue.Pair("sectors", .list(sectors)))
    }
    for pair in pairs { try insert.run(.text(pair.key), .text(pair.value.json)) }
  }

  private func writeSections() throws {
    let written = form.sections(of: model)
    for section in ContainerSchema.sections {
      guard let entries = written.first(where: { $0.name == section.key })?.entries else {
        preconditionFailure("the section \(section.key) is not written")
      }
      let insert = try insert(into: section.table)
      for (index, entry) in entries.enumerated() {
        guard case .mapping(var pairs) = entry else { continue }
        var cells: [ContainerStatement.Cell] = [.integer(index + 1)]
        if section.hasID { cells.append(.text(ifAny: pairs.take("id"))) }
        if let key = section.nameKey {
          cells.append(.text(ifAny: pairs.take(key, in: model.language)))
        }
        cells.append(.text(WrittenValue.mapping(pairs).json))
        try insert.run(cells)
      }
    }
  }

  // MARK: - Components

  private func writeComponents() throws {
    let component = try insert(into: "component")
    let share = try insert(into: "share")
    let external = try insert(into: "external_id")
    let tag = try insert(into: "tag")
    let requirement = try insert(into: "requirement")
    for (index, item) in model.components.enumerated() {
      let number = index + 1
      guard case .mapping(var pairs) = form.component(item) else { continue }
      pairs.removeAll { $0.key == "external" || $0.key == "tags" }
      let shares = pairs.takeValue("shares")
      var formulas = RequirementRowWriter(number, numbers: numbers, into: requirement)
      for (slot, key) in ContainerSchema.slots.enumerated() {
        if let value = pairs.takeValue(key) { try formulas.write(value, slot: slot) }
      }
      var cells: [ContainerStatement.Cell] = [.integer(number), .text(ifAny: pairs.take("id"))]
      for key in ContainerSchema.componentKeys {
        cells.append(
          .text(
            ifAny: key == "name" ? pairs.take(key, in: model.language) : pairs.take(key)))
      }
      let needsNothing = item.statesRequires && !formulas.hasRequires
      cells.append(needsNothing ? .integer(1) : .null)
      cells.append(pairs.isEmpty ? .null : .text(WrittenValue.mapping(pairs).json))
      try component.run(cells)
      if case .mapping(let shares)? = shares { try write(shares, of: number, into: share) }
      for (position, id) in item.external.enumerated() {
        try external.run(
          .integer(number), .integer(position + 1), .text(id.register), .text(id.id))
      }
      for (position, text) in item.tags.enumerated() {
        try tag.run(.integer(number), .integer(position + 1), .text(text))
      }
    }
  }

  private func write(
    _ shares: [WrittenValue.Pair], of number: Int, into insert: ContainerStatement
  ) throws {
    for (position, share) in shares.enumerated() {
      var pairs: [WrittenValue.Pair] = [WrittenValue.Pair("value", share.value)]
      if case .mapping(let full) = share.value { pairs = full }
      let value = pairs.take("value")
      try insert.run(
        .integer(number), .integer(position + 1), .text(share.key), .text(ifAny: value),
        pairs.isEmpty ? .null : .text(WrittenValue.mapping(pairs).json))
    }
  }
}

/// Writes the formulas of one component as rows, each group before its members.
struct RequirementRowWriter {
  private let component: Int
  private let numbers: [String: Int]
  private let insert: ContainerStatement
  private var position = 0
  /// Whether a row of `requires` was written.
  private(set) var hasRequires = false

  /// Begins with no rows.
  init(_ component: Int, numbers: [String: Int], into insert: ContainerStatement) {
    self.component = component
    self.numbers = numbers
    self.insert = insert
  }

  /// Writes what stands under a key of the component.
  ///
  /// - Complexity: O(*n*) for *n* parts of the formula.
  mutating func write(_ value: WrittenValue, slot: Int) throws {
    if case .list(let members) = value {
      for member in members { try write(member, slot: slot, parent: nil) }
    } else {
      try write(value, slot: slot, parent: 0)
    }
    if slot == 0 { hasRequires = position > 0 }
  }

  private mutating func write(_ value: WrittenValue, slot: Int, parent: Int?) throws {
    position += 1
    let own = position
    var row = Row()
    switch value {
    case .text(let id): row.target = target(id)
    case .bare: row.type = "unknown"
    case .list(let members):
      row.type = "all"
      row.members = members
    case .mapping(let pairs): take(pairs, into: &row)
    }
    try insert.run(
      .integer(component), .integer(own), row.target, row.holdup,
      slot == 0 ? .null : .text(ContainerSchema.slots[slot]),
      parent.map { .integer($0) } ?? .null, .text(ifAny: row.type), row.threshold,
      row.more.isEmpty ? .null : .text(WrittenValue.mapping(row.more).json))
    for member in row.members { try write(member, slot: slot, parent: own) }
  }

  private struct Row {
    var target = ContainerStatement.Cell.null
    var holdup = ContainerStatement.Cell.null
    var type: String?
    var threshold = ContainerStatement.Cell.null
    var more: [WrittenValue.Pair] = []
    var members: [WrittenValue] = []
  }

  private func target(_ id: String) -> ContainerStatement.Cell {
    numbers[id].map { .integer($0) } ?? .text(id)
  }

  private func take(_ written: [WrittenValue.Pair], into row: inout Row) {
    var pairs = written
    if let holdup = pairs.take("holdup"), let span = TimeSpan(text: holdup) {
      row.holdup = .real(span.seconds)
    }
    if let id = pairs.take("ref") {
      row.target = target(id)
    } else if case .list(let members)? = pairs.takeValue("any") {
      row.type = "any"
      row.members = members
    } else if let threshold = pairs.take("at-least") {
      row.type = "at-least"
      row.threshold = Int(threshold).map { .integer($0) } ?? .text(threshold)
      if case .list(let members)? = pairs.takeValue("of") { row.members = members }
    } else {
      row.type = "path"
    }
    row.more = pairs
  }
}

extension [WrittenValue.Pair] {
  /// Takes a key out with its value.
  mutating func takeValue(_ key: String) -> WrittenValue? {
    firstIndex { $0.key == key }.map { remove(at: $0).value }
  }

  /// Takes a key out whose value is one text or word.
  mutating func take(_ key: String) -> String? {
    switch takeValue(key) {
    case .text(let text)?, .bare(let text)?: text
    case .list?, .mapping?, nil: nil
    }
  }

  /// Takes what a name is in a language; what it is in others stays.
  mutating func take(_ key: String, in language: Language) -> String? {
    guard let index = firstIndex(where: { $0.key == key }) else { return nil }
    guard case .mapping(var versions) = self[index].value else { return take(key) }
    let text = versions.take(language.rawValue)
    self[index] = WrittenValue.Pair(key, .mapping(versions))
    return text
  }
}
