/// Finds the failures that stop a process and take what its plan relies on too.
struct PlanFalls {
  private let compiled: CompiledModel
  private let maxOrder: Int
  private let mostNodes: Int
  private let goesOn: (@Sendable () -> Bool)?
  /// What takes each thing down alone, in the possible and in the certain reading.
  private let possible: [VertexID: VertexSet]
  private let certain: [VertexID: VertexSet]
  private let unknown: VertexSet

  /// The most failures of two things that are looked at for one target.
  private static let mostSets = 2000

  /// - Complexity: That of all single failures in two readings.
  init(
    _ question: PlanReview.Question, in compiled: CompiledModel, goesOn: (@Sendable () -> Bool)?
  ) {
    self.compiled = compiled
    self.goesOn = goesOn
    (maxOrder, mostNodes) = (question.maxOrder, question.mostNodes)
    let named = compiled.model.plans.flatMap { $0.purposes + ($0.reliesOn ?? []) }
    let watched = Set(named.compactMap(compiled.vertex(of:))).sorted()
    let seeds = VertexSet(
      (0..<compiled.table.count).map { VertexID($0) }.filter(compiled.isSeedOfSearches))
    let causes = { (reading: Reading) in
      let found = FailureLanes(compiled.reading(reading).levelOne)
        .causes(of: watched, among: seeds)
      return Dictionary(uniqueKeysWithValues: zip(watched, found))
    }
    possible = causes(.possible)
    certain = causes(.certain)
    unknown = VertexSet(compiled.unknownRequirements)
  }

  /// The failures of a plan for some processes that relies on some things.
  ///
  /// - Complexity: O(*f*·(*v* + *d*)) for *f* failures found and what falls with each.
  func falls(
    of purposes: [VertexID], _ props: [VertexID]
  ) -> (falls: [PlanReview.Fall], isComplete: Bool) {
    var found: [PlanReview.Fall] = []
    var isComplete = true
    for purpose in purposes {
      let single = singles(purpose, props)
      found += single.map { fall([$0.element], purpose, $0.props, isCoincidence: false) }
      guard maxOrder > 1, !props.isEmpty else { continue }
      let pairs = pairs(purpose, props, without: Set(single.map(\.element)))
      isComplete = isComplete && pairs.isComplete
      found += pairs.found.map { fall($0.key, purpose, $0.props, isCoincidence: $0.isChance) }
    }
    let ordered = found.enumerated().sorted { left, right in
      let key = { (fall: PlanReview.Fall, place: Int) in
        (fall.elements.count, fall.isCoincidence ? 1 : 0, place)
      }
      return key(left.element, left.offset) < key(right.element, right.offset)
    }
    return (ordered.map(\.element), isComplete)
  }

  /// What a plan relies on that goes down with a process itself.
  func selfReliances(
    of purposes: [VertexID], _ props: [VertexID]
  ) -> [PlanReview.SelfReliance] {
    let graph = compiled.reading(.possible).levelOne
    return purposes.flatMap { purpose in
      let failures = graph.failures(from: [purpose])
      return props.filter(failures.contains).map {
        PlanReview.SelfReliance(purpose: purpose, relied: $0)
      }
    }
  }

  /// Those of which not all that they rest on is known.
  func open(_ props: [VertexID]) -> [VertexID] {
    guard !unknown.isEmpty else { return [] }
    let reading = compiled.reading(.possible)
    return props.filter { prop in
      Bearing(on: [prop], reading).vertices.contains(where: unknown.contains)
    }
  }

  // MARK: - One thing

  private func singles(
    _ purpose: VertexID, _ props: [VertexID]
  ) -> [(element: VertexID, props: [VertexID])] {
    let causes = possible[purpose] ?? VertexSet()
    return causes.map(\.self).sorted().compactMap { element in
      let lost = props.filter { $0 == element || possible[$0]?.contains(element) == true }
      return lost.isEmpty ? nil : (element, lost)
    }
  }

  // MARK: - Two things

  /// Two things that together stop a process and take props.
  private struct Pair {
    let key: [VertexID]
    var props: [VertexID]
    /// Whether one of them stops the process and the other takes the props, each alone.
    let isChance: Bool
  }

  private func pairs(
    _ purpose: VertexID, _ props: [VertexID], without single: Set<VertexID>
  ) -> (found: [Pair], isComplete: Bool) {
    let stopping = smallSets(purpose, mayFail: false)
    var isComplete = stopping.isComplete
    var found: [[VertexID]: Pair] = [:]
    for prop in props {
      let taking = smallSets(prop, mayFail: true)
      isComplete = isComplete && taking.isComplete
      for stop in stopping.sets {
        for take in taking.sets where !take.contains(purpose) {
          let both = Set(stop + take).sorted()
          guard both.count == 2, both.allSatisfy({ !single.contains($0) }) else { continue }
          let isChance = stop.count == 1 && take.count == 1
          found[both, default: Pair(key: both, props: [], isChance: isChance)].props.append(prop)
        }
      }
    }
    let sorted = found.values.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    let props = sorted.map { pair in
      Pair(
        key: pair.key, props: props.filter(pair.props.contains), isChance: pair.isChance)
    }
    return (props, isComplete)
  }

  /// The minimal sets of one or two things that take something down.
  private func smallSets(
    _ target: VertexID, mayFail: Bool
  ) -> (sets: [[VertexID]], isComplete: Bool) {
    let logic = FailureLogic(of: [target], in: compiled.reading(.possible)) {
      compiled.isSeedOfSearches($0) && (mayFail || $0 != target)
    }
    var question = MinimalSetQuestion(target)
    question.maxOrder = 2
    question.nodeBudget = mostNodes
    let search = MinimalSetSearch(logic, question, ofPaths: false, goesOn: goesOn)
    let sets = search.sets?.smallest(Self.mostSets) ?? []
    return (
      sets.map { $0.map(logic.element(of:)) },
      search.isComplete && search.counts.totalCount == sets.count
    )
  }

  // MARK: - How it falls

  private func fall(
    _ elements: [VertexID], _ purpose: VertexID, _ props: [VertexID], isCoincidence: Bool
  ) -> PlanReview.Fall {
    let surely = compiled.reading(.certain).levelOne.failures(from: elements)
    let isSure = { (vertex: VertexID) in surely.contains(vertex) }
    let most = compiled.reading(.possible).levelOne.failures(from: elements)
    let ways = { (isCertain: Bool) in
      FallingWays(
        from: elements, in: compiled, .init(isCertain: isCertain),
        falls: isCertain ? isSure : { most.contains($0) })
    }
    let (sure, possible) = (ways(true), ways(false))
    let losses = props.map { prop in
      let isCertain = isSure(prop) && isSure(purpose)
      return PlanReview.Loss(
        relied: prop, way: (isCertain ? sure : possible).way(to: prop),
        verdict: isCertain ? .certain : .possible)
    }
    return PlanReview.Fall(
      elements: elements, purpose: purpose,
      way: (isSure(purpose) ? sure : possible).way(to: purpose), losses: losses,
      isCoincidence: isCoincidence)
  }
}
