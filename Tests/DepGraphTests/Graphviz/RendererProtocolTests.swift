import Foundation
import Testing

@testable import DepGraph

/// What goes between the two processes, and the pure steps around it.
@Suite struct RendererProtocolTests {
  static let jobs: [RendererRequest.Job] =
    LayoutEngine.allCases.map {
      .drawing(RenderJob(dot: "digraph g {\n a [label=\"é\"]\n}\n", engine: $0))
    }
    + ImageFormat.allCases.map {
      .conversion(
        ConversionJob(
          svg: "<svg>\n</svg>", format: $0, width: 960, height: 1e3 / 3, pixelWidth: -1,
          properties: .init(title: "é\nè", stamp: "", marking: "m m")))
    } + [.drawing(RenderJob(dot: ""))]

  @Test(arguments: jobs) func requestsComeBackAsTheyWere(job: RendererRequest.Job) {
    let request = RendererRequest(job: job, processorSeconds: 11, memoryBytes: 1 << 31)
    let bytes = request.encoded
    #expect(RendererRequest(bytes) == request)
    for count in 0..<bytes.count { #expect(RendererRequest(Array(bytes[..<count])) == nil) }
  }

  @Test(arguments: [
    "", "\n", "depgraph-render 2 draw dot\n", "depgraph-render 1 draw dot 1 1 1\nx",
    "depgraph-render 2 draw neato 1 1 1\nx", "depgraph-render 2 draw dot 1 1 -1\nx",
    "depgraph-render 2 convert pdf,1,1,1 1 1 1\nx", "depgraph-render 2 draw dot 1 1 1\nxy",
  ])
  func otherTextsAreNoRequests(text: String) {
    #expect(RendererRequest(Array(text.utf8)) == nil)
  }

  static let answers: [Result<Rendering, GraphvizError>] = [
    .success(
      Rendering(
        bytes: [0, 10, 255], width: 0.1, height: 1e9 / 3, warnings: ["één", ""],
        libraryVersion: "2.43.0 (0)")),
    .success(
      Rendering(bytes: [], width: 0, height: 0, warnings: [], libraryVersion: "")),
    .failure(.unavailable(feature: "pdf", messages: ["m"])), .failure(.badDOT(messages: [])),
    .failure(.badDOT(messages: ["a", "b c"])), .failure(.captured(messages: ["x"])),
    .failure(.broken(format: .png, messages: ["x"])),
    .failure(.unconvertible(format: .pdf, messages: ["x"])),
    .failure(.tooLarge(.nodes(5, engine: .sfdp), limit: 4)),
    .failure(.tooLarge(.pixels(5), limit: 4)),
  ]

  @Test(arguments: answers)
  func answersComeBackAsTheyWere(result: Result<Rendering, GraphvizError>) {
    let answer = RendererAnswer(result: result)
    #expect(RendererAnswer(answer.encoded) == answer)
  }

  @Test(arguments: answers)
  func answersThatAreCutOffAreNoAnswers(result: Result<Rendering, GraphvizError>) {
    let bytes = RendererAnswer(result: result).encoded
    for count in 0..<bytes.count {
      let part = Array(bytes[..<count])
      #expect(RendererAnswer(part) == nil, "\(count) of \(bytes.count)")
      #expect(!RendererAnswer.isWhole(part), "\(count) of \(bytes.count)")
    }
    #expect(RendererAnswer.isWhole(bytes))
  }

  @Test func messagesAreSplitAndSorted() {
    let messages = LibraryMessages("Warning: één\nError: twee\nin regel 2\n\nWarning: drie")
    #expect(messages.all == ["één", "twee in regel 2", "drie"])
    #expect(messages.errors == ["twee in regel 2"])
    #expect(LibraryMessages("").all.isEmpty)
    #expect(LibraryMessages("los").all == ["los"])
  }

  @Test func bitmapsHaveWholePixels() throws {
    for (width, height, across, down) in [
      (960.0, 540.0, 1_920, 1_080), (842, 595, 1_920, 1_357), (842, 595, 842, 595),
      (0, 0, 10, 1), (1, 1, 0, 1),
    ] {
      let job = ConversionJob(
        svg: "", format: .png, width: width, height: height, pixelWidth: across)
      #expect(try job.pixels == (max(across, 1), down), "\(width) \(height)")
    }
  }

  @Test func aPDFIsNoLongerThanReadersTake() {
    for (height, expected) in [(100.0, 100.0), (14_400, 14_400), (28_800, 14_400), (0, 1)] {
      let job = ConversionJob(svg: "", format: .pdf, width: 50, height: height)
      #expect(job.pageSize.height == expected)
    }
  }

  @Test func textsInABitmapCarryTheirChecksum() throws {
    // The check value that the polynomial's catalogues give for the digits.
    #expect(PNGText.checksum(of: Array("123456789".utf8)) == 0xCBF4_3926)
    let header = [UInt8](repeating: 7, count: 33)
    let bytes = PNGText.added(
      to: header + [9], .init(title: "Één", stamp: "", marking: "m"))
    #expect(bytes.prefix(33).elementsEqual(header) && bytes.last == 9)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("iTXtTitle") && text.contains("Één"))
    #expect(!text.contains("Description") && text.contains("iTXtDisclaimer"))
  }
}
