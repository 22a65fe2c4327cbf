import GRDB

/// The rows of `requirement`, taken along while the components are read in order.
///
/// Nearly all rows are plain: a component that is required, by its number. Those become references
/// directly, and of them no more than three columns are looked at; the others are in an index of
/// their own, which is walked along beside. Where a component has any other row, its formulas are
/// built as the values that a model file would hold, and read as those are.
final class RequirementRows {
  private let statement: ContainerStatement
  /// The rows that are not plain, with all columns.
  private let others: ContainerStatement
  private let reading: ContainerReading
  private var hasRow: Bool
  private var hasOther: Bool
  /// The plain rows of the component being read: position, and index of the target.
  private var plain: [(position: Int, target: Int)] = []
  /// The needs of components that have plain rows only.
  private var collector: PlainNeedCollector

  /// Begins with the first row.
  init(_ reading: ContainerReading) throws {
    self.reading = reading
    collector = PlainNeedCollector(evidence: reading.session.defaults.evidence)
    statement = try ContainerStatement(
      "SELECT component, position, target FROM requirement ORDER BY component, position",
      in: reading.database)
    others = try ContainerStatement(
      """
      SELECT component, position, target, holdup, slot, parent, type, threshold, more
      FROM requirement WHERE \(ContainerSchema.isNotPlain) ORDER BY component, position
      """, in: reading.database)
    hasRow = try statement.step()
    hasOther = try others.step()
  }

  /// Goes on to the next row.
  private func step() throws {
    if isOther { hasOther = try others.step() }
    let (owner, position) = (statement.integer(0), statement.integer(1))
    hasRow = try statement.step()
    if hasRow, statement.integer(0) == owner, statement.integer(1) == position {
      try reading.report(.duplicateKey, "the position \(position) is taken twice", at: place)
    }
  }

  /// Whether the row is not a plain one.
  private var isOther: Bool {
    hasOther && others.integer(0) == statement.integer(0)
      && others.integer(1) == statement.integer(1)
  }

  private var place: SourcePlace {
    reading.place("requirement", statement.integer(0), statement.integer(1))
  }

  /// Reads what a component needs.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  ///
  /// - Parameters:
  ///   - component: The component.
  ///   - number: Its number in the container.
  ///   - index: Its place in the model.
  ///   - owner: Where it is declared.
  /// - Throws: What SQLite says, or that there are too many mistakes.
  func read(
    into component: inout Component, _ number: Int, index: Int, at owner: SourcePlace
  ) throws {
    plain.removeAll(keepingCapacity: true)
    var formulas: FormulaRows?
    while hasRow {
      let current = statement.integer(0)
      guard current <= number else { break }
      if current < number {
        try reportOwner()
      } else if formulas == nil, let target = plainTarget() {
        plain.append((statement.integer(1), target))
      } else {
        if formulas == nil {
          formulas = FormulaRows(reading, number, owner: owner)
          for row in plain { try formulas?.add(plain: row.position, row.target) }
        }
        try formulas?.add(isOther ? others : statement, at: place)
      }
      try step()
    }
    if let formulas {
      formulas.read(into: &component)
    } else if !plain.isEmpty {
      component.statesRequires = true
      let evidence = component.evidence
      guard evidence != collector.evidence else {
        return collector.add(plain.lazy.map { Int32($0.target) }, of: index)
      }
      component.requires = .group(
        RequirementGroup(
          .all, plain.map { .reference(Reference(reading.ids[$0.target], evidence: evidence)) }))
    }
  }

  /// Gives the components of the model their plain needs, and reports the rows that hang on none.
  func finish(_ model: inout Model) throws {
    collector.settle(in: &model)
    while hasRow {
      try reportOwner()
      try step()
    }
    if hasOther {
      try reading.report(
        .damaged, "the index of rows that are not plain does not fit the table",
        at: reading.place("requirement", others.integer(0), others.integer(1)),
        hint: "`REINDEX` in SQLite mends it")
    }
  }

  private func reportOwner() throws {
    try reading.report(
      .unknownReference, "there is no component with the number \(statement.integer(0))", at: place)
  }

  /// The index of the component that the row requires and of which it says no more.
  private func plainTarget() -> Int? {
    guard !isOther, statement.kind(2) == .integer else { return nil }
    return reading.index(of: statement.integer(2))
  }
}
