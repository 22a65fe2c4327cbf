import GRDB

extension ContainerReading {
  /// Reads the components with everything that hangs on them, in one pass over each table.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func readComponents(into model: inout Model) throws {
    let statement = try ContainerStatement(
      """
      SELECT number, id, name, kind, layer, owner, operator, product_of, states_requires, more
      FROM component ORDER BY number
      """, in: database)
    let requirements = try RequirementRows(self)
    let shares = try AttachedRows(
      "share", "SELECT component, position, key, value, more FROM share", self)
    let externals = try AttachedRows(
      "external_id", "SELECT component, position, register, id FROM external_id", self)
    let tags = try AttachedRows("tag", "SELECT component, position, tag FROM tag", self)
    model.components.reserveCapacity(ids.count)
    var index = 0
    while try statement.step() {
      let number = statement.integer(0)
      let id = ids[index]
      index += 1
      let place = place("component", number)
      session.subject = id
      var component = try component(statement, id: id, language: model.language, at: place)
      try readShares(of: &component, number, shares)
      try externals.forEach(of: number) { row, place in
        guard let register = try text(row, 2, of: "register", at: place),
          let other = try text(row, 3, of: "id", at: place)
        else { return }
        component.external.append(ExternalID(register: register, id: other))
      }
      try tags.forEach(of: number) { row, place in
        if let tag = try text(row, 2, of: "tag", at: place) { component.tags.append(tag) }
      }
      try requirements.read(into: &component, number, index: index - 1, at: place)
      try readStatement(statement, into: &component, at: place)
      model.components.append(component)
      try checkCount()
    }
    session.subject = nil
    try requirements.finish(&model)
    for rows in [shares, externals, tags] { try rows.finish() }
  }

  /// Whether a component states that it needs nothing: 1 in the column, and no row that it needs.
  private func readStatement(
    _ row: ContainerStatement, into component: inout Component, at place: SourcePlace
  ) throws {
    guard !row.isNull(8) else { return }
    guard row.kind(8) == .integer, row.integer(8) == 1 else {
      return try report(
        .badValue, "the column `states_requires` holds 1 or NULL", at: place, id: component.id)
    }
    guard !component.statesRequires else {
      return try report(
        .badValue,
        "`states_requires` says that the component needs nothing, and `requirement` has rows of "
          + "what it needs", at: place, id: component.id,
        hint: "`states_requires` is NULL where there are rows")
    }
    component.statesRequires = true
  }

  /// A component by its columns; one with more than these is read as from a model file.
  private func component(
    _ row: ContainerStatement, id: String, language: Language, at place: SourcePlace
  ) throws -> Component {
    guard row.isNull(9) else {
      return try fullComponent(row, id: id, language: language, at: place)
    }
    var component = Component(id: id)
    component.place = place
    component.evidence = session.defaults.evidence
    component.marking = session.defaults.marking
    component.name = try text(row, 2, of: "name", at: place).map {
      LocalizedText($0, in: session.defaults.language)
    }
    if let kind = try text(row, 3, of: "kind", at: place) {
      let value = YAMLValue(content: .scalar(kind, isPlain: false), place: place)
      let words = ComponentKind.allCases.map(\.rawValue)
      component.kind =
        ComponentKind(rawValue: kind)
        ?? session.oneOf(value, words, of: "kind").flatMap(ComponentKind.init) ?? .service
    }
    component.layer = try text(row, 4, of: "layer", at: place)
    component.owner = try party(row, 5, "owner", at: place)
    component.operator = try party(row, 6, "operator", at: place)
    component.productOf = try party(row, 7, "product-of", at: place)
    return component
  }

  private func party(
    _ row: ContainerStatement, _ column: Int32, _ key: String, at place: SourcePlace
  ) throws -> String? {
    try text(row, column, of: key, at: place).map { session.reference($0, to: .party, at: place) }
  }

  private func fullComponent(
    _ row: ContainerStatement, id: String, language: Language, at place: SourcePlace
  ) throws -> Component {
    var pairs = try object(row, 9, of: "more", at: place) ?? []
    for pair in pairs where ContainerSchema.tableKeys.contains(pair.key) {
      try report(
        .unknownKey, "`\(pair.key)` has a table of its own, and is not written in `more`",
        at: place,
        id: id)
    }
    pairs.removeAll { ContainerSchema.tableKeys.contains($0.key) }
    for (column, key) in ContainerSchema.componentKeys.enumerated() {
      guard let text = try text(row, Int32(column + 2), of: key, at: place) else { continue }
      if key == "name" {
        try merge(text, as: key, language, into: &pairs, at: place)
      } else {
        try add(key, text, to: &pairs, at: place)
      }
    }
    try add("id", id, to: &pairs, at: place)
    let value = YAMLValue(content: .mapping(pairs), place: place)
    guard let fields = Fields(value, as: .component, in: session) else {
      return Component(id: id)
    }
    _ = fields.value("id")
    return session.component(fields, id: id)
  }

  private func readShares(
    of component: inout Component, _ number: Int, _ rows: AttachedRows
  ) throws {
    var pairs: [YAMLValue.Pair] = []
    try rows.forEach(of: number) { row, place in
      guard let key = try text(row, 2, of: "key", at: place) else { return }
      let value = try text(row, 3, of: "value", at: place)
      guard !pairs.contains(where: { $0.key == key }) else {
        try report(.duplicateKey, "`\(key)` is shared twice", at: place, id: component.id)
        return
      }
      guard row.isNull(4) else {
        guard var more = try object(row, 4, of: "more", at: place) else { return }
        if let value { try add("value", value, to: &more, at: place) }
        pairs.append(pair(key, YAMLValue(content: .mapping(more), place: place)))
        return
      }
      pairs.append(pair(key, value ?? "unknown", at: place))
    }
    guard !pairs.isEmpty else { return }
    component.shares = session.shares(
      YAMLValue(content: .mapping(pairs), place: pairs[0].place), within: component.evidence)
  }
}

/// Rows of a table that hang on components, taken along while the components are read in order.
final class AttachedRows {
  private let table: String
  private let statement: ContainerStatement
  private let reading: ContainerReading
  private var hasRow: Bool

  /// Begins with the first row.
  init(_ table: String, _ sql: String, _ reading: ContainerReading) throws {
    self.table = table
    self.reading = reading
    statement = try ContainerStatement(
      sql + " ORDER BY component, position", in: reading.database)
    hasRow = try statement.step()
  }

  private var place: SourcePlace {
    reading.place(table, statement.integer(0), statement.integer(1))
  }

  /// Takes the rows of a component, in order.
  func forEach(
    of number: Int, _ body: (ContainerStatement, SourcePlace) throws -> Void
  ) throws {
    while hasRow {
      let owner = statement.integer(0)
      guard owner <= number else { return }
      if owner == number { try body(statement, place) } else { try reportOwner() }
      hasRow = try statement.step()
    }
  }

  /// Reports the rows that hang on no component.
  func finish() throws {
    while hasRow {
      try reportOwner()
      hasRow = try statement.step()
    }
  }

  private func reportOwner() throws {
    try reading.report(
      .unknownReference, "there is no component with the number \(statement.integer(0))", at: place)
  }
}
