import ArgumentParser
import DepGraph
import Foundation

/// A scenario with the model that it is about.
enum LoadedScenario {
  /// Reads a scenario and its model, and says on standard error how much there is to remark.
  static func read(
    _ path: String, model: String?, _ output: OutputOptions
  ) throws -> (LoadedModel, Scenario) {
    let named = try ScenarioReader().read(path).scenario.model
    guard let model = try model ?? named.map({ try beside(path, $0) }) else {
      throw ValidationError("the scenario names no model: say --model FILE")
    }
    var loaded = try LoadedModel(model)
    let read = try ScenarioReader().read(path, model: loaded.compiled.model)
    loaded.remarks += read.warnings
    loaded.summarise(model, in: output.messageLanguage)
    return (loaded, read.scenario)
  }

  /// The path of the model that a scenario names: in the scenario's folder or in the one that holds
  /// it, for a scenario is a file that one may have been handed.
  ///
  /// - Throws: `InvalidInput` where it lies elsewhere, or is no file that can be read to its end.
  private static func beside(_ path: String, _ name: String) throws -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let model = name.hasPrefix("/") ? name : folder + name
    let own = realPath(path).deletingLastPathComponent()
    let above = own.deletingLastPathComponent().path
    // A folder at the top of a disk holds more than models.
    let allowed = above == "/" ? own.path : above
    guard realPath(model).path.hasPrefix(allowed + "/") else {
      throw refusal(name, "lies outside the folders that the scenario may name")
    }
    var isFolder: ObjCBool = false
    let isThere = unsafe FileManager.default.fileExists(atPath: model, isDirectory: &isFolder)
    guard !isThere || isFolder.boolValue || FileFingerprint.isRegular(model) else {
      throw refusal(name, "is a pipe or a device")
    }
    return model
  }

  private static func realPath(_ path: String) -> URL {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL
  }

  private static func refusal(_ name: String, _ reason: String) -> InvalidInput {
    InvalidInput([
      Diagnostic(
        .includeProblem, "the scenario's model `\(name)` \(reason)",
        hint: "name the model with --model FILE")
    ])
  }
}
