import DepGraph
import Testing

@Suite struct FailureLanesTests {
  /// The example of the guide.
  @Test func twoFeedsOneSite() async {
    var builder = ThresholdGraph.Builder()
    let feed = builder.addVertex()
    let other = builder.addVertex()
    let site = builder.addVertex(threshold: 2)
    let desk = builder.addVertex(threshold: 1)
    builder.addInput(feed, to: site)
    builder.addInput(other, to: site)
    builder.addInput(site, to: desk)
    let lanes = FailureLanes(builder.build())
    #expect(lanes.failureCounts(of: [feed, other, site]) == [1, 1, 2])
    #expect(lanes.causes(of: [desk], among: [feed, other, site]) == [[site]])
    let pairs = FailureLanes.pairs(of: [feed, other, desk])
    #expect(lanes.failureCounts(ofScenarios: pairs) == [4, 2, 2])
    lanes.forEachBlock(of: pairs) { first, block in
      #expect(first == 0 && Array(block.lanes(of: site)) == [0])
    }
    let counts = await lanes.failureCounts(of: [feed, other, site], taskCount: 2)
    #expect(counts == [1, 1, 2])
  }

  /// A ring cut off from the beginning of a path does not keep it up.
  @Test func aRingDoesNotKeepItselfUp() {
    var builder = ThresholdGraph.Builder()
    let nodes = (0..<3).map { _ in builder.addVertex() }
    let ends = [(0, 1), (1, 2), (1, 2)]
    let links = ends.map {
      NetworkLink(link: builder.addVertex(), first: nodes[$0.0], second: nodes[$0.1])
    }
    let network = builder.addNetwork(nodes: nodes, links: links)
    let path = builder.addPath(in: network, from: nodes[0], to: [nodes[1]], exempt: nil)
    let lanes = FailureLanes(builder.build())
    #expect(lanes.causes(of: [path], among: VertexSet(links.map(\.link))) == [[links[0].link]])
  }

  @Test func degenerateGraphsAndQuestions() {
    let empty = FailureLanes(ThresholdGraph.Builder().build())
    #expect(empty.failureCounts(of: []) == [])
    #expect(empty.failureCounts(ofScenarios: []) == [])
    var builder = ThresholdGraph.Builder()
    let alone = builder.addVertex()
    let fallen = builder.addVertex(threshold: 0)
    let loop = builder.addVertex(threshold: 1)
    builder.addInput(loop, to: loop)
    let lanes = FailureLanes(builder.build())
    #expect(lanes.failureCounts(of: [alone, fallen, loop, alone]) == [2, 1, 2, 2])
    #expect(lanes.failureCounts(of: [alone], counting: []) == [0])
    #expect(lanes.failureCounts(ofScenarios: [[], [alone, loop, loop]]) == [1, 3])
    #expect(lanes.causes(of: [alone, fallen], among: [alone, fallen, loop]) == [[], []])
  }

  /// A vertex whose threshold needs several slices.
  @Test func highThresholdsAreCounted() {
    var builder = ThresholdGraph.Builder()
    let inputs = (0..<40).map { _ in builder.addVertex() }
    let gate = builder.addVertex(threshold: 21)
    for input in inputs { builder.addInput(input, to: gate) }
    let lanes = FailureLanes(builder.build())
    let scenarios = (0...40).map { Array(inputs.prefix($0)) }
    #expect(
      lanes.failureCounts(ofScenarios: scenarios) == (0...40).map { $0 + ($0 >= 21 ? 1 : 0) })
  }
}
