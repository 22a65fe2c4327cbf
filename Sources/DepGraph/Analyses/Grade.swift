/// How badly a component is hit: the grades of carriers' maintenance notices.
public enum Grade: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// Nothing known reaches it.
  case notAffected
  /// Nobody wrote down enough to tell.
  case cannotTell
  /// It works, but leans on what is left.
  case reducedRedundancy
  /// It works, but not whole.
  case degraded
  /// It does not work.
  case down

  /// The milder first.
  public static func < (left: Grade, right: Grade) -> Bool { left.rawValue < right.rawValue }

  /// The word for it in JSON results.
  public var key: String {
    switch self {
    case .notAffected: "none"
    case .cannotTell: "cannot-tell"
    case .reducedRedundancy: "reduced-redundancy"
    case .degraded: "degraded"
    case .down: "down"
    }
  }
}

/// Whether a grade holds whatever uncertain facts turn out to be.
public enum Verdict: String, Hashable, Sendable {
  /// It holds in the most favourable reading too.
  case certain
  /// It holds in the least favourable reading only.
  case possible
}
