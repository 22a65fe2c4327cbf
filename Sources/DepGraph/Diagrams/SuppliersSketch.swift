/// Collects what the picture of suppliers shows: suppliers, their contracts, what these cover, and
/// who rests on it.
struct SuppliersSketch {
  /// The most suppliers that are drawn.
  static let mostSuppliers = 10
  /// The most rows of contracts and of components.
  private static let mostRows = 9
  /// The most rows of users, where there is room.
  private static let mostUserRows = 10
  /// The most thin lines, to users for whom something else stands in.
  private static let mostThinLines = 24

  private(set) var sketch = Sketch()
  /// The bars of suppliers, by the index of their figure.
  private(set) var bars: [Int: Diagram.Bar] = [:]
  /// What stands before what though no line says so.
  private(set) var precedences: [Diagram.Precedence] = []
  /// What is not drawn.
  private(set) var leftOut: [String] = []
  /// What is drawn together, and what else a reader should know.
  private(set) var notes: [String] = []
  /// The contracts that are drawn.
  private(set) var contractCount = 0

  private let concentration: SupplierConcentration
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let suppliers: [Supplier]
  /// How each element bears on each user.
  private let bearings: SupplyBearings
  private var edges: [Sketch.Edge] = []
  private var supplierPlace: [String: Int] = [:]
  private var contractPlace: [String: Int] = [:]
  private var elementPlace: [VertexID: Int] = [:]
  /// Whether a line of a group holds for some of its members only.
  private var isMixed = false

  init(_ concentration: SupplierConcentration, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.concentration = concentration
    self.compiled = compiled
    self.words = words
    let outside = concentration.suppliers.filter { !$0.isOwnOrganisation }
    // The widest, and those of whom nothing is known, which may be wider than all.
    let ranked = outside.enumerated().sorted { left, right in
      let key = { (supplier: Supplier) in
        (
          supplier.deliversSomethingKnown || !supplier.mayDeliverMore ? 0 : 1,
          -supplier.reach.count, -supplier.spofFor.count
        )
      }
      let (one, other) = (key(left.element), key(right.element))
      return one == other ? left.offset < right.offset : one < other
    }
    let drawn = Set(ranked.prefix(Self.mostSuppliers).map(\.element.party))
    suppliers = outside.filter { drawn.contains($0.party) }
    bearings = SupplyBearings(suppliers)
    let hidden = outside.filter { !drawn.contains($0.party) }
    if !hidden.isEmpty {
      leftOut.append(
        words.suppliersLeftOut(
          hidden.count, reaching: hidden.map(\.reach.count).max() ?? 0,
          of: concentration.users.vertices.count))
    }
    let own = concentration.suppliers.filter(\.isOwnOrganisation)
    if !own.isEmpty { leftOut.append(words.ownLeftOut(own.map { party($0.party) })) }
  }

  /// - Complexity: O(*s*·*e*·*u*) for *s* suppliers, *e* elements that they deliver and *u* users.
  mutating func draw() {
    for supplier in suppliers { addSupplier(supplier) }
    let origins = origins()
    let bearing = origins.keys.sorted().filter { !bearings[$0].isEmpty }
    if bearing.count < origins.count {
      leftOut.append(words.elementsLeftOut(origins.count - bearing.count))
    }
    addContracts(used: Set(bearing.flatMap { origins[$0, default: []] }.compactMap(\.contract)))
    addElements(bearing, origins)
    addUsers()
    for supplier in suppliers {
      for chain in supplier.chains {
        guard let from = supplierPlace[supplier.party],
          let to = chain.last.flatMap({ supplierPlace[$0] })
        else { continue }
        edges.append(.init(from: from, to: to, role: .subcontracts))
      }
    }
    sketch.setEdges(edges)
    align()
    if isMixed { notes.append(words.groupsAreMixed) }
  }

  private func party(_ id: String) -> String {
    compiled.model.parties.first { $0.id == id }?.name?.text(in: words.language) ?? id
  }

  // MARK: - Suppliers

  private mutating func addSupplier(_ supplier: Supplier) {
    let users = concentration.users.vertices.count
    var figure = Sketch.Figure(
      ids: ["supplier:\(supplier.party)"], names: [party(supplier.party)], kind: nil)
    figure.role = .supplier
    figure.facts = words.bar(of: supplier, users: users)
    supplierPlace[supplier.party] = sketch.figures.count
    // What only its contractors may have of it is no part of its bar.
    let isOwn = supplier.throughContractors.isEmpty
    let single = isOwn ? supplier.spofFor.count : supplier.certainSpofFor.count
    let reach = isOwn ? supplier.reach.count : supplier.certainReach.count
    bars[sketch.figures.count] = Diagram.Bar(
      heavy: single, light: reach - single, total: users,
      isOpen: supplier.mayDeliverMore || !isOwn)
    sketch.figures.append(figure)
  }

  // MARK: - Contracts

  private mutating func addContracts(used: Set<String>) {
    var drawn: [(supplier: Supplier, contracts: [Contract])] = []
    var silent = 0
    for supplier in suppliers {
      let all = supplier.contracts.compactMap { id in
        compiled.model.contracts.first { $0.id == id }
      }
      let shown = all.filter { contract in
        used.contains(contract.id) || supplier.gaps.contains(.coverage(contract: contract.id))
      }
      silent += all.count - shown.count
      drawn.append((supplier, shown))
    }
    contractCount = drawn.reduce(0) { $0 + $1.contracts.count }
    if silent > 0 { leftOut.append(words.contractsLeftOut(silent)) }
    // One by one; else those of one supplier in one state together; else all of one supplier.
    let maker = self
    let keys: [(Contract, Supplier) -> String] = [
      { contract, _ in contract.id }, { maker.role(of: $0, $1).rawValue }, { _, _ in "" },
    ]
    var rows: [(supplier: Supplier, contracts: [Contract])] = []
    for key in keys {
      rows = drawn.flatMap { supplier, contracts in
        Self.grouped(contracts) { [key($0, supplier)] }.map { (supplier, $0) }
      }
      if rows.count <= Self.mostRows { break }
    }
    let folded = rows.filter { $0.contracts.count > 1 }.reduce(0) { $0 + $1.contracts.count }
    if folded > 0 { notes.append(words.contractsFolded(folded)) }
    for row in rows { addContract(row.contracts, of: row.supplier) }
  }

  private func role(of contract: Contract, _ supplier: Supplier) -> ShapeRole {
    if endsSoon(contract) { return .ending }
    return supplier.gaps.contains(.coverage(contract: contract.id)) ? .opaque : .contract
  }

  private func endsSoon(_ contract: Contract) -> Bool {
    guard let until = contract.validUntil, let day = concentration.day else { return false }
    return until <= day.adding(months: 12)
  }

  private mutating func addContract(_ contracts: [Contract], of supplier: Supplier) {
    var figure = Sketch.Figure(
      ids: contracts.map { "contract:\($0.id)" },
      names: contracts.map { $0.name?.text(in: words.language) ?? $0.id }, kind: nil)
    let roles = contracts.map { role(of: $0, supplier) }
    figure.role = [.ending, .opaque].first(where: roles.contains) ?? .contract
    figure.outline = .note
    figure.facts = [words.until(contracts.compactMap(\.validUntil), of: contracts.count)]
    if contracts.contains(where: { supplier.gaps.contains(.coverage(contract: $0.id)) }) {
      figure.facts.append(words.coverageNotKnown)
    }
    let place = sketch.figures.count
    for contract in contracts { contractPlace[contract.id] = place }
    sketch.figures.append(figure)
    if let from = supplierPlace[supplier.party] {
      edges.append(.init(from: from, to: place, role: .provides))
    }
  }

  // MARK: - Components

  /// Where something comes from.
  private struct Origin: Hashable {
    let supplier: String
    /// The contract that covers it; nil: it is a product of the supplier, without one.
    let contract: String?
  }

  private func origins() -> [VertexID: [Origin]] {
    var origins: [VertexID: [Origin]] = [:]
    for supplier in suppliers {
      for id in supplier.contracts {
        guard let contract = compiled.model.contracts.first(where: { $0.id == id }) else {
          continue
        }
        for element in compiled.coverage(of: contract).vertices
        where supplier.covered.contains(element) {
          origins[element, default: []].append(Origin(supplier: supplier.party, contract: id))
        }
      }
      for product in supplier.products where !supplier.covered.contains(product) {
        origins[product, default: []].append(Origin(supplier: supplier.party, contract: nil))
      }
    }
    return origins
  }

  private mutating func addElements(_ elements: [VertexID], _ origins: [VertexID: [Origin]]) {
    let sources = { [contractPlace, supplierPlace] (element: VertexID) -> [Int] in
      Set(
        origins[element, default: []].compactMap { origin in
          origin.contract.flatMap { contractPlace[$0] } ?? supplierPlace[origin.supplier]
        }
      ).sorted()
    }
    let from = { (element: VertexID) in sources(element).map { "\($0)" } }
    let strongest = { [bearings] (element: VertexID) in bearings.strongest(of: element).rawValue }
    let first = { (element: VertexID) in origins[element]?.first?.supplier ?? "" }
    let keys: [(VertexID) -> [String]] = [
      { [bearings] in from($0) + bearings.signature(of: $0) }, { from($0) + [strongest($0)] }, from,
      { Array(from($0).prefix(1)) + [strongest($0)] }, { Array(from($0).prefix(1)) },
      { [first($0)] },
    ]
    var groups: [[VertexID]] = []
    for key in keys {
      groups = Self.grouped(elements, by: key)
      if groups.count <= Self.mostRows { break }
    }
    let folded = groups.filter { $0.count > 1 }
    if !folded.isEmpty {
      notes.append(words.folded(folded.reduce(0) { $0 + $1.count }, into: folded.count, ""))
    }
    for group in groups {
      let place = sketch.figures.count
      for element in group { elementPlace[element] = place }
      sketch.figures.append(figure(of: group))
      isMixed = isMixed || Set(group.map(sources)).count > 1
      for source in Set(group.flatMap(sources)).sorted() {
        edges.append(.init(from: source, to: place, role: .provides))
      }
    }
  }

  private func figure(of group: [VertexID]) -> Sketch.Figure {
    let kinds = Set(group.map { compiled.component($0)?.kind })
    var figure = Sketch.Figure(
      ids: group.map(compiled.table.id),
      names: group.map { compiled.name(of: $0, in: words.language) },
      kind: kinds.count == 1 ? kinds.first.flatMap(\.self) : nil)
    if group.allSatisfy({ compiled.component($0) == nil }) { figure.outline = .cause }
    return figure
  }

  private static func grouped<Thing>(
    _ things: [Thing], by key: (Thing) -> [String]
  ) -> [[Thing]] {
    var order: [[String]] = []
    var groups: [[String]: [Thing]] = [:]
    for thing in things {
      let key = key(thing)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(thing)
    }
    return order.compactMap { groups[$0] }
  }

  // MARK: - Users

  private mutating func addUsers() {
    var lines: [VertexID: [Int: LineRole]] = [:]
    for (element, place) in elementPlace.sorted(by: { $0.key < $1.key }) {
      for (user, role) in bearings[element] {
        let known = lines[user]?[place]
        lines[user, default: [:]][place] = known.map { $0.stronger(role) } ?? role
      }
    }
    // Many thin lines hide the others: then only who has no other lines keeps them.
    let thin = lines.values.reduce(0) { $0 + $1.values.count { $0 == .replaceable } }
    if thin > Self.mostThinLines {
      var hidden = 0
      for (user, drawn) in lines {
        let heavy = drawn.filter { $0.value != .replaceable }
        guard !heavy.isEmpty else { continue }
        hidden += drawn.count - heavy.count
        lines[user] = heavy
      }
      if hidden > 0 { leftOut.append(words.thinLines(hidden)) }
    }
    let users = concentration.users.vertices.filter { lines[$0] != nil }
    let rest = concentration.users.vertices.count - users.count
    if rest > 0 { leftOut.append(words.usersNotDrawn(rest)) }
    let rows = rows(of: users, lines)
    let folded = rows.filter { $0.count > 1 }
    if !folded.isEmpty {
      notes.append(words.usersFolded(folded.reduce(0) { $0 + $1.count }, into: folded.count))
    }
    let drawn = rows.map { row in
      row.reduce(into: [Int: LineRole]()) { merged, user in
        merged.merge(lines[user, default: [:]]) { $0.stronger($1) }
      }
    }
    for (row, lines) in zip(rows, drawn) {
      let place = sketch.figures.count
      var figure = figure(of: row)
      figure.role = .exposed
      figure.outline = .rounded
      sketch.figures.append(figure)
      for (from, role) in lines.sorted(by: { $0.key < $1.key }) {
        edges.append(.init(from: from, to: place, role: role))
      }
    }
  }

  /// One row each; else those with the same lines together, then those hit as hard.
  private mutating func rows(
    of users: [VertexID], _ lines: [VertexID: [Int: LineRole]]
  ) -> [[VertexID]] {
    let line = { (user: VertexID) in
      lines[user, default: [:]].sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.rawValue)" }
    }
    let sector = { [compiled] (user: VertexID) in compiled.component(user)?.sector ?? "" }
    let hardest = { (user: VertexID) in
      lines[user, default: [:]].values.reduce(LineRole.replaceable) { $0.stronger($1) }.rawValue
    }
    let keys: [(VertexID) -> [String]] = [
      { ["\($0)"] }, { line($0) + [sector($0)] }, line, { [hardest($0), sector($0)] },
      { [hardest($0)] },
    ]
    let room = min(Self.mostUserRows, Folding.mostShapes - sketch.figures.count)
    var rows: [[VertexID]] = []
    for key in keys {
      rows = Self.grouped(users, by: key)
      if rows.count <= room { break }
    }
    isMixed = isMixed || rows.contains { Set($0.map(line)).count > 1 }
    return rows
  }

  // MARK: - Columns

  /// Keeps suppliers and contracts in their columns where no line does.
  private mutating func align() {
    let contracts = Set(contractPlace.values)
    let firstElement = elementPlace.values.min()
    var targets: [Int: Set<Int>] = [:]
    for edge in sketch.edges { targets[edge.from, default: []].insert(edge.to) }
    for supplier in suppliers {
      guard let place = supplierPlace[supplier.party] else { continue }
      let own = targets[place, default: []]
      if own.isDisjoint(with: contracts) {
        // The contract that covers the same is near it anyway.
        let near = contracts.sorted().first { !own.isDisjoint(with: targets[$0, default: []]) }
        if let next = near ?? contracts.min() ?? firstElement, !own.contains(next) {
          precedences.append(.init(first: place, second: next))
        }
      }
      for contract in own.intersection(contracts).sorted() {
        for above in own.sorted() where sketch.figures[above].role == .supplier {
          precedences.append(.init(first: above, second: contract))
        }
      }
    }
    for contract in contracts.sorted() where targets[contract] == nil {
      if let firstElement { precedences.append(.init(first: contract, second: firstElement)) }
    }
  }
}
