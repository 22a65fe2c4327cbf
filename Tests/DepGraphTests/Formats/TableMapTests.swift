import Foundation
import Testing

@testable import DepGraph

@Suite struct TableMapTests {
  private func errors(_ text: String) -> [Diagnostic] {
    do throws(ReadError) {
      _ = try TableMapReader().read(text: text, named: "map.yaml")
      return []
    } catch {
      guard case .invalid(let input) = error else { return [] }
      return input.diagnostics.errors
    }
  }

  private static let good = """
    depgraph-map: 1
    sheets:
      - {match: ["*"], row: component, columns: {name: [Naam]}}

    """

  @Test func aSmallMapIsGood() { #expect(errors(Self.good).isEmpty) }

  @Test func mistakesAreSaidWhereTheyStand() {
    let cases: [(String, DiagnosticCode, Int)] = [
      (Self.good.replacing(": 1", with: ": 2"), .wrongVersion, 1),
      (Self.good.replacing("sheets", with: "sheet"), .unknownKey, 2),
      (Self.good.replacing("component", with: "componenten"), .unknownValue, 3),
      (Self.good.replacing("name:", with: "naam:"), .unknownKey, 3),
      (Self.good.replacing("columns: {name", with: "columns: {owner"), .missingKey, 3),
      (Self.good.replacing("match", with: "matches"), .unknownKey, 3),
      (Self.good + "relations: {a: sideways}\n", .unknownValue, 4),
      (Self.good + "kinds: {a: thing}\n", .unknownValue, 4),
      (Self.good + "words: {maybe: [x]}\n", .unknownKey, 4),
      (Self.good + "separators: [\"ab\"]\n", .badValue, 4),
      (Self.good + "unlisted: thing\n", .unknownValue, 4),
    ]
    for (text, code, line) in cases {
      let found = errors(text)
      #expect(found.contains { $0.code == code && $0.place?.line == line }, "\(text): \(found)")
    }
    #expect(errors("").map(\.code) == [.emptyFile])
    #expect(!errors("- a").isEmpty)
  }

  @Test(arguments: ["servicenow", "topdesk", "circuits", "edges"])
  func theReadyMapsAreGood(name: String) throws {
    let path = Fixture.root.appendingPathComponent("models/maps/\(name).yaml").path
    let map = try TableMapReader().read(path)
    #expect(!map.sheets.isEmpty)
    #expect(map.name?.text(in: .english) != map.name?.text(in: .dutch))
  }

  @Test func theFirstSheetThatFitsCounts() throws {
    let path = Fixture.root.appendingPathComponent("models/maps/servicenow.yaml").path
    let map = try TableMapReader().read(path)
    #expect(map.sheet(for: ["cmdb_rel_ci.csv"])?.row == .dependency)
    #expect(map.sheet(for: ["CMDB_CI_Server.csv"])?.row == .component)
  }
}
