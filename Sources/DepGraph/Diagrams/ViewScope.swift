/// What of a picture is drawn, folded together and pointed out: the same words for every view that has
/// elements of the model in it.
public struct ViewScope: Sendable {
  /// By what elements are folded together.
  public enum Grouping: String, Hashable, Sendable, CaseIterable {
    /// The layer.
    case layer
    /// The place where they stand: what they share as `site`, or the one site that they need.
    case site
    /// The party that owns them, else the one that runs them.
    case owner
    /// What they are.
    case kind
    /// The sector.
    case sector
  }

  /// Where arrows lead.
  public enum Sense: String, Hashable, Sendable, CaseIterable {
    /// From whoever depends to what it depends on.
    case needs
    /// From what fails to whoever is hit.
    case spreads
  }

  /// The element in the middle; nil: the whole is drawn.
  public var focus: VertexID?
  /// How many steps around the focus are drawn; at least 0.
  public var hops = 2
  /// The elements that are drawn; nil: all.
  public var only: Set<VertexID>?
  /// The elements that are pointed out.
  public var highlight: Set<VertexID> = []
  /// By what elements are folded together; nil: only where there are too many.
  public var collapse: Grouping?
  /// Where arrows lead; nil: as the view has it.
  public var sense: Sense?

  /// Draws the whole.
  public init() {}
}

/// A sketch with what a scope leaves of it.
struct ScopedSketch {
  /// What is left.
  private(set) var sketch: Sketch
  /// What was left out, folded or not found.
  private(set) var notes: [String] = []
  /// Whether arrows lead the other way than the view has it.
  private(set) var isTurned = false
  /// The number of groups that were asked for.
  private(set) var groupCount = 0
  private let scope: ViewScope
  private let compiled: CompiledModel
  private let words: DiagramWords

  /// - Parameters:
  ///   - sketch: The whole.
  ///   - scope: What is drawn of it.
  ///   - sense: Where the view's own arrows lead.
  ///   - isFocused: Whether the view saw to the focus itself.
  ///   - compiled: The model.
  ///   - words: The words.
  /// - Complexity: O(*f* + *e* log *e*) for *f* figures and *e* edges.
  init(
    _ sketch: Sketch, _ scope: ViewScope, sense: ViewScope.Sense, isFocused: Bool = false,
    _ compiled: CompiledModel, _ words: DiagramWords
  ) {
    self.sketch = sketch
    self.scope = scope
    self.compiled = compiled
    self.words = words
    keepOnly()
    if !isFocused { keepFocus() }
    pointOut()
    collapse()
    if let wanted = scope.sense, wanted != sense { turn() }
  }

  /// What is said of all that was folded, where some of it was folded on request.
  func total(_ note: String) -> String {
    groupCount == 0 ? note : words.pick("In totaal ", "In all, ") + note
  }

  // MARK: - Leaving out

  private mutating func keepOnly() {
    guard let only = scope.only else { return }
    let kept = sketch.figures.map { figure in
      !figure.isElement || figure.isFixed || figure.role == .origin
        || vertices(of: figure).contains(where: only.contains)
    }
    let left = keep(kept)
    if left > 0 {
      notes.append(
        words.pick(
          "Alleen wat gevraagd is; \(words.count(left, nil)) niet getekend.",
          "Only what was asked for; \(words.count(left, nil)) not drawn."))
    }
  }

  private mutating func keepFocus() {
    guard let focus = scope.focus else { return }
    let name = compiled.name(of: focus, in: words.language)
    let middle = sketch.figures.indices.filter { vertices(of: sketch.figures[$0]).contains(focus) }
    guard !middle.isEmpty else {
      notes.append(
        words.pick(
          "‘\(name)’ staat niet in deze tekening; het geheel is getekend.",
          "‘\(name)’ is not in this picture; the whole is drawn."))
      return
    }
    // Links of a network lead both ways.
    let links = sketch.edges.filter { $0.role == .joins || $0.role == .cutOff }
    let ways = links.flatMap { [($0.from, $0.to), ($0.to, $0.from)] }
    let there = near(middle, ways + sketch.edges.map { ($0.from, $0.to) })
    let back = near(middle, ways + sketch.edges.map { ($0.to, $0.from) })
    let left = keep(
      sketch.figures.indices.map { index in
        there.contains(index) || back.contains(index) || sketch.figures[index].role == .origin
      })
    notes.append(words.onlyNear(name, hops: scope.hops, leftOut: left))
  }

  /// The figures at most so many steps along arrows away.
  private func near(_ start: [Int], _ arrows: [(Int, Int)]) -> Set<Int> {
    var targets: [Int: [Int]] = [:]
    for (from, to) in arrows { targets[from, default: []].append(to) }
    var found = Set(start)
    var front = start
    for _ in 0..<max(scope.hops, 0) where !front.isEmpty {
      front = front.flatMap { targets[$0, default: []] }.filter { found.insert($0).inserted }
    }
    return found
  }

  /// Keeps some figures, and of what is no element what still has an arrow; returns how many elements
  /// went.
  private mutating func keep(_ kept: [Bool]) -> Int {
    var joined = Set<Int>()
    for edge in sketch.edges where kept[edge.from] && kept[edge.to] {
      joined.insert(edge.from)
      joined.insert(edge.to)
    }
    var place: [Int: Int] = [:]
    var figures: [Sketch.Figure] = []
    var left = 0
    for (index, figure) in sketch.figures.enumerated() {
      guard kept[index], figure.isElement || joined.contains(index) else {
        left += figure.isElement ? figure.ids.count : 0
        continue
      }
      place[index] = figures.count
      figures.append(figure)
    }
    let edges = sketch.edges.compactMap { edge -> Sketch.Edge? in
      guard let from = place[edge.from], let to = place[edge.to] else { return nil }
      return .init(from: from, to: to, role: edge.role)
    }
    sketch.figures = figures
    sketch.setEdges(edges)
    return left
  }

  // MARK: - Pointing out and folding

  private mutating func pointOut() {
    guard !scope.highlight.isEmpty else { return }
    var found: Set<VertexID> = []
    for index in sketch.figures.indices {
      let own = vertices(of: sketch.figures[index]).filter(scope.highlight.contains)
      found.formUnion(own)
      sketch.figures[index].isHighlighted = !own.isEmpty
    }
    let missing = scope.highlight.count - found.count
    if missing > 0 {
      notes.append(
        words.pick(
          "\(words.count(missing, nil)) om uit te lichten \(missing == 1 ? "staat" : "staan") niet in deze tekening.",
          "\(words.count(missing, nil)) to point out \(missing == 1 ? "is" : "are") not in this picture."
        ))
    }
  }

  private mutating func collapse() {
    guard let grouping = scope.collapse else { return }
    let keys = GroupingKeys(grouping, compiled, words)
    var groups: [[String]: [Int]] = [:]
    var titles: [Int: String] = [:]
    for (index, figure) in sketch.figures.enumerated() where figure.mayBeFolded {
      guard let title = keys.title(of: vertices(of: figure)) else { continue }
      titles[index] = title
      let band = grouping == .layer ? figure.band : ""
      groups[[title, band] + figure.state, default: []].append(index)
    }
    let several = groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    // Groups of one kind are named by it anyway.
    if grouping != .kind {
      for index in several.joined() { sketch.figures[index].groupName = titles[index] }
    }
    let members = several.reduce(0) { sum, group in
      sum + group.reduce(0) { $0 + sketch.figures[$1].ids.count }
    }
    sketch.fold(several)
    groupCount = several.count
    // A group from several layers stands in none of them.
    if grouping != .layer {
      for index in sketch.figures.indices { sketch.figures[index].band = "" }
    }
    notes.append(words.collapsed(by: grouping, members, into: several.count))
  }

  private mutating func turn() {
    isTurned = true
    sketch.setEdges(
      sketch.edges.map { edge in
        edge.role.isOfDependence
          ? .init(from: edge.to, to: edge.from, role: edge.role) : edge
      })
  }

  private func vertices(of figure: Sketch.Figure) -> [VertexID] {
    figure.ids.compactMap(compiled.table.vertex(of:))
  }
}

/// What elements are folded together by.
private struct GroupingKeys {
  private let grouping: ViewScope.Grouping
  private let compiled: CompiledModel
  private let words: DiagramWords
  private let bands: BandTitles

  init(_ grouping: ViewScope.Grouping, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.grouping = grouping
    self.compiled = compiled
    self.words = words
    bands = BandTitles(compiled, words)
  }

  /// The title of the group of elements; nil: the model does not say it of them, or not of all alike.
  func title(of vertices: [VertexID]) -> String? {
    let titles = Set(vertices.map { compiled.component($0).flatMap(title) })
    return titles.count == 1 ? titles.first ?? nil : nil
  }

  private func title(of component: Component) -> String? {
    switch grouping {
    case .layer: component.layer.map(bands.title(of:))
    case .owner: (component.owner ?? component.operator).map(party)
    case .sector: component.sector.map(sector)
    case .kind:
      words.word(component.kind, for: 2).prefix(1).uppercased()
        + words.word(component.kind, for: 2).dropFirst()
    case .site: site(of: component)
    }
  }

  private func party(_ id: String) -> String {
    compiled.model.parties.first { $0.id == id }?.name?.text(in: words.language) ?? id
  }

  private func sector(_ id: String) -> String {
    compiled.model.sectors[id]?.name.text(in: words.language) ?? id
  }

  private func site(of component: Component) -> String? {
    let shared = component.shares.filter { $0.key == "site" }.compactMap(\.value)
    if let only = shared.first { return shared.count == 1 ? name(ofSite: only) : nil }
    guard let vertex = compiled.vertex(of: component.id) else { return nil }
    let sites = compiled.dependencies.of(vertex).map(\.target).filter {
      compiled.component($0)?.kind == .site
    }
    guard Set(sites).count == 1, let site = sites.first else { return nil }
    return compiled.name(of: site, in: words.language)
  }

  private func name(ofSite id: String) -> String {
    compiled.vertex(of: id).map { compiled.name(of: $0, in: words.language) } ?? id
  }
}

extension Sketch.Figure {
  /// Whether it stands for elements of the model, and not for a supplier or an agreement.
  fileprivate var isElement: Bool { role != .supplier && outline != .note }
}

extension LineRole {
  /// Whether it leads between who depends and what it depends on.
  fileprivate var isOfDependence: Bool {
    switch self {
    case .needs, .alternative, .soft, .inferred, .spreads, .mayspread, .weakens, .holds, .leans,
      .carries, .shares, .defeats, .falseAlternative:
      true
    default: false
    }
  }
}
