import Foundation
import Testing

@testable import DepGraph

/// Charts of our own as files.
@Suite struct ChartPrinterTests {
  private let printer = ChartPrinter(RendererUnderTest.isolated)

  private let chart = StepChart(
    headline: "Hersteld & terug", alternativeText: "Alles is na 6 uur terug.", language: .dutch,
    series: [.init(name: "Processen", start: 0.4, points: [(at: 3_600, value: 1)])],
    marks: [(at: 14_400, label: "afgesproken")], until: 21_600
  ).svg(idPrefix: "curve-")

  @Test func withoutAPageItKeepsItsSize() throws {
    let files = try printer.prints(svg: chart, as: [.svg, .pdf, .png], page: nil)
    #expect(files[0] == Array(chart.utf8))
    let own = try PictureSize(of: files[0], .svg)
    let pdf = try PictureSize(of: files[1], .pdf)
    #expect(pdf.width == own.width * 0.75 && abs(pdf.height - own.height * 0.75) < 0.01)
    let png = try PictureSize(of: files[2], .png)
    #expect(png.width == 1_920 && abs(png.height - 1_920 * own.height / own.width) <= 0.5)
  }

  @Test(arguments: PageShape.allCases) func onAPageItStandsInTheMiddle(page: PageShape) throws {
    let surroundings = ChartPrinter.Surroundings(banner: "OEFENING", sourceLine: "Bron: model")
    let files = try printer.prints(
      svg: chart, as: [.svg, .pdf, .png], page: page, surroundings: surroundings)
    let seen = try PageGeometry(files[0])
    #expect(seen.size.right == page.width && seen.size.bottom == page.height)
    let banners = seen.texts.filter { $0.part == "page-banner" }
    #expect(banners.map(\.words) == ["OEFENING", "OEFENING"])
    let picture = try #require(seen.extent(of: "page-picture"))
    #expect(abs(picture.left + picture.right - page.width) < 1, "\(picture)")
    #expect(picture.right - picture.left > page.width * 0.7)
    for part in ["page-banner", "page-source"] {
      for text in seen.texts where text.part == part { #expect(!text.box.overlaps(picture)) }
    }
    let parsed = try XMLPage(files[0])
    #expect(parsed.root["role"] == "img" && parsed.root["lang"] == "nl")
    #expect(parsed.titles.first == "Hersteld & terug")
    #expect(Set(parsed.ids).count == parsed.ids.count && parsed.ids.contains("curve-desc"))
    let drawn = seen.texts.filter { $0.part == "page-picture" }.map(\.words)
    #expect(drawn.contains("Hersteld & terug"))
    #expect(
      try PictureSize(of: files[1], .pdf) == PictureSize(width: page.width, height: page.height))
    #expect(files[2].count > 5_000)
  }

  @Test func theSameChartIsTheSameBytes() throws {
    let fresh = ChartPrinter(IsolatedRenderer(executable: RendererUnderTest.executable))
    let formats = ImageFormat.allCases
    #expect(
      try printer.prints(svg: chart, as: formats, page: .a4)
        == fresh.prints(svg: chart, as: formats, page: .a4))
  }
}
