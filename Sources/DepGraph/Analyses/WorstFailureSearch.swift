/// The search behind `WorstFailures`: order by order, depth first, with upper bounds.
final class WorstFailureSearch {
  /// A set that was found.
  struct Found {
    let causes: [VertexID]
    let value: Double

    /// Whether it stands before another one: worse, else of fewer causes, else with the first ids.
    func precedes(_ other: Found) -> Bool {
      if value != other.value { return value > other.value }
      if causes.count != other.causes.count { return causes.count < other.causes.count }
      return causes.lexicographicallyPrecedes(other.causes)
    }
  }

  /// The worst sets so far, the worst first.
  private(set) var found: [Found] = []
  /// What no set exceeds.
  private(set) var bound: Double
  private(set) var triedCount = 0
  private(set) var isStopped = false
  var candidateCount: Int { candidates.vertices.count }

  private let question: WorstFailures.Question
  private let scale: HarmScale
  private let goesOn: (SearchProgress) -> Bool
  private let graph: ThresholdGraph
  private let seeds: [VertexID]
  private let propagator: FailurePropagator
  /// For questions about other sets while `propagator` holds one.
  private let probe: FailurePropagator
  private var candidates: WorstFailureCandidates
  /// What falls when everything that can fail does.
  private let whole: Double
  /// The worst value of the sets of at most so many members; index 0 is for none.
  private var worstOfOrder = [0.0]
  /// The set being built, as places among the candidates.
  private var members: [Int] = []
  /// What falls with the first *d* members, and what they reach, at entry *d*.
  private var states: [State] = []
  private var boundary: FailureBoundary
  /// The round in which a candidate was last seen to hit what the members hit.
  private var meetsIn: [UInt32] = []
  private var round: UInt32 = 0

  private struct State {
    var down: [UInt64]
    var reach: [UInt64]
  }

  init(
    _ question: WorstFailures.Question, _ scale: HarmScale, in compiled: CompiledModel,
    goesOn: @escaping (SearchProgress) -> Bool
  ) {
    self.question = question
    self.scale = scale
    self.goesOn = goesOn
    graph = compiled.reading(question.reading).levelOne
    seeds = (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches)
    propagator = FailurePropagator(graph)
    probe = FailurePropagator(graph)
    boundary = FailureBoundary(graph)
    candidates = WorstFailureCandidates(wordCount: scale.wordCount)
    probe.fail(seeds)
    var down = [UInt64](repeating: 0, count: scale.wordCount)
    for vertex in probe.failed { down.insert(scale.place(of: vertex)) }
    whole = scale.value { down[$0] }
    bound = whole
    probe.undo()
  }

  /// Searches until nothing is left, or no more is wanted.
  func run() {
    guard whole > 0 else { return }
    prepare()
    for size in 1...question.order where !isStopped && size <= candidateCount {
      if size > 1 { search(size) }
      worstOfOrder.append(found.first?.value ?? 0)
    }
    if !isStopped { bound = found.first?.value ?? 0 }
  }

  // MARK: - Single failures

  /// Lets every seed fail alone, keeps those that fall with no other one, and lists them.
  private func prepare() {
    let tried = candidates.scan(seeds, propagator, scale, mayGoOn: checkTime)
    triedCount = tried.count
    for (vertex, value) in tried where !candidates.isDominated(vertex) && value > 0 {
      list(Found(causes: [vertex], value: value))
    }
    guard !isStopped else { return }
    candidates.keep(
      seeds, propagator, scale, reaching: question.order > 1, mayGoOn: checkTime)
    meetsIn = [UInt32](repeating: 0, count: candidateCount)
  }

  // MARK: - Several failures

  /// Tries the sets of exactly so many candidates.
  private func search(_ size: Int) {
    let empty = [UInt64](repeating: 0, count: scale.wordCount)
    states = [State](repeating: State(down: empty, reach: empty), count: size)
    // What the sets with this candidate first, or a later one, cannot exceed.
    var bounds = [Double](repeating: 0, count: candidateCount + 1)
    for first in (0..<candidateCount).reversed() {
      let own = scale.value { candidates.ceiling(of: first, word: $0) } + worstOfOrder[size - 1]
      bounds[first] = max(bounds[first + 1], min(own, whole))
    }
    for first in 0...(candidateCount - size) where !isHopeless(bounds[first]) {
      if size == question.order { bound = max(bounds[first], found.first?.value ?? 0) }
      guard checkTime() else { return }
      branch(at: first, to: size)
      if isStopped { return }
    }
  }

  /// Tries everything that makes the members with one more candidate a set of a size.
  private func branch(at place: Int, to size: Int) {
    let settled = propagator.failedCount
    members.append(place)
    step(to: place, from: settled)
    extend(to: size, from: place + 1)
    propagator.undo(to: settled)
    members.removeLast()
  }

  /// Tries everything that makes the members a set of a size by adding candidates from a place on.
  private func extend(to size: Int, from start: Int) {
    let depth = members.count
    let rest = size - depth
    let settled = propagator.failedCount
    let base = scale.value { word in
      self.states[depth].down[word]
        | (self.states[depth].reach[word] & self.candidates.sharedReach[word])
    }
    guard !isHopeless(base + worstOfOrder[rest]) else { return }
    if rest == 1 { return finish(from: start, settled) }
    for place in start...(candidateCount - rest) {
      guard checkTime() else { return }
      branch(at: place, to: size)
    }
  }

  /// Tries each last member from a place on.
  ///
  /// First those that hit something that the members hit too. The others do what they do alone, so
  /// that nothing needs to fail to know it; they stand by that, and the first that is too little ends
  /// the search.
  private func finish(from start: Int, _ settled: Int) {
    let depth = members.count
    round += 1
    boundary.forEachHit(by: propagator) { thing in
      for place in self.candidates.hitters(of: thing) where place >= start {
        self.meetsIn[Int(place)] = self.round
      }
    }
    for place in start..<candidateCount where meetsIn[place] == round {
      guard checkTime() else { return }
      members.append(place)
      if mayEnter(value: ceiling(at: depth, with: place)) { tryOut(from: settled) }
      members.removeLast()
    }
    let base = scale.value { self.states[depth].down[$0] }
    for place in start..<candidateCount {
      if isHopeless(base + candidates.values[place]) { return }
      guard meetsIn[place] != round else { continue }
      guard checkTime() else { return }
      triedCount += 1
      let value = scale.value { self.states[depth].down[$0] | self.candidates.down(place, $0) }
      members.append(place)
      if mayEnter(value: value), everyMemberCounts(value) { list(candidate(value)) }
      members.removeLast()
    }
  }

  /// What the members with one last candidate cannot exceed.
  private func ceiling(at depth: Int, with place: Int) -> Double {
    scale.value { word in
      self.states[depth].down[word] | self.candidates.down(place, word)
        | (self.states[depth].reach[word] & self.candidates.reach(place, word))
    }
  }

  /// Lets one more candidate fail, and keeps what then is down and reached.
  private func step(to place: Int, from settled: Int) {
    let depth = members.count
    states[depth].down = states[depth - 1].down
    propagator.fail([candidates.vertices[place]])
    for vertex in propagator.failed[settled...] {
      states[depth].down.insert(scale.place(of: vertex))
    }
    for word in 0..<scale.wordCount {
      states[depth].reach[word] = states[depth - 1].reach[word] | candidates.reach(place, word)
    }
  }

  /// Lets the last member fail after the others, and lists the set if it is among the worst.
  private func tryOut(from settled: Int) {
    triedCount += 1
    var down = states[members.count - 1].down
    propagator.fail([candidates.vertices[members[members.count - 1]]])
    for vertex in propagator.failed[settled...] { down.insert(scale.place(of: vertex)) }
    propagator.undo(to: settled)
    let value = scale.value { down[$0] }
    if mayEnter(value: value), everyMemberCounts(value) { list(candidate(value)) }
  }

  private func candidate(_ value: Double) -> Found {
    Found(causes: members.map { candidates.vertices[$0] }.sorted(), value: value)
  }

  private func everyMemberCounts(_ value: Double) -> Bool {
    members.allSatisfy { idle in
      probe.fail(members.lazy.filter { $0 != idle }.map { self.candidates.vertices[$0] })
      var down = [UInt64](repeating: 0, count: scale.wordCount)
      for vertex in probe.failed { down.insert(scale.place(of: vertex)) }
      probe.undo()
      return scale.value { down[$0] } < value
    }
  }

  // MARK: - The list

  private func list(_ new: Found) {
    let place = found.partitioningIndex { new.precedes($0) }
    found.insert(new, at: place)
    if found.count > question.count { found.removeLast() }
  }

  /// Whether the members could be listed with a value.
  private func mayEnter(value: Double) -> Bool {
    guard found.count == question.count, let last = found.last else { return value > 0 }
    return value > last.value || (value == last.value && candidate(value).precedes(last))
  }

  /// Whether sets of at most this value cannot be listed; a sum of two bounds may be rounded down.
  private func isHopeless(_ bound: Double) -> Bool {
    guard found.count == question.count, let last = found.last else { return bound <= 0 }
    return bound * (1 + 1e-12) < last.value
  }

  private func checkTime() -> Bool {
    if isStopped { return false }
    let progress = SearchProgress(tried: triedCount, best: found.first?.value ?? 0, bound: bound)
    if !goesOn(progress) { isStopped = true }
    return !isStopped
  }
}

extension [UInt64] {
  /// Sets the bit of a place, if there is one.
  mutating func insert(_ place: Int?) {
    if let place { self[place >> 6] |= 1 << UInt64(place & 63) }
  }
}
