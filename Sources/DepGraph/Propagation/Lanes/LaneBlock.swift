/// Room for up to 512 queries answered in one pass, and the answer to the last ones.
///
///     let block = LaneBlock(FailureLanes(graph))
///     block.fail([[feed], [other], [feed, other]])
///     Array(block.lanes(of: site))  // [2]: in the third scenario
///
/// Several blocks can work at once, each in a task of its own, on the same `FailureLanes`.
public final class LaneBlock {
  /// What the block works on.
  public let lanes: FailureLanes

  /// The number of scenarios of the last pass.
  public private(set) var scenarioCount = 0

  private var plan: LanePlan { lanes.plan }
  private var rows: [SIMD8<UInt64>]
  private var down: [UInt64]
  private var candidates: [UInt64]
  /// No row before the first or after the last has been touched by the last scenarios.
  private var first = Int.max
  private var last = -1
  private var slices = [SIMD8<UInt64>](repeating: .zero, count: 32)
  private var counter = LaneCounter()
  private var networks: LaneNetworks

  /// Creates room in which nothing has been asked yet.
  ///
  /// - Parameter lanes: What to work on.
  /// - Complexity: O(V) time and space: 64 bytes for each vertex.
  public init(_ lanes: FailureLanes) {
    self.lanes = lanes
    let plan = lanes.plan
    let words = (plan.rowCount + 63) / 64
    rows = [SIMD8<UInt64>](repeating: .zero, count: plan.rowCount)
    down = [UInt64](repeating: 0, count: words)
    candidates = [UInt64](repeating: 0, count: words)
    networks = LaneNetworks(plan)
  }

  // MARK: - Queries

  /// Makes vertices fail, in each scenario others, and all that follows; what was asked before is
  /// forgotten.
  ///
  /// - Parameter scenarios: The seeds of each scenario; scenario *i* stands in lane *i*.
  /// - Precondition: There are at most 512 scenarios.
  /// - Complexity: O(*d*/64 + *e*·*r*) for *d* rows from the first to the last touched, *e* arcs at
  ///   vertices that fail in any scenario and *r* rounds in parts that depend on themselves; a
  ///   threshold *t* costs log *t* for each of its inputs. Each round of a network costs what its paths
  ///   need, see the guide.
  public func fail(_ scenarios: some Collection<[VertexID]>) {
    fail(scenarios, weights: [])
  }

  /// The same, adding up weights for `takeCounts()`.
  func fail(_ scenarios: some Collection<[VertexID]>, weights: [UInt32]) {
    precondition(scenarios.count <= LaneMask.laneCount, "more scenarios than lanes")
    begin(scenarioCount: scenarios.count)
    for (lane, seeds) in scenarios.enumerated() {
      for seed in seeds { fail(plan.rowOfVertex[seed.index], in: lane) }
    }
    settle(weights: weights)
  }

  /// The scenarios in which a vertex has failed.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: Their lanes; those of all scenarios if it has failed from the beginning.
  public func lanes(of vertex: VertexID) -> LaneMask {
    let row = plan.rowOfVertex[vertex.index]
    guard row != LanePlan.noRow else { return allLanes }
    return isDown(row.index) ? LaneMask(words: rows[row.index]) : LaneMask()
  }

  /// The lanes that have a scenario.
  private var allLanes: LaneMask {
    var mask = LaneMask()
    for lane in 0..<scenarioCount { mask.insert(lane) }
    return mask
  }

  // MARK: - Steps

  /// Makes one row fail in each lane, and counts.
  ///
  /// - Parameters:
  ///   - seeds: A row for each lane.
  ///   - weights: How many vertices each row counts for.
  /// - Returns: The sum of the weights of what fails, for each lane.
  func failureCounts(ofRows seeds: ArraySlice<VertexID>, weights: [UInt32]) -> [Int] {
    begin(scenarioCount: seeds.count)
    for (lane, row) in seeds.enumerated() { fail(row, in: lane) }
    settle(weights: weights)
    return takeCounts()
  }

  /// The sum of the weights of what has failed, for each scenario; once only.
  func takeCounts() -> [Int] { Array(counter.takeCounts()[..<scenarioCount]) }

  private func begin(scenarioCount: Int) {
    if first <= last {
      for word in first >> 6...last >> 6 { down[word] = 0 }
    }
    first = .max
    last = -1
    self.scenarioCount = scenarioCount
    networks.forget()
  }

  private func fail(_ row: VertexID, in lane: Int) {
    guard row != LanePlan.noRow else { return }
    first = min(first, row.index)
    last = max(last, row.index)
    if !isDown(row.index) { rows[row.index] = .zero }
    rows[row.index][lane >> 6] |= 1 << UInt64(lane & 63)
    down[row.index >> 6] |= 1 << UInt64(row.index & 63)
    candidates[row.index >> 6] |= 1 << UInt64(row.index & 63)
  }

  private func isDown(_ row: Int) -> Bool { down[row >> 6] >> UInt64(row & 63) & 1 != 0 }

  private func settle(weights: [UInt32]) {
    var part = 0
    var next = first
    while next <= last,
      let row = sweepLanes(
        plan, from: next, last: &last, rows: &rows, down: &down, candidates: &candidates,
        slices: &slices,
        counter: &counter, weights: weights)
    {
      while part < plan.parts.count, plan.parts[part].upperBound <= row { part += 1 }
      let range =
        part < plan.parts.count && plan.parts[part].contains(row)
        ? plan.parts[part] : row..<row + 1
      settle(range)
      for row in range where !weights.isEmpty && isDown(row) {
        counter.add(rows[row], weight: weights[row])
      }
      next = range.upperBound
    }
  }

  /// Goes round in a part until nothing more fails in any lane.
  ///
  /// Networks wait until the rest has nothing left to tell, so that one that is hit in many places is
  /// searched once.
  private func settle(_ part: Range<Int>) {
    for row in part where isDown(row) { tellDependents(of: row) }
    while true {
      var waiting: [Int] = []
      var isAgain = false
      var row = nextCandidate(from: part.lowerBound, below: part.upperBound)
      while let current = row {
        row = nextCandidate(from: current + 1, below: part.upperBound)
        if plan.rules[current] == .network {
          waiting.append(current)
        } else {
          candidates[current >> 6] &= ~(1 << UInt64(current & 63))
          if update(current) { isAgain = true }
          row = nextCandidate(from: current + 1, below: part.upperBound)
        }
      }
      if isAgain { continue }
      guard !waiting.isEmpty else { return }
      for network in waiting {
        candidates[network >> 6] &= ~(1 << UInt64(network & 63))
        look(at: network)
      }
    }
  }

  private func nextCandidate(from first: Int, below end: Int) -> Int? {
    var word = first >> 6
    guard first < end else { return nil }
    var rest = candidates[word] & (.max << UInt64(first & 63))
    while rest == 0 {
      word += 1
      guard word << 6 < end else { return nil }
      rest = candidates[word]
    }
    let row = word << 6 + rest.trailingZeroBitCount
    return row < end ? row : nil
  }

  /// Looks again at a row of a part.
  ///
  /// - Returns: Whether it has failed in more lanes.
  private func update(_ row: Int) -> Bool {
    let old = isDown(row) ? rows[row] : .zero
    let new: SIMD8<UInt64>
    if plan.rules[row] == .path {
      new = old | networks.broken[Int(plan.subject[row])]
    } else {
      new = old | lanesFailed(of: row)
    }
    guard new != old else { return false }
    rows[row] = new
    down[row >> 6] |= 1 << UInt64(row & 63)
    tellDependents(of: row)
    return true
  }

  private func lanesFailed(of row: Int) -> SIMD8<UInt64> {
    lanesFailedByInputs(of: row, in: plan, rows: rows, down: down, slices: &slices)
  }

  private func look(at row: Int) {
    let network = NetworkID(Int(plan.subject[row]))
    networks.search(
      lanes.graph.networks[network.index], paths: plan.pathsByBeginning[network.index],
      in: lanes.graph
    ) { vertex in
      let row = self.plan.rowOfVertex[vertex.index]
      guard row != LanePlan.noRow else { return nil }
      return self.isDown(row.index) ? self.rows[row.index] : .zero
    }
    tellDependents(of: row)
  }

  private func tellDependents(of row: Int) {
    let dependents = plan.dependents[VertexID(row)]
    if let greatest = dependents.last { last = max(last, greatest.index) }
    for target in dependents {
      candidates[target.index >> 6] |= 1 << UInt64(target.index & 63)
    }
  }
}
