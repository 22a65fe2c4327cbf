import Foundation
import Testing

@testable import DepGraph

/// Sheets that are printed and handed out.
@Suite struct SheetTests {
  private static let set = SheetSet(
    title: "Herstel <1>", language: .dutch, marking: "TLP:GREEN", footer: "Model van 1 juni 2026",
    sheets: [
      Sheet(
        title: "Volgorde", subtitle: "Ploeg \"Noord\"",
        blocks: [
          .heading("Eerst"), .paragraph("Bel & ga."),
          .checks([.init("Herstel <router>", detail: "2 uur"), .init("Meld")]),
          .table(Report.Table(names: ["Naam"], rows: [["<script>"]])), .lines(2),
          .figure(svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"), .note("klein"),
        ]),
      Sheet(title: "Tweede", subtitle: "leeg", blocks: []),
    ])

  @Test func aPageIsWellFormedAndEscaped() throws {
    let html = Self.set.html
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(!html.contains("<script") && html.contains("&lt;script&gt;"))
    #expect(html.contains("Herstel &lt;router&gt;<br><small>2 uur</small>"))
    #expect(html.contains("<td>Meld</td>"))
    #expect(html.components(separatedBy: "<article>").count == 3)
    #expect(html.components(separatedBy: "<div class=\"line\">").count == 3)
    #expect(html.components(separatedBy: "TLP:GREEN").count == 5)
    #expect(html.contains("<figure><svg xmlns="))
  }

  @Test func textHasBoxesAndPages() {
    let text = Self.set.text
    #expect(text.contains("[ ] Herstel <router>"))
    #expect(text.contains("    2 uur"))
    #expect(text.components(separatedBy: "\u{0C}").count == 2)
    #expect(!text.contains("<svg"))
    let widths = text.split(separator: "\n").map { String($0).displayWidth }
    #expect(widths.allSatisfy { $0 <= 78 })
  }
}
