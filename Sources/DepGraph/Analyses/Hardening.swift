/// Which one change takes the most single points of failure away.
///
/// Tried are an independent alternative for each element that others need outright and for each
/// requirement by itself, and an own value for one of those that share something, or for all of
/// them. What is listed was counted again on the model with the change carried out.
///
///     let hardening = Hardening(.init(), in: compiled)
///     hardening.before.singlePoints                  // 59
///     hardening.options.first?.change                // an alternative to the core routing
///     hardening.options.first?.after.singlePoints    // 44
///
/// Without targets, or without single points of failure, there are no options.
public struct Hardening: Sendable {
  /// What a single point of failure weighs.
  public enum Weight: String, Hashable, Sendable, CaseIterable {
    /// One for each target that it stops.
    case spofs
    /// The users of each target that it stops.
    case users
    /// The people that the loss of each target affects.
    case people
  }

  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// Whose single points count; nil: those of all processes and consumers.
    public var targets: [VertexID]?
    /// What each of them weighs.
    public var weight = Weight.spofs
    /// The most changes that are listed.
    public var count = 10
    /// The reading in which things fall.
    public var reading = Reading.possible

    /// Asks for the best changes.
    public init(for targets: [VertexID]? = nil) { self.targets = targets }
  }

  /// Single points of failure, counted.
  public struct Tally: Hashable, Sendable {
    /// How many pairs there are of a target and a single point of failure of it.
    public var singlePoints = 0
    /// What they weigh together.
    public var weight = 0.0
    /// How many targets have one.
    public var exposed = 0
  }

  /// A change that takes single points away.
  public struct Option: Hashable, Sendable {
    /// The change.
    public let change: Reinforcement
    /// The single points that are left.
    public let after: Tally
    /// The targets that had single points and have none left, in order.
    public let freed: [VertexID]
  }

  /// The question.
  public let question: Question
  /// Whose single points are counted, in order.
  public let targets: [VertexID]
  /// The single points that there are.
  public let before: Tally
  /// The best first; of equals the one that takes the most single points away, then the cheaper kind.
  public let options: [Option]
  /// Whether every change was looked at.
  public let isComplete: Bool
  /// How many changes there are to look at.
  public let changeCount: Int
  /// How many were counted; the rest cannot be among the listed ones, if complete.
  public let triedCount: Int
  /// The ids of targets that have no number to weigh by.
  public let withoutNumber: [String]
  /// The targets that may have more, since something that they rest on is not known, in order.
  public let untellable: [VertexID]

  /// Tries every change.
  ///
  /// - Parameters:
  ///   - question: Whose single points count, and what they weigh.
  ///   - compiled: The model.
  ///   - goesOn: Asked at each step with what is known so far; the search ends when it says no.
  /// - Complexity: O(*c*·*s*·(*v* + *a*)) for *c* changes with *s* seeds that each can bear on, and the
  ///   vertices and arcs that fail with each, and one count on a new model for each change listed.
  public init(
    _ question: Question, in compiled: CompiledModel,
    goesOn: (SearchProgress) -> Bool = { _ in true }
  ) {
    let counter = SinglePointCounter(question, in: compiled)
    var search = HardeningSearch(counter, in: compiled)
    search.run(keeping: question.count, goesOn: goesOn)
    let base = counter.count(on: compiled)
    self.question = question
    targets = counter.targets
    before = base.tally
    changeCount = search.changes.count
    triedCount = search.gains.count
    withoutNumber = counter.withoutNumber
    let untold = Set(compiled.untellable(among: counter.targets, in: question.reading))
    let unknown = VertexSet(compiled.unknownRequirements)
    untellable = counter.targets.filter { target in
      untold.contains(target)
        || !Bearing(on: [target], compiled.reading(question.reading)).vertices
          .intersection(unknown).isEmpty
    }
    var options: [Option] = []
    var isComplete = !search.isStopped
    for gain in search.best(question.count) {
      let progress = SearchProgress(
        tried: triedCount, best: search.bestGain, bound: base.tally.weight)
      // The first is worth waiting for: it is what was asked.
      guard options.isEmpty || goesOn(progress) else {
        isComplete = false
        break
      }
      let after = counter.count(after: gain.change, on: compiled)
      options.append(
        Option(
          change: gain.change, after: after.tally,
          freed: counter.targets.indices
            .filter { base.byTarget[$0] > 0 && after.byTarget[$0] == 0 }
            .map { counter.targets[$0] }))
    }
    self.options = options
    self.isComplete = isComplete
  }
}

/// Counts single points of failure of some targets, weighed.
struct SinglePointCounter {
  let targets: [VertexID]
  let reading: Reading
  /// The weight of a single point of each target.
  let weights: [Double]
  let withoutNumber: [String]
  /// The place of each element among the targets; -1 for the rest.
  private let places: [Int]
  private let ids: [String]

  init(_ question: Hardening.Question, in compiled: CompiledModel) {
    let targets =
      question.targets.map { $0.sortedOnce() } ?? compiled.vertices(ofKinds: [.process, .consumer])
    self.targets = targets
    reading = question.reading
    ids = targets.map(compiled.table.id(of:))
    var places = [Int](repeating: -1, count: compiled.table.count)
    for (place, target) in targets.enumerated() { places[target.index] = place }
    self.places = places
    let numbers = targets.map { Self.number(of: $0, question.weight, in: compiled) }
    weights = numbers.map { $0 ?? 0 }
    withoutNumber = zip(ids, numbers).filter { $0.1 == nil }.map(\.0)
  }

  private static func number(
    of target: VertexID, _ weight: Hardening.Weight, in compiled: CompiledModel
  ) -> Double? {
    switch weight {
    case .spofs: return 1
    case .users:
      if case .known(let users)? = compiled.component(target)?.users { return users }
      return nil
    case .people:
      let people = Consequences(ofLossOf: target, in: compiled).people
      return people.incomplete.isEmpty ? people.high : nil
    }
  }

  /// The place of an element of the model among the targets.
  func place(of vertex: VertexID) -> Int? {
    guard vertex.index < places.count, places[vertex.index] >= 0 else { return nil }
    return places[vertex.index]
  }

  /// Counts on a model that has the targets: each seed of searches fails alone.
  ///
  /// - Complexity: O(*n*·(*v* + *a*)) for *n* elements and the vertices and arcs that fail with each.
  func count(on compiled: CompiledModel) -> (tally: Hardening.Tally, byTarget: [Int]) {
    let propagator = FailurePropagator(compiled.reading(reading).levelOne)
    var place = [Int](repeating: -1, count: compiled.table.count)
    for (number, id) in ids.enumerated() {
      compiled.table.vertex(of: id).map { place[$0.index] = number } ?? ()
    }
    var byTarget = [Int](repeating: 0, count: targets.count)
    for index in 0..<compiled.table.count where compiled.isSeedOfSearches(VertexID(index)) {
      let seed = VertexID(index)
      propagator.fail([seed])
      for vertex in propagator.failed
      where vertex != seed && vertex.index < place.count && place[vertex.index] >= 0 {
        byTarget[place[vertex.index]] += 1
      }
      propagator.undo()
    }
    var tally = Hardening.Tally()
    for (number, count) in byTarget.enumerated() where count > 0 {
      tally.singlePoints += count
      tally.weight += Double(count) * weights[number]
      tally.exposed += 1
    }
    return (tally, byTarget)
  }

  /// Counts on the model after a change, which is really carried out.
  ///
  /// - Complexity: That of compiling the model and of one count.
  func count(
    after change: Reinforcement, on compiled: CompiledModel
  ) -> (tally: Hardening.Tally, byTarget: [Int]) {
    do {
      return count(on: try CompiledModel(compiled.model(with: change)))
    } catch {
      preconditionFailure("a change does not stop a model from working: \(error)")
    }
  }
}
