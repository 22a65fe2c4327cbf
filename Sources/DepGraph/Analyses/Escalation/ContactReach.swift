/// By which channels a contact can be reached while something is out.
///
/// A channel that is down is struck; so is one that may be down, for nobody can count on it.
public struct ContactReach: Hashable, Sendable {
  /// A channel of the contact.
  public struct Route: Hashable, Sendable {
    /// The channel.
    public let vertex: VertexID
    /// How sure it is that it is down.
    public let down: EscalationVerdict
    /// Whether it works, but may not be whole.
    public let isDegraded: Bool
    /// Whether it works by a claim of independence that nothing in the model shows.
    public let isClaimed: Bool
    /// When it goes down, in seconds after the start; nil: not in what is known.
    public let lasts: Double?
    /// The way from what failed to it, both ends included; empty where it is not struck, and where
    /// it is struck for what is not known of it.
    public let way: [VertexID]

    /// Whether it may not be counted on.
    public var isStruck: Bool { down != .no }
  }

  /// The id of the contact.
  public let contact: String
  /// Its channels, the preferred first.
  public let channels: [Route]

  /// The channel to use; nil: none is left, or none is known.
  public var best: Route? { channels.first { !$0.isStruck } }

  /// The channels not to count on, the preferred first.
  public var struck: [Route] { channels.filter(\.isStruck) }

  /// Whether it has channels, and none of them is left: by paper or runner only.
  public var isUnreachable: Bool { !channels.isEmpty && best == nil }

  /// Whether the model knows no channel at all.
  public var hasNoKnownChannel: Bool { channels.isEmpty }
}

/// Tells of contacts how they can be reached at a moment.
struct ContactReaches {
  private let compiled: CompiledModel
  private let course: IncidentCourse
  private let time: Double
  private let ways: FallingWays
  private let claimed: Set<VertexID>

  /// - Complexity: O(*v* + *d*) for the elements that are down and the dependencies on them.
  init(
    _ course: IncidentCourse, at time: Double, claimed: Set<VertexID>, in compiled: CompiledModel
  ) {
    self.compiled = compiled
    self.course = course
    self.time = time
    self.claimed = claimed
    ways = FallingWays(from: course.failed(at: time), in: compiled) { vertex in
      course.outage(of: vertex, at: time, .possible) != nil
    }
  }

  /// The reach of a contact.
  ///
  /// - Complexity: O(*k*) for its channels and the ways to them.
  func reach(of contact: Contact) -> ContactReach {
    ContactReach(
      contact: contact.id,
      channels: contact.reach.compactMap { compiled.vertex(of: $0) }.map(channel))
  }

  private func channel(_ vertex: VertexID) -> ContactReach.Route {
    let down = course.isDown(vertex, at: time)
    let way = down >= .possible ? ways.way(to: vertex) : []
    let isSeed = course.failed(at: time).contains(vertex)
    return ContactReach.Route(
      vertex: vertex, down: down,
      isDegraded: down == .no && course.isDegraded(vertex, at: time) != .no,
      isClaimed: down == .no && claimed.contains(vertex),
      lasts: down == .no ? course.fall(of: vertex, after: time) : nil,
      way: way.count > 1 || isSeed ? way : [])
  }
}
