/// How sure it is that something of an incident holds.
///
/// The four are nested: what holds in the most favourable reading holds in the least favourable one,
/// and that if what nobody knows turns out badly too. So a list of conditions is as sure as its least
/// sure member, and a list of alternatives as its surest.
public enum EscalationVerdict: Int, Hashable, Comparable, Sendable, CaseIterable {
  /// It does not hold, whatever is unknown.
  case no
  /// It depends on what nobody wrote down, or on what a person has to answer.
  case cannotTell
  /// It holds in the least favourable reading of uncertain facts.
  case possible
  /// It holds in the most favourable reading too.
  case certain

  /// The less sure first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

  /// The opposite: what is open stays as open as it was.
  public static prefix func ! (verdict: Self) -> Self {
    switch verdict {
    case .no: .certain
    case .certain: .no
    case .cannotTell, .possible: verdict
    }
  }

  /// The word for it in JSON results.
  public var key: String {
    switch self {
    case .no: "no"
    case .cannotTell: "cannot-tell"
    case .possible: "possible"
    case .certain: "certain"
    }
  }
}

/// What is taken to be behind an incident.
public enum IncidentCause: String, Hashable, Sendable, CaseIterable {
  /// Nobody knows: an attack is not excluded.
  case unknown
  /// A failure without intent.
  case technical
  /// An attack, or the suspicion of one.
  case cyber

  /// Whether an attack is not excluded.
  public var mayBeCyber: Bool { self != .technical }

  /// The sides on which people work on it.
  public var tracks: [Contact.Track] { mayBeCyber ? [.it, .cyber] : [.it] }
}

/// The value of one condition, by how sure what is counted is.
public struct EscalationMeasurement: Hashable, Sendable {
  /// Something that counts.
  public struct Item: Hashable, Sendable {
    /// Its id: of a component, a party or a sector, by what is counted.
    public let id: String
    /// How sure it is that it counts.
    public let verdict: EscalationVerdict
  }

  /// What is looked at.
  public let measure: EscalationCondition.Measure
  /// What counts, by id.
  public var items: [Item] = []
  /// The number for certain; of seconds or a share where it is no count.
  public var certain = 0.0
  /// The number in the least favourable reading.
  public var possible = 0.0
  /// The number if what nobody knows turns out badly; infinite: no bound is known.
  public var conceivable = 0.0
  /// The facts that nobody wrote down and that would make it surer.
  public var missing: [MeasuredValue.Missing] = []
  /// The id of the agreement that it is measured against; nil: none.
  public var contract: String?
  /// How long that promises, in seconds; nil: there is none.
  public var promised: Double?

  /// A number that is known.
  init(_ measure: EscalationCondition.Measure, value: Double) {
    self.measure = measure
    (certain, possible, conceivable) = (value, value, value)
  }

  /// A count of things, each as sure as it is.
  ///
  /// - Complexity: O(*n* log *n*) for *n* things.
  init(
    _ measure: EscalationCondition.Measure, counting things: [String: EscalationVerdict],
    missing: [MeasuredValue.Missing] = []
  ) {
    self.measure = measure
    items = things.filter { $0.value != .no }.map { Item(id: $0.key, verdict: $0.value) }
      .sorted { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    certain = Double(items.count { $0.verdict == .certain })
    possible = Double(items.count { $0.verdict >= .possible })
    conceivable = Double(items.count)
    self.missing = Set(missing).sorted()
  }

  /// How sure it is that a test holds.
  public func verdict(of test: EscalationCondition.Test) -> EscalationVerdict {
    if case .holds(false) = test { return !verdict(of: .holds(true)) }
    let holds = { (value: Double) in
      switch test {
      case .holds, .asked: value >= 1
      case .atLeast(let bound): value >= bound
      case .moreThan(let bound): value > bound
      case .lasts(let span): value >= span.seconds
      }
    }
    if holds(certain) { return .certain }
    if holds(possible) { return .possible }
    return holds(conceivable) ? .cannotTell : .no
  }
}
