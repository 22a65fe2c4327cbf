/// The keys of diagrams: what occurs, in a fixed order.
enum Legend {
  /// The key of an overview.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func overview(
    _ diagram: Diagram, _ words: DiagramWords, users: String
  ) -> [Diagram.LegendEntry] {
    var entries = [Diagram.LegendEntry(sample: .none, text: words.arrowOfOverview)]
    entries += lines(diagram, words.meaning)
    if diagram.shapes.contains(where: { $0.role == .focus }) {
      entries.append(
        .init(
          sample: .shape(.focus, isPossible: false, isDouble: false),
          text: "◆ \(words.word(for: .focus))"))
    }
    if diagram.shapes.contains(where: { $0.isDouble && $0.role == .plain }) {
      entries.append(
        .init(
          sample: .shape(.plain, isPossible: false, isDouble: true),
          text: "◆ SPOF"))
      entries.append(
        .init(
          sample: .none,
          text: words.pick(
            "k–m van n: zoveel \(users) vallen uit (zeker–mogelijk)",
            "k–m of n: so many \(users) go down (certain–possible)")))
    }
    if diagram.shapes.contains(where: \.isUnknown) {
      entries.append(.init(sample: .none, text: "? \(words.needsMore)"))
    }
    return entries + pointedOut(diagram, words)
  }

  /// The key of a blast radius or an explanation.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func grades(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    var entries: [Diagram.LegendEntry] = []
    if diagram.isTurned { entries.append(.init(sample: .none, text: words.arrowOfNeed)) }
    for role in ShapeRole.allCases where role != .plain && role != .supplier {
      let shapes = diagram.shapes.filter { $0.role == role }
      guard !shapes.isEmpty else { continue }
      let glyph = DiagramWords.glyph(of: role) ?? ""
      entries.append(
        .init(
          sample: .shape(role, isPossible: false, isDouble: false),
          text: "\(glyph) \(words.word(for: role))"))
    }
    if let possible = diagram.shapes.first(where: \.isPossible) {
      entries.append(
        .init(
          sample: .shape(possible.role, isPossible: true, isDouble: false), text: words.possible))
    }
    entries += lines(diagram, words.meaning)
    if diagram.shapes.contains(where: { $0.facts.contains { $0.contains("T+") } }) {
      entries.append(
        .init(sample: .none, text: words.pick("T+ tijd tot gevolg", "T+ time to effect")))
    }
    return entries + pointedOut(diagram, words)
  }

  /// The key of a heat map: its classes with their numbers.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func heat(
    _ diagram: Diagram, _ losses: SoleLosses, _ words: DiagramWords
  ) -> [Diagram.LegendEntry] {
    let roles = Set(diagram.shapes.map(\.role))
    let sample = { (role: ShapeRole, text: String) in
      Diagram.LegendEntry(
        sample: .shape(role, isPossible: false, isDouble: false), text: text)
    }
    var entries: [Diagram.LegendEntry] = []
    for role in [ShapeRole.worst, .serious, .minor, .harmless] where roles.contains(role) {
      let range = losses.scale.range(of: role)
      let numbers = range.map {
        $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)"
      }
      entries.append(
        sample(
          role,
          [DiagramWords.glyph(of: role), numbers ?? "0"].compactMap(\.self).joined(separator: " ")))
    }
    let heat = diagram.shapes.filter { losses.scale.range(of: $0.role) != nil }
    let isRange = heat.contains { $0.facts.contains { $0.contains("–") } }
    entries.append(.init(sample: .none, text: words.lossesKey(isRange: isRange)))
    // As words: a dashed cell in the key makes some Graphviz versions crash while measuring.
    if heat.contains(where: \.isPossible) {
      entries.append(.init(sample: .none, text: words.possibleClass))
    }
    if diagram.shapes.contains(where: { $0.outline == .cause }) {
      entries.append(.init(sample: .none, text: words.causeKey))
    }
    entries.append(.init(sample: .none, text: words.arrowOfOverview))
    entries += lines(diagram, words.shortly)
    if diagram.shapes.contains(where: \.isUnknown) {
      entries.append(.init(sample: .none, text: "? \(words.needsMoreShortly)"))
    }
    return entries + pointedOut(diagram, words)
  }

  /// The key of a network.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func network(
    _ diagram: Diagram, _ words: DiagramWords, ofParts: Bool
  ) -> [Diagram.LegendEntry] {
    var entries = grades(diagram, words)
    if diagram.shapes.contains(where: { $0.outline == .rounded }) {
      entries.append(.init(sample: .none, text: words.linkKey))
    }
    if diagram.shapes.contains(where: { $0.outline == .cause }) {
      entries.append(.init(sample: .none, text: words.causeKey))
    }
    if !diagram.areas.isEmpty {
      entries.append(.init(sample: .none, text: words.areaKey(ofParts: ofParts)))
    }
    return entries
  }

  private static func pointedOut(
    _ diagram: Diagram, _ words: DiagramWords
  ) -> [Diagram.LegendEntry] {
    diagram.shapes.contains(where: \.isHighlighted)
      ? [.init(sample: .none, text: words.pointedOutKey)] : []
  }

  static func lines(
    _ diagram: Diagram, _ meaning: (LineRole) -> String
  ) -> [Diagram.LegendEntry] {
    let used = Set(diagram.lines.map(\.role))
    return LineRole.allCases.filter(used.contains).map {
      .init(sample: .line($0), text: meaning($0))
    }
  }
}
