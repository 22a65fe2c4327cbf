import DepGraph
import Testing

@Suite struct NetworkWeaknessTests {
  /// A triangle a–b–c with a tail c–d of one link, and d–e of two.
  static let tail = """
      - {id: a, kind: network-element, name: A, requires: []}
      - {id: b, kind: network-element, name: B, requires: []}
      - {id: c, kind: network-element, name: C, requires: []}
      - {id: d, kind: network-element, name: D, requires: []}
      - {id: e, kind: network-element, name: E, requires: []}
      - {id: ab, kind: link, name: ab, ends: [a, b], network: net}
      - {id: bc, kind: link, name: bc, ends: [b, c], network: net}
      - {id: ca, kind: link, name: ca, ends: [c, a], network: net}
      - {id: cd, kind: link, name: cd, ends: [c, d], network: net}
      - {id: de-1, kind: link, name: de 1, ends: [d, e], network: net}
      - {id: de-2, kind: link, name: de 2, ends: [d, e], network: net}
    """

  @Test func parallelLinksAreNoBridges() throws {
    let model = try TestModel(Self.tail)
    let found = try #require(NetworkWeakness.all(in: model.compiled).first)
    let id = model.compiled.table.id(of:)
    #expect(found.articulationPoints.map { id($0.vertex) } == ["c", "d"])
    #expect(found.bridges.map { id($0.vertex) } == ["cd"])
    #expect(found.bridges[0].parts.map { $0.map(id) } == [["a", "b", "c"], ["d", "e"]])
    #expect(found.articulationPoints[1].parts.map { $0.map(id) } == [["a", "b", "c"], ["e"]])
    #expect(found.blocks.map { $0.map(id) } == [["ab", "bc", "ca"], ["cd"], ["de-1", "de-2"]])
    #expect(found.parts.count == 1)
  }

  @Test func aFailureThatSplitsNamesBothHalves() throws {
    let model = try TestModel(Self.tail)
    let id = model.compiled.table.id(of:)
    let split = try #require(try model.blast("de-1", "de-2", "ab").networkSplits.first)
    #expect(split.network == "net")
    #expect(split.parts.map { $0.map(id) } == [["a", "b", "c", "d"], ["e"]])
    #expect(try model.blast("de-1").networkSplits.isEmpty)
    // What is left of an end that is down itself is one part.
    #expect(try model.blast("e").networkSplits.isEmpty)
  }

  /// Held against taking out each node and link in turn, and looking what hangs together.
  @Test func splittersAreThoseThatLeaveMoreParts() {
    for seed in 0..<200 {
      guard let compiled = try? CompiledModel(RandomModel.make(seed: seed)) else { continue }
      for network in compiled.networks.networks {
        let found = NetworkWeakness(network)
        let whole = parts(network, without: nil)
        let nodes = network.nodes.filter { node in
          let touched = network.links.contains { $0.first == node || $0.second == node }
          return touched && parts(network, without: node).count > whole.count
        }
        let links = network.links.map(\.link).filter {
          parts(network, without: $0).count > whole.count
        }
        #expect(found.articulationPoints.map(\.vertex) == nodes, "seed \(seed)")
        #expect(found.bridges.map(\.vertex) == links, "seed \(seed)")
        for split in found.articulationPoints + found.bridges {
          let left = parts(network, without: split.vertex)
          #expect(split.parts.allSatisfy { left.contains(Set($0)) }, "seed \(seed)")
        }
      }
    }
  }

  private func parts(
    _ network: NetworkTable.Network, without gone: VertexID?
  ) -> Set<Set<VertexID>> {
    var parts = Set(network.nodes.filter { $0 != gone }.map { Set([$0]) })
    for link in network.links where link.link != gone && link.first != gone && link.second != gone {
      let touched = parts.filter { $0.contains(link.first) || $0.contains(link.second) }
      parts.subtract(touched)
      parts.insert(touched.reduce(into: []) { $0.formUnion($1) })
    }
    return parts
  }
}
