/// How much a finding weighs.
public enum FindingSeverity: String, Hashable, Sendable, CaseIterable {
  /// It can stop a user for longer than allowed, or an agreement does not hold.
  case high
  /// It weakens a promise that users rely on.
  case medium
  /// It is to be put in order.
  case low
  /// It is to be known.
  case note
}

extension FindingSeverity: Comparable {
  /// The lighter first.
  public static func < (left: FindingSeverity, right: FindingSeverity) -> Bool {
    left.weight < right.weight
  }

  private var weight: Int {
    switch self {
    case .high: 3
    case .medium: 2
    case .low: 1
    case .note: 0
    }
  }
}
