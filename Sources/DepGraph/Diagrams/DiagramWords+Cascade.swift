/// The words of cascades.
extension DiagramWords {
  var subjectBand: String { pick("Onderwerp", "Subject") }
  var untoldBand: String { pick("Niet te zeggen", "Cannot tell") }

  /// The name of a band of sectors.
  func order(_ order: Int) -> String {
    switch order {
    case 0: pick("Orde 0: eigen sector", "Order 0: own sector")
    case 1: pick("Orde 1: rechtstreeks", "Order 1: directly")
    default:
      pick(
        "Orde \(order): via \(order - 1) andere", "Order \(order): through \(order - 1) other")
    }
  }

  func sectors(_ count: Int) -> String {
    "\(count) \(count == 1 ? pick("sector", "sector") : pick("sectoren", "sectors"))"
  }

  func ownSector(_ names: String) -> String { pick("sector: ", "sector: ") + names }

  /// Who is hit in a sector.
  func reached(_ users: Int, certain: Int, of organisations: Int) -> String {
    guard users > 0 else {
      return pick("geen afnemers in het model", "no consumers in the model")
    }
    let owners =
      organisations == 1
      ? pick("organisatie", "organisation") : pick("organisaties", "organisations")
    let isOne = users == 1
    let count = certain == users || certain == 0 ? "\(users)" : sureAndPossible(certain, users)
    return pick(
      "\(count) \(isOne ? "valt" : "vallen") uit, bij \(organisations) \(owners)",
      "\(count) \(isOne ? "goes" : "go") down, at \(organisations) \(owners)")
  }

  func cascadeHeadline(
    _ subject: String, isSeveral: Bool, certain: Int, possible: Int, direct: Int, depth: Int,
    through: String,
    after: Double?
  ) -> String {
    let opening = pick(
      "\(isSeveral ? "Vallen" : "Valt") \(subject) uit, dan ",
      "If \(subject) \(isSeveral ? "fail" : "fails"), ")
    let moment = after.map { pick(" binnen \(span($0))", " within \(span($0))") } ?? ""
    if possible == 0 {
      return opening
        + pick(
          "raakt dat\(moment) aantoonbaar geen andere sector",
          "no other sector is shown to be reached\(moment)")
    }
    let inAll =
      certain == possible || certain == 0
      ? "" : pick(", mogelijk \(possible) in totaal", ", possibly \(possible) in all")
    let first = certain == 0 ? possible : certain
    let sure =
      certain == 0 ? pick("mogelijk", "possibly") : pick("zeker", "for certain")
    let noun =
      first == 1 ? pick("andere sector", "other sector") : pick("andere sectoren", "other sectors")
    let isOne = possible == 1
    let ways =
      direct == possible
      ? pick(isOne ? "rechtstreeks" : "alle rechtstreeks", isOne ? "directly" : "all directly")
      : direct == 0
        ? pick("via \(through)", "through \(through)")
        : pick(
          "\(direct) rechtstreeks, \(possible - direct) via andere (tot orde \(depth))",
          "\(direct) directly, \(possible - direct) through others (up to order \(depth))")
    return opening
      + pick(
        "raakt dat\(moment) \(sure) \(first) \(noun)\(inAll): \(ways)",
        "it reaches\(moment) \(first) \(noun) \(sure)\(inAll): \(ways)")
  }

  func cascadeSubtitle(
    users: Int, certain: Int, organisations: Int, countsDegraded: Bool
  ) -> String {
    let count = certain == users ? "\(users)" : sureAndPossible(certain, users)
    let hit = count + " " + self.users([.consumer, .process], count: users)
    let owners =
      organisations == 1
      ? pick("organisatie", "organisation") : pick("organisaties", "organisations")
    let isOne = users == 1
    let degraded =
      countsDegraded
      ? pick(isOne ? " of werkt beperkt" : " of werken beperkt", " or work degraded") : ""
    return pick(
      "In alle sectoren samen \(isOne ? "valt" : "vallen") \(hit) van \(organisations) \(owners) uit\(degraded).",
      "In all sectors together \(hit) of \(organisations) \(owners) \(isOne ? "goes" : "go") down\(degraded)."
    )
  }

  var orderKey: String {
    pick(
      "Orde: het kleinste aantal sectorgrenzen op weg erheen. Getekend is van elke sector één kortste weg.",
      "Order: the least number of borders between sectors on the way. One shortest way to each sector is drawn."
    )
  }

  func withoutSector(_ count: Int) -> String {
    pick(
      "\(count) \(users([.consumer, .process], count: count)) zonder sector \(count == 1 ? "is" : "zijn") niet getekend.",
      "\(count) \(users([.consumer, .process], count: count)) without a sector \(count == 1 ? "is" : "are") not drawn."
    )
  }

  func sectorsFolded(_ members: Int, into groups: Int) -> String {
    pick(
      "\(sectors(members)) samengenomen in \(groups) \(groups == 1 ? "groep" : "groepen").",
      "\(sectors(members)) drawn as \(groups) \(groups == 1 ? "group" : "groups").")
  }
}
