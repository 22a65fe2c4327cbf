// The small tables, each row of which is read as a model file's entry is; and what is done at the end.

extension CSVReading {
  /// Reads sources, parties and contracts, and takes what belongs to a contract or a component.
  func readOthers() {
    collectShares()
    read(.sources, as: .source) { model.sources.append(session.source($0, id: $1)) }
    read(.parties, as: .party) { model.parties.append(session.party($0, id: $1)) }
    collectTargets()
    read(.contracts, as: .contract) { model.contracts.append(session.contract($0, id: $1)) }
    for id in targets.keys.sorted() where !model.contracts.contains(where: { $0.id == id }) {
      session.report(
        .unknownReference, "there is no contract `\(id)`", at: targets[id]?.first?.place)
    }
  }

  /// Reads contacts.
  func readContacts() {
    read(.contacts, as: .contact) { model.contacts.append(session.contact($0, id: $1)) }
  }

  private func read(_ table: CSVTable, as section: SectionName, _ take: (Fields, String) -> Void) {
    for file in tables(table) {
      guard let column = file.uses.firstIndex(where: { $0?.column.key == "id" }) else { continue }
      var rows = file.rows
      var count = 0
      while rows.advance() {
        guard isSound(rows, of: file) else { continue }
        guard !rows.isEmpty(column) else {
          complain(.missingKey, "a row needs an `id`", in: file, at: rows.rowStart)
          continue
        }
        count += 1
        let id = rows.text(column)
        var value = values(file).mapping(rows)
        if table == .contracts, let targets = targets[id] { value = value.adding(targets) }
        session.about(id) {
          if let fields = Fields(value, as: section, in: session) { take(fields, id) }
        }
        trim()
      }
      report.note(.mapped, table.rawValue, count: count)
    }
  }

  /// Takes the times that contracts promise.
  private func collectTargets() {
    for file in tables(.targets) {
      guard let column = file.uses.firstIndex(where: { $0?.column.key == "contract" }) else {
        continue
      }
      var rows = file.rows
      while rows.advance() {
        guard isSound(rows, of: file) else { continue }
        guard !rows.isEmpty(column) else {
          complain(.missingKey, "a target needs a `contract`", in: file, at: rows.rowStart)
          continue
        }
        targets[rows.text(column), default: []].append(
          values(file).mapping(rows, leavingOut: ["contract"]))
        report.note(.mapped, CSVTable.targets.rawValue)
      }
    }
  }

  /// Takes what components share.
  private func collectShares() {
    for file in tables(.shares) {
      let place = { (key: String) in file.uses.firstIndex { $0?.column.key == key } }
      guard let own = place("component"), let key = place("key") else { continue }
      var rows = file.rows
      while rows.advance() {
        guard isSound(rows, of: file) else { continue }
        guard !rows.isEmpty(own), !rows.isEmpty(key) else {
          complain(.missingKey, "a row needs `component` and `key`", in: file, at: rows.rowStart)
          continue
        }
        let written = rows.text(own)
        let at = file.place(of: rows.starts[own])
        let number =
          ids.number(of: written)
          ?? ids.number(of: session.reference(written, to: .component, at: at))
        guard let number else { continue }
        take(rows, key: rows.text(key), at: rows.starts[key], of: number, in: file)
      }
    }
  }

  private func take(
    _ row: borrowing CSVCursor, key: String, at offset: Int, of number: Int, in file: CSVFile
  ) {
    guard !shares[number, default: []].contains(where: { $0.key == key }) else {
      complain(
        .duplicateKey, "`\(id(number))` shares a `\(key)` already", in: file, at: offset,
        id: id(number))
      return
    }
    let value = values(file).mapping(row, leavingOut: ["component", "key"])
    let isBare = value.mapping?.count == 1 && value["value"] != nil
    shares[number, default: []].append(
      YAMLValue.Pair(
        key: key, keyIsPlain: true, place: file.place(of: offset),
        value: isBare ? value["value"] ?? value : value))
    report.note(.mapped, CSVTable.shares.rawValue)
  }

  /// Judges the model.
  func finish() {
    if needsSession {
      session.judgeSeeds(in: model)
      session.reportUnusedSources(of: model)
    }
    diagnostics += Validator.judge(model)
  }

  private var needsSession: Bool {
    files.contains { $0.table == .sources || $0.table == .contracts }
  }

  // MARK: - Places

  /// The places of rows of a file, by their number.
  ///
  /// - Complexity: O(*n*) for a file of *n* bytes: the table is gone through again.
  func places(ofRows wanted: Set<Int32>, in file: CSVFile) -> [Int32: SourcePlace] {
    var found: [Int32: SourcePlace] = [:]
    var rows = file.rows
    var row: Int32 = -1
    while found.count < wanted.count, rows.advance() {
      row += 1
      if wanted.contains(row) { found[row] = file.place(of: rows.rowStart) }
    }
    return found
  }

  /// Gives what was found without a place that of its row.
  ///
  /// - Complexity: O(*n* + *d*) for *n* bytes and *d* things found.
  func locate(_ found: inout [Diagnostic]) {
    let mostPlaces = 20_000
    var homeless = found.indices.filter { found[$0].place == nil && found[$0].id != nil }
    if homeless.count > mostPlaces {
      homeless = homeless.filter { found[$0].severity == .error }
    }
    guard !homeless.isEmpty, homeless.count <= mostPlaces else { return }
    var wanted: [Int: Set<Int32>] = [:]
    var origins: [Int: (file: Int, row: Int32)] = [:]
    for index in homeless {
      guard let origin = origin(of: found[index]) else { continue }
      origins[index] = origin
      wanted[origin.file, default: []].insert(origin.row)
    }
    var places: [Int: [Int32: SourcePlace]] = [:]
    for (file, rows) in wanted { places[file] = self.places(ofRows: rows, in: files[file]) }
    for index in homeless {
      guard let origin = origins[index], let place = places[origin.file]?[origin.row] else {
        continue
      }
      let old = found[index]
      found[index] = Diagnostic(old.code, old.message, at: place, id: old.id, hint: old.hint)
    }
  }

  /// The row that something was found in: of the requirements where it is about one.
  private func origin(of diagnostic: Diagnostic) -> (file: Int, row: Int32)? {
    guard let id = diagnostic.id, let number = ids.number(of: id) else { return nil }
    let isOfNeed: Bool =
      switch diagnostic.code {
      case .selfRequirement, .repeatedMember, .badThreshold, .requiredAndSoft, .notInNetwork: true
      default: false
      }
    if isOfNeed || makesComponents {
      let rows = needs.dependents.indices.lazy.filter { self.needs.dependents[$0] == number }
      if let row = rows.first(where: { self.needs.targets[$0] == number }) ?? rows.first {
        return needs.origin(of: row)
      }
    }
    guard number < rowOfComponent.count else { return nil }
    return (Int(rowOfComponent[number].file), rowOfComponent[number].row)
  }
}

extension YAMLValue {
  /// A contract's mapping with its targets.
  fileprivate func adding(_ targets: [YAMLValue]) -> YAMLValue {
    let place = targets.first?.place ?? place
    let pair = Pair(
      key: "targets", keyIsPlain: true, place: place,
      value: YAMLValue(content: .list(targets), place: place))
    return YAMLValue(content: .mapping((mapping ?? []) + [pair]), place: self.place)
  }
}
