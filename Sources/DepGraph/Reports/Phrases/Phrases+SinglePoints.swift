/// What is said about single points of failure.
extension Phrases {
  func spofTitle(_ targets: [String]) -> String {
    targets.isEmpty
      ? pick("Single points of failure", "Single points of failure")
      : pick("Single points of failure van ", "Single points of failure of ") + list(targets)
  }

  /// How many of the targets have one, and which one takes the most.
  func spofSentence(
    hit: Int, onlyPossible: Int, unknown: Int, of total: Int, areUsers: Bool,
    widest: (name: String, users: Int)?, widestComponents: Int
  ) -> String {
    if total == 0 { return spofsWithoutTargets(widestComponents: widestComponents) }
    if total == 1 {
      return spofsOfOne(hit: hit, onlyPossible: onlyPossible) + spofsUnknown(unknown)
    }
    let things = self.noun(areUsers ? Self.user : Self.component, for: total)
    let doubt =
      onlyPossible == 0
      ? ""
      : pick(
        " (bij \(number(onlyPossible)) alleen mogelijk)",
        " (\(number(onlyPossible)) only possibly)")
    var sentence = pick(
      "Van de \(number(total)) \(things) \(hit == 1 ? "heeft" : "hebben") \(number(hit)) een single point of failure (SPOF): één ding dat alleen al uitval betekent\(doubt).",
      "Of the \(number(total)) \(things), \(number(hit)) \(hit == 1 ? "has" : "have") a single point of failure (SPOF): one thing whose failure is enough\(doubt)."
    )
    sentence += spofsUnknown(unknown)
    if let widest {
      sentence += pick(
        " Het meest neemt \(widest.name) mee: \(count(widest.users, Self.user)).",
        " \(widest.name) takes down the most: \(count(widest.users, Self.user)).")
    }
    return sentence
  }

  private func spofsOfOne(hit: Int, onlyPossible: Int) -> String {
    if hit == 0 {
      return pick(
        "Er is voor zover bekend geen single point of failure (SPOF).",
        "As far as is known there is no single point of failure (SPOF).")
    }
    return onlyPossible == 0
      ? pick(
        "Er is ten minste één single point of failure (SPOF): één ding dat alleen dit doet uitvallen.",
        "There is at least one single point of failure (SPOF): one thing that takes this down alone."
      )
      : pick(
        "Er is mogelijk een single point of failure (SPOF): één ding dat alleen dit doet uitvallen; geen is zeker.",
        "There may be a single point of failure (SPOF): one thing that takes this down alone; none is certain."
      )
  }

  private func spofsUnknown(_ count: Int) -> String {
    count == 0
      ? ""
      : pick(
        " Bij \(number(count)) is er geen bekend, maar is ook niet alles bekend.",
        " For \(number(count)) none is known, but not everything is known either.")
  }

  private func spofsWithoutTargets(widestComponents: Int) -> String {
    widestComponents == 0
      ? pick(
        "Het model kent geen afnemers of processen, en voor zover bekend neemt geen onderdeel een ander mee als het uitvalt.",
        "The model knows no consumers or processes, and as far as is known no component takes another down."
      )
      : pick(
        "Het model kent geen afnemers of processen; hieronder staat wat onderdelen meenemen als ze uitvallen.",
        "The model knows no consumers or processes; below is what components take down when they fail."
      )
  }

  // MARK: - Targets

  var spofTargetsHeading: String {
    pick("Wat wie kan doen uitvallen", "What can take down whom")
  }
  var robustnessTitle: String { pick("Robuustheid", "Robustness") }
  var spofsTitle: String { pick("Single points of failure", "Single points of failure") }
  var unknownNeedsTitle: String { pick("Niet bekend", "Not known") }
  var noSpof: String { pick("geen", "none") }
  var noSpofKnown: String { pick("geen bekend", "none known") }
  var notKnown: String { pick("niet bekend", "not known") }

  /// Names of what is only possible; nothing for none.
  func possibly(_ names: String) -> String {
    names.isEmpty ? "" : pick("mogelijk: ", "possibly: ") + names
  }

  /// Of how many things it is not known what they need.
  func unknownNeeds(isItself: Bool, others: [String]) -> String {
    let itself = isItself ? [pick("dit zelf", "this itself")] : []
    let rest =
      others.count > 2
      ? [pick("\(number(others.count)) andere", "\(number(others.count)) others")] : others
    let who = itself + rest
    guard !who.isEmpty else { return "" }
    let isOne = itself.count + others.count == 1
    return pick(
      "wat \(list(who)) nodig \(isOne ? "heeft" : "hebben")",
      "what \(list(who)) \(isOne ? "needs" : "need")")
  }

  /// That alternatives may share something.
  func doubtAbout(_ key: String) -> String {
    pick("of alternatieven dezelfde \(key) delen", "whether alternatives share one \(key)")
  }

  /// "2", "ten minste 4", "hoogstens 1".
  func robustness(
    _ robustness: Robustness, isAtMost: Bool, isCertain: Bool
  ) -> String {
    if robustness.order == 1, !isCertain { return pick("mogelijk 1", "possibly 1") }
    let atMost = pick("hoogstens ", "at most ")
    // Fewer than one cannot be.
    if let order = robustness.order { return (isAtMost && order > 1 ? atMost : "") + number(order) }
    guard let atLeast = robustness.atLeast else {
      return isAtMost
        ? pick("niet te zeggen", "cannot tell")
        : pick("niets stopt dit", "nothing stops this")
    }
    return isAtMost
      ? pick(
        "ten minste \(atLeast), voor zover bekend", "at least \(atLeast), as far as is known")
      : pick("ten minste \(atLeast)", "at least \(atLeast)")
  }

  func spofTargetsNote(hasUnknown: Bool) -> String {
    pick(
      "Robuustheid: hoeveel dingen ten minste tegelijk moeten uitvallen. 1: een single point of failure; 2: bestand tegen elke enkele uitval (N−1); 3: tegen elke twee (N−2).",
      "Robustness: how many things at least must fail at once. 1: a single point of failure; 2: withstands any single failure (N−1); 3: any two (N−2)."
    )
      + (hasUnknown
        ? pick(
          " Hoogstens: niet alles waar dit op rust is bekend.",
          " At most: not everything that this rests on is known.") : "")
  }

  // MARK: - Ranking

  var rankingHeading: String {
    pick("Wat het meest meeneemt als het uitvalt", "What takes the most with it when it fails")
  }
  var causeTitle: String { pick("Oorzaak", "Cause") }
  var consumersTitle: String { pick("Afnemers", "Consumers") }
  var processesTitle: String { pick("Processen", "Processes") }
  var organisationsTitle: String { pick("Organisaties", "Organisations") }
  var peopleTitle: String { pick("Mensen", "People") }
  var allComponentsTitle: String { pick("Alle onderdelen", "All components") }
  var commonCause: String { pick("gedeelde oorzaak", "common cause") }

  /// A range of people, or that nothing is known.
  func people(_ range: Consequences.Range, counted: Int) -> String {
    if counted == 0 { return "–" }
    guard range.hasNumber(among: counted) else { return "?" }
    let ends = [range.low, range.high].map { number($0, decimals: 0) }
    let text = range.low == range.high ? ends[0] : ends.joined(separator: pick(" tot ", " to "))
    return text + (range.incomplete.isEmpty ? "" : "*")
  }

  func rankingNote(rest: Int) -> String {
    let star = pick(
      "Mensen: van de grootste zekere groep tot de som van alle mogelijke, als alles lang genoeg duurt; *: niet van iedereen is een getal bekend; ?: van niemand. De aantallen zijn die in de ongunstigste lezing.",
      "People: from the largest certain group to the sum of all possible ones, if it lasts long enough; *: for some no number is known; ?: for none. The counts are those of the least favourable reading."
    )
    if rest == 0 { return star }
    return star
      + pick(
        " Nog \(number(rest)) in de uitvoer met --format json.",
        " \(number(rest)) more in the output with --format json.")
  }

  // MARK: - Groups

  func groupHeading(_ kind: GroupFailure.Kind) -> String {
    switch kind {
    case .supplier:
      pick(
        "Als één foutieve update alle producten van een leverancier treft",
        "If one faulty update hits all products of a supplier")
    case .contract:
      pick("Als alles onder één contract uitvalt", "If all under one contract fails")
    case .operator:
      pick("Als alles van één beheerder uitvalt", "If all that one party operates fails")
    case .party:
      pick(
        "Als alles van één eigenaar of beheerder uitvalt",
        "If all that one party owns or operates fails")
    }
  }

  func groupTitle(_ kind: GroupFailure.Kind) -> String {
    switch kind {
    case .supplier: pick("Leverancier", "Supplier")
    case .contract: pick("Contract", "Contract")
    case .operator: pick("Beheerder", "Operator")
    case .party: pick("Partij", "Party")
    }
  }

  var membersTitle: String { pick("Wat uitvalt", "What fails") }
  var fallingTitle: String { pick("Wie meegaat", "Who goes down with it") }

  /// A count, or a least one.
  func count(_ count: Int, isComplete: Bool) -> String {
    isComplete ? number(count) : pick("≥ ", "≥ ") + number(count)
  }

  func groupNote(hasUnknown: Bool) -> String {
    pick(
      "Dit zijn geen single points of failure: alles tegelijk is een aanname.",
      "These are no single points of failure: that all fails at once is an assumption.")
      + (hasUnknown
        ? pick(
          " ≥: het model kent niet alles wat erbij hoort.",
          " ≥: the model does not know all that belongs to it.") : "")
  }

  // MARK: - Networks

  private static let node = Noun(("knooppunt", "knooppunten"), ("node", "nodes"))
  private static let link = Noun(("verbinding", "verbindingen"), ("link", "links"))

  var networksHeading: String { pick("Netwerken", "Networks") }

  func networkLine(
    _ name: String, nodes: Int, links: Int, parts: Int, articulationPoints: Int, bridges: Int
  ) -> String {
    let shape = "\(name): \(count(nodes, Self.node)), \(count(links, Self.link))"
    let pieces =
      parts > 1
      ? pick("; in \(number(parts)) losse delen", "; in \(number(parts)) separate parts") : ""
    if articulationPoints + bridges == 0 {
      return shape + pieces
        + pick(
          "; geen enkel knooppunt en geen enkele verbinding splitst het.",
          "; no single node and no single link splits it.")
    }
    return shape + pieces
      + pick(
        "; het wordt gesplitst door \(count(articulationPoints, Self.node)) en \(count(bridges, Self.link)):",
        "; it is split by \(count(articulationPoints, Self.node)) and \(count(bridges, Self.link)):"
      )
  }

  /// Into which parts a network falls.
  func split(_ name: String, parts: [[String]]) -> String {
    pick("zonder \(name): ", "without \(name): ")
      + parts.map(shortened).joined(separator: pick(" | los van | ", " | apart from | "))
  }

  private func shortened(_ names: [String]) -> String {
    guard names.count > Report.mostNames else { return list(names) }
    let rest = names.count - Report.mostNames
    return names.prefix(Report.mostNames).joined(separator: ", ")
      + pick(" en nog \(number(rest))", " and \(number(rest)) more")
  }

  var networksNote: String {
    pick(
      "Dit gaat over de vorm van het netwerk. Of iemand de weg nodig heeft die dan ontbreekt, zeggen de single points of failure hierboven.",
      "This is about the shape of the network. Whether anybody needs the way that is then missing, the single points of failure above say."
    )
  }

  // MARK: - A network that falls apart

  var splitHeading: String { pick("Netwerken die uiteenvallen", "Networks that fall apart") }

  func splitLine(network: String, down: [String]) -> String {
    pick(
      "\(network) valt in delen uiteen, zonder \(list(down)). Binnen een deel is er nog een weg, ertussen niet:",
      "\(network) falls apart, without \(list(down)). Within a part there is still a way, between them there is none:"
    )
  }
}
