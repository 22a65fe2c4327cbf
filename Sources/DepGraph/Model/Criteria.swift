/// A set of criteria by which an outage, or what may fail, is judged: a law, a list, a yardstick of
/// one's own.
public struct CriteriaSet: Hashable, Sendable {
  /// What standing the set has.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case legacy
    case inForce = "in-force"
    case draft, own
  }

  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// The language of texts that do not state theirs.
  public var language = Language.dutch
  /// What standing it has.
  public var status = Status.own
  /// The first day on which it holds; nil: no bound is known.
  public var validFrom: CalendarDate?
  /// The last day on which it holds; nil: no bound is known.
  public var validUntil: CalendarDate?
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark, shown in every result.
  public var note: LocalizedText?
  /// Where criteria come from.
  public var sources: [Source] = []
  /// Whether what works degraded counts as failed, where things are counted.
  public var countsDegraded = false
  /// When it applies; nil: always.
  public var applicability: CriterionRule?
  /// Numbers about the organisation.
  public var figures: [CriteriaFigure] = []
  /// What people answer.
  public var questions: [CriteriaQuestion] = []
  /// The criteria, in order.
  public var criteria: [Criterion] = []
  /// The levels, the highest first.
  public var levels: [CriteriaLevel] = []
  /// SHA-256 over the bytes of its file, in hexadecimal; empty if made in memory.
  public var digest = ""

  /// Makes a set of which only the id is known.
  public init(id: String) { self.id = id }

  /// How its validity stands to a day.
  public enum Validity: String, Hashable, Sendable {
    case valid
    case notYet = "not-yet"
    case expired
    /// No day is known to hold it against.
    case unknown
  }

  /// Whether it holds on a day; nil: no day is known.
  public func validity(on day: CalendarDate?) -> Validity {
    guard let day else { return validFrom == nil && validUntil == nil ? .valid : .unknown }
    if let validFrom, day < validFrom { return .notYet }
    if let validUntil, validUntil < day { return .expired }
    return .valid
  }
}

/// A number about the organisation that a threshold or a criterion refers to.
public struct CriteriaFigure: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// Its unit.
  public let unit: CriterionUnit
  /// Its value; nil: nobody gave it.
  public var value: Double?
  /// A remark.
  public var note: LocalizedText?

  /// Makes a figure that nobody gave.
  public init(id: String, unit: CriterionUnit) {
    self.id = id
    self.unit = unit
  }
}

/// A question that a person answers with yes or no.
public struct CriteriaQuestion: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// The question.
  public var text: LocalizedText

  /// Makes a question.
  public init(id: String, text: LocalizedText) {
    self.id = id
    self.text = text
  }
}

/// One criterion.
public struct Criterion: Hashable, Sendable {
  /// What it asks.
  public enum Condition: Hashable, Sendable {
    /// A number held against a threshold.
    case test(CriterionTest)
    /// A rule over other criteria.
    case rule(CriterionRule)
    /// A question to a person.
    case question(LocalizedText)
  }

  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// What it asks.
  public var condition: Condition
  /// What takes it away.
  public var exception: CriterionRule?
  /// On what it rests.
  public var evidence = Evidence(.internal)
  /// A remark.
  public var note: LocalizedText?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes a criterion.
  public init(id: String, condition: Condition) {
    self.id = id
    self.condition = condition
  }
}

/// A level that is reached when a rule is met.
public struct CriteriaLevel: Hashable, Sendable {
  /// How it is called: `A`.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// When it is reached.
  public var rule: CriterionRule
  /// A remark.
  public var note: LocalizedText?

  /// Makes a level.
  public init(id: String, rule: CriterionRule) {
    self.id = id
    self.rule = rule
  }
}

/// When something is met: a formula over criteria, questions and what is known of the subject.
public indirect enum CriterionRule: Hashable, Sendable {
  /// A criterion or a question.
  case reference(String)
  /// Every member.
  case all([CriterionRule])
  /// One member.
  case any([CriterionRule])
  /// A number of members.
  case atLeast(Int, [CriterionRule])
  /// Not the member.
  case not(CriterionRule)
  /// A test on the subject.
  case subject(SubjectTest)

  /// The ids that it refers to, in the order written.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  public var references: [String] {
    switch self {
    case .reference(let id): [id]
    case .all(let members), .any(let members), .atLeast(_, let members):
      members.flatMap(\.references)
    case .not(let member): member.references
    case .subject: []
    }
  }
}

/// A test on what the model says of the subject itself.
public struct SubjectTest: Hashable, Sendable {
  /// What is looked at.
  public enum Attribute: String, Hashable, Sendable, CaseIterable {
    case sector, owner, kind, tag
    case vitalStatus = "vital-status"
  }

  /// What is looked at.
  public var attribute: Attribute
  /// The values of which it must have one, or none.
  public var values: [String]
  /// Whether it must have none of them.
  public var isExclusion: Bool

  /// Makes a test.
  public init(_ attribute: Attribute, _ values: [String], isExclusion: Bool = false) {
    self.attribute = attribute
    self.values = values
    self.isExclusion = isExclusion
  }
}
