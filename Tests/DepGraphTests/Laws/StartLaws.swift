import Testing

@testable import DepGraph

/// Starting from nothing against rounds over all vertices, on seeded random threshold graphs, and the
/// smallest generating sets against all subsets.
@Suite struct StartLaws {
  static let blocks = 0..<8

  @Test(arguments: blocks) func wavesAreThoseOfRounds(block: Int) {
    for seed in block * 400..<(block + 1) * 400 {
      let plain = PlainThresholdGraph.random(seed: seed, delays: false)
      var random = SeededGenerator(seed: seed + 7_000_000)
      let barred = plain.randomSeeds(&random)
      let turnTakers = plain.vertices.firstIndex { $0.path != nil } ?? plain.vertices.count
      let propagator = StartPropagator(
        plain.built(), barring: barred.map { VertexID($0) }, turnTakers: turnTakers)
      var running = Set<Int>()
      let waves = plain.startWaves(&running, barring: barred, turnTakers)
      #expect(propagator.wavesFromNothing.map { $0.map(\.index) } == waves, "seed \(seed)")
      let settled = propagator.running.count
      // Some are started by hand, one after the other, and taken back.
      let byHand = (0..<3).map { _ in Int.random(in: 0..<turnTakers, using: &random) }
      for vertex in byHand { propagator.start([VertexID(vertex)]) }
      var more = running.union(byHand)
      _ = plain.startWaves(&more, barring: barred, turnTakers)
      #expect(Set(propagator.running.map(\.index)) == more, "seed \(seed), by hand \(byHand)")
      propagator.undo(to: settled)
      #expect(Set(propagator.running.map(\.index)) == running, "seed \(seed), taken back")
      propagator.start(byHand.map { VertexID($0) })
      #expect(Set(propagator.running.map(\.index)) == more, "seed \(seed), again")
    }
  }

  @Test func networksStartFromTheirBeginningOnly() {
    for seed in 0..<400 {
      let plain = PlainThresholdGraph.randomNetwork(seed: seed)
      let turnTakers = plain.vertices.count - 6
      var random = SeededGenerator(seed: seed + 8_000_000)
      let barred = (0..<turnTakers).filter { _ in random.chance(0.3) }
      let propagator = StartPropagator(
        plain.built(), barring: barred.map { VertexID($0) }, turnTakers: turnTakers)
      var running = Set<Int>()
      _ = plain.startWaves(&running, barring: barred, turnTakers)
      #expect(Set(propagator.running.map(\.index)) == running, "seed \(seed)")
    }
  }

  @Test func generatingSetsAreTheFirstOfTheSmallest() {
    for seed in 0..<300 {
      var random = SeededGenerator(seed: seed)
      let closure = ArcClosure.random(&random)
      let candidates = (0..<closure.count).map { VertexID($0) }
      let found = GeneratingSet(from: candidates, reaching: closure.count, in: closure)
      let subsets = (0..<(1 << closure.count)).map { bits in
        candidates.indices.filter { bits >> $0 & 1 == 1 }
      }.sorted { ($0.count, "\($0)") < ($1.count, "\($1)") }
      let first = subsets.first { closure.reached(from: $0).count == closure.count }
      #expect(found?.vertices.map(\.index) == first, "seed \(seed)")
      #expect(closure.isEmpty, "seed \(seed): left as it was")
    }
  }

  @Test func manyCandidatesAreChosenGreedily() throws {
    // 30 pairs that hold each other: any member of each pair does.
    var needs: [(target: Int, sources: [Int])] = []
    for pair in 0..<30 {
      needs.append((target: 2 * pair, sources: [2 * pair + 1]))
      needs.append((target: 2 * pair + 1, sources: [2 * pair]))
    }
    let closure = ArcClosure(count: 60, needs: needs)
    let found = try #require(
      GeneratingSet(
        from: (0..<60).map { VertexID($0) }, reaching: 60, in: closure))
    #expect(!found.isExact)
    #expect(found.vertices.map(\.index) == (0..<30).map { 2 * $0 })
    #expect(closure.isEmpty)
    #expect(GeneratingSet(from: [VertexID(0)], reaching: 60, in: closure) == nil)
  }
}

/// A closure by rules "all of these give that", computed anew each time.
private final class ArcClosure: Closure {
  let count: Int
  private let needs: [(target: Int, sources: [Int])]
  private var put: [Int] = []

  init(count: Int, needs: [(target: Int, sources: [Int])]) {
    self.count = count
    self.needs = needs
  }

  static func random(_ random: inout SeededGenerator) -> ArcClosure {
    let count = Int.random(in: 1...9, using: &random)
    let needs = (0..<Int.random(in: 0...14, using: &random)).map { _ in
      let sources = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Int.random(in: 0..<count, using: &random)
      }
      return (target: Int.random(in: 0..<count, using: &random), sources: sources)
    }
    return ArcClosure(count: count, needs: needs)
  }

  var isEmpty: Bool { put.isEmpty }

  func reached(from start: [Int]) -> Set<Int> {
    var reached = Set(start)
    while let rule = needs.first(where: {
      !reached.contains($0.target) && reached.isSuperset(of: $0.sources)
    }) {
      reached.insert(rule.target)
    }
    return reached
  }

  func add(_ vertex: VertexID) -> Int {
    put.append(vertex.index)
    return reached(from: put).count
  }

  func removeLast() { put.removeLast() }

  func contains(_ vertex: VertexID) -> Bool { reached(from: put).contains(vertex.index) }
}

extension PlainThresholdGraph {
  /// What starts, in rounds over all vertices; vertices from `turnTakers` on take no turn.
  fileprivate func startWaves(
    _ running: inout Set<Int>, barring barred: [Int], _ turnTakers: Int
  ) -> [[Int]] {
    var waves: [[Int]] = []
    while true {
      var grew = true
      while grew {
        let held = (turnTakers..<vertices.count).filter {
          !running.contains($0) && starts($0, running) && !barred.contains($0)
        }
        grew = !held.isEmpty
        running.formUnion(held)
      }
      let wave = (0..<turnTakers).filter {
        !running.contains($0) && !barred.contains($0) && starts($0, running)
      }
      if wave.isEmpty { return waves }
      waves.append(wave)
      running.formUnion(wave)
    }
  }

  private func starts(_ index: Int, _ running: Set<Int>) -> Bool {
    let vertex = vertices[index]
    if let path = vertex.path { return holds(path) { !running.contains($0) } }
    guard let threshold = vertex.threshold else { return true }
    return vertex.inputs.count { !running.contains($0.vertex) } < threshold
  }
}
