extension Phrases {
  private static let consumer = Noun(("afnemer", "afnemers"), ("consumer", "consumers"))
  private static let process = Noun(("proces", "processen"), ("process", "processes"))
  private static let casualty = Noun(("slachtoffer", "slachtoffers"), ("casualty", "casualties"))

  // MARK: - Harm

  /// An amount of harm: "9 afnemers en processen", "€ 2 miljoen".
  public func amount(_ value: Double, _ measure: HarmMeasure) -> String {
    guard let noun = noun(of: measure) else { return euros(value) }
    return number(value, decimals: 0) + " " + self.noun(noun, for: value == 1 ? 1 : 2)
  }

  /// What harm is counted in; nil: money.
  private func noun(of measure: HarmMeasure) -> Noun? {
    switch measure {
    case .consumers: Self.consumer
    case .processes: Self.process
    case .users: Self.user
    case .organisations: Self.organisation
    case .people: Self.person
    case .casualties: Self.casualty
    case .economic: nil
    }
  }

  /// The heading of a column with such amounts.
  func title(of measure: HarmMeasure) -> String {
    guard let noun = noun(of: measure) else { return pick("Schade", "Damage") }
    return capitalised(self.noun(noun, for: 2))
  }

  var failingTitle: String { pick("Wat uitvalt", "What fails") }
  var togetherTitle: String { pick("Alleen samen", "Only together") }

  /// Numbers in a cell: "5" where all are certain, else "2 tot 5".
  func cell(_ certain: Int, _ possible: Int) -> String {
    let range = certain == possible ? "" : number(certain) + pick(" tot ", " to ")
    return range + number(possible)
  }

  /// A range in a cell: "4.200 tot 90.000 of meer", "?" where nothing is known.
  func range(_ range: Consequences.Range, _ measure: HarmMeasure, of counted: Int) -> String {
    guard range.hasNumber(among: counted) else { return "?" }
    let write = { (value: Double) in
      noun(of: measure) == nil ? euros(value) : number(value, decimals: 0)
    }
    let more = range.incomplete.isEmpty ? "" : pick(" of meer", " or more")
    let low = range.low == range.high ? "" : write(range.low) + pick(" tot ", " to ")
    return low + write(range.high) + more
  }

  // MARK: - The answer

  func worstTitle(order: Int, _ measure: HarmMeasure) -> String {
    let unit = title(of: measure).lowercased()
    return order == 1
      ? pick("Ergste enkele uitval, geteld in \(unit)", "Worst single failure, counted in \(unit)")
      : pick(
        "Ergste uitval van ten hoogste \(number(order)) tegelijk, geteld in \(unit)",
        "Worst failure of at most \(number(order)) at once, counted in \(unit)")
  }

  /// "Het ergst is uitval van A en B: dan vallen zeker 5, mogelijk in totaal 9 afnemers uit.".
  func worstSentence(
    _ causes: String, _ set: WorstFailures.FailureSet, _ measure: HarmMeasure
  ) -> String {
    let start = pick("Het ergst is uitval van \(causes): ", "The worst is losing \(causes): ")
    let organisations = set.consequences.organisations
    switch measure {
    case .consumers: return start + fall(set.consumers, Self.consumer)
    case .processes: return start + fall(set.processes, Self.process)
    case .users: return start + fall(set.users, Self.user)
    case .organisations:
      let count = WorstFailures.Count(
        certain: organisations.certain.count, possible: organisations.possible.count)
      return start + pick("dat raakt ", "that hits ") + counted(count, Self.organisation) + "."
    case .people, .casualties, .economic:
      let range = range(set.consequences[range: measure], measure, of: set.users.possible)
      let unit = measure == .economic ? pick("schade", "damage") : title(of: measure).lowercased()
      return start + pick("dat betekent \(range) \(unit).", "that means \(range) \(unit).")
    }
  }

  private func fall(_ count: WorstFailures.Count, _ noun: Noun) -> String {
    pick(
      "dan \(count.possible == 1 ? "valt" : "vallen") \(counted(count, noun)) uit.",
      "\(counted(count, noun, verb: ("goes down", "go down"))).")
  }

  /// "zeker 5, mogelijk in totaal 9 afnemers"; "5 consumers go down for certain, possibly 9 in all".
  private func counted(
    _ count: WorstFailures.Count, _ noun: Noun, verb: (String, String) = ("", "")
  ) -> String {
    let (certain, possible) = (count.certain, count.possible)
    if language == .dutch {
      return certainAndPossible(certain, possible) + " " + self.noun(noun, for: possible)
    }
    let things = { (count: Int) in
      let verb = count == 1 ? verb.0 : verb.1
      return number(count) + " " + self.noun(noun, for: count) + (verb.isEmpty ? "" : " " + verb)
    }
    if certain == 0 { return "possibly " + things(possible) + " (none for certain)" }
    return things(certain) + " for certain"
      + (certain == possible ? "" : ", possibly \(number(possible)) in all")
  }

  /// What is known of the rest: nothing is worse, or how bad it can be at most.
  func worstBound(_ worst: WorstFailures) -> String {
    let order = worst.question.order
    // What has no number is not nothing.
    let known =
      worst.withoutNumber.isEmpty
      ? "" : pick(", voor zover er getallen zijn", ", as far as there are numbers")
    if !worst.isComplete {
      let most = amount(worst.bound, worst.question.measure)
      let end = pick(
        " Meer dan \(most) kan het niet zijn\(known).", " It cannot be more than \(most)\(known).")
      return
        (worst.sets.isEmpty
        ? pick(
          "Het zoeken is gestopt voordat er iets gevonden was.",
          "The search was stopped before anything was found.")
        : pick(
          "Het zoeken is gestopt: dit is het ergste tot nu toe.",
          "The search was stopped: this is the worst so far.")) + end
    }
    if worst.sets.isEmpty {
      return worst.withoutNumber.isEmpty
        ? pick(
          "Voor zover bekend raakt geen enkele uitval iemand die hierin telt.",
          "As far as is known, no failure hits anybody who counts in this.")
        : pick(
          "Niet te zeggen: wie een getal heeft, wordt niet geraakt of heeft het getal 0.",
          "It cannot be told: those with a number are not hit, or their number is 0.")
    }
    return order == 1
      ? pick(
        "Geen andere enkele uitval is erger\(known).",
        "No other single failure is worse\(known).")
      : pick(
        "Geen andere uitval van ten hoogste \(number(order)) tegelijk is erger\(known).",
        "No other failure of at most \(number(order)) at once is worse\(known).")
  }

  var togetherHeading: String {
    pick(
      "Valt voor zover bekend alleen door de combinatie uit",
      "Goes down only by the combination, as far as is known")
  }

  func worstNote(_ reading: Reading) -> String {
    pick(
      "Getoond zijn combinaties waarin elk deel meetelt, van oorzaken die met geen andere mee uitvallen: wat met een bredere oorzaak uitvalt, staat daarachter. Overbruggingstijden tellen als verbruikt; \(word(reading)). Twee getallen: zeker tot mogelijk; mensen: het grootste zekere getal tot de som.",
      "Shown are combinations in which every part counts, of causes that go down with no other one: what goes down with a wider cause stands behind it. Holdups count as spent; \(word(reading)). Two numbers: certain to possible; people: the largest certain number to the sum."
    )
  }

  func countedAsNothing(_ measure: HarmMeasure) -> String {
    let unit = title(of: measure).lowercased()
    return pick(
      "Zonder getal voor \(unit), en daarom als niets geteld: ",
      "Without a number for \(unit), and so counted as nothing: ")
  }

  var mayFallToo: String {
    pick(
      "Kan ook uitvallen zonder dat het hier staat, omdat niet bekend is wat het nodig heeft of deelt: ",
      "May also go down, though not listed, because it is not known what it needs or shares: ")
  }

  /// The same where nobody's needs are fully known.
  func allMayFallToo(_ count: Int) -> String {
    pick(
      "Van geen van de \(number(count)) afnemers en processen is volledig bekend wat ze nodig hebben: elk kan ook uitvallen zonder dat het hier staat.",
      "For none of the \(number(count)) consumers and processes is it fully known what they need: each may also go down, though not listed."
    )
  }

  // MARK: - While it runs

  /// How far a search is, in one line without a full stop.
  ///
  /// - Parameters:
  ///   - progress: How far it is.
  ///   - amount: How its values are written.
  /// - Returns: The line.
  public func line(_ progress: SearchProgress, _ amount: (Double) -> String) -> String {
    pick(
      "\(number(progress.tried)) geprobeerd; tot nu toe \(amount(progress.best)), hoogstens \(amount(progress.bound)); Ctrl-C stopt",
      "\(number(progress.tried)) tried; so far \(amount(progress.best)), at most \(amount(progress.bound)); Ctrl-C stops"
    )
  }

  /// That a search was ended, by a limit or by hand.
  public func stopped(after limit: TimeSpan?) -> String {
    guard let limit else {
      return pick("gestopt; de uitkomst is niet volledig", "stopped; the result is not complete")
    }
    return pick(
      "gestopt na \(duration(limit.seconds)) (--time-limit); de uitkomst is niet volledig",
      "stopped after \(duration(limit.seconds)) (--time-limit); the result is not complete")
  }

  /// That a search was ended by the limit on memory.
  public func stopped(atMemory limit: String) -> String {
    pick(
      "gestopt bij \(limit) geheugen (--memory-limit); de uitkomst is niet volledig",
      "stopped at \(limit) of memory (--memory-limit); the result is not complete")
  }

  /// That Ctrl-C has been heard by a search that gives what it has found.
  public var stopping: String {
    pick(
      "stopt en geeft wat er gevonden is; nog eens Ctrl-C eindigt meteen",
      "stopping, and giving what was found; Ctrl-C again ends at once")
  }

  /// That work was ended by the limit on time, with nothing to show for it.
  ///
  /// - Parameters:
  ///   - seconds: The limit.
  ///   - isReading: Whether the model was still being read, for which there is some time more.
  /// - Returns: The line, without a full stop.
  public func endedWithout(time seconds: Double, whileReading isReading: Bool) -> String {
    let limit = "\(duration(seconds)) (--time-limit)"
    guard !isReading else {
      return pick(
        "het model was ook vijf tellen na \(limit) nog niet gelezen; er is niets geschreven",
        "five seconds after \(limit) the model was still not read; nothing is written")
    }
    return pick(
      "gestopt na \(limit), voor er een antwoord was; er is niets geschreven",
      "stopped after \(limit), before there was an answer; nothing is written")
  }

  /// The same by the limit on memory.
  public func endedWithout(memory limit: String) -> String {
    pick(
      "gestopt bij \(limit) geheugen (--memory-limit), voor er een antwoord was; er is niets geschreven",
      "stopped at \(limit) of memory (--memory-limit), before there was an answer; nothing is written"
    )
  }
}
