/// Collects the figures and edges of a cold start: the waves as bands, each deadlock a band of its own,
/// what is blocked apart.
struct ColdStartSketch {
  /// What a band is.
  enum Band: Hashable {
    /// Some waves, counted from 1.
    case steps(ClosedRange<Int>)
    /// A deadlock, by its place.
    case deadlock(Int)
    /// The smaller deadlocks, each one figure.
    case otherDeadlocks
    /// What is blocked.
    case blocked
  }

  /// A row of a band.
  struct Row: Hashable {
    var band: Band
    var number = 0
    /// The name that its figures carry as their band: only within a row they are folded.
    var name: String { "\(band) \(number)" }
  }

  private(set) var sketch = Sketch()
  /// The rows from top to bottom.
  private(set) var rows: [Row] = []
  /// What is not drawn.
  private(set) var notes: [String] = []
  /// The most deadlocks that have a band of their own.
  private static let mostDeadlocks = 3
  /// The most rows of a deadlock, its breakers included, and of what is blocked.
  private static let mostRows = 2

  private let start: ColdStart
  private let compiled: CompiledModel
  private let words: DiagramWords
  private var place: [VertexID: Int] = [:]

  init(_ start: ColdStart, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.start = start
    self.compiled = compiled
    self.words = words
  }

  /// - Parameter mostRows: The most rows of a page.
  /// - Complexity: O(*n* + *d*) for *n* elements and *d* dependencies of those that do not start.
  mutating func draw(mostRows: Int) {
    let stuck = stuckRows
    for steps in Self.merged(componentWaves, to: max(3, mostRows - stuck.count)) {
      add(steps.members, .plain, in: Row(band: .steps(steps.range)))
    }
    for row in stuck { add(row.members, row.role, in: row.row) }
    addOtherDeadlocks()
    rows.append(contentsOf: otherRow)
    drawEdges()
    let causes = start.order.joined().count { compiled.component($0) == nil }
    if causes > 0 { notes.append(words.causesNotDrawn(causes)) }
    let down = start.down.count { compiled.component($0) != nil }
    if down > 0 { notes.append(words.stayDown(down)) }
    if !start.repair.deadlocks.isEmpty {
      notes.append(words.repairNotDrawn(start.repair.deadlocks.count))
    }
  }

  // MARK: - Steps

  /// The components of each wave, with its number.
  private var componentWaves: [(range: ClosedRange<Int>, members: [VertexID])] {
    start.order.enumerated().compactMap { number, wave in
      let members = wave.filter { compiled.component($0) != nil }
      return members.isEmpty ? nil : (number + 1...number + 1, members)
    }
  }

  /// Waves put together until there are few enough: always the two neighbours with the fewest members,
  /// of several the last.
  static func merged(
    _ waves: [(range: ClosedRange<Int>, members: [VertexID])], to most: Int
  ) -> [(range: ClosedRange<Int>, members: [VertexID])] {
    var waves = waves
    while waves.count > max(1, most) {
      let sizes = waves.indices.dropLast().map {
        waves[$0].members.count + waves[$0 + 1].members.count
      }
      let least = sizes.min() ?? 0
      guard let first = sizes.lastIndex(of: least) else { break }
      let next = waves.remove(at: first + 1)
      waves[first].range = waves[first].range.lowerBound...next.range.upperBound
      waves[first].members += next.members
    }
    return waves
  }

  // MARK: - What does not start

  private typealias StuckRow = (row: Row, role: ShapeRole, members: [VertexID])

  /// The rows below the steps: of the largest deadlocks, each member below what it starts after, then
  /// of what is blocked.
  private var stuckRows: [StuckRow] {
    var found: [StuckRow] = []
    for number in largest {
      let deadlock = start.deadlocks[number]
      let band = Band.deadlock(number)
      var rows: [StuckRow] = [(Row(band: band), .breaker, deadlock.breakers)]
      let waves = laterWaves(of: Set(deadlock.elements).subtracting(deadlock.breakers))
      for (place, wave) in Self.merged(waves, to: Self.mostRows - 1).enumerated() {
        rows.append((Row(band: band, number: place + 1), .locked, wave.members))
      }
      // What most of the blocked wait for stands next to them.
      let wantsBreakers = demand(for: deadlock.breakers) * 2 > demand(for: deadlock.elements)
      found += wantsBreakers ? rows.reversed() : rows
    }
    for (place, wave) in Self.merged(laterWaves(of: Set(start.blocked)), to: Self.mostRows)
      .enumerated()
    {
      found.append((Row(band: .blocked, number: place), .waiting, wave.members))
    }
    return found
  }

  /// How many blocked components name some elements.
  private func demand(for elements: [VertexID]) -> Int {
    let blocked = Set(start.blocked)
    return elements.reduce(0) { sum, element in
      sum + compiled.dependencies.on(element).count { blocked.contains($0.dependent) }
    }
  }

  /// The deadlocks with rows of their own, by place.
  private var largest: [Int] {
    let order = start.deadlocks.indices.sorted {
      (-start.deadlocks[$0].elements.count, $0) < (-start.deadlocks[$1].elements.count, $1)
    }
    let most = order.count > Self.mostDeadlocks ? Self.mostDeadlocks - 1 : Self.mostDeadlocks
    return order.prefix(most).sorted()
  }

  /// Some of what starts after the breakers, in its waves.
  private func laterWaves(
    of some: Set<VertexID>
  ) -> [(range: ClosedRange<Int>, members: [VertexID])] {
    start.orderAfterBreakers.enumerated().compactMap { number, wave in
      let members = wave.filter(some.contains)
      return members.isEmpty ? nil : (number + 1...number + 1, members)
    }
  }

  /// The smaller deadlocks, each as one figure.
  private mutating func addOtherDeadlocks() {
    let row = Row(band: .otherDeadlocks)
    for number in start.deadlocks.indices where !largest.contains(number) {
      let deadlock = start.deadlocks[number]
      var figure = Sketch.Figure(
        ids: deadlock.elements.map(compiled.table.id(of:)),
        names: deadlock.elements.map { compiled.name(of: $0, in: words.language) })
      figure.band = row.name
      figure.role = .locked
      let breakers = deadlock.breakers.map { compiled.name(of: $0, in: words.language) }
      let word = words.startWord(for: .breaker)
      figure.facts = ["\(word): \(breakers.count > 2 ? "\(breakers.count)" : words.list(breakers))"]
      for vertex in deadlock.elements { place[vertex] = sketch.figures.count }
      sketch.figures.append(figure)
    }
  }

  private var otherRow: [Row] {
    let row = Row(band: .otherDeadlocks)
    return sketch.figures.contains { $0.band == row.name } ? [row] : []
  }

  private mutating func add(_ vertices: [VertexID], _ role: ShapeRole, in row: Row) {
    if !vertices.isEmpty { rows.append(row) }
    for vertex in vertices {
      let component = compiled.component(vertex)
      var figure = Sketch.Figure(
        ids: [compiled.table.id(of: vertex)],
        names: [compiled.name(of: vertex, in: words.language)], kind: component?.kind)
      figure.band = row.name
      figure.owner = component?.layer ?? component?.owner
      figure.role = role
      figure.isUnknown = component?.hasUnknownRequirement ?? false
      figure.network = component?.kind == .link ? component?.network : nil
      if component?.isUser == true { figure.outline = .rounded }
      if role == .breaker { figure.facts = [words.startWord(for: .breaker)] }
      place[vertex] = sketch.figures.count
      sketch.figures.append(figure)
    }
  }

  // MARK: - Edges

  /// From each element that does not start to those that it waits for.
  private mutating func drawEdges() {
    var edges: [Sketch.Edge] = []
    for deadlock in start.deadlocks {
      for wait in deadlock.waits(in: compiled) {
        for other in wait.others { edge(from: wait.vertex, to: other, &edges) }
      }
    }
    for vertex in start.blocked {
      for target in blockers(of: vertex) { edge(from: vertex, to: target, &edges) }
    }
    // A line inside a row would lead around the figures between: it is counted, not drawn.
    let crossing = edges.filter { sketch.figures[$0.from].band != sketch.figures[$0.to].band }
    let inside = Set(edges.filter { $0.from != $0.to }).subtracting(crossing).count
    if inside > 0 { notes.append(words.linesInsideRows(inside)) }
    sketch.setEdges(crossing)
  }

  /// What a blocked component waits for: other blocked ones that it names, else of each deadlock one
  /// element, since with it comes the rest.
  ///
  /// For one of its own row stands what that one waits for.
  private func blockers(of vertex: VertexID) -> [VertexID] {
    var found: Set<VertexID> = []
    var seen: Set = [vertex]
    var stack = [vertex]
    while let current = stack.popLast() {
      for target in directBlockers(of: current) where seen.insert(target).inserted {
        if row(of: target) == row(of: vertex) { stack.append(target) } else { found.insert(target) }
      }
    }
    return found.sorted()
  }

  private func row(of vertex: VertexID) -> String? {
    place[vertex].map { sketch.figures[$0].band }
  }

  private func directBlockers(of vertex: VertexID) -> [VertexID] {
    var named = compiled.dependencies.of(vertex).filter { $0.strength != .soft }.map(\.target)
    named +=
      compiled.component(vertex)?.startsWith.references
      .compactMap { compiled.table.vertex(of: $0.target) } ?? []
    let blocked = Set(start.blocked)
    let others = Set(named.filter { blocked.contains($0) && $0 != vertex }).sorted()
    guard others.isEmpty else { return others }
    return start.deadlocks.compactMap { deadlock in
      let elements = Set(named).intersection(deadlock.elements)
      return deadlock.breakers.first(where: elements.contains) ?? elements.min()
    }
  }

  private func edge(from: VertexID, to: VertexID, _ edges: inout [Sketch.Edge]) {
    guard let from = place[from], let to = place[to] else { return }
    edges.append(.init(from: from, to: to, role: .awaits))
  }
}
