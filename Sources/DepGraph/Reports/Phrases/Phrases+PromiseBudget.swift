/// What is said about what a contract would have to promise, and about long computations.
extension Phrases {
  /// What a contract would have to promise for a component, in one or two sentences.
  func budgetSentence(_ budget: PromiseBudget, name: String, contract: String) -> String {
    let goal = number(budget.goal * 100, decimals: 6) + "%"
    let doubt = budget.isLeast ? " " + budgetDoubt(budget) : ""
    switch budget.outcome {
    case .promise(let availability):
      let needed = promise(atLeast: availability)
      let now =
        budget.current.map { current in
          let value = number(current * 100, decimals: 6) + "%"
          return pick(" (nu \(value))", " (now \(value))")
        } ?? ""
      return pick(
        "Om \(name) voor \(goal) beschikbaar te laten zijn, moet \(contract) ten minste \(needed) beloven\(now), als elke belofte net wordt nagekomen.",
        "For \(name) to be available \(goal) of the time, \(contract) has to promise at least \(needed)\(now), if every promise is just kept."
      ) + doubt
    case .always:
      return pick(
        "Wat \(contract) belooft maakt hiervoor niet uit: \(name) is ook zonder voor \(goal) beschikbaar.",
        "What \(contract) promises makes no difference here: \(name) is available \(goal) of the time without it."
      ) + doubt
    case .never(let share):
      let time = roughDuration(share * Availability.secondsPerYear)
      let least = budget.isLeast ? pick("ten minste ", "at least ") : ""
      return pick(
        "Geen belofte van \(contract) is genoeg: ook met 100% is \(name) \(least)\(time) per jaar uit, meer dan \(goal) toelaat. Het moet van iets anders komen.",
        "No promise of \(contract) is enough: even with 100% \(name) is down \(least)\(time) a year, more than \(goal) allows. It has to come from something else."
      )
    case .unused(let reason): return unused(reason, contract)
    case .tooLarge:
      return pick(
        "Niet te zeggen: de berekening voor \(name) werd te groot.",
        "It cannot be told: the computation for \(name) became too large.")
    }
  }

  /// An availability that is enough, with two significant digits of what is missing, rounded up.
  private func promise(atLeast availability: Double) -> String {
    let missing = 1 - availability
    guard missing > 0 else { return "100%" }
    var scale = 10.0
    while missing * scale < 10, scale < 1e12 { scale *= 10 }
    // The slack keeps what was 0.05 before rounding at 0.05.
    let rounded = (missing * scale * (1 + 1e-9)).rounded(.down) / scale
    return self.availability(missing: rounded)
  }

  private func budgetDoubt(_ budget: PromiseBudget) -> String {
    var reasons: [String] = []
    if !budget.unknown.isEmpty {
      reasons.append(
        pick(
          "van \(count(budget.unknown.count, Self.component)) is geen cijfer bekend",
          "for \(count(budget.unknown.count, Self.component)) no figure is known"))
    }
    if !budget.unknownNeeds.isEmpty {
      reasons.append(
        pick(
          "van \(number(budget.unknownNeeds.count)) is niet bekend wat ze nodig hebben of delen",
          "of \(number(budget.unknownNeeds.count)) it is not known what they need or share"))
    }
    return pick(
      "Of dat genoeg is staat niet vast: \(list(reasons)).",
      "Whether that is enough is not certain: \(list(reasons)).")
  }

  private func unused(_ reason: PromiseBudget.Reason, _ contract: String) -> String {
    switch reason {
    case .notInForce:
      pick(
        "\(contract) geldt niet op de peildatum, dus er volgt geen cijfer uit.",
        "\(contract) does not hold on the date of the facts, so no figure follows from it.")
    case .coversNotOne:
      pick(
        "\(contract) gaat niet over precies één onderdeel, dus er volgt geen cijfer uit voor een onderdeel.",
        "\(contract) does not cover exactly one component, so no figure of a component follows from it."
      )
    case .hasOwnFigure:
      pick(
        "Waar \(contract) over gaat heeft een eigen cijfer; wat er beloofd wordt verandert dat niet.",
        "What \(contract) covers has a figure of its own; what is promised does not change that.")
    }
  }

  // MARK: - While it runs

  /// How long a computation runs, in one line without a full stop.
  ///
  /// - Parameter seconds: The seconds that it has run.
  /// - Returns: The line.
  public func computing(seconds: Int) -> String {
    pick("rekent, \(seconds) s; Ctrl-C stopt", "computing, \(seconds) s; Ctrl-C stops")
  }

  /// That diagrams became too large; nil where that is not why an answer has bounds only.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - limit: The most nodes that were allowed.
  /// - Returns: The line, without a full stop.
  /// - Complexity: O(*t*) for *t* targets.
  public func stopped(_ answer: Availability, limit: Int) -> String? {
    let count = answer.targets.count { target in
      if case .nodes = target.limit ?? target.cutSetLimit { true } else { false }
    }
    let isStopped = answer.targets.contains { $0.limit == .stopped || $0.cutSetLimit == .stopped }
    guard count > 0, !isStopped else { return nil }
    return pick(
      "bij \(number(count)) was meer nodig dan \(number(limit)) knopen (--max-nodes): daar staan grenzen, of ontbreekt Fussell–Vesely",
      "\(number(count)) needed more than \(number(limit)) nodes (--max-nodes): bounds are given there, or Fussell–Vesely is missing"
    )
  }
}
