import Foundation
import Testing

@testable import DepGraph

@Suite struct ConvertCommandTests {
  @Test func thereAndBackIsTheSameText() throws {
    let folder = try TemporaryFolder()
    let model = Fixture.root.appendingPathComponent("models/voorbeeld/voorbeeld.yaml").path
    let (one, container, two) = (
      folder.path + "/one.yaml", folder.path + "/model.sqlite", folder.path + "/two.yaml"
    )
    for (from, to) in [(model, one), (one, container), (container, two)] {
      let run = try CommandRun("convert", from, to, "--lang", "en")
      #expect(run.status == 0, "\(run.errors)")
    }
    #expect(
      try String(contentsOfFile: one, encoding: .utf8)
        == String(contentsOfFile: two, encoding: .utf8))
  }

  @Test func sectorsOfItsOwnGoIntoAFileBeside() throws {
    let folder = try TemporaryFolder()
    let container = folder.path + "/model.db"
    let text = folder.path + "/model.yaml"
    #expect(try CommandRun("convert", Fixture.path("every-key/model.yaml"), container).status == 0)
    let run = try CommandRun("convert", container, text)
    #expect(run.status == 0, "\(run.errors)")
    let wanted = try ModelReader().read(Fixture.path("every-key/model.yaml")).model
    #expect(try ModelReader().read(text).model.withoutPlaces == wanted.withoutPlaces)
    #expect(FileManager.default.fileExists(atPath: folder.path + "/model-sectors.yaml"))
  }

  /// Every command gives the same answer from a container, whatever the file is called.
  ///
  /// `test` is left out: its scenario names the model's own file.
  @Test(arguments: AskedCommand.all.filter { $0.name != "test" })
  func theAnswersAreTheSame(_ asked: AskedCommand) throws {
    let folder = try TemporaryFolder()
    var line = asked.line
    for name in ["voorbeeld/voorbeeld", "voorbeeld/wijziging/voor", "voorbeeld/wijziging/na"] {
      let path = Fixture.root.appendingPathComponent("models/\(name).yaml").path
      guard line.contains(path + " ") else { continue }
      let copy = folder.path + "/" + name.replacingOccurrences(of: "/", with: "-") + ".model"
      try ModelContainer().write(ModelReader().read(path).model, to: copy)
      line = line.replacingOccurrences(of: path + " ", with: copy + " ")
    }
    guard line != asked.line else { return }
    // Rules and clocks go by their names near the model only.
    for name in ["rules", "clocks", "criteria", "escalation"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/" + name,
        withDestinationPath: Fixture.root.appendingPathComponent("models/\(name)").path)
    }
    let (first, second) = (try CommandRun(shell: asked.line), try CommandRun(shell: line))
    #expect(first.status == second.status, "\(second.errors)")
    let (wanted, found) = (try Self.result(first.output), try Self.result(second.output))
    #expect(wanted == found, "\(asked.name)")
  }

  /// The answer of a result, without what tells where facts are written.
  private static func result(_ text: String) throws -> NSDictionary {
    let json = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let envelope = try #require(json as? [String: Any])
    return ["result": withoutPlaces(envelope["result"] ?? NSNull())]
  }

  private static func withoutPlaces(_ value: Any) -> Any {
    switch value {
    case let object as [String: Any]:
      let places = ["file", "line", "column", "place", "sha256"]
      return object.filter { !places.contains($0.key) }.mapValues(withoutPlaces)
    case let list as [Any]: return list.map(withoutPlaces)
    default: return value
    }
  }
}
