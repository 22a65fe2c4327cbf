/// One level of an escalation framework.
public struct EscalationLevel: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its rank; higher is heavier.
  public var level = 0
  /// Its name.
  public var name: LocalizedText?
  /// When it is called: any of these, each of several conditions that must all hold.
  public var when: [[EscalationCondition]] = []
  /// Whom to tell: contacts, or groups such as `consumers-affected`.
  public var notify: [String] = []
  /// Within what time they are told.
  public var within: TimeSpan?
  /// What to do.
  public var steps: [LocalizedText] = []
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// One condition of an escalation level.
public struct EscalationCondition: Hashable, Sendable {
  /// What is looked at: a closed list.
  public enum Measure: String, Hashable, Sendable, CaseIterable {
    case organisations, ministries, sectors
    case vitalServices = "vital-services"
    case lifeSafety = "life-safety"
    case pastMTPD = "past-mtpd"
    case noAlternative = "no-alternative"
    case channelsLost = "channels-lost"
    case elapsed
    case elapsedOfRestoreTarget = "elapsed-of-restore-target"
    case cyberNotExcluded = "cyber-not-excluded"
    case question
  }

  /// What it is compared with.
  public enum Test: Hashable, Sendable {
    /// It must be true, or false.
    case holds(Bool)
    /// It must be at least this number.
    case atLeast(Double)
    /// It must be more than this number.
    case moreThan(Double)
    /// It must be at least this long.
    case lasts(TimeSpan)
    /// A person answers this question.
    case asked(LocalizedText)
  }

  /// What is looked at.
  public let measure: Measure
  /// What it is compared with; shares (50 %) are numbers between 0 and 1.
  public let test: Test

  /// Makes a condition.
  public init(_ measure: Measure, _ test: Test) {
    self.measure = measure
    self.test = test
  }
}

/// A plan for going on without something.
public struct ContinuityPlan: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// The ids of the components that it is for.
  public var purposes: [String] = []
  /// When it was last exercised.
  public var tested: CalendarDate?
  /// The ids of what must work for it to work; nil: nobody wrote it down.
  public var reliesOn: [String]?
  /// What is done on paper.
  public var paper: LocalizedText?
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// Something that was decided to be done.
public struct Measure: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// What.
  public var text: LocalizedText?
  /// The ids of the sources that ask for it.
  public var from: [String] = []
  /// The id of the party that does it.
  public var owner: String?
  /// When it must be done.
  public var due: CalendarDate?
  /// How far it is, such as `done`, `planned`, `running`, `unknown`.
  public var status: String?
  /// What it adds to the model (ids).
  public var adds: [String] = []
  /// What it takes away (ids).
  public var removes: [String] = []
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// A team that repairs.
public struct Crew: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// What it can do.
  public var skills: [String] = []
  /// When it works.
  public var hours = WeeklyHours.always
  /// Where it starts from.
  public var base: Position?
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}

/// A class of restoration; lower ranks come first.
public struct RestoreClass: Hashable, Sendable {
  /// Its id.
  public let id: String
  /// Its name.
  public var name: LocalizedText?
  /// Its rank, 1 the first.
  public var rank = 0
  /// Who adopted it.
  public var adoptedBy: String?
  /// When it was adopted.
  public var adopted: CalendarDate?
  /// A remark.
  public var note: LocalizedText?
  /// Who may see it; nil: as what it is written in.
  public var marking: Marking?
  /// Where it is declared.
  public var place: SourcePlace?

  /// Makes one of which only the id is known.
  public init(id: String) { self.id = id }
}
