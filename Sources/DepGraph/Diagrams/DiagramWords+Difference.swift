/// The words of a picture of what changed.
extension DiagramWords {
  /// The word for a role.
  func difference(_ role: ShapeRole) -> String {
    switch role {
    case .added: pick("nieuw", "new")
    case .removed: pick("weg", "gone")
    default: pick("anders", "changed")
    }
  }

  /// What a line means.
  func difference(_ role: LineRole) -> String {
    role == .arrives
      ? pick("nieuwe afhankelijkheid", "new dependency")
      : pick("vervallen afhankelijkheid", "dependency that is gone")
  }

  var unchanged: String { pick("ongewijzigd", "unchanged") }

  // MARK: - Facts of shapes

  func factsDiffer(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "feit" : "feiten") anders",
      "\(count) \(count == 1 ? "fact" : "facts") changed")
  }

  /// For how many users something is a single point of failure, before and after.
  func pointOf(before: Int, after: Int) -> String {
    switch (before, after) {
    case (0, _): pick("nu SPOF van \(after)", "now a SPOF of \(after)")
    case (_, 0): pick("geen SPOF meer (was van \(before))", "no SPOF any more (was of \(before))")
    default: pick("SPOF van \(before) → \(after)", "SPOF of \(before) → \(after)")
    }
  }

  /// How many single points of failure a user gains and loses.
  func points(new: Int, gone: Int) -> String {
    let texts = [
      new == 0 ? nil : "+\(new) SPOF", gone == 0 ? nil : "−\(gone) SPOF",
    ]
    return texts.compactMap(\.self).joined(separator: " · ")
  }

  // MARK: - Headline

  /// What the change does to single points of failure, and for how many.
  func differenceHeadline(
    new: [String], for users: Int, gone: [String], from others: Int, _ noun: String
  ) -> String {
    let count = { (number: Int) in
      number == 1 ? "1 single point of failure" : "\(number) single points of failure"
    }
    let named = { (names: [String]) in
      let shown = names.count > 2 ? Array(names.prefix(2)) + ["…"] : names
      return "\(count(names.count)) (\(shown.joined(separator: ", ")))"
    }
    switch (new.isEmpty, gone.isEmpty) {
    case (true, true):
      return pick(
        "De wijziging geeft geen single point of failure en neemt er geen weg",
        "The change creates no single point of failure and removes none")
    case (false, true):
      return pick(
        "De wijziging geeft \(named(new)) voor \(users) \(noun)",
        "The change creates \(named(new)) for \(users) \(noun)")
    case (true, false):
      return pick(
        "De wijziging neemt \(named(gone)) weg voor \(others) \(noun)",
        "The change removes \(named(gone)) for \(others) \(noun)")
    case (false, false):
      return pick(
        "De wijziging geeft \(named(new)) voor \(users) \(noun), en neemt er \(gone.count) weg voor \(others)",
        "The change creates \(named(new)) for \(users) \(noun), and removes \(gone.count) for \(others)"
      )
    }
  }

  var noDifference: String {
    pick("Geen verandering in werking", "No change in effect")
  }

  func differenceSubtitle(_ before: String, _ after: String, _ counts: [(ShapeRole, Int)]) -> String
  {
    let texts = counts.map { role, number in
      "\(Self.glyph(of: role) ?? "") \(number) \(difference(role))"
    }
    let title = before == after ? after : "\(before) → \(after)"
    return title + ": " + texts.joined(separator: " · ")
      + pick(
        " (onderdelen, verbindingen en gedeelde oorzaken)",
        " (components, links and common causes)")
  }

  // MARK: - Notes

  /// That unchanged things far from the change are not drawn.
  func unchangedLeftOut(_ number: Int) -> String {
    pick(
      "\(count(number, nil)) zonder verandering, en niet naast een verandering, niet getekend.",
      "\(count(number, nil)) without a change, and not next to one, not drawn.")
  }

  /// That what differs in agreements and people is not drawn.
  func otherChanges(_ number: Int) -> String {
    pick(
      "\(number) \(number == 1 ? "verandering" : "veranderingen") in partijen, contracten, contacten, plannen en dergelijke niet getekend; de lijst noemt ze.",
      "\(number) \(number == 1 ? "change" : "changes") in parties, contracts, contacts, plans and the like not drawn; the list names them."
    )
  }

  var foldedUnchanged: String {
    pick("; wat gelijk gebleven is het eerst", "; what did not change first")
  }

  /// The other model of a picture.
  func comparedWith(_ name: String, _ date: String?, _ digest: String) -> String {
    let parts = [
      "\(pick("vergeleken met", "compared with")) \(name)",
      date.map { "\(pick("peildatum", "reference date")) \($0)" },
      digest.isEmpty ? nil : "sha256 \(digest.prefix(12))",
    ]
    return parts.compactMap(\.self).joined(separator: " · ")
  }
}
