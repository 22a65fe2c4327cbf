/// How many of those asked about each element takes with it when it fails alone.
struct SoleLosses {
  /// How many fall.
  struct Loss: Hashable {
    /// In the certain reading.
    var certain = 0
    /// In the least favourable reading, the certain ones included.
    var possible = 0
  }

  /// How many are asked about.
  let total: Int
  /// The word for those asked about.
  let noun: String
  /// Whether nobody was there to ask about, so that all components are counted.
  let countsComponents: Bool
  private var losses: [VertexID: Loss] = [:]
  /// What takes the most with it; nil: nothing takes anybody with it.
  private(set) var widest: VertexID?

  /// - Complexity: O(*t*·*p*) for *t* targets with *p* single points of failure, and O(*n* log *n*) for
  ///   *n* elements.
  init(_ review: SinglePointsReview, _ compiled: CompiledModel, _ words: DiagramWords) {
    let targets = review.singlePoints.targets
    countsComponents = targets.isEmpty
    if targets.isEmpty {
      total = max(compiled.componentVertices.count - 1, 0)
      noun = words.word(nil, for: total)
      for rank in review.singlePoints.ranking {
        losses[rank.vertex] = Loss(certain: rank.certainComponents, possible: rank.components)
      }
    } else {
      total = targets.count
      let kinds = Set(targets.compactMap { compiled.component($0.vertex)?.kind })
      let areUsers = kinds.isSubset(of: [.process, .consumer])
      noun = areUsers ? words.users(kinds, count: total) : words.word(nil, for: total)
      for point in targets.flatMap(\.points) {
        losses[point.vertex, default: Loss()].possible += 1
        if point.verdict == .certain { losses[point.vertex]?.certain += 1 }
      }
    }
    // Of equals the one that takes most other things too, which is the deepest: the cause rather
    // than what it brings down.
    let fallen = Dictionary(
      review.singlePoints.ranking.map { ($0.vertex, $0.components) }, uniquingKeysWith: max)
    let counted = losses
    widest = counted.keys.min { left, right in
      let key = { (vertex: VertexID) in
        let loss = counted[vertex] ?? Loss()
        return (-loss.possible, -loss.certain, -(fallen[vertex] ?? 0), vertex)
      }
      return key(left) < key(right)
    }
  }

  /// How many an element takes with it.
  subscript(vertex: VertexID) -> Loss { losses[vertex] ?? Loss() }

  /// How many elements take somebody with them.
  var pointCount: Int { losses.count }

  /// The elements that take the most with them, how many that is, and the classes below it.
  var scale: HeatScale { HeatScale(most: widest.map { self[$0].possible } ?? 0) }
}

/// The classes of the heat map: the highest begins above half of the most that one thing takes.
struct HeatScale: Equatable {
  /// The most that one thing takes with it.
  let most: Int

  /// The class of what takes so many with it.
  func role(of count: Int) -> ShapeRole {
    if count == 0 { return .harmless }
    return [ShapeRole.minor, .serious].first { range(of: $0)?.contains(count) == true } ?? .worst
  }

  /// The numbers of a class; nil for one that holds none.
  func range(of role: ShapeRole) -> ClosedRange<Int>? {
    let few = most < 2 ? most : max(1, most / 10)
    switch role {
    case .minor: return few > 0 ? 1...few : nil
    case .serious: return few + 1 <= most / 2 ? (few + 1)...(most / 2) : nil
    case .worst: return most > 1 ? (max(most / 2, few) + 1)...most : nil
    default: return nil
    }
  }
}
