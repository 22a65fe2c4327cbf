import DepGraph
import Foundation
import Testing

/// What comes out of the built command as a renderer.
@Suite struct RenderingTests {
  private let renderer = RendererUnderTest.isolated

  @Test(arguments: LayoutEngine.allCases, ImageFormat.allCases)
  func drawsEveryFormatWithEveryEngine(engine: LayoutEngine, format: ImageFormat) throws {
    let rendering = try renderer.render(
      RenderJob(dot: RendererUnderTest.ordinary, engine: engine, format: format, pixelWidth: 200))
    let beginnings: [ImageFormat: String] = [.svg: "<?xml", .pdf: "%PDF-", .json: "{"]
    let start = beginnings[format].map { Array($0.utf8) } ?? [0x89, 0x50, 0x4E, 0x47]
    #expect(rendering.bytes.starts(with: start))
    #expect(rendering.width > 50 && rendering.height > 50)
    #expect(rendering.scale == 1)
    #expect(rendering.warnings.isEmpty)
    #expect(rendering.graphvizVersion.contains("."))
  }

  @Test(arguments: PageShape.allCases, [ImageFormat.svg, .pdf])
  func aPageHasExactlyItsSize(page: PageShape, format: ImageFormat) throws {
    for dot in [RendererUnderTest.ordinary, RendererUnderTest.chain(40)] {
      let rendering = try renderer.render(RenderJob(dot: dot, format: format, page: page))
      let size = try PictureSize(of: rendering, format)
      #expect(size == PictureSize(width: page.width, height: page.height))
    }
  }

  @Test(arguments: [
    (PageShape.wide, 1_920, 1_080.0), (.wide, 1_280, 720), (.a4, 1_920, 1_357), (.a4, 842, 595),
  ])
  func aBitmapHasExactlyItsPixels(page: PageShape, width: Int, height: Double) throws {
    let rendering = try renderer.render(
      RenderJob(
        dot: RendererUnderTest.ordinary, format: .png, page: page,
        pixelWidth: width == 1_920 ? nil : width))
    let size = try PictureSize(of: rendering, .png)
    #expect(size == PictureSize(width: Double(width), height: height))
    // Colour without transparency: the page is white to its last pixel.
    #expect(rendering.bytes[25] == 2)
  }

  @Test(arguments: PageShape.allCases, LayoutEngine.allCases)
  func theDrawingStandsInTheMiddleWithAMargin(page: PageShape, engine: LayoutEngine) throws {
    let texts = [
      "digraph g { a }", RendererUnderTest.ordinary, RendererUnderTest.chain(30),
      RendererUnderTest.chain(30, direction: "LR"),
    ]
    for dot in texts {
      let drawn = try renderer.render(RenderJob(dot: dot, engine: engine, page: page))
      let text = String(decoding: drawn.bytes, as: UTF8.self)
      let pattern = #/scale\(([0-9.]+) [0-9.]+\) rotate\(0\) translate\(([0-9.-]+) ([0-9.-]+)\)/#
      let match = try #require(text.firstMatch(of: pattern))
      let scale = try #require(Double(match.1))
      let left = try #require(Double(match.2)) * scale
      let bottom = page.height - (try #require(Double(match.3))) * scale
      let right = page.width - left - drawn.width * scale
      let top = page.height - bottom - drawn.height * scale
      #expect(
        abs(left - right) < 0.5 && abs(top - bottom) < 0.5, "\(left) \(right) \(top) \(bottom)")
      #expect(min(left, right, top, bottom) >= 18, "\(left) \(right) \(top) \(bottom)")
      #expect(abs(scale - drawn.scale) < 0.01 && drawn.scale <= 2)
    }
  }

  @Test(arguments: ImageFormat.allCases)
  func theSameJobGivesTheSameBytes(format: ImageFormat) async throws {
    let job = RenderJob(dot: RendererUnderTest.ordinary, format: format, page: .a4)
    let first = try renderer.render(job)
    // A date in the file would have another second.
    if format == .pdf { try await Task.sleep(for: .seconds(1.1)) }
    let second = try renderer.render(job)
    #expect(first == second)
  }

  @Test func attributesThatBelongToThePageAreIgnored() throws {
    let reserved = """
      layout=circo; size="1,1!"; rotate=90; page="1,1"; dpi=300; viewport="10,10"; ratio=fill;
      margin=3; pad=3; imagepath="/"; fontpath="/"; stylesheet="x.css"; landscape=true;
      _background="c 7 -#ff0000 p 4 4 4 36 4 36 36 4 36";
      """
    let plain = try renderer.render(RenderJob(dot: "digraph g { a -> b }", page: .wide))
    let changed = try renderer.render(
      RenderJob(dot: "digraph g { \(reserved) a -> b }", page: .wide))
    #expect(plain == changed)
  }

  @Test func severalThreadsMayDrawAtOnce() async throws {
    let jobs = (2..<8).map { RenderJob(dot: RendererUnderTest.chain($0), page: .wide) }
    let renderer = self.renderer
    let alone = try jobs.map { try renderer.render($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Rendering).self) { group in
      for (index, job) in jobs.enumerated() {
        group.addTask { (index, try renderer.render(job)) }
      }
      return try await group.reduce(into: [Int: Rendering]()) { $0[$1.0] = $1.1 }
    }
    #expect(jobs.indices.allSatisfy { together[$0] == alone[$0] })
  }

  @Test func aLargeGraphTravelsWhole() throws {
    let label = String(repeating: "é", count: 4_000)
    let nodes = (0..<200).map { "n\($0) [tooltip=\"\(label)\", label=\"\($0)\"];" }
    let dot = "digraph g { \(nodes.joined(separator: "\n")) }"
    #expect(dot.utf8.count > 1_500_000)
    let rendering = try renderer.render(RenderJob(dot: dot))
    #expect(rendering.bytes.count > 1_500_000)
  }

  @Test func theInProcessRendererDrawsTheSame() async throws {
    let jobs = [
      RenderJob(dot: RendererUnderTest.ordinary, page: .wide),
      RenderJob(dot: RendererUnderTest.chain(6), engine: .sfdp, page: .a4),
    ]
    let isolated = try jobs.map { try renderer.render($0) }
    try await withThrowingTaskGroup(of: (Int, Rendering).self) { group in
      for round in 0..<8 {
        group.addTask { (round % 2, try InProcessRenderer().render(jobs[round % 2])) }
      }
      for try await (index, rendering) in group { #expect(rendering == isolated[index]) }
    }
  }
}
