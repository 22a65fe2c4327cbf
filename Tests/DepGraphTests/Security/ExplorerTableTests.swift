import Foundation
import Testing

@testable import DepGraph

/// The table that the explorer saves holds the cells that the command would write.
@Suite struct ExplorerTableTests {
  static let hasNode: Bool = {
    let run = try? CommandRun(shell: "command -v node")
    return run?.status == 0
  }()

  @Test(.enabled(if: ExplorerTableTests.hasNode, "node is not installed"))
  func formulasAreGuardedAlike() throws {
    let numbers = ["", "-", "-3.5", "+31 (0)70/123", "-1:30", "a=b", "'t Gooi", "'", "x@y", "-5%"]
    let cells = try PlantedModel.hostileTexts() + numbers
    let folder = try TemporaryFolder()
    let source = try Fixture.text("Sources/DepGraph/ExplorerPage/dom.js")
    let data = try JSONEncoder().encode(cells)
    let asked = "\n;console.log(JSON.stringify(\(String(decoding: data, as: UTF8.self))"
    let script = source + asked + ".map((cell) => csvText([[cell]]))));\n"
    let file = try folder.write("table.js", Array(script.utf8))
    let run = try CommandRun(shell: "node '\(file)'")
    try #require(run.status == 0, "\(run.errors)")
    let written = try JSONDecoder().decode([String].self, from: Data(run.output.utf8))
    for (cell, line) in zip(cells, written) {
      let guarded = cell.guardedFromCalculation
      let needsQuotes = guarded.utf8.contains { ",\"\r\n".utf8.contains($0) }
      let quoted = "\"" + guarded.replacing("\"", with: "\"\"") + "\""
      #expect(line == (needsQuotes ? quoted : guarded) + "\r\n")
    }
  }
}
