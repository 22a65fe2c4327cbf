extension ContractFinding {
  /// What the sentences about a finding need beside its fields.
  public enum Details: Hashable, Sendable {
    /// Nothing more.
    case none
    /// How a promise compares with what users bear.
    case restore(RestoreCheck)
    /// How a promise compares with an outage that was seen.
    case observed(ObservedOverrun)
    /// How an availability that was promised compares with what is below.
    case availability(AvailabilityGap)
    /// What an agreement promises more than another.
    case backing(Backing)
    /// What is known of the agreements on something that none covers.
    case uncovered(Uncovered)
    /// A day on which something begins or ends.
    case day(CalendarDate)
    /// Through how many parties work is passed on.
    case tier(Int)
    /// Whether something was stated, and how.
    case stated(Bool?)
    /// When something was last checked; nil: never, as far as is known.
    case checked(CalendarDate?)
    /// How many of the critical users one supplier can stop, how many for certain, and whether the model
    /// says who they are.
    case concentration(stopped: Int, certain: Int, of: Int, areDeclared: Bool)
    /// What alternatives, or things on ways over a network, rest on one supplier.
    case alternatives([VertexID])
  }

  /// What an agreement promises more than another that it rests on or stands under.
  public struct Backing: Hashable, Sendable {
    /// What it is about.
    public enum Difference: Hashable, Sendable {
      /// The times by the clock at the other's worst start, and that start.
      case time(own: Double, other: Double, start: WorkingWeek.Moment?)
      /// The seconds of a week that the other leaves out, and the first moment of them.
      case window(outside: Double, first: WorkingWeek.Moment)
      /// The two availabilities.
      case availability(own: Double, other: Double)
      /// The day on which the other ends, or begins.
      case term(until: CalendarDate?, from: CalendarDate?)
      /// How binding they are; nil: not stated.
      case nature(own: ServiceTarget.Nature?, other: ServiceTarget.Nature?)
      /// The shares of cases that must make it.
      case share(own: Double, other: Double)
      /// The other has no time to restore.
      case noTime
      /// The other has no availability.
      case noAvailability
    }

    /// The id of the other agreement.
    public let other: String
    /// Whether it stands above this one, instead of under it.
    public let isAbove: Bool
    /// The difference.
    public let difference: Difference
  }

  /// What is known of the agreements on something that none covers.
  public struct Uncovered: Hashable, Sendable {
    /// The users that it stops, in order.
    public let users: [VertexID]
    /// The ids of agreements of which it is not known all that they cover.
    public let mayBeCoveredBy: [String]
    /// The ids of agreements that cover it and do not hold on the day.
    public let notInForce: [String]
  }

  /// The id of the other agreement, where it is about two.
  public var otherContract: String? {
    if case .backing(let backing) = details { backing.other } else { nil }
  }
}
