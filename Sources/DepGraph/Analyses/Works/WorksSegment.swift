/// A time during which nothing goes out or comes back, and what that means for who depends on it.
struct WorksSegment {
  /// From when, in seconds.
  let from: Double
  /// Until when.
  let until: Double
  /// What is out, with since when: in the possible, then in the certain reading.
  let out: [[VertexID: Double]]
  /// What is in works, with since when.
  let failed: [VertexID: Double]
  /// What is in works and nobody knows.
  let unknown: [String]

  /// Whether nothing is out, and nothing unknown in works.
  var isQuiet: Bool { out.allSatisfy(\.isEmpty) && failed.isEmpty && unknown.isEmpty }

  /// What happens to some components, by time for each.
  ///
  /// Who is down is known. Who is degraded or has less redundancy follows from what is out, each
  /// since when it is; this can change as holdups run out, so that the time is cut once more.
  ///
  /// - Complexity: O(*c*·(*v* + *a*)) for *c* changes inside the segment and what fails.
  func pieces(
    of watched: [VertexID], in compiled: CompiledModel, untold: [VertexID: [String]]
  ) -> [(VertexID, WorksAxis.Piece)] {
    let readings = [Reading.possible, .certain].map(compiled.reading)
    let ages = zip(readings, out).map { AgedTimes($0, out: $1) }
    let inWorks = AgedTimes(readings[0], out: failed)
    var cuts = (ages + [inWorks]).flatMap { $0.changes(of: watched) }
      .filter { from < $0 && $0 < until }
    cuts = [from] + Set(cuts).sorted()
    var found: [(VertexID, WorksAxis.Piece)] = []
    for (place, start) in cuts.enumerated() {
      let end = place + 1 < cuts.count ? cuts[place + 1] : until
      let outcomes = ages.map { $0.outcome(at: start) }
      for vertex in watched {
        let grades = zip(out, outcomes).map { out, outcome in
          out[vertex] != nil ? .down : outcome?.grade(of: vertex) ?? .notAffected
        }
        let reasons = untold[vertex] ?? []
        var grade = told(grades)
        if grade == .notAffected, !reasons.isEmpty { grade = .cannotTell }
        guard grade != .notAffected else { continue }
        let isSure = grades.allSatisfy { $0 >= grade }
        found.append(
          (
            vertex,
            WorksAxis.Piece(
              from: start, until: end, grade: grade, verdict: isSure ? .certain : .possible,
              isPassing: grade == .down && !inWorks.isDown(vertex, at: start),
              because: grade == .down ? [] : reasons)
          ))
      }
    }
    return found
  }

  /// The grade of a component by its grades in the possible and the certain reading.
  ///
  /// It is that of the possible reading. The certain one can be worse: what comes back in it alone can
  /// have something change over again. Of who leans on what is left it is believed only then, for what
  /// the possible reading does not count as an alternative is no loss of redundancy in it.
  private func told(_ grades: [Grade]) -> Grade {
    guard grades[1] > grades[0] else { return grades[0] }
    let hasMoreOut = out[1].keys.contains { out[0][$0] == nil }
    return grades[1] == .reducedRedundancy && !hasMoreOut ? grades[0] : grades[1]
  }
}

/// When elements fall after others went out at different times.
private struct AgedTimes {
  private let reading: CompiledReading
  private let times: LevelTimes?
  /// When the first of them went out.
  private let start: Double

  init(_ reading: CompiledReading, out: [VertexID: Double]) {
    self.reading = reading
    let start = out.values.min() ?? 0
    self.start = start
    times =
      out.isEmpty
      ? nil
      : reading.times(
        from: out.sorted { $0.key < $1.key }.map { ($0.key, $0.value - start) })
  }

  /// The moments at which something may change: an element falls or stops being whole, or a holdup
  /// towards a group runs out.
  func changes(of watched: [VertexID]) -> [Double] {
    guard let times else { return [] }
    var found = watched.map(times.lessThanWhole)
    let graph = reading.levelOne
    for vertex in times.down.order {
      found.append(times.down[vertex])
      for dependent in graph.dependents(of: vertex) where !reading.isElement(dependent) {
        for input in graph.inputs(of: dependent) where input.delay > 0 {
          found.append(times.down[input.vertex] + input.delay)
        }
      }
    }
    return found.filter { $0 < .infinity }.map { $0 + start }
  }

  /// Who is how far at a moment; nil: nothing is out.
  func outcome(at time: Double) -> ReadingOutcome? {
    times.map { ReadingOutcome(reading, times: $0, horizon: time - start) }
  }

  /// Whether an element is down at a moment.
  func isDown(_ vertex: VertexID, at time: Double) -> Bool {
    times.map { $0.down[vertex] <= time - start } ?? false
  }
}
