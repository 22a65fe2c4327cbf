/// Facts that nobody checked for a long time, for `validate --stale`.
public enum StaleFacts {
  /// The components whose facts were not checked since.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - age: How old a check may be.
  ///   - today: The day from which the age counts.
  /// - Returns: One warning a component, grouped by owner (those without one last), in a group the
  ///   ones never checked first, then the oldest check first, then by id.
  /// - Complexity: O(*n* log *n*) for *n* components.
  public static func diagnose(
    _ model: Model, olderThan age: TimeSpan, today: CalendarDate
  ) -> [Diagnostic] {
    let stale = model.components.filter { component in
      guard let checked = component.checked else { return true }
      return Double(today.daysSinceEpoch - checked.daysSinceEpoch) * 86_400 > age.seconds
    }
    let grouped = stale.sorted { left, right in
      guard left.owner == right.owner else {
        guard let first = left.owner, let second = right.owner else { return left.owner != nil }
        return first < second
      }
      let days = (left.checked?.daysSinceEpoch ?? .min, right.checked?.daysSinceEpoch ?? .min)
      return days.0 == days.1 ? left.id < right.id : days.0 < days.1
    }
    return grouped.map { component in
      let owner = component.owner.map { "owner `\($0)`" } ?? "no owner"
      let check = component.checked.map { "was last checked on \($0)" } ?? "was never checked"
      return Diagnostic(
        .staleFact, "\(owner): `\(component.id)` \(check)", at: component.place, id: component.id)
    }
  }
}
