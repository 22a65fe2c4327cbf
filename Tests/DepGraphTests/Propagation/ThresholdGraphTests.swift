import DepGraph
import Testing

@Suite struct ThresholdGraphTests {
  @Test func aCycleNeverFailsWithoutACause() {
    var builder = ThresholdGraph.Builder()
    let first = builder.addVertex(threshold: 1)
    let second = builder.addVertex(threshold: 1)
    builder.addInput(first, to: second)
    builder.addInput(second, to: first)
    builder.addInput(first, to: first)
    let graph = builder.build()
    #expect(graph.failures(from: []).failed.isEmpty)
    #expect(graph.failures(from: [second]).order == [second, first])
  }

  @Test func parallelArcsCountApart() {
    var builder = ThresholdGraph.Builder()
    let input = builder.addVertex()
    let vertex = builder.addVertex(threshold: 2)
    builder.addInput(input, to: vertex)
    builder.addInput(input, to: vertex)
    #expect(builder.build().failures(from: [input]).contains(vertex))
  }

  @Test func anEmptyGraphAnswersNothing() {
    let graph = ThresholdGraph.Builder().build()
    #expect(graph.vertexCount == 0)
    #expect(graph.failures(from: []).order.isEmpty)
    #expect(graph.failureTimes(from: []).order.isEmpty)
  }

  @Test func thresholdZeroHasFailedFromTheBeginning() {
    var builder = ThresholdGraph.Builder()
    let broken = builder.addVertex(threshold: 0, delay: 5)
    let vertex = builder.addVertex(threshold: 1, delay: 2)
    let seed = builder.addVertex()
    builder.addInput(broken, to: vertex, delay: 1)
    let graph = builder.build()
    #expect(graph.failures(from: [seed]).order == [seed, broken, vertex])
    let times = graph.failureTimes(from: [])
    #expect(times[broken] == 0)
    #expect(times[vertex] == 3)
    #expect(times[seed] == .infinity)
  }

  /// A ring that is cut off from the beginning of a path must not keep the path up.
  @Test func aRingCutOffDoesNotKeepAPathUp() {
    var builder = ThresholdGraph.Builder()
    let start = builder.addVertex()
    let near = builder.addVertex()
    let far = builder.addVertex()
    let links = (0..<3).map { _ in builder.addVertex() }
    let network = builder.addNetwork(
      nodes: [start, near, far],
      links: [
        NetworkLink(link: links[0], first: start, second: near),
        NetworkLink(link: links[1], first: near, second: far),
        NetworkLink(link: links[2], first: near, second: far),
      ])
    let path = builder.addPath(in: network, from: start, to: [near], exempt: nil, delay: 7)
    let graph = builder.build()
    #expect(graph.failures(from: [links[0]]).contains(path))
    #expect(!graph.failures(from: [links[1], links[2], far]).contains(path))
    #expect(graph.failureTimes(from: [(links[0], 3)])[path] == 10)
  }

  @Test func aPathToItsOwnBeginningIsTheStateOfThatNode() {
    var builder = ThresholdGraph.Builder()
    let node = builder.addVertex()
    let network = builder.addNetwork(nodes: [node], links: [])
    let path = builder.addPath(in: network, from: node, to: [node], exempt: nil)
    let exempt = builder.addPath(in: network, from: node, to: [node], exempt: node)
    let nowhere = builder.addPath(in: network, from: node, to: [], exempt: nil)
    let graph = builder.build()
    #expect(graph.failures(from: []).failed == [nowhere])
    #expect(graph.failures(from: [node]).failed == [node, path, nowhere])
    #expect(graph.disjointWays(of: exempt, failed: { _ in true }) == 1)
    #expect(graph.disjointWays(of: path, failed: { _ in true }) == 0)
  }

  @Test func theGraphTellsHowItWasBuilt() {
    var builder = ThresholdGraph.Builder()
    let first = builder.addVertex()
    let second = builder.addVertex(threshold: 3, delay: 4)
    builder.addInput(first, to: second)
    builder.addInput(second, to: second, delay: 2)
    builder.setThreshold(1, of: first)
    let network = builder.addNetwork(
      nodes: [second, first, second],
      links: [NetworkLink(link: first, first: first, second: second)])
    let path = builder.addPath(
      in: network, from: first, to: [second, second], exempt: second, delay: 6)
    let graph = builder.build()
    #expect(graph.threshold(of: first) == 1)
    #expect(graph.threshold(of: second) == 3)
    #expect(graph.threshold(of: path) == nil)
    #expect(graph.inputs(of: second).map(\.vertex) == [first, second])
    #expect(graph.inputs(of: second).map(\.delay) == [0, 2])
    #expect(graph.dependents(of: second) == [second])
    #expect([first, second, path].map(graph.delay(of:)) == [0, 4, 6])
    #expect(graph.pathInfo(of: first) == nil)
    #expect(graph.pathInfo(of: path)?.to == [second])
    #expect(graph.pathInfo(of: path)?.exempt == second)
    #expect(graph.nodes(of: network) == [first, second])
    #expect(graph.paths(in: network) == [path])
    #expect(graph.networks(of: first) == [network])
    #expect(graph.networks(of: path) == [])
  }
}
