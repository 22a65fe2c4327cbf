/// The sentences of `diff`.
extension Phrases {
  /// Single points of failure as a sentence names them.
  struct NamedPoints {
    /// How many.
    let count: Int
    /// How many of them are only possible.
    let onlyPossible: Int
    /// Their names.
    let names: String
  }

  private static let thing = Noun(("andere zaak", "andere zaken"), ("other thing", "other things"))

  func differenceTitle(_ before: String?, _ after: String?) -> String {
    let unnamed = pick("model zonder naam", "unnamed model")
    let (old, new) = (before ?? unnamed, after ?? unnamed)
    return pick("Wat er verandert: ", "What changes: ") + (old == new ? old : "\(old) → \(new)")
  }

  // MARK: - The sentence for a change board

  func noDifference(isSameText: Bool?, remarks: Int) -> String {
    if isSameText == true {
      return pick("Beide modellen zijn dezelfde tekst.", "Both models are the same text.")
    }
    if remarks > 0 {
      let noun = Noun(("opmerking", "opmerkingen"), ("note", "notes"))
      return pick(
        "Geen verandering in werking: alleen \(count(remarks, noun)) en misschien volgorde, opmaak of commentaar verschillen.",
        "No change in effect: only \(count(remarks, noun)) and perhaps order, layout or comments differ."
      )
    }
    return pick(
      "Geen verandering in werking: hooguit volgorde, opmaak of commentaar verschillen.",
      "No change in effect: at most order, layout or comments differ.")
  }

  var differenceStopped: String {
    pick(
      " Niet alles is berekend: een grens is bereikt.",
      " Not everything was computed: a limit was reached.")
  }

  /// "voegt a toe, neemt b weg en verandert c".
  func clauses(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
    return clauses.dropLast().joined(separator: ", ") + pick(" en ", " and ") + last
  }

  /// That what the model says of itself changes: its name, its date.
  func modelClause(_ keys: [String]) -> String {
    pick("verandert van het model zelf ", "changes of the model itself ") + list(keys)
  }

  func otherThings(_ number: Int) -> String { count(number, Self.thing) }

  func pointsClause(new: NamedPoints, for users: Int, gone: NamedPoints, from others: Int) -> String
  {
    if new.count == 0, gone.count == 0 {
      return pick(
        "zij geeft geen nieuwe single points of failure en neemt er geen weg",
        "it creates no new single point of failure and removes none")
    }
    let points = { (points: NamedPoints, isNew: Bool) -> String in
      let adjective = isNew ? pick(points.count == 1 ? "nieuw " : "nieuwe ", "new ") : ""
      let noun = points.count == 1 ? "single point of failure" : "single points of failure"
      let doubt =
        points.onlyPossible == 0
        ? ""
        : points.onlyPossible == points.count
          ? pick(", mogelijk", ", possibly")
          : pick(
            ", waarvan \(points.onlyPossible) mogelijk", ", \(points.onlyPossible) of them possibly"
          )
      return "\(number(points.count)) \(adjective)\(noun) (\(points.names)\(doubt))"
    }
    let creates =
      new.count == 0
      ? pick(
        "zij geeft geen nieuwe single points of failure",
        "it creates no new single point of failure")
      : pick("zij geeft ", "it creates ") + points(new, true) + pick(" voor ", " for ")
        + count(users, Phrases.user)
    let removes =
      gone.count == 0
      ? pick(" en neemt er geen weg", " and removes none")
      : pick(" en neemt ", " and removes ") + points(gone, false) + pick(" weg voor ", " for ")
        + count(others, Phrases.user)
    return creates + removes
  }

  func newUsersClause(_ names: [String], points: Int) -> String {
    let noun = Noun(
      ("single point of failure", "single points of failure"),
      ("single point of failure", "single points of failure"))
    let who = list(names, most: 3)
    return names.count == 1
      ? pick(
        "; nieuw is \(who), met \(count(points, noun))",
        "; \(who) is new, with \(count(points, noun))")
      : pick(
        "; nieuw zijn \(who), samen met \(count(points, noun))",
        "; \(who) are new, with \(count(points, noun)) together")
  }

  func weakerClause(_ names: [String]) -> String {
    pick(
      "; \(list(names, most: 3)) \(names.count == 1 ? "valt" : "vallen") met minder storingen tegelijk uit dan eerst",
      "; \(list(names, most: 3)) now \(names.count == 1 ? "goes" : "go") down with fewer failures at once"
    )
  }

  func availabilityClause(
    of name: String, from old: UserState.Chance, to new: UserState.Chance, isWorse: Bool,
    others: Int
  ) -> String {
    let verb = isWorse ? pick("daalt", "falls") : pick("stijgt", "rises")
    let (first, second) = distinct(old, new)
    let more =
      others == 0
      ? ""
      : pick(
        " (ook van \(number(others)) \(others == 1 ? "andere" : "anderen"))",
        " (that of \(number(others)) other\(others == 1 ? "" : "s") too)")
    return pick("de beschikbaarheid van ", "availability of ") + "\(name) \(verb) "
      + pick("van ", "from ") + first + pick(" naar ", " to ") + second + more
  }

  func availabilityUntold(_ names: [String]) -> String {
    pick(
      "of de beschikbaarheid van \(list(names, most: 3)) verandert, is niet te zeggen",
      "whether availability of \(list(names, most: 3)) changes cannot be told")
  }

  func unknownsClause(new: Int, gone: Int) -> String? {
    let goneText =
      gone == 0
      ? nil
      : pick(
        "\(count(gone, Self.fact)) \(gone == 1 ? "is" : "zijn") niet langer onbekend",
        "\(count(gone, Self.fact)) \(gone == 1 ? "is" : "are") no longer unknown")
    let newText =
      new == 0
      ? nil
      : pick(
        "\(count(new, Self.fact)) \(new == 1 ? "is" : "zijn") nu onbekend",
        "\(count(new, Self.fact)) \(new == 1 ? "is" : "are") now unknown")
    let texts = [newText, goneText].compactMap(\.self)
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  // MARK: - Values before and after

  /// An availability: "99,95%", "hoogstens 99,95%", "99,5% tot 99,95%"; nil: "niet bekend".
  func availability(_ chance: UserState.Chance?) -> String {
    guard let chance else { return notKnown }
    let best = availability(missing: chance.unavailability.low)
    let worst = availability(missing: chance.unavailability.high)
    let range = best == worst ? best : worst + pick(" tot ", " to ") + best
    return (chance.isLeast ? pick("hoogstens ", "at most ") : "") + range
  }

  /// Two availabilities with so many digits that they differ, where they do.
  func distinct(_ old: UserState.Chance, _ new: UserState.Chance) -> (String, String) {
    let (first, second) = (availability(old), availability(new))
    guard first == second else { return (first, second) }
    let precise = { (chance: UserState.Chance) in
      let percent = { (missing: Double) in self.number(100 - missing * 100, decimals: 9) + "%" }
      let share = chance.unavailability
      let range =
        share.isExact
        ? percent(share.low) : percent(share.high) + self.pick(" tot ", " to ") + percent(share.low)
      return (chance.isLeast ? self.pick("hoogstens ", "at most ") : "") + range
    }
    return (precise(old), precise(new))
  }

  /// How many failures at once stop a user.
  func robustness(_ state: UserState?) -> String {
    guard let state else { return absent }
    let atMost = pick("hoogstens ", "at most ")
    if let order = state.robustness {
      return (state.isOpen && order > 1 ? atMost : "") + number(order)
    }
    guard let least = state.robustnessAtLeast else {
      return state.isOpen
        ? pick("niet te zeggen", "cannot tell") : pick("niets stopt dit", "nothing stops this")
    }
    return state.isOpen
      ? pick("ten minste \(least), voor zover bekend", "at least \(least), as far as is known")
      : pick("ten minste \(least)", "at least \(least)")
  }

  /// The longest outage that one failure gives.
  func longestOutage(_ state: UserState?) -> String {
    guard let state else { return absent }
    guard !state.points.isEmpty else { return pick("geen", "none") }
    guard let seconds = state.longestOutage else { return notKnown }
    let length = seconds.isFinite ? duration(seconds) : pick("blijvend", "for good")
    return state.withoutRepairTime.isEmpty ? length : pick("ten minste ", "at least ") + length
  }

  var absent: String { pick("bestaat niet", "does not exist") }

  /// "a → b", or what both are.
  func fromTo(_ before: String, _ after: String) -> String {
    before == after ? before : "\(before) → \(after)"
  }

  /// Whether something came, went or changed, with its sign.
  func word(_ change: DifferenceMark) -> String {
    switch change {
    case .added: pick("+ nieuw", "+ new")
    case .removed: pick("− weg", "− gone")
    case .changed: pick("△ anders", "△ changed")
    }
  }
}
