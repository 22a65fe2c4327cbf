/// What is said about the ways to lose a component.
extension Phrases {
  static let way = Noun(("manier", "manieren"), ("way", "ways"))

  func cutSetsTitle(_ name: String) -> String {
    pick("Manieren om \(name) te verliezen", "Ways to lose \(name)")
  }

  /// How many ways there are to lose something, and the first of them.
  ///
  /// The likeliest is named only where nothing is unknown: what has no figure could be likelier.
  func cutSetsSentence(_ cuts: CutSets, name: String, first: [String]?) -> String {
    let known = cuts.openEnds.areThere ? pick(", voor zover bekend", ", as far as is known") : ""
    guard let smallest = cuts.counts.orders.first else {
      return withoutCutSets(cuts, name: name, known: known)
    }
    let total = self.ways(cuts.counts)
    let limit = limitOfCount(cuts.countedUpTo, maxOrder: cuts.question.maxOrder, cuts.areAllCounted)
    var sentence = pick(
      "\(name) kan op \(cuts.areAllCounted ? "" : "ten minste ")\(total) uitvallen\(limit)\(known).",
      "\(name) can be lost in \(cuts.areAllCounted ? "" : "at least ")\(total)\(limit)\(known).")
    let ofSmallest = digits(cuts.counts.decimal(of: smallest))
    let isOnly = cuts.counts.decimal(of: smallest) == "1"
    sentence +=
      smallest == 1
      ? pick(
        " Bij \(ofSmallest) daarvan is één ding al genoeg (single point of failure).",
        " For \(ofSmallest) of them one thing is enough (single point of failure).")
      : pick(
        " Er moeten ten minste \(number(smallest)) dingen tegelijk uitvallen: \(isOnly ? "dat kan op 1 manier" : "dat kan op \(ofSmallest) manieren").",
        " At least \(number(smallest)) things must fail at once: in \(ofSmallest) \(isOnly ? "way" : "ways")."
      )
    if smallest == 1 { sentence += certainPoints(cuts) }
    if let first, cuts.question.ranking == .probability, cuts.allFiguresAreKnown {
      sentence += pick(
        " Het waarschijnlijkst is uitval van \(list(first)).",
        " The most likely is losing \(list(first)).")
    }
    return sentence
  }

  /// How many of the single points of failure are certain; nothing where all are, or not all are listed.
  private func certainPoints(_ cuts: CutSets) -> String {
    let points = cuts.sets.filter { $0.elements.count == 1 }
    let certain = points.count(where: \.isCertain)
    guard points.count == cuts.counts.count(of: 1), certain < points.count else { return "" }
    let possible = points.count - certain
    return pick(
      " Zeker: \(number(certain)); mogelijk: nog \(number(possible)).",
      " Certain: \(number(certain)); possible: \(number(possible)) more.")
  }

  private func withoutCutSets(_ cuts: CutSets, name: String, known: String) -> String {
    if let order = cuts.countedUpTo, !cuts.areAllCounted || cuts.question.maxOrder != nil {
      guard order > 0 else {
        return pick(
          "Niet geteld: de grens was bereikt voordat er iets bekend was.",
          "Not counted: the limit was reached before anything was known.")
      }
      let things = order == 1 ? pick("ding", "thing") : pick("dingen", "things")
      return pick(
        "Geen uitval van \(order == 1 ? "één" : "ten hoogste \(number(order))") \(things) tegelijk neemt \(name) mee\(known).",
        "No failure of \(order == 1 ? "one" : "at most \(number(order))") \(things) at once takes \(name) down\(known)."
      )
    }
    if !known.isEmpty {
      return pick(
        "Wat \(name) kan stilleggen is niet te zeggen: waar het op rust is niet volledig bekend.",
        "What can stop \(name) cannot be told: what it rests on is not fully known.")
    }
    return pick(
      "Niets legt \(name) stil: ook als alles uitvalt wat kan uitvallen, blijft het werken.",
      "Nothing stops \(name): it keeps working even if all fails that can fail.")
  }

  /// "1.234 manieren".
  func ways(_ counts: CountsBySize) -> String {
    digits(counts.total) + " " + noun(Self.way, for: counts.totalCount ?? 2)
  }

  private func limitOfCount(_ order: Int?, maxOrder: Int?, _ isComplete: Bool) -> String {
    guard let order else { return "" }
    if isComplete {
      return order == 1
        ? pick(" door één ding", " by one thing")
        : pick(
          " door ten hoogste \(number(order)) dingen tegelijk",
          " by at most \(number(order)) things at once")
    }
    return pick(
      "; geteld tot en met \(number(order)) tegelijk", "; counted up to \(number(order)) at once")
  }

  /// A number of any length with the language's signs.
  func digits(_ decimal: String) -> String { language.grouped(decimal) }

  // MARK: - Counts

  var cutSetCountsHeading: String {
    pick("Hoeveel er tegelijk moet uitvallen", "How much must fail at once")
  }

  var sizeTitle: String { pick("Tegelijk", "At once") }
  var waysTitle: String { pick("Manieren", "Ways") }

  /// What is not among the counts; nil: nothing.
  func notCounted(upTo order: Int?, hasLarger: Bool?, isComplete: Bool) -> String? {
    guard let order, hasLarger != false else { return nil }
    if hasLarger == true {
      return pick(
        "Er zijn ook manieren met meer dan \(number(order)) tegelijk; die zijn hier niet geteld.",
        "There are also ways with more than \(number(order)) at once; they are not counted here.")
    }
    return isComplete
      ? pick(
        "Naar meer dan \(number(order)) tegelijk is niet gevraagd.",
        "More than \(number(order)) at once was not asked about.")
      : pick(
        "Meer dan \(number(order)) tegelijk was te veel om te tellen: de grens was bereikt.",
        "More than \(number(order)) at once was too much to count: the limit was reached.")
  }

  // MARK: - The sets

  func cutSetsHeading(_ ranking: MinimalSetQuestion.Ranking, allKnown: Bool) -> String {
    switch ranking {
    case .size: pick("De kleinste eerst", "The smallest first")
    case .probability:
      allKnown
        ? pick("De waarschijnlijkste eerst", "The most likely first")
        : pick(
          "De waarschijnlijkste eerst, voor zover er cijfers zijn; de andere daarna",
          "The most likely first, as far as there are figures; the others after them")
    }
  }

  /// That the target can also fail by itself, which is no way among these.
  func failsByItselfToo(_ name: String) -> String {
    pick(
      "\(name) kan ook door zichzelf uitvallen; dat telt hier niet als manier.",
      "\(name) can also fail by itself; that is not counted as a way here.")
  }

  var failTogetherTitle: String { pick("Wat samen uitvalt", "What fails together") }
  var shareOfTimeTitle: String { pick("Deel van de tijd", "Share of time") }
  var shareTitle: String { pick("Deel van alle uitval", "Share of all outage") }
  var verdictTitle: String { pick("Hoe zeker", "How sure") }

  func word(_ verdict: Verdict) -> String {
    verdict == .certain ? pick("zeker", "certain") : pick("mogelijk", "possible")
  }

  /// How many are listed of how many; nil: all.
  func listed(_ listed: Int, of counts: CountsBySize) -> String? {
    guard counts.totalCount != listed else { return nil }
    return pick(
      "Getoond zijn \(number(listed)) van de \(digits(counts.total)); --limit toont er meer.",
      "Shown are \(number(listed)) of \(digits(counts.total)); --limit shows more.")
  }

  /// What is left out, in probability.
  func leftOut(atMost bound: Double?, withoutFigure count: Int) -> String {
    guard let bound else {
      if count == 0 {
        return pick(
          "Hoe waarschijnlijk het is wat hier niet staat, is niet te zeggen: niet alles waar het op rust is bekend.",
          "How likely it is what is not listed cannot be told: not all that it rests on is known.")
      }
      return pick(
        "Hoe waarschijnlijk het is wat hier niet staat, is niet te zeggen: van \(number(count)) \(count == 1 ? "onderdeel of oorzaak" : "onderdelen en oorzaken") is geen cijfer bekend.",
        "How likely it is what is not listed cannot be told: for \(number(count)) \(count == 1 ? "component or cause" : "components and causes") no figure is known."
      )
    }
    return pick(
      "Wat hier niet staat, doet het ten hoogste \(share(bound)) van de tijd uitvallen.",
      "What is not listed takes it down at most \(share(bound)) of the time.")
  }

  /// What the figures rest on; nil: on what is measured or stated.
  func figuresNote(restOnPromises: Bool, areAssumed: Bool) -> String? {
    var sentences: [String] = []
    if restOnPromises {
      sentences.append(
        pick(
          "De cijfers gelden als elke belofte net wordt nagekomen.",
          "The figures hold if every promise is just kept."))
    }
    if areAssumed {
      sentences.append(
        pick("Een deel van de cijfers is aangenomen.", "Some of the figures are assumed."))
    }
    return sentences.isEmpty ? nil : sentences.joined(separator: " ")
  }

  // MARK: - Figures

  /// A share in two significant digits, an interval as "0,1% tot 0,5%"; empty: not known.
  func rounded(_ ratio: Ratio?) -> String {
    guard let ratio else { return "?" }
    let (low, high) = (share(ratio.low), share(ratio.high))
    return low == high ? low : low + pick(" tot ", " to ") + high
  }

  /// A number in a cell for machines; empty: not known.
  func plain(_ value: Double?) -> String { value.map { self.plain($0) } ?? "" }

  // MARK: - While it runs

  /// That decision diagrams became too large.
  public var outOfRoom: String {
    pick(
      "gestopt: te veel knopen (--max-nodes); de uitkomst is niet volledig",
      "stopped: too many nodes (--max-nodes); the result is not complete")
  }

  /// The line while ways are counted.
  public func countingWays(seconds: Int) -> String {
    pick(
      "bezig de manieren te tellen, \(number(seconds)) s; Ctrl-C stopt",
      "counting the ways, \(number(seconds)) s; Ctrl-C stops")
  }

  // MARK: - What is not known

  var moreForNeeds: String {
    pick(
      "Er kunnen meer manieren zijn, want niet alles is bekend wat deze nodig hebben: ",
      "There may be more ways, for not all is known that these need: ")
  }

  func mayShareValues(_ keys: [String]) -> String {
    pick(
      "Er kunnen meer manieren zijn, want het kan zijn dat waar het op rust hetzelfde deelt zonder dat bekend is wat: \(list(keys)).",
      "There may be more ways, for what it rests on may share what nobody knows: \(list(keys)).")
  }
}
