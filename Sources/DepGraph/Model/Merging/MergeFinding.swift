/// Something that several owners' models do not agree on, or that none of them answers for.
public struct MergeFinding: Hashable, Sendable {
  /// What is found.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Two models say different things of one.
    case contradiction
    /// Something is required of which no model says what it requires, or which no model declares.
    case unowned
    /// Every model that names it says that another one's party owns it.
    case eachThinksOther = "each-thinks-other"
    /// Two models have it under different ids, and one id in another register.
    case twoIDs = "two-ids"
    /// Two contacts of one party have the same name.
    case doubleContact = "double-contact"
    /// A model requires what another one describes, and that one does not know who requires it.
    case oneSided = "one-sided"
  }

  /// What one model says.
  public struct Statement: Hashable, Sendable {
    /// The model's root file.
    public let file: String
    /// What it says; empty where it only names it.
    public let value: String
    /// Where.
    public let place: SourcePlace?

    /// Makes a statement.
    public init(file: String, value: String, place: SourcePlace?) {
      self.file = file
      self.value = value
      self.place = place
    }
  }

  /// What is found.
  public let kind: Kind
  /// The id that it is about.
  public let id: String
  /// The key of the model file that it is about; nil: the whole.
  public let key: String?
  /// What the models say, the one that counts first.
  public let statements: [Statement]

  /// Makes a finding.
  public init(_ kind: Kind, of id: String, key: String? = nil, _ statements: [Statement]) {
    self.kind = kind
    self.id = id
    self.key = key
    self.statements = statements
  }
}
