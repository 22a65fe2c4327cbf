/// What is asked about the minimal sets of a component: its cut sets or its path sets.
public struct MinimalSetQuestion: Hashable, Sendable {
  /// What comes first in a list.
  public enum Ranking: String, Hashable, Sendable, CaseIterable {
    /// The smallest; of equals the first ids.
    case size
    /// What is most likely to happen; of equals the smallest. What has no figure comes last.
    case probability
  }

  /// The component.
  public var target: VertexID
  /// The reading in which things fail.
  public var reading = Reading.possible
  /// The most elements of a set; nil: any number.
  public var maxOrder: Int?
  /// The most sets that are listed; the others are only counted.
  public var listLimit = MinimalSetQuestion.standardListLimit
  /// What comes first.
  public var ranking = Ranking.size
  /// The most nodes of a decision diagram; nil: as many as the engine takes by itself.
  public var nodeBudget: Int?

  /// How many sets are listed where nobody said how many.
  public static let standardListLimit = 100

  /// Asks for all minimal sets of a component.
  public init(_ target: VertexID) { self.target = target }
}
