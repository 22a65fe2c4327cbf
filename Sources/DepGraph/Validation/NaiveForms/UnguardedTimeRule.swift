/// Clocks of which any one will do: a guard against silence, none against a wrong time.
///
/// A component fails by being absent. That a clock tells a wrong time is another failure, which needs
/// another component; and to outvote one wrong clock takes four.
enum UnguardedTimeRule {
  static func judge(_ alternatives: WrittenAlternatives) -> [Diagnostic] {
    alternatives.groups.compactMap { entry in
      let targets = entry.targets
      guard entry.group.threshold == 1, targets.count == entry.group.members.count,
        targets.allSatisfy({ alternatives.component($0)?.kind == .timeSource }),
        !targets.compactMap(alternatives.component).contains(where: \.isAboutTruth),
        !entry.beside.contains(where: \.isVote)
      else { return nil }
      let truths = targets.map { "\($0)-true" }.joined(separator: ", ")
      return Diagnostic(
        .unguardedTime,
        "any one of these clocks will do, so one that is wrong rather than silent passes unseen",
        at: entry.group.place ?? entry.owner.place, id: entry.owner.id,
        hint:
          "give each of four clocks a second component for telling the true time, and write "
          + "`[\(entry.group.inShort), {at-least: 3, of: [\(truths)\(targets.count < 4 ? ", …" : "")]}]`; "
          + "if a wrong time does no harm here, say so in a `note` of the group")
    }
  }
}

extension Requirement {
  /// Whether it is a vote: more than one out of three or more.
  fileprivate var isVote: Bool {
    guard case .group(let group) = self else { return false }
    if group.members.count >= 3, group.threshold >= 2, group.offersAlternatives { return true }
    return !group.offersAlternatives && group.members.contains(where: \.isVote)
  }
}

extension Component {
  /// Whether its words say that it stands for telling the true time.
  fileprivate var isAboutTruth: Bool {
    words.contains { ["true", "truth", "correct", "juist", "juiste", "correcte"].contains($0) }
  }
}
