import Foundation
import Testing

/// Links that lie in a folder of results before anything is written there lead nowhere.
@Suite struct PlantedLinkTests {
  private let folder: TemporaryFolder
  private let model: String
  private let precious: String

  init() throws {
    folder = try TemporaryFolder()
    model = try folder.write("net.yaml", Array(TestNetwork.text.utf8))
    precious = try folder.write("elsewhere/precious", Array("kept".utf8))
  }

  private func link(_ name: String, to goal: String) throws {
    let path = "\(folder.path)/\(name)"
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: goal)
  }

  @Test func aFileTakesThePlaceOfALink() throws {
    for name in ["components.csv", "requirements.csv", "model.csv"] {
      try link("out/\(name)", to: precious)
    }
    try link("out/parties.csv", to: "\(folder.path)/elsewhere/new")
    let run = try CommandRun("export", "csv", model, "-o", "\(folder.path)/out")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try String(contentsOfFile: precious, encoding: .utf8) == "kept")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere")
        == ["precious"])
    let written = try String(contentsOfFile: folder.path + "/out/components.csv", encoding: .utf8)
    #expect(written.contains("kern"))
  }

  @Test func aFolderThatIsALinkIsRefused() throws {
    try link("out/print", to: "\(folder.path)/elsewhere")
    let run = try CommandRun("brief", model, "kern", "-o", "\(folder.path)/out")
    #expect(run.status == 74 && run.errors.contains("out/print"), "\(run.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path + "/elsewhere")
        == ["precious"])
  }

  /// The folder that a user names may be a link, and a file that a user names too.
  @Test func whatAUserNamesIsFollowed() throws {
    try link("named", to: "\(folder.path)/elsewhere")
    let run = try CommandRun("export", "csv", model, "-o", "\(folder.path)/named")
    #expect(run.status == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: folder.path + "/elsewhere/components.csv"))
  }
}
