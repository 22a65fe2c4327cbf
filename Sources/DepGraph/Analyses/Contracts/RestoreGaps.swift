/// The findings that follow from checks of times to restore.
struct RestoreGaps {
  let context: ReviewContext

  /// The findings of the rule `restore-gap`, in the order of the checks.
  ///
  /// That nobody promised anything at all for two things that fail together stands in the coverage,
  /// and for one thing in the rule `uncovered` or here where agreements cover it without a time.
  ///
  /// - Parameters:
  ///   - single: The checks of one thing.
  ///   - pairs: Those of two things.
  /// - Returns: The findings.
  /// - Complexity: O(*f*·(*n* + *d*)) for *f* findings in a model of *n* elements and *d*
  ///   dependencies.
  func findings(_ single: [RestoreCheck], pairs: [RestoreCheck]) -> [ContractFinding] {
    let met = Set(single.filter { $0.verdict == .met }.map(\.returning))
    var ways = FailureWays(context)
    var found: [ContractFinding] = []
    for check in single where check.verdict == .overrun || check.verdict == .missing {
      guard check.reason != .noContract else { continue }
      found.append(
        finding(check, severity(of: check, isMetElsewhere: met.contains(check.returning)), &ways))
    }
    return found + findings(pairs, knowing: single, &ways)
  }

  /// The findings about pairs: for each agreement and element the worst one, where it is not too late
  /// for the element alone already.
  private func findings(
    _ pairs: [RestoreCheck], knowing single: [RestoreCheck], _ ways: inout FailureWays
  ) -> [ContractFinding] {
    struct Promise: Hashable {
      let contract: String?
      let element: VertexID
    }
    func promise(_ check: RestoreCheck) -> Promise {
      Promise(contract: check.contract, element: check.returning)
    }
    let late = Set(single.filter { $0.verdict == .overrun }.map(promise))
    let open = late.union(single.filter { $0.verdict == .missing }.map(promise))
    var worst: [Promise: RestoreCheck] = [:]
    var order: [Promise] = []
    for check in pairs where check.restore != nil {
      let promise = promise(check)
      let isWanted =
        check.verdict == .overrun && !late.contains(promise)
        || check.verdict == .missing && !open.contains(promise)
      guard isWanted else { continue }
      guard let known = worst[promise] else {
        worst[promise] = check
        order.append(promise)
        continue
      }
      let rank = { (check: RestoreCheck) in
        (check.verdict == .overrun ? 1 : 0, check.gap ?? -.infinity)
      }
      if rank(check) > rank(known) { worst[promise] = check }
    }
    return order.compactMap { worst[$0] }.map { check in
      finding(check, check.verdict == .overrun ? .medium : .low, &ways)
    }
  }

  private func severity(of check: RestoreCheck, isMetElsewhere: Bool) -> FindingSeverity {
    if isMetElsewhere { return .note }
    return check.verdict == .overrun && check.isCertain ? .high : .medium
  }

  private func finding(
    _ check: RestoreCheck, _ severity: FindingSeverity, _ ways: inout FailureWays
  ) -> ContractFinding {
    var finding = ContractFinding(.restoreGap, severity)
    finding.contract = check.contract
    finding.element = check.returning
    finding.target = check.target
    finding.required = check.allowed
    finding.agreed = check.restore?.longest.elapsed
    if check.verdict == .overrun { finding.gap = check.gap }
    finding.gapIsLeast = check.gapIsLeast
    finding.nature = check.restore?.target.nature
    finding.verdict = check.verdict
    finding.parties =
      check.contract.flatMap { context.contracts[$0] }.map(context.parties(of:)) ?? []
    finding.chain =
      check.target.map { target in
        ways.way(from: check.elements, to: target).map { .element($0) }
      } ?? []
    finding.details = .restore(check)
    return finding
  }
}

/// Ways along which something falls with what failed, one failure after another.
private struct FailureWays {
  private let reading: CompiledReading
  private let propagator: FailurePropagator
  private var failed: [VertexID] = []
  private var spread: FailureSpread?

  init(_ context: ReviewContext) {
    reading = context.compiled.reading(context.question.reading)
    propagator = FailurePropagator(reading.levelOne)
  }

  /// A shortest way of things that all fall, from one that failed to one that falls.
  mutating func way(from elements: [VertexID], to target: VertexID) -> [VertexID] {
    if elements != failed {
      propagator.undo()
      propagator.fail(elements)
      failed = elements
      spread = FailureSpread(from: elements, reading.levelOne, isDown: propagator.contains)
    }
    guard let spread, spread.reaches(target) else { return elements + [target] }
    return spread.way(to: target).filter(reading.isElement)
  }
}
