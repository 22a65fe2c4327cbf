import Foundation
import Testing

@testable import DepGraph

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Diagrams through the built command.
@Suite struct DiagramPrinterTests {
  private let printer = DiagramPrinter(RendererUnderTest.isolated)

  private func overview() throws -> Diagram {
    let compiled = try TestModel(OverviewViewTests.pair).compiled
    return OverviewView(of: compiled, options: .init(language: .dutch, toolVersion: "1")).diagram
  }

  private func blast() throws -> Diagram {
    let model = try TestModel(BlastViewTests.chain)
    return BlastView(
      try model.blast("feed"), in: model.compiled, language: .english, toolVersion: "1"
    ).diagram
  }

  @Test func picturesAreWellFormedAndTitled() throws {
    for diagram in [try overview(), try blast()] {
      let print = try printer.print(diagram, as: .svg)
      let page = try XMLPage(print.bytes)
      #expect(page.root["role"] == "img")
      #expect(page.root["lang"] == diagram.language.rawValue)
      #expect(page.titles.first == diagram.headline)
      #expect(Set(page.ids).count == page.ids.count, "ids are unique")
      #expect(page.groups.filter { $0 == "node" }.count >= diagram.shapes.count)
      for shape in diagram.shapes {
        #expect(page.titles.contains { $0.hasPrefix(shape.name) }, "\(shape.name) has no title")
      }
      let text = String(decoding: print.bytes, as: UTF8.self)
      #expect(!text.contains("<!DOCTYPE") && !text.contains("<!--"))
      #expect(!text.contains("transparent"))
    }
  }

  @Test func twoPicturesShareNoIds() throws {
    let one = try XMLPage(try printer.print(try overview(), as: .svg).bytes)
    let other = try XMLPage(try printer.print(try blast(), as: .svg).bytes)
    #expect(Set(one.ids).isDisjoint(with: other.ids))
  }

  @Test func theSameDiagramGivesTheSameBytes() throws {
    let diagram = try blast()
    #expect(
      try printer.print(diagram, as: .svg).bytes == printer.print(diagram, as: .svg).bytes)
  }

  @Test(arguments: PageShape.allCases) func bannersSpanThePage(page: PageShape) throws {
    for diagram in [try overview(), try blast()] {
      let bytes = try printer.print(diagram, as: .svg, page: page).bytes
      let banners = try XMLPage(bytes).rectangles(filledWith: Theme.ink)
        .filter { $0.width > 0.8 * page.width }
      #expect(banners.count >= 2, "one above, one below")
      for banner in banners { #expect(banner.width > page.width * 0.9) }
      let tops = banners.map(\.top)
      #expect((tops.min() ?? page.height) < page.height * 0.15)
      #expect((tops.max() ?? 0) > page.height * 0.85)
    }
  }

  @Test func smallTypeIsMeasured() throws {
    let large = try printer.print(try blast(), as: .svg)
    #expect(large.smallestType > 9 && !large.isTooSmall)
    let steps = (0..<40).map { number in
      "  - {id: s\(number), name: Schakel \(number), kind: platform, "
        + "layer: laag \(number), requires: \(number == 0 ? "[]" : "[s\(number - 1)]")}"
    }
    let model = try TestModel(steps.joined(separator: "\n"))
    let long = BlastView(
      try model.blast("s0"), in: model.compiled, language: .dutch, toolVersion: "1"
    ).diagram
    let print = try printer.print(long, as: .svg)
    #expect(print.smallestType < 9 && print.isTooSmall)
  }

  @Test(arguments: LayoutVariant.allCases) func everyLayoutCanBeDrawn(variant: LayoutVariant) throws
  {
    for diagram in [try overview(), try blast()] {
      let job = RenderJob(
        dot: DOTWriter(diagram, variant: variant).text,
        engine: variant == .forceDirected ? .sfdp : .dot)
      #expect(try RendererUnderTest.isolated.render(job).bytes.count > 1_000)
    }
  }

  @Test func aSimplerLayoutIsSaid() throws {
    let print = try DiagramPrinter(OnlyWithoutClusters()).print(try overview(), as: .svg)
    #expect(print.variant == .noClusters)
    #expect(print.failures.map(\.variant).contains(.rich))
  }

  @Test func noPictureIsAnError() throws {
    let broken = DiagramPrinter(RendererUnderTest.script("exit 3"))
    let diagram = try overview()
    #expect(throws: GraphvizError.self) { try broken.print(diagram, as: .svg) }
  }

  @Test(arguments: DOTTextTests.hostile) func hostileTextsStayText(text: String) throws {
    var diagram = try blast()
    diagram.shapes[0].title = [text]
    diagram.shapes[1].name = text
    diagram.shapes[2].facts = [text]
    diagram.headline = text
    diagram.subtitle = text
    diagram.banner = text
    diagram.sourceLine = text
    diagram.legend[0].text = text
    let raw = try RendererUnderTest.isolated.render(RenderJob(dot: DOTWriter(diagram).text))
    let page = try XMLPage(FinishedSVG(raw.bytes, of: diagram).bytes)
    #expect(page.elements.isSubset(of: XMLPage.known), "\(page.elements)")
  }
}

/// A renderer that cannot place clusters.
private struct OnlyWithoutClusters: DiagramRenderer {
  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    if job.dot.contains("subgraph cluster") { throw .timedOut(seconds: 1) }
    return try RendererUnderTest.isolated.render(job)
  }
}

/// What tests look at in an SVG file, by an XML parser that knows nothing of SVG.
final class XMLPage: NSObject, XMLParserDelegate {
  static let known: Set<String> = [
    "svg", "title", "desc", "g", "a", "polygon", "polyline", "path", "ellipse", "text",
  ]

  private(set) var root: [String: String] = [:]
  private(set) var elements: Set<String> = []
  private(set) var titles: [String] = []
  private(set) var ids: [String] = []
  private(set) var groups: [String] = []
  private var polygons: [(fill: String, points: String)] = []
  private var scale = 1.0
  private var shift = 0.0
  private var isInTitle = false

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    guard parser.parse() else { throw try #require(parser.parserError) }
  }

  /// Rectangles of a colour, in points on the page.
  func rectangles(filledWith color: String) -> [(width: Double, top: Double)] {
    polygons.filter { $0.fill.lowercased() == color.lowercased() }.map { polygon in
      let points = polygon.points.split(separator: " ").map { point in
        point.split(separator: ",").compactMap { Double($0) }
      }
      let x = points.compactMap(\.first)
      let y = points.compactMap(\.last)
      return (
        ((x.max() ?? 0) - (x.min() ?? 0)) * scale, ((y.min() ?? 0) + shift) * scale
      )
    }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    if elements.isEmpty { root = attributes }
    elements.insert(name)
    if let id = attributes["id"] { ids.append(id) }
    if name == "g", let kind = attributes["class"] {
      groups.append(String(kind.split(separator: " ").first ?? ""))
    }
    if name == "g", let transform = attributes["transform"],
      let match = transform.firstMatch(of: #/scale\(([0-9.]+).*translate\([^ ]+ ([0-9.]+)\)/#)
    {
      (scale, shift) = (Double(match.1) ?? 1, Double(match.2) ?? 0)
    }
    if name == "polygon" {
      polygons.append((attributes["fill"] ?? "", attributes["points"] ?? ""))
    }
    isInTitle = name == "title"
    if isInTitle { titles.append("") }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if isInTitle { titles[titles.count - 1] += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInTitle = false
  }
}
