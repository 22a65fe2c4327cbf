/// A party that is given answers out of the model, but never the model.
public struct SharingPartner: Hashable, Sendable {
  /// A failure of which the partner is told what it does to the partner.
  public struct Scenario: Hashable, Sendable {
    /// What it is referred to by.
    public let id: String
    /// What it is called towards the partner.
    public let name: LocalizedText?
    /// What fails; never told.
    public let fail: [String]
    /// The moment of the answer, counted from the failure; nil: in the end.
    public let after: TimeSpan?

    /// Makes one.
    public init(id: String, name: LocalizedText?, fail: [String], after: TimeSpan? = nil) {
      self.id = id
      self.name = name
      self.fail = fail
      self.after = after
    }
  }

  /// The id of the party.
  public let party: String
  /// The highest marking that it may see, as written.
  public var sees = Marking()
  /// The failures that were agreed, in the order written.
  public var scenarios: [Scenario] = []
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one to whom nothing more than to everybody in the community is told.
  public init(_ party: String) { self.party = party }

  /// The highest level that it may see.
  ///
  /// Here a word that is not known counts as the lowest level: what is meant to open something must
  /// not open too much.
  public var highestLevel: ClassificationLevel {
    sees.classification.flatMap { ClassificationLevel(word: $0) } ?? .unclassified
  }

  /// The highest colour that it may see: another organisation is never shown more than amber.
  public var highestLight: TrafficLight {
    min(sees.trafficLight.flatMap { TrafficLight(rawValue: $0) } ?? .green, .amber)
  }
}
