/// Whom a failure hits, in the units that directors count.
extension Phrases {
  /// How many of something, and which.
  ///
  /// - Complexity: O(*n*²) for *n* names.
  func countItem(_ noun: Noun, certain: [String], possible: [String]) -> Report.Item {
    let heading = capitalised(self.noun(noun, for: 2)) + ": "
    if possible.isEmpty {
      return Report.Item(heading + pick("voor zover bekend geen", "none as far as is known") + ".")
    }
    let doubtful = possible.filter { !certain.contains($0) }
    let counts = heading + certainAndPossible(certain.count, possible.count)
    if certain.isEmpty || doubtful.isEmpty {
      return Report.Item("\(counts): ", naming: possible, self)
    }
    if possible.count > Report.mostNames {
      let names = certain + doubtful.map { pick("mogelijk: ", "possibly: ") + $0 }
      return Report.Item("\(counts): ", naming: names, self)
    }
    return Report.Item(
      counts
        + pick(
          ". Zeker: \(list(certain)). Mogelijk ook: \(list(doubtful)).",
          ". For certain: \(list(certain)). Possibly also: \(list(doubtful))."))
  }

  /// People, casualties and damage, and once for all three of whom nothing is known.
  ///
  /// - Parameters:
  ///   - told: The consequences.
  ///   - total: How many are counted.
  ///   - noun: What they are.
  ///   - name: The name of what an id stands for.
  /// - Returns: The points, people first.
  /// - Complexity: O(*n*²) for *n* without a number.
  func amountItems(
    _ told: Consequences, of total: Int, _ noun: Noun, _ name: (String) -> String
  ) -> [Report.Item] {
    let without = told.people.incomplete.filter {
      told.casualties.incomplete.contains($0) && told.economic.incomplete.contains($0)
    }
    let whole = { (value: Double) in number(value, decimals: 0) }
    let amounts = [
      Amount(pick("Mensen", "People"), told.people, whole),
      Amount(pick("Slachtoffers", "Casualties"), told.casualties, whole),
      Amount(pick("Schade", "Damage"), told.economic, euros),
    ].map { line($0, of: total, without: without, name) }
    return numberless(without, of: total, noun, name) + amounts
  }

  private struct Amount {
    let heading: String
    let range: Consequences.Range
    let write: (Double) -> String

    init(_ heading: String, _ range: Consequences.Range, _ write: @escaping (Double) -> String) {
      self.heading = heading
      self.range = range
      self.write = write
    }
  }

  private func numberless(
    _ without: [String], of total: Int, _ noun: Noun, _ name: (String) -> String
  ) -> [Report.Item] {
    if without.isEmpty { return [] }
    let things = self.noun(noun, for: total)
    if without.count == total {
      return [
        Report.Item(
          total == 1
            ? pick(
              "Aantallen: voor 1 \(things), en daarvoor is niets vastgelegd.",
              "Numbers: for 1 \(things), and for it nothing is recorded.")
            : pick(
              "Aantallen: voor geen van de \(number(total)) \(things) is iets vastgelegd.",
              "Numbers: for none of the \(number(total)) \(things) is anything recorded."))
      ]
    }
    let known = number(total - without.count)
    return [
      Report.Item(
        pick(
          "Aantallen bekend voor \(known) van de \(number(total)) \(things); niet voor: ",
          "Numbers known for \(known) of the \(number(total)) \(things); not for: "),
        naming: without.map(name), self)
    ]
  }

  /// One amount: a range, what stood in for it, and of whom no number is known.
  private func line(
    _ amount: Amount, of total: Int, without: [String], _ name: (String) -> String
  ) -> Report.Item {
    let range = amount.range
    let missing = range.incomplete
    if !range.hasNumber(among: total) {
      return Report.Item(
        amount.heading + pick(": niet bekend", ": not known")
          + coverage(total - missing.count, of: total) + ".")
    }
    let others = missing.filter { !without.contains($0) }
    let start = amount.heading + ": " + sum(amount)
    let coverage = missing.isEmpty ? "" : coverage(total - missing.count, of: total)
    let users =
      range.fromUsers.isEmpty
      ? ""
      : pick("; als aantal gebruikers geteld voor ", "; counted as users for ")
        + few(range.fromUsers.map(name))
    if others.isEmpty { return Report.Item(start + coverage + users + ".") }
    let missed =
      without.isEmpty
      ? pick("; het ontbreekt voor: ", "; missing for: ")
      : pick("; het ontbreekt ook voor: ", "; also missing for: ")
    return Report.Item(start + coverage + users + missed, naming: others.map(name), self)
  }

  /// A range in words; zero is no answer while numbers are missing.
  private func sum(_ amount: Amount) -> String {
    let range = amount.range
    let isWhole = range.incomplete.isEmpty
    if range.high == 0, !isWhole {
      return pick("niet bekend; 0 voor wie een getal heeft", "not known; 0 for those with a number")
    }
    let known =
      range.low == range.high
      ? amount.write(range.high)
      : range.low == 0
        ? pick("mogelijk tot ", "possibly up to ") + amount.write(range.high)
        : pick("tussen \(amount.write(range.low)) en ", "between \(amount.write(range.low)) and ")
          + amount.write(range.high)
    return (isWhole ? "" : pick("voor zover bekend ", "as far as is known ")) + known
  }

  private func coverage(_ known: Int, of total: Int) -> String {
    if total == 1 {
      return known == 1 ? "" : pick("; er is geen getal vastgelegd", "; no number is recorded")
    }
    return known == 0
      ? pick(
        "; voor geen van de \(number(total)) is een getal vastgelegd",
        "; for none of the \(number(total)) is a number recorded")
      : pick(
        "; een getal is bekend voor \(number(known)) van de \(number(total))",
        "; a number is known for \(number(known)) of the \(number(total))")
  }

  /// Names in a sentence, or their number where they are many.
  private func few(_ names: [String]) -> String {
    names.count > Report.mostNames
      ? pick("\(number(names.count)) ervan", "\(number(names.count)) of them") : list(names)
  }
}
