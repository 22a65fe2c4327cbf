/// What differs for one process or consumer.
public struct UserDifference: Hashable, Sendable {
  /// A single point of failure that both have, with another verdict.
  public struct Surer: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// How sure it was one.
    public let before: Verdict
    /// How sure it is one.
    public let after: Verdict
  }

  /// How something that is counted changed for its users.
  public enum Trend: String, Hashable, Sendable {
    case better, worse, same
    /// What is not known may outweigh what is.
    case cannotTell = "cannot-tell"
  }

  /// The id of the process or consumer.
  public let id: String
  /// How it stood; nil: it was not there.
  public let before: UserState?
  /// How it stands; nil: it is not there any more.
  public let after: UserState?

  /// The single points of failure that only the later model has.
  ///
  /// - Complexity: O(*n*) for *n* points.
  public var newPoints: [UserState.Point] { Self.points(of: after, notOf: before) }

  /// The single points of failure that only the earlier model has.
  ///
  /// - Complexity: O(*n*) for *n* points.
  public var gonePoints: [UserState.Point] { Self.points(of: before, notOf: after) }

  /// The single points of failure of which it became more, or less, sure.
  ///
  /// - Complexity: O(*n*) for *n* points.
  public var surer: [Surer] {
    let old = Dictionary(
      (before?.points ?? []).map { ($0.id, $0.verdict) }, uniquingKeysWith: { $1 })
    return (after?.points ?? []).compactMap { point in
      guard let verdict = old[point.id], verdict != point.verdict else { return nil }
      return Surer(id: point.id, before: verdict, after: point.verdict)
    }
  }

  /// Whether it takes fewer failures at once to stop it.
  public var isWeaker: Bool {
    guard let before, let after else { return false }
    return after.strength < before.strength
  }

  /// Whether its availability differs, by more than adding up in another order does.
  public var chanceDiffers: Bool {
    switch (before?.chance, after?.chance) {
    case (nil, nil): false
    case (let one?, let other?): !one.isLike(other)
    default: true
    }
  }

  /// Whether it is up more or less than before; nil: of one of both nothing is known, or it is not in
  /// both.
  ///
  /// A figure that became known, or is not known any more, moves an answer that is a least without
  /// anything having changed: that way it cannot be told.
  ///
  /// - Complexity: O(*n*) for *n* things that are not known.
  public var chanceTrend: Trend? {
    guard let old = before?.chance, let new = after?.chance else { return nil }
    if old.isLike(new) { return .same }
    let (one, other) = (old.unavailability, new.unavailability)
    let unknown = (before: Set(old.unknown), after: Set(new.unknown))
    if old.hasNumbers(of: new) {
      return unknown.after.isSubset(of: unknown.before) ? .same : .cannotTell
    }
    // Of bounds that a limit gave only those apart say something.
    if !old.isExact || !new.isExact {
      guard other.low > one.high || other.high < one.low else { return .cannotTell }
    }
    if other.low >= one.low, other.high >= one.high {
      return unknown.before.isSubset(of: unknown.after) ? .worse : .cannotTell
    }
    if other.low <= one.low, other.high <= one.high {
      return unknown.after.isSubset(of: unknown.before) ? .better : .cannotTell
    }
    return .cannotTell
  }

  /// Whether anything differs.
  var isEmpty: Bool {
    guard let before, let after else { return false }
    return before.points == after.points && before.robustness == after.robustness
      && before.robustnessAtLeast == after.robustnessAtLeast && before.isOpen == after.isOpen
      && before.longestOutage == after.longestOutage
      && before.withoutRepairTime == after.withoutRepairTime && !chanceDiffers
  }

  private static func points(
    of one: UserState?, notOf other: UserState?
  ) -> [UserState.Point] {
    let known = Set((other?.points ?? []).map(\.id))
    return (one?.points ?? []).filter { !known.contains($0.id) }
  }
}

extension UserState.Chance {
  /// Whether another one is the same, but for the last digits.
  fileprivate func isLike(_ other: Self) -> Bool {
    hasNumbers(of: other) && isLeast == other.isLeast && isExact == other.isExact
      && unknown == other.unknown
  }

  /// Whether the numbers of another one are the same, but for the last digits.
  fileprivate func hasNumbers(of other: Self) -> Bool {
    let isClose = { (one: Double, two: Double) in
      (one - two).magnitude <= 1e-9 * max(one.magnitude, two.magnitude)
    }
    return isClose(unavailability.low, other.unavailability.low)
      && isClose(unavailability.high, other.unavailability.high)
  }
}
