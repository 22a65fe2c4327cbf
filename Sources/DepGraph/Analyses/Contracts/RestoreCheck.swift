/// Whether what was agreed restores something before a user has been out for too long.
public struct RestoreCheck: Hashable, Sendable {
  /// Why there is no comparison.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// None of the users that it stops has a recovery time objective.
    case noObjective = "rto-unknown"
    /// The promise is for a share of cases, and the rest has no limit.
    case noMaximum = "no-maximum"
    /// The agreements that cover it promise no time to restore.
    case noPromise = "no-promise"
    /// No agreement covers it.
    case noContract = "no-contract"
  }

  /// What fails: one thing, or the two that together stop the user.
  public let elements: [VertexID]
  /// The one whose return counts: with two, the one that is back soonest for what is allowed.
  public let returning: VertexID
  /// The agreement that promises it; nil: none does.
  public let restore: AgreedRestore?
  /// The id of an agreement that covers it, whether or not it promises a time to restore.
  public let contract: String?
  /// The user that allows least; nil: none of those that it stops has an objective.
  public let target: VertexID?
  /// The recovery time objective of that user, in seconds.
  public let objective: Double?
  /// The longest that it may be out for that user, in seconds; infinite: it never matters; nil:
  /// nobody promised anything that could be held against it.
  public let allowed: Double?
  /// How many users with an objective it stops.
  public let userCount: Int
  /// The users without an objective that it stops: of them nothing can be told.
  public let withoutObjective: [VertexID]
  /// The verdict at the worst start.
  public let verdict: ContractFinding.Verdict
  /// Why there is none; nil: there is.
  public let reason: Reason?
  /// The verdict from the moment asked about; nil: none was asked about, or there is no promise.
  public let verdictAtMoment: ContractFinding.Verdict?
  /// Whether it stops that user in the certain reading too.
  public let isCertain: Bool

  /// By how much it is too late, in seconds; below 0 by how much it is in time; nil: not known.
  public var gap: Double? {
    guard let restore, let allowed, allowed.isFinite else { return nil }
    return restore.longest.elapsed - allowed
  }

  /// Whether the gap may be larger, since not every case is promised.
  public var gapIsLeast: Bool { restore?.isMaximum == false }
}

extension RestoreCheck {
  /// The verdict on a promise at the worst start and why there is none, and from the moment asked about.
  static func verdicts(
    on restore: AgreedRestore, allowed: Double
  ) -> (worst: ContractFinding.Verdict, reason: Reason?, atMoment: ContractFinding.Verdict?) {
    let (worst, reason) = verdict(restore.longest.elapsed, of: restore, allowed: allowed)
    let atMoment = restore.atMoment.map { verdict($0.elapsed, of: restore, allowed: allowed).0 }
    return (worst, reason, atMoment)
  }

  /// The verdict on a time by the clock, and why there is none.
  static func verdict(
    _ elapsed: Double, of restore: AgreedRestore, allowed: Double
  ) -> (ContractFinding.Verdict, Reason?) {
    // A share of cases is too late for certain where even that share is; else the rest is open.
    if elapsed > allowed { return (.overrun, nil) }
    return restore.isMaximum || allowed == .infinity ? (.met, nil) : (.missing, .noMaximum)
  }
}
