/// What each element's failure alone does to processes and consumers: who is a single point of
/// failure, and for how many.
public struct SoleFailures: Sendable {
  /// How many processes and consumers fall.
  public struct Reach: Hashable, Sendable {
    /// In the certain reading.
    public var certain: Int
    /// In the possible reading, the certain ones included.
    public var possible: Int
  }

  /// The processes and consumers, in order.
  public let users: [VertexID]
  /// Who is counted for each element; processes, consumers and what never fails have 0.
  private let reach: [Reach]
  /// The elements that fall with each in the possible reading, itself included.
  private let fallen: [Set<VertexID>]

  /// Lets every element fail alone.
  ///
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  public init(in compiled: CompiledModel) {
    let users = compiled.vertices(ofKinds: [.process, .consumer])
    let isUser = VertexSet(users)
    let certain = FailurePropagator(compiled.reading(.certain).levelOne)
    let possible = FailurePropagator(compiled.reading(.possible).levelOne)
    let isElement = compiled.reading(.possible).isElement
    var reach = [Reach](repeating: Reach(certain: 0, possible: 0), count: compiled.table.count)
    var fallen: [Set<VertexID>] = []
    for index in 0..<compiled.table.count {
      let seed = VertexID(index)
      possible.fail([seed])
      fallen.append(Set(possible.failed.filter(isElement)))
      if compiled.isSeedOfSearches(seed) {
        certain.fail([seed])
        reach[index] = Reach(
          certain: certain.failed.count(where: isUser.contains),
          possible: possible.failed.count(where: isUser.contains))
        certain.undo()
      }
      possible.undo()
    }
    self.users = users
    self.reach = reach
    self.fallen = fallen
  }

  /// How many processes and consumers an element takes with it.
  public func reach(of element: VertexID) -> Reach { reach[element.index] }

  /// Whether something falls when an element fails alone.
  public func falls(_ element: VertexID, with seed: VertexID) -> Bool {
    fallen[seed.index].contains(element)
  }

  /// The element that takes the most with it: the one to write in a headline.
  ///
  /// Of equals the one that takes most other things too, which is the deepest: the cause rather
  /// than what it brings down; then the first.
  public var widest: VertexID? {
    let candidates = reach.indices.filter { reach[$0].possible > 0 }
    let best = candidates.min { left, right in
      let key = { (index: Int) in
        (-reach[index].possible, -reach[index].certain, -fallen[index].count, index)
      }
      return key(left) < key(right)
    }
    return best.map { VertexID($0) }
  }
}
