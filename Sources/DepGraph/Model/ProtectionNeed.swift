/// How much harm it would do if a quality of information were lost.
public enum ProtectionLevel: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Limited harm, that can be dealt with.
  case normal
  /// Considerable harm.
  case high
  /// Harm that threatens existence: of people, of the organisation.
  case veryHigh = "very-high"

  /// The next higher one; itself where there is none.
  public var raised: ProtectionLevel { self == .normal ? .high : .veryHigh }

  /// The next lower one; itself where there is none.
  public var lowered: ProtectionLevel { self == .veryHigh ? .high : .normal }

  /// The lower first.
  public static func < (left: ProtectionLevel, right: ProtectionLevel) -> Bool {
    left.rank < right.rank
  }

  private var rank: Int {
    switch self {
    case .normal: 0
    case .high: 1
    case .veryHigh: 2
    }
  }
}

/// A quality of information that wants protection.
public enum ProtectionGoal: String, Hashable, Sendable, CaseIterable {
  case confidentiality, integrity, availability
}

/// The protection that something was said to need, for each quality.
public struct ProtectionNeed: Hashable, Sendable {
  private var levels: [Stated<ProtectionLevel>?] = [nil, nil, nil]

  /// Makes one that says nothing.
  public init() {}

  /// What was said of a quality; nil: nothing.
  public subscript(goal: ProtectionGoal) -> Stated<ProtectionLevel>? {
    get { levels[Self.place(of: goal)] }
    set { levels[Self.place(of: goal)] = newValue }
  }

  private static func place(of goal: ProtectionGoal) -> Int {
    switch goal {
    case .confidentiality: 0
    case .integrity: 1
    case .availability: 2
    }
  }
}
