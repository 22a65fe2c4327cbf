import Foundation
import Testing

/// Reports for build servers and code reviews, which show the names of a model to their readers.
@Suite struct TestReportInjectionTests {
  /// Whether the command that writes them is there.
  static let isThere: Bool = {
    let run = try? CommandRun("test", "--help")
    return run?.status == 0 && run?.output.contains("--junit") == true
  }()

  @Test(.enabled(if: TestReportInjectionTests.isThere, "there is no command `test`"))
  func textsStayTexts() throws {
    let model = try PlantedModel(PlantedModel.hostileTexts())
    let folder = model.folder.path
    let run = try CommandRun(
      "test", model.path, "\(folder)/scenario.yaml", "--junit", "\(folder)/report.xml", "--sarif",
      "\(folder)/report.sarif")
    #expect(run.status <= 1, "\(run.errors)")
    expectPlain(run.output + run.errors)
    let report = try String(contentsOfFile: "\(folder)/report.xml", encoding: .utf8)
    try MarkupExpectations(report, of: "report.xml").hold()
    expectPlain(report)
    let review = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/report.sarif"))
    _ = try JSONSerialization.jsonObject(with: review)
    expectPlain(String(decoding: review, as: UTF8.self))
  }

  private func expectPlain(_ text: String) {
    let steering: Set<Unicode.Scalar> = ["\u{1B}", "\u{7}", "\u{9B}", "\u{202E}", "\r"]
    #expect(!text.unicodeScalars.contains(where: steering.contains))
  }
}
