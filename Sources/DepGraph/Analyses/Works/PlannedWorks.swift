/// What planned works do to processes and consumers: each alone, and where they overlap.
///
/// Every object in works is taken to be out for its window. Who is down when is what a `Timeline` of
/// all windows says, with holdups, switchovers and restarts; between the instants at which something
/// goes out or comes back, who is degraded or leans on what is left follows from what is out, each for
/// as long as it has been out.
///
///     let works = PlannedWorks(.init(notices, zone: zone), in: compiled)
///     works.users          // who is hit when, by which works
///     works.overlaps       // what only works together do
///
/// What was decided where the announcements leave room: `docs/decisions/0024-works-plans-measures.md`.
public struct PlannedWorks: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The works as announced.
    public var notices: [MaintenanceNotice]
    /// The zone in which times are told.
    public var zone: ZoneOffsets
    /// Works that are over by then are left out; nil: none is.
    public var from: Instant?
    /// Works that begin then or later are left out; nil: none is.
    public var until: Instant?
    /// The moment at which it is asked; nil: no work is over.
    public var now: Instant?

    /// Asks what works do.
    public init(_ notices: [MaintenanceNotice], zone: ZoneOffsets) {
      self.notices = notices
      self.zone = zone
    }
  }

  /// One work: at some objects, from when until when.
  public struct Window: Hashable, Sendable {
    /// How it is reckoned with.
    public enum Treatment: String, Hashable, Sendable, CaseIterable {
      /// Its objects are out from its start to its end.
      case out
      /// Nothing is expected of it: it is told, and fails nothing.
      case noImpact = "no-impact"
      /// It is off.
      case cancelled
      /// It is done.
      case completed
      /// It ended before the moment at which it is asked.
      case over
      /// It lies outside the time asked about.
      case outside
    }

    /// What was announced.
    public let notice: MaintenanceNotice
    /// What is worked at, in order.
    public let vertices: [VertexID]
    /// Objects that name nothing in the model, and selectors of which it does not know all members.
    public let unknown: [String]
    /// How it is reckoned with.
    public let treatment: Treatment
    /// What it would do alone; of a work that is expected to do nothing: if it did after all.
    public internal(set) var alone: [Effect] = []
    /// What must not fail while it goes on, for processes and consumers.
    public internal(set) var newPoints: [NextFailure.Risk] = []
  }

  /// What happens to a component over time.
  public struct Effect: Hashable, Sendable {
    /// The component.
    public let vertex: VertexID
    /// What happens, by time.
    public let spells: [Spell]

    /// The worst of it.
    public var worst: Grade { spells.map(\.grade).max() ?? .notAffected }
  }

  /// A time during which a component is hit in one way.
  public struct Spell: Hashable, Sendable {
    /// The first moment.
    public let from: Instant
    /// The first moment after; nil: it has no end that is known.
    public let until: Instant?
    /// How it is hit.
    public let grade: Grade
    /// Whether both readings say so; what only one of them has is possible.
    public let verdict: Verdict
    /// Whether it is down only because something changes over or starts again, not for want of what
    /// is in works.
    public let isPassing: Bool
    /// Why it may be worse, as `BlastRadius.Untold` says it; for what cannot be told, why.
    public let because: [String]
    /// The works that do it, by their place in `windows`: each of them alone, or all of them only
    /// together.
    public internal(set) var windows: [Int]
    /// Whether none of them does it alone.
    public internal(set) var isTogether: Bool
  }

  /// Works that go on at the same time.
  public struct Overlap: Hashable, Sendable {
    /// The works, by their place in `windows`.
    public let windows: [Int]
    /// From when all of them go on.
    public let from: Instant
    /// Until when.
    public let until: Instant
    /// What only they together do.
    public let effects: [Effect]
    /// What must not fail then, and might while only one of them goes on.
    public let newPoints: [NextFailure.Risk]
  }

  /// The question.
  public let question: Question
  /// The works, by start, then as given.
  public let windows: [Window]
  /// The processes and consumers that are hit by all works together, the worst first, then by time
  /// and id.
  public let users: [Effect]
  /// Works that go on at the same time, by time.
  public let overlaps: [Overlap]
  /// What is out at some time of the works and is no process or consumer: the channels by which
  /// contacts are reached.
  public let channels: [Effect]
  /// Whom to tell, by role and party.
  public let addressees: [Addressee]
  /// Objects that name nothing in the model, each with its place.
  public let warnings: [Diagnostic]

  /// Computes it.
  ///
  /// - Parameters:
  ///   - question: The works.
  ///   - compiled: The model.
  /// - Complexity: A timeline of each window and of all together, for each instant of these at which
  ///   something changes the propagation of what is out, and the next failure of each window and
  ///   overlap.
  public init(_ question: Question, in compiled: CompiledModel) {
    self.question = question
    let resolved = WorksResolution(question, in: compiled)
    warnings = resolved.warnings
    var windows = resolved.windows
    let engine = WorksEngine(windows, in: compiled)
    let points = NewPoints(windows, in: compiled)
    for index in windows.indices {
      guard windows[index].isTold else { continue }
      windows[index].alone = engine.alone(index, in: question.zone)
      windows[index].newPoints = points.during([index])
    }
    self.windows = windows
    let joint = JointEffects(engine, windows, zone: question.zone)
    let hit = joint.effects
    users = hit.filter { compiled.component($0.vertex)?.isUser == true || engine.watchesAll }
      .sorted { left, right in
        let key = { (effect: Effect) in
          (-effect.worst.rawValue, effect.spells.first?.from ?? .distantPast, effect.vertex)
        }
        return key(left) < key(right)
      }
    channels = hit.filter { compiled.component($0.vertex)?.isUser == false && !engine.watchesAll }
    overlaps = WorksOverlaps(windows, users, points, zone: question.zone).overlaps
    addressees = Addressee.all(
      windows: windows, users: users, channels: channels, overlaps: overlaps, in: compiled)
  }

  /// The worst that happens to a process or consumer.
  public var worst: Grade { users.map(\.worst).max() ?? .notAffected }

  /// Whether something becomes a single point of failure while works go on.
  public var makesNewPoints: Bool {
    windows.contains { $0.treatment == .out && !$0.newPoints.isEmpty }
      || overlaps.contains { !$0.newPoints.isEmpty }
  }
}

extension PlannedWorks.Window {
  /// Whether it fails something, or might.
  var isTold: Bool { treatment == .out || treatment == .noImpact }
}

extension Instant {
  static let distantPast = Instant(secondsSinceEpoch: -.greatestFiniteMagnitude)
}
