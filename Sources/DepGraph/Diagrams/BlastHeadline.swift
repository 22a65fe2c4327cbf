/// The conclusion of a blast radius, certain and possible apart, with the moment it holds for.
struct BlastHeadline {
  private let blast: BlastRadius
  private let compiled: CompiledModel
  private let words: DiagramWords

  init(_ blast: BlastRadius, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.blast = blast
    self.compiled = compiled
    self.words = words
  }

  private func isUser(_ vertex: VertexID) -> Bool {
    compiled.component(vertex)?.isUser == true
  }

  /// The sentence.
  ///
  /// - Complexity: O(*n*) for *n* components.
  var sentence: String {
    let users = compiled.vertices(ofKinds: [.process, .consumer]).filter {
      !blast.failed.contains($0)
    }
    let kinds = Set(users.compactMap { compiled.component($0)?.kind })
    let noun = words.users(kinds, count: users.count)
    let hit = blast.down.filter { isUser($0.vertex) }
    let certain = hit.count { $0.verdict == .certain }
    if users.isEmpty {
      let sure = blast.down.count { $0.verdict == .certain }
      return counted(sure, blast.down.count, of: nil)
    }
    if hit.isEmpty {
      return users.count == 1
        ? words.pick(
          "\(opening(1)) \(moment) de enige \(noun) niet aantoonbaar uit",
          "\(opening(1)) the one \(noun) is not shown to go down \(moment)")
        : words.pick(
          "\(opening(0)) \(moment) geen van de \(users.count) \(noun) aantoonbaar uit",
          "\(opening(0)) none of the \(users.count) \(noun) is shown to go down \(moment)")
    }
    return counted(certain, hit.count, of: (users.count, noun))
  }

  /// How many of a whole go down; no whole: components.
  private func counted(
    _ certain: Int, _ possible: Int, of whole: (count: Int, noun: String)?
  ) -> String {
    if possible == 0 {
      return words.pick(
        "\(opening(0)) \(moment) geen ander onderdeel uit",
        "\(opening(0)) no other component goes down \(moment)")
    }
    let first = certain == 0 ? possible : certain
    var dutch = words.certainAndPossible(certain, possible)
    var english = words.count(first, nil)
    if let whole, whole.count == 1 {
      dutch = "\(certain == 0 ? "mogelijk" : "zeker") de enige \(whole.noun)"
      english = "the one \(whole.noun)"
    } else if let whole {
      dutch += " van de \(whole.count) \(whole.noun)"
      english = "\(first) of the \(whole.count) \(whole.noun)"
    } else {
      dutch += " \(words.word(nil, for: possible))"
    }
    let verb = first == 1 ? "goes" : "go"
    let inAll = certain == possible ? "" : ", possibly \(possible) in all"
    return words.pick(
      "\(opening(possible)) \(moment) \(dutch) uit",
      certain == 0
        ? "\(opening(possible)) possibly \(english) \(verb) down \(moment) (none for certain)"
        : "\(opening(possible)) \(english) \(verb) down \(moment) for certain\(inAll)")
  }

  /// The condition, with the Dutch verb for how many fall.
  private func opening(_ count: Int) -> String {
    let names = blast.failed.map { compiled.name(of: $0, in: words.language) }
    let shown =
      names.isEmpty
      ? blast.question.seeds.written.joined(separator: ", ") : words.failed(names)
    return words.pick(
      "\(names.count > 1 ? "Vallen" : "Valt") \(shown) uit, dan \(count > 1 ? "vallen" : "valt")",
      "If \(shown) \(names.count > 1 ? "fail" : "fails"),")
  }

  /// When it holds: within the time asked for, at once, or when all reserves are spent.
  private var moment: String {
    if let after = blast.question.after {
      let span = words.span(after.seconds)
      return words.pick("binnen \(span)", "within \(span)")
    }
    let last = blast.down.filter { isUser($0.vertex) }.compactMap(\.after).max() ?? 0
    if last == 0 { return words.pick("direct", "at once") }
    return words.pick("binnen \(words.span(last))", "within \(words.span(last))")
  }

  /// The counts of all components.
  ///
  /// - Complexity: O(*n*) for *n* components.
  var subtitle: String {
    var parts: [String] = []
    let lists: [(ShapeRole, [BlastRadius.Hit])] = [
      (.down, blast.down), (.degraded, blast.degraded), (.reduced, blast.reducedRedundancy),
    ]
    for (role, hits) in lists where !hits.isEmpty {
      let certain = hits.count { $0.verdict == .certain }
      parts.append("\(words.word(for: role)): \(words.certainAndPossible(certain, hits.count))")
    }
    if !blast.cannotTell.isEmpty {
      parts.append("\(words.word(for: .untold)): \(blast.cannotTell.count)")
    }
    let claims = Set(blast.claimedIndependent.filter(\.coversTheFailure).map(\.vertex)).count
    if claims > 0 {
      parts.append("\(words.word(for: .unaffected)), \(words.asStated): \(claims)")
    }
    let all = words.count(compiled.model.components.count, nil)
    let beginning = words.pick("Van \(all)", "Of \(all)")
    // Where all falls at once, the end is no other moment than the beginning.
    let isAtOnce = (blast.down + blast.degraded).allSatisfy { ($0.after ?? 0) == 0 }
    let moment =
      blast.question.after.map {
        words.pick("stand na \(words.span($0.seconds))", "as of \(words.span($0.seconds)) after")
      }
      ?? (isAtOnce
        ? words.pick("direct", "at once")
        : words.pick("als alle overbruggingstijden op zijn", "when all holdup times are spent"))
    let counts =
      parts.isEmpty ? words.pick("niets geraakt", "nothing hit") : parts.joined(separator: " · ")
    return "\(beginning), \(moment). \(counts.prefix(1).uppercased())\(counts.dropFirst())"
  }
}
