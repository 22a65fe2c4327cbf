/// Finds an order of variables in which a region can be solved, and solves it.
///
/// With small budgets every way to order the leaves is tried, and the smallest result is taken;
/// where none comes to an end, with larger ones, up to all that is allowed. A budget is one of nodes
/// and of work, and counts neither time nor memory, so that the answer is the same on every machine.
struct RegionSolver {
  let graph: GateGraph
  let dependence: GateDependence
  let limits: SolverLimits
  /// What is known of each gate that is a leaf somewhere.
  var leafValues: [LeafValue]
  private var places: [Int]

  init(_ graph: GateGraph, _ dependence: GateDependence, _ limits: SolverLimits) {
    self.graph = graph
    self.dependence = dependence
    self.limits = limits
    leafValues = Array(repeating: .variable, count: graph.gateCount)
    places = Array(repeating: 0, count: graph.gateCount)
  }

  /// Budgets of nodes that are tried one after another, each for all orders.
  private static let budgets = [1 << 15, 1 << 18, 1 << 21, 1 << 23]
  /// A result of at most so many nodes for each leaf is not worth a second order.
  private static let smallEnough = 12

  /// Solves a region.
  mutating func solve(_ region: Region) -> SolvedRegion {
    if let limit = region.leaves.lazy.compactMap({ leafValues[$0].limit }).first,
      region.roots.count == 1
    {
      return failed(region, limit)
    }
    let shape = RegionShape(region, dependence, places: &places)
    for budget in Self.budgets where budget < limits.nodeBudget {
      var best: SolvedRegion?
      for order in VariableOrder.allCases {
        let allowed = best.map { min(budget, 4 * $0.size + 1 << 12) } ?? budget
        let result = attempt(region, shape.leaves(order), budget: allowed, isLast: false)
        guard result.limits.allSatisfy({ $0 == nil }) else {
          if result.limits.contains(.stopped) { return result }
          continue
        }
        if best.map({ result.size < $0.size }) ?? true { best = result }
        if result.size <= Self.smallEnough * region.leaves.count { return result }
      }
      if let best { return best }
    }
    return attempt(region, shape.leaves(.heavy), budget: limits.nodeBudget, isLast: true)
  }

  private func failed(_ region: Region, _ limit: DiagramLimit) -> SolvedRegion {
    SolvedRegion(
      leaves: [], rows: DiagramRows(), limits: Array(repeating: limit, count: region.roots.count))
  }

  /// Solves a region in one order with a budget.
  private func attempt(
    _ region: Region, _ order: [Int], budget: Int, isLast: Bool
  ) -> SolvedRegion {
    let leaves = order.map { region.leaves[$0] }
    let meter = WorkBudget(steps: isLast ? Int.max : 24 * budget, goesOn: limits.goesOn)
    let diagrams = BinaryDiagrams(nodeBudget: budget) { meter.goesOn() }
    var builder = RegionBuilder(graph, dependence, region, in: diagrams, places: places)
    do {
      let roots = try builder.run(
        order: order, leafValues: leafValues, goesAround: isLast && region.roots.count > 1)
      let known = roots.compactMap(\.self)
      var rows = diagrams.rows(below: known)
      var edges = rows.roots[...]
      rows.roots = roots.map { $0 == nil ? 0 : edges.removeFirst() }
      return SolvedRegion(
        leaves: leaves, rows: rows, limits: roots.map { $0 == nil ? .nodes(budget) : nil })
    } catch {
      let isStopped = error == .stopped && !meter.isSpent
      return failed(region, isStopped ? .stopped : .nodes(limits.nodeBudget))
    }
  }
}

extension LeafValue {
  var limit: DiagramLimit? {
    if case .unknown(let limit) = self { limit } else { nil }
  }
}

/// Counts how often a manager of diagrams asks whether it may go on.
private final class WorkBudget {
  private var asksLeft: Int
  private let outer: (@Sendable () -> Bool)?
  /// Whether it was the budget that ended the work.
  private(set) var isSpent = false

  init(steps: Int, goesOn: (@Sendable () -> Bool)?) {
    asksLeft = steps == Int.max ? steps : steps >> 14 + 2
    outer = goesOn
  }

  func goesOn() -> Bool {
    asksLeft -= 1
    if asksLeft <= 0 {
      isSpent = true
      return false
    }
    return outer?() ?? true
  }
}
