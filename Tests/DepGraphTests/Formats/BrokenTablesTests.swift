import Foundation
import Testing

@testable import DepGraph

/// Each file of the corpus is answered with what is wrong and where, and with nothing else.
@Suite struct BrokenTablesTests {
  private static let folder = Fixture.path("broken/table")
  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()

  static let map = """
    depgraph-map: 1
    sheets: [{match: ["*"], row: component, columns: {name: [Naam]}}]

    """

  private func diagnostics(_ name: String) throws -> [Diagnostic] {
    let path = "\(Self.folder)/\(name)"
    do throws(ReadError) {
      if name.hasSuffix(".map.yaml") {
        _ = try TableMapReader().read(path)
      } else {
        let map = try TableMapReader().read(text: Self.map, named: "map.yaml")
        _ = try TableImporter(map: map).read([path], options: ImportOptions())
      }
      return []
    } catch {
      guard case .invalid(let input) = error else { return [] }
      return input.diagnostics.errors
    }
  }

  @Test func theCorpusIsThere() { #expect(Self.names.count >= 30) }

  @Test(arguments: names) func isRefusedWithAPlace(name: String) throws {
    let found = try diagnostics(name)
    #expect(!found.isEmpty, "\(name) was read")
    #expect(found.contains { $0.place != nil }, "\(found)")
  }

  static let codes: [String: DiagnosticCode] = [
    "bomb.xlsx": .tooLarge, "entities.xlsx": .entityDeclaration, "overlap.xlsx": .damagedWorkbook,
    "outside-file.xlsx": .entityDeclaration, "truncated.xlsx": .notWorkbook, "deep.xlsx": .tooDeep,
    "wrong-checksum.xlsx": .damagedWorkbook, "path-escape.xlsx": .damagedWorkbook,
    "huge-row.xlsx": .outOfRange, "huge-column.xlsx": .outOfRange, "nested.xlsx": .notWorkbook,
    "shared-text-missing.xlsx": .damagedWorkbook, "twice.xlsx": .damagedWorkbook,
    "old-workbook.xls": .notWorkbook, "not-utf8.xlsx": .notText, "wrong-nesting.xlsx": .notXML,
    "empty.csv": .emptyFile, "nul.csv": .notText, "half-utf16.csv": .notText,
    "unclosed-quote.csv": .badValue, "no-such-column.csv": .missingKey,
  ]

  @Test(arguments: codes.keys.sorted()) func saysWhatIsWrong(name: String) throws {
    let found = try diagnostics(name)
    let code = try #require(Self.codes[name])
    #expect(found.contains { $0.code == code }, "\(found)")
  }

  /// As a process: status 2, a message with the file, and the output stays as it was.
  @Test(arguments: ["bomb.xlsx", "huge-row.xlsx", "unclosed-quote.csv", "no-such-column.csv"])
  func nothingIsWritten(name: String) throws {
    let folder = try TemporaryFolder()
    let map = try folder.write("map.yaml", Array(Self.map.utf8))
    let output = try folder.write("model.yaml", Array("kept".utf8))
    let run = try CommandRun(
      "import", "table", "\(Self.folder)/\(name)", "--map", map, "-o", output)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains(name), "\(run.errors)")
    #expect(try String(contentsOfFile: output, encoding: .utf8) == "kept")
  }
}
