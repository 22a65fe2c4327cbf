import Foundation
import Synchronization
import Testing

@testable import DepGraph

/// The ladder's own logic, with a renderer that fails when told to.
@Suite struct FallbackLadderTests {
  @Test func theFirstVariantThatWorksIsTaken() throws {
    let renderer = ScriptedRenderer([
      "rich": .timedOut(seconds: 1), "newRank": .crashed(signal: 6, standardError: "assert"),
    ])
    let outcome = try FallbackLadder(renderer).render { RenderJob(dot: $0.rawValue) }
    #expect(outcome.variant == .noRanks)
    #expect(outcome.failures.map(\.variant) == [.rich, .newRank])
    #expect(
      outcome.failures.map(\.error) == [
        .timedOut(seconds: 1), .crashed(signal: 6, standardError: "assert"),
      ])
    #expect(renderer.tried == ["rich", "newRank", "noRanks"])
  }

  @Test func theLastErrorIsThrownWhenAllFail() {
    let renderer = ScriptedRenderer(
      Dictionary(
        uniqueKeysWithValues: LayoutVariant.allCases.enumerated().map {
          ($1.rawValue, GraphvizError.crashed(signal: $0, standardError: ""))
        }))
    #expect(throws: GraphvizError.crashed(signal: 4, standardError: "")) {
      try FallbackLadder(renderer).render { RenderJob(dot: $0.rawValue) }
    }
    #expect(renderer.tried == LayoutVariant.allCases.map(\.rawValue))
  }

  @Test func whatFailedIsNotTriedAgain() throws {
    let renderer = ScriptedRenderer(["same": .timedOut(seconds: 10)])
    let outcome = try FallbackLadder(renderer).render {
      RenderJob(dot: $0 == .forceDirected ? "other" : "same")
    }
    #expect(outcome.variant == .forceDirected && outcome.failures.count == 4)
    #expect(renderer.tried == ["same", "other"])
  }

  @Test func aProgramThatCannotStartIsTriedOnce() {
    let error = GraphvizError.cannotStart(path: "p", errorNumber: 2)
    let renderer = ScriptedRenderer(["rich": error])
    #expect(throws: error) {
      try FallbackLadder(renderer).render { RenderJob(dot: $0.rawValue) }
    }
    #expect(renderer.tried == ["rich"])
  }
}

/// Fails for the texts it was given errors for, and remembers what it was asked.
private final class ScriptedRenderer: DiagramRenderer {
  private let errors: [String: GraphvizError]
  private let asked = Mutex<[String]>([])

  var tried: [String] { asked.withLock { $0 } }

  init(_ errors: [String: GraphvizError]) {
    self.errors = errors
  }

  func render(_ job: RenderJob) throws(GraphvizError) -> Rendering {
    asked.withLock { $0.append(job.dot) }
    if let error = errors[job.dot] { throw error }
    return Rendering(bytes: [1], width: 1, height: 1, warnings: [], libraryVersion: "2.43.0")
  }
}

/// Graphs on which Graphviz crashes or hangs, through the ladder and the built command.
@Suite struct CrashGraphTests {
  static let graphs: [String] = [
    "equal-ranks-abort.dot", "equal-ranks-hang.dot", "labelled-arcs-double-free.dot",
  ]

  @Test(arguments: graphs)
  func endsInAPicture(name: String) throws {
    let outcome = try Self.draw(RendererUnderTest.fixture(name))
    #expect(!outcome.rendering.bytes.isEmpty)
  }

  @Test func anAbortIsSeenAndAvoided() throws {
    let outcome = try Self.draw(RendererUnderTest.fixture("equal-ranks-abort.dot"))
    try #require(outcome.failures.count >= 1, "this version of Graphviz draws it")
    guard case .crashed(6, let text) = outcome.failures[0].error else {
      Issue.record("\(outcome.failures[0].error)")
      return
    }
    #expect(text.contains("Assertion"))
    #expect(outcome.variant == .newRank)
  }

  @Test func aHangIsEndedInTime() throws {
    let dot = try RendererUnderTest.fixture("equal-ranks-hang.dot")
    let renderer = IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 1)
    let clock = ContinuousClock()
    let duration = clock.measure {
      _ = #expect(throws: GraphvizError.timedOut(seconds: 1)) {
        try renderer.render(RenderJob(dot: dot))
      }
    }
    #expect(duration < .seconds(10))
  }

  @Test func processorTimeIsLimitedFromWithin() throws {
    // As when the process that watches is gone.
    let request = RendererRequest(
      job: .drawing(RenderJob(dot: try RendererUnderTest.fixture("equal-ranks-hang.dot"))),
      processorSeconds: 1, memoryBytes: IsolatedRenderer.standardMemoryLimit)
    let outcome = try ChildProcess.run(
      RendererUnderTest.executable, arguments: [RendererProcess.argument],
      environment: RendererUnderTest.isolated.environment, input: request.encoded,
      timeLimit: .seconds(60))
    #expect(outcome.end == .signaled(Int(SIGXCPU)))
  }

  @Test func whatIsNeverFreedIsNotFreedTwice() throws {
    let job = RenderJob(dot: try RendererUnderTest.fixture("labelled-arcs-double-free.dot"))
    let isolated = try RendererUnderTest.isolated.render(job)
    #expect(try InProcessRenderer().render(job) == isolated)
  }

  @Test func everyGraphEndsInAPicture() throws {
    for seed in UInt64(0)..<20 {
      let dot = Self.randomGraph(seed: seed)
      do throws(GraphvizError) {
        let outcome = try Self.draw(dot)
        #expect(!outcome.rendering.bytes.isEmpty, "seed \(seed)")
      } catch {
        Issue.record("seed \(seed): \(error)")
      }
    }
  }

  /// Labelled arcs, clusters, and equal ranks in them: all that makes Graphviz fail.
  private static func randomGraph(seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func random(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let count = 4 + random(below: 20)
    var clusters = [[String]](repeating: [], count: 4)
    for node in 0..<count { clusters[random(below: 4)].append("n\(node)") }
    var dot = "digraph g {\n"
    for (index, nodes) in clusters.dropFirst().enumerated() where !nodes.isEmpty {
      dot +=
        "subgraph cluster_\(index) { label=\"Laag\"; { rank=same; \(nodes.joined(separator: "; ")); } }\n"
    }
    for arc in 0..<(count * 2) {
      let label = random(below: 2) == 0 ? "" : " [label=\"contract \(arc)\"]"
      dot += "n\(random(below: count)) -> n\(random(below: count))\(label);\n"
    }
    return dot + "}\n"
  }

  private static func draw(_ dot: String) throws(GraphvizError) -> FallbackLadder.Outcome {
    let renderer = IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 2)
    return try FallbackLadder(renderer).render { variant in
      var job = RenderJob(dot: dot)
      switch variant {
      case .rich: break
      case .newRank: job.dot = dot.replacing("digraph g {", with: "digraph g { newrank=true;")
      case .noRanks: job.dot = dot.replacing("rank=same;", with: "")
      case .noClusters:
        job.dot = dot.replacing("rank=same;", with: "").replacing(
          "subgraph cluster_", with: "subgraph s")
      case .forceDirected: job.engine = .sfdp
      }
      return job
    }
  }
}
