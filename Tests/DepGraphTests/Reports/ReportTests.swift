import Testing

@testable import DepGraph

@Suite struct ReportTests {
  private func report(_ blocks: [Report.Block], data: Report.Table? = nil) -> Report {
    Report(
      title: "", keySentence: "", blocks: blocks, data: data ?? .init(names: ["id"], rows: []))
  }

  @Test func tablesAlignByDisplayWidth() {
    let table = Report.Table(
      columns: [.init("Naam"), .init("Aantal", .right)],
      rows: [["漢字", "1"], ["e\u{301}é", "20"], ["👍", "300"]])
    #expect(
      report([.table(table)]).text() == """
        Naam  Aantal
        ----  ------
        漢字       1
        e\u{301}é        20
        👍       300

        """)
  }

  @Test func longCellsWrapAndNoWordIsCut() {
    let table = Report.Table(
      names: ["Id", "Text"],
      rows: [["a-very-long-identifier-that-nobody-may-cut", "word word word word word word"]])
    let text = report([.table(table)]).text(TextStyle(width: 60))
    #expect(text.contains("a-very-long-identifier-that-nobody-may-cut  word word word\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 60 })
  }

  @Test func colourComesOnlyWhenAsked() {
    let blocks: [Report.Block] = [.heading("Kop"), .paragraph("tekst"), .note("klein")]
    let plain = report(blocks).text()
    #expect(!plain.contains("\u{1B}"))
    let coloured = report(blocks).text(TextStyle(isColoured: true))
    #expect(coloured.contains("\u{1B}[1mKop\u{1B}[0m"))
  }

  @Test func namesCannotSteerATerminal() {
    let hostile = "a\u{1B}[2Jb\u{202E}c\u{7}\nd"
    for text in [
      report([.paragraph(hostile)]).text(), report([.list([.init(hostile)])]).text(),
      report([.table(.init(names: ["x"], rows: [[hostile]]))]).markdown,
    ] {
      #expect(!text.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{7}" })
    }
  }

  @Test func csvFollowsTheStandard() {
    let data = Report.Table(
      names: ["id", "name"], rows: [["a", "x, \"y\""], ["b", "line\nbreak"], ["c", "r\r\n"]])
    #expect(
      report([], data: data).csv
        == "id,name\r\na,\"x, \"\"y\"\"\"\r\nb,\"line\nbreak\"\r\nc,\"r\r\n\"\r\n")
  }

  @Test func markdownEscapesWhatMeansSomething() {
    let table = Report.Table(
      "Caption", columns: [.init("A"), .init("N", .right)], rows: [["x|y <b> _z_", "1"]])
    let text = report([.table(table)]).markdown
    #expect(text.contains("| A | N |\n| --- | ---: |\n| x\\|y \\<b\\> \\_z\\_ | 1 |"))
  }

  @Test func pointsUnderPointsAreIndented() {
    let items = [Report.Item("a", [.init("b", [.init("c")])]), .init("d")]
    #expect(report([.list(items)]).text() == "- a\n  - b\n    - c\n- d\n")
  }
}
