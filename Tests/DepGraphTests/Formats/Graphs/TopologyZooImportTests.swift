import Foundation
import Testing

@testable import DepGraph

/// Published networks, imported: the analyses find in them what is known of them.
@Suite struct TopologyZooImportTests {
  @Test(.enabled(if: TopologyZooTests.folder != nil)) func everyNetwork() throws {
    let folder = try #require(TopologyZooTests.folder)
    let unpacked = try TemporaryFolder()
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
    var count = 0
    for line in lines.dropFirst() {
      let answer = Dictionary(uniqueKeysWithValues: zip(columns, line))
      let name = try #require(answer["network"])
      let path = "\(unpacked.path)/graphml/\(name).graphml"
      let imported = try GraphMLReader().read([path], options: ImportOptions())
      let model = imported.model
      #expect(Validator.diagnose(model).errors == [], "\(name)")
      let wanted = { (column: String) in answer[column].flatMap { Int($0) } ?? -1 }
      let links = model.components.filter { $0.kind == .link }
      #expect(links.count == wanted("edges_raw") - wanted("self_loops"), "\(name)")
      #expect(model.components.count - links.count == wanted("nodes"), "\(name)")
      let weaknesses = NetworkWeakness.all(in: try CompiledModel(model))
      #expect(weaknesses.count == 1, "\(name)")
      guard let found = weaknesses.first else { continue }
      #expect(found.articulationPoints.count == wanted("articulation_points"), "\(name)")
      #expect(found.bridges.count == wanted("bridges_multi"), "\(name)")
      // Nodes without a link belong to no network.
      let alone = wanted("nodes") - found.nodeCount
      #expect(found.parts.count + alone == wanted("components"), "\(name)")
      #expect(model.name != nil)
      count += 1
    }
    #expect(count > 100)
  }
}
