import ArgumentParser
import DepGraph

/// A scenario with the model that it is about.
enum LoadedScenario {
  /// Reads a scenario and its model, and says on standard error how much there is to remark.
  static func read(
    _ path: String, model: String?, _ output: OutputOptions
  ) throws -> (LoadedModel, Scenario) {
    let named = try ScenarioReader().read(path).scenario.model
    guard let model = model ?? named.map({ beside(path, $0) }) else {
      throw ValidationError("the scenario names no model: say --model FILE")
    }
    var loaded = try LoadedModel(model)
    let read = try ScenarioReader().read(path, model: loaded.compiled.model)
    loaded.remarks += read.warnings
    loaded.summarise(model, in: output.messageLanguage)
    return (loaded, read.scenario)
  }

  /// A file's path as it is written in a file beside it.
  private static func beside(_ path: String, _ name: String) -> String {
    guard !name.hasPrefix("/"), let slash = path.lastIndex(of: "/") else { return name }
    return String(path[...slash]) + name
  }
}
