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
  /// From which budget on the variables are also sifted, and at how many nodes that begins.
  private static let siftingBudget = 1 << 17
  private static let siftsAbove = 1 << 13
  /// A result of at most so many nodes for each leaf is not worth a second order.
  private static let smallEnough = 8
  /// The orders for one question among many.
  private static let quickOrders: [VariableOrder] = [.heavy, .given]

  /// Solves a region.
  mutating func solve(_ region: Region) -> SolvedRegion {
    if region.roots.count == 1 {
      for leaf in region.leaves {
        if let limit = leafValues[leaf].limit { return failed(region, limit) }
      }
    }
    if let solved = conjunction(region) { return solved }
    let shape = RegionShape(region, dependence, places: &places)
    return limits.effort == .quick ? solveQuickly(region, shape) : solve(region, shape)
  }

  /// Solves a region in one of few orders, with all that is allowed for each.
  private func solveQuickly(_ region: Region, _ shape: RegionShape) -> SolvedRegion {
    var last: SolvedRegion?
    for order in Self.quickOrders {
      let attempt = attempt(
        region, shape.leaves(order), budget: limits.nodeBudget,
        steps: 16 * limits.nodeBudget, isLast: false,
        goesAround: order == Self.quickOrders.last)
      if attempt.isDone || attempt.isStopped { return attempt.result }
      last = attempt.result
    }
    return last ?? failed(region, .nodes(limits.nodeBudget))
  }

  /// Solves a region in the best of all orders.
  private func solve(_ region: Region, _ shape: RegionShape) -> SolvedRegion {
    var orders = VariableOrder.allCases.filter { shape.isAffordable($0) }
    var found: [VariableOrder: [Int]] = [:]
    var progress: [VariableOrder: Int] = [:]
    func leaves(_ order: VariableOrder) -> [Int] {
      if let known = found[order] { return known }
      let leaves = shape.leaves(order)
      found[order] = leaves
      return leaves
    }
    var budget = max(Self.firstBudget, Self.growth * region.leaves.count)
    while budget < limits.nodeBudget {
      var race = Race(budget: budget, progress: progress)
      for order in orders where race.isWorthTrying(order) {
        let attempt = attempt(
          region, leaves(order), budget: race.nodes, steps: race.steps, isLast: false)
        if attempt.isStopped { return attempt.result }
        race.note(attempt, of: order)
        let isSmall = attempt.result.size <= Self.smallEnough * region.leaves.count
        if attempt.isDone, isSmall { return attempt.result }
      }
      progress = race.progress
      if race.best == nil, budget >= Self.siftingBudget, let first = ranked(orders, progress).first
      {
        let attempt = attempt(
          region, leaves(first), budget: budget, steps: race.steps, isLast: false, sifts: true)
        if attempt.isStopped { return attempt.result }
        race.note(attempt, of: first)
      }
      if let best = race.best { return best.result }
      // Those that came further are worth more.
      orders = Array(ranked(orders, progress).prefix(max(2, (orders.count + 1) / 2)))
      budget *= Self.growth
    }
    return attempt(
      region, leaves(orders[0]), budget: limits.nodeBudget, steps: Int.max, isLast: true,
      sifts: true
    ).result
  }

  /// Orders by how far they came, the furthest first.
  private func ranked(
    _ orders: [VariableOrder], _ progress: [VariableOrder: Int]
  ) -> [VariableOrder] {
    orders.enumerated().sorted { first, second in
      let (left, right) = (progress[first.element] ?? 0, progress[second.element] ?? 0)
      return (right, first.offset) < (left, second.offset)
    }.map(\.element)
  }

  /// What came of one order.
  private struct Attempt {
    let result: SolvedRegion
    var nodesMade = 0
    var steps = 0
    var progress = 0
    var isStopped = false
    var isDone: Bool { result.limits.allSatisfy { $0 == nil } }
  }

  /// What became of the orders that were tried with one budget.
  private struct Race {
    /// How many nodes and steps the next one may take.
    private(set) var nodes: Int
    private(set) var steps: Int
    private(set) var best: Attempt?
    /// How many gates each order had settled when it was tried last.
    private(set) var progress: [VariableOrder: Int]
    private let isLarge: Bool

    init(budget: Int, progress: [VariableOrder: Int]) {
      self.progress = progress
      nodes = budget
      steps = 16 * budget
      isLarge = budget > RegionSolver.siftingBudget
    }

    /// Where much may be spent, only what came nearly as far before as the best is worth that.
    func isWorthTrying(_ order: VariableOrder) -> Bool {
      guard isLarge, let own = progress[order] else { return true }
      return 4 * own >= 3 * (progress.values.max() ?? 0)
    }

    /// Takes a result in.
    ///
    /// The next one may not take much longer than the fastest that came to an end
    /// or had as many nodes as it might have.
    mutating func note(_ attempt: Attempt, of order: VariableOrder) {
      progress[order] = attempt.progress
      steps = min(steps, max(1 << 17, (attempt.isDone ? 1 : 2) * attempt.steps))
      guard attempt.isDone else { return }
      nodes = min(nodes, attempt.nodesMade + attempt.nodesMade / 4)
      if best.map({ attempt.result.size < $0.result.size }) ?? true { best = attempt }
    }
  }

  /// A region that is one conjunction, which needs no manager: most modules of a large tree are.
  private func conjunction(_ region: Region) -> SolvedRegion? {
    guard let gate = region.gates.first, region.gates.count == 1,
      graph.gate(GateID(gate)) == .and
    else { return nil }
    let inputs = graph.inputs(of: GateID(gate))
    guard inputs.count == region.leaves.count else { return nil }
    var rows = DiagramRows()
    var edge: UInt32 = 1
    for (level, input) in inputs.enumerated().reversed() {
      let isOpposite: Bool
      switch leafValues[input.index] {
      case .variable: isOpposite = input.isNegated
      case .opposite: isOpposite = !input.isNegated
      default: return nil
      }
      let (low, high) = isOpposite ? (edge, 0) : (0, edge)
      let sign = low & 1
      rows.append(level: UInt32(level), low: low ^ sign, high: high ^ sign)
      edge = UInt32(rows.count) << 1 | sign
    }
    rows.roots = [edge]
    return SolvedRegion(leaves: inputs.map(\.index), rows: rows, limits: [nil])
  }

  private func failed(_ region: Region, _ limit: DiagramLimit) -> SolvedRegion {
    SolvedRegion(
      leaves: [], rows: DiagramRows(), limits: Array(repeating: limit, count: region.roots.count))
  }

  /// Solves a region in one order with a budget.
  private func attempt(
    _ region: Region, _ order: [Int], budget: Int, steps: Int, isLast: Bool, sifts: Bool = false,
    goesAround: Bool = false
  ) -> Attempt {
    let meter = WorkBudget(steps: steps, goesOn: limits.goesOn)
    var builder = RegionBuilder(
      graph, dependence, region, places: places, siftsAbove: sifts ? Self.siftsAbove : nil,
      siftingSteps: min(16 * budget, 200_000_000)
    ) {
      BinaryDiagrams(nodeBudget: budget) { meter.goesOn() }
    }
    do {
      let roots = try builder.run(
        order: order, leafValues: leafValues,
        goesAround: (isLast || goesAround) && region.roots.count > 1)
      var rows = builder.diagrams.rows(below: roots.compactMap(\.self))
      var edges = rows.roots[...]
      rows.roots = roots.map { $0 == nil ? 0 : edges.removeFirst() }
      return Attempt(
        result: SolvedRegion(
          leaves: builder.order.map { region.leaves[$0] }, rows: rows,
          limits: roots.map { $0 == nil ? .nodes(budget) : nil }),
        nodesMade: builder.diagrams.nodeCount, steps: meter.steps,
        progress: builder.gatesSettled)
    } catch {
      let isStopped = error == .stopped && !meter.isSpent
      return Attempt(
        result: failed(region, isStopped ? .stopped : .nodes(limits.nodeBudget)),
        steps: meter.steps, progress: builder.gatesSettled, isStopped: isStopped)
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
  private var asks = 0
  private let outer: (@Sendable () -> Bool)?
  /// Whether it was the budget that ended the work.
  private(set) var isSpent = false

  init(steps: Int, goesOn: (@Sendable () -> Bool)?) {
    asksLeft = steps == Int.max ? steps : steps >> 14 + 2
    outer = goesOn
  }

  /// About how many steps have been taken.
  var steps: Int { asks << 14 }

  func goesOn() -> Bool {
    asks += 1
    asksLeft -= 1
    if asksLeft <= 0 {
      isSpent = true
      return false
    }
    return outer?() ?? true
  }
}
