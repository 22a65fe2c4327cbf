import DepGraph
import Testing

@Suite struct DominatorsTests {
  // MARK: - Brute force

  /// What a root reaches without a vertex.
  private func reached(_ graph: Digraph, from root: Int, without barred: Int?) -> [Bool] {
    var reached = (0..<graph.count).map { $0 == root && $0 != barred }
    for _ in 0..<graph.count {
      for arc in graph.arcs where reached[arc.source] && arc.target != barred {
        reached[arc.target] = true
      }
    }
    return reached
  }

  /// A vertex dominates what is no longer reached without it; the nearest one is dominated by all.
  private func check(_ graph: Digraph, from root: Int, _ comment: String) {
    let tree = Dominators(of: graph.rows, from: VertexID(root))
    let all = reached(graph, from: root, without: nil)
    let without = (0..<graph.count).map { reached(graph, from: root, without: $0) }
    for vertex in 0..<graph.count {
      #expect(tree.reaches(VertexID(vertex)) == all[vertex], "\(comment)")
      let dominators = (0..<graph.count).filter {
        $0 != vertex && all[vertex] && !without[$0][vertex]
      }
      let found = tree.strictDominators(of: VertexID(vertex)).map(\.index)
      #expect(found.sorted() == dominators, "\(comment) vertex \(vertex)")
      #expect(
        tree.immediateDominator(of: VertexID(vertex))?.index == found.first, "\(comment) \(vertex)")
    }
    let points = (0..<graph.count).filter { point in
      point != root && all[point]
        && all.indices.contains { $0 != point && all[$0] && !without[point][$0] }
    }
    #expect(tree.articulationPoints().map(\.index) == points, "\(comment)")
    #expect(Set(tree.reached.map(\.index)) == Set(all.indices.filter { all[$0] }), "\(comment)")
    #expect(tree.reached.count == all.count { $0 }, "\(comment)")
  }

  @Test func everyGraphOfUpToThreeVertices() {
    for count in 1...3 {
      for bits in 0..<(1 << (count * count)) {
        for root in 0..<count {
          check(Digraph(count: count, bits: bits), from: root, "\(count) \(bits) \(root)")
        }
      }
    }
  }

  /// Self-loops change nothing, which three vertices have shown.
  @Test func everyGraphOfFourVerticesWithoutLoops() {
    for bits in 0..<(1 << 12) {
      // Spreads twelve bits over a matrix of sixteen, past its diagonal.
      let spread = (0..<12).reduce(0) { $0 | (bits >> $1 & 1) << ($1 + 1 + $1 / 4) }
      check(Digraph(count: 4, bits: spread), from: 0, "\(spread)")
    }
  }

  @Test(arguments: 0..<(soaking ? 5000 : 300)) func randomGraphs(seed: Int) {
    check(Digraph(seed: seed), from: 0, "seed \(seed)")
  }

  // MARK: - Known graphs

  /// A predecessor that is not reached counts for nothing.
  @Test func anUnreachedPredecessor() {
    let arcs = [(0, 1), (1, 2), (3, 2)].map { (VertexID($0.0), VertexID($0.1)) }
    let tree = Dominators(of: CompressedRows(vertexCount: 4, arcs: arcs), from: VertexID(0))
    #expect(tree.immediateDominator(of: VertexID(2)) == VertexID(1))
    #expect(tree.immediateDominator(of: VertexID(3)) == nil && !tree.reaches(VertexID(3)))
    #expect(tree.immediateDominator(of: VertexID(0)) == nil)
  }

  /// No recursion, and ways that are shortened.
  @Test func aLongPath() {
    let count = soaking ? 10_000_000 : 200_000
    let vertices = (0..<count).map { VertexID($0) }
    // There and back: every vertex has the next one as a predecessor too.
    let path = CompressedRows(
      vertexCount: count, sources: Array(vertices.dropLast()) + Array(vertices.dropFirst()),
      targets: Array(vertices.dropFirst()) + Array(vertices.dropLast()))
    let tree = Dominators(of: path, from: VertexID(0))
    #expect(tree.articulationPoints().count == count - 2)
    #expect(tree.immediateDominator(of: VertexID(count - 1)) == VertexID(count - 2))
  }
}
