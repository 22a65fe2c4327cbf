/// What is said about what keeps a component up, and what brings it back.
extension Phrases {
  func pathSetsTitle(_ name: String) -> String {
    pick("Wat \(name) in de lucht houdt", "What keeps \(name) up")
  }

  func bringBackTitle(_ name: String) -> String {
    pick("Wat \(name) terugbrengt", "What brings \(name) back")
  }

  /// How many ways there are to keep something up, and the smallest.
  func pathSetsSentence(_ paths: PathSets, name: String, first: [String]?) -> String {
    let known = paths.openEnds.areThere ? pick(", voor zover bekend", ", as far as is known") : ""
    guard let first else { return notFound(paths) }
    if first.isEmpty {
      return known.isEmpty
        ? pick(
          "\(name) blijft werken wat er ook uitvalt.", "\(name) keeps working whatever fails.")
        : pick(
          "Wat \(name) in de lucht houdt is niet te zeggen: waar het op rust is niet volledig bekend.",
          "What keeps \(name) up cannot be told: what it rests on is not fully known.")
    }
    let least = paths.isComplete ? "" : pick("ten minste ", "at least ")
    return pick(
      "\(name) werkt zolang van \(least)\(ways(paths.counts)) er één geheel werkt\(known); de kleinste vraagt \(number(first.count)) \(first.count == 1 ? "ding" : "dingen").",
      "\(name) works as long as one of \(least)\(ways(paths.counts)) works as a whole\(known); the smallest takes \(number(first.count)) \(first.count == 1 ? "thing" : "things")."
    )
  }

  /// What must be repaired first of all.
  func bringBackSentence(
    _ paths: PathSets, name: String, failure: [String], first: [String]?
  ) -> String {
    let lost = failure.count > 3 ? count(failure.count, Self.component) : list(failure)
    guard let first else { return notFound(paths) }
    if first.isEmpty {
      return pick(
        "\(name) werkt ook na uitval van \(lost): er hoeft niets hersteld te worden.",
        "\(name) works in spite of losing \(lost): nothing has to be repaired.")
    }
    let others =
      paths.counts.total == "1"
      ? pick(" Anders kan het niet.", " There is no other way.")
      : pick(
        " Er zijn \(paths.isComplete ? "" : "ten minste ")\(ways(paths.counts)).",
        " There are \(paths.isComplete ? "" : "at least ")\(ways(paths.counts)).")
    return pick(
      "Na uitval van \(lost) brengt herstel van \(list(first)) \(name) terug.",
      "After losing \(lost), repairing \(list(first)) brings \(name) back.") + others
  }

  private func notFound(_ paths: PathSets) -> String {
    guard paths.isComplete, let order = paths.countedUpTo else {
      return pick(
        "Niet bekend: de grens was bereikt voordat er iets gevonden was.",
        "Not known: the limit was reached before anything was found.")
    }
    return pick(
      "Met ten hoogste \(number(order)) dingen lukt het niet.",
      "At most \(number(order)) things are not enough.")
  }

  var cheapestHeading: String { pick("Wat het minst vraagt", "What takes least") }

  func leastTotal(_ what: String, seconds: Double) -> String {
    pick(
      "Na elkaar hersteld: \(what), samen \(duration(seconds)).",
      "Repaired one after the other: \(what), \(duration(seconds)) in all.")
  }

  func leastLongest(_ what: String, seconds: Double) -> String {
    pick(
      "Tegelijk hersteld: \(what), na \(duration(seconds)).",
      "Repaired all at once: \(what), after \(duration(seconds)).")
  }

  var pathSetsHeading: String { pick("De kleinste eerst", "The smallest first") }
  var bringBackHeading: String {
    pick("Wat te herstellen, het minste eerst", "What to repair, the least first")
  }
  var pathSetCountsHeading: String { pick("Hoeveel dingen het vraagt", "How many things it takes") }
  var workTogetherTitle: String { pick("Wat samen genoeg is", "What is enough together") }
  var repairTogetherTitle: String { pick("Wat te herstellen", "What to repair") }
  var totalTimeTitle: String { pick("Na elkaar", "One by one") }
  var longestTimeTitle: String { pick("Tegelijk", "At once") }

  var bringBackNote: String {
    pick(
      "Teruggebracht: er ontbreekt niets meer dat nodig is. Of het dan ook vanzelf start, zegt depgraph coldstart. Tijden: de eigen hersteltijd, anders de langste afgesproken.",
      "Brought back: nothing that is needed is missing any more. Whether it then starts by itself, depgraph coldstart tells. Times: its own time to repair, else the longest one agreed."
    )
  }

  var neededAlways: String { pick("In elk geval nodig: ", "Needed in any case: ") }
  var nothingElse: String { pick("niets meer", "nothing else") }

  var withoutRepairTime: String {
    pick(
      "Zonder hersteltijd, en daarom niet vergeleken: ",
      "Without a repair time, and so not compared: ")
  }
}
