/// Who is told, as the table of a CSV file.
struct EscalationTable {
  let assessment: EscalationAssessment
  let compiled: CompiledModel

  var table: Report.Table {
    let level = assessment.suggested?.level.id ?? ""
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let told = assessment.notices.map { notice in
      [
        level, notice.contact.id, notice.deadline?.iso8601 ?? "",
        notice.reach.best.map { id($0.vertex) } ?? "",
        notice.reach.struck.map { id($0.vertex) }.joined(separator: " "),
        notice.reach.best != nil
          ? "reachable" : notice.reach.hasNoKnownChannel ? "no-channel-known" : "unreachable",
      ]
    }
    let unknown = assessment.missing.compactMap { contact in
      contact.party.map { [level, $0, contact.deadline?.iso8601 ?? "", "", "", "no-contact"] }
    }
    return Report.Table(
      names: ["level", "contact", "deadline", "channel", "struck", "state"], rows: told + unknown)
  }
}
