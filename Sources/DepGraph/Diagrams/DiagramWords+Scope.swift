/// The words of what is left out, folded, pointed out or turned on request.
extension DiagramWords {
  /// How an arrow is read that leads to what is needed.
  var arrowOfNeed: String { pick("A ▶ B: A hangt af van B", "A ▶ B: A depends on B") }

  /// How an arrow is read that leads to who is hit.
  var arrowOfSpread: String {
    pick("A ▶ B: uitval van A raakt B", "A ▶ B: a failure of A hits B")
  }

  /// That a shape is pointed out.
  var pointedOut: String { pick("uitgelicht", "pointed out") }

  /// The line of the key for what is pointed out.
  var pointedOutKey: String { "★ \(pointedOut)" }

  /// What a line means whose arrow leads from who is hit to what failed; nil: the same both ways.
  func turned(_ role: LineRole) -> String? {
    switch role {
    case .spreads: pick("valt uit door", "goes down through")
    case .mayspread: pick("valt mogelijk uit door", "possibly goes down through")
    case .weakens: pick("wordt verzwakt door", "is weakened by")
    case .holds: pick("houdt stand zonder", "holds without")
    case .leans: pick("minder reserve door", "reduced redundancy through")
    case .carries: pick("wordt gedragen door", "is carried by")
    case .soft: pick("uitval beperkt de ander", "its failure degrades the other")
    default: nil
    }
  }

  /// That only the surroundings of something are drawn.
  func onlyNear(_ name: String, hops: Int, leftOut: Int) -> String {
    pick(
      "Alleen wat binnen \(hops) \(hops == 1 ? "stap" : "stappen") van ‘\(name)’ ligt; \(count(leftOut, nil)) niet getekend.",
      "Only what lies within \(hops) \(hops == 1 ? "step" : "steps") of ‘\(name)’; \(count(leftOut, nil)) not drawn."
    )
  }

  /// That elements were folded together on request.
  func collapsed(by grouping: ViewScope.Grouping, _ members: Int, into groups: Int) -> String {
    guard groups > 0 else {
      return pick(
        "Niets samen te nemen per \(word(for: grouping)).",
        "Nothing to draw together by \(word(for: grouping)).")
    }
    let arrows = pick(
      "; een pijl van of naar een groep geldt voor ten minste één lid",
      "; an arrow from or to a group holds for at least one member")
    return pick(
      "\(count(members, nil)) per \(word(for: grouping)) samengenomen in \(groups) \(groups == 1 ? "groep" : "groepen")\(arrows).",
      "\(count(members, nil)) drawn together by \(word(for: grouping)) as \(groups) \(groups == 1 ? "group" : "groups")\(arrows)."
    )
  }

  private func word(for grouping: ViewScope.Grouping) -> String {
    switch grouping {
    case .layer: pick("laag", "layer")
    case .site: pick("locatie", "site")
    case .owner: pick("eigenaar", "owner")
    case .kind: pick("soort", "kind")
    case .sector: "sector"
    }
  }
}
