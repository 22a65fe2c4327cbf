/// What it takes to repair one thing that has failed.
public struct RepairTask: Hashable, Sendable {
  /// Where the time that its repair takes comes from.
  public enum Basis: Hashable, Sendable {
    /// A contract in force promises it.
    case contract(AgreedRestore)
    /// Its own time to repair.
    case own
    /// Its mean time to repair.
    case meanTime
    /// It was assumed in the question.
    case assumed
    /// Nobody knows it.
    case unknown
  }

  /// Who repairs it.
  public enum Worker: Hashable, Sendable {
    /// The provider of the contract.
    case supplier
    /// One of the crews.
    case crew
    /// Somebody: no crews are known, and enough people are assumed.
    case anyone
  }

  /// What has failed.
  public let element: VertexID
  /// Where the time comes from.
  public let basis: Basis
  /// How long the repair takes, of a contract in its hours; nil: nobody knows.
  public let work: Double?
  /// How long securing evidence takes first; unknown: nobody knows; nil: it need not be done.
  public let evidence: Stated<TimeSpan>?
  /// Whether that time was assumed in the question.
  public let evidenceIsAssumed: Bool
  /// Who repairs it.
  public let worker: Worker
  /// What it takes of a crew.
  public let skills: [String]
  /// Where it is done; nil: not known, and no travel is counted.
  public let position: Position?
  /// The crews that can do it, by number.
  public let crews: [Int]

  /// Whether it is known how long it takes, evidence included.
  public var isKnown: Bool { work != nil && evidence != .unknown }

  /// The seconds of evidence that are known.
  var evidenceSeconds: Double { evidence?.value?.seconds ?? 0 }

  /// The seconds that a crew works on it; `RecoveryRun.unknown` where nobody knows.
  var seconds: Double {
    guard let work, evidence != .unknown else { return RecoveryRun.unknown }
    return work + evidenceSeconds
  }

  /// Whether no crew has the skills that it takes.
  public var hasNobody: Bool { worker == .crew && crews.isEmpty }
}

/// Collects the repair tasks of what has failed.
struct RepairTaskMaker {
  let question: RestorationQuestion
  let compiled: CompiledModel
  let crews: [RestorationCrew]
  private let promises: [VertexID: AgreedRestore]

  /// - Complexity: O(*c*·*n*) for what *c* contracts cover of *n* elements.
  init(_ question: RestorationQuestion, _ crews: [RestorationCrew], in compiled: CompiledModel) {
    self.question = question
    self.crews = crews
    self.compiled = compiled
    let model = compiled.model
    let week =
      question.since
      ?? Instant(secondsSinceEpoch: Double(model.asOf?.daysSinceEpoch ?? 0) * 86_400)
    let isAsked = VertexSet(question.failed.vertices)
    var promises: [VertexID: AgreedRestore] = [:]
    for contract in model.contracts where contract.isValid(on: question.since?.day ?? model.asOf) {
      guard let agreed = AgreedRestore(of: contract, in: week, at: question.since) else { continue }
      for element in compiled.coverage(of: contract).vertices where isAsked.contains(element) {
        // Of several promises the one that ends last: nobody knows which one will be kept first.
        if let other = promises[element], other.clockTime >= agreed.clockTime { continue }
        promises[element] = agreed
      }
    }
    self.promises = promises
  }

  /// The task of something that has failed.
  ///
  /// - Complexity: O(*k*·*s*) for *k* crews and *s* skills.
  func task(_ element: VertexID) -> RepairTask {
    let component = compiled.component(element)
    let own = component?.dependability ?? compiled.commonCause(element)?.dependability
    let (basis, work) = length(of: element, component, own)
    var evidence = component?.forensic
    let isAssumed = evidence == .unknown && question.assumedEvidence != nil
    if isAssumed, let assumed = question.assumedEvidence { evidence = .known(assumed) }
    let skills = component?.skills ?? []
    let worker: RepairTask.Worker =
      if case .contract = basis { .supplier } else if crews.isEmpty { .anyone } else { .crew }
    return RepairTask(
      element: element, basis: basis, work: work, evidence: evidence, evidenceIsAssumed: isAssumed,
      worker: worker, skills: skills,
      position: component.flatMap { compiled.position(of: $0) },
      crews: worker == .crew ? crews.indices.filter { crews[$0].can(skills) } : [])
  }

  private func length(
    of element: VertexID, _ component: Component?, _ own: Dependability?
  ) -> (RepairTask.Basis, Double?) {
    if let agreed = promises[element] { return (.contract(agreed), agreed.within) }
    if let repair = component?.repair { return (.own, repair.seconds) }
    if let mean = own?.meanTimeToRepair { return (.meanTime, mean.seconds) }
    if let assumed = question.assumedRepair { return (.assumed, assumed.seconds) }
    return (.unknown, nil)
  }
}

extension AgreedRestore {
  /// What it takes by the clock: from the moment asked about, else at worst.
  fileprivate var clockTime: Double { atMoment?.elapsed ?? longest.elapsed }
}

extension CompiledModel {
  /// Where a component stands, or what it shares does.
  fileprivate func position(of component: Component) -> Position? {
    if let position = component.position { return position }
    for shared in component.shares {
      if let value = shared.value, let vertex = table.vertex(of: value),
        let position = self.component(vertex)?.position
      {
        return position
      }
    }
    return nil
  }
}
