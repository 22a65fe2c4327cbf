import Foundation

/// What is said about fault trees, which are for engineers: numbers have six significant digits.
extension Phrases {
  /// A number with six significant digits: `0,00117058`, `1,058e-13`.
  func significant(_ value: Double) -> String {
    guard value.isFinite else { return value > 0 ? "∞" : "–" }
    let text = String(format: "%.6g", value)
    return pick(text.replacingOccurrences(of: ".", with: ","), text)
  }

  /// A quotient likewise.
  func significant(_ value: ImportanceMeasures.Quotient) -> String {
    switch value {
    case .value(let number): significant(number)
    case .infinite: "∞"
    case .undefined: "–"
    }
  }

  func faultTreeTitle(_ tops: [String]) -> String {
    tops.count == 1
      ? pick("Foutenboom van ", "Fault tree of ") + list(tops) : pick("Foutenbomen", "Fault trees")
  }

  func faultTreesSentence(_ tops: Int) -> String {
    pick("\(number(tops)) topgebeurtenissen.", "\(number(tops)) top events.")
  }

  /// How many sets a top has, and how likely it is.
  func faultTreeSentence(
    _ top: FaultTreeReview.Top, _ question: FaultTreeReview.Question
  ) -> String {
    let name = top.gate.label ?? top.gate.name
    if let constant = top.constant {
      return constant
        ? pick("\(name) is altijd waar, wat er ook gebeurt.", "\(name) is true whatever happens.")
        : pick("\(name) is nooit waar, wat er ook gebeurt.", "\(name) is never true.")
    }
    let events = count(top.events.count, Self.basicEvent)
    return setSentence(top, question, name: name, events: events) + " " + chanceSentence(top)
  }

  private func setSentence(
    _ top: FaultTreeReview.Top, _ question: FaultTreeReview.Question, name: String, events: String
  ) -> String {
    guard let sets = top.cutSets else {
      return pick(
        "\(name) hangt af van \(events); de minimale snedeverzamelingen zijn niet geteld: de grens was bereikt.",
        "\(name) depends on \(events); its minimal cut sets were not counted: the limit was reached."
      )
    }
    let total = sets.counts.total
    let noun = self.noun(
      top.isCoherent == false ? Self.pCut : Self.cutSet, for: total == "1" ? 1 : 2)
    let most = (sets.countedUpTo ?? question.maxOrder).map {
      pick(" van ten hoogste \(number($0))", " of at most \(number($0))")
    }
    let larger =
      sets.countedUpTo != nil
      ? pick("; meer was te veel om te tellen", "; more was too much to count")
      : sets.hasLarger == true ? pick("; er zijn ook grotere", "; there are larger ones too") : ""
    return pick(
      "\(name) hangt af van \(events) en heeft \(digits(total)) \(noun)\(most ?? "")\(larger).",
      "\(name) depends on \(events) and has \(digits(total)) \(noun)\(most ?? "")\(larger).")
  }

  private func chanceSentence(_ top: FaultTreeReview.Top) -> String {
    if let probability = top.probability {
      return pick(
        "De kans erop is \(significant(probability)) (exact berekend).",
        "Its probability is \(significant(probability)) (computed exactly).")
    }
    if let bounds = top.bounds {
      let (low, high) = (significant(bounds.lowerBound), significant(bounds.upperBound))
      return pick(
        "De kans ligt tussen \(low) en \(high).", "Its probability is from \(low) to \(high).")
    }
    return top.withoutProbability.isEmpty
      ? pick("De kans is niet berekend.", "Its probability was not computed.")
      : pick(
        "De kans is niet bekend: \(count(top.withoutProbability.count, Self.basicEvent)) zonder kans.",
        "Its probability is not known: \(count(top.withoutProbability.count, Self.basicEvent)) without one."
      )
  }

  static let basicEvent = Noun(
    ("basisgebeurtenis", "basisgebeurtenissen"), ("basic event", "basic events"))
  static let cutSet = Noun(
    ("minimale snedeverzameling", "minimale snedeverzamelingen"),
    ("minimal cut set", "minimal cut sets"))
  static let pCut = Noun(
    ("minimale p-snede", "minimale p-sneden"), ("minimal p-cut", "minimal p-cuts"))

  /// That not all remarks are shown.
  ///
  /// - Parameter count: The number of those that are not.
  /// - Returns: A line without a full stop.
  public func moreRemarks(_ count: Int) -> String {
    pick("en nog \(number(count)) waarschuwingen", "and \(number(count)) more warnings")
  }

  /// That a fault tree would be too large to write.
  public var tooManyGates: String {
    pick(
      "de kringen en netwerken van dit model geven te veel poorten; er is niets geschreven",
      "the cycles and networks of this model give too many gates; nothing was written")
  }

  // MARK: - Tables

  var byOrderHeading: String {
    pick("Hoeveel gebeurtenissen er samen nodig zijn", "How many events it takes at once")
  }
  var orderTitle: String { pick("Gebeurtenissen", "Events") }
  var setCountTitle: String { pick("Verzamelingen", "Sets") }
  var happenTogetherTitle: String { pick("Gebeuren samen", "Happen together") }
  var chanceTitle: String { pick("Kans", "Probability") }
  var eventTitle: String { pick("Gebeurtenis", "Event") }
  var importanceHeading: String { pick("Wat het meest uitmaakt", "What matters most") }
  var criticalityTitle: String { pick("Kritiek", "Criticality") }
  var diagnosticTitle: String { pick("Diagnose", "Diagnostic") }

  func setsHeading(_ isCoherent: Bool) -> String {
    isCoherent
      ? pick("Minimale snedeverzamelingen, de kleinste eerst", "Minimal cut sets, smallest first")
      : pick("Minimale p-sneden, de kleinste eerst", "Minimal p-cuts, smallest first")
  }

  func notAllListed(_ sets: FaultTreeReview.SetList) -> String {
    pick(
      "Getoond: de eerste \(number(sets.sets.count)) van \(digits(sets.counts.total)) (--limit).",
      "Shown: the first \(number(sets.sets.count)) of \(digits(sets.counts.total)) (--limit).")
  }

  var notCoherentNote: String {
    pick(
      "De boom bevat ontkenningen. Een minimale p-snede noemt wat er gebeurt; wat er daarbij niet mag gebeuren, staat er niet bij.",
      "The tree holds negations. A minimal p-cut names what happens; what must not happen with it is left out."
    )
  }

  func withoutProbabilityNote(_ events: [String]) -> String {
    let shown = events.prefix(10).joined(separator: ", ") + (events.count > 10 ? ", …" : "")
    return pick("Zonder kans: \(shown).", "Without a probability: \(shown).")
  }

  /// That a decision diagram grew too large.
  ///
  /// - Parameter review: What was answered.
  /// - Returns: A line without a full stop; nil where time or the user ended the work.
  /// - Complexity: O(*t*) for *t* tops.
  public func stopped(_ review: FaultTreeReview) -> String? {
    let nodes = review.tops.compactMap { top -> Int? in
      if case .nodes(let number) = top.limit { number } else { nil }
    }
    guard let limit = nodes.max(), !review.tops.contains(where: { $0.limit == .stopped }) else {
      return nil
    }
    return pick(
      "er waren meer dan \(number(limit)) knopen nodig (--max-nodes); de uitkomst is niet volledig",
      "more than \(number(limit)) nodes were needed (--max-nodes); the result is not complete")
  }
}
