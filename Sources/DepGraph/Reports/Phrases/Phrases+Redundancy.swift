/// What is said about redundancy in name only, and about proofs.
extension Phrases {
  var falseRedundancyHeading: String { pick("Schijnredundantie", "False redundancy") }

  var noFalseRedundancy: String {
    pick(
      "Het model kent geen alternatieven of wegen die één oorzaak alle wegneemt.",
      "The model knows no alternatives or ways that one cause takes away together.")
  }

  func falseAlternatives(_ owner: String, members: [String], location: String) -> String {
    if members.count == 1 {
      return pick(
        "\(owner): \(members[0]) staat er meer dan eens, en vervangt zichzelf niet (\(location)).",
        "\(owner): \(members[0]) stands there more than once, and cannot stand in for itself (\(location))."
      )
    }
    return pick(
      "\(owner): \(list(members)) vervangen elkaar niet (\(location)).",
      "\(owner): \(list(members)) do not stand in for each other (\(location)).")
  }

  func falseWays(network: String, cause: String, users: [String]) -> String {
    pick(
      "Netwerk \(network): alle wegen vallen weg door \(cause); dat raakt \(list(users)).",
      "Network \(network): all ways are cut by \(cause); that hits \(list(users)).")
  }

  func fallsWith(_ cause: String) -> String {
    pick("Valt weg door \(cause):", "Defeated by \(cause):")
  }

  func fallsWithMember(_ member: String, isAlone: Bool) -> String {
    if isAlone {
      return pick(
        "Valt weg door een van de alternatieven zelf, \(member), dat meer dan eens meetelt:",
        "Defeated by one of the alternatives itself, \(member), which counts more than once:")
    }
    return pick(
      "Valt weg door een van de alternatieven zelf, \(member), waar de andere op leunen:",
      "Defeated by one of the alternatives itself, \(member), on which the others lean:")
  }

  /// What to change so that alternatives hold.
  ///
  /// - Parameters:
  ///   - cause: The name of the cause.
  ///   - key: Its key and value, if it is a value that the members share.
  ///   - fallen: The members that fall with it, in order.
  ///   - count: How many of them must become independent.
  /// - Returns: A sentence.
  /// - Complexity: O(*n*²) for *n* members.
  func change(
    cause: String, key: (key: String, value: String)?, fallen: [String], count: Int
  ) -> String {
    var members: [String] = []
    for member in fallen where !members.contains(member) { members.append(member) }
    let which =
      members.count == 1
      ? members[0]
      : pick(
        "ten minste \(number(count)) van \(list(members))",
        "at least \(number(count)) of \(list(members))")
    if let key {
      return pick(
        "Te doen: geef \(which) een andere waarde voor \(key.key) dan \(key.value).",
        "To do: give \(which) another \(key.key) than \(key.value).")
    }
    return pick(
      "Te doen: maak \(which) los van \(cause).", "To do: make \(which) independent of \(cause).")
  }

  /// What to change where an alternative counts more than once.
  func changeOfRepeated(_ member: String) -> String {
    pick(
      "Te doen: zet iets anders in de plaats van \(member), waar het nog eens staat.",
      "To do: put something else in the place of \(member), where it stands once more.")
  }

  /// What to change so that a way over a network holds.
  func changeOfPath(cause: String) -> String {
    pick(
      "Te doen: houd één weg los van \(cause).",
      "To do: keep one way independent of \(cause).")
  }

  // MARK: - Not shown

  var notShownHeading: String {
    pick("Onafhankelijkheid niet aangetoond", "Independence not shown")
  }

  func groupOf(_ owner: String, _ location: String) -> String { "\(owner) (\(location))" }
  func network(_ name: String) -> String { pick("netwerk \(name)", "network \(name)") }

  func notShown(
    _ subject: String, key: String, members: [String], others: [String]
  ) -> String {
    let known =
      others.isEmpty
      ? ""
      : pick(
        "; het kan dezelfde zijn als van \(list(others))",
        "; it may be the same as that of \(list(others))")
    return pick(
      "\(subject): \(key) is onbekend van \(list(members))\(known).",
      "\(subject): the \(key) of \(list(members)) is not known\(known).")
  }

  var notShownNote: String {
    pick(
      "Vraag het na bij wie het kan weten: is het dezelfde, dan is de redundantie schijn.",
      "Ask who can know: if it is the same, the redundancy is false.")
  }

  // MARK: - Proof

  var proofHeading: String { pick("Bewijs", "Proof") }

  func provenBySpof(_ count: Int) -> String {
    count == 1
      ? pick("Robuustheid 1: één ding is genoeg.", "Robustness 1: one thing is enough.")
      : pick(
        "Robuustheid 1, bij \(number(count)): één ding is genoeg, bijvoorbeeld:",
        "Robustness 1, for \(number(count)): one thing is enough, for example:")
  }

  func way(_ number: Int) -> String { pick("weg \(number): ", "way \(number): ") }

  /// What is proven of a target's robustness, and how.
  func proof(
    _ target: String, _ robustness: Robustness, cut: [String], isKnown: Bool
  ) -> String {
    let ways = robustness.ways.count
    let target = isKnown ? target : target + pick(", voor zover bekend", ", as far as is known")
    guard let atLeast = robustness.atLeast else {
      return pick(
        "\(target): niets wat kan uitvallen is hiervoor nodig.",
        "\(target): nothing that can fail is needed for it.")
    }
    let enough =
      cut.isEmpty
      ? pick(
        "\(target): geen \(number(atLeast - 1)) dingen samen zijn genoeg",
        "\(target): no \(number(atLeast - 1)) things together are enough")
      : pick(
        "\(target): samen genoeg zijn \(list(cut)), minder niet",
        "\(target): together \(list(cut)) are enough, fewer are not")
    return enough
      + (robustness.waysAreDisjoint
        ? pick(
          ", want \(number(ways)) wegen hebben niets gemeen:",
          ", for \(number(ways)) ways have nothing in common:")
        : atLeast == 2
          ? pick(
            ", want niets ligt op alle \(number(ways)) wegen:",
            ", for nothing lies on all of \(number(ways)) ways:")
          : pick(
            ", want geen \(number(atLeast - 1)) dingen raken alle \(number(ways)) wegen:",
            ", for no \(number(atLeast - 1)) things hit all of \(number(ways)) ways:"))
  }

  var proofNote: String {
    pick(
      "Een weg is een stel onderdelen dat het alleen draaiende houdt, al valt al het andere uit. Op elke weg moet iets uitvallen; wie dat op alle wegen tegelijk wil, heeft zoveel dingen nodig als de robuustheid zegt.",
      "A way is a set of components that keeps it running alone, though all else fails. On each way something must fail; to do that on all ways at once takes as many things as the robustness says."
    )
  }
}
