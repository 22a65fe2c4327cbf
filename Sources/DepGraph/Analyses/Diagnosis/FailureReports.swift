/// What is reported about components while nobody knows yet what has failed.
public struct FailureReports: Hashable, Sendable {
  /// What is reported not to work, in order.
  public let out: [VertexID]
  /// What is reported to work, in order.
  public let working: [VertexID]

  /// Collects reports.
  ///
  /// - Parameters:
  ///   - out: What is reported not to work.
  ///   - working: What is reported to work.
  /// - Complexity: O(*n* log *n*) for *n* reports.
  public init(out: [VertexID], working: [VertexID] = []) {
    self.out = out.sortedOnce()
    self.working = working.sortedOnce()
  }

  /// What is reported both ways, in order: one of the two is wrong, or it changed in between.
  ///
  /// - Complexity: O(*n*) for *n* reports.
  public var contradicted: [VertexID] {
    let isOut = Set(out)
    return working.filter(isOut.contains)
  }

  /// The same without what is said of one component.
  ///
  /// - Complexity: O(*n*) for *n* reports.
  func without(_ vertex: VertexID) -> FailureReports {
    FailureReports(out: out.filter { $0 != vertex }, working: working.filter { $0 != vertex })
  }
}
