/// The unit of a measure, a threshold or a figure.
public enum CriterionUnit: String, Hashable, Sendable, CaseIterable {
  case people, count
  case euros = "EUR"
  /// Between 0 and 1.
  case share
  /// A length of time, in seconds.
  case time
}

/// What a criterion measures.
public enum CriterionMeasure: String, Hashable, Sendable, CaseIterable {
  case people, casualties, economic, users
  case usersShare = "users-share"
  case organisations, ministries, sectors
  case otherSectors = "other-sectors"
  case regions, processes, consumers
  case vitalServices = "vital-services"
  case pastMTPD = "past-mtpd"
  case withoutAlternative = "without-alternative"
  case alternatives, duration
  /// A number about the organisation.
  case figure

  /// Its unit; nil for a figure, which has its own.
  public var unit: CriterionUnit? {
    switch self {
    case .people, .casualties, .users: .people
    case .economic: .euros
    case .usersShare: .share
    case .organisations, .ministries, .sectors, .otherSectors, .regions, .processes, .consumers,
      .vitalServices, .pastMTPD, .withoutAlternative, .alternatives:
      .count
    case .duration: .time
    case .figure: nil
    }
  }
}

/// A number held against a threshold.
public struct CriterionTest: Hashable, Sendable {
  /// How the number stands to the threshold.
  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case moreThan = "more-than"
    case atLeast = "at-least"
    case lessThan = "less-than"
    case atMost = "at-most"

    /// How it is written between two numbers.
    public var sign: String {
      switch self {
      case .moreThan: ">"
      case .atLeast: "≥"
      case .lessThan: "<"
      case .atMost: "≤"
      }
    }

    /// Whether it holds between two numbers.
    public func holds(_ value: Double, _ threshold: Double) -> Bool {
      switch self {
      case .moreThan: value > threshold
      case .atLeast: value >= threshold
      case .lessThan: value < threshold
      case .atMost: value <= threshold
      }
    }

    /// Whether more makes it hold.
    public var isRising: Bool { self == .moreThan || self == .atLeast }
  }

  /// What is measured.
  public var measure: CriterionMeasure
  /// The figure, where one is measured.
  public var figure: String?
  /// How the number stands to the threshold.
  public var comparison = Comparison.moreThan
  /// The threshold; nil: none is set, so that nothing can be decided.
  public var threshold: CriterionThreshold?
  /// The time after the failure within which the number must be reached; nil: no limit.
  public var within: TimeSpan?
  /// Whether what works degraded counts as failed; nil: as the set says.
  public var countsDegraded: Bool?

  /// Whether the value is only an upper bound of what the criterion counts: everybody who is affected,
  /// where it counts those in serious trouble.
  public var isUpperBound = false

  /// Makes a test without a threshold.
  public init(_ measure: CriterionMeasure) { self.measure = measure }
}

/// What a number is held against.
public indirect enum CriterionThreshold: Hashable, Sendable {
  /// A number, in the unit of the measure.
  case amount(Double)
  /// A share of a figure.
  case share(Double, of: String)
  /// The smallest of several.
  case smallest([CriterionThreshold])
  /// The largest of several.
  case largest([CriterionThreshold])

  /// The figures that it refers to, in the order written.
  ///
  /// - Complexity: O(*n*) for *n* parts.
  public var figures: [String] {
    switch self {
    case .amount: []
    case .share(_, let figure): [figure]
    case .smallest(let parts), .largest(let parts): parts.flatMap(\.figures)
    }
  }
}
