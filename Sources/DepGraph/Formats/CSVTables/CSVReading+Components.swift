// The table of components, read twice: for the ids first, so that the rest can refer to them.

extension CSVReading {
  /// Takes the ids of all components.
  func collectIDs() {
    for (number, file) in files.enumerated() where file.table == .components {
      guard let column = file.uses.firstIndex(where: { $0?.column.key == "id" }) else { continue }
      var rows = file.rows
      var row: Int32 = -1
      while rows.advance() {
        row += 1
        guard isSound(rows, of: file) else { continue }
        guard !rows.isEmpty(column) else {
          complain(.missingKey, "a component needs an `id`", in: file, at: rows.rowStart)
          continue
        }
        let (start, end) = (rows.starts[column], rows.ends[column])
        guard rows.isPlain(column), Self.isID(file.bytes, start, end) else {
          complain(
            .badID, "`\(rows.text(column))` is no id", in: file, at: start,
            hint: "an id is small letters, digits, `.`, `_` and `-`, and begins with a letter or "
              + "digit")
          continue
        }
        let (id, isNew) = ids.insert(file.bytes, start, end)
        guard isNew else {
          complain(
            .duplicateID, "`\(ids.texts[id])` is a component already", in: file, at: start,
            id: ids.texts[id])
          continue
        }
        rowOfComponent.append((Int32(number), row))
      }
    }
  }

  /// Whether bytes spell an id that is not the word `unknown`.
  static func isID(_ bytes: [UInt8], _ start: Int, _ end: Int) -> Bool {
    guard end > start, end - start <= 128 else { return false }
    for index in start..<end {
      switch bytes[index] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): continue
      case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
        if index == start { return false }
      default: return false
      }
    }
    guard end - start == 7, bytes[start] == UInt8(ascii: "u") else { return true }
    return !bytes[start..<end].elementsEqual("unknown".utf8)
  }

  /// The columns of components that a plain row may fill.
  struct PlainColumns {
    let id, name, kind, layer, requires, ends, network: Int?
    /// The others that mean something.
    let others: [Int]

    init(_ file: CSVFile) {
      let place = { (key: String) in
        file.uses.firstIndex { $0?.column.key == key && $0?.language == nil && $0?.detail == nil }
      }
      id = place("id")
      let severalNames = file.uses.contains { $0?.column.key == "name" && $0?.language != nil }
      name = severalNames ? nil : place("name")
      kind = place("kind")
      layer = place("layer")
      requires = place("requires")
      ends = place("ends")
      network = place("network")
      let plain = [id, name, kind, layer, requires, ends, network].compactMap { $0 }
      others = file.uses.indices.filter { file.uses[$0] != nil && !plain.contains($0) }
    }
  }

  /// Reads all components, in the order of their rows.
  func readComponents() {
    guard !makesComponents else { return makeComponents() }
    model.components.reserveCapacity(ids.count)
    for file in tables(.components) {
      let columns = PlainColumns(file)
      var rows = file.rows
      while rows.advance() {
        guard rows.flaws.isEmpty, let column = columns.id, !rows.isEmpty(column),
          let number = ids.number(file.bytes, rows.starts[column], rows.ends[column]),
          // A row whose id stands twice was complained of.
          number == model.components.count
        else { continue }
        model.components.append(
          plainComponent(rows, columns, number, file) ?? component(rows, number, file))
      }
    }
    report.note(.mapped, CSVTable.components.rawValue, count: model.components.count)
  }

  /// The component of a row that fills plain columns alone, or nil where it is not as plain as that.
  private func plainComponent(
    _ row: borrowing CSVCursor, _ columns: PlainColumns, _ number: Int, _ file: CSVFile
  ) -> Component? {
    guard row.count <= file.uses.count, shares.isEmpty || shares[number] == nil else { return nil }
    for position in columns.others where !row.isEmpty(position) { return nil }
    var component = Component(id: ids.texts[number])
    component.evidence = Evidence(model.basis)
    if let column = columns.name, !row.isEmpty(column) {
      component.name = LocalizedText(row.text(column), in: model.language)
    }
    if let column = columns.kind, !row.isEmpty(column) {
      let (word, isNew) = words.ids.insert(file.bytes, row.starts[column], row.ends[column])
      if isNew { words.kinds.append(ComponentKind(rawValue: words.ids.texts[word])) }
      guard let kind = words.kinds[word] else { return nil }
      component.kind = kind
    }
    if let column = columns.layer, !row.isEmpty(column) {
      guard row.isPlain(column) else { return nil }
      component.layer = shared(row, column, file)
    }
    if let column = columns.network, !row.isEmpty(column) {
      guard row.isPlain(column) else { return nil }
      component.network = shared(row, column, file)
    }
    if let column = columns.ends, !row.isEmpty(column) {
      guard let ends = ends(row, column, file) else { return nil }
      component.ends = ends
    }
    if let column = columns.requires, !row.isEmpty(column) {
      guard takeState(row.text(column), into: &component) else { return nil }
    }
    return component
  }

  /// A word that many rows have, as one text for all of them.
  private func shared(_ row: borrowing CSVCursor, _ column: Int, _ file: CSVFile) -> String {
    let (word, isNew) = words.ids.insert(file.bytes, row.starts[column], row.ends[column])
    if isNew { words.kinds.append(ComponentKind(rawValue: words.ids.texts[word])) }
    return words.ids.texts[word]
  }

  /// Two ids with `|` between them.
  private func ends(_ row: borrowing CSVCursor, _ column: Int, _ file: CSVFile) -> [String]? {
    let (start, end) = (row.starts[column], row.ends[column])
    guard
      let bar = file.bytes[start..<end].firstIndex(of: UInt8(ascii: "|")),
      let first = ids.number(file.bytes, start, bar),
      let second = ids.number(file.bytes, bar + 1, end)
    else { return nil }
    return [ids.texts[first], ids.texts[second]]
  }

  /// What the column `requires` says: that nothing is needed, or that nobody knows.
  private func takeState(_ text: String, into component: inout Component) -> Bool {
    switch text.lowercased() {
    case "nothing", "none", "niets", "geen": component.requires = .nothing
    case "unknown", "onbekend": component.requires = .unknown(nil)
    default: return false
    }
    component.statesRequires = true
    return true
  }

  /// The component of any row.
  private func component(
    _ row: borrowing CSVCursor, _ number: Int, _ file: CSVFile
  ) -> Component {
    let id = ids.texts[number]
    defer { trim() }
    var value = values(file).mapping(row, leavingOut: ["requires"])
    if let rows = shares[number] { value = value.adding(rows, to: "shares") }
    return session.about(id) {
      guard let fields = Fields(value, as: .component, in: session) else {
        return Component(id: id)
      }
      var component = session.component(fields, id: id)
      if let column = file.uses.firstIndex(where: { $0?.column.key == "requires" }),
        !row.isEmpty(column), !takeState(row.text(column), into: &component)
      {
        session.report(
          .unknownValue, "`requires` cannot be `\(row.text(column))` here",
          at: file.place(of: row.starts[column]),
          hint: "`nothing`, `unknown`, or empty: what it needs stands in requirements.csv")
      }
      return component
    }
  }

  /// The components of a list of pairs: nobody says what they are.
  private func makeComponents() {
    var names = ImportedNames()
    let isID = ids.texts.map { IdentifierSyntax.isIdentifier($0) && $0 != "unknown" }
    for (text, isID) in zip(ids.texts, isID) where isID { names.reserve(text) }
    madeIDs = zip(ids.texts, isID).map { text, isID in
      isID ? text : names.makeID(of: text)
    }
    for number in 0..<ids.count {
      var component = Component(id: id(number))
      component.evidence = Evidence(model.basis)
      component.name = LocalizedText(ids.texts[number], in: model.language)
      if !isID[number] {
        component.external = [ExternalID(register: "csv", id: ids.texts[number])]
      }
      model.components.append(component)
    }
    report.note(
      .guessed, "components",
      LocalizedText(
        [
          .dutch: "dienst; wat geen regel heeft, vereist iets onbekends",
          .english: "service; one without a row requires something unknown",
        ], fallback: .english), count: ids.count)
  }
}

extension YAMLValue {
  /// A mapping with pairs added to the mapping under one of its keys.
  fileprivate func adding(_ rows: [Pair], to key: String) -> YAMLValue {
    var pairs = mapping ?? []
    let known = pairs.firstIndex { $0.key == key }
    let before = known.flatMap { pairs[$0].value.mapping } ?? []
    let joined = YAMLValue(content: .mapping(before + rows), place: rows.first?.place ?? place)
    let pair = Pair(key: key, keyIsPlain: true, place: joined.place, value: joined)
    if let known { pairs[known] = pair } else { pairs.append(pair) }
    return YAMLValue(content: .mapping(pairs), place: place)
  }
}
