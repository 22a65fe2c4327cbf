/// The rows of a difference for machines.
extension DifferenceReporter {
  /// One row for each thing that differs: what, its kind and id, in which respect, before and after.
  var data: Report.Table {
    Report.Table(
      names: ["change", "kind", "id", "key", "row", "before", "after"],
      rows: factRows + effectRows + gapRows)
  }

  private var factRows: [[String]] {
    let found = difference.facts
    let row = { (mark: DifferenceMark, subject: FactSubject) in
      [mark.rawValue, subject.kind.rawValue, subject.id, "", "", "", ""]
    }
    let changes = { (changed: [FactDifference.Changed], mark: String) in
      changed.flatMap { part in
        part.changes.map { change in
          [
            mark, part.subject.kind.rawValue, part.subject.id, change.name.key.rawValue,
            change.name.row ?? "", text(change.before), text(change.after),
          ]
        }
      }
    }
    return found.added.map { row(.added, $0) } + found.removed.map { row(.removed, $0) }
      + changes(found.changed, "changed") + changes(found.remarks, "remark")
  }

  private func text(_ value: FactValue?) -> String {
    guard let value else { return "" }
    if case .string(let text) = value.json { return text }
    return value.json.oneLine
  }

  private var effectRows: [[String]] {
    let point = { (mark: String, point: ModelDifference.Point) in
      [
        mark, point.point.isCommonCause ? "common-cause" : "component", point.point.id, "spof",
        point.target, mark == "gone-spof" ? point.point.verdict.rawValue : "",
        mark == "new-spof" ? point.point.verdict.rawValue : "",
      ]
    }
    let number = { (value: Int?) in value.map { "\($0)" } ?? "" }
    let share = { (value: Double?) in value.map { phrases.plain($0) } ?? "" }
    var rows = difference.newPoints.map { point("new-spof", $0) }
    rows += difference.gonePoints.map { point("gone-spof", $0) }
    for user in difference.users {
      rows.append([
        "robustness", "user", user.id, "robustness", "", number(user.before?.robustness),
        number(user.after?.robustness),
      ])
      guard user.chanceDiffers else { continue }
      let (old, new) = (user.before?.chance?.unavailability, user.after?.chance?.unavailability)
      for (row, before, after) in [("low", old?.low, new?.low), ("high", old?.high, new?.high)] {
        rows.append([
          "availability", "user", user.id, "unavailability", row, share(before), share(after),
        ])
      }
    }
    for failure in difference.failures where failure.differs {
      rows.append([
        "failure", "", failure.id, "users", "", number(failure.before.users),
        number(failure.after.users),
      ])
    }
    rows += difference.alternatives.map { found in
      [
        "alternatives", "", found.id, "alternatives", "", found.before.joined(separator: " "),
        found.after.joined(separator: " "),
      ]
    }
    return rows
  }

  private var gapRows: [[String]] {
    let unknown = { (mark: String, unknown: FactDifference.Unknown) in
      [
        mark, unknown.subject.kind.rawValue, unknown.subject.id, unknown.name.key.rawValue,
        unknown.name.row ?? "", "", "",
      ]
    }
    let finding = { (mark: String, finding: ContractFinding, compiled: CompiledModel) in
      [
        mark, finding.rule.rawValue, finding.contract ?? "",
        finding.element.map(compiled.table.id(of:)) ?? "",
        finding.target.map(compiled.table.id(of:)) ?? "", "", finding.severity.rawValue,
      ]
    }
    let found = difference.findings
    return difference.facts.newUnknowns.map { unknown("new-unknown", $0) }
      + difference.facts.goneUnknowns.map { unknown("gone-unknown", $0) }
      + (found?.new ?? []).map { finding("new-finding", $0, after) }
      + (found?.gone ?? []).map { finding("gone-finding", $0, before) }
      + (found?.newlyFalse ?? []).map {
        ["new-false-redundancy", "component", $0.owner, "", $0.cause, "", ""]
      }
      + (found?.noLongerFalse ?? []).map {
        ["gone-false-redundancy", "component", $0.owner, "", $0.cause, "", ""]
      }
  }
}

extension JSONValue {
  /// The value on one line.
  var oneLine: String {
    jsonText.split(separator: "\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
  }
}
