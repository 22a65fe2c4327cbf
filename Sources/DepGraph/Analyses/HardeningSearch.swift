/// Counts, for every change, the single points of failure that it takes away.
struct HardeningSearch {
  /// What one change takes away: less than nothing where it adds.
  struct Gain {
    let change: Reinforcement
    let singlePoints: Int
    let weight: Double

    func precedes(_ other: Gain) -> Bool {
      if weight != other.weight { return weight > other.weight }
      if singlePoints != other.singlePoints { return singlePoints > other.singlePoints }
      return change.rank.lexicographicallyPrecedes(other.change.rank)
    }
  }

  /// The changes, those first that could take the most away.
  let changes: [Reinforcement]
  /// What was counted.
  private(set) var gains: [Gain] = []
  private(set) var isStopped = false
  private(set) var bestGain = 0.0

  private let counter: SinglePointCounter
  /// The single points that each change can bear on, with what each of them stops.
  private let affected: [[SinglePoint]]
  /// What the single points that each change can bear on weigh together.
  private let ceilings: [Double]
  /// Who share what each change parts, once for each value that they get instead.
  private let sharers: [[VertexID]]
  private let reinforced: ReinforcedGraph

  /// A seed that stops targets.
  private struct SinglePoint {
    let seed: VertexID
    let count: Int
    let weight: Double
  }

  init(_ counter: SinglePointCounter, in compiled: CompiledModel) {
    self.counter = counter
    let all = Reinforcement.all(for: compiled)
    let affected = Self.affected(by: all, counter, compiled)
    let ceilings = affected.map { $0.reduce(0) { $0 + $1.weight } }
    let order = all.indices.sorted { (-ceilings[$0], $0) < (-ceilings[$1], $1) }
    changes = order.map { all[$0] }
    self.affected = order.map { affected[$0] }
    self.ceilings = order.map { ceilings[$0] }
    sharers = order.map { Self.sharers(of: all[$0], counter.reading, compiled) }
    reinforced = ReinforcedGraph(changes, of: compiled, in: counter.reading)
  }

  /// The best so far that take anything away, the best first.
  func best(_ count: Int) -> [Gain] {
    Array(gains.filter { $0.weight > 0 }.sorted { $0.precedes($1) }.prefix(count))
  }

  // MARK: - Counting

  /// Counts changes until none of the rest can be among the best.
  ///
  /// While one change is on, all others must be off. Half of them are switched off for the other half
  /// and so on, so that each is switched only as often as halves can be halved.
  ///
  /// - Complexity: O(*c* log *c*) for switching *c* changes, and O(*v* + *a*) for each seed that a change
  ///   can bear on.
  mutating func run(keeping count: Int, goesOn: (SearchProgress) -> Bool) {
    let propagator = FailurePropagator(reinforced.graph)
    countGains(changes.indices, propagator, keeping: count, goesOn)
  }

  private mutating func countGains(
    _ range: Range<Int>, _ propagator: FailurePropagator, keeping count: Int,
    _ goesOn: (SearchProgress) -> Bool
  ) {
    guard !isStopped, !range.isEmpty, mayMatter(ceilings[range.lowerBound], count) else { return }
    if range.count == 1 {
      let bound = ceilings.first ?? 0
      guard goesOn(SearchProgress(tried: gains.count, best: bestGain, bound: bound)) else {
        isStopped = true
        return
      }
      let gain = gain(of: range.lowerBound, propagator)
      bestGain = max(bestGain, gain.weight)
      return gains.append(gain)
    }
    let middle = range.lowerBound + range.count / 2
    let settled = propagator.failedCount
    for (inside, outside) in [
      (range.lowerBound..<middle, middle..<range.upperBound),
      (middle..<range.upperBound, range.lowerBound..<middle),
    ] {
      propagator.fail(reinforced.switches[outside].joined())
      countGains(inside, propagator, keeping: count, goesOn)
      propagator.undo(to: settled)
    }
  }

  /// Whether a change that takes this much away could be among the best.
  private func mayMatter(_ ceiling: Double, _ count: Int) -> Bool {
    guard ceiling > 0 else { return false }
    guard gains.count >= count else { return true }
    let last = best(count)
    return last.count < count || last[count - 1].weight <= ceiling
  }

  private func gain(of index: Int, _ propagator: FailurePropagator) -> Gain {
    let settled = propagator.failedCount
    var points = 0
    var weight = 0.0
    func add(_ seed: VertexID, sign: Int, isTarget: Bool) {
      propagator.fail([seed])
      for vertex in propagator.failed[settled...] where isTarget || vertex != seed {
        guard let place = counter.place(of: vertex) else { continue }
        points += sign
        weight += Double(sign) * counter.weights[place]
      }
      propagator.undo(to: settled)
    }
    for point in affected[index] {
      points += point.count
      weight += point.weight
      add(point.seed, sign: -1, isTarget: false)
    }
    // The new value of one sharer takes that one with it, and what falls with it.
    for sharer in sharers[index] { add(sharer, sign: -1, isTarget: true) }
    return Gain(change: changes[index], singlePoints: points, weight: weight)
  }

  // MARK: - What a change can bear on

  private static func affected(
    by changes: [Reinforcement], _ counter: SinglePointCounter, _ compiled: CompiledModel
  ) -> [[SinglePoint]] {
    var byElement = [[Int]](repeating: [], count: compiled.table.count)
    for (number, change) in changes.enumerated() {
      byElement[change.subject.index].append(number)
    }
    var affected = [[SinglePoint]](repeating: [], count: changes.count)
    let propagator = FailurePropagator(compiled.reading(counter.reading).levelOne)
    for index in 0..<compiled.table.count where compiled.isSeedOfSearches(VertexID(index)) {
      let seed = VertexID(index)
      propagator.fail([seed])
      let stopped = propagator.failed.compactMap { $0 == seed ? nil : counter.place(of: $0) }
      if !stopped.isEmpty {
        let point = SinglePoint(
          seed: seed, count: stopped.count,
          weight: stopped.reduce(0) { $0 + counter.weights[$1] })
        for vertex in propagator.failed where vertex.index < byElement.count {
          for change in byElement[vertex.index] { affected[change].append(point) }
        }
      }
      propagator.undo()
    }
    return affected
  }

  /// Who get values of their own by a change, once for each value.
  private static func sharers(
    of change: Reinforcement, _ reading: Reading, _ compiled: CompiledModel
  ) -> [VertexID] {
    let parted: ([VertexID], VertexID)
    switch change {
    case .ownValue(let sharer, let cause): parted = ([sharer], cause)
    case .dissolution(let cause): parted = (compiled.sharersByCause[cause, default: []], cause)
    case .besides, .alternative: return []
    }
    return parted.0.flatMap { sharer in
      let values = compiled.component(sharer)?.shares.filter { shared in
        compiled.cause(of: shared) == parted.1
          && !(reading == .certain && shared.evidence.basis.isUncertain)
      }
      return [VertexID](repeating: sharer, count: values?.count ?? 0)
    }
  }
}

extension Reinforcement {
  /// What has to fall for the change to matter.
  fileprivate var subject: VertexID {
    switch self {
    // The sharer falls with it, and only what takes it bears on the change.
    case .ownValue(_, let cause): cause
    case .besides(_, let owner): owner
    case .alternative(let element): element
    case .dissolution(let cause): cause
    }
  }
}
