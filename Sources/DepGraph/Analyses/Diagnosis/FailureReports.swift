/// What is reported about components while nobody knows yet what has failed.
public struct FailureReports: Hashable, Sendable {
  /// What is reported not to work, in order.
  public let out: [VertexID]
  /// What is reported to work, in order.
  public let working: [VertexID]
  /// The selectors of reports that name nothing, as written.
  public let withoutMembers: [String]

  /// Collects reports.
  ///
  /// - Parameters:
  ///   - out: What is reported not to work.
  ///   - working: What is reported to work.
  ///   - withoutMembers: The selectors of reports that name nothing, as written.
  /// - Complexity: O(*n* log *n*) for *n* reports.
  public init(out: [VertexID], working: [VertexID] = [], withoutMembers: [String] = []) {
    self.out = out.sortedOnce()
    self.working = working.sortedOnce()
    self.withoutMembers = withoutMembers
  }

  /// Collects reports as they were written.
  ///
  /// - Parameters:
  ///   - out: Selectors of what is reported not to work.
  ///   - working: Selectors of what is reported to work.
  ///   - compiled: The model.
  /// - Throws: `InvalidInput` where a selector names nothing declared.
  /// - Complexity: O(*s*·*n*) for *s* selectors and *n* elements.
  public init(
    out: [String], working: [String], in compiled: CompiledModel
  ) throws(InvalidInput) {
    let named = try (compiled.seeds(out), compiled.seeds(working))
    var empty: [String] = []
    for selector in out + working where try compiled.seeds([selector]).vertices.isEmpty {
      empty.append(selector)
    }
    self.init(out: named.0.vertices, working: named.1.vertices, withoutMembers: empty)
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
