/// The grades that a component can have after a failure, for all that is known.
///
/// It runs from the mildest grade of the readings to the worst, and further where something that
/// nobody knows leaves that open: to the grade that the component has if that failed too.
public struct GradeSpan: Hashable, Sendable {
  /// The mildest grade of the readings that were asked; milder only where something unknown allows it.
  public let least: Grade
  /// The worst grade of the readings that were asked.
  public let most: Grade
  /// The worst grade that something unknown leaves possible; nil: none that is worse than `most`.
  public let openTo: Grade?

  /// Makes a span.
  ///
  /// - Precondition: `least` is no worse than `most`.
  public init(from least: Grade, to most: Grade, openTo: Grade? = nil) {
    precondition(least <= most, "a span from the mildest to the worst")
    self.least = least
    self.most = most
    self.openTo = openTo.flatMap { $0 > most ? $0 : nil }
  }

  /// Whether it could be hit worse than in any reading, for what is not known.
  public var isOpen: Bool { openTo != nil }

  /// Whether only one grade is possible.
  public var isSettled: Bool { least == most && !isOpen }

  /// Whether a grade is possible.
  public func contains(_ grade: Grade) -> Bool {
    grade != .cannotTell && grade >= least && grade <= openTo ?? most
  }

  /// Judges what is claimed of the grade: it is passed if it holds whichever of the grades it turns
  /// out to be, and failed if it holds for none of them.
  ///
  /// That nobody can tell is a claim on the span itself: it passes where neither `up` nor `down` passes
  /// or fails, so that of each component exactly one of the three passes.
  ///
  /// - Parameter claim: What is claimed.
  /// - Returns: The verdict.
  /// - Precondition: The claim is one of a failure.
  public func verdict(on claim: ClaimKind) -> ClaimVerdict {
    if claim == .unknown { return contains(.down) && least != .down ? .passed : .failed }
    let possible = Grade.allCases.filter(contains)
    let holding = possible.count { $0.satisfies(claim) }
    return holding == possible.count ? .passed : holding == 0 ? .failed : .undetermined
  }
}

extension Grade {
  /// Whether a component with this grade is as a claim says.
  fileprivate func satisfies(_ claim: ClaimKind) -> Bool {
    switch claim {
    case .up: self != .down
    case .down: self == .down
    case .degraded: self == .degraded
    case .unaffected: self == .notAffected
    case .reduced: self == .reducedRedundancy
    case .unknown, .noSinglePoint, .singlePoints:
      preconditionFailure("no claim on a grade")
    }
  }
}

/// What came of a claim.
public enum ClaimVerdict: String, Hashable, Sendable, CaseIterable {
  /// It holds, whatever the uncertain and unknown facts turn out to be.
  case passed
  /// It does not hold, whatever they turn out to be.
  case failed
  /// Nobody can tell, or nothing was asked.
  case undetermined
}
