/// Something that grows as vertices are put in, and shrinks as they are taken out again.
///
/// What it holds depends monotonically on the vertices put in, and holds those.
protocol Closure: AnyObject {
  /// Puts a vertex in.
  ///
  /// - Returns: How many of the vertices wanted it holds by now.
  func add(_ vertex: VertexID) -> Int

  /// Takes out the vertex put in last that is still in.
  func removeLast()

  /// Tells whether it holds a vertex.
  func contains(_ vertex: VertexID) -> Bool
}

/// The fewest vertices whose closure holds all that is wanted.
///
/// Of several smallest sets the first in lexical order. To find one is hard (it holds the feedback
/// vertex set problem of Karp, 1972), so above `exactLimit` candidates it is a greedy choice: always the
/// one that gains most, and in the end none that the others make needless.
struct GeneratingSet {
  /// The vertices, ascending.
  let vertices: [VertexID]
  /// Whether it is known that no smaller set does.
  let isExact: Bool

  /// The most candidates for which all sets are tried.
  static let exactLimit = 20
  /// The most candidates that a greedy step looks at.
  private static let greedyLimit = 512

  /// Finds it; nil if not even all candidates do.
  ///
  /// - Parameters:
  ///   - candidates: The vertices to choose from, ascending.
  ///   - wanted: How many vertices the closure has to hold.
  ///   - closure: The closure, without anything put in; it is left so.
  /// - Complexity: O(2ᵏ) closures for *k* candidates up to `exactLimit`; above, O(*b*) greedy steps of
  ///   at most 512 closures for *b* vertices found.
  init?(from candidates: [VertexID], reaching wanted: Int, in closure: some Closure) {
    guard Self.reach(candidates[...], closure) >= wanted else { return nil }
    guard candidates.count <= Self.exactLimit else {
      vertices = Self.greedy(candidates, wanted, closure)
      isExact = false
      return
    }
    isExact = true
    for size in 0...candidates.count {
      var chosen: [VertexID] = []
      if Self.search(candidates[...], size, wanted, reached: 0, closure, &chosen) {
        vertices = chosen
        return
      }
    }
    preconditionFailure("all candidates together do")
  }

  /// How many of the vertices wanted the closure holds with some more.
  private static func reach(_ vertices: ArraySlice<VertexID>, _ closure: some Closure) -> Int {
    var reached = 0
    for vertex in vertices { reached = closure.add(vertex) }
    for _ in vertices { closure.removeLast() }
    return reached
  }

  // MARK: - Exact

  /// Tries the sets of one size in lexical order, when none smaller does.
  ///
  /// A vertex that the closure holds already is never part of a smallest set, and where not even all
  /// that is left would do nothing needs to be tried. The depth is at most `exactLimit`.
  private static func search(
    _ left: ArraySlice<VertexID>, _ size: Int, _ wanted: Int, reached: Int,
    _ closure: some Closure, _ chosen: inout [VertexID]
  ) -> Bool {
    if reached >= wanted { return true }
    guard size > 0, left.count >= size, reach(left, closure) >= wanted else { return false }
    for position in left.indices where !closure.contains(left[position]) {
      chosen.append(left[position])
      let now = closure.add(left[position])
      let found = search(
        left[(position + 1)...], size - 1, wanted, reached: now, closure, &chosen)
      closure.removeLast()
      if found { return true }
      chosen.removeLast()
    }
    return false
  }

  // MARK: - Greedy

  private static func greedy(
    _ candidates: [VertexID], _ wanted: Int, _ closure: some Closure
  ) -> [VertexID] {
    var chosen: [VertexID] = []
    var reached = 0
    while reached < wanted {
      var best: (vertex: VertexID, reached: Int)?
      var looked = 0
      for candidate in candidates where !closure.contains(candidate) {
        let now = closure.add(candidate)
        closure.removeLast()
        if now > best?.reached ?? -1 { best = (candidate, now) }
        looked += 1
        if now >= wanted || looked == greedyLimit { break }
      }
      guard let best else { break }
      chosen.append(best.vertex)
      reached = closure.add(best.vertex)
    }
    for _ in chosen { closure.removeLast() }
    var index = 0
    while chosen.count > 1, index < chosen.count {
      var others = chosen
      others.remove(at: index)
      if reach(others[...], closure) >= wanted { chosen = others } else { index += 1 }
    }
    return chosen.sorted()
  }
}
