/// What the picture of agreements shows row by row: what stops a user, who promised to restore it,
/// and how the two compare; the worst first.
struct PromiseRows {
  /// Things that stop the same user and are promised back alike.
  struct Row {
    /// What fails, by id.
    var elements: [VertexID]
    /// The user that allows least; nil: nobody is known to mind.
    let target: VertexID?
    /// How long the user may be out, in seconds; nil: it says nothing.
    let objective: Double?
    /// The longest that it may be out for that, in seconds; nil: nobody says.
    let allowed: Double?
    /// The id of the agreement that promises it back, or that covers it without a time.
    let contract: String?
    /// What that promises; nil: no time to restore.
    let restore: AgreedRestore?
    /// How it compares.
    let verdict: ContractFinding.Verdict
    /// Why it does not.
    let reason: RestoreCheck.Reason?
    /// An outage that was seen and lasted longer than agreed.
    let observed: ObservedOverrun?

    /// By how much the promise is too late, in seconds; nil: it is not, or nobody can tell.
    var gap: Double? {
      if let observed { return observed.seconds - observed.agreed }
      guard verdict == .overrun, let restore, let allowed else { return nil }
      return restore.longest.elapsed - allowed
    }

    /// The class of it, the worst first.
    var rank: Int {
      if observed != nil { return 0 }
      switch (verdict, reason) {
      case (.overrun, _): return 0
      case (.missing, .noContract?): return 1
      case (.missing, .noPromise?): return 2
      case (.missing, _): return 3
      case (.notApplicable, _): return 4
      case (.met, _): return 5
      }
    }
  }

  /// The rows, the worst first.
  let rows: [Row]

  /// - Parameters:
  ///   - checks: The checks of single things.
  ///   - findings: The findings, for outages that were seen.
  /// - Complexity: O(*c* log *c*) for *c* checks.
  init(_ checks: [RestoreCheck], _ findings: [ContractFinding]) {
    var rows = findings.compactMap { finding -> Row? in
      guard case .observed(let overrun) = finding.details, let element = finding.element else {
        return nil
      }
      return Row(
        elements: [element], target: nil, objective: nil, allowed: nil, contract: finding.contract,
        restore: overrun.restore, verdict: .overrun, reason: nil, observed: overrun)
    }
    // An outage that was seen says more than that nobody knows what may be borne.
    let seen = Set(rows.map { [$0.contract ?? "", "\($0.elements)"] })
    rows += checks.filter { check in
      check.elements.count == 1
        && (check.verdict == .overrun
          || !seen.contains([check.contract ?? "", "\(check.elements)"]))
    }.map { check in
      Row(
        elements: check.elements, target: check.target, objective: check.objective,
        allowed: check.allowed, contract: check.contract, restore: check.restore,
        verdict: check.verdict, reason: check.reason, observed: nil)
    }
    self.rows = Self.merged(rows).enumerated().sorted { left, right in
      let key = { (row: Row) in (row.rank, -(row.gap ?? 0), -row.elements.count) }
      let (one, other) = (key(left.element), key(right.element))
      return one == other ? left.offset < right.offset : one < other
    }.map(\.element)
  }

  private struct Key: Hashable {
    let target: VertexID?
    let allowed: Double?
    let contract: String?
    let verdict: ContractFinding.Verdict
    let reason: RestoreCheck.Reason?
    let observed: ObservedOverrun?
  }

  private static func merged(_ rows: [Row]) -> [Row] {
    var order: [Key] = []
    var found: [Key: Row] = [:]
    for row in rows {
      let key = Key(
        target: row.target, allowed: row.allowed, contract: row.contract, verdict: row.verdict,
        reason: row.reason, observed: row.observed)
      if found[key] == nil {
        order.append(key)
        found[key] = row
      } else {
        found[key]?.elements += row.elements
      }
    }
    return order.compactMap { found[$0] }
  }
}
