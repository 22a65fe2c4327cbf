/// What criteria are about, in words.
extension Phrases {
  func word(_ verdict: CriterionVerdict) -> String {
    switch verdict {
    case .met: pick("voldaan", "met")
    case .notMet: pick("niet voldaan", "not met")
    case .undetermined: pick("niet te bepalen", "undetermined")
    }
  }

  func word(_ status: CriteriaSet.Status) -> String {
    switch status {
    case .legacy: pick("niet meer in gebruik", "no longer in use")
    case .inForce: pick("van kracht", "in force")
    case .draft: pick("ontwerp", "a draft")
    case .own: pick("van de organisatie zelf", "the organisation's own")
    }
  }

  func word(_ status: VitalStanding.Status) -> String {
    switch status {
    case .designated: pick("aangewezen als vitaal", "designated as vital")
    case .notDesignated: pick("niet aangewezen als vitaal", "not designated as vital")
    case .candidate: pick("kandidaat, nog niet besloten", "a candidate, not decided yet")
    case .unknown: pick("onbekend", "unknown")
    }
  }

  /// What a measure counts.
  func word(_ measure: CriterionMeasure) -> String {
    switch measure {
    case .people: pick("getroffen mensen", "people affected")
    case .casualties:
      pick(
        "doden, ernstig gewonden en chronisch zieken",
        "people dead, seriously injured or chronically ill")
    case .economic: pick("schade", "damage")
    case .users: pick("gebruikers", "users")
    case .usersShare: pick("deel van alle gebruikers", "share of all users")
    case .organisations, .ministries, .sectors, .otherSectors, .regions: wordOfDistinct(measure)
    case .processes: pick("processen die uitvallen", "processes that go down")
    case .consumers: pick("afnemers die uitvallen", "consumers that go down")
    case .vitalServices:
      pick("andere vitale onderdelen die uitvallen", "other vital components that go down")
    case .pastMTPD:
      pick(
        "processen en afnemers over hun maximaal toelaatbare uitvalduur",
        "processes and consumers past their tolerable period")
    case .withoutAlternative:
      pick(
        "processen en afnemers zonder alternatief", "processes and consumers without an alternative"
      )
    case .alternatives:
      pick(
        "processen en afnemers die door iets anders blijven werken",
        "processes and consumers that go on by something else")
    case .duration: pick("duur van de uitval", "duration of the outage")
    case .figure: pick("opgegeven getal", "figure given")
    }
  }

  private func wordOfDistinct(_ measure: CriterionMeasure) -> String {
    switch measure {
    case .organisations: pick("organisaties", "organisations")
    case .ministries: pick("ministeries", "ministries")
    case .otherSectors: pick("andere sectoren", "other sectors")
    case .regions: pick("regio's", "regions")
    default: pick("sectoren", "sectors")
    }
  }

  /// A number in a unit.
  func amount(_ value: Double, _ unit: CriterionUnit) -> String {
    switch unit {
    case .people, .count: number(value, decimals: 0)
    case .euros: euros(value)
    case .share: percentage(value)
    case .time: duration(value)
    }
  }

  /// A range: "5", "tussen 2 en 7", "ten minste 2, verder onbekend", "niet bekend".
  func range(_ range: ValueRange, _ unit: CriterionUnit) -> String {
    if range.low == range.high { return amount(range.low, unit) }
    let isOpen = range.high == .infinity || (unit == .share && range == ValueRange(0, 1))
    if isOpen {
      return range.low == 0
        ? pick("niet bekend", "not known")
        : pick(
          "ten minste \(amount(range.low, unit)), hoeveel meer is niet bekend",
          "at least \(amount(range.low, unit)), how much more is not known")
    }
    return pick(
      "tussen \(amount(range.low, unit)) en \(amount(range.high, unit))",
      "between \(amount(range.low, unit)) and \(amount(range.high, unit))")
  }

  /// What a value is asked to be: "meer dan 10.000".
  func demand(
    _ comparison: CriterionTest.Comparison, _ threshold: ValueRange, _ unit: CriterionUnit
  ) -> String {
    let words: String =
      switch comparison {
      case .moreThan: pick("meer dan ", "more than ")
      case .atLeast: pick("ten minste ", "at least ")
      case .lessThan: pick("minder dan ", "less than ")
      case .atMost: pick("ten hoogste ", "at most ")
      }
    if threshold.low == threshold.high { return words + amount(threshold.low, unit) }
    if threshold.high < .infinity {
      return words
        + pick(
          "\(amount(threshold.high, unit)), of minder naar een getal dat niet is gegeven",
          "\(amount(threshold.high, unit)), or less by a figure that was not given")
    }
    return words
      + pick("een deel van een getal dat niet is gegeven", "a share of a figure that was not given")
  }
}
