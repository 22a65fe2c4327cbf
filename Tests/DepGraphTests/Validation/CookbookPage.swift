import DepGraph

/// The files that `docs/cookbook.md` shows, by name, and what the library says of them.
struct CookbookPage {
  /// The text of each file.
  let files: [String: String]

  init() throws {
    let page = try Fixture.text("docs/cookbook.md")
    var files: [String: String] = [:]
    var name: String?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        // Only a block that names a file is one.
        name = line.split(separator: " ").last { $0.hasPrefix("file=") }.map {
          String($0.dropFirst("file=".count))
        }
        if let name { files[name] = "" }
      } else if let name {
        files[name, default: ""] += line + "\n"
      }
    }
    self.files = files
  }

  /// The model of a recipe.
  func model(_ name: String) throws -> CompiledModel {
    let file = name + ".yaml"
    return try CompiledModel(ModelReader().read(text: files[file] ?? "", named: file).model)
  }

  /// What a failure does to a component in the end: `down at 0.0`, `degraded`, `reduced redundancy`,
  /// `cannot tell`, `not affected`; with `possibly` before it where it is not certain.
  func effect(of seeds: String..., on id: String, in name: String) throws -> String {
    let compiled = try model(name)
    let blast = BlastRadius(.init(try compiled.seeds(seeds)), in: compiled)
    let vertex = compiled.vertex(of: id)
    let grades: [(String, [BlastRadius.Hit])] = [
      ("down", blast.down), ("degraded", blast.degraded),
      ("reduced redundancy", blast.reducedRedundancy),
    ]
    for (word, hits) in grades {
      guard let hit = hits.first(where: { $0.vertex == vertex }) else { continue }
      let moment = word == "down" ? hit.after.map { " at \($0)" } ?? "" : ""
      return (hit.verdict == .certain ? "" : "possibly ") + word + moment
    }
    if blast.cannotTell.contains(where: { $0.vertex == vertex }) { return "cannot tell" }
    return blast.notAffected.contains { $0 == vertex } ? "not affected" : "not asked"
  }

  /// The single points of failure of a component, with `possibly` before those that are not certain.
  func singlePoints(of id: String, in name: String) throws -> [String] {
    let compiled = try model(name)
    let target = try compiled.seeds([id]).vertices
    return SinglePoints(of: target, in: compiled).targets.flatMap { target in
      target.points.map { point in
        (point.verdict == .certain ? "" : "possibly ") + compiled.table.id(of: point.vertex)
      }
    }
  }

  /// What cannot be repaired once something has failed.
  func unrepairable(after seed: String, in name: String) throws -> [[String]] {
    let compiled = try model(name)
    let repair = ColdStart(in: compiled, failed: try compiled.seeds([seed])).repair
    return repair.deadlocks.map { $0.elements.map(compiled.table.id(of:)) }
  }

  /// The codes of the advice on the model of a recipe.
  func advice(on name: String) throws -> [DiagnosticCode] {
    ModelAdvice.findings(in: try model(name)).map(\.code)
  }
}
