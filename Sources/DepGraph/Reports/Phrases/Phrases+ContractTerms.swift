/// What is said about terms, clauses, parties, and agreements that rest on others.
extension Phrases {
  private func exactShare(_ share: Double) -> String { number(share * 100, decimals: 4) + "%" }

  // MARK: - Availability

  func availabilityNotJudged(
    _ contract: String, promised: Double, unknown: String, count: Int
  ) -> String {
    pick(
      "Of \(contract) de beloofde \(exactShare(promised)) kan waarmaken is niet te zeggen: van \(self.count(count, Self.component)) is geen cijfer bekend (\(unknown)).",
      "Whether \(contract) can keep the \(exactShare(promised)) that it promises cannot be told: of \(self.count(count, Self.component)) no figure is known (\(unknown))."
    )
  }

  func availabilityGap(
    _ contract: String, _ element: String, _ gap: AvailabilityGap, required: Double,
    given: Double, promises: String
  ) -> String {
    let most = exactShare(gap.given ?? 0)
    let kept =
      promises.isEmpty
      ? ""
      : pick(
        ", als \(promises) net wordt nagekomen", ", if \(promises) is just kept")
    let isLeast = !gap.unknown.isEmpty || !gap.unknownNeeds.isEmpty
    let least = isLeast ? pick("ten minste ", "at least ") : ""
    let doubt =
      gap.isAssumed
      ? pick(" Het cijfer rust op aannames.", " The figure rests on assumptions.") : ""
    return pick(
      "\(contract) belooft voor \(element) \(exactShare(gap.promised)), hooguit \(hoursLong(required)) uit per jaar. Met de cijfers van wat het nodig heeft, en van zichzelf, is dat hooguit \(most), \(hoursLong(given)) uit per jaar\(kept): \(least)\(hoursLong(given - required)) te veel.",
      "\(contract) promises \(exactShare(gap.promised)) for \(element), down for at most \(hoursLong(required)) a year. By the figures of what it needs, and its own, that is at most \(most), down for \(hoursLong(given)) a year\(kept): \(least)\(hoursLong(given - required)) too much."
    ) + doubt
  }

  // MARK: - Agreements that rest on others

  func backing(
    _ contract: String, _ other: String, isAbove: Bool,
    _ difference: ContractFinding.Backing.Difference
  ) -> String {
    let relation =
      isAbove
      ? pick("\(contract) valt onder \(other)", "\(contract) stands under \(other)")
      : pick("\(contract) rust op \(other)", "\(contract) rests on \(other)")
    return relation + ". " + self.difference(difference)
  }

  private func difference(_ difference: ContractFinding.Backing.Difference) -> String {
    switch difference {
    case .time(let own, let other, let start):
      let since = start.map { pick(" (vanaf \(moment($0)))", " (from \(moment($0)))") } ?? ""
      return pick(
        "Zelf belooft het herstel binnen \(hoursLong(own)), de andere pas na \(hoursLong(other))\(since): \(hoursLong(other - own)) verschil.",
        "It promises to restore within \(hoursLong(own)), the other only after \(hoursLong(other))\(since): \(hoursLong(other - own)) apart."
      )
    case .window(let outside, let first):
      return pick(
        "De servicetijd van de andere is krapper: \(hoursLong(outside)) per week telt daar niet mee, bijvoorbeeld \(moment(first)).",
        "The other has shorter service hours: \(hoursLong(outside)) a week do not count there, for instance \(moment(first))."
      )
    case .availability(let own, let other):
      return pick(
        "Zelf belooft het \(exactShare(own)) beschikbaarheid, de andere \(exactShare(other)).",
        "It promises an availability of \(exactShare(own)), the other \(exactShare(other)).")
    case .term(let until?, _):
      return pick(
        "De andere loopt maar tot en met \(date(until)).",
        "The other runs until \(date(until)) only."
      )
    case .term(nil, let from):
      let day = from.map { date($0) } ?? ""
      return pick("De andere begint later, op \(day).", "The other begins later, on \(day).")
    case .nature(_, let other):
      return pick(
        "Zelf is het een toezegging, de andere niet (\(name(other))).",
        "It is guaranteed, the other is not (\(name(other))).")
    case .share(let own, let other):
      return pick(
        "Zelf geldt het voor \(percentage(own)) van de gevallen, de andere voor \(percentage(other)).",
        "It holds for \(percentage(own)) of cases, the other for \(percentage(other)).")
    case .noTime:
      return pick(
        "Zelf belooft het een hersteltijd, de andere niet.",
        "It promises a time to restore, the other does not.")
    case .noAvailability:
      return pick(
        "Zelf belooft het een beschikbaarheid, de andere niet.",
        "It promises an availability, the other does not.")
    }
  }

  // MARK: - Nobody

  func uncovered(
    _ element: String, users: String, isPlural: Bool, mayBe: Int, notInForce: [String]
  ) -> String {
    var text = pick(
      "Geen afspraak gaat over \(element), en uitval ervan stopt \(users).",
      "No agreement covers \(element), and its failure stops \(users).")
    if !notInForce.isEmpty {
      text += pick(
        " \(list(notInForce)) wel, maar geldt nu niet.",
        " \(list(notInForce)) does, but does not hold now.")
    }
    if mayBe > 0 {
      text += pick(
        " Misschien \(mayBe == 1 ? "gaat er een afspraak over" : "gaat er een van \(number(mayBe)) afspraken over") waarvan de reikwijdte niet bekend is.",
        " Perhaps \(mayBe == 1 ? "an agreement does" : "one of \(number(mayBe)) agreements does") of which it is not known what it covers."
      )
    }
    return text
  }

  func noOwner(_ element: String, users: String, operator runs: String?) -> String {
    let known =
      runs.map { pick(" Wel bekend is wie het beheert: \($0).", " Who runs it is known: \($0).") }
      ?? ""
    return pick(
      "Van \(element) is geen eigenaar bekend, en uitval ervan stopt \(users).",
      "No owner is known of \(element), and its failure stops \(users).") + known
  }

  // MARK: - Terms

  func expires(_ contract: String, _ day: CalendarDate, isOver: Bool) -> String {
    isOver
      ? pick("\(contract) is op \(date(day)) geëindigd.", "\(contract) ended on \(date(day)).")
      : pick("\(contract) eindigt op \(date(day)).", "\(contract) ends on \(date(day)).")
  }

  func noticeDue(_ contract: String, _ day: CalendarDate, isOver: Bool) -> String {
    isOver
      ? pick(
        "De laatste dag om \(contract) op te zeggen was \(date(day)).",
        "The last day to give notice of \(contract) was \(date(day)).")
      : pick(
        "\(contract) is uiterlijk op \(date(day)) op te zeggen; beslis voor die dag.",
        "Notice of \(contract) can be given until \(date(day)); decide before that day.")
  }

  func notYetValid(_ contract: String, _ day: CalendarDate) -> String {
    pick(
      "\(contract) geldt pas vanaf \(date(day)) en telt nu niet mee.",
      "\(contract) holds from \(date(day)) only and does not count now.")
  }

  // MARK: - Parties

  func authorisation(
    _ party: String, _ day: CalendarDate, isOver: Bool, _ contract: String
  ) -> String {
    isOver
      ? pick(
        "De toestemming van \(party) om aan het netwerk te werken is op \(date(day)) verlopen; het werkt voor \(contract).",
        "The authorisation of \(party) to work on the network expired on \(date(day)); it works for \(contract)."
      )
      : pick(
        "De toestemming van \(party) om aan het netwerk te werken verloopt op \(date(day)); het werkt voor \(contract).",
        "The authorisation of \(party) to work on the network expires on \(date(day)); it works for \(contract)."
      )
  }

  func tooDeep(_ contract: String, _ chain: [String], tier: Int) -> String {
    let way = chain.joined(separator: " → ")
    return pick(
      "Onder \(contract) wordt werk doorgegeven tot de \(tier)e schakel: \(way).",
      "Under \(contract) work is passed on to tier \(tier): \(way).")
  }

  func subcontractorsUnknown(_ party: String, _ contract: String, isSaid: Bool) -> String {
    isSaid
      ? pick(
        "Niet alle onderaannemers van \(party) zijn bekend (\(contract)).",
        "Not all subcontractors of \(party) are known (\(contract)).")
      : pick(
        "Over onderaannemers van \(party) is niets vermeld (\(contract)).",
        "Nothing is stated about subcontractors of \(party) (\(contract)).")
  }

  func noExit(_ contract: String, isStated: Bool) -> String {
    isStated
      ? pick(
        "In \(contract), en in wat daarboven staat, is geen exitstrategie afgesproken.",
        "No exit strategy is agreed in \(contract) or above it.")
      : pick(
        "Of er een exitstrategie is afgesproken in \(contract), is niet vermeld.",
        "Whether an exit strategy is agreed in \(contract) is not stated.")
  }

  func unchecked(_ contract: String, _ day: CalendarDate?) -> String {
    let last =
      day.map { pick("voor het laatst op \(date($0))", "last on \(date($0))") }
      ?? pick("voor zover bekend nooit", "never, as far as is known")
    return pick(
      "Of de aansluitvoorwaarden \(contract) worden nageleefd is \(last) gecontroleerd.",
      "Whether the connection terms \(contract) are kept was checked \(last).")
  }

  func concentration(
    _ party: String, stopped: Int, certain: Int, of all: Int, areDeclared: Bool
  ) -> String {
    let share = percentage(Double(stopped) / Double(max(1, all)))
    let which =
      areDeclared ? pick("kritieke gebruikers", "critical users") : pick("gebruikers", "users")
    let doubt =
      areDeclared
      ? ""
      : pick(
        " Welke daarvan kritiek zijn, staat niet in het model.",
        " Which of them are critical the model does not say.")
    return pick(
      "Alles van \(party) tegelijk uit stopt \(certainAndPossible(certain, stopped)) van de \(number(all)) \(which) (\(share)).",
      "All of \(party) failing at once stops \(certainAndPossible(certain, stopped)) of the \(number(all)) \(which) (\(share))."
    ) + doubt
  }

  func onOneSupplier(_ owner: String, _ members: String, _ party: String) -> String {
    pick(
      "De alternatieven van \(owner) (\(members)) rusten op één leverancier: \(party).",
      "The alternatives of \(owner) (\(members)) rest on one supplier: \(party).")
  }
}
