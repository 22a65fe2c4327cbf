import DepGraph
import Foundation

/// Lines `u k v1 … vn`: u needs at least k of v1 … vn.
struct RequirementGroups {
  let vertexCount: Int
  private(set) var heads: [VertexID] = []
  private(set) var needed: [UInt32] = []
  /// Group *g* is `members[starts[g] ..< starts[g + 1]]`.
  private(set) var starts: [Int] = [0]
  private(set) var members: [VertexID] = []

  init(stem: String) throws {
    vertexCount = try numbers(inFile: stem + ".rg.meta")[0]
    let data = try Data(contentsOf: URL(filePath: stem + ".rg"), options: .mappedIfSafe)
    let text = data.span
    var field = 0
    var number: UInt32 = 0
    for position in text.indices {
      let byte = text[position]
      if byte >= UInt8(ascii: "0") {
        number = number &* 10 &+ UInt32(byte &- UInt8(ascii: "0"))
        continue
      }
      switch field {
      case 0: heads.append(VertexID(raw: number))
      case 1: needed.append(number)
      default: members.append(VertexID(raw: number))
      }
      number = 0
      field += 1
      if byte == UInt8(ascii: "\n") {
        starts.append(members.count)
        field = 0
      }
    }
  }

  /// The graph as a model is compiled: what needs all members of a group has them as inputs itself,
  /// any other group is a vertex in between.
  func thresholdGraph() -> ThresholdGraph {
    var builder = ThresholdGraph.Builder()
    builder.reserveCapacity(
      vertices: vertexCount + heads.count, arcs: members.count + heads.count)
    for _ in 0..<vertexCount { _ = builder.addVertex(threshold: 1) }
    for group in heads.indices {
      let range = starts[group]..<starts[group + 1]
      var vertex = heads[group]
      if Int(needed[group]) < range.count {
        vertex = builder.addVertex(threshold: range.count - Int(needed[group]) + 1)
        builder.addInput(vertex, to: heads[group])
      }
      for position in range { builder.addInput(members[position], to: vertex) }
    }
    return builder.build()
  }
}

/// Pairs of 32-bit numbers u, v: u needs v.
struct ArcList {
  let vertexCount: Int
  private(set) var sources: [VertexID] = []
  private(set) var targets: [VertexID] = []

  init(stem: String) throws {
    vertexCount = try numbers(inFile: stem + ".meta")[0]
    let data = try Data(contentsOf: URL(filePath: stem + ".bin"), options: .mappedIfSafe)
    let bytes = data.span
    func number(at start: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[start + $1]) << UInt32(8 * $1) }
    }
    sources.reserveCapacity(bytes.count / 8)
    targets.reserveCapacity(bytes.count / 8)
    for start in stride(from: 0, to: bytes.count, by: 8) {
      sources.append(VertexID(raw: number(at: start)))
      targets.append(VertexID(raw: number(at: start + 4)))
    }
  }

  /// The arcs from each vertex to what it needs.
  func needs() -> CompressedRows {
    CompressedRows(vertexCount: vertexCount, sources: sources, targets: targets)
  }

  func thresholdGraph() -> ThresholdGraph {
    var builder = ThresholdGraph.Builder()
    builder.reserveCapacity(vertices: vertexCount, arcs: sources.count)
    for _ in 0..<vertexCount { _ = builder.addVertex(threshold: 1) }
    for arc in sources.indices { builder.addInput(targets[arc], to: sources[arc]) }
    return builder.build()
  }

  /// The arcs as links of a network, with paths between nodes far apart in number.
  func network(pathCount: Int) -> ThresholdGraph {
    var builder = ThresholdGraph.Builder()
    let nodes = (0..<vertexCount).map { _ in builder.addVertex() }
    let links = sources.indices.map { edge in
      NetworkLink(link: builder.addVertex(), first: sources[edge], second: targets[edge])
    }
    let network = builder.addNetwork(nodes: nodes, links: links)
    let stride = max(1, vertexCount / pathCount)
    for index in 0..<min(pathCount, vertexCount) {
      let from = nodes[index * stride]
      let to = nodes[(index * stride + vertexCount / 2) % vertexCount]
      _ = builder.addPath(in: network, from: from, to: [to], exempt: from)
    }
    return builder.build()
  }
}

private func numbers(inFile path: String) throws -> [Int] {
  try String(contentsOf: URL(filePath: path), encoding: .utf8).split(whereSeparator: \.isWhitespace)
    .compactMap { Int($0) }
}
