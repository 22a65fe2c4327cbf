/// What is needed to hold an exercise: what to tell whom and when, and what should follow.
///
/// The leader knows everything. Players are told what they would notice themselves: that something of
/// theirs stops or works again. Nothing in their part says why.
///
///     let kit = ExerciseKit(run, in: compiled)
///     kit.players.first?.injects.first  // at 0 s: the control room goes down
public struct ExerciseKit: Sendable {
  /// Something that players are told at a moment.
  public struct Inject: Hashable, Sendable {
    /// When, in seconds since the start.
    public let at: Double
    /// What it is about.
    public let vertex: VertexID
    /// Its state from then on.
    public let state: Observation.State
  }

  /// The players of one party.
  public struct Players: Hashable, Sendable {
    /// The id of the party; nil: what belongs to nobody.
    public let party: String?
    /// What they are told, by time.
    public let injects: [Inject]
  }

  /// Something that players should do.
  public struct Task: Hashable, Sendable {
    /// What it is.
    public enum Kind: Hashable, Sendable {
      /// Find out that something does not work.
      case detect(VertexID)
      /// Call a level of escalation.
      case call(level: String)
      /// Tell a contact.
      case tell(contact: String)
      /// Put a plan into action, for a process that stopped.
      case activate(plan: String, VertexID)
      /// Do what a level of escalation says.
      case decide(LocalizedText, level: String)
    }

    /// What it is.
    public let kind: Kind
    /// From when it can be done, in seconds since the start; nil: not known.
    public let from: Double?
    /// By when; nil: nobody said.
    public let by: Double?
  }

  /// The run that it is made from.
  public let run: ScenarioRun
  /// What players are told, by time.
  public let injects: [Inject]
  /// The same by party, in the order in which they are first told something.
  public let players: [Players]
  /// What they should do, by time.
  public let tasks: [Task]

  /// Makes a kit from a run.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - compiled: The model.
  /// - Complexity: O(*e* log *e* + *p*·*c*) for *e* entries, *p* plans and *c* components.
  public init(_ run: ScenarioRun, in compiled: CompiledModel) {
    self.run = run
    let causes = run.causesOfFailure
    let seen: Set<ComponentKind> = [.process, .consumer, .service, .channel, .facility]
    injects = run.entries.compactMap { entry in
      guard let vertex = entry.vertex, !causes.contains(vertex), let state = entry.state,
        entry.kind == .change, let component = compiled.component(vertex),
        seen.contains(component.kind)
      else { return nil }
      return Inject(at: entry.at, vertex: vertex, state: state)
    }
    var order: [String?] = []
    var told: [String?: [Inject]] = [:]
    for inject in injects {
      let component = compiled.component(inject.vertex)
      let party = component?.owner ?? component?.operator
      if told[party] == nil { order.append(party) }
      told[party, default: []].append(inject)
    }
    players = order.map { Players(party: $0, injects: told[$0, default: []]) }
    tasks = Self.tasks(of: run, injects, in: compiled)
  }

  private static func tasks(
    of run: ScenarioRun, _ injects: [Inject], in compiled: CompiledModel
  ) -> [Task] {
    var tasks: [Task] = []
    var called: Set<String> = []
    var toldOf: Set<String> = []
    var found: Set<VertexID> = []
    for expectation in run.scenario.expectations {
      switch expectation.claim {
      case .discovered(let id, let by):
        guard let vertex = compiled.vertex(of: id) else { continue }
        found.insert(vertex)
        tasks.append(Task(kind: .detect(vertex), from: run.firstLoss(of: vertex), by: by))
      case .level(let id, let by):
        called.insert(id)
        tasks.append(Task(kind: .call(level: id), from: run.response.firstFailure, by: by))
      case .notified(let id, let by):
        toldOf.insert(id)
        tasks.append(Task(kind: .tell(contact: id), from: run.response.firstFailure, by: by))
      case .state, .back, .outage: continue
      }
    }
    let levels = compiled.model.escalation.sorted { ($0.level, $0.id) < ($1.level, $1.id) }
    for event in run.scenario.events {
      for id in event.escalate where called.insert(id).inserted {
        tasks.append(Task(kind: .call(level: id), from: run.response.firstFailure, by: event.at))
      }
      for id in event.notify where toldOf.insert(id).inserted {
        tasks.append(Task(kind: .tell(contact: id), from: run.response.firstFailure, by: event.at))
      }
    }
    for level in levels where called.contains(level.id) {
      let moment = tasks.first { $0.kind == .call(level: level.id) }?.by
      tasks += level.steps.map { Task(kind: .decide($0, level: level.id), from: moment, by: nil) }
    }
    let users: Set<ComponentKind> = [.process, .consumer]
    for inject in injects where inject.state == .down {
      guard let component = compiled.component(inject.vertex), users.contains(component.kind) else {
        continue
      }
      if found.insert(inject.vertex).inserted {
        tasks.append(Task(kind: .detect(inject.vertex), from: inject.at, by: nil))
      }
      for plan in compiled.model.plans where plan.purposes.contains(component.id) {
        let task = Task(kind: .activate(plan: plan.id, inject.vertex), from: inject.at, by: nil)
        if !tasks.contains(where: { $0.kind == task.kind }) { tasks.append(task) }
      }
    }
    return tasks.enumerated().sorted {
      ($0.element.by ?? $0.element.from ?? 0, $0.offset)
        < ($1.element.by ?? $1.element.from ?? 0, $1.offset)
    }.map(\.element)
  }
}

extension ScenarioRun {
  /// What failed or was degraded by itself at some time.
  ///
  /// - Complexity: O(*e*) for *e* entries.
  var causesOfFailure: Set<VertexID> {
    Set(entries.lazy.filter { $0.kind == .fail || $0.kind == .degrade }.compactMap(\.vertex))
  }

  /// When an element was first out or degraded.
  fileprivate func firstLoss(of vertex: VertexID) -> Double? {
    causes.stretches(of: vertex).first?.from
  }
}
