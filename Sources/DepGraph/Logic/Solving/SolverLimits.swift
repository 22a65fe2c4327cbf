/// How much a solver may spend.
public struct SolverLimits: Sendable {
  /// The most nodes of decision diagrams that may exist at a time.
  public let nodeBudget: Int
  /// How much is tried to find a small diagram within that.
  public let effort: Effort
  /// Asked now and then whether the work goes on; nil: always.
  public let goesOn: (@Sendable () -> Bool)?

  /// How much a solver tries.
  public enum Effort: Sendable {
    /// Every order of variables that is known, with budgets that grow, and sifting: for one hard
    /// question.
    case thorough
    /// Two orders, each with the whole budget, and no sifting: for one question among many.
    case quick
  }

  /// Creates limits.
  ///
  /// - Parameters:
  ///   - nodeBudget: The most nodes at a time, at up to 60 bytes each: as it stands about 3 GiB.
  ///   - effort: How much is tried to find a small diagram within that.
  ///   - goesOn: Asked now and then whether the work goes on; nil: always.
  public init(
    nodeBudget: Int = 48_000_000, effort: Effort = .thorough,
    goesOn: (@Sendable () -> Bool)? = nil
  ) {
    self.nodeBudget = nodeBudget
    self.effort = effort
    self.goesOn = goesOn
  }
}
