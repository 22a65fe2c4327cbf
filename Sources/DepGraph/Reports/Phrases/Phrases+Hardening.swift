extension Phrases {
  private static let spof = Noun(
    ("single point of failure", "single points of failure"),
    ("single point of failure", "single points of failure"))

  func hardenTitle(_ weight: Hardening.Weight) -> String {
    let start = pick(
      "Welke ene verandering de meeste single points of failure wegneemt",
      "Which one change takes the most single points of failure away")
    switch weight {
    case .spofs: return start
    case .users: return start + pick(", gewogen naar gebruikers", ", weighed by users")
    case .people:
      return start + pick(", gewogen naar getroffen mensen", ", weighed by people affected")
    }
  }

  /// A change as something to do, without a full stop: "Geef kern-2 andere software dan …".
  func order(_ change: Reinforcement, _ parts: Reinforcement.Parts, _ names: DisplayNames) -> String
  {
    let of = parts.of.map(names.named)
    let component = parts.component.map(names.named) ?? ""
    switch change {
    case .ownValue: return ownValue(component, instead: list(of), key: parts.key ?? "")
    case .dissolution:
      return pick(
        "Laat \(list(of)) niet langer delen: geef elk iets eigens (\(list(parts.sharers.map(names.name))))",
        "Stop sharing \(list(of)): give each its own (\(list(parts.sharers.map(names.name))))")
    case .alternative:
      return pick(
        "Zorg voor een onafhankelijk alternatief voor \(component), voor alles wat het nodig heeft",
        "Provide an independent alternative to \(component), for everything that needs it")
    case .besides:
      let what = parts.isWay ? way(of) : list(of)
      return pick(
        "Geef \(component) een onafhankelijk alternatief naast \(what)",
        "Give \(component) an independent alternative besides \(what)")
    }
  }

  private func way(_ ends: [String]) -> String {
    let others = list(Array(ends.dropFirst()))
    return pick(
      "de weg van \(ends.first ?? "") naar \(others)",
      "the way from \(ends.first ?? "") to \(others)")
  }

  private func ownValue(_ sharer: String, instead cause: String, key: String) -> String {
    switch key {
    case "software":
      pick(
        "Geef \(sharer) andere software dan \(cause)", "Give \(sharer) other software than \(cause)"
      )
    case "site":
      pick(
        "Zet \(sharer) op een andere locatie dan \(cause)",
        "Put \(sharer) on another site than \(cause)")
    case "duct":
      pick(
        "Leg \(sharer) in een andere geul dan \(cause)",
        "Lay \(sharer) in another duct than \(cause)")
    default:
      pick(
        "Laat \(sharer) niet langer \(cause) delen (\(key))",
        "Let \(sharer) no longer share \(cause) (\(key))")
    }
  }

  /// ": neemt 14 van de 61 single points of failure weg".
  func takesAway(_ before: Hardening.Tally, _ after: Hardening.Tally, isWeighed: Bool) -> String {
    let taken = before.singlePoints - after.singlePoints
    let share = percentage((before.weight - after.weight) / before.weight)
    let things = noun(Self.spof, for: before.singlePoints)
    let weight = isWeighed ? pick(", gewogen \(share)", ", \(share) by weight") : ""
    return pick(
      ": neemt \(number(taken)) van de \(number(before.singlePoints)) bekende \(things) weg\(weight).",
      ": takes \(number(taken)) of the \(number(before.singlePoints)) known \(things) away\(weight)."
    )
  }

  /// Who has none left.
  func freed(_ names: [String]) -> String {
    if names.isEmpty { return "" }
    return pick(
      " Geen bekend single point of failure meer heeft: \(list(names)).",
      " No known single point of failure is left for \(list(names)).")
  }

  func nothingToHarden(
    _ count: Int, targets: Int, isComplete: Bool, lackNumbers: Bool
  ) -> String {
    if targets == 0 {
      return pick(
        "Het model kent geen afnemers en processen; er is niets te versterken.",
        "The model knows no consumers or processes; there is nothing to harden.")
    }
    if !isComplete { return hardenStopped }
    if count == 0 {
      return pick(
        "Voor zover bekend zijn er geen single points of failure.",
        "As far as is known there are no single points of failure.")
    }
    if lackNumbers {
      return pick(
        "Niet te zeggen: geen doel met een single point of failure dat weg te nemen is, heeft een getal om mee te wegen (er zijn er \(number(count)) bekend).",
        "It cannot be told: no target with a single point of failure that can be taken away has a number to weigh by (\(number(count)) are known)."
      )
    }
    return pick(
      "Geen enkele verandering neemt een single point of failure weg (er zijn er \(number(count))).",
      "No single change takes a single point of failure away (there are \(number(count))).")
  }

  var hardenStopped: String {
    pick(
      "Het zoeken is gestopt voordat elke verandering was bekeken; er kan een betere zijn.",
      "The search was stopped before every change was looked at; there may be a better one.")
  }

  func hardenNote(
    _ before: Hardening.Tally, targets: Int, changes: Int, _ reading: Reading
  ) -> String {
    pick(
      "Geteld is elk paar van een doel en een single point of failure ervan: nu \(number(before.singlePoints)), bij \(number(before.exposed)) van de \(number(targets)) doelen (\(word(reading))). Van \(number(changes)) veranderingen staan de beste hier; elk is op het model uitgevoerd en daarna opnieuw geteld. Ze tellen niet bij elkaar op. Onafhankelijk wil zeggen: het nieuwe deelt niets met wat er is.",
      "Counted is each pair of a target and a single point of failure of it: now \(number(before.singlePoints)), at \(number(before.exposed)) of \(number(targets)) targets (\(word(reading))). Of \(number(changes)) changes the best are here; each was carried out on the model and counted again. They do not add up. Independent means: what is new shares nothing with what is there."
    )
  }

  var weighsNothing: String {
    pick(
      "Zonder getal, en daarom zonder gewicht: ", "Without a number, and so without weight: ")
  }

  var mayHaveMore: String {
    pick(
      "Kan er meer hebben, omdat niet bekend is wat het nodig heeft: ",
      "May have more, because it is not known what it needs: ")
  }

  /// The same where no target's needs are fully known.
  func allMayHaveMore(_ count: Int) -> String {
    pick(
      "Van geen van de \(number(count)) doelen is volledig bekend wat ze nodig hebben: elk kan er meer hebben.",
      "For none of the \(number(count)) targets is it fully known what they need: each may have more."
    )
  }

  var changeTitle: String { pick("Verandering", "Change") }
  var takenTitle: String { pick("Neemt weg", "Takes away") }
  var leftTitle: String { pick("Blijven over", "Left") }
  var freedTitle: String { pick("Heeft er geen meer", "Has none left") }

  func weightTitle(_ weight: Hardening.Weight) -> String {
    switch weight {
    case .spofs: pick("Gewogen", "By weight")
    case .users: pick("Naar gebruikers", "By users")
    case .people: pick("Naar mensen", "By people")
    }
  }
}
