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
    let kind = compiled.component(vertex)?.kind
    return kind == .process || kind == .consumer
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
      return words.pick(
        "\(opening) \(moment) \(words.count(blast.down.count, nil)) uit",
        "\(opening) \(words.count(blast.down.count, nil)) go down \(moment)")
    }
    if hit.isEmpty {
      return words.pick(
        "\(opening) \(moment) geen van \(users.count) \(noun) aantoonbaar uit",
        "\(opening) none of \(users.count) \(noun) is shown to go down \(moment)")
    }
    let count = words.certainAndPossible(certain, hit.count)
    return words.pick(
      "\(opening) \(moment) \(count) van \(users.count) \(noun) uit",
      "\(opening) \(count) of \(users.count) \(noun) go down \(moment)")
  }

  private var opening: String {
    let names = blast.failed.map { compiled.name(of: $0, in: words.language) }
    let shown =
      names.count > 3
      ? words.count(names.count, nil)
      : names.isEmpty ? blast.question.seeds.written.joined(separator: ", ") : words.list(names)
    return words.pick(
      "\(names.count > 1 ? "Vallen" : "Valt") \(shown) uit, dan \(verb)",
      "If \(shown) \(names.count > 1 ? "fail" : "fails"),")
  }

  /// The Dutch verb, by how many fall.
  private var verb: String {
    let hit = blast.down.count { isUser($0.vertex) }
    return hit == 0 || hit == 1 ? "valt" : "vallen"
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
      parts.append("\(words.word(for: role)) \(words.certainAndPossible(certain, hits.count))")
    }
    if !blast.cannotTell.isEmpty {
      parts.append("\(words.word(for: .untold)) \(blast.cannotTell.count)")
    }
    let claims = Set(blast.claimedIndependent.filter(\.coversTheFailure).map(\.vertex)).count
    if claims > 0 {
      parts.append(
        "\(words.word(for: .unaffected)) (\(words.pick("bewering", "claim"))) \(claims)")
    }
    let beginning = words.pick(
      "Van \(compiled.model.components.count) onderdelen",
      "Of \(compiled.model.components.count) components")
    let moment =
      blast.question.after.map {
        words.pick("stand na \(words.span($0.seconds))", "as of \(words.span($0.seconds)) after")
      } ?? words.pick("als alle overbruggingstijden op zijn", "when all holdup times are spent")
    let counts =
      parts.isEmpty ? words.pick("niets geraakt", "nothing hit") : parts.joined(separator: " · ")
    return "\(beginning), \(moment): \(counts)"
  }
}
