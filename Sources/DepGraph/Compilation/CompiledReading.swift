/// The two threshold graphs of a model under one reading.
///
/// In `levelOne` a vertex has failed when its element is down; in `levelTwo` when its element is
/// not whole in what it offers. The first vertices of both are the elements, by their number;
/// groups and paths follow. "Level two, given level one" is one more run of the same routine: the
/// graph for level two holds a stand-in for each element that somebody tolerates degraded, which is
/// seeded with the outcome of level one.
public struct CompiledReading: Sendable {
  /// A group or a path that is a vertex of `levelOne`.
  public struct Part: Sendable {
    /// What the vertex stands for.
    public enum Kind: Sendable { case alternatives, all, path, constant }

    /// What the vertex stands for.
    public let kind: Kind
    /// The element whose requirement it is part of.
    public let owner: VertexID
    /// Where it stands in that component, like `requires/1/any`.
    public let location: String
  }

  /// The reading.
  public let reading: Reading
  /// Who is down.
  public let levelOne: ThresholdGraph
  /// Who is not whole.
  public let levelTwo: ThresholdGraph
  /// The number of elements: vertices from here on are parts.
  public let elementCount: Int
  private let parts: [Part]
  /// Whether `levelTwo` is `levelOne`: nothing degrades.
  var isOneGraph = false
  /// Pairs of an element and its stand-in in `levelTwo`.
  let standIns: [(element: VertexID, standIn: VertexID)]
  /// Vertices in `levelTwo` that tell whether an element is *shown* degraded, where that differs
  /// from what it offers.
  let shown: [VertexID: VertexID]

  init(
    reading: Reading, levelOne: ThresholdGraph, levelTwo: ThresholdGraph, elementCount: Int,
    parts: [Part], standIns: [(element: VertexID, standIn: VertexID)],
    shown: [VertexID: VertexID]
  ) {
    self.reading = reading
    self.levelOne = levelOne
    self.levelTwo = levelTwo
    self.elementCount = elementCount
    self.parts = parts
    self.standIns = standIns
    self.shown = shown
  }

  /// The same graphs for another reading that reads everything alike.
  func `as`(_ reading: Reading) -> CompiledReading {
    var copy = CompiledReading(
      reading: reading, levelOne: levelOne, levelTwo: levelTwo, elementCount: elementCount,
      parts: parts, standIns: standIns, shown: shown)
    copy.isOneGraph = isOneGraph
    return copy
  }

  /// Every group and path that is a vertex of `levelOne`, in order.
  var allParts: [Part] { parts }

  /// Whether a vertex of `levelOne` stands for a component or a common cause.
  public func isElement(_ vertex: VertexID) -> Bool { vertex.index < elementCount }

  /// What a vertex of `levelOne` that is no element stands for.
  ///
  /// - Precondition: `vertex` is no element.
  public func part(_ vertex: VertexID) -> Part {
    precondition(vertex.index >= elementCount, "an element is no part")
    return parts[vertex.index - elementCount]
  }

  /// The times at which elements go down and stop being whole, after some failed at once.
  ///
  /// - Parameter seeds: The elements that fail at time 0.
  /// - Returns: The times, for both levels.
  /// - Complexity: O((*v* + *a*) log *v*) for the *v* vertices and *a* arcs that fail, and a search
  ///   of a network whenever one of its elements falls.
  public func times(from seeds: [VertexID]) -> LevelTimes {
    times(from: seeds.map { ($0, 0) })
  }

  /// The times at which elements go down and stop being whole, after some failed one after the other.
  ///
  /// - Parameter seeds: The elements with the times at which they fail, at least 0.
  /// - Returns: The times, for both levels.
  /// - Complexity: As if they failed at once.
  func times(from seeds: [(VertexID, Double)]) -> LevelTimes {
    let down = levelOne.failureTimes(from: seeds)
    var seedsOfTwo = seeds
    for pair in standIns where down[pair.element] < .infinity {
      seedsOfTwo.append((pair.standIn, down[pair.element]))
    }
    return LevelTimes(
      down: down, notWhole: levelTwo.failureTimes(from: seedsOfTwo), shown: shown)
  }
}

/// When elements fall below level one and below level two.
public struct LevelTimes: Sendable {
  /// `T_1`: when each vertex of the graph for level one fails; infinite for never.
  public let down: FailureTimes
  private let notWhole: FailureTimes
  private let shownVertices: [VertexID: VertexID]

  init(down: FailureTimes, notWhole: FailureTimes, shown: [VertexID: VertexID]) {
    self.down = down
    self.notWhole = notWhole
    shownVertices = shown
  }

  /// `T_2` as shown: when an element is first seen to be less than whole; infinite for never.
  public func lessThanWhole(_ element: VertexID) -> Double {
    notWhole[shownVertices[element] ?? element]
  }

  /// `T_2` of what an element offers to others; infinite for never.
  func offersLessThanWhole(_ element: VertexID) -> Double { notWhole[element] }
}
