/// The conclusion of a cascade: how many other sectors, directly and through others.
struct CascadeHeadline {
  private let cascade: Cascade
  private let compiled: CompiledModel
  private let words: DiagramWords

  init(_ cascade: Cascade, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.cascade = cascade
    self.compiled = compiled
    self.words = words
  }

  /// The sentence.
  ///
  /// - Complexity: O(*s*) for *s* sectors.
  var sentence: String {
    let names = cascade.seeds.vertices.map { compiled.name(of: $0, in: words.language) }
    let subject =
      names.isEmpty ? cascade.seeds.written.joined(separator: ", ") : words.failed(names)
    let others = cascade.others
    let certain = others.count { $0.verdict == .certain }
    let direct = others.count { $0.order <= 1 }
    let passed = cascade.sectors.filter { $0.order == 1 && $0.users.isEmpty }
    let through = passed.map {
      compiled.model.sectors[$0.id]?.name.text(in: words.language) ?? $0.id
    }
    return words.cascadeHeadline(
      subject, isSeveral: names.count > 1, certain: certain, possible: others.count,
      direct: direct, depth: cascade.depth,
      through: through.isEmpty
        ? words.pick("andere sectoren", "other sectors") : words.list(through),
      after: cascade.after?.seconds)
  }

  /// Who is hit in them.
  ///
  /// - Complexity: O(*n*) for *n* processes and consumers that fall.
  var subtitle: String {
    let users = cascade.sectors.flatMap(\.users).count + cascade.withoutSector.count
    let organisations = Set(cascade.sectors.flatMap(\.organisations)).count
    return words.cascadeSubtitle(
      users: users, certain: cascade.certainUsers.count, organisations: organisations,
      countsDegraded: cascade.countsDegraded)
  }

  /// What is not drawn.
  ///
  /// - Complexity: O(1).
  var notes: [String] {
    let without = cascade.withoutSector.count
    return without == 0 ? [] : [words.withoutSector(without)]
  }

  var scenario: String {
    let seeds =
      cascade.seeds.written.isEmpty
      ? cascade.seeds.vertices.map(compiled.table.id(of:)) : cascade.seeds.written
    let after = cascade.after.map { words.pick(", na ", ", after ") + words.span($0.seconds) }
    return "\(seeds.joined(separator: ", ")) \(words.failVerb(seeds.count))\(after ?? "")"
  }
}
