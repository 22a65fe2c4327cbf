/// The one sentence about a change for those who decide on it.
struct DifferenceSentence {
  private let difference: ModelDifference
  private let words: FactWords
  private let phrases: Phrases

  /// The most kinds of parts that are counted by name.
  private static let mostKinds = 4
  /// The most single points of failure that are named.
  private static let mostNamed = 3

  init(
    _ difference: ModelDifference, _ before: CompiledModel, _ after: CompiledModel,
    _ language: Language
  ) {
    self.difference = difference
    phrases = Phrases(language)
    words = FactWords(
      before: DisplayNames(compiled: before, language: language),
      after: DisplayNames(compiled: after, language: language), phrases: phrases)
  }

  /// The sentence.
  ///
  /// - Complexity: O(*n* log *n*) for what differs.
  var text: String {
    guard !difference.facts.isEmpty else {
      return phrases.noDifference(
        isSameText: difference.isSameText, remarks: difference.facts.remarks.count)
    }
    let parts = [facts, points, availability, unknowns].compactMap(\.self)
    let stopped = difference.isComplete ? "" : phrases.differenceStopped
    return phrases.pick("Deze wijziging ", "This change ") + parts.joined(separator: "; ") + "."
      + stopped
  }

  // MARK: - Facts

  private var facts: String {
    let found = difference.facts
    let verbs: [(String, String, [FactSubject])] = [
      (phrases.pick("voegt", "adds"), phrases.pick(" toe", ""), found.added),
      (phrases.pick("neemt", "removes"), phrases.pick(" weg", ""), found.removed),
      (phrases.pick("verandert", "changes"), "", found.changed.map(\.subject)),
    ]
    var clauses: [String] = []
    for (verb, rest, all) in verbs {
      let subjects = all.filter { $0.kind != .model }
      if !subjects.isEmpty { clauses.append("\(verb) \(counts(subjects))\(rest)") }
    }
    if let own = found.changed.first(where: { $0.subject.kind == .model }) {
      let keys = own.changes.filter { !$0.name.key.isRemark }.map { phrases.word($0.name) }
      clauses.append(phrases.modelClause(keys))
    }
    return phrases.clauses(clauses)
  }

  /// "2 onderdelen, 1 contract en 3 andere zaken".
  private func counts(_ subjects: [FactSubject]) -> String {
    let kinds = FactSubject.Kind.allCases.compactMap { kind in
      let number = subjects.count { $0.kind == kind }
      return number == 0 ? nil : (kind, number)
    }
    let named = kinds.count <= Self.mostKinds ? kinds : Array(kinds.prefix(Self.mostKinds - 1))
    let rest = kinds.dropFirst(named.count).reduce(0) { $0 + $1.1 }
    var texts = named.map { phrases.count($1, Phrases.noun(for: $0)) }
    if rest > 0 { texts.append(phrases.otherThings(rest)) }
    return phrases.list(texts)
  }

  // MARK: - Effects

  private var points: String? {
    let old = difference.users.filter { $0.before != nil && $0.after != nil }
    let new = old.flatMap(\.newPoints)
    let gone = old.flatMap(\.gonePoints)
    var text = phrases.pointsClause(
      new: named(new), for: old.count { !$0.newPoints.isEmpty }, gone: named(gone),
      from: old.count { !$0.gonePoints.isEmpty })
    let came = difference.users.filter { $0.before == nil && $0.after?.points.isEmpty == false }
    if !came.isEmpty {
      text += phrases.newUsersClause(
        came.map { words.name($0.id) }, points: Set(came.flatMap { $0.newPoints.map(\.id) }).count)
    }
    let weaker = old.filter { $0.isWeaker && $0.newPoints.isEmpty }
    if !weaker.isEmpty { text += phrases.weakerClause(weaker.map { words.name($0.id) }) }
    return text
  }

  private func named(_ points: [UserState.Point]) -> Phrases.NamedPoints {
    let ids = Set(points.map(\.id)).inByteOrder
    let certain = Set(points.filter { $0.verdict == .certain }.map(\.id))
    return Phrases.NamedPoints(
      count: ids.count, onlyPossible: ids.count { !certain.contains($0) },
      names: phrases.list(ids.map(words.name), most: Self.mostNamed))
  }

  private var availability: String? {
    let moved = difference.users.filter { user in
      // What differs by less than can be shown is told in the table alone.
      guard let old = user.before?.chance, let new = user.after?.chance else { return false }
      let shown = phrases.distinct(old, new)
      return shown.0 != shown.1
    }
    let worse = moved.filter { $0.chanceTrend == .worse }
    let better = moved.filter { $0.chanceTrend == .better }
    let untold = difference.users.filter { $0.losesSight }
    var texts: [String] = []
    for (users, isWorse) in [(worse, true), (better, false)] {
      guard let most = users.max(by: { $0.chanceShift < $1.chanceShift }),
        let old = most.before?.chance, let new = most.after?.chance
      else { continue }
      texts.append(
        phrases.availabilityClause(
          of: words.name(most.id), from: old, to: new, isWorse: isWorse, others: users.count - 1))
    }
    if !untold.isEmpty {
      texts.append(phrases.availabilityUntold(untold.map { words.name($0.id) }))
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private var unknowns: String? {
    phrases.unknownsClause(
      new: difference.facts.newUnknowns.count, gone: difference.facts.goneUnknowns.count)
  }
}

extension UserDifference {
  /// By how much the share of time changes in which it is down.
  fileprivate var chanceShift: Double {
    guard let old = before?.chance, let new = after?.chance else { return 0 }
    return max(
      (new.unavailability.high - old.unavailability.high).magnitude,
      (new.unavailability.low - old.unavailability.low).magnitude)
  }

  /// Whether it cannot be told any more, or not be compared, how often it is down.
  var losesSight: Bool {
    guard before?.chance != nil, after != nil else { return false }
    return after?.chance == nil || chanceTrend == .cannotTell
  }
}
