/// How far measures are, and what each changes: the model with it, held against the model without it.
///
/// A measure says what it `adds` to the model and what it `removes`. Before it is the model without what
/// it adds; after it the model without what it removes. What a measure that is not done adds is in the
/// model already, and so in every other answer: that is told.
///
///     let review = MeasureReview(in: compiled)
///     review.measures[0].effect    // .changes: who gains or loses single points of failure
public struct MeasureReview: Sendable {
  /// What is asked.
  public struct Question: Hashable, Sendable {
    /// The day to judge at; nil: that of the model's facts.
    public var day: CalendarDate?
    /// Whether to compute how often users are down too.
    public var wantsAvailability = false
    /// The most nodes that a decision diagram may have; where more are needed, there are bounds.
    public var mostNodes = 500_000

    /// Asks the usual.
    public init() {}
  }

  /// How far a measure is.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    case done, planned, running
    /// Not written down, or in a word of somebody's own.
    case unknown
  }

  /// Whether a measure is in time.
  public enum Timing: Hashable, Sendable {
    /// It is done.
    case done
    /// It should have been done so many days ago.
    case overdue(days: Int)
    /// It is to be done in so many days.
    case ahead(days: Int)
    /// Nobody wrote down when.
    case noDate
    /// There is no day to judge at.
    case cannotTell
  }

  /// Why it cannot be computed what a measure changes.
  public enum Obstacle: Hashable, Sendable {
    /// Nothing that it adds or removes is in the model.
    case notInModel
    /// It is done, and what it took away is gone: nobody knows how it was.
    case alreadyGone
    /// Without what it adds, or removes, these could never work, start or be repaired.
    case neverOperational([String])
  }

  /// What a measure changes.
  public enum Effect: Hashable, Sendable {
    /// It does not say what it adds or removes.
    case notStated
    /// It cannot be computed.
    case notComputable(Obstacle)
    /// For whom what changes, by id; empty: for nobody.
    case changes([MeasureChange])
  }

  /// A measure with what there is to say of it.
  public struct Entry: Hashable, Sendable {
    /// The measure.
    public let measure: Measure
    /// How far it is.
    public let status: Status
    /// Whether it is in time.
    public let timing: Timing
    /// What it adds that the model does not hold.
    public let missingAdds: [String]
    /// What it removes that the model does not hold.
    public let missingRemoves: [String]
    /// Whether the model holds already what it is still to add: other answers count it.
    public let isCountedAlready: Bool
    /// Whether it is done and the model still holds what it took away.
    public let isStillHeld: Bool
    /// What it changes.
    public let effect: Effect
  }

  /// The question.
  public let question: Question
  /// The day judged at; nil: there is none.
  public let day: CalendarDate?
  /// The measures, in the order written.
  public let measures: [Entry]
  /// What measures name and the model does not hold, each with its place.
  public let warnings: [Diagnostic]

  /// Reviews the measures of a model.
  ///
  /// - Parameters:
  ///   - question: What is asked.
  ///   - compiled: The model.
  ///   - goesOn: Asked now and then whether the work may go on.
  /// - Complexity: For each measure that says what it changes, that of compiling one or two models,
  ///   their single points of failure, and a timeline of each of these.
  public init(
    _ question: Question = Question(), in compiled: CompiledModel,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.question = question
    let day = question.day ?? compiled.model.asOf
    self.day = day
    var states = MeasuredStates(question, in: compiled, goesOn: goesOn)
    var warnings: [Diagnostic] = []
    measures = compiled.model.measures.map { measure in
      let status = Status(measure)
      let adds = NamedParts(measure.adds, in: compiled)
      let removes = NamedParts(measure.removes, in: compiled)
      warnings += adds.warnings(of: measure, in: compiled)
      if status != .done { warnings += removes.warnings(of: measure, in: compiled) }
      return Entry(
        measure: measure, status: status, timing: Timing(measure, status, on: day),
        missingAdds: adds.missing, missingRemoves: removes.missing,
        isCountedAlready: status != .done && !adds.ids.isEmpty,
        isStillHeld: status == .done && !removes.ids.isEmpty,
        effect: states.effect(of: measure, status, adding: adds, removing: removes))
    }
    self.warnings = warnings
  }
}

extension MeasureReview.Status {
  fileprivate init(_ measure: Measure) {
    self = measure.status.flatMap(Self.init(rawValue:)) ?? .unknown
  }
}

extension MeasureReview.Timing {
  fileprivate init(
    _ measure: Measure, _ status: MeasureReview.Status, on day: CalendarDate?
  ) {
    if status == .done {
      self = .done
    } else if let due = measure.due, let day {
      let days = due.daysSinceEpoch - day.daysSinceEpoch
      self = days < 0 ? .overdue(days: -days) : .ahead(days: days)
    } else {
      self = measure.due == nil ? .noDate : .cannotTell
    }
  }

  /// The word for it in JSON results.
  public var key: String {
    switch self {
    case .done: "done"
    case .overdue: "overdue"
    case .ahead: "ahead"
    case .noDate: "no-date"
    case .cannotTell: "cannot-tell"
    }
  }
}

/// What a measure names, as far as the model holds it.
struct NamedParts {
  /// The ids of components and common causes.
  private(set) var ids: Set<String> = []
  /// What is not in the model, as written.
  private(set) var missing: [String] = []

  init(_ names: [String], in compiled: CompiledModel) {
    for name in names {
      if let vertex = compiled.vertex(of: name) {
        ids.insert(compiled.table.id(of: vertex))
      } else {
        missing.append(name)
      }
    }
  }

  func warnings(of measure: Measure, in compiled: CompiledModel) -> [Diagnostic] {
    missing.map { name in
      Diagnostic(
        .undeclaredChange, "the model holds no `\(name)`", at: measure.place, id: measure.id,
        hint: nearestName(to: name, among: compiled.table.ids).map { "did you mean `\($0)`?" })
    }
  }
}
