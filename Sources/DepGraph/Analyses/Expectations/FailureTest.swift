/// One failure of which expectations speak, in the readings that count.
struct FailureTest {
  let seeds: Seeds
  private let compiled: CompiledModel
  private let after: TimeSpan?
  private let worst: ReadingOutcome
  private let best: ReadingOutcome
  private let outcomes: [ReadingOutcome]
  private let untold: Untellable
  private let open: OpenGrades?
  private let worstReading: Reading
  private let bestReading: Reading

  /// - Complexity: That of `ReadingOutcome` for each reading.
  init(_ seeds: Seeds, after: TimeSpan?, in compiled: CompiledModel, reading: Reading?) {
    self.seeds = seeds
    self.after = after
    self.compiled = compiled
    let horizon = after?.seconds ?? .infinity
    let outcome = { (reading: Reading) in
      ReadingOutcome(compiled.reading(reading), seeds: seeds.vertices, horizon: horizon)
    }
    worstReading = reading ?? .possible
    bestReading = reading ?? .certain
    worst = outcome(worstReading)
    if reading == nil {
      best = outcome(.certain)
      // Less redundancy does not rise with the readings: what is written may show what neither
      // of the others does.
      outcomes = [best, outcome(.written), worst]
    } else {
      best = worst
      outcomes = [worst]
    }
    var question = BlastRadius.Question(seeds, after: after)
    question.reading = worstReading
    untold = Untellable(question, compiled, worst: worst)
    open = OpenGrades(seeds.vertices, in: compiled, worstReading, worst: worst)
  }

  /// Whether nothing fails, as far as anybody knows.
  var isIdle: Bool { seeds.vertices.isEmpty && seeds.unknownExtent.isEmpty }

  /// The elements that fail, or are hit worse than by less redundancy, in the worst reading.
  ///
  /// - Complexity: O(*n*) for *n* elements.
  var reached: [VertexID] {
    (0..<compiled.table.count).map { VertexID($0) }.filter { worst.grade(of: $0) >= .degraded }
  }

  /// The grades that a component can have.
  ///
  /// - Complexity: O(*v* + *a*) for the vertices and arcs of a reading, where something is unknown.
  func span(of vertex: VertexID) -> GradeSpan {
    let known = knownGrades(of: vertex)
    let span = GradeSpan(from: known.least, to: known.most)
    guard !unknown(about: vertex).isEmpty, !isClaimed(vertex, span: known) else { return span }
    if !seeds.unknownExtent.isEmpty {
      return GradeSpan(from: known.least, to: known.most, openTo: .down)
    }
    guard let open else { return span }
    return GradeSpan(
      from: open.least(vertex, known: known.least), to: known.most, openTo: open.most(vertex))
  }

  /// The grades that a component has in the readings.
  private func knownGrades(of vertex: VertexID) -> (least: Grade, most: Grade) {
    outcomes.map { $0.grade(of: vertex) }.reduce((Grade.down, Grade.notAffected)) {
      (min($0.0, $1), max($0.1, $1))
    }
  }

  /// Whether that a component is not affected rests on a claim of independence, which settles what is
  /// not known as `BlastRadius` lets it do.
  ///
  /// - Complexity: O(*c*·(*n* + *d*)) for *c* claims, *n* elements and *d* dependencies.
  func isClaimed(_ vertex: VertexID, span: (Grade, Grade)) -> Bool {
    guard span == (.notAffected, .notAffected), !unknown(about: vertex).isEmpty else {
      return false
    }
    return IndependenceClaim.answers(to: seeds, in: compiled, worst: worst, among: [vertex])
      .contains(where: \.coversTheFailure)
  }

  /// Of what is not known that could give a component another grade; empty where it is down.
  private func unknown(about vertex: VertexID) -> [String] {
    guard !worst.isDown(vertex) else { return [] }
    if let untold = untold.among([vertex]).first { return untold.because }
    let known = knownGrades(of: vertex)
    guard let open,
      open.most(vertex) > known.most || open.least(vertex, known: known.least) < known.least
    else { return [] }
    let used = compiled.dependencies.everythingUsed(by: vertex, networks: compiled.networks)
    let bearing = open.causes.filter { $0 == vertex || used[$0] != nil }
    return (bearing.isEmpty ? open.causes : bearing).map(compiled.table.id(of:))
  }

  /// Why a claim did not pass.
  ///
  /// - Complexity: That of `Why`.
  func reason(
    _ verdict: ClaimVerdict, _ claim: ClaimKind, _ vertex: VertexID, _ span: GradeSpan
  ) -> TestedClaim.Reason? {
    guard verdict != .passed else { return nil }
    // Without what is unknown it would have passed or failed: that is what leaves it open.
    let grades = knownGrades(of: vertex)
    let known = GradeSpan(from: grades.least, to: grades.most)
    if verdict == .undetermined, known.verdict(on: claim) != .undetermined {
      return .notKnown(unknown(about: vertex))
    }
    switch verdict == .failed ? span.least : span.most {
    case .down: return chain(to: vertex)
    case .degraded, .reducedRedundancy:
      return claim == .down || claim == .degraded ? whatKeeps(vertex) : way(to: vertex)
    case .notAffected, .cannotTell:
      return claim == .up || claim == .unaffected ? nil : whatKeeps(vertex)
    }
  }

  private func chain(to vertex: VertexID) -> TestedClaim.Reason? {
    let outcome = best.isDown(vertex) ? best : worst
    let reading = best.isDown(vertex) ? bestReading : worstReading
    let why = Why(vertex, after: seeds, in: compiled, reading: reading)
    guard let chain = why.explanation else { return nil }
    // The shortest chain may take longer than the moment asked about.
    return chain.elements.allSatisfy(outcome.isDown) ? .chain(chain) : why.way.map { .way($0) }
  }

  private func way(to vertex: VertexID) -> TestedClaim.Reason? {
    Why(vertex, after: seeds, in: compiled, reading: worstReading).way.map { .way($0) }
  }

  private func whatKeeps(_ vertex: VertexID) -> TestedClaim.Reason? {
    let fall = worst.times.down[vertex]
    if fall < .infinity, after != nil { return .later(fall) }
    let why = Why(vertex, after: seeds, in: compiled, reading: worstReading)
    if !why.stillUpBecause.isEmpty { return .held(why.stillUpBecause) }
    return why.way.map { .way($0) } ?? .noWay
  }
}

extension Why.Cause {
  /// Everything in the chain.
  ///
  /// - Complexity: O(*n*) for a chain of *n* causes.
  var elements: [VertexID] { [vertex] + because.flatMap(\.elements) }
}
