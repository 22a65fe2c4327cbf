/// How much hangs on each supplier: a bar for each, its contracts, what these cover, and who rests on
/// it; solid lines where nothing stands in.
///
/// What the model does not know of a supplier is drawn as such: a question mark in its bar, a contract
/// of which the coverage is not known.
public struct SuppliersView: Sendable {
  private let concentration: SupplierConcentration
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let toolVersion: String

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - concentration: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    _ concentration: SupplierConcentration, in compiled: CompiledModel, language: Language,
    toolVersion: String
  ) {
    self.concentration = concentration
    self.compiled = compiled
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*s*·*e*·*u*) for *s* suppliers, *e* elements that they deliver and *u* users.
  public var diagram: Diagram {
    var maker = SuppliersSketch(concentration, compiled, words)
    maker.draw()
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var diagram = Diagram(
      language: words.language, direction: .right, headline: headline,
      subtitle: subtitle(contracts: maker.contractCount), banner: "",
      sourceLine: provenance.sourceLine(scenario: nil), notes: [], legend: [], bands: [],
      shapes: [], lines: [])
    let text = ShapeText(words: words)
    let drawn = maker.sketch.figures.map { figure in Self.shape(of: figure, text) }
    diagram.shapes = drawn.map(\.shape)
    for (place, bar) in maker.bars { diagram.shapes[place].bar = bar }
    diagram.lines = maker.sketch.edges.map { .init(from: $0.from, to: $0.to, role: $0.role) }
    let cut = drawn.count(where: \.isCut)
    diagram.precedences = maker.precedences
    diagram.notes = (maker.leftOut.isEmpty ? [] : [words.notDrawn(maker.leftOut)]) + maker.notes
    if cut > 0 { diagram.notes.append(words.cutNames(cut)) }
    diagram.legend = Legend.suppliers(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "suppliers")
    return diagram
  }

  /// The shape of a figure, low rather than narrow, since many of them stand under each other.
  private static func shape(
    of figure: Sketch.Figure, _ text: ShapeText
  ) -> (shape: Diagram.Shape, isCut: Bool) {
    guard figure.ids.count > 1 else {
      let length = figure.names.first?.count ?? 0
      let most = figure.role == .supplier ? longestBarTitle : longestLine
      let isLow = figure.outline != .note && length <= most
      let isLong = figure.outline != .note && length > longestPair
      return text.shape(of: figure, in: isLow ? .line : isLong ? .column : .row)
    }
    var (shape, _) = text.shape(of: figure, in: .line)
    let whole = shape.listing.joined(separator: " ")
    let names =
      figure.isUser
      ? WrappedName(whole, width: widestUsers, lineCount: 3)
      : WrappedName(whole, width: widestListing, lineCount: 1)
    shape.listing = names.lines
    return (shape, names.isCut || whole.hasSuffix("…"))
  }

  /// The most characters of a name on one line.
  private static let longestLine = 30
  /// The most characters of a name on one line over a bar.
  private static let longestBarTitle = 25
  /// The most characters of a name on two lines.
  private static let longestPair = 38
  /// The most characters of a line of names, and of one of several of users.
  private static let widestListing = 38
  private static let widestUsers = 30

  private var outside: [Supplier] { concentration.suppliers.filter { !$0.isOwnOrganisation } }

  private var headline: String {
    let users = concentration.users.vertices
    guard !users.isEmpty else {
      return words.pick(
        "Het model kent geen afnemers of processen", "The model knows no consumers or processes")
    }
    // One that names no work of its own is not the one to write in a headline.
    let widest = outside.filter { !$0.reach.isEmpty && $0.throughContractors.isEmpty }
      .min { left, right in
        (-left.certainReach.count, -left.reach.count, -left.spofFor.count)
          < (-right.certainReach.count, -right.reach.count, -right.spofFor.count)
      }
    let unknown = outside.filter { !$0.deliversSomethingKnown && !$0.gaps.isEmpty }
    return words.suppliersHeadline(
      widest, name: widest.map { party($0.party) } ?? "", users: users.count,
      noun: noun(count: users.count), unknown: unknown.map { party($0.party) })
  }

  private func subtitle(contracts: Int) -> String {
    let count = concentration.users.vertices.count
    return words.suppliersSubtitle(
      suppliers: outside.count, contracts: contracts, users: "\(count) \(noun(count: count))",
      on: concentration.day)
  }

  private func noun(count: Int) -> String {
    let kinds = Set(concentration.users.vertices.compactMap { compiled.component($0)?.kind })
    return words.criticalUsers(kinds, isDeclared: concentration.users.isDeclared, count: count)
  }

  private func party(_ id: String) -> String {
    compiled.model.parties.first { $0.id == id }?.name?.text(in: words.language) ?? id
  }
}

extension Legend {
  /// The key of a picture of suppliers.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func suppliers(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    let bars = diagram.shapes.compactMap(\.bar)
    var entries: [Diagram.LegendEntry] = []
    if bars.contains(where: { $0.heavy > 0 }) {
      entries.append(.init(sample: .bar(isHeavy: true), text: words.barKey(isHeavy: true)))
    }
    if bars.contains(where: { $0.light > 0 }) {
      entries.append(.init(sample: .bar(isHeavy: false), text: words.barKey(isHeavy: false)))
    }
    if bars.contains(where: \.isOpen) {
      entries.append(.init(sample: .none, text: words.openBarKey))
    }
    for role in [ShapeRole.ending, .opaque] {
      guard diagram.shapes.contains(where: { $0.role == role }) else { continue }
      let glyph = DiagramWords.glyph(of: role) ?? ""
      entries.append(
        .init(
          sample: .shape(role, isPossible: false, isDouble: false),
          text: "\(glyph) \(words.agreement(role))"))
    }
    let used = Set(diagram.lines.map(\.role))
    entries += LineRole.allCases.filter(used.contains).map {
      .init(sample: .line($0), text: words.supplying($0))
    }
    if diagram.shapes.contains(where: { $0.outline == .cause }) {
      entries.append(.init(sample: .none, text: words.causeKey))
    }
    return entries
  }
}
