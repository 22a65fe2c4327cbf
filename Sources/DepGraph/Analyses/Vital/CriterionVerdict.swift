/// What is concluded of a criterion: three values, of which one is that nobody can tell.
///
/// The logic is that of S. C. Kleene, *Introduction to Metamathematics*, 1952, § 64: a verdict other
/// than undetermined holds whatever the undetermined members turn out to be.
public enum CriterionVerdict: String, Hashable, Sendable, CaseIterable {
  /// It holds, whatever is unknown.
  case met
  /// It does not hold, whatever is unknown.
  case notMet = "not-met"
  /// It depends on what is unknown, or on what a person has to answer.
  case undetermined

  /// Makes one from a truth; nil: not known.
  public init(_ truth: Bool?) {
    self = truth.map { $0 ? .met : .notMet } ?? .undetermined
  }

  /// The truth; nil: not known.
  public var truth: Bool? {
    switch self {
    case .met: true
    case .notMet: false
    case .undetermined: nil
    }
  }

  /// The opposite.
  public static prefix func ! (verdict: Self) -> Self { Self(verdict.truth.map { !$0 }) }

  /// Whether at least a number of members are met.
  ///
  /// - Complexity: O(*n*) for *n* members.
  public static func atLeast(_ count: Int, of members: [Self]) -> Self {
    if members.count(where: { $0 == .met }) >= count { return .met }
    return members.count(where: { $0 != .notMet }) < count ? .notMet : .undetermined
  }

  /// Whether every member is met.
  ///
  /// - Complexity: O(*n*) for *n* members.
  public static func all(_ members: [Self]) -> Self { atLeast(members.count, of: members) }

  /// Whether a member is met.
  ///
  /// - Complexity: O(*n*) for *n* members.
  public static func any(_ members: [Self]) -> Self { atLeast(1, of: members) }
}

/// A number of which only bounds may be known.
public struct ValueRange: Hashable, Sendable {
  /// The least that it can be.
  public var low: Double
  /// The most that it can be; infinite: nobody knows a bound.
  public var high: Double

  /// Makes a range.
  ///
  /// - Precondition: `low` is at most `high`.
  public init(_ low: Double, _ high: Double) {
    precondition(low <= high, "a range that is empty")
    self.low = low
    self.high = high
  }

  /// Makes the range of one number.
  public init(_ value: Double) { self.init(value, value) }

  /// Whether a number stands to a threshold as asked, for all numbers in both ranges or for none.
  public static func compare(
    _ value: ValueRange, _ comparison: CriterionTest.Comparison, _ threshold: ValueRange
  ) -> CriterionVerdict {
    let (worst, best) =
      comparison.isRising
      ? ((value.low, threshold.high), (value.high, threshold.low))
      : ((value.high, threshold.low), (value.low, threshold.high))
    if comparison.holds(worst.0, worst.1) { return .met }
    return comparison.holds(best.0, best.1) ? .undetermined : .notMet
  }
}
