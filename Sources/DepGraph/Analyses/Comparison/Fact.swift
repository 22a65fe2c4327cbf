/// One thing that a model says of one of its parts.
public struct Fact: Hashable, Sendable {
  /// What it is about, and of which row of that where there are several.
  public struct Name: Hashable, Sendable {
    /// The respect, as models write it.
    public let key: FactKey
    /// The row: the key of a shared value, the priority of a target, the duration of harm; nil: there
    /// is one.
    public let row: String?

    /// Makes a name.
    public init(_ key: FactKey, row: String? = nil) {
      self.key = key
      self.row = row
    }
  }

  /// What it is about.
  public let name: Name
  /// What it says.
  public let value: FactValue
}

/// The respects in which models say something, by the words that they are written with.
public enum FactKey: String, Hashable, Sendable, CaseIterable {
  case name, kind, layer, owner, `operator`
  case productOf = "product-of"
  case shares, requires
  case degradesWithout = "degrades-without"
  case startsWith = "starts-with"
  case repairNeeds = "repair-needs"
  case skills, forensic
  case independentOf = "independent-of"
  case availability, mtbf, mttr, repair, restart, needed, rto, wrt, mtpd, rpo
  case restoreClass = "restore-class"
  case sector, region, users, civil, people, casualties, economic, vital
  case vitalProcess = "vital-process"
  case vitalDecision = "vital-decision"
  case protectionNeed = "protection-need"
  case fails
  case manualStart = "manual-start"
  case position, marking, external, tags, basis, source, checked
  case checkedBy = "checked-by"
  case ends, network, value, members
  case role, parent, products, subcontractors
  case subcontractorsComplete = "subcontractors-complete"
  case authorisedUntil = "authorised-until"
  case substitution, under, provider, customer, covers
  case respondWithin = "response-within"
  case restoreWithin = "restore-within"
  case share, per, nature
  case clockFrom = "clock-from"
  case excludes
  case serviceWindow = "service-window"
  case validFrom = "valid-from"
  case validUntil = "valid-until"
  case notice
  case backedBy = "backed-by"
  case exitStrategy = "exit-strategy"
  case party, reach, deputy, hours, track, level, when, notify, within, steps
  case purposes = "for"
  case tested
  case reliesOn = "relies-on"
  case paper, text, from, due, status, adds, removes, base, rank
  case adoptedBy = "adopted-by"
  case adopted, after, up, down, degraded, unaffected, reduced, unknown
  case noSinglePoint = "no-single-point"
  case singlePoints = "single-points"
  case state, until, title, reference, date, url, language
  case asOf = "as-of"
  case note

  /// Whether no answer is computed from it: a remark.
  public var isRemark: Bool { self == .note }
}

/// All that a model says of one of its parts.
struct FactSheet: Hashable, Sendable {
  let subject: FactSubject
  private(set) var facts: [Fact] = []

  init(_ subject: FactSubject) { self.subject = subject }

  /// Takes up what is said, if anything is.
  mutating func add(_ key: FactKey, row: String? = nil, _ value: FactValue?) {
    guard let value else { return }
    facts.append(Fact(name: Fact.Name(key, row: row), value: value))
  }

  /// What is said in one respect.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  subscript(name: Fact.Name) -> FactValue? { facts.first { $0.name == name }?.value }
}

/// A part of a model that has facts.
public struct FactSubject: Hashable, Sendable {
  /// What parts there are, in the order in which they are told.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case model, component, link, network
    case commonCause = "common-cause"
    case party, contract, contact, escalation, plan, measure, crew
    case restoreClass = "restore-class"
    case observation, expectation, source
  }

  /// What it is.
  public let kind: Kind
  /// Its id; of what has none what tells it from others.
  public let id: String

  /// Makes it.
  public init(_ kind: Kind, _ id: String) {
    self.kind = kind
    self.id = id
  }
}

extension FactSubject: Comparable {
  /// By kind, then by id.
  public static func < (left: FactSubject, right: FactSubject) -> Bool {
    left.kind == right.kind
      ? left.id.utf8.lexicographicallyPrecedes(right.id.utf8) : left.kind.place < right.kind.place
  }
}

extension FactSubject.Kind {
  private static let places = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })

  fileprivate var place: Int { Self.places[self] ?? 0 }
}
