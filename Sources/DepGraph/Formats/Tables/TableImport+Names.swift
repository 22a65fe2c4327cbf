extension TableImport {
  /// What a name in a cell means.
  struct Meaning {
    let index: Int
    /// Whether it could be something else too.
    let isAmbiguous: Bool
  }

  /// The thing that a text names: by an id, an id elsewhere, or a name, without case.
  func meaning(of text: String, as subject: TableSubject) -> Meaning? {
    let key = TableWords.folded(text)
    if let index = byID[subject]?[key] { return Meaning(index: index, isAmbiguous: false) }
    let alike = byName[subject]?[key] ?? []
    // What others lean on is rather a system than a process of the same name.
    guard let index = alike.first(where: { !entities[$0].isUser }) ?? alike.first else {
      return nil
    }
    return Meaning(index: index, isAmbiguous: alike.count > 1)
  }

  /// The thing that a text names; where nothing has this name, a new one without a row of its own.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - subject: What is named.
  ///   - place: Where.
  ///   - kind: The kind of a new component; nil: what the map says.
  /// - Returns: Its place among the things, and whether it is a guess which is meant.
  func named(
    _ text: String, as subject: TableSubject, at place: SourcePlace, kind: ComponentKind? = nil
  ) -> Meaning {
    if let meaning = meaning(of: text, as: subject) {
      if meaning.isAmbiguous {
        log.report(
          .doubleName, "`\(text.prefix(60))` is the name of two things", at: place,
          hint: "the one at \(entities[meaning.index].place) is taken, and marked as assumed")
      }
      return meaning
    }
    let near = nearName(to: text, as: subject)
    var entity = TableEntity(
      subject: subject, row: .component, place: place, sources: source(of: place))
    entity.isPlaceholder = true
    entity.guessedKind = kind
    let cell = TableSheet.Cell(text: text, kind: .text, place: place)
    entity.facts[.name] = [
      TableFact(cell: cell, answer: .value(text), unit: nil, register: map.register)
    ]
    entities.append(entity)
    remember(entities.count - 1)
    noteUndeclared(text, as: subject, at: place, near: near)
    return Meaning(index: entities.count - 1, isAmbiguous: false)
  }

  private func noteUndeclared(
    _ text: String, as subject: TableSubject, at place: SourcePlace, near: String?
  ) {
    if isListed.contains(subject) {
      log.report(
        .undeclaredName,
        "`\(text.prefix(60))` is named here and has no row of its own; it is taken over as assumed",
        at: place, hint: near.map { "did you mean `\($0)`?" })
    } else if let near {
      log.report(
        .nearName, "`\(text.prefix(60))` looks like `\(near.prefix(60))`; they are kept apart",
        at: place, hint: "are they the same?")
    }
    switch subject {
    case .component:
      report.note(
        .guessed, Self.said("een naam zonder regel", "a name without a row"),
        Self.said("onderdeel, aangenomen", "component, assumed"))
    case .party, .contact, .contract:
      report.note(
        .mapped, Self.said("een naam in een kolom", "a name in a column"),
        Self.said(
          subject == .party ? "partij" : subject == .contact ? "contact" : "afspraak",
          subject == .party ? "party" : subject == .contact ? "contact" : "agreement"))
    }
  }

  /// The known name that is nearest to a text, if there is one near enough to be meant.
  private func nearName(to text: String, as subject: TableSubject) -> String? {
    guard hintBudget > 0 else { return nil }
    // Where no rows are about such things at all, every name is as good as another.
    guard isListed.contains(subject) else {
      return subject == .party ? sameParty(as: text) : nil
    }
    let known = entities.lazy.filter { $0.subject == subject }.map(\.title)
    hintBudget -= entities.count
    // Two numbers that differ by a digit are two numbers.
    if text.contains(where: \.isNumber) {
      let letters = text.filter { !$0.isNumber }
      return nearestName(
        to: text, among: known.filter { $0.filter { !$0.isNumber } != letters })
    }
    return nearestName(to: text, among: known)
  }

  /// A party of the same name but for signs, accents and its legal form.
  private func sameParty(as text: String) -> String? {
    hintBudget -= entities.count
    let key = Self.bareParty(text)
    return entities.first { $0.subject == .party && Self.bareParty($0.title) == key }?.title
  }

  private static func bareParty(_ name: String) -> String {
    let bare = TableWords.bare(name)
    let form = ["bv", "nv", "inc", "ltd", "gmbh"].first { bare.hasSuffix($0) && bare.count > 4 }
    return form.map { String(bare.dropLast($0.count)) } ?? bare
  }

  // MARK: - Lists

  /// A member of a list in a cell.
  enum Member {
    case unknown
    case nothing
    case notApplicable
    /// One thing, or several of which one is enough; guessed: by a word such as `of`.
    case things([String], isGuessed: Bool)
  }

  /// The members of a cell: by line breaks and the map's separators, unless the whole of it is a name.
  func members(of fact: TableFact, as subject: TableSubject) -> [Member] {
    switch fact.answer {
    case .blank: return []
    case .unknown, .spoilt: return [.unknown]
    case .nothing: return [.nothing]
    case .notApplicable: return [.notApplicable]
    case .value(let text):
      if meaning(of: text, as: subject) != nil { return [.things([text], isGuessed: false)] }
      return parts(of: text, as: subject, map.separators[...]).map { part in
        switch map.words.answer(fact.part(part)) {
        case .unknown, .spoilt: .unknown
        case .nothing: .nothing
        case .notApplicable: .notApplicable
        default: alternatives(part, as: subject)
        }
      }
    }
  }

  private func parts(
    of text: String, as subject: TableSubject, _ separators: ArraySlice<Character>
  ) -> [String] {
    let lines = text.split { $0.isNewline }.map { String($0).cellText }.filter { !$0.isEmpty }
    if lines.count > 1 { return lines.flatMap { parts(of: $0, as: subject, separators) } }
    guard let separator = separators.first, meaning(of: text, as: subject) == nil else {
      return lines
    }
    let pieces = text.split(separator: separator).map { String($0).cellText }
      .filter { !$0.isEmpty }
    return pieces.flatMap { parts(of: $0, as: subject, separators.dropFirst()) }
  }

  /// `A | B`: one of them is enough; `A of B` is taken so too, and is a guess.
  private func alternatives(_ text: String, as subject: TableSubject) -> Member {
    if meaning(of: text, as: subject) != nil { return .things([text], isGuessed: false) }
    let barred = text.split(separator: "|").map { String($0).cellText }.filter { !$0.isEmpty }
    if barred.count > 1 { return .things(barred, isGuessed: false) }
    for word in [" of ", " or ", " / "] where text.contains(word) {
      let parts = text.split(separator: word).map { String($0).cellText }.filter { !$0.isEmpty }
      // A name may hold the word; each part must be known to be a thing of its own.
      if parts.count > 1, parts.contains(where: { meaning(of: $0, as: subject) != nil }) {
        return .things(parts, isGuessed: true)
      }
    }
    return .things([text], isGuessed: false)
  }
}
