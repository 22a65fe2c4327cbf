/// How much a solver may spend.
public struct SolverLimits: Sendable {
  /// The most nodes of decision diagrams that may exist at a time.
  public let nodeBudget: Int
  /// Asked now and then whether the work goes on; nil: always.
  public let goesOn: (@Sendable () -> Bool)?

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - nodeBudget: The most nodes at a time, at up to 60 bytes each: as it stands about 3 GiB.
  ///   - goesOn: Asked now and then whether the work goes on; nil: always.
  public init(nodeBudget: Int = 48_000_000, goesOn: (@Sendable () -> Bool)? = nil) {
    self.nodeBudget = nodeBudget
    self.goesOn = goesOn
  }
}
