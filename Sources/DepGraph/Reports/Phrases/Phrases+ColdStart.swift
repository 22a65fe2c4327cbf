extension Phrases {
  // MARK: - The headline

  /// The title; what has failed and stays so stands in it.
  func coldStartTitle(failed: String?) -> String {
    let rest = failed.map { pick(", zonder \($0)", ", without \($0)") } ?? ""
    return pick(
      "Opstarten na volledige uitval\(rest)", "Starting after a complete outage\(rest)")
  }

  /// How many start by themselves, and what the rest waits for.
  func coldStartSentence(_ count: ColdStartCount) -> String {
    let everything = count.started + count.waiting
    if everything == 0 {
      return pick("Er is niets om op te starten.", "There is nothing to start.")
    }
    let steps = self.count(count.steps, Self.step)
    if count.waiting == 0 {
      return pick(
        everything == 1
          ? "Het ene onderdeel start vanzelf."
          : "Alle \(number(everything)) onderdelen starten vanzelf, in \(steps).",
        everything == 1
          ? "The one component starts by itself."
          : "All \(number(everything)) components start by themselves, in \(steps).")
    }
    if everything == 1 {
      return pick(
        "Het ene onderdeel start niet vanzelf: \(deadlockClause(count)).",
        "The one component does not start by itself: \(deadlockClause(count)).")
    }
    let inSteps = count.started == 0 ? "" : pick(", in \(steps)", ", in \(steps)")
    let start = pick(
      "Van de \(number(everything)) onderdelen \(count.started == 1 ? "start" : "starten") er \(count.started == 0 ? "geen" : number(count.started)) vanzelf\(inSteps); \(number(count.waiting)) \(count.waiting == 1 ? "start" : "starten") niet vanzelf",
      "Of the \(number(everything)) components \(count.started == 0 ? "none" : number(count.started)) \(count.started == 1 ? "starts" : "start") by \(count.started == 1 ? "itself" : "themselves")\(inSteps); \(number(count.waiting)) \(count.waiting == 1 ? "does" : "do") not"
    )
    return "\(start): \(deadlockClause(count))."
  }

  private func deadlockClause(_ count: ColdStartCount) -> String {
    let locked = count.waiting - count.blocked
    let deadlocks = self.count(count.deadlocks, Self.deadlock)
    let blocked =
      count.blocked == 0
      ? ""
      : pick(
        ", en \(number(count.blocked)) \(count.blocked == 1 ? "wacht" : "wachten") daarop",
        ", and \(number(count.blocked)) \(count.blocked == 1 ? "waits" : "wait") for that")
    return pick(
      "\(number(locked)) \(locked == 1 ? "zit" : "zitten") in \(deadlocks)\(blocked)",
      "\(number(locked)) \(locked == 1 ? "is" : "are") in \(deadlocks)\(blocked)")
  }

  /// Of how many it is not known what they need, so that nobody takes the count for certain.
  func asFarAsKnown(_ count: Int, of everything: Int) -> String {
    if count >= everything, everything > 1 {
      return pick(
        "Dat is voor zover bekend: van geen enkel onderdeel is volledig bekend wat het nodig heeft.",
        "This is as far as is known: of no component it is wholly known what it needs.")
    }
    return pick(
      "Dat is voor zover bekend: van \(self.count(count, Self.component)) is niet volledig bekend wat \(count == 1 ? "het nodig heeft" : "ze nodig hebben").",
      "This is as far as is known: of \(self.count(count, Self.component)) it is not wholly known what \(count == 1 ? "it needs" : "they need")."
    )
  }

  /// That all starts once the breakers do.
  func breakersSentence(_ breakers: [String]) -> String {
    pick(
      "Zodra \(list(breakers)) \(breakers.count == 1 ? "draait" : "draaien"), start de rest vanzelf.",
      "Once \(list(breakers)) \(breakers.count == 1 ? "runs" : "run"), the rest starts by itself.")
  }

  func repairDeadlocksSentence(_ count: Int) -> String {
    pick(
      "Herstel loopt vast op \(self.count(count, Self.repairDeadlock)).",
      "Repair gets stuck in \(self.count(count, Self.repairDeadlock)).")
  }

  static let repairDeadlock = Noun(
    ("herstelimpasse", "herstelimpasses"), ("repair deadlock", "repair deadlocks"))
  static let step = Noun(("stap", "stappen"), ("step", "steps"))
  static let deadlock = Noun(
    ("opstartimpasse", "opstartimpasses"), ("start deadlock", "start deadlocks"))

  // MARK: - Deadlocks

  func deadlocksHeading(_ count: Int) -> String {
    pick("Opstartimpasses (\(number(count)))", "Start deadlocks (\(number(count)))")
  }

  func repairDeadlocksHeading(_ count: Int) -> String {
    pick("Herstelimpasses (\(number(count)))", "Repair deadlocks (\(number(count)))")
  }

  /// The beginning of a list of what waits for each other.
  func deadlockLine(_ count: Int) -> String {
    count == 1
      ? pick("Eén onderdeel wacht op zichzelf: ", "One component waits for itself: ")
      : pick(
        "\(number(count)) onderdelen wachten op elkaar: ",
        "\(number(count)) components wait for each other: ")
  }

  func loneDeadlockLine(_ name: String) -> String {
    pick(
      "\(name) kan niet starten: wat daarvoor nodig is, werkt niet.",
      "\(name) cannot start: what that takes does not work.")
  }

  func doesNotWork(_ names: String) -> String {
    pick("Om te starten is nodig: \(names).", "Starting it takes: \(names).")
  }

  func repairDeadlockLine(failed: [String]) -> String {
    pick(
      "Defect en niet te herstellen: \(list(failed)).",
      "Failed and not to be repaired: \(list(failed)).")
  }

  /// What an element of a deadlock waits for.
  func waits(
    _ name: String, _ purpose: ColdStart.Deadlock.Wait.Purpose, for others: String
  ) -> String {
    switch purpose {
    case .run:
      pick("\(name) heeft om te werken nodig: \(others).", "\(name) needs, to work: \(others).")
    case .start:
      pick("\(name) heeft om te starten nodig: \(others).", "\(name) needs, to start: \(others).")
    case .repair:
      pick(
        "\(name) heeft voor herstel nodig: \(others).",
        "\(name) needs, to be repaired: \(others).")
    }
  }

  /// "a, b en/of c".
  func list(_ items: [String], orFewer isChoice: Bool) -> String {
    guard isChoice, let last = items.last, items.count > 1 else { return list(items) }
    return items.dropLast().joined(separator: ", ") + pick(" en/of ", " and/or ") + last
  }

  /// What breaks it, and how sure that is.
  func breakerLine(_ breakers: [String], isExact: Bool, isRepair: Bool) -> String {
    let word = noun(Self.breaker, for: breakers.count)
    let effect =
      isRepair
      ? pick(
        "werkt dat weer, hoe dan ook, dan is de rest te herstellen",
        "once that works again, by whatever means, the rest can be repaired")
      : pick("draait dat, dan start de rest", "once that runs, the rest starts")
    let doubt =
      isExact || breakers.count == 1
      ? ""
      : pick(
        " Misschien is een kleiner aantal genoeg: het zijn er te veel om alles te proberen.",
        " Fewer may do: there are too many to try all.")
    return capitalised("\(word): \(list(breakers)) (\(effect)).\(doubt)")
  }

  static let breaker = Noun(("doorbreker", "doorbrekers"), ("breaker", "breakers"))

  func byHandLine(_ byHand: ColdStart.ByHand, isMany: Bool) -> String {
    switch byHand {
    case .stated:
      pick(
        "Volgens het model \(isMany ? "kunnen die" : "kan dat") met de hand.",
        "The model states that this can be done by hand.")
    case .notStated:
      pick(
        "Het model zegt niet of dat met de hand kan (manual-start): ga dat na.",
        "The model does not state whether this can be done by hand (manual-start): check.")
    case .insufficient:
      pick(
        "Wat volgens het model met de hand kan starten, is hier niet genoeg: ga na hoe dit kan.",
        "What the model states to start by hand is not enough here: check how this can be done.")
    }
  }

  func repairFailed(isAsked: Bool) -> String {
    isAsked
      ? pick("Uitgangspunt: dit is defect: ", "Starting point: this has failed: ")
      : pick(
        "Uitgangspunt: alles waarvan herstel iets vraagt, is tegelijk defect: ",
        "Starting point: everything whose repair takes something has failed at once: ")
  }

  // MARK: - Lists

  func blockedHeading(_ count: Int) -> String {
    pick(
      "Geblokkeerd: wacht op een impasse (\(number(count)))",
      "Blocked: waits for a deadlock (\(number(count)))")
  }

  var repairBlocked: String {
    pick(
      "Ook niet te herstellen, want wacht op een herstelimpasse: ",
      "Not to be repaired either, for it waits for a repair deadlock: ")
  }

  func staysDown(_ count: Int) -> String {
    pick(
      "Blijft uit door wat defect is (\(number(count))): ",
      "Stays down because of what has failed (\(number(count))): ")
  }

  var orderHeading: String { pick("Opstartvolgorde", "Order of starting") }
  var orderNote: String {
    pick(
      "Wat in één stap staat, kan tegelijk: het heeft alleen eerdere stappen nodig. Elk feit telt zoals het is opgeschreven, ook wat is aangenomen of afgeleid.",
      "What stands in one step can start at the same time: it needs earlier steps only. Every fact counts as written, also what was assumed or inferred."
    )
  }
  var afterBreakersHeading: String {
    pick("Daarna, zodra de doorbrekers draaien", "Then, once the breakers run")
  }
  var startColumns: [String] {
    [pick("Stap", "Step"), pick("Aantal", "Number"), pick("Wat start", "What starts")]
  }

  /// Common causes at the end of a step.
  func causesInStep(_ count: Int) -> String {
    pick(
      "\(number(count)) \(count == 1 ? "gedeelde oorzaak" : "gedeelde oorzaken") zonder eigen vereisten",
      "\(number(count)) common \(count == 1 ? "cause" : "causes") without requirements")
  }

  func unknownStart(_ count: Int) -> String {
    pick(
      "Van \(self.count(count, Self.component)) is niet (helemaal) bekend wat \(count == 1 ? "het nodig heeft" : "ze nodig hebben"); wat onbekend is, telt hier als vervuld. Er kan dus meer niet starten. Het gaat om: ",
      "Of \(self.count(count, Self.component)) it is not (wholly) known what \(count == 1 ? "it needs" : "they need"); what is not known counts as met here, so more may not start. These are: "
    )
  }

  func noRepairDeadlock(countsAll: Bool) -> String {
    countsAll
      ? pick(
        "Geen: alles wat herstel vraagt, is te herstellen.",
        "None: everything can be repaired.")
      : pick(
        "Geen: wat hier als defect telt, is te herstellen.",
        "None: what counts as failed here can be repaired.")
  }

  var repairNotCounted: String {
    pick(
      "Valt mee uit en telt hier niet als defect; vraag het opnieuw met deze erbij als ook zij herstel vragen: ",
      "Down with it and not counted as failed here; ask again with these if they need repair too: "
    )
  }
}

/// The numbers of a cold start, components only.
struct ColdStartCount: Hashable {
  var started = 0
  var steps = 0
  var waiting = 0
  var blocked = 0
  var deadlocks = 0
}
