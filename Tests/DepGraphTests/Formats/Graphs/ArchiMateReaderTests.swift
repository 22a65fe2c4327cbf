import Foundation
import Testing

@testable import DepGraph

/// Architectures in the exchange format of ArchiMate.
@Suite struct ArchiMateReaderTests {
  private func read(_ name: String) throws -> ImportedModel {
    let path = SourceTree.root.appending(path: "Tests/DepGraphTests/Fixtures/archimate/\(name)")
      .path
    return try ArchiMateReader().read([path], options: ImportOptions())
  }

  private func needs(_ id: String, _ imported: ImportedModel) throws -> [String] {
    let found = try #require(imported.model.components.first { $0.id == id }, "\(id)")
    return found.requires.references.map {
      $0.evidence.basis == .assumed ? $0.target + "?" : $0.target
    }
  }

  private func count(_ imported: ImportedModel, _ subject: String, _ fate: ImportReport.Fate) -> Int
  {
    imported.report.entries.reduce(0) {
      $0 + ($1.subject == subject && $1.fate == fate ? $1.count : 0)
    }
  }

  @Test func version3() throws {
    let imported = try read("landscape-3.xml")
    // Serving, realization and assignment lead to who needs; access and composition away from it.
    #expect(try needs("vergunningen-verlenen", imported) == ["zaakdienst", "balie"])
    #expect(try needs("zaakdienst", imported) == ["zaaksysteem"])
    #expect(try needs("zaaksysteem", imported) == ["zaakgegevens", "cluster-a", "cluster-b"])
    #expect(try needs("cluster-a", imported) == ["schijven", "zaal-1?"])
    #expect(try needs("drukken", imported) == ["vergunningen-verlenen?", "zaakgegevens?"])
    #expect(try needs("zaal-1", imported) == [])
    let app = try #require(imported.model.components.first { $0.id == "zaaksysteem" })
    guard case .group(let all) = app.requires, case .group(let junction)? = all.members.last else {
      Issue.record("no group: \(app.requires)")
      return
    }
    #expect(junction.need == .any)
    let permits = try #require(
      imported.model.components.first { $0.id == "vergunningen-verlenen" })
    #expect(permits.kind == .process)
    #expect(permits.name?.text(in: .english) == "Grant permits")
    #expect(permits.continuity.recoveryTimeObjective?.seconds == 14_400.0)
    #expect(permits.owner == "afdeling-vergunningen")
    #expect(permits.external == [ExternalID(register: "archimate", id: "id-permits")])
    // What nobody says what it needs is unknown, not free of needs.
    let desk = try #require(imported.model.components.first { $0.id == "balie" })
    #expect(desk.hasUnknownRequirement)
  }

  @Test func whatIsLeftIsSaid() throws {
    let imported = try read("landscape-3.xml")
    #expect(count(imported, "Goal", .ignored) == 1)
    #expect(count(imported, "QuantumThing", .ignored) == 1)
    #expect(count(imported, "Association", .ignored) == 2)
    #expect(count(imported, "Association", .guessed) == 1)
    #expect(count(imported, "Influence", .ignored) == 1)
    #expect(count(imported, "Triggering", .guessed) == 1)
    #expect(count(imported, "Aggregation", .guessed) == 1)
    #expect(count(imported, "view", .ignored) == 1)
    #expect(count(imported, "property `Colour`", .ignored) == 1)
    #expect(Validator.diagnose(imported.model).errors == [])
  }

  @Test func version21() throws {
    let imported = try read("landscape-2.1.xml")
    #expect(imported.model.name?.text(in: .english) == "Older landscape")
    #expect(try needs("reporting", imported) == ["reporter"])
    // A junction that says no more is one of all.
    #expect(try needs("reporter", imported) == ["storage", "campus-network"])
    let reporter = try #require(imported.model.components.first { $0.id == "reporter" })
    guard case .group(let all) = reporter.requires, case .group(let group)? = all.members.first
    else {
      Issue.record("no group: \(reporter.requires)")
      return
    }
    #expect(group.need == .all)
    #expect(try needs("storage", imported) == ["rechner"])
    #expect(count(imported, "Specialization", .ignored) == 1)
    #expect(imported.model.components.map(\.kind).contains(.networkElement))
  }
}
