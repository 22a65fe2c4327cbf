/// Whether the plans for going on without something would help: who has none, when they were last
/// exercised, and whether they lean on what fails with the very thing that they are for.
///
///     let review = PlanReview(in: compiled)
///     review.unplanned              // critical processes and consumers without a plan
///     review.plans[0].falls         // what takes a process down, and what its plan relies on too
public struct PlanReview: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The day to judge at; nil: that of the model's facts.
    public var day: CalendarDate?
    /// After how many months an exercise is too long ago.
    public var months = 12
    /// How many things fail at once: 1 or 2.
    public var maxOrder = 1
    /// The most nodes that a decision diagram may have; where more are needed, it cannot be told.
    public var mostNodes = 1_000_000

    /// Asks the usual.
    public init() {}
  }

  /// When a plan was last exercised.
  public enum Exercise: Hashable, Sendable {
    /// Lately enough.
    case recent(CalendarDate)
    /// Too long ago, by so many days since.
    case stale(CalendarDate, days: Int)
    /// Nobody wrote down that it was.
    case notRecorded
    /// Only after the day to judge at.
    case later(CalendarDate)
    /// There is no day to judge at.
    case cannotTell(CalendarDate)
  }

  /// What a plan relies on that goes down, with the way.
  public struct Loss: Hashable, Sendable {
    /// What it relies on.
    public let relied: VertexID
    /// How the failure comes there: from what fails to this, both included.
    public let way: [VertexID]
    /// Whether process and prop go down in the certain reading too.
    public let verdict: Verdict
  }

  /// A failure that a plan should help against and does not survive.
  public struct Fall: Hashable, Sendable {
    /// What fails, in order.
    public let elements: [VertexID]
    /// The process that stops.
    public let purpose: VertexID
    /// How the failure comes there.
    public let way: [VertexID]
    /// What the plan relies on and goes down too.
    public let losses: [Loss]
    /// Whether it takes two things that have nothing to do with each other: one that stops the
    /// process, and one that takes what the plan relies on.
    public let isCoincidence: Bool

    /// Whether the certain reading says so of any of it.
    public var verdict: Verdict {
      losses.contains { $0.verdict == .certain } ? .certain : .possible
    }
  }

  /// Something that a plan relies on and that is what it is for, or goes down with it.
  public struct SelfReliance: Hashable, Sendable {
    /// The process.
    public let purpose: VertexID
    /// What the plan relies on.
    public let relied: VertexID
  }

  /// Whether a plan relies on what it must survive.
  public enum Leaning: String, Hashable, Sendable, CaseIterable {
    /// One failure stops a process and takes what the plan relies on, or that goes down with the
    /// process.
    case certain
    /// The same, if what is not certain holds.
    case possible
    /// It does not say what it is for, or what it relies on, or not all that this rests on is known.
    case cannotTell = "cannot-tell"
    /// Only two failures at once do.
    case twoFailures = "two-failures"
    /// Only two separate failures that happen to coincide do.
    case coincidence
    /// Nothing that is known does.
    case noneKnown = "none-known"
  }

  /// A plan with what there is to say of it.
  public struct Plan: Hashable, Sendable {
    /// Its id.
    public let id: String
    /// What it is for, in the order written.
    public let purposes: [VertexID]
    /// What it relies on, in the order written; nil: nobody wrote it down; empty: on nothing.
    public let reliesOn: [VertexID]?
    /// When it was exercised.
    public let exercise: Exercise
    /// Whether it says what is done on paper.
    public let hasPaper: Bool
    /// Failures that stop a process and take what the plan relies on too: of one thing before two, by
    /// process, then by id.
    public let falls: [Fall]
    /// What it relies on and goes down with the process itself.
    public let selfReliances: [SelfReliance]
    /// What it relies on of which not all needs are known: it may go down with more than is told.
    public let openProps: [VertexID]
    /// Whether all failures of two things were looked at, where that was asked.
    public let isComplete: Bool

    /// Whether it relies on what it must survive.
    ///
    /// - Complexity: O(*f*) for *f* failures.
    public var leaning: Leaning {
      let single = falls.filter { $0.elements.count == 1 }
      if !selfReliances.isEmpty || single.contains(where: { $0.verdict == .certain }) {
        return .certain
      }
      if !single.isEmpty { return .possible }
      if isOpen { return .cannotTell }
      if falls.contains(where: { !$0.isCoincidence }) { return .twoFailures }
      return falls.isEmpty ? .noneKnown : .coincidence
    }

    /// Whether something is missing to tell all that it relies on and must survive.
    public var isOpen: Bool { purposes.isEmpty || reliesOn == nil || !openProps.isEmpty }
  }

  /// The question.
  public let question: Question
  /// The day judged at; nil: there is none.
  public let day: CalendarDate?
  /// The critical processes and consumers.
  public let users: CriticalUsers
  /// Those of them that no plan is for, by id.
  public let unplanned: [VertexID]
  /// The plans, in the order written.
  public let plans: [Plan]

  /// Reviews the plans of a model.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on.
  /// - Complexity: That of all single failures in two readings; with failures of two things that of
  ///   `MinimalSetSearch` for each process that has a plan and each thing that a plan relies on.
  public init(
    _ question: Question = Question(), in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.question = question
    let day = question.day ?? compiled.model.asOf
    self.day = day
    users = compiled.criticalUsers
    let planned = Set(compiled.model.plans.flatMap(\.purposes).compactMap(compiled.vertex(of:)))
    unplanned = users.vertices.filter { !planned.contains($0) }
    let falls = PlanFalls(question, in: compiled, goesOn: goesOn)
    plans = compiled.model.plans.map { plan in
      let purposes = plan.purposes.compactMap(compiled.vertex(of:))
      let props = (plan.reliesOn ?? []).compactMap(compiled.vertex(of:))
      let found = falls.falls(of: purposes, props)
      return Plan(
        id: plan.id, purposes: purposes, reliesOn: plan.reliesOn == nil ? nil : props,
        exercise: Exercise(plan.tested, on: day, months: question.months),
        hasPaper: plan.paper != nil, falls: found.falls,
        selfReliances: falls.selfReliances(of: purposes, props),
        openProps: falls.open(props), isComplete: found.isComplete)
    }
  }

  /// Whether everything asked was looked at.
  public var isComplete: Bool { plans.allSatisfy(\.isComplete) }
}

extension PlanReview.Exercise {
  fileprivate init(_ tested: CalendarDate?, on day: CalendarDate?, months: Int) {
    guard let tested else {
      self = .notRecorded
      return
    }
    guard let day else {
      self = .cannotTell(tested)
      return
    }
    if tested > day {
      self = .later(tested)
    } else if tested.adding(months: months) < day {
      self = .stale(tested, days: day.daysSinceEpoch - tested.daysSinceEpoch)
    } else {
      self = .recent(tested)
    }
  }

  /// The word for it in JSON results.
  public var key: String {
    switch self {
    case .recent: "recent"
    case .stale: "stale"
    case .notRecorded: "not-recorded"
    case .later: "later"
    case .cannotTell: "cannot-tell"
    }
  }

  /// The day of the exercise; nil: none is recorded.
  public var date: CalendarDate? {
    switch self {
    case .recent(let date), .later(let date), .cannotTell(let date), .stale(let date, _): date
    case .notRecorded: nil
    }
  }
}
