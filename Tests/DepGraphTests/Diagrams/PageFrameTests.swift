import Foundation
import Testing

@testable import DepGraph

/// The page around a drawing: what stands on it, and that nothing meets.
@Suite struct PageFrameTests {
  private static let long = String(repeating: "Bestuurders lezen de hele kop. ", count: 40)
  private static let entries: [Diagram.LegendEntry] =
    ShapeRole.allCases.prefix(9).map {
      .init(sample: .shape($0, isPossible: $0 == .down, isDouble: $0 == .plain), text: "valt uit")
    } + LineRole.allCases.map { .init(sample: .line($0), text: "hangt ervan af") }
    + [
      .init(sample: .bar(isHeavy: true), text: "zeker"), .init(sample: .none, text: "A → B"),
    ]

  static let contents: [PageContent] = [
    PageContent(
      banner: "OPENBARE FEITEN", headline: "Eén kop", subtitle: "Eén regel", legend: [entries[0]],
      notes: ["Twee namen ingekort."], sourceLine: "Bron: model"),
    PageContent(
      banner: "OPENBAAR", headline: "Kop", subtitle: "Ondertitel", legend: entries,
      legendIsAtFoot: true, notes: [], sourceLine: "Bron"),
    PageContent(
      banner: long, headline: long, subtitle: long, legend: entries + entries + entries,
      notes: [long, long], sourceLine: long),
    PageContent(
      banner: "שלום עולם", headline: "שלום עולם \u{202E}omgekeerd", subtitle: "👩‍🚀🇳🇱 <b>&amp;</b> \"'",
      legend: [.init(sample: .line(.needs), text: "]]> & <x>")],
      notes: [String(repeating: "W", count: 900)], sourceLine: "中文 — ё ﷽"),
    PageContent(),
  ]

  private func geometry(
    _ content: PageContent, _ page: PageShape, width: Double = 400, height: Double = 300
  ) throws -> (PageGeometry, PageFrame, scale: Double) {
    let frame = PageFrame(content, on: page)
    let picture =
      "<polygon points=\"0,0 \(width),0 \(width),\(height) 0,\(height)\" fill=\"#123456\"/>"
    let (body, scale) = frame.drawn(
      around: picture, width: width, height: height, largestScale: DiagramPrinter.largestScale)
    let document = SVGDocument(
      prefix: "p-", language: .dutch, title: content.headline, description: "d",
      stamp: content.sourceLine)
    let bytes = Array(document.text(size: frame.size, body: body).utf8)
    return (try PageGeometry(bytes), frame, scale)
  }

  @Test(arguments: PageShape.allCases, contents)
  func nothingIsOutsideThePageAndNothingMeetsThePicture(
    page: PageShape, content: PageContent
  ) throws {
    for (width, height) in [(400.0, 300.0), (3_000, 40), (40, 3_000), (1, 1)] {
      let (seen, frame, scale) = try geometry(content, page, width: width, height: height)
      #expect(seen.size.right == page.width && seen.size.bottom == page.height)
      for box in seen.boxes.map(\.box) + seen.texts.map(\.box) {
        #expect(box.left >= 0 && box.right <= page.width, "\(box)")
        #expect(box.top >= 0 && box.bottom <= page.height, "\(box)")
      }
      let picture = try #require(seen.extent(of: "page-picture"))
      #expect(picture.left >= frame.place.x - 0.01)
      #expect(picture.bottom <= frame.place.y + frame.place.height + 0.01)
      for part in Set(seen.parts).subtracting(["page-picture"]) {
        guard let box = seen.extent(of: part), part != "page-banner" else { continue }
        #expect(!box.overlaps(picture), "\(part) \(box) meets \(picture)")
      }
      #expect(scale <= DiagramPrinter.largestScale)
      #expect(frame.place.height > page.height * 0.15, "\(frame.place.height)")
      let middle = (picture.top + picture.bottom) / 2
      #expect(abs(middle - frame.place.y - frame.place.height / 2) < 0.01)
    }
  }

  @Test(arguments: PageShape.allCases, contents)
  func noTwoPartsMeet(page: PageShape, content: PageContent) throws {
    let (seen, _, _) = try geometry(content, page)
    let texts = seen.texts.filter { $0.part != "page-picture" }
    for (index, one) in texts.enumerated() {
      for other in texts.dropFirst(index + 1) {
        #expect(!one.box.overlaps(other.box), "“\(one.words)” and “\(other.words)”")
      }
    }
    let least = texts.map(\.size).min()
    #expect(least == PageFrame(content, on: page).smallestType)
    #expect((least ?? 9) >= 9)
  }

  @Test(arguments: PageShape.allCases) func theMarkingStandsTwiceFromEdgeToEdge(
    page: PageShape
  ) throws {
    let (seen, _, _) = try geometry(Self.contents[0], page)
    let banners = seen.boxes.filter { $0.part == "page-banner" }.map(\.box)
    #expect(banners.count == 2)
    #expect(banners.allSatisfy { $0.left == 0 && $0.right == page.width })
    #expect(banners.first?.top == 0 && banners.last?.bottom == page.height)
    let texts = seen.texts.filter { $0.part == "page-banner" }
    #expect(texts.map(\.words) == ["OPENBARE FEITEN", "OPENBARE FEITEN"])
    // Printers leave some 4 mm of a sheet blank.
    let edge = page == .a4 ? 12.0 : 0
    #expect(texts.allSatisfy { $0.box.top >= edge && $0.box.bottom <= page.height - edge })
    let order = [
      "page-banner", "page-headline", "page-subtitle", "page-legend", "page-picture", "page-notes",
      "page-source", "page-banner",
    ]
    #expect(seen.parts == order)
  }

  @Test func theKeyStandsBelowBands() throws {
    let (seen, frame, _) = try geometry(Self.contents[1], .wide)
    let legend = try #require(seen.extent(of: "page-legend"))
    #expect(legend.top >= frame.place.y + frame.place.height)
    let shown = Set(seen.texts.filter { $0.part == "page-legend" }.map(\.words))
    #expect(shown == Set(Self.contents[1].legend.map(\.text)))
  }

  @Test func whatIsCutIsSaid() throws {
    let (seen, _, _) = try geometry(Self.contents[2], .wide)
    for part in ["page-banner", "page-headline", "page-notes", "page-source", "page-legend"] {
      let last = try #require(seen.texts.last { $0.part == part })
      #expect(last.words.hasSuffix("…"), "\(part): \(last.words)")
    }
  }

  /// What Graphviz measures with the real font is what the table says.
  @Test func widthsAreThoseOfTheFont() throws {
    for (words, isBold) in [
      ("Handgloves MWil 0123456789", false), ("Handgloves MWil 0123456789", true),
      ("The quick brown fox jumps over the lazy dog, 12.5% (yes)!", false),
      ("SPHINX OF BLACK QUARTZ: JUDGE MY VOW?", true), ("één ¾ reëel façade – «a» ’t €", false),
    ] {
      let label = isBold ? "<<B>\(words)</B>>" : "\"\(words)\""
      let dot = """
        digraph g { a [shape=plaintext, margin=0, width=0, height=0, fontsize=100,
        fontname="Arial", label=\(label)] }
        """
      let measured = try RendererUnderTest.isolated.render(RenderJob(dot: dot)).width
      let reckoned = TypeMetrics.width(of: words, size: 100, isBold: isBold)
      let isASCII = words.utf8.count == words.count
      #expect(
        reckoned >= measured - 12 && reckoned <= measured * (isASCII ? 1.01 : 1.25) + 12,
        "\(words): \(reckoned) for \(measured)")
    }
  }

  @Test(arguments: 0..<200) func linesKeepTheirWidth(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("iiiWWm  -éא中")
    let text = String(
      (0..<Int.random(in: 0...120, using: &random)).map { _ in
        letters.randomElement(using: &random) ?? "i"
      })
    let room = Double.random(in: 20...300, using: &random)
    for isBalanced in [false, true] {
      let lines = TypeMetrics.lines(of: text, width: room, size: 12, isBalanced: isBalanced)
      #expect(lines.allSatisfy { TypeMetrics.width(of: $0, size: 12) <= room }, "seed \(seed)")
      let kept = lines.joined().filter { $0 != " " }
      #expect(kept == text.filter { $0 != " " }, "seed \(seed)")
    }
    let cut = TypeMetrics.cut(text, to: room, size: 12)
    #expect(TypeMetrics.width(of: cut, size: 12) <= room, "seed \(seed)")
    #expect(cut == text || cut.hasSuffix("…"), "seed \(seed)")
  }
}
