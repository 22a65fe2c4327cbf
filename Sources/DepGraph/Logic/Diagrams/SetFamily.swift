/// A family of sets of levels, in the manager that made it.
///
/// Within one manager two families are equal exactly where their handles are.
public struct SetFamily: Hashable, Sendable {
  /// Twice the number of a node, and one more where the empty set belongs to the family too.
  let raw: UInt32

  init(raw: UInt32) { self.raw = raw }

  /// The family without any set.
  public static let none = SetFamily(raw: 0)
  /// The family of the empty set alone.
  public static let unit = SetFamily(raw: 1)

  /// Whether the empty set belongs to the family.
  public var hasEmptySet: Bool { raw & 1 == 1 }
}
