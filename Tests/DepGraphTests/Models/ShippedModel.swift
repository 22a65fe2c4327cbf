import DepGraph
import Foundation
import Testing

/// One of the models in `models/`, read and compiled.
struct ShippedModel {
  let model: Model
  let compiled: CompiledModel

  init(_ name: String, change: (inout Model) -> Void = { _ in }) throws {
    let path = SourceTree.root.appendingPathComponent("models/\(name)/\(name).yaml").path
    var model = try ModelReader().read(path).model
    change(&model)
    self.model = model
    compiled = try CompiledModel(model)
  }

  func blast(_ seeds: [String], after: TimeSpan? = nil) throws -> BlastRadius {
    BlastRadius(.init(try compiled.seeds(seeds), after: after), in: compiled)
  }

  func ids(_ hits: [BlastRadius.Hit]) -> [String] {
    hits.map { compiled.table.id(of: $0.vertex) }.sorted()
  }

  static func scenario(_ path: String) throws -> Scenario {
    try ScenarioReader().read(SourceTree.root.appendingPathComponent(path).path).scenario
  }
}
