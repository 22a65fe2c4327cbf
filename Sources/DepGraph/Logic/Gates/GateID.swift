/// The number of a basic event of one gate graph, counted from zero in the order of adding.
///
/// A basic event happens or does not, by itself and independently of all others.
public struct EventID: Hashable, Comparable, Sendable {
  /// The number as it is stored.
  public let raw: UInt32

  /// Creates the identity of the event with the given number.
  ///
  /// - Parameter index: The number of the event.
  /// - Precondition: `index` is at least 0 and below 2³¹.
  public init(_ index: Int) {
    precondition(index < Int(UInt32.max >> 1), "too many events")
    raw = UInt32(index)
  }

  /// The number as an index into an array with one entry for each event.
  public var index: Int { Int(raw) }

  /// Orders events by number.
  ///
  /// - Parameters:
  ///   - first: An event.
  ///   - second: Another one.
  /// - Returns: Whether the first has the smaller number.
  public static func < (first: EventID, second: EventID) -> Bool { first.raw < second.raw }
}

/// A gate of one gate graph, as it is or negated.
///
/// Gates are counted from zero in the order of adding. The negation is part of the reference, so a
/// gate and what it is not are one gate.
public struct GateID: Hashable, Comparable, Sendable {
  /// Twice the number of the gate, and one more where it is negated.
  public let raw: UInt32

  /// Creates the identity of the gate with the given number.
  ///
  /// - Parameters:
  ///   - index: The number of the gate.
  ///   - isNegated: Whether the opposite of the gate is meant.
  /// - Precondition: `index` is at least 0 and below 2³¹.
  public init(_ index: Int, isNegated: Bool = false) {
    precondition(index < Int(UInt32.max >> 1), "too many gates")
    raw = UInt32(index) << 1 | (isNegated ? 1 : 0)
  }

  private init(raw: UInt32) { self.raw = raw }

  /// The number of the gate as an index into an array with one entry for each gate.
  public var index: Int { Int(raw >> 1) }

  /// Whether the opposite of the gate is meant.
  public var isNegated: Bool { raw & 1 == 1 }

  /// The gate without negation.
  public var positive: GateID { GateID(raw: raw & ~1) }

  /// The opposite of a gate.
  ///
  /// - Parameter gate: A gate.
  /// - Returns: The same gate with the other sign.
  public static prefix func ! (gate: GateID) -> GateID { GateID(raw: gate.raw ^ 1) }

  /// Orders gates by number, each before its opposite.
  ///
  /// - Parameters:
  ///   - first: A gate.
  ///   - second: Another one.
  /// - Returns: Whether the first comes before the second.
  public static func < (first: GateID, second: GateID) -> Bool { first.raw < second.raw }
}
