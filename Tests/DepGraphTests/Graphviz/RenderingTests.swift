import DepGraph
import Foundation
import Testing

/// What comes out of the built command as a renderer.
@Suite struct RenderingTests {
  private let renderer = RendererUnderTest.isolated

  @Test(arguments: LayoutEngine.allCases) func drawsWithEveryEngine(engine: LayoutEngine) throws {
    let rendering = try renderer.render(
      RenderJob(dot: RendererUnderTest.ordinary, engine: engine))
    #expect(rendering.bytes.starts(with: Array("<?xml".utf8)))
    #expect(rendering.width > 50 && rendering.height > 50)
    #expect(rendering.warnings.isEmpty)
    #expect(rendering.libraryVersion.contains("."))
  }

  @Test(arguments: LayoutEngine.allCases)
  func aDrawingHasItsOwnSizeAndAMargin(engine: LayoutEngine) throws {
    for dot in ["digraph g { a }", RendererUnderTest.ordinary, RendererUnderTest.chain(30)] {
      let drawn = try renderer.render(RenderJob(dot: dot, engine: engine))
      let size = try PictureSize(of: drawn.bytes, .svg)
      #expect(abs(size.width - drawn.width - 2 * Rendering.margin) <= 1)
      #expect(abs(size.height - drawn.height - 2 * Rendering.margin) <= 1)
      let text = String(decoding: drawn.bytes, as: UTF8.self)
      let pattern = #/scale\(1 1\) rotate\(0\) translate\(([0-9.-]+) ([0-9.-]+)\)/#
      let match = try #require(text.firstMatch(of: pattern))
      #expect(Double(match.1) == Rendering.margin)
      let bottom = try #require(Double(match.2))
      #expect(abs(bottom - drawn.height - Rendering.margin) <= 0.01)
    }
  }

  @Test func theSameJobGivesTheSameBytes() throws {
    let job = RenderJob(dot: RendererUnderTest.ordinary)
    let first = try renderer.render(job)
    #expect(try renderer.render(job) == first, "in a process that drew before")
    let fresh = IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 60)
    #expect(try fresh.render(job) == first, "in another process")
  }

  /// The library keeps in its buffer what follows the graph that it took.
  @Test func aSecondGraphInATextIsNotTheNextDrawing() throws {
    let renderer = IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 60)
    let job = RenderJob(dot: RendererUnderTest.chain(3))
    let alone = try renderer.render(job)
    for rest in [
      "digraph second { x -> y }", "graph second { x -- y } graph third { z }", "broken {",
    ] {
      _ = try renderer.render(RenderJob(dot: "digraph first { a }\n\(rest)"))
      #expect(try renderer.render(job) == alone, "\(rest)")
      #expect(try renderer.read(dot: "digraph g { q }").warnings.isEmpty)
    }
  }

  /// The library goes through subgraphs by identity, which used to be an address.
  @Test func whatWasDrawnBeforeDoesNotMatter() throws {
    let jobs = (0..<16).map { seed in
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 2...6, using: &random)
      let clusters = (0..<count).map { number in
        let length = Int.random(in: 1...4, using: &random)
        let nodes = (0...length).map { "n\(number)_\($0)" }.joined(separator: " -> ")
        return "subgraph cluster_\(number) { label=\"Deel \(number)\"; \(nodes) }"
      }
      return RenderJob(dot: "digraph g { rankdir=LR; \(clusters.joined(separator: " ")) }")
    }
    let (one, other) = (
      IsolatedRenderer(executable: RendererUnderTest.executable),
      IsolatedRenderer(executable: RendererUnderTest.executable)
    )
    let forwards = try jobs.map { try one.render($0) }
    let backwards = try jobs.reversed().map { try other.render($0) }.reversed()
    for (seed, (first, second)) in zip(forwards, backwards).enumerated() {
      #expect(first == second, "seed \(seed)")
    }
  }

  @Test func attributesThatBelongToThePageAreIgnored() throws {
    let reserved = """
      layout=circo; size="1,1!"; rotate=90; page="1,1"; dpi=300; viewport="10,10"; ratio=fill;
      margin=3; pad=3; imagepath="/"; fontpath="/"; stylesheet="x.css"; landscape=true;
      _background="c 7 -#ff0000 p 4 4 4 36 4 36 36 4 36";
      """
    let plain = try renderer.render(RenderJob(dot: "digraph g { a -> b }"))
    let changed = try renderer.render(RenderJob(dot: "digraph g { \(reserved) a -> b }"))
    #expect(plain == changed)
  }

  @Test func severalThreadsMayDrawAtOnce() async throws {
    let jobs = (2..<8).map { RenderJob(dot: RendererUnderTest.chain($0)) }
    let renderer = self.renderer
    let alone = try jobs.map { try renderer.render($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Rendering).self) { group in
      for (index, job) in jobs.enumerated() {
        group.addTask { (index, try renderer.render(job)) }
      }
      return try await group.reduce(into: [Int: Rendering]()) { $0[$1.0] = $1.1 }
    }
    for index in jobs.indices {
      let drawn = try #require(together[index])
      #expect(drawn.warnings == alone[index].warnings)
      #expect((drawn.width, drawn.height) == (alone[index].width, alone[index].height))
      #expect(drawn.libraryVersion == alone[index].libraryVersion)
      #expect(
        String(decoding: drawn.bytes, as: UTF8.self)
          == String(decoding: alone[index].bytes, as: UTF8.self))
    }
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
      RenderJob(dot: RendererUnderTest.ordinary),
      RenderJob(dot: RendererUnderTest.chain(6), engine: .sfdp),
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
