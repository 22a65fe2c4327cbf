/// Collects the chains of agreements, from what a user bears down to the suppliers.
struct ContractsSketch {
  /// The most rows of things that fail.
  private static let mostRows = 8
  /// The most shapes before the last row, which may bring a whole chain.
  private static let mostShapes = 32
  /// How many agreements below each other are drawn.
  private static let mostDepth = 4

  private(set) var sketch = Sketch()
  /// The rows that are drawn, the worst first.
  private(set) var drawn: [PromiseRows.Row] = []
  /// The rows that are not.
  private(set) var hidden: [PromiseRows.Row] = []
  /// What is not drawn.
  private(set) var leftOut: [String] = []

  private let review: ContractReview
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let contracts: [String: Contract]
  private var places: [String: Int] = [:]
  private var edges: [Sketch.Edge] = []

  init(_ review: ContractReview, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.review = review
    self.compiled = compiled
    self.words = words
    contracts = Dictionary(
      compiled.model.contracts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Draws rows and the agreements under them.
  ///
  /// - Complexity: O(*r*·*c*) for *r* rows and *c* agreements.
  mutating func draw(_ rows: [PromiseRows.Row]) {
    for row in rows {
      guard drawn.count < Self.mostRows, sketch.figures.count < Self.mostShapes else {
        hidden.append(row)
        continue
      }
      add(row)
      drawn.append(row)
    }
    if !hidden.isEmpty { leftOut.append(words.rowsLeftOut(hidden)) }
    sketch.setEdges(edges)
  }

  /// Draws an agreement that no row leads to.
  mutating func draw(contract id: String) {
    _ = add(contract: id, depth: 0)
    sketch.setEdges(edges)
  }

  // MARK: - Rows

  private mutating func add(_ row: PromiseRows.Row) {
    let place = sketch.figures.count
    var figure = Sketch.Figure(
      ids: row.elements.map(compiled.table.id),
      names: row.elements.map { compiled.name(of: $0, in: words.language) }, kind: nil)
    let kinds = Set(row.elements.map { compiled.component($0)?.kind })
    if kinds.count == 1 { figure.kind = kinds.first.flatMap(\.self) }
    if row.elements.allSatisfy({ compiled.component($0) == nil }) { figure.outline = .cause }
    figure.role = words.role(of: row)
    figure.facts = words.comparison(row)
    sketch.figures.append(figure)
    if let target = row.target {
      edges.append(.init(from: user(target, row.objective), to: place, role: .needs))
    }
    if let id = row.contract, let contract = add(contract: id, depth: 0) {
      let role: LineRole = row.rank == 0 ? .fallsShort : .covers
      edges.append(.init(from: place, to: contract, role: role))
    }
  }

  private mutating func user(_ vertex: VertexID, _ objective: Double?) -> Int {
    let id = compiled.table.id(of: vertex)
    if let known = places[id] { return known }
    var figure = Sketch.Figure(
      ids: [id], names: [compiled.name(of: vertex, in: words.language)],
      kind: compiled.component(vertex)?.kind)
    figure.role = .exposed
    figure.outline = .rounded
    figure.facts = [words.objective(objective)]
    places[id] = sketch.figures.count
    sketch.figures.append(figure)
    return sketch.figures.count - 1
  }

  // MARK: - Agreements

  /// An agreement with those that it rests on and stands under, and who promises it.
  private mutating func add(contract id: String, depth: Int) -> Int? {
    if let known = places["contract:\(id)"] { return known }
    guard let contract = contracts[id] else { return nil }
    let place = sketch.figures.count
    places["contract:\(id)"] = place
    sketch.figures.append(figure(of: contract))
    for other in contract.backedBy where depth < Self.mostDepth {
      guard let below = add(contract: other, depth: depth + 1) else { continue }
      let gaps = review.findings.filter { $0.contract == id && $0.otherContract == other }
      let isShort = gaps.contains { $0.severity >= .medium }
      edges.append(.init(from: place, to: below, role: isShort ? .fallsShort : .restsOn))
      if let fact = words.shortages(gaps, of: name(contract)) {
        sketch.figures[below].facts.append(fact)
        if isShort { sketch.figures[below].role = .late }
      }
    }
    let top = frame(of: contract, place)
    if let provider = contract.provider {
      edges.append(.init(from: top, to: party(provider), role: .supplied))
    }
    return place
  }

  private func figure(of contract: Contract) -> Sketch.Figure {
    var figure = Sketch.Figure(ids: ["contract:\(contract.id)"], names: [name(contract)], kind: nil)
    figure.outline = .note
    let endsSoon = review.before.map { before in contract.validUntil.map { $0 < before } ?? false }
    figure.role = endsSoon == true ? .ending : .contract
    let restore = review.checks.compactMap(\.restore).first { $0.contract == contract.id }
    figure.facts = words.promise(of: contract, restore)
    return figure
  }

  /// The agreements above one, drawn as one: the call-off agreement, with the framework over it and
  /// what else stands under it.
  private mutating func frame(of contract: Contract, _ place: Int) -> Int {
    guard let id = contract.under, let above = contracts[id], above.id != contract.id else {
      return place
    }
    let known = places["contract:\(id)"]
    let frame = known ?? sketch.figures.count
    if known == nil {
      places["contract:\(id)"] = frame
      var figure = figure(of: above)
      var over: [String] = []
      var next = above.under
      while let id = next, let contract = contracts[id], !over.contains(name(contract)),
        over.count < Self.mostDepth
      {
        over.append(name(contract))
        next = contract.under
      }
      let beside = compiled.model.contracts.filter { other in
        other.under == id && places["contract:\(other.id)"] == nil
          && [.serviceDescription, .dap].contains(other.kind)
      }
      figure.facts = words.frame(
        of: above, under: over, with: beside.map(\.kind))
      sketch.figures.append(figure)
    }
    edges.append(.init(from: place, to: frame, role: .standsUnder))
    return frame
  }

  private mutating func party(_ id: String) -> Int {
    if let known = places["party:\(id)"] { return known }
    let party = compiled.model.parties.first { $0.id == id }
    var figure = Sketch.Figure(
      ids: ["party:\(id)"], names: [party?.name?.text(in: words.language) ?? id], kind: nil)
    figure.role = .supplier
    figure.outline = .rounded
    places["party:\(id)"] = sketch.figures.count
    sketch.figures.append(figure)
    return sketch.figures.count - 1
  }

  private func name(_ contract: Contract) -> String {
    contract.name?.text(in: words.language) ?? contract.id
  }
}
