/// What the report of `diff` says beside its tables.
extension Phrases {
  var renamesIntroduction: String {
    pick(
      "Misschien hetzelfde met een andere id (een vermoeden; geteld is het als weg en als nieuw):",
      "Perhaps the same under another id (a suspicion; it is counted as gone and as new):")
  }

  func rename(_ rename: FactDifference.Rename, from before: String, to after: String) -> String {
    let kind = noun(Self.noun(for: rename.before.kind), for: 1)
    let reason =
      rename.isSameName
      ? pick("dezelfde naam", "the same name")
      : pick(
        "\(rename.sharedFacts) van \(rename.allFacts) feiten gelijk",
        "\(rename.sharedFacts) of \(rename.allFacts) facts equal")
    return "\(kind): \(before) → \(after) (\(reason))"
  }

  func remarksDiffer(_ names: [String]) -> String {
    pick(
      "Alleen de opmerking verschilt, zonder verandering in werking: \(list(names, most: 8)).",
      "Only the note differs, with no change in effect: \(list(names, most: 8)).")
  }

  func differenceNote(_ question: ModelDifference.Question) -> String {
    pick(
      "Vergeleken is wat er staat, niet hoe het staat: volgorde, opmaak en commentaar tellen niet. Single points of failure en robuustheid gelden in de \(word(question.reading)). Hersteltijden zijn die van het onderdeel zelf, anders die van het contract dat het langste belooft.",
      "Compared is what is said and not how: order, layout and comments do not count. Single points of failure and robustness are those of the \(word(question.reading)). Repair times are a component's own, else that of the contract that promises the longest."
    )
  }

  func surer(to verdict: Verdict) -> String {
    verdict == .certain
      ? pick(" (was mogelijk, nu zeker)", " (was possible, now certain)")
      : pick(" (was zeker, nu mogelijk)", " (was certain, now possible)")
  }

  func word(_ trend: UserDifference.Trend?, of user: UserDifference) -> String {
    switch trend {
    case .better: return pick("▲ beter", "▲ better")
    case .worse: return pick("▼ slechter", "▼ worse")
    case .same: return pick("gelijk", "the same")
    case .cannotTell: return pick("? niet te zeggen", "? cannot tell")
    case nil:
      if user.before == nil { return pick("+ nieuw", "+ new") }
      if user.after == nil { return pick("− weg", "− gone") }
      return user.after?.chance == nil
        ? pick("? geen cijfer meer", "? no figure any more")
        : pick("nu een cijfer", "now a figure")
    }
  }

  func sameFailures(_ names: String, count: Int, isAll: Bool) -> String {
    isAll
      ? pick(
        "De ergste storingen doen hetzelfde als eerst: \(names).",
        "The worst failures do the same as before: \(names).")
      : pick(
        "Van de ergste storingen \(count == 1 ? "doet" : "doen") hetzelfde als eerst: \(names).",
        "Of the worst failures these do the same as before: \(names).")
  }

  func falseRedundancy(_ words: FactWords, _ found: FindingDifference.Redundancy) -> String {
    pick(
      "\(words.name(found.owner)): \(words.name(found.cause)) neemt alle alternatieven tegelijk weg",
      "\(words.name(found.owner)): \(words.name(found.cause)) takes all alternatives away at once")
  }

  func doubt(_ words: FactWords, _ found: FindingDifference.Doubt) -> String {
    let whose = found.owner.map(words.name) ?? found.network ?? ""
    return pick(
      "\(whose): niet bekend of alternatieven dezelfde \(found.key) delen",
      "\(whose): not known whether alternatives share one \(found.key)")
  }
}
