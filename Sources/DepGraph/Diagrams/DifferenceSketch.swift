/// Collects the figures and edges of a picture of what changed: what differs, whom it gives or takes
/// single points of failure, and what lies next to it.
struct DifferenceSketch {
  /// The most single points of failure that never stand in a group.
  private static let mostFixed = 8
  /// Above so many figures what is alike is folded before anything is compared.
  private static let mostSingle = 120

  private(set) var sketch = Sketch()
  /// What is not drawn.
  private(set) var notes: [String] = []
  /// How many came, went and changed.
  private(set) var counts: [(ShapeRole, Int)] = []
  private let difference: ModelDifference
  private let before: CompiledModel
  private let after: CompiledModel
  private let words: DiagramWords
  private var roles: [String: ShapeRole] = [:]
  private var factCounts: [String: Int] = [:]
  private var place: [String: Int] = [:]

  init(
    _ difference: ModelDifference, _ before: CompiledModel, _ after: CompiledModel,
    _ words: DiagramWords
  ) {
    self.difference = difference
    self.before = before
    self.after = after
    self.words = words
    let facts = difference.facts
    for subject in facts.added where subject.isDrawn { roles[subject.id] = .added }
    for subject in facts.removed where subject.isDrawn { roles[subject.id] = .removed }
    for changed in facts.changed where changed.subject.isDrawn {
      roles[changed.subject.id] = .altered
      factCounts[changed.subject.id] = changed.changes.count
    }
    counts = [ShapeRole.added, .removed, .altered].map { role in
      (role, roles.values.count { $0 == role })
    }
    let others = (facts.added + facts.removed + facts.changed.map(\.subject)).count {
      !$0.isDrawn && $0.kind != .network && $0.kind != .model
    }
    if others > 0 { notes.append(words.otherChanges(others)) }
  }

  /// - Complexity: O(*n* + *d* + *p*·*l*) for *n* elements, *d* dependencies and *p* paths over networks
  ///   of *l* links, of both models.
  mutating func draw() {
    let points = difference.newPoints + difference.gonePoints
    var chosen = Set(roles.keys)
    chosen.formUnion(points.map(\.point.id))
    chosen.formUnion(points.map(\.target))
    chosen.formUnion(neighbours(of: Set(roles.keys)))
    chosen.formUnion(sharers(of: Set(points.map(\.point).filter(\.isCommonCause).map(\.id))))
    let all = Set(before.table.ids).union(after.table.ids)
    let left = all.subtracting(chosen).count
    if left > 0, !roles.isEmpty { notes.append(words.unchangedLeftOut(left)) }
    let sources = (
      before: FigureSource(before, words, SoleFailures(in: before)),
      after: FigureSource(after, words, SoleFailures(in: after))
    )
    for id in chosen.sorted() {
      guard
        let figure = after.table.vertex(of: id).map(sources.after.figure)
          ?? before.table.vertex(of: id).map(sources.before.figure)
      else { continue }
      place[id] = sketch.figures.count
      sketch.figures.append(dressed(figure, id))
    }
    markPoints()
    sketch.setEdges(edges(sources.before, sources.after))
    foldAlike()
  }

  /// What depends on something that differs, and that on which it depends.
  private func neighbours(of changed: Set<String>) -> Set<String> {
    var found: Set<String> = []
    for compiled in [before, after] {
      for dependency in compiled.dependencies.all {
        let (dependent, target) = (
          compiled.table.id(of: dependency.dependent), compiled.table.id(of: dependency.target)
        )
        if changed.contains(dependent) { found.insert(target) }
        if changed.contains(target) { found.insert(dependent) }
      }
      for component in compiled.model.components where component.kind == .link {
        if changed.contains(component.id) { found.formUnion(component.ends) }
      }
    }
    return found
  }

  /// What shares the causes that came or went as single points of failure: why they are.
  private func sharers(of causes: Set<String>) -> Set<String> {
    var found: Set<String> = []
    for compiled in [before, after] {
      for cause in causes {
        guard let vertex = compiled.table.vertex(of: cause) else { continue }
        found.formUnion(
          compiled.dependencies.on(vertex).map { compiled.table.id(of: $0.dependent) })
      }
    }
    return found
  }

  private func dressed(_ figure: Sketch.Figure, _ id: String) -> Sketch.Figure {
    var figure = figure
    figure.role = roles[id] ?? .plain
    let isCause = after.table.vertex(of: id).map { after.component($0) == nil }
    if isCause ?? (before.table.vertex(of: id).map { before.component($0) == nil } ?? false) {
      figure.outline = .cause
    }
    if let count = factCounts[id] { figure.facts.append(words.factsDiffer(count)) }
    return figure
  }

  /// Says of whom something is a single point of failure now, and what users gain and lose.
  private mutating func markPoints() {
    var stops: [String: (before: Int, after: Int)] = [:]
    for user in difference.users {
      for point in user.before?.points ?? [] { stops[point.id, default: (0, 0)].before += 1 }
      for point in user.after?.points ?? [] { stops[point.id, default: (0, 0)].after += 1 }
    }
    let ids = Set((difference.newPoints + difference.gonePoints).map(\.point.id)).sorted()
    let order = ids.sorted { left, right in
      let weight = { (id: String) in stops[id].map { ($0.after - $0.before).magnitude } ?? 0 }
      return (weight(right), left) < (weight(left), right)
    }
    for (number, id) in order.enumerated() {
      guard let index = place[id] else { continue }
      let count = stops[id] ?? (0, 0)
      sketch.figures[index].facts.append(words.pointOf(before: count.before, after: count.after))
      sketch.figures[index].soleCount = count.after > 0 ? 1 : 0
      if number < Self.mostFixed { sketch.figures[index].isFixed = true }
    }
    for user in difference.users {
      let text = words.points(new: user.newPoints.count, gone: user.gonePoints.count)
      guard let index = place[user.id], !text.isEmpty else { continue }
      sketch.figures[index].facts.append(text)
    }
  }

  // MARK: - Edges

  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  private func edges(_ old: FigureSource, _ new: FigureSource) -> [Sketch.Edge] {
    let earlier = edges(of: before, old)
    let later = edges(of: after, new)
    return Set(earlier.keys).union(later.keys).map { pair in
      let role: LineRole =
        switch (earlier[pair], later[pair]) {
        case (nil, _): .arrives
        case (_, nil): .departs
        case (_, let role?): role
        }
      return Sketch.Edge(from: pair.from, to: pair.to, role: role)
    }
  }

  private func edges(of compiled: CompiledModel, _ source: FigureSource) -> [Pair: LineRole] {
    var places: [VertexID: Int] = [:]
    for (id, index) in place {
      if let vertex = compiled.table.vertex(of: id) { places[vertex] = index }
    }
    var sketch = Sketch()
    let written = compiled.dependencies.all.compactMap { dependency -> Sketch.Edge? in
      guard let from = places[dependency.dependent], let to = places[dependency.target] else {
        return nil
      }
      return .init(from: from, to: to, role: source.role(of: dependency))
    }
    let ends = compiled.model.components.filter { $0.kind == .link }.flatMap { link in
      link.ends.compactMap { end -> Sketch.Edge? in
        guard let from = place[link.id], let to = place[end] else { return nil }
        return .init(from: from, to: to, role: .joins)
      }
    }
    sketch.setEdges(written + ends + source.networkEdges(places))
    return Dictionary(
      sketch.edges.map { (Pair(from: $0.from, to: $0.to), $0.role) }, uniquingKeysWith: { $1 })
  }

  /// Folds what is alike where there are very many figures, so that the rest can be compared.
  private mutating func foldAlike() {
    guard sketch.figures.count > Self.mostSingle else { return }
    var groups: [[String]: [Int]] = [:]
    for (index, figure) in sketch.figures.enumerated() where !figure.isFixed {
      let key = [
        figure.role.rawValue, figure.band, figure.outline.rawValue, figure.kind?.rawValue ?? "",
      ]
      groups[key, default: []].append(index)
    }
    sketch.fold(groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] })
  }
}

extension FactSubject {
  /// Whether it is a shape in pictures.
  fileprivate var isDrawn: Bool {
    switch kind {
    case .component, .link, .commonCause: true
    default: false
    }
  }
}
