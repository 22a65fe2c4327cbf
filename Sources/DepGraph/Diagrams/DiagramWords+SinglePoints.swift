/// The words of the heat map of single points of failure.
extension DiagramWords {
  /// The word for a class of the heat map.
  func heat(of role: ShapeRole) -> String {
    switch role {
    case .worst: pick("SPOF, hoogste klasse", "SPOF, highest class")
    case .serious: pick("SPOF, middelste klasse", "SPOF, middle class")
    case .minor: pick("SPOF, laagste klasse", "SPOF, lowest class")
    case .harmless: pick("geen SPOF", "no SPOF")
    case .exposed: pick("heeft een SPOF", "has a SPOF")
    case .secure: pick("geen SPOF bekend", "no known SPOF")
    default: ""
    }
  }

  /// What a line of the heat map means, in the fewest words.
  func shortly(_ role: LineRole) -> String {
    switch role {
    case .alternative: pick("alternatief", "alternative")
    case .inferred: pick("afgeleid", "inferred")
    default: meaning(of: role)
    }
  }

  /// What a question mark after a name says, in the fewest words.
  var needsMoreShortly: String { pick("verdere behoefte onbekend", "further needs unknown") }

  /// What a line about common causes means.
  func common(_ role: LineRole) -> String {
    switch role {
    case .shares: pick("deelt met anderen", "shares with others")
    case .defeats:
      pick("één oorzaak treft alle", "one cause hits all")
    case .falseAlternative:
      pick("schijnredundantie", "false redundancy")
    default: ""
    }
  }

  // MARK: - Facts

  /// How many of all a thing takes with it: "6 van 13", "13–17 van 23", or "elk 2 tot 3 van 13" where
  /// a group differs.
  func losses(_ losses: [SoleLosses.Loss], of total: Int) -> String? {
    guard total > 0, let first = losses.first else { return nil }
    let isEqual = losses.allSatisfy { $0 == first }
    let each = losses.count > 1 ? pick("elk ", "each ") : ""
    if isEqual {
      let count =
        first.certain == first.possible
        ? "\(first.possible)" : "\(first.certain)–\(first.possible)"
      return each + pick("\(count) van \(total)", "\(count) of \(total)")
    }
    let (low, high) = (
      losses.map(\.possible).min() ?? 0, losses.map(\.possible).max() ?? 0
    )
    guard low < high else { return each + pick("\(low) van \(total)", "\(low) of \(total)") }
    return each + pick("\(low) tot \(high) van \(total)", "\(low) to \(high) of \(total)")
  }

  /// How many single points of failure somebody has, with what nobody knows.
  ///
  /// - Parameters:
  ///   - counts: For each member of a group their number.
  ///   - isOpen: Whether there may be more.
  /// - Returns: The words.
  /// - Complexity: O(*n*) for *n* members.
  func points(_ counts: [Int], isOpen: Bool) -> String {
    let (low, high) = (counts.min() ?? 0, counts.max() ?? 0)
    let each = counts.count > 1 && high > 0 ? pick("elk ", "each ") : ""
    if high == 0 {
      return isOpen
        ? pick("niet te zeggen of er een SPOF is", "cannot tell if there is a SPOF")
        : pick("geen SPOF", "no SPOF")
    }
    if low == high { return "\(each)\(low) SPOF\(low == 1 ? "" : pick("’s", "s"))" }
    return each + pick("\(low) tot \(high) SPOF’s", "\(low) to \(high) SPOFs")
  }

  /// By how many a thing is shared.
  func shared(by count: Int) -> String { pick("gedeeld door \(count)", "shared by \(count)") }

  var falseRedundancy: String { pick("schijnredundantie", "false redundancy") }

  /// What is said of who rests on members of which a shared value is not known.
  func independenceAsked(_ key: String) -> String {
    pick("? onafhankelijk: \(key) onbekend", "? independent: \(key) unknown")
  }

  /// What is said of a member of which a shared value is not known.
  func notKnown(_ key: String) -> String { pick("? \(key) onbekend", "? \(key) unknown") }
}

/// The notes and the key of the heat map.
extension DiagramWords {
  /// Elements that bear on nobody asked about.
  func notBearing(_ count: Int) -> String {
    pick(
      "\(self.count(count, nil)) waar de gevraagden niet op rusten",
      "\(self.count(count, nil)) that those asked about do not rest on")
  }

  /// Common causes with one sharer.
  func loneCauses(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "oorzaak" : "oorzaken") met één gebruiker",
      "\(count) \(count == 1 ? "cause" : "causes") with a single user")
  }

  /// Dependencies that take nothing down.
  func softLeftOut(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "lijn die alleen beperkt" : "lijnen die alleen beperken")",
      "\(count) \(count == 1 ? "line that only degrades" : "lines that only degrade")")
  }

  /// Lines that follow from others.
  func impliedLeftOut(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "lijn die uit andere volgt" : "lijnen die uit andere volgen")",
      "\(count) \(count == 1 ? "line that follows from others" : "lines that follow from others")")
  }

  /// That things are not drawn.
  func notDrawn(_ things: [String]) -> String {
    pick("Niet getekend: ", "Not drawn: ") + list(things) + "."
  }

  /// That not all false redundancy is marked.
  func falseRedundancyLeftOut(_ count: Int) -> String {
    pick(
      "Nog \(count) keer schijnredundantie zonder lijnen: zie depgraph spof.",
      "False redundancy \(count) more \(count == 1 ? "time" : "times"), without lines: see depgraph spof."
    )
  }

  /// What folding did.
  var foldedAlike: String {
    pick(
      " van gelijke klasse (een pijl geldt voor ten minste één lid)",
      " of equal class (an arrow holds for at least one member)")
  }

  /// What the numbers in shapes mean: of how many users how many go down.
  func lossesKey(isRange: Bool) -> String {
    isRange
      ? pick("k–m van n vallen uit (zeker–mogelijk)", "k–m of n go down (certain–possible)")
      : pick("k van n vallen uit", "k of n go down")
  }

  /// What a dashed border means.
  var possibleClass: String {
    pick("onderbroken: zeker minder", "dashed: fewer for certain")
  }

  var causeKey: String { pick("schuine hoek: gedeelde oorzaak", "cut corner: common cause") }
}
