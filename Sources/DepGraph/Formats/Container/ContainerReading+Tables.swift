import GRDB

extension ContainerReading {
  /// Looks whether the file is a container of ours, and whether its tables are what they must be.
  ///
  /// - Throws: ``ContainerProblem`` where they are not.
  func checkTables() throws {
    guard try pragma("application_id") == ContainerSchema.applicationID else {
      throw unusable(
        .notContainer, "the file is a database of another program, and no container of models",
        hint: "`depgraph convert model.yaml model.sqlite` makes one")
    }
    let version = try pragma("user_version")
    guard version == ContainerSchema.version else {
      throw unusable(
        .wrongVersion,
        "this program reads containers of version \(ContainerSchema.version), not \(version)",
        hint: version > ContainerSchema.version ? "a newer program wrote it" : nil)
    }
    for table in ContainerSchema.tables { try check(table) }
  }

  /// A table must be a plain one: what views, virtual tables and computed columns would run is not
  /// ours.
  private func check(_ table: ContainerSchema.Table) throws {
    let schema = try ContainerStatement(
      "SELECT type, upper(ltrim(sql)) LIKE 'CREATE VIRTUAL%' FROM sqlite_schema "
        + "WHERE name = '\(table.name)' COLLATE NOCASE", in: database)
    guard try schema.step() else {
      throw unusable(.damaged, "the container has no table `\(table.name)`")
    }
    guard schema.text(0) == "table", schema.integer(1) == 0 else {
      throw unusable(.damaged, "`\(table.name)` of the container is no plain table")
    }
    let columns = try ContainerStatement("PRAGMA table_xinfo('\(table.name)')", in: database)
    var found: Set<String> = []
    while try columns.step() {
      guard columns.integer(6) == 0 else {
        throw unusable(.damaged, "the table `\(table.name)` has a column that is computed")
      }
      if let name = columns.text(1) { found.insert(name.lowercased()) }
    }
    for column in table.columns where !found.contains(column) {
      throw unusable(.damaged, "the table `\(table.name)` has no column `\(column)`")
    }
  }

  private func pragma(_ name: String) throws -> Int {
    let statement = try ContainerStatement("PRAGMA \(name)", in: database)
    return try statement.step() ? statement.integer(0) : 0
  }

  private func unusable(
    _ code: DiagnosticCode, _ message: String, hint: String? = nil
  ) -> ContainerProblem {
    let place = SourcePlace(file: name, line: 1, column: 1)
    return .unusable(Diagnostic(code, message, at: place, hint: hint))
  }

  // MARK: - Numbers and ids

  /// Reads the numbers and ids of the components, by which rows refer to them.
  func readNumbers() throws {
    let statement = try ContainerStatement(
      "SELECT number, id FROM component ORDER BY number", in: database)
    while try statement.step() {
      let number = statement.integer(0)
      let id = try text(statement, 1, of: "id", at: place("component", number))
      numbers.append(number)
      ids.append(id ?? "")
    }
  }

  /// The index of the component of a number; nil: there is none.
  ///
  /// - Complexity: O(1) where the numbers have no gaps, else O(log *n*) for *n* components.
  func index(of number: Int) -> Int? {
    guard let first = numbers.first else { return nil }
    // Far numbers of a damaged file must not overflow.
    let (guess, overflow) = number.subtractingReportingOverflow(first)
    guard !overflow, guess >= 0 else { return nil }
    if guess < numbers.count, numbers[guess] == number { return guess }
    var low = 0
    var high = min(guess, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low < numbers.count && numbers[low] == number ? low : nil
  }

  /// The ids of components in other registers, by the index of the component.
  func externals() throws -> [(component: Int, id: String, place: SourcePlace)] {
    let statement = try ContainerStatement(
      "SELECT component, position, id FROM external_id ORDER BY component, position", in: database)
    var found: [(component: Int, id: String, place: SourcePlace)] = []
    while try statement.step() {
      let place = place("external_id", statement.integer(0), statement.integer(1))
      guard let index = index(of: statement.integer(0)),
        let id = try text(statement, 2, of: "id", at: place)
      else { continue }
      found.append((index, id, place))
    }
    return found
  }

  /// Declares the components and then their ids in other registers, as ``ReadingSession`` does.
  func declareComponents(
    externals: [(component: Int, id: String, place: SourcePlace)]
  ) {
    session.index?.reserve(ids.count)
    for (index, id) in ids.enumerated() {
      session.declare(id, as: .component, at: place("component", numbers[index]))
    }
    for external in externals {
      session.declareExternal(external.id, of: ids[external.component], at: external.place)
    }
  }
}
