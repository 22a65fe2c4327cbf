/// Collects the figures and edges of a blast radius.
struct BlastSketch {
  private(set) var sketch = Sketch()
  /// What is not drawn.
  private(set) var notes: [String] = []
  private let blast: BlastRadius
  private let compiled: CompiledModel
  private let words: DiagramWords
  private var place: [VertexID: Int] = [:]
  /// The worse of what a drawn element has; nil for what holds.
  private var grades: [VertexID: Grade] = [:]
  private var uncertain: Set<VertexID> = []
  /// Whether anything falls later than at once.
  private var hasTimes = false

  init(_ blast: BlastRadius, _ compiled: CompiledModel, _ words: DiagramWords) {
    self.blast = blast
    self.compiled = compiled
    self.words = words
  }

  /// - Complexity: O(*h*·*d*) for *h* elements hit with *d* dependencies each.
  mutating func draw() {
    for seed in blast.failed {
      add(seed, .origin, grade: .down, facts: [words.word(for: .origin)])
    }
    hasTimes = (blast.down + blast.degraded).contains { ($0.after ?? 0) > 0 }
    for cause in fallenCauses() { add(cause, .down, grade: .down, facts: []) }
    let lists: [(ShapeRole, Grade, [BlastRadius.Hit])] = [
      (.down, .down, blast.down), (.degraded, .degraded, blast.degraded),
      (.reduced, .reducedRedundancy, blast.reducedRedundancy),
    ]
    for (role, grade, hits) in lists {
      for hit in hits { add(hit, role, grade) }
    }
    let claimed = blast.claimedIndependent.filter(\.coversTheFailure)
    var drawn: Set<VertexID> = []
    for claim in claimed where drawn.insert(claim.vertex).inserted {
      let sources = claim.evidence.sources.joined(separator: ", ")
      let said = words.asStated
      add(
        claim.vertex, .unaffected, grade: .notAffected,
        facts: [sources.isEmpty ? said : "\(said) (\(words.pick("bron", "source")) \(sources))"])
    }
    for untold in blast.cannotTell { add(untold.vertex, .untold, grade: .cannotTell, facts: []) }
    drawEdges()
    if !blast.notAffected.isEmpty {
      let (count, isOne) = (blast.notAffected.count, blast.notAffected.count == 1)
      notes.append(
        words.pick(
          "\(words.count(count, nil)) waar niets bekends van deze uitval aankomt, \(isOne ? "is" : "zijn") niet getekend.",
          "\(words.count(count, nil)) that nothing known of this failure reaches \(isOne ? "is" : "are") not drawn."
        ))
    }
  }

  /// Common causes between the seeds and what fell: they are in no list of the answer.
  private func fallenCauses() -> [VertexID] {
    let reading = compiled.reading(blast.question.reading)
    let fallen = reading.levelOne.failures(from: blast.failed)
    return fallen.order.filter { vertex in
      reading.isElement(vertex) && compiled.component(vertex) == nil
        && !blast.failed.contains(vertex)
    }.sorted()
  }

  private mutating func add(_ hit: BlastRadius.Hit, _ role: ShapeRole, _ grade: Grade) {
    var facts: [String] = []
    var first = role == .down ? "" : words.word(for: role)
    if let after = hit.after, hasTimes {
      first += first.isEmpty ? words.moment(after) : " · \(words.moment(after))"
    }
    if hit.verdict == .possible {
      first = first.isEmpty ? words.possible : "\(words.possible) · \(first)"
      if hit.atLeast != .notAffected, hit.atLeast != grade {
        facts.append(
          words.pick("ten minste: ", "at least: ") + words.word(for: hit.atLeast.role))
      }
      uncertain.insert(hit.vertex)
    }
    if !hit.couldBeDown.isEmpty {
      facts.append(words.pick("? of ook uit: niet te zeggen", "? also down: cannot tell"))
    }
    if !first.isEmpty { facts.insert(first, at: 0) }
    add(hit.vertex, role, grade: grade, isPossible: hit.verdict == .possible, facts: facts)
  }

  private mutating func add(
    _ vertex: VertexID, _ role: ShapeRole, grade: Grade, isPossible: Bool = false, facts: [String]
  ) {
    let component = compiled.component(vertex)
    var figure = Sketch.Figure(
      ids: [compiled.table.id(of: vertex)],
      names: [compiled.name(of: vertex, in: words.language)], kind: component?.kind)
    figure.owner = component?.owner ?? component?.operator
    figure.role = role
    figure.isPossible = isPossible
    figure.facts = facts
    // Folding stays within layers, but for what nothing is told of.
    figure.band = role == .untold ? "" : component?.layer ?? ""
    if component?.isUser == true { figure.outline = .rounded }
    figure.network = component?.kind == .link ? component?.network : nil
    place[vertex] = sketch.figures.count
    grades[vertex] = grade
    sketch.figures.append(figure)
  }

  // MARK: - Edges

  private mutating func drawEdges() {
    var edges: [Sketch.Edge] = []
    for (target, from) in place.sorted(by: { $0.key < $1.key }) {
      let direct = compiled.dependencies.on(target)
      for dependency in direct {
        guard let to = place[dependency.dependent], let role = role(of: dependency) else {
          continue
        }
        edges.append(.init(from: from, to: to, role: role))
      }
      let named = Set(direct.map(\.dependent))
      for user in compiled.dependencies.users(of: target) where !named.contains(user) {
        guard let to = place[user], grades[target] == .down else { continue }
        let role: LineRole =
          switch grades[user] {
          case .down: uncertain.contains(user) ? .mayspread : .spreads
          case .degraded: .weakens
          default: .holds
          }
        edges.append(.init(from: from, to: to, role: role))
      }
    }
    sketch.setEdges(edges)
  }

  /// What a dependency shows; nil where nothing comes along it.
  private func role(of dependency: Dependency) -> LineRole? {
    let dependent = grades[dependency.dependent]
    switch grades[dependency.target] {
    case .down:
      if dependency.strength == .soft {
        return dependent == .degraded ? .weakens : nil
      }
      switch dependent {
      case .down:
        let isUncertain =
          dependency.evidence.basis.isUncertain || uncertain.contains(dependency.target)
        return isUncertain ? .mayspread : .spreads
      case .degraded: return .weakens
      default: return .holds
      }
    case .degraded:
      return dependent == .degraded ? .weakens : dependent == .reducedRedundancy ? .leans : nil
    case .reducedRedundancy: return dependent == .reducedRedundancy ? .leans : nil
    default: return nil
    }
  }
}

extension Grade {
  /// The role of shapes that shows it.
  var role: ShapeRole {
    switch self {
    case .notAffected: .unaffected
    case .cannotTell: .untold
    case .reducedRedundancy: .reduced
    case .degraded: .degraded
    case .down: .down
    }
  }
}
