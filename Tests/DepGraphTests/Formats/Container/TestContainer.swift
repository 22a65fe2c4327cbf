import Foundation
import GRDB
import Testing

@testable import DepGraph

/// A small container, changed as a person would with another tool for SQLite.
struct TestContainer {
  let folder: TemporaryFolder
  let path: String

  init(_ statements: String..., model: Model? = nil) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/m.sqlite"
    try ModelContainer().write(model ?? Self.model(), to: path)
    if !statements.isEmpty { try run(statements) }
  }

  /// Runs statements on it.
  func run(_ statements: [String]) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.writeWithoutTransaction { database in
      for statement in statements { try database.execute(sql: statement) }
    }
    try queue.close()
  }

  /// The model that it holds first.
  static func model() throws -> Model {
    let text = """
      depgraph: 1
      name: {nl: Klein, en: Small}
      sources: [{id: brief, title: Brief, date: 2026-01-01}]
      parties: [{id: baas, name: Baas}]
      components:
        - {id: a, name: A, owner: baas, requires: [b, {any: [c, d], holdup: 1h}], tags: [x, y]}
        - {id: b, name: {en: Bee}, kind: site, shares: {duct: 12, oil: {value: k, basis: assumed}}}
        - {id: c, name: C, kind: network-element, external: {cmdb: [C-1, C-2]}, source: brief}
        - {id: d, name: D, kind: network-element, repair: 4h, needed: {days: mon-fri}}
        - {id: gebruiker, name: Gebruiker, kind: consumer, requires: [a]}
      contacts: [{id: piet, name: Piet, party: baas}]
      """
    return try ModelReader().read(text: text, named: "m.yaml").model
  }

  /// The codes of the errors that it has, with their places.
  func errors() -> [String] {
    do {
      _ = try ModelReader().read(path)
      return []
    } catch .invalid(let input) {
      return input.diagnostics.errors.map { diagnostic in
        let place = diagnostic.place.map {
          "\($0.file.dropFirst(path.utf8.count)):\($0.line):\($0.column)"
        }
        return "\(place ?? "-") \(diagnostic.code.rawValue)"
      }
    } catch {
      return ["\(error)"]
    }
  }
}
