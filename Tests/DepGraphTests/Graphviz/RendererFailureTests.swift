import DepGraph
import Foundation
import Testing

/// Every way in which there is no picture ends in an error value, in time.
@Suite struct RendererFailureTests {
  private let renderer = RendererUnderTest.isolated
  private let small = RenderJob(dot: "digraph g { a -> b }")

  // MARK: - What the graph causes

  @Test(arguments: ["digraph g { a -> ", "", "Geen graaf.", "digraph g { a [label=<<b>x] }", "\0"])
  func textThatIsNoGraph(dot: String) throws {
    for renderer in [renderer, InProcessRenderer()] as [any DiagramRenderer] {
      let error = #expect(throws: GraphvizError.self) { try renderer.render(RenderJob(dot: dot)) }
      guard case .badDOT = error else {
        Issue.record("\(String(describing: error))")
        continue
      }
    }
  }

  @Test func aSyntaxErrorSaysWhere() throws {
    let error = #expect(throws: GraphvizError.self) {
      try renderer.render(RenderJob(dot: "digraph g {\n a -> ;\n}"))
    }
    #expect("\(try #require(error))".contains("line 2"))
  }

  @Test func aBadLabelIsAFailureThoughGraphvizDrawsOn() throws {
    let job = RenderJob(dot: "digraph g { a [label=<<nonsense>x</nonsense>>] }")
    let error = #expect(throws: GraphvizError.self) { try renderer.render(job) }
    guard case .captured(let messages)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(messages.contains { $0.contains("nonsense") })
  }

  @Test func aLongMessageDoesNotCrash() throws {
    for length in [900, 1_020, 5_000, 15_000] {
      let shape = String(repeating: "x", count: length)
      let rendering = try renderer.render(RenderJob(dot: "digraph g { a [shape=\(shape)] }"))
      #expect(rendering.warnings.contains { $0.contains(shape) }, "\(length)")
    }
  }

  @Test func tooManyNodesAreRefusedBeforeLayout() throws {
    for (engine, count) in [(LayoutEngine.dot, 1_001), (.sfdp, 20_001)] {
      let nodes = (0..<count).map { "n\($0)" }.joined(separator: ";")
      let job = RenderJob(dot: "digraph g { \(nodes) }", engine: engine)
      let expected = GraphvizError.tooLarge(
        .nodes(count, engine: engine), limit: engine.largestNodeCount)
      #expect(throws: expected) { try renderer.render(job) }
    }
  }

  private func page(pixels: Int, height: Double = 50) -> ConversionJob {
    ConversionJob(
      svg: "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", format: .png, width: 100, height: height,
      pixelWidth: pixels)
  }

  @Test func tooManyPixelsAreRefused() throws {
    for renderer in [renderer, InProcessRenderer()] as [any DiagramRenderer] {
      #expect(throws: GraphvizError.tooLarge(.pixels(16_385), limit: 16_384)) {
        try renderer.convert(page(pixels: 16_385))
      }
      #expect(throws: GraphvizError.tooLarge(.pixels(20_000), limit: 16_384)) {
        try renderer.convert(page(pixels: 200, height: 10_000))
      }
      #expect(throws: GraphvizError.self) { try renderer.convert(page(pixels: Int.max)) }
      for width in [0, -5] {
        let file = try renderer.convert(page(pixels: width)).bytes
        #expect(try PictureSize(of: file, .png) == PictureSize(width: 1, height: 1))
      }
    }
  }

  @Test func memoryIsLimited() throws {
    var limited = renderer
    limited.memoryLimit = 200 * 1024 * 1024
    let job = page(pixels: 10_000)
    #expect(throws: GraphvizError.self) { try limited.convert(job) }
    #expect(try renderer.convert(job).bytes.count > 10_000)
  }

  @Test(arguments: [
    "", "geen plaatje", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"><g></svg>",
  ])
  func textThatIsNoPicture(svg: String) throws {
    for renderer in [renderer, InProcessRenderer()] as [any DiagramRenderer] {
      for format in [ImageFormat.pdf, .png] {
        let job = ConversionJob(svg: svg, format: format, width: 10, height: 10)
        let error = #expect(throws: GraphvizError.self) { try renderer.convert(job) }
        guard case .unconvertible(format, _)? = error else {
          Issue.record("\(String(describing: error))")
          continue
        }
      }
    }
  }

  // MARK: - What the process causes

  @Test func aMissingProgram() throws {
    let missing = IsolatedRenderer(executable: "/nonexistent/depgraph")
    let expected = GraphvizError.cannotStart(
      path: "/nonexistent/depgraph", errorNumber: Int(ENOENT))
    #expect(throws: expected) { try missing.render(small) }
  }

  @Test(arguments: [
    ("kill -9 $$", GraphvizError.crashed(signal: 9, standardError: "")),
    ("echo Ai >&2; kill -SEGV $$", .crashed(signal: 11, standardError: "Ai\n")),
    ("kill -XCPU $$", .limitExceeded(.processorTime, standardError: "")),
    ("read -r line; echo nonsense; exit 3", .noAnswer(exitStatus: 3, standardError: "")),
    ("exit 0", .noAnswer(exitStatus: 0, standardError: "")),
    (
      "echo fatal: out of memory >&2; exit 1",
      .limitExceeded(.memory, standardError: "fatal: out of memory\n")
    ),
    (
      "printf 'depgraph-rendering 2 drawn 1,1 5 9\\n2.43\\nabc'",
      .noAnswer(exitStatus: 0, standardError: "")
    ),
  ])
  func aBrokenProcess(script: String, expected: GraphvizError) throws {
    #expect(throws: expected) { try RendererUnderTest.script(script).render(small) }
  }

  @Test func aProcessThatDoesNotReadCausesNoSignal() throws {
    let large = RenderJob(dot: String(repeating: "// Lang.\n", count: 1_000_000))
    #expect(throws: GraphvizError.noAnswer(exitStatus: 7, standardError: "")) {
      try RendererUnderTest.script("exit 7").render(large)
    }
  }

  @Test(arguments: [
    "sleep 60", "exec >&- 2>&-; sleep 60", "while :; do echo Blijf praten >&2; done",
    "while :; do echo Blijf praten; done", "trap '' TERM INT; while :; do :; done",
  ])
  func aProcessThatGoesOnIsKilledAndReaped(script: String) throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      let record = folder.appendingPathComponent("pid")
      let renderer = RendererUnderTest.script(
        "echo $$ > \"$0\"\n" + script, zero: record.path, timeLimit: 0.5)
      let duration = ContinuousClock().measure {
        _ = #expect(throws: GraphvizError.timedOut(seconds: 0.5)) { try renderer.render(small) }
      }
      #expect(duration < .seconds(10))
      let text = try String(contentsOf: record, encoding: .utf8)
      let pid = try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
      #expect(kill(pid, 0) == -1 && errno == ESRCH)
    }
  }

  @Test func aProgramThatIsNoRendererAnswersNothing() throws {
    let wrong = IsolatedRenderer(executable: "/bin/cat")
    #expect(throws: GraphvizError.self) { try wrong.render(small) }
  }

  // MARK: - Several jobs to a process

  /// A process that answers as often as it is asked, with its number as the version.
  private static let answering = """
    number=$$
    while IFS= read -r head; do
      length=${head##* }; head -c "$length" > /dev/null
      printf 'depgraph-rendering 2 drawn 1,1 %d 0\\n%s\\n' $((${#number} + 1)) $number
    done
    """

  @Test func aProcessDrawsOnePictureAfterTheOther() throws {
    let renderer = RendererUnderTest.script(Self.answering)
    let numbers = try (0..<5).map { _ in try renderer.render(small).libraryVersion }
    #expect(Set(numbers).count == 1, "\(numbers)")
    var other = renderer
    other.environment["OTHER"] = "1"
    #expect(try other.render(small).libraryVersion != numbers[0])
    let many = try (0..<110).map { _ in try renderer.render(small).libraryVersion }
    #expect(Set(many).count == 2, "after a hundred jobs another one begins")
  }

  @Test func afterAFailureAnotherProcessDraws() throws {
    let before = try renderer.render(small)
    #expect(throws: GraphvizError.self) { try renderer.render(RenderJob(dot: "geen graaf")) }
    #expect(try renderer.render(small) == before)
  }

  @Test func aProcessThatDiedWhileItWaitedIsReplaced() throws {
    let renderer = RendererUnderTest.script(Self.answering)
    let first = try #require(pid_t(try renderer.render(small).libraryVersion))
    kill(first, SIGKILL)
    let second = try #require(pid_t(try renderer.render(small).libraryVersion))
    #expect(first != second)
  }

  @Test func processesEndWithTheirRenderer() throws {
    let number = try #require(
      pid_t(try RendererUnderTest.script(Self.answering).render(small).libraryVersion))
    #expect(kill(number, 0) == -1 && errno == ESRCH)
  }

  // MARK: - Sentences

  @Test func everyErrorIsASentence() {
    let errors: [GraphvizError] = [
      .unavailable(feature: "pdf", messages: ["m"]), .badDOT(messages: []),
      .captured(messages: ["a", "b"]), .broken(format: .pdf, messages: []),
      .unconvertible(format: .pdf, messages: ["m"]),
      .crashed(signal: 6, standardError: "x\ny"), .noAnswer(exitStatus: 1, standardError: ""),
      .timedOut(seconds: 10), .timedOut(seconds: 0.5),
      .limitExceeded(.memory, standardError: ""), .limitExceeded(.processorTime, standardError: ""),
      .tooLarge(.nodes(2_000, engine: .dot), limit: 1_000), .tooLarge(.pixels(9), limit: 8),
      .cannotStart(path: "p", errorNumber: 2),
    ]
    let sentences = errors.map(\.description)
    #expect(Set(sentences).count == errors.count)
    #expect(sentences.allSatisfy { !$0.hasSuffix(".") && !$0.contains("\n") && $0.count > 20 })
    #expect(sentences[7].hasSuffix("within 10 s") && sentences[8].hasSuffix("within 0.5 s"))
  }
}
