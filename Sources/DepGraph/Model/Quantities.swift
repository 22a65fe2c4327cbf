/// A length of time in seconds, zero or more and finite.
public struct TimeSpan: Hashable, Comparable, Sendable {
  /// The length in seconds.
  public let seconds: Double

  /// The longest that is taken: a thousand years, beyond which it is a slip of the pen.
  public static let longest = 1000 * 365.25 * 86_400

  /// Makes a span, or nil where the number is negative or beyond the longest.
  public init?(seconds: Double) {
    guard (0...Self.longest).contains(seconds) else { return nil }
    self.seconds = seconds
  }

  private init(valid seconds: Double) { self.seconds = seconds }

  /// No time at all.
  public static let zero = TimeSpan(valid: 0)

  /// A number of hours.
  ///
  /// - Precondition: `count` is zero or more.
  public static func hours(_ count: Int) -> TimeSpan {
    precondition(count >= 0, "negative hours")
    return TimeSpan(valid: Double(count) * 3600)
  }

  /// The shorter first.
  public static func < (left: TimeSpan, right: TimeSpan) -> Bool { left.seconds < right.seconds }

  /// Both together.
  public static func + (left: TimeSpan, right: TimeSpan) -> TimeSpan {
    TimeSpan(valid: left.seconds + right.seconds)
  }
}

/// A share between 0 and 1, exact or as an interval.
public struct Ratio: Hashable, Sendable {
  /// The least value.
  public let low: Double
  /// The greatest value; equal to `low` where the value is exact.
  public let high: Double

  /// Makes an interval, or nil where it is empty or leaves 0…1.
  public init?(from low: Double, to high: Double) {
    guard low >= 0, low <= high, high <= 1 else { return nil }
    self.low = low
    self.high = high
  }

  /// Makes an exact share, or nil outside 0…1.
  public init?(_ value: Double) { self.init(from: value, to: value) }

  private init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Nothing.
  static let zero = Ratio(low: 0, high: 0)

  /// The whole.
  static let one = Ratio(low: 1, high: 1)

  /// The bounds of a computed share, which rounding may have brought beyond 0 or 1, or across.
  init(bounding low: Double, _ high: Double) {
    let low = min(max(low, 0), 1)
    self.init(low: low, high: max(low, min(max(high, 0), 1)))
  }

  /// The rest of the whole.
  public var complement: Ratio { Ratio(low: 1 - high, high: 1 - low) }

  /// Whether it is one value.
  public var isExact: Bool { low == high }

  /// The larger of two unknown shares, of which each lies within its bounds.
  func orMore(_ other: Ratio) -> Ratio {
    Ratio(low: max(low, other.low), high: max(high, other.high))
  }

  /// The smaller of two unknown shares, of which each lies within its bounds.
  func orLess(_ other: Ratio) -> Ratio {
    Ratio(low: min(low, other.low), high: min(high, other.high))
  }

  /// A share of this share.
  ///
  /// - Precondition: `factor` is from 0 to 1.
  func times(_ factor: Double) -> Ratio {
    precondition((0...1).contains(factor), "no share of a share")
    return Ratio(low: low * factor, high: high * factor)
  }
}

/// An amount of euros, zero or more.
public struct Money: Hashable, Comparable, Sendable {
  /// The amount in euros.
  public let euros: Double

  /// Makes an amount, or nil where it is negative or not finite.
  public init?(euros: Double) {
    guard euros >= 0, euros.isFinite else { return nil }
    self.euros = euros
  }

  /// The smaller first.
  public static func < (left: Money, right: Money) -> Bool { left.euros < right.euros }
}

/// A value that was stated, or of which it was stated that nobody knows it.
///
/// A value that nobody mentioned at all is an absent optional of this type.
public enum Stated<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value is known.
  case known(Value)
  /// The value is `unknown`, in so many words.
  case unknown

  /// The value, if it is known.
  public var value: Value? {
    switch self {
    case .known(let value): value
    case .unknown: nil
    }
  }
}
