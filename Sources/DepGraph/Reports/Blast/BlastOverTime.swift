/// How many users a failure has hit at some moments, for the headline and the table over time.
struct BlastOverTime {
  /// The outcome at one moment.
  struct Moment {
    /// Seconds after the failure; nil: in the end, if nothing is repaired.
    let after: TimeSpan?
    /// Users down whatever uncertain facts turn out to be.
    let certain: Int
    /// Users down in the worst case, the certain ones included.
    let possible: Int
    /// Users of which it cannot be told.
    let untold: Int
    /// Users that work, though not whole or with less in reserve, and may be down after all.
    let perhapsWorse: Int
    /// The number of consumers and processes that are down by then, seeds included.
    let counted: Int
    /// What it means by then.
    let consequences: Consequences

    /// Whether nothing that is not known could add people to those counted.
    var isWhole: Bool {
      untold == 0 && perhapsWorse == 0 && consequences.people.incomplete.isEmpty
    }

    /// Whether two moments count the same.
    func isLike(_ other: Moment) -> Bool {
      (certain, possible, untold) == (other.certain, other.possible, other.untold)
    }
  }

  /// Whether users are consumers and processes; a model without them counts all components.
  let countsUsers: Bool
  private let seeds: Seeds
  private let reading: Reading
  private let compiled: CompiledModel

  init(of blast: BlastRadius, in compiled: CompiledModel) {
    seeds = blast.question.seeds
    reading = blast.question.reading
    self.compiled = compiled
    countsUsers = !compiled.vertices(ofKinds: [.consumer, .process]).isEmpty
  }

  /// The outcome at a moment; nil: in the end.
  ///
  /// - Complexity: that of a blast radius.
  func at(_ after: TimeSpan?) -> Moment {
    var question = BlastRadius.Question(seeds, after: after)
    question.reading = reading
    return moment(BlastRadius(question, in: compiled))
  }

  /// The outcome that a blast radius tells.
  ///
  /// - Complexity: O(*n*) for *n* components hit.
  func moment(_ blast: BlastRadius) -> Moment {
    let down = blast.down.filter { isCounted($0.vertex) }
    return Moment(
      after: blast.question.after, certain: down.count { $0.verdict == .certain },
      possible: down.count, untold: blast.cannotTell.count { isCounted($0.vertex) },
      perhapsWorse: (blast.degraded + blast.reducedRedundancy).count {
        isCounted($0.vertex) && !$0.couldBeDown.isEmpty
      },
      counted: blast.countedUsers(in: compiled), consequences: blast.consequences)
  }

  /// Whether a component is one of those counted.
  func isCounted(_ vertex: VertexID) -> Bool {
    guard let component = compiled.component(vertex) else { return false }
    return !countsUsers || component.isUser
  }
}

/// The moment that a headline is about when nobody named one: the agreed time to restore what
/// failed, else a day.
struct AgreedHorizon {
  /// The moment.
  let after: TimeSpan
  /// The contract that agrees it and how binding it is; nil: no contract does.
  let agreement: (contract: String, nature: ServiceTarget.Nature?)?

  /// Finds it among the contracts that hold on the model's date.
  ///
  /// - Complexity: O(*c*·*n*) for *c* contracts and *n* elements.
  init(for seeds: [VertexID], in compiled: CompiledModel) {
    let failed = Set(seeds)
    var found: (after: TimeSpan, contract: String, nature: ServiceTarget.Nature?)?
    for contract in compiled.model.contracts where contract.isValid(on: compiled.model.asOf) {
      let covered = compiled.coverage(of: contract).vertices
      guard covered.contains(where: failed.contains) else { continue }
      for target in contract.targets {
        guard let after = target.restoreWithin, after > found?.after ?? .zero else { continue }
        found = (after, contract.id, target.nature)
      }
    }
    after = found?.after ?? .hours(24)
    agreement = found.map { ($0.contract, $0.nature) }
  }
}
