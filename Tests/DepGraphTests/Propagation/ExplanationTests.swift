import DepGraph
import Testing

@Suite struct ExplanationTests {
  /// A tree whose nodes could not be written down one by one, and one deeper than a stack.
  @Test func sharedAndDeepTreesAreNoTrouble() {
    var builder = ThresholdGraph.Builder()
    let seed = builder.addVertex()
    var last = seed
    for _ in 0..<50_000 {
      let next = builder.addVertex(threshold: 1)
      builder.addInput(last, to: next)
      last = next
    }
    var double = seed
    for _ in 0..<40 {
      let next = builder.addVertex(threshold: 2)
      builder.addInput(double, to: next)
      builder.addInput(double, to: next)
      double = next
    }
    let explanations = builder.build().explanations(from: [seed])
    #expect(explanations.explanation(of: last)?.depth == 50_000)
    #expect(explanations.explanation(of: double)?.size == 1 << 41 - 1)
  }

  @Test func theCutOfAPathHoldsNothingInVain() {
    var builder = ThresholdGraph.Builder()
    let nodes = (0..<4).map { _ in builder.addVertex() }
    let links = (0..<3).map { _ in builder.addVertex() }
    // A dead end beside the way from 0 over 1 to 2.
    let network = builder.addNetwork(
      nodes: nodes,
      links: [
        NetworkLink(link: links[0], first: nodes[0], second: nodes[1]),
        NetworkLink(link: links[1], first: nodes[1], second: nodes[2]),
        NetworkLink(link: links[2], first: nodes[0], second: nodes[3]),
      ])
    let path = builder.addPath(in: network, from: nodes[0], to: [nodes[2]], exempt: nil)
    let graph = builder.build()
    let seeds = [links[2], links[1], nodes[2]]
    let failures = graph.failures(from: seeds)
    let explanation = graph.explanation(of: path, from: seeds, within: failures)
    #expect(explanation?.because.map(\.vertex) == [links[1]])
    #expect(graph.explanation(of: nodes[0], from: seeds, within: failures) == nil)
  }
}
