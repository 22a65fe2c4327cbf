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

  /// The budget of nodes that is tried first, and how it grows.
  private static let firstBudget = 1 << 13
  private static let growth = 4
  /// A result of at most so many nodes for each leaf is not worth a second order.
  private static let smallEnough = 8

  /// Solves a region.
  mutating func solve(_ region: Region) -> SolvedRegion {
    if region.roots.count == 1 {
      for leaf in region.leaves {
        if let limit = leafValues[leaf].limit { return failed(region, limit) }
      }
    }
    let shape = RegionShape(region, dependence, places: &places)
    var orders = VariableOrder.allCases.map { shape.leaves($0) }
    var budget = Self.firstBudget
    while budget < limits.nodeBudget {
      var best: Attempt?
      var progress: [Int] = []
      for order in orders {
        let allowed = best.map { min(budget, $0.nodesMade + $0.nodesMade / 4) } ?? budget
        let attempt = attempt(region, order, budget: allowed, isLast: false)
        if attempt.isStopped { return attempt.result }
        progress.append(attempt.progress)
        guard attempt.isDone else { continue }
        if best.map({ attempt.result.size < $0.result.size }) ?? true { best = attempt }
        if attempt.result.size <= Self.smallEnough * region.leaves.count { return attempt.result }
      }
      if let best { return best.result }
      // Those that came further are worth more.
      let ranking = orders.indices.sorted { (progress[$1], $0) < (progress[$0], $1) }
      orders = ranking.prefix(max(2, (orders.count + 1) / 2)).map { orders[$0] }
      budget *= Self.growth
    }
    return attempt(region, orders[0], budget: limits.nodeBudget, isLast: true).result
  }

  /// What came of one order.
  private struct Attempt {
    let result: SolvedRegion
    var nodesMade = 0
    var progress = 0
    var isStopped = false
    var isDone: Bool { result.limits.allSatisfy { $0 == nil } }
  }

  private func failed(_ region: Region, _ limit: DiagramLimit) -> SolvedRegion {
    SolvedRegion(
      leaves: [], rows: DiagramRows(), limits: Array(repeating: limit, count: region.roots.count))
  }

  /// Solves a region in one order with a budget.
  private func attempt(
    _ region: Region, _ order: [Int], budget: Int, isLast: Bool
  ) -> Attempt {
    let meter = WorkBudget(steps: isLast ? Int.max : 16 * budget, goesOn: limits.goesOn)
    let diagrams = BinaryDiagrams(nodeBudget: budget) { meter.goesOn() }
    var builder = RegionBuilder(graph, dependence, region, in: diagrams, places: places)
    do {
      let roots = try builder.run(
        order: order, leafValues: leafValues, goesAround: isLast && region.roots.count > 1)
      var rows = diagrams.rows(below: roots.compactMap(\.self))
      var edges = rows.roots[...]
      rows.roots = roots.map { $0 == nil ? 0 : edges.removeFirst() }
      return Attempt(
        result: SolvedRegion(
          leaves: order.map { region.leaves[$0] }, rows: rows,
          limits: roots.map { $0 == nil ? .nodes(budget) : nil }),
        nodesMade: diagrams.nodeCount, progress: builder.gatesSettled)
    } catch {
      let isStopped = error == .stopped && !meter.isSpent
      return Attempt(
        result: failed(region, isStopped ? .stopped : .nodes(limits.nodeBudget)),
        progress: builder.gatesSettled, isStopped: isStopped)
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
