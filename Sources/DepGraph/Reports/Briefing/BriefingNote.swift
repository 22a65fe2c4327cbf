/// The first page of a briefing: one A4 with the message, three findings, what is not known, the
/// decision asked for, and how far all of it can be relied on.
struct BriefingNote {
  /// A fact that is missing, in words.
  struct Missing: Hashable {
    /// What is not known.
    let what: String
    /// How many processes and consumers hang on it.
    let users: Int
    /// Who can tell.
    let who: String
  }

  /// The message in one sentence or two.
  let message: String
  /// The three findings that weigh most, each with its question.
  let findings: [(text: String, anchor: String, number: Int)]
  /// The facts worth most.
  let missing: [Missing]
  /// How many more facts are missing.
  let moreMissing: Int
  /// The decision asked for; nil: for the writer to fill in.
  let decision: String?
  /// How old the decisive facts are and what they rest on.
  let reliability: [String]

  /// How many findings and missing facts stand on the page.
  static let findingCount = 3
  static let missingCount = 5

  /// Sums a briefing up.
  ///
  /// - Parameters:
  ///   - context: What was found.
  ///   - chapters: The ten questions with their answers.
  /// - Complexity: That of `UnknownFacts`.
  init(_ context: BriefingContext, _ chapters: [BriefingChapter]) {
    let (phrases, names) = (context.phrases, context.names)
    message = Self.message(context)
    let order = [4, 2, 7, 3, 6, 5, 9, 8, 10]
    let answered = order.compactMap { number in chapters.first { $0.number == number } }
      .filter { $0.conclusion != nil }
    let chosen = answered.filter(\.isAlarming) + answered.filter { !$0.isAlarming }
    findings = chosen.prefix(Self.findingCount).map { chapter in
      (
        text: (chapter.conclusion ?? "").firstSentences(within: 230), anchor: chapter.anchor,
        number: chapter.number
      )
    }
    let plan = context.found.restoration?[.classThenSlack]
    let facts = UnknownFacts(in: context.compiled, after: context.found.blast, plan: plan).ranked
    missing = facts.prefix(Self.missingCount).map { fact in
      Missing(
        what: phrases.missingFact(fact.kind, fact.subjects.map(names.name)),
        users: fact.users.count, who: context.parties.whoKnows(fact.subjects))
    }
    moreMissing = max(0, facts.count - Self.missingCount)
    decision = context.answers.question.decision?.text(in: context.language)
    reliability = Self.reliability(context)
  }

  private static func message(_ context: BriefingContext) -> String {
    guard let blast = context.found.blast else { return context.phrases.nothingToFail }
    let report = blast.report(in: context.compiled, language: context.language)
    return context.names.withoutIDs(report.keySentence)
  }

  private static func reliability(_ context: BriefingContext) -> [String] {
    let (compiled, phrases) = (context.compiled, context.phrases)
    let blast = context.found.blast
    let hits = (blast?.down ?? []) + (blast?.degraded ?? [])
    let decisive = Set(
      (blast?.failed ?? []) + hits.map(\.vertex) + (blast?.cannotTell ?? []).map(\.vertex)
    ).sorted().filter { compiled.component($0) != nil }
    let bases = decisive.compactMap { compiled.component($0)?.evidence.basis }
    let counts = Basis.allCases.compactMap { basis -> (Basis, Int)? in
      let count = bases.count { $0 == basis }
      return count > 0 ? (basis, count) : nil
    }
    let unknown = Set(compiled.unknownRequirements)
    let age = Provenance(names: context.names, phrases: phrases).ageLine(of: decisive)
    return [
      decisive.isEmpty
        ? nil
        : phrases.restsOn(
          decisive.count, counts, incomplete: decisive.count(where: unknown.contains)),
      age.map(context.names.withoutIDs),
      phrases.possibleShare(
        possible: hits.count { $0.verdict == .possible }, of: hits.count),
    ].compactMap(\.self)
  }
}

extension String {
  /// Its first sentences: one at least, and more as long as all of them fit.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  func firstSentences(within most: Int) -> String {
    var sentences: [Substring] = []
    var start = startIndex
    var place = startIndex
    while place < endIndex {
      let next = index(after: place)
      let isEnd =
        self[place] == "." && next < endIndex && self[next] == " "
        && index(after: next) < endIndex && self[index(after: next)].isUppercase
      if isEnd || next == endIndex {
        sentences.append(self[start..<next])
        start = isEnd ? index(after: next) : next
      }
      place = next
    }
    var result = String(sentences.first ?? "")
    for sentence in sentences.dropFirst() {
      guard result.count + 1 + sentence.count <= most else { break }
      result += " " + sentence
    }
    return result
  }
}
