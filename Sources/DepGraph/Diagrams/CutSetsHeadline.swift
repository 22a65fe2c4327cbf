/// The conclusion of a picture of ways to lose a component.
struct CutSetsHeadline {
  private let cuts: CutSets
  private let chosen: ChosenCutSets
  private let words: DiagramWords
  private let name: String
  private let names: (CutSets.Found) -> [String]

  init(
    _ cuts: CutSets, _ chosen: ChosenCutSets, _ compiled: CompiledModel, _ words: DiagramWords
  ) {
    self.cuts = cuts
    self.chosen = chosen
    self.words = words
    name = compiled.name(of: cuts.question.target, in: words.language)
    names = { found in found.elements.map { compiled.name(of: $0, in: words.language) } }
  }

  private var known: String {
    cuts.openEnds.areThere ? words.pick(", voor zover bekend", ", as far as is known") : ""
  }

  /// How many ways there are, and how much must fail at once.
  ///
  /// - Complexity: O(*s* log *s*) for *s* sizes.
  var sentence: String {
    guard let smallest = cuts.counts.orders.first else {
      if cuts.areAllCounted, cuts.openEnds.areThere {
        return words.pick(
          "Wat \(name) kan stilleggen is niet te zeggen: waar het op rust is niet volledig bekend",
          "What can stop \(name) cannot be told: what it rests on is not fully known")
      }
      return cuts.areAllCounted
        ? words.pick(
          "Niets dat kan uitvallen legt \(name) stil", "Nothing that can fail stops \(name)")
        : words.pick(
          "Wat \(name) kan stilleggen, was te veel om te tellen",
          "What can stop \(name) was too much to count")
    }
    let total = cuts.counts.total == "1" ? words.pick("1 manier", "1 way") : ways(cuts.counts.total)
    let least = cuts.areAllCounted ? "" : words.pick("ten minste ", "at least ")
    let isPossible = chosen.sets.allSatisfy { !$0.isCertain }
    let maybe = isPossible ? words.pick("mogelijk ", "possibly ") : ""
    let start = words.pick(
      "\(least)\(maybe)\(total) om \(name) te verliezen",
      "\(least)\(maybe)\(total) to lose \(name)")
    return start.prefix(1).uppercased() + start.dropFirst()
      + (smallest == 1 ? ofSingles : ofSeveral(smallest)) + known
  }

  private var ofSingles: String {
    let singles = cuts.counts.decimal(of: 1)
    if singles == cuts.counts.total {
      return singles == "1"
        ? words.pick(": daarvoor is één ding genoeg", ": one thing is enough")
        : words.pick(": bij elke is één ding genoeg", ": in each, one thing is enough")
    }
    return words.pick(
      "; bij \(words.digits(singles)) is één ding genoeg",
      "; in \(words.digits(singles)) of them, one thing is enough")
  }

  private func ofSeveral(_ smallest: Int) -> String {
    words.pick(
      ": er moeten altijd ten minste \(smallest) dingen tegelijk uitvallen",
      ": at least \(smallest) things must always fail at once")
  }

  private func ways(_ count: String) -> String {
    words.digits(count) + words.pick(" manieren", " ways")
  }

  // MARK: - What is drawn

  /// Which ways are drawn, and how many more there are.
  ///
  /// - Complexity: O(*s* log *s*) for *s* sizes.
  var subtitle: String {
    guard !chosen.sets.isEmpty else { return "" }
    return ([drawn] + [others].compactMap(\.self)).joined(separator: " ")
  }

  private var isAll: Bool { cuts.areAllCounted && cuts.counts.totalCount == chosen.sets.count }

  private var drawn: String {
    let count = chosen.sets.count
    if isAll {
      return count == 1
        ? words.pick("Dit is de enige.", "This is the only one.")
        : words.pick("Dit zijn ze alle \(count).", "These are all \(count).")
    }
    let number = words.pick(
      ["", "De", "De twee", "De drie"][count], ["", "The", "The two", "The three"][count])
    if chosen.areLikeliest {
      return words.pick(
        "\(number) waarschijnlijkste\(basis).", "\(number) most likely\(basis).")
    }
    // Others may be as small.
    let isShared = rest.map { $0.smallest <= chosen.sets.map(\.elements.count).max() ?? 0 } ?? false
    let which =
      isShared
      ? words.pick(
        ["", "Eén", "Twee", "Drie"][count] + " van de kleinste",
        ["", "One", "Two", "Three"][count] + " of the smallest")
      : number + words.pick(" kleinste", " smallest")
    return which
      + words.pick(
        "; welke het waarschijnlijkst zijn is niet te zeggen, want niet van alles is bekend hoe vaak het uitvalt.",
        "; which are the most likely cannot be told, for it is not known of everything how often it fails."
      )
  }

  /// What the figures rest on.
  private var basis: String {
    chosen.sets.contains { $0.likelihood.restsOnPromises } ? ", \(words.ifKept)" : ""
  }

  /// The ways that are not drawn.
  private var rest: (count: String, smallest: Int)? {
    cuts.counts.others(than: chosen.sets.map(\.elements.count))
  }

  private var others: String? {
    guard !isAll, let rest else { return nil }
    let least = cuts.areAllCounted ? "" : words.pick("ten minste ", "at least ")
    let size =
      rest.smallest == 1
      ? words.pick("één ding", "one thing")
      : words.pick("\(rest.smallest) dingen tegelijk", "\(rest.smallest) things at once")
    guard rest.count != "1" || !cuts.areAllCounted else {
      return words.pick("Er is nog 1 andere: \(size).", "There is 1 other: \(size).")
    }
    return words.pick(
      "Er zijn nog \(least)\(words.digits(rest.count)) andere; de kleinste daarvan vraagt \(size).",
      "There are \(least)\(words.digits(rest.count)) others; the smallest of them takes \(size).")
  }

  /// What to keep in mind.
  ///
  /// - Complexity: O(*k*) for *k* keys.
  var notes: [String] {
    var notes: [String] = []
    if !chosen.areLikeliest,
      chosen.sets.contains(where: { shownFigure(of: $0) != nil && $0.likelihood.restsOnPromises })
    {
      notes.append(words.pick("Cijfers gelden ", "Figures hold ") + words.ifKept + ".")
    }
    if let order = cuts.countedUpTo, !cuts.areAllCounted {
      notes.append(words.countedUpTo(order))
    }
    if !cuts.openEnds.unknown.isEmpty {
      notes.append(words.needsNotKnown(cuts.openEnds.unknown.count))
    }
    if !cuts.openEnds.independenceNotShown.isEmpty {
      notes.append(words.mayShare(cuts.openEnds.independenceNotShown))
    }
    return notes
  }

  /// The title of a way: its number, how much must fail, and how likely that is.
  ///
  /// - Parameters:
  ///   - found: The way.
  ///   - number: Its place on the page.
  /// - Returns: The title; without a figure where one is not known or assumed.
  func title(of found: CutSets.Found, number: Int) -> String {
    let count = found.elements.count
    let what =
      count == 1
      ? words.pick("één ding", "one thing")
      : words.pick("\(count) dingen tegelijk", "\(count) things at once")
    var parts = ["\(number)", what]
    if !found.isCertain { parts.append(words.possible) }
    if let probability = shownFigure(of: found) { parts.append(words.shareOfTime(probability)) }
    return parts.joined(separator: " · ")
  }

  private func shownFigure(of found: CutSets.Found) -> Ratio? {
    found.likelihood.isAssumed ? nil : found.likelihood.probability
  }
}
