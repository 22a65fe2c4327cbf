/// An organisation or a part of one.
public struct Party: Hashable, Sendable {
  /// How hard it is to go to another supplier for what it delivers.
  public enum Substitution: String, Hashable, Sendable, CaseIterable {
    /// Another supplier can take over soon.
    case ready
    /// Another supplier exists, but changing takes long or costs much.
    case hard
    /// In practice there is no other.
    case none
    /// Nobody knows.
    case unknown
  }

  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// Its roles, such as `supplier` or `ministry`; `unknown` is stated, not left out.
  public var roles: [String] = []
  /// The id of the party above it.
  public var parent: String?
  /// The ids of its products; nil: not stated.
  public var products: Stated<[String]>?
  /// The ids of its subcontractors.
  public var subcontractors: Stated<[String]>?
  /// Whether that list is complete.
  public var subcontractorsAreComplete: Bool?
  /// Until when it is authorised to work on the network.
  public var authorisedUntil: CalendarDate?
  /// How hard it is to change from it to another supplier; nil: not stated.
  public var substitution: Substitution?
  /// On what the facts written in it rest.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// Someone, or a desk, that can be called.
public struct Contact: Hashable, Sendable {
  /// The side of an incident that someone works on, as long as its cause is not known.
  public enum Track: String, Hashable, Sendable, CaseIterable {
    /// Getting it to work again.
    case it
    /// Finding out whether somebody is behind it.
    case cyber
  }

  /// Its id.
  public let id: String
  /// Its name or role.
  public var name: LocalizedText?
  /// The id of its party.
  public var party: String?
  /// The ids of the channels by which it is reached, the best first.
  public var reach: [String] = []
  /// The id of who stands in.
  public var deputy: String?
  /// When it can be reached.
  public var hours = WeeklyHours.always
  /// The side of an incident that it works on; nil: not stated.
  public var track: Track?
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}
