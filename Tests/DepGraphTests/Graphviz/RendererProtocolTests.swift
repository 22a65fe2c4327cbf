import Foundation
import Testing

@testable import DepGraph

/// What goes between the two processes, and the pure steps around it.
@Suite struct RendererProtocolTests {
  @Test func requestsComeBackAsTheyWere() {
    for engine in LayoutEngine.allCases {
      for format in ImageFormat.allCases {
        for page in [nil, PageShape.wide, .a4] {
          for width in [nil, 1, 1_920] {
            let request = RendererRequest(
              job: RenderJob(
                dot: "digraph g {\n a [label=\"é\"]\n}\n", engine: engine, format: format,
                page: page, pixelWidth: width), processorSeconds: 11, memoryBytes: 1 << 31)
            #expect(RendererRequest(request.encoded) == request)
          }
        }
      }
    }
  }

  @Test(arguments: [
    "", "\n", "depgraph-render 1 dot svg\n", "depgraph-render 2 dot svg - - 1 1\nx",
  ])
  func otherTextsAreNoRequests(text: String) {
    #expect(RendererRequest(Array(text.utf8)) == nil)
  }

  static let answers: [Result<Rendering, GraphvizError>] = [
    .success(
      Rendering(
        bytes: [0, 10, 255], width: 0.1, height: 1e9 / 3, scale: 1.5, warnings: ["één", ""],
        graphvizVersion: "2.43.0 (0)")),
    .success(
      Rendering(bytes: [], width: 0, height: 0, scale: 1, warnings: [], graphvizVersion: "")),
    .failure(.unavailable(feature: "pdf", messages: ["m"])), .failure(.badDOT(messages: [])),
    .failure(.badDOT(messages: ["a", "b c"])), .failure(.captured(messages: ["x"])),
    .failure(.broken(format: .png, messages: ["x"])),
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
      #expect(RendererAnswer(Array(bytes[..<count])) == nil, "\(count) of \(bytes.count)")
    }
  }

  @Test func messagesAreSplitAndSorted() {
    let messages = LibraryMessages("Warning: één\nError: twee\nin regel 2\n\nWarning: drie")
    #expect(messages.all == ["één", "twee in regel 2", "drie"])
    #expect(messages.errors == ["twee in regel 2"])
    #expect(LibraryMessages("").all.isEmpty)
    #expect(LibraryMessages("los").all == ["los"])
  }

  @Test func onlyTheDocumentsOwnDateIsErased() {
    let file = "link (/CreationDate (D:1)) << /CreationDate (D:20240827'00)\n /X 1 >> %%EOF\n"
    var bytes = Array(file.utf8)
    PDFDates.erase(in: &bytes)
    let expected =
      "link (/CreationDate (D:1)) << " + String(repeating: " ", count: 29)
      + "\n /X 1 >> %%EOF\n"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    for other in ["", "x", "%PDF without a date", "/CreationDate (D:"] {
      var bytes = Array(other.utf8)
      PDFDates.erase(in: &bytes)
      #expect(bytes == Array(other.utf8))
    }
  }

  @Test func onlyTheFirstScaleIsSharpened() {
    let file = "<g transform=\"scale(0.24 0.24) rotate(0)\"><g transform=\"scale(0.24 0.24)\"/>"
    var bytes = Array(file.utf8)
    SVGScale.sharpen(0.2364567891, in: &bytes)
    let expected =
      "<g transform=\"scale(0.236457 0.236457) rotate(0)\">"
      + "<g transform=\"scale(0.24 0.24)\"/>"
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    for (scale, other) in [(0.24, file), (0.123, ""), (0.123, "<svg/>"), (2, file)] {
      var bytes = Array(other.utf8)
      SVGScale.sharpen(scale, in: &bytes)
      #expect(bytes == Array(other.utf8))
    }
  }

  @Test func placementsKeepTheMarginAndTheLargestScale() throws {
    for width in [0.0, 1, 50, 960, 10_000] {
      for height in [0.0, 1, 50, 540, 10_000] {
        for page in PageShape.allCases {
          let placed = try PagePlacement(
            drawingWidth: width, drawingHeight: height, page: page, format: .pdf, pixelWidth: nil)
          #expect((placed.width, placed.height) == (page.width, page.height))
          #expect(width * placed.scale <= page.width - 39.999)
          #expect(height * placed.scale <= page.height - 39.999)
          #expect(placed.scale > 0 && placed.scale <= 2 && placed.scale == placed.pageScale)
          let bitmap = try PagePlacement(
            drawingWidth: width, drawingHeight: height, page: page, format: .png, pixelWidth: 960)
          #expect(bitmap.width == 720 && bitmap.pageScale == placed.scale)
        }
      }
    }
  }

  @Test func aPDFWithoutAPageIsNoLongerThanReadersTake() throws {
    for (width, scale) in [(100.0, 1.0), (14_392, 1), (28_792, 0.5)] {
      let placed = try PagePlacement(
        drawingWidth: 50, drawingHeight: width, page: nil, format: .pdf, pixelWidth: nil)
      #expect(abs(placed.scale - scale) < 1e-9 && placed.height <= 14_400)
      let vector = try PagePlacement(
        drawingWidth: 50, drawingHeight: width, page: nil, format: .svg, pixelWidth: nil)
      #expect(vector.scale == 1 && vector.height == width + 8)
    }
  }
}
