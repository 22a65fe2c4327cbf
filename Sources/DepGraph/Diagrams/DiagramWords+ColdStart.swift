extension DiagramWords {
  /// The word for a role of a cold start.
  func startWord(for role: ShapeRole) -> String {
    switch role {
    case .breaker: pick("doorbreker", "breaker")
    case .locked: pick("wacht op elkaar", "wait for each other")
    case .waiting: pick("wacht op de impasse", "waits for the deadlock")
    default: pick("start vanzelf", "starts by itself")
    }
  }

  // MARK: - Bands

  /// "Stap 3", "Stap 4–7".
  func steps(_ range: ClosedRange<Int>) -> String {
    let numbers =
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    return range.count == 1
      ? pick("Stap \(numbers)", "Step \(numbers)") : pick("Stap \(numbers)", "Steps \(numbers)")
  }

  /// The name of a deadlock's band; nil: it is the only one.
  func deadlockBand(_ number: Int?) -> String {
    pick("Impasse", "Deadlock") + (number.map { " \($0)" } ?? "")
  }

  var otherDeadlocksBand: String { pick("Andere impasses", "Other deadlocks") }
  var blockedBand: String { pick("Geblokkeerd", "Blocked") }

  // MARK: - Sentences

  /// What a black-out comes to.
  ///
  /// - Parameters:
  ///   - locked: The names in each deadlock.
  ///   - waiting: How many components do not start by themselves.
  ///   - all: How many would run.
  ///   - steps: In how many steps the rest starts.
  ///   - isKnown: Whether all is known that anything needs.
  /// - Returns: A sentence without a full stop.
  func startHeadline(
    locked: [[String]], waiting: Int, of all: Int, steps: Int, isKnown: Bool
  ) -> String {
    guard let first = locked.first else {
      if all == 0 { return pick("Er is niets om op te starten", "There is nothing to start") }
      let known = isKnown ? "" : pick("voor zover bekend ", ", as far as is known,")
      return pick(
        "Na volledige uitval start \(known)alles vanzelf, in \(steps) \(steps == 1 ? "stap" : "stappen")",
        "After a complete outage\(known) everything starts by itself, in \(steps) \(steps == 1 ? "step" : "steps")"
      )
    }
    let rest = pick(
      "\(waiting) van de \(all) onderdelen \(waiting == 1 ? "start" : "starten") niet vanzelf",
      "\(waiting) of the \(all) components \(waiting == 1 ? "does" : "do") not start by \(waiting == 1 ? "itself" : "themselves")"
    )
    if locked.count > 1 {
      return pick(
        "Na volledige uitval lopen \(locked.count) opstartimpasses vast: \(rest)",
        "After a complete outage \(locked.count) start deadlocks get stuck: \(rest)")
    }
    if first.count == 1 {
      return pick(
        "Na volledige uitval kan \(first[0]) niet starten: \(rest)",
        "After a complete outage \(first[0]) cannot start: \(rest)")
    }
    return pick(
      "Na volledige uitval wachten \(failed(first)) op elkaar: \(rest)",
      "After a complete outage \(failed(first)) wait for each other: \(rest)")
  }

  /// What breaks the deadlocks.
  func breakers(_ names: [String], steps: Int) -> String {
    let shown = names.count > 5 ? count(names.count, nil) : list(names)
    let isOne = names.count == 1
    let word = isOne ? pick("Doorbreker", "Breaker") : pick("Doorbrekers", "Breakers")
    let then =
      steps == 0
      ? ""
      : pick(
        " \(isOne ? "Draait die" : "Draaien die") eenmaal, dan start de rest in \(steps) \(steps == 1 ? "stap" : "stappen").",
        " Once \(isOne ? "that runs" : "those run"), the rest starts in \(steps) \(steps == 1 ? "step" : "steps")."
      )
    return "\(word): \(shown).\(then)"
  }

  /// That the model does not say whether people can start some breakers; nil: any of them.
  func byHandUnknown(_ names: [String]?) -> String {
    guard let names else {
      return pick(
        "Of dat met de hand kan, staat niet in het model.",
        "The model does not state that this can be done by hand.")
    }
    let shown = names.count > 3 ? count(names.count, nil) : list(names)
    return pick(
      "Of \(shown) met de hand \(names.count == 1 ? "kan" : "kunnen") starten, staat niet in het model.",
      "The model does not state that \(shown) can be started by hand.")
  }

  func unknownNeeds(_ count: Int, of all: Int) -> String {
    if count >= all {
      return pick(
        "Van geen enkel onderdeel is volledig bekend wat het nodig heeft.",
        "Of no component it is wholly known what it needs.")
    }
    return pick(
      "Van \(self.count(count, nil)) is niet volledig bekend wat \(count == 1 ? "het nodig heeft" : "ze nodig hebben").",
      "Of \(self.count(count, nil)) it is not wholly known what \(count == 1 ? "it needs" : "they need")."
    )
  }

  func startedByThemselves(_ count: Int, steps: Int) -> String {
    pick(
      "\(self.count(count, nil)) \(count == 1 ? "start" : "starten") vanzelf, in \(steps) \(steps == 1 ? "stap" : "stappen").",
      "\(self.count(count, nil)) \(count == 1 ? "starts by itself" : "start by themselves"), in \(steps) \(steps == 1 ? "step" : "steps")."
    )
  }

  // MARK: - Notes

  func causesNotDrawn(_ count: Int) -> String {
    pick(
      "\(count) gedeelde \(count == 1 ? "oorzaak" : "oorzaken") zonder eigen vereisten niet getekend.",
      "\(count) common \(count == 1 ? "cause" : "causes") without requirements not drawn.")
  }

  func repairNotDrawn(_ count: Int) -> String {
    pick(
      "\(count == 1 ? "Eén herstelimpasse" : "\(count) herstelimpasses") niet getekend: zie de uitkomst van coldstart.",
      "\(count == 1 ? "One repair deadlock" : "\(count) repair deadlocks") not drawn: see the result of coldstart."
    )
  }

  func linesInsideRows(_ count: Int) -> String {
    pick(
      "\(count) \(count == 1 ? "pijl" : "pijlen") binnen een rij niet getekend.",
      "\(count) \(count == 1 ? "arrow" : "arrows") within a row not drawn.")
  }

  func stayDown(_ count: Int) -> String {
    pick(
      "\(self.count(count, nil)) \(count == 1 ? "blijft" : "blijven") uit door wat defect is, en \(count == 1 ? "is" : "zijn") niet getekend.",
      "\(self.count(count, nil)) \(count == 1 ? "stays" : "stay") down because of what has failed, and \(count == 1 ? "is" : "are") not drawn."
    )
  }

  var startArrow: String { pick("A ▶ B: A wacht op B", "A ▶ B: A waits for B") }

  var startOrderKey: String {
    pick("Een stap heeft alleen eerdere stappen nodig.", "A step needs earlier steps only.")
  }
}
