import GRDB

/// The formulas of one component in the making: rows, each of which knows the row it is written in.
final class FormulaRows {
  /// How deep formulas may nest; the format allows no more in a file either.
  private static let greatestDepth = 150

  private struct Row {
    let slot: Int
    let depth: Int
    let place: SourcePlace
    /// Whether it is the whole of its slot and no member of the list there.
    let isWhole: Bool
    /// What it is written as, given its members.
    let write: ([YAMLValue]) -> YAMLValue
    /// Whether it can have members.
    let isGroup: Bool
    var members: [Int] = []
  }

  private let reading: ContainerReading
  private let number: Int
  /// Where the component is declared.
  private let owner: SourcePlace
  private var rows: [Row] = []
  private var places: [Int: Int] = [:]
  private var tops: [[Int]] = ContainerSchema.slots.map { _ in [] }

  /// Begins with no rows.
  init(_ reading: ContainerReading, _ number: Int, owner: SourcePlace) {
    self.reading = reading
    self.number = number
    self.owner = owner
  }

  /// Adds a row that requires a component and says no more.
  func add(plain position: Int, _ target: Int) throws {
    let place = reading.place("requirement", number, position)
    let value = YAMLValue(content: .scalar(reading.ids[target], isPlain: false), place: place)
    places[position] = rows.count
    tops[0].append(rows.count)
    rows.append(
      Row(slot: 0, depth: 0, place: place, isWhole: false, write: { _ in value }, isGroup: false))
  }

  /// Adds a row.
  func add(_ statement: ContainerStatement, at place: SourcePlace) throws {
    let slotName = try reading.text(statement, 4, of: "slot", at: place) ?? ContainerSchema.slots[0]
    guard let slot = ContainerSchema.slots.firstIndex(of: slotName) else {
      try reading.report(
        .unknownValue, "`slot` cannot be `\(slotName)`", at: place,
        hint: "one of " + ContainerSchema.slots.map { "`\($0)`" }.joined(separator: ", "))
      return
    }
    var parent: Int?
    let written = statement.isNull(5) ? nil : statement.integer(5)
    if let written, written != 0 {
      parent = places[written]
      guard let parent, rows[parent].isGroup else {
        try reading.report(
          .unknownReference,
          "`parent` must be the position of a group of the same component before this row, not "
            + "\(written)", at: place)
        return
      }
    }
    guard let content = try content(statement, at: place) else { return }
    let depth = parent.map { rows[$0].depth + 1 } ?? 0
    guard depth <= Self.greatestDepth else {
      try reading.report(
        .tooDeep, "groups nest deeper than \(Self.greatestDepth) levels", at: place)
      return
    }
    if parent == nil, let first = tops[slot].first, written == 0 || rows[first].isWhole {
      // A row that stands in the slot by itself leaves no room for another.
      try reading.report(
        .badValue, "a row with the parent 0 is all that stands in its slot, and there are more",
        at: place, hint: "write NULL for the members of a list")
    }
    let index = rows.count
    places[statement.integer(1)] = index
    if let parent { rows[parent].members.append(index) } else { tops[slot].append(index) }
    rows.append(
      Row(
        slot: slot, depth: depth, place: place, isWhole: written == 0, write: content.write,
        isGroup: content.isGroup))
  }

  // MARK: - One row

  /// What a row is written as, given its members, and whether it can have any.
  private typealias Content = (write: ([YAMLValue]) -> YAMLValue, isGroup: Bool)

  private func content(_ statement: ContainerStatement, at place: SourcePlace) throws -> Content? {
    guard let rest = try keys(statement, at: place) else { return nil }
    let mapping = { (first: [YAMLValue.Pair]) in
      YAMLValue(content: .mapping(first + rest), place: place)
    }
    let list = { (members: [YAMLValue]) in YAMLValue(content: .list(members), place: place) }
    let reading = reading
    let type = try reading.text(statement, 6, of: "type", at: place) ?? "ref"
    try checkColumns(statement, of: type, at: place)
    switch type {
    case "ref":
      guard let target = try target(statement, at: place) else { return nil }
      let scalar = YAMLValue(content: .scalar(target, isPlain: false), place: place)
      return ({ _ in rest.isEmpty ? scalar : mapping([reading.pair("ref", scalar)]) }, false)
    case "all":
      if rest.isEmpty { return (list, true) }
      try reading.report(
        .badValue, "a group of type `all` has neither `holdup` nor `more`", at: place,
        hint: "write `at-least` with the threshold `100%`")
    case "any": return ({ mapping([reading.pair("any", list($0))]) }, true)
    case "at-least":
      guard let threshold = try threshold(statement, at: place) else { return nil }
      let need = reading.pair("at-least", threshold, at: place)
      return ({ mapping([need, reading.pair("of", list($0))]) }, true)
    case "path":
      guard rest.contains(where: { $0.key == "path" }) else {
        try reading.report(
          .missingKey, "a row of type `path` needs `more` with the key `path`", at: place,
          hint: "such as `{\"path\": {\"from\": \"a\", \"to\": \"b\"}}`")
        return nil
      }
      return ({ _ in mapping([]) }, false)
    case "unknown":
      let word = YAMLValue(content: .scalar("unknown", isPlain: true), place: place)
      return ({ _ in word }, false)
    case let other:
      try reading.report(
        .unknownValue, "`type` cannot be `\(other)`", at: place,
        hint: "one of `ref`, `all`, `any`, `at-least`, `path`, `unknown`")
    }
    return nil
  }

  /// Reports what a row of its type has no use for, and what would be lost unseen.
  private func checkColumns(
    _ statement: ContainerStatement, of type: String, at place: SourcePlace
  ) throws {
    guard ["ref", "all", "any", "at-least", "path", "unknown"].contains(type) else { return }
    if type != "ref", !statement.isNull(2) {
      try reading.report(.badValue, "a row of type `\(type)` has no `target`", at: place)
    }
    if type != "at-least", !statement.isNull(7) {
      try reading.report(.badValue, "a row of type `\(type)` has no `threshold`", at: place)
    }
  }

  /// What a row says beside its target or members: `more`, and how long the dependent lasts.
  private func keys(
    _ statement: ContainerStatement, at place: SourcePlace
  ) throws -> [YAMLValue.Pair]? {
    guard var pairs = try reading.object(statement, 8, of: "more", at: place) else { return nil }
    switch statement.kind(3) {
    case .null: return pairs
    case .integer, .real:
      if let span = TimeSpan(seconds: statement.real(3)) {
        try reading.add("holdup", span.written, to: &pairs, at: place)
        return pairs
      }
      try reading.report(
        .outOfRange, "the column `holdup` wants a number of seconds", at: place)
    case .text, .blob:
      try reading.report(.wrongType, "the column `holdup` wants a number of seconds", at: place)
    }
    return nil
  }

  private func threshold(
    _ statement: ContainerStatement, at place: SourcePlace
  ) throws -> String? {
    if statement.kind(7) == .integer { return String(statement.integer(7)) }
    if let text = try reading.text(statement, 7, of: "threshold", at: place) { return text }
    if statement.isNull(7) {
      try reading.report(.missingKey, "a group of type `at-least` needs a threshold", at: place)
    }
    return nil
  }

  /// The id of what a row requires.
  private func target(_ statement: ContainerStatement, at place: SourcePlace) throws -> String? {
    switch statement.kind(2) {
    case .integer:
      if let index = reading.index(of: statement.integer(2)) { return reading.ids[index] }
      try reading.report(
        .unknownReference, "there is no component with the number \(statement.integer(2))",
        at: place)
    case .text: return try reading.text(statement, 2, of: "target", at: place)
    case .null: try reading.report(.missingKey, "the row names no `target`", at: place)
    case .real, .blob:
      try reading.report(
        .wrongType, "the column `target` wants the number or the id of a component", at: place)
    }
    return nil
  }

  // MARK: - The whole

  /// Reads the formulas into their component.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func read(into component: inout Component) {
    // Members come after the group that they are written in.
    var values: [YAMLValue?] = Array(repeating: nil, count: rows.count)
    for index in rows.indices.reversed() {
      values[index] = rows[index].write(rows[index].members.compactMap { values[$0] })
    }
    let formula = { (slot: Int) -> YAMLValue? in
      let tops = self.tops[slot]
      guard let first = tops.first else { return nil }
      if tops.count == 1, self.rows[first].isWhole { return values[first] }
      return YAMLValue(content: .list(tops.compactMap { values[$0] }), place: self.owner)
    }
    let session = reading.session
    let evidence = component.evidence
    let requirement = { (slot: Int) in
      formula(slot).map {
        session.requirement($0, of: ContainerSchema.slots[slot], within: evidence)
      }
    }
    if let requires = requirement(0) {
      component.requires = requires
      component.statesRequires = true
    }
    component.startsWith = requirement(1) ?? .nothing
    component.repairNeeds = requirement(2) ?? .nothing
    let references = { (slot: Int, section: SectionName) in
      formula(slot).map { value in
        session.list(value, of: ContainerSchema.slots[slot]).compactMap {
          session.reference($0, as: section, within: evidence)
        }
      } ?? []
    }
    component.degradesWithout = references(3, .softReference)
    component.independentOf = references(4, .claim)
  }
}
