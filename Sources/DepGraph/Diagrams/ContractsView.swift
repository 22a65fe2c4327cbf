/// The chains of agreements from what users bear down to the suppliers, each with its promise, and
/// the gaps in words: "67 uur tegen 6 uur".
public struct ContractsView: Sendable {
  /// What is drawn.
  public enum Subject: Hashable, Sendable {
    /// The chains with the worst gaps.
    case worst
    /// One agreement, with what it covers and what it rests on.
    case contract(String)
    /// What stops one process or consumer.
    case user(VertexID)
  }

  private let subject: Subject
  private let review: ContractReview
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let toolVersion: String

  /// Draws an answer.
  ///
  /// - Parameters:
  ///   - subject: Which chains.
  ///   - review: The answer.
  ///   - compiled: The model that gave it.
  ///   - language: The language.
  ///   - toolVersion: The version of the program, for the source line.
  public init(
    of subject: Subject = .worst, _ review: ContractReview, in compiled: CompiledModel,
    language: Language, toolVersion: String
  ) {
    self.subject = subject
    self.review = review
    self.compiled = compiled
    self.toolVersion = toolVersion
    words = DiagramWords(language)
  }

  /// The diagram.
  ///
  /// - Complexity: O(*r*·*c*) for *r* checks and *c* agreements; of one user as `checks(for:in:)` too.
  public var diagram: Diagram {
    let rows = rows
    var maker = ContractsSketch(review, compiled, words)
    maker.draw(rows)
    if case .contract(let id) = subject { maker.draw(contract: id) }
    let provenance = SourceStatement(compiled, words, toolVersion: toolVersion)
    var diagram = Diagram(
      language: words.language, direction: .right, headline: headline(rows),
      subtitle: words.contractsSubtitle(
        rows.reduce(0) { $0 + $1.elements.count }, about: subjectName, on: review.day),
      banner: "", sourceLine: provenance.sourceLine(scenario: nil), notes: [],
      legend: [], bands: [], shapes: [], lines: [])
    let text = ShapeText(words: words)
    let cut = diagram.draw(maker.sketch, text, in: .row)
    if !maker.leftOut.isEmpty { diagram.notes.append(words.notDrawn(maker.leftOut)) }
    if subject == .worst { diagram.notes += notDrawn(maker.sketch) }
    let pairs = review.checks.count { $0.elements.count > 1 && $0.verdict == .overrun }
    if pairs > 0, subject == .worst { diagram.notes.append(words.pairsLeftOut(pairs)) }
    if !review.isComplete { diagram.notes.append(words.reviewIsNotComplete) }
    if cut > 0 { diagram.notes.append(words.cutNames(cut)) }
    diagram.legend = Legend.contracts(diagram, words)
    diagram.banner = provenance.banner(of: diagram, result: "contracts")
    return diagram
  }

  /// The agreements in force that cover something, or nobody knows what, and are not in the picture.
  private func notDrawn(_ sketch: Sketch) -> [String] {
    let drawn = Set(sketch.figures.flatMap(\.ids))
    let missing = compiled.model.contracts.filter { contract in
      contract.isValid(on: review.day) && contract.covers != .selectors([])
        && !drawn.contains("contract:\(contract.id)")
    }
    return missing.isEmpty
      ? [] : [words.agreementsLeftOut(missing.map { $0.name?.text(in: words.language) ?? $0.id })]
  }

  private var rows: [PromiseRows.Row] {
    switch subject {
    case .worst: return PromiseRows(review.checks, review.findings).rows
    case .user(let user): return PromiseRows(review.checks(for: user, in: compiled), []).rows
    case .contract(let id):
      let resting = agreements(restingOn: id)
      return PromiseRows(review.checks, review.findings).rows.filter { row in
        row.contract.map(resting.contains) ?? false
      }
    }
  }

  /// An agreement, and those that rest on it, directly or through others.
  private func agreements(restingOn id: String) -> Set<String> {
    var found: Set<String> = [id]
    var grew = true
    while grew {
      grew = false
      for contract in compiled.model.contracts
      where !found.isDisjoint(with: contract.backedBy) || contract.under.map(found.contains) == true
      {
        if found.insert(contract.id).inserted { grew = true }
      }
    }
    return found
  }

  private var subjectName: String? {
    switch subject {
    case .worst: nil
    case .contract(let id): name(ofContract: id)
    case .user(let user): compiled.name(of: user, in: words.language)
    }
  }

  private func name(ofContract id: String) -> String {
    compiled.model.contracts.first { $0.id == id }?.name?.text(in: words.language) ?? id
  }

  private func headline(_ rows: [PromiseRows.Row]) -> String {
    let worst = rows.first { $0.gap != nil }
    let uncovered = Set(rows.filter { $0.reason == .noContract }.flatMap(\.elements)).count
    let names = { (row: PromiseRows.Row) in
      (
        row.contract.map(name(ofContract:)) ?? "",
        row.target.map { compiled.name(of: $0, in: words.language) }
          ?? row.elements.first.map { compiled.name(of: $0, in: words.language) } ?? ""
      )
    }
    return words.contractsHeadline(
      worst, contract: worst.map { names($0).0 } ?? "", target: worst.map { names($0).1 } ?? "",
      uncovered: uncovered, untold: rows.count { $0.rank == 4 }, all: rows.count)
  }
}

extension Legend {
  /// The key of a picture of agreements.
  ///
  /// - Complexity: O(*s* + *l*) for *s* shapes and *l* lines.
  static func contracts(_ diagram: Diagram, _ words: DiagramWords) -> [Diagram.LegendEntry] {
    let roles: [ShapeRole] = [.late, .unpromised, .untold, .inTime, .ending]
    var entries = roles.compactMap { role -> Diagram.LegendEntry? in
      guard diagram.shapes.contains(where: { $0.role == role }) else { return nil }
      let glyph = DiagramWords.glyph(of: role).map { "\($0) " } ?? ""
      return .init(
        sample: .shape(role, isPossible: false, isDouble: false),
        text: glyph + words.word(for: role))
    }
    let used = Set(diagram.lines.map(\.role))
    entries += LineRole.allCases.filter(used.contains).map {
      .init(sample: .line($0), text: words.agreeing($0))
    }
    return entries
  }
}
