/// One way to lose a component, as a chain from what fails to what falls.
struct CutSetSketch {
  /// The most steps in a row that are drawn one by one.
  private static let mostSteps = 6

  private(set) var sketch = Sketch()
  /// How many elements stand in groups, since the chain is long.
  private(set) var foldedCount = 0
  private let found: CutSets.Found
  private let question: MinimalSetQuestion
  private let compiled: CompiledModel
  private let words: DiagramWords
  private var place: [VertexID: Int] = [:]
  private var edges: [Sketch.Edge] = []

  init(
    _ found: CutSets.Found, of question: MinimalSetQuestion, in compiled: CompiledModel,
    _ words: DiagramWords
  ) {
    self.found = found
    self.question = question
    self.compiled = compiled
    self.words = words
  }

  /// - Complexity: O(*k*·(*v* + *a*)) for an explanation of depth *k* and the vertices and arcs that
  ///   fail.
  mutating func draw() {
    let why = Why(
      question.target, after: Seeds(found.elements), in: compiled, reading: question.reading)
    guard let explanation = why.explanation else { return }
    for element in found.elements { add(element, .origin) }
    var open = [explanation]
    add(explanation.vertex, .down)
    var isExpanded: Set<VertexID> = []
    while let cause = open.popLast() {
      guard isExpanded.insert(cause.vertex).inserted, let to = place[cause.vertex] else { continue }
      for below in cause.because { add(below.vertex, .down) }
      let from = cause.because.compactMap { place[$0.vertex] }
      join(Set(from).sorted(), to, at: cause.location)
      open += cause.because
    }
    sketch.setEdges(edges)
    shorten()
  }

  private mutating func add(_ vertex: VertexID, _ role: ShapeRole) {
    guard place[vertex] == nil else { return }
    place[vertex] = sketch.figures.count
    let component = compiled.component(vertex)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: vertex)],
      names: [compiled.name(of: vertex, in: words.language)], kind: component?.kind)
    figure.role = role
    figure.isPossible = !found.isCertain && vertex == question.target
    figure.isFixed = role == .origin || vertex == question.target
    if component?.isUser == true { figure.outline = .rounded }
    if component == nil {
      figure.outline = .cause
      figure.facts = [words.shared(by: compiled.dependencies.on(vertex).count)]
    }
    sketch.figures.append(figure)
  }

  /// Draws that something fell because of one thing, or of several together: then they meet first
  /// in a shape that says what was lost with them.
  private mutating func join(_ causes: [Int], _ to: Int, at location: String) {
    guard causes.count > 1 else {
      edges += causes.map { .init(from: $0, to: to, role: .spreads) }
      return
    }
    var figure = Sketch.Figure(
      ids: ["+"], names: [words.lostTogether(causes.count, at: location)], kind: nil)
    figure.role = .joint
    figure.outline = .rounded
    figure.isFixed = true
    let joint = sketch.figures.count
    sketch.figures.append(figure)
    edges += causes.map { .init(from: $0, to: joint, role: .spreads) }
    edges.append(.init(from: joint, to: to, role: .spreads))
  }

  // MARK: - Long chains

  /// Draws several steps in a row as one, where the chain would be too long to read.
  private mutating func shorten() {
    var incoming = [Int](repeating: 0, count: sketch.figures.count)
    var next = [Int?](repeating: nil, count: sketch.figures.count)
    for edge in sketch.edges {
      incoming[edge.to] += 1
      next[edge.from] = next[edge.from] == nil ? edge.to : -1
    }
    let isStep = sketch.figures.indices.map { index in
      !sketch.figures[index].isFixed && incoming[index] == 1
    }
    var surplus = depth - Self.mostSteps
    guard surplus > 0 else { return }
    var groups: [[Int]] = []
    let followers = Set(next.enumerated().compactMap { isStep[$0.offset] ? $0.element : nil })
    for start in sketch.figures.indices where isStep[start] && !followers.contains(start) {
      var run = [start]
      while let last = run.last, let after = next[last], after >= 0, isStep[after] {
        run.append(after)
      }
      guard run.count > 1, surplus > 0 else { continue }
      let group = Array(run.prefix(surplus + 1))
      surplus -= group.count - 1
      groups.append(group)
      foldedCount += group.count
    }
    sketch.fold(groups)
  }

  /// How many rows it takes: the most shapes that are equally far from the causes.
  var rowCount: Int {
    var counts: [Int: Int] = [:]
    for level in levels { counts[level, default: 0] += 1 }
    return counts.values.max() ?? 0
  }

  /// The number of shapes on the longest way.
  private var depth: Int { levels.max() ?? 0 }

  /// For each shape the number of shapes on the longest way to it, itself included.
  private var levels: [Int] {
    var longest = [Int](repeating: 1, count: sketch.figures.count)
    // An explanation has no cycles, so as many rounds as there are figures are enough.
    for _ in sketch.figures.indices {
      var changed = false
      for edge in sketch.edges where longest[edge.to] < longest[edge.from] + 1 {
        longest[edge.to] = longest[edge.from] + 1
        changed = true
      }
      if !changed { break }
    }
    return longest
  }
}
