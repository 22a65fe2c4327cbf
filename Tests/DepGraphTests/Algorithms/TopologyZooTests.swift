import DepGraph
import Foundation
import Testing

/// Published networks with known answers; skipped where the folder with them is absent.
///
/// `DEPGRAPH_BENCH_DATA` names the folder; without it, it is looked for beside the repository.
@Suite struct TopologyZooTests {
  static let folder: URL? = {
    let named = ProcessInfo.processInfo.environment["DEPGRAPH_BENCH_DATA"].map { URL(filePath: $0) }
    let beside = SourceTree.root.appending(path: "../shared/bench-data")
    let zoo = (named ?? beside).appending(path: "topology-zoo")
    return FileManager.default.fileExists(atPath: zoo.path) ? zoo : nil
  }()

  @Test(.enabled(if: folder != nil)) func articulationPointsBridgesAndBlocks() throws {
    let folder = try #require(Self.folder)
    let unpacked = FileManager.default.temporaryDirectory
      .appending(path: "topology-zoo-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: unpacked, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: unpacked) }
    let tar = Process()
    tar.executableURL = URL(filePath: "/usr/bin/env")
    tar.arguments = [
      "tar", "xzf", folder.appending(path: "graphml.tar.gz").path, "-C", unpacked.path,
    ]
    try tar.run()
    tar.waitUntilExit()
    let answers = try String(contentsOf: folder.appending(path: "answers.csv"), encoding: .utf8)
    let lines = answers.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
    let columns = try #require(lines.first)
    #expect(lines.count > 100)
    for line in lines.dropFirst() {
      let answer = Dictionary(uniqueKeysWithValues: zip(columns, line))
      let name = try #require(answer["network"])
      let file = unpacked.appending(path: "graphml/\(name).graphml")
      let graph = network(in: try String(contentsOf: file, encoding: .utf8))
      let found = Biconnectivity(of: graph)
      let numbers = [
        "nodes": graph.vertexCount, "edges_raw": graph.edgeCount,
        "components": ConnectedComponents(of: graph).count,
        "articulation_points": found.articulationPoints.count,
        "bridges_multi": found.bridges.count, "biconnected_components": found.blockCount,
      ]
      for (column, number) in numbers {
        #expect(answer[column].flatMap { Int($0) } == number, "\(name) \(column)")
      }
    }
  }

  /// The network of a GraphML file, read as plainly as these files are written.
  private func network(in text: String) -> UndirectedGraph {
    func attribute(_ name: String, _ tag: Substring) -> String? {
      guard let start = tag.range(of: " \(name)=\"") else { return nil }
      return tag[start.upperBound...].split(separator: "\"", maxSplits: 1).first.map(String.init)
    }
    var numbers: [String: Int] = [:]
    var edges: [(first: VertexID, second: VertexID)] = []
    for tag in text.split(separator: "<") {
      if tag.hasPrefix("node "), let id = attribute("id", tag) { numbers[id] = numbers.count }
      if tag.hasPrefix("edge "),
        let first = attribute("source", tag).flatMap({ numbers[$0] }),
        let second = attribute("target", tag).flatMap({ numbers[$0] })
      {
        edges.append((VertexID(first), VertexID(second)))
      }
    }
    return UndirectedGraph(vertexCount: numbers.count, edges: edges)
  }
}
