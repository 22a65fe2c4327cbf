import DepGraph
import Foundation

/// The models in `models/incidents`: public outages, each with the pattern that it teaches.
enum Incident {
  static let names = [
    "kpn-112-2019", "rogers-2022", "facebook-2021", "optus-2023", "crowdstrike-2024", "baltic-2024",
    "iberia-2025", "nirs-2025", "gps-2016",
  ]

  /// Takes the decisive fact of an incident away: what would have to be otherwise for it not to happen.
  ///
  /// Of the cables, where the redundancy worked, the other way round: what would have undone it.
  static func mend(_ name: String, _ model: inout Model) {
    switch name {
    case "kpn-112-2019": model.revise("routing-4") { $0.shares = [] }
    case "rogers-2022":
      for id in ["management", "staff-contact"] {
        model.revise(id) { $0.requires = .either($0.requires, "other-provider") }
      }
    case "facebook-2021":
      for id in ["name-server-1", "name-server-2", "badge-access"] {
        model.revise(id) { $0.requires = .nothing }
      }
    case "optus-2023":
      for id in ["routers-01", "routers-02"] {
        model.revise(id) { $0.share("limit", "other-routes") }
      }
    case "crowdstrike-2024": model.revise("hospital-windows") { $0.shares = [] }
    case "baltic-2024":
      for id in ["other-cables", "land-routes-finland", "november-fi-de"] {
        model.revise(id) { $0.share("corridor", "sea-bed") }
      }
    case "iberia-2025": model.revise("synchronism") { $0.requires = .nothing }
    case "nirs-2025":
      for id in ["grade-1-early", "grade-1-late"] {
        model.revise(id) { $0.requires = .either($0.requires, "other-site") }
      }
      model.revise("g-drive-copy") { $0.requires = .nothing }
    case "gps-2016":
      for id in ["mobile-network", "trade-stamps"] {
        model.revise(id) { $0.requires = .on("guarded-clock") }
      }
    default: break
    }
  }
}

extension ShippedModel {
  /// One of the models in `models/incidents`.
  init(incident name: String, change: (inout Model) -> Void = { _ in }) throws {
    let path = SourceTree.root.appendingPathComponent("models/incidents/\(name).yaml").path
    var model = try ModelReader().read(path).model
    change(&model)
    self.model = model
    compiled = try CompiledModel(model)
  }

  /// The same model with its decisive fact otherwise.
  static func mended(_ name: String) throws -> ShippedModel {
    try ShippedModel(incident: name) { Incident.mend(name, &$0) }
  }

  /// The ids of what goes down, in the least favourable reading.
  func down(_ seeds: [String], after: TimeSpan? = nil) throws -> Set<String> {
    Set(ids(try blast(seeds, after: after).down))
  }

  /// The ids of the single points of failure of a component.
  func singlePoints(of id: String) -> Set<String> {
    guard let vertex = compiled.vertex(of: id) else { return [] }
    let points = SinglePoints(of: [vertex], in: compiled).targets.flatMap(\.points)
    return Set(points.map { compiled.table.id(of: $0.vertex) })
  }

  /// The ids of what waits for itself to be repaired, after everything whose repair takes something has
  /// failed.
  var repairDeadlock: Set<String> {
    let loops = ColdStart(in: compiled).repair.deadlocks
    return Set(loops.flatMap(\.elements).map(compiled.table.id(of:)))
  }
}

extension Model {
  /// Changes one component.
  mutating func revise(_ id: String, _ change: (inout Component) -> Void) {
    for index in components.indices where components[index].id == id { change(&components[index]) }
  }
}

extension Component {
  /// Shares another value under a key.
  fileprivate mutating func share(_ key: String, _ value: String) {
    shares.removeAll { $0.key == key }
    shares.append(SharedValue(key: key, value: value, evidence: Evidence(.fictional)))
  }
}

extension Requirement {
  /// A need for one thing, known for certain.
  fileprivate static func on(_ id: String) -> Requirement {
    .reference(Reference(id, evidence: Evidence(.fictional)))
  }

  /// What was needed, or something else instead.
  fileprivate static func either(_ requirement: Requirement, _ other: String) -> Requirement {
    .group(RequirementGroup(.any, [requirement, .on(other)]))
  }
}
