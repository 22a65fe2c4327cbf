import Foundation
import Testing

@testable import DepGraph

@Suite struct WorkbookReaderTests {
  private func read(_ bytes: [UInt8]) -> (sheets: [TableSheet], log: TableLog) {
    let log = TableLog()
    return (TableFile(log).sheets(of: InputFile(bytes: bytes, name: "w.xlsx")), log)
  }

  private func texts(_ maker: WorkbookMaker) -> [[String]] {
    let (sheets, log) = read(maker.zip.bytes)
    #expect(!log.diagnostics.hasErrors, "\(log.diagnostics)")
    return sheets.first?.rows.map { row in row.cells.map { $0?.text ?? "" } } ?? []
  }

  private func errors(_ maker: WorkbookMaker) -> [Diagnostic] {
    read(maker.zip.bytes).log.diagnostics.errors
  }

  @Test func readsEveryTypeOfCell() {
    var maker = WorkbookMaker(
      """
      <row r="2"><c r="B2" t="s"><v>1</v></c><c r="D2"><v>0.1</v></c><c t="b"><v>1</v></c></row>
      <row r="4"><c r="A4" t="inlineStr"><is><t> in </t><r><t>line</t></r></is></c>\
      <c r="B4" t="e"><v>#N/A</v></c><c r="C4" t="str"><f>A1&amp;"x"</f><v>made</v></c>\
      <c r="D4"><f>1+1</f><v>2</v></c></row>
      """)
    maker.strings =
      "<si><t>no</t></si><si><r><t>Zaak</t></r><r><rPr><b/></rPr><t>systeem</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>zz</t></rPh></si>"
    #expect(
      texts(maker) == [["", "Zaaksysteem", "", "0.1", "true"], ["in line", "#N/A", "made", "2"]])
  }

  @Test func cellsHaveTheirPlaces() throws {
    let (sheets, _) = read(
      WorkbookMaker("<row r=\"12\"><c r=\"AB12\" t=\"str\"><v>x</v></c></row>").zip.bytes)
    let place = try #require(sheets.first?.rows.first?.cell(27)?.place)
    #expect(place == SourcePlace(file: "w.xlsx[Blad1]", line: 12, column: 28))
    #expect("\(place)" == "w.xlsx[Blad1]!AB12")
  }

  @Test func numbersAreReadAsTheyAreShown() {
    let row = """
      <row r="1"><c s="0"><v>46387</v></c><c s="1"><v>46387</v></c><c s="2"><v>46387.5</v></c>\
      <c s="3"><v>0.999</v></c><c s="4"><v>123</v></c><c s="5"><v>0.25</v></c><c s="6"><v>1</v></c>\
      <c s="7"><v>1234.5</v></c><c><v>1E-2</v></c><c><v>0.30000000000000004</v></c></row>
      """
    var maker = WorkbookMaker(row)
    maker.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="d\\-m\\-yyyy;@"/>\
      <numFmt numFmtId="165" formatCode="0000000000"/><numFmt numFmtId="166" formatCode="[h]:mm"/>\
      <numFmt numFmtId="167" formatCode="&quot;dag&quot; 0"/></numFmts>\
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>\
      <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/>\
      <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="44"/></cellXfs>
      """
    #expect(
      texts(maker) == [
        [
          "46387", "2026-12-31", "2026-12-31 12:00", "99.9%", "0000000123", "06:00", "1", "1234.5",
          "0.01", "0.3",
        ]
      ])
    maker.workbook = "<workbookPr date1904=\"1\"/>"
    #expect(texts(maker).first?[1] == "2031-01-01")
  }

  @Test func theFirstDaysOfTheCount() {
    var maker = WorkbookMaker(
      "<row><c s=\"0\"><v>1</v></c><c s=\"0\"><v>59</v></c><c s=\"0\"><v>61</v></c></row>")
    maker.styles = "<cellXfs><xf numFmtId=\"14\"/></cellXfs>"
    #expect(texts(maker) == [["1900-01-01", "1900-02-28", "1900-03-01"]])
  }

  @Test func saysWhatIsHiddenMergedOrWithoutValue() {
    var maker = WorkbookMaker(
      """
      <row r="1" hidden="1"><c t="str"><v>a</v></c><c><f>1+1</f></c></row>\
      <row r="2"><c r="B2" t="str"><v>b</v></c></row>
      """)
    maker.sheets[0].state = "veryHidden"
    maker.after = "<mergeCells><mergeCell ref=\"A1:A3\"/></mergeCells>"
    let (sheets, log) = read(maker.zip.bytes)
    #expect(sheets[0].rows[1].cell(0)?.text == "a")
    #expect(
      Set(log.diagnostics.map(\.code)) == [.hiddenPart, .mergedCells, .notUnderstood],
      "\(log.diagnostics)")
  }

  /// Thousands of areas down to the last row are neither walked nor taken for good.
  @Test func mergedAreasThatOverlapAreRefused() {
    var maker = WorkbookMaker("<row r=\"2\"><c r=\"A2\" t=\"str\"><v>a</v></c></row>")
    let area = "<mergeCell ref=\"A2:B1048576\"/>"
    maker.after = "<mergeCells>\(String(repeating: area, count: 2000))</mergeCells>"
    let found = errors(maker)
    #expect(found.map(\.code) == [.damagedWorkbook])
    #expect(found.first?.place == SourcePlace(file: "w.xlsx[Blad1]", line: 2, column: 1))
    maker.after = "<mergeCells>\(area)<mergeCell ref=\"C2:D1048576\"/></mergeCells>"
    #expect(errors(maker).isEmpty)
  }

  @Test func otherPrefixesAndNamesOfParts() {
    var zip = WorkbookMaker("").zip
    zip.entries.removeAll { $0.name.hasSuffix("s0.xml") }
    zip.entries.append(
      .init(
        "XL/worksheets/S0.xml",
        "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row r=\"1\"><x:c r=\"A1\"><x:v>7</x:v></x:c></x:row>"
          + "</x:sheetData></x:worksheet>"))
    #expect(read(zip.bytes).sheets.first?.rows.first?.cell(0)?.text == "7")
  }

  static let broken: [(rows: String, code: DiagnosticCode, says: String)] = [
    ("<row r=\"1\"><c t=\"s\"><v>5</v></c></row>", .damagedWorkbook, "A1"),
    ("<row r=\"1\"><c t=\"s\"><v>-1</v></c></row>", .damagedWorkbook, "A1"),
    ("<row r=\"1048577\"/>", .outOfRange, "1048577"),
    ("<row r=\"99999999999999999999\"/>", .outOfRange, "row"),
    ("<row r=\"0\"/>", .outOfRange, "row"),
    ("<row r=\"2\"/><row r=\"2\"/>", .damagedWorkbook, "row 2"),
    ("<row r=\"1\"><c r=\"XFE1\"/></row>", .outOfRange, "XFE1"),
    ("<row r=\"1\"><c r=\"A2\"/></row>", .outOfRange, "A2"),
    ("<row r=\"1\"><c r=\"2147483648\"/></row>", .outOfRange, "2147483648"),
    ("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>", .damagedWorkbook, "A1"),
    ("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>", .tooLarge, "column"),
    ("<row r=\"1\"><c>&bomb;</c></row>", .notXML, "entity"),
    ("<row r=\"1\"><c></row>", .notXML, ""),
    ("<row", .notXML, ""),
    (String(repeating: "<a>", count: 300), .tooDeep, "200"),
  ]

  @Test(arguments: broken.indices)
  func aBrokenSheetIsSaidWithItsPlace(index: Int) {
    let (rows, code, words) = Self.broken[index]
    let found = errors(WorkbookMaker(rows))
    #expect(found.map(\.code) == [code], "\(rows.prefix(60)): \(found)")
    #expect((words.isEmpty || found.first?.message.contains(words) == true), "\(found)")
    #expect(found.first?.place?.file == "w.xlsx/xl/worksheets/s0.xml", "\(found)")
  }

  @Test func aDocumentTypeIsRefused() {
    var zip = WorkbookMaker("").zip
    let last = zip.entries.count - 1
    zip.entries[last].bytes = Array(
      "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet>&a;</worksheet>".utf8)
    #expect(read(zip.bytes).log.diagnostics.errors.map(\.code) == [.entityDeclaration])
  }

  @Test func whatIsNoWorkbook() {
    let cases: [([UInt8], DiagnosticCode)] = [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .notWorkbook),
      (Array("PK\u{3}\u{4} and no more".utf8), .notWorkbook), ([], .notWorkbook),
      (ZipMaker().bytes, .notWorkbook), (Array("Naam;Eigenaar".utf8), .notWorkbook),
    ]
    for (bytes, code) in cases {
      #expect(read(bytes).log.diagnostics.errors.map(\.code) == [code])
    }
    for part in ["xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/s0.xml"] {
      var zip = WorkbookMaker("<row/>").zip
      zip.entries.removeAll { $0.name == part }
      #expect(read(zip.bytes).log.diagnostics.hasErrors, "without \(part)")
    }
  }

  /// Whatever happens to a good file, it is read or refused, and soon.
  @Test func changedBytesAreReadOrRefused() throws {
    let path = "models/voorbeeld/aangeleverd/contractregister.xlsx"
    let good = try InputFile(
      path: Fixture.root.appendingPathComponent(path).path, name: path
    ).bytes
    for length in stride(from: 0, to: good.count, by: 7) {
      #expect(read(Array(good[..<length])).log.diagnostics.hasErrors, "\(length) bytes")
    }
    for seed in 0..<300 {
      var random = SeededGenerator(seed: seed)
      var bytes = good
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      let (sheets, log) = read(bytes)
      #expect(!sheets.isEmpty || log.diagnostics.hasErrors, "seed \(seed)")
    }
  }
}
