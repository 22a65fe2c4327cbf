import DepGraph
import Foundation
import Testing

/// Finished pictures as PDF and PNG, by the built command as a renderer.
@Suite struct ConversionTests {
  private let renderer = RendererUnderTest.isolated

  private static let picture = """
    <svg xmlns="http://www.w3.org/2000/svg" width="960pt" height="540pt" viewBox="0 0 960 540">
    <rect width="960" height="540" fill="#FFFFFF"/>
    <text x="20" y="60" font-family="Arial" font-size="30">Bestuurders één</text>
    </svg>
    """

  private func job(_ format: ImageFormat, _ svg: String = picture) -> ConversionJob {
    ConversionJob(
      svg: svg, format: format, width: 960, height: 540,
      properties: .init(title: "De kop", stamp: "Bron: model é", marking: "OPENBAAR"))
  }

  @Test func aPageHasExactlyItsSize() throws {
    let pdf = try renderer.convert(job(.pdf)).bytes
    #expect(try PictureSize(of: pdf, .pdf) == PictureSize(width: 960, height: 540))
    for (width, height) in [(1_920, 1_080.0), (1_280, 720), (333, 187)] {
      var job = job(.png)
      job.pixelWidth = width
      let png = try renderer.convert(job).bytes
      #expect(try PictureSize(of: png, .png) == PictureSize(width: Double(width), height: height))
      // Colour without transparency: the page is white to its last pixel.
      #expect(png[25] == 2)
    }
    #expect(try renderer.convert(job(.svg)).bytes == Array(Self.picture.utf8))
  }

  @Test(arguments: [ImageFormat.pdf, .png]) func filesSayWhatTheyAre(format: ImageFormat) throws {
    let bytes = try renderer.convert(job(format)).bytes
    let text = String(decoding: bytes.map { $0 < 128 ? $0 : 63 }, as: UTF8.self)
    #expect(text.contains("De kop") && text.contains("OPENBAAR") && text.contains("DepGraph"))
    #expect(!text.contains("Date") && !text.contains("/tmp") && !text.contains("/work"))
  }

  @Test(arguments: [ImageFormat.pdf, .png])
  func theSamePictureIsTheSameBytes(format: ImageFormat) async throws {
    let first = try renderer.convert(job(format))
    // A date in the file would have another second.
    try await Task.sleep(for: .seconds(1.1))
    #expect(try renderer.convert(job(format)) == first, "in a process that drew before")
    let fresh = IsolatedRenderer(executable: RendererUnderTest.executable, timeLimit: 60)
    #expect(try fresh.convert(job(format)) == first, "in another process")
    #expect(try InProcessRenderer().convert(job(format)) == first, "in this process")
  }

  /// A pipe that nobody writes to blocks whoever opens it, and a picture that is read shows.
  @Test func filesThatAPictureNamesAreNotOpened() throws {
    try RendererUnderTest.withTemporaryFolder { folder in
      let pipe = folder.appendingPathComponent("pipe.png").path
      let made = unsafe mkfifo(pipe, 0o600)
      #expect(made == 0)
      let other = folder.appendingPathComponent("other.png")
      var square = job(.png, Self.around("<rect width=\"900\" height=\"500\"/>"))
      square.pixelWidth = 200
      try Data(try renderer.convert(square).bytes).write(to: other)
      let blank = try renderer.convert(job(.png, Self.around(""))).bytes
      var quick = renderer
      quick.timeLimit = 20
      for path in [pipe, other.path] {
        for address in [path, "file://\(path)", "pipe.png", "../\(path)"] {
          for inside in [
            "<image href=\"\(address)\" width=\"900\" height=\"500\"/>",
            "<image xlink:href=\"\(address)\" width=\"900\" height=\"500\"/>",
            "<use href=\"\(address)#a\"/>", "<style>@import url(\"\(address)\");</style>",
            "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" parse=\"text\" "
              + "href=\"\(address)\"/>",
          ] {
            let drawn = try quick.convert(job(.png, Self.around(inside))).bytes
            #expect(drawn == blank, "\(inside)")
          }
        }
        let entity = "<!DOCTYPE svg [<!ENTITY e SYSTEM \"file://\(path)\">]>" + Self.around("&e;")
        expectNoWait { () throws(GraphvizError) in _ = try quick.convert(job(.png, entity)) }
      }
    }
  }

  @Test func entitiesThatGrowAreRefused() {
    var text = "<!DOCTYPE svg [<!ENTITY e0 \"lang\">"
    for level in 1..<12 {
      let inner = String(repeating: "&e\(level - 1);", count: 10)
      text += "<!ENTITY e\(level) \"\(inner)\">"
    }
    let svg = text + "]>" + Self.around("<text>&e11;</text>")
    expectNoWait { () throws(GraphvizError) in _ = try renderer.convert(job(.pdf, svg)) }
  }

  private func expectNoWait(_ attempt: () throws(GraphvizError) -> Void) {
    do throws(GraphvizError) {
      try attempt()
    } catch {
      if case .unconvertible = error { return }
      Issue.record("\(error)")
    }
  }

  private static func around(_ inside: String) -> String {
    "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
      + "width=\"960pt\" height=\"540pt\" viewBox=\"0 0 960 540\">\(inside)</svg>"
  }
}
