/// The register in one table: a row for each user, its systems by whether something can stand in.
struct RegisterSummary {
  let register: Register
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  /// The most independent systems named in a cell: they are the least urgent, and many.
  private static let mostIndependent = 6

  var report: Report {
    let rows = Dictionary(grouping: register.rows, by: \.user)
    let users = rows.keys.sorted()
    let shown = users.map { ($0, rows[$0, default: []].sorted(by: isNearer)) }
    return Report(
      title: phrases.registerTitle,
      keySentence: phrases.registerSentence(
        users: users.count, systems: Set(register.rows.map(\.system)).count,
        rows: register.rows, isOfOne: false),
      blocks: users.isEmpty ? [] : [.table(table(shown)), .note(phrases.summaryNote)],
      data: Report.Table(names: [], rows: []))
  }

  private func isNearer(_ left: Register.Row, _ right: Register.Row) -> Bool {
    (left.steps, left.system) < (right.steps, right.system)
  }

  private func table(_ users: [(VertexID, [Register.Row])]) -> Report.Table {
    let showsRecovery = users.contains { recovery(of: $0.0) != nil }
    let showsUnneeded = register.rows.contains { !$0.isNeeded }
    var titles = [phrases.userTitle]
    if showsRecovery { titles.append(phrases.recoveryTitle) }
    titles += [Register.Alternative.none, .nominal, .independent, .unknown]
      .map(phrases.summaryTitle)
    if showsUnneeded { titles.append(phrases.capitalised(phrases.notNeeded)) }
    return Report.Table(
      names: titles,
      rows: users.map { user, rows in
        var cells = [names.name(user)]
        if showsRecovery { cells.append(recovery(of: user) ?? "–") }
        let needed = rows.filter(\.isNeeded)
        let systems = { (kind: Register.Alternative) in
          needed.filter { $0.alternative == kind }.map { names.name($0.system) }
        }
        cells += [
          phrases.counted(systems(.none)), nominal(needed),
          phrases.counted(systems(.independent), naming: Self.mostIndependent),
          phrases.counted(systems(.unknown)),
        ]
        if showsUnneeded {
          cells.append(
            phrases.counted(rows.filter { !$0.isNeeded }.map { names.name($0.system) }))
        }
        return cells
      })
  }

  private func recovery(of user: VertexID) -> String? {
    compiled.component(user)?.continuity.recoveryTimeObjective.map {
      phrases.duration($0.seconds)
    }
  }

  /// Those with an alternative in name only; systems with the same shared cause stand together.
  private func nominal(_ rows: [Register.Row]) -> String {
    let rows = rows.filter { $0.alternative == .nominal }
    if rows.isEmpty { return phrases.counted([]) }
    var causes: [[VertexID]] = []
    for row in rows where !causes.contains(row.shared) { causes.append(row.shared) }
    let groups = causes.map { cause in
      rows.filter { $0.shared == cause }.map { names.name($0.system) }.joined(separator: ", ")
        + phrases.shared(by: cause.map(names.name))
    }
    return "\(phrases.number(rows.count)): \(groups.joined(separator: "; "))"
  }
}
