import Foundation
import Synchronization
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

  @Test(arguments: ImageFormat.allCases) func everyFormatIsThePage(format: ImageFormat) throws {
    let print = try printer.prints(try blast(), as: [.svg, format], page: .a4)[1]
    let size = try PictureSize(of: print.bytes, format)
    let expected =
      format == .png
      ? PictureSize(width: 1_920, height: 1_357) : PictureSize(width: 842, height: 595)
    #expect(size == expected)
  }

  @Test func everyFormatIsTheSameInAnotherProcess() throws {
    let fresh = DiagramPrinter(
      IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 60))
    let diagram = try blast()
    let one = try printer.prints(diagram, as: ImageFormat.allCases)
    let other = try fresh.prints(diagram, as: ImageFormat.allCases)
    for (format, pair) in zip(ImageFormat.allCases, zip(one, other)) {
      #expect(pair.0.bytes == pair.1.bytes, "\(format)")
      // Texts of a PDF's properties stand in it as UTF-16 as soon as one letter is not ASCII.
      if format == .pdf { continue }
      let text = String(decoding: pair.0.bytes, as: UTF8.self)
      #expect(text.contains(diagram.headline), "\(format)")
      #expect(text.contains(diagram.sourceLine), "\(format)")
    }
  }

  /// Some ten to twenty renderings had to be made when Graphviz drew the page as well.
  @Test func aPictureTakesFewRenderings() throws {
    for diagram in [try overview(), try blast()] {
      let counted = CountingRenderer()
      let prints = try DiagramPrinter(counted).prints(diagram, as: [.svg, .pdf, .png])
      #expect(prints.count == 3)
      let counts = counted.counts
      // One looks for the fonts, up to two find the direction, up to four fill the place.
      #expect(counts.renderings <= 7, "\(counts)")
      #expect(counts.conversions == 2)
    }
  }

  @Test func smallTypeIsMeasured() throws {
    let large = try printer.print(try blast(), as: .svg)
    #expect(large.smallestType > 9 && !large.isTooSmall)
    let seen = try #require(try PageGeometry(large.bytes).texts.map(\.size).min())
    #expect(abs(large.smallestType - seen) < 0.001)
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
    let least = try #require(try PageGeometry(print.bytes).texts.map(\.size).min())
    #expect(abs(print.smallestType - least) < 0.001)
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
    // By itself, as `dot` would draw it, and on our page.
    let raw = try RendererUnderTest.isolated.render(RenderJob(dot: DOTWriter(diagram).text))
    for bytes in [
      FinishedSVG(raw.bytes, of: diagram).bytes, try printer.print(diagram, as: .svg).bytes,
    ] {
      let page = try XMLPage(bytes)
      #expect(page.elements.isSubset(of: XMLPage.known), "\(page.elements)")
    }
    for format in [ImageFormat.pdf, .png] {
      #expect(try printer.print(diagram, as: format, pixelWidth: 200).bytes.count > 500)
    }
  }
}

/// A renderer that cannot place clusters.
private struct OnlyWithoutClusters: DiagramRenderer {
  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    if job.dot.contains("subgraph cluster") { throw .timedOut(seconds: 1) }
    return try RendererUnderTest.isolated.render(job)
  }
}

/// Counts what it is asked.
private final class CountingRenderer: DiagramRenderer {
  private let asked = Mutex<(renderings: Int, conversions: Int)>((0, 0))
  var counts: (renderings: Int, conversions: Int) { asked.withLock { $0 } }

  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    asked.withLock { $0.renderings += 1 }
    return try RendererUnderTest.isolated.render(job)
  }

  func convert(_ job: ConversionJob) throws(GraphvizError) -> Rendering {
    asked.withLock { $0.conversions += 1 }
    return try RendererUnderTest.isolated.convert(job)
  }
}

/// What tests look at in an SVG file, by an XML parser that knows nothing of SVG.
final class XMLPage: NSObject, XMLParserDelegate {
  static let known: Set<String> = [
    "svg", "title", "desc", "metadata", "g", "a", "polygon", "polyline", "path", "ellipse", "text",
    "rect", "line", "circle",
  ]

  private(set) var root: [String: String] = [:]
  private(set) var elements: Set<String> = []
  private(set) var titles: [String] = []
  private(set) var ids: [String] = []
  private(set) var groups: [String] = []
  private var isInTitle = false

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldResolveExternalEntities = false
    parser.delegate = self
    guard parser.parse() else { throw try #require(parser.parserError) }
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
