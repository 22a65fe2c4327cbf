import Testing

@testable import DepGraph

/// Needs of an architecture that lead to what is no component: they stay, as unknown ones.
@Suite struct ArchiMateUnknownNeedsTests {
  private static let unknown = Requirement.unknown(nil)

  /// Reads elements, each an id and a type, and relationships, each a type, a source and a target.
  private func read(
    _ elements: [(String, String)], _ relationships: [(String, String, String)]
  ) throws -> ImportedModel {
    var text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <model xmlns="http://www.opengroup.org/xsd/archimate/3.0/"
        xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" identifier="m"><name>M</name>
      <elements>

      """
    for (id, type) in elements {
      text += "<element identifier=\"\(id)\" xsi:type=\"\(type)\"><name>\(id)</name></element>\n"
    }
    text += "</elements><relationships>\n"
    for (number, (type, source, target)) in relationships.enumerated() {
      text += "<relationship identifier=\"r\(number)\" xsi:type=\"\(type)\" "
      text += "source=\"\(source)\" target=\"\(target)\"/>\n"
    }
    text += "</relationships></model>\n"
    return try ArchiMateReader().read(
      InputFile(text: text, name: "m.xml"), options: ImportOptions())
  }

  /// What a component needs: the members of its list.
  private func members(of id: String, _ imported: ImportedModel) throws -> [Requirement] {
    let component = try #require(imported.model.components.first { $0.id == id })
    guard case .group(let group) = component.requires, group.need == .all else {
      Issue.record("no list: \(component.requires)")
      return []
    }
    #expect(component.statesRequires == !group.members.isEmpty)
    return group.members
  }

  private func count(_ imported: ImportedModel, _ subject: String, _ fate: ImportReport.Fate) -> Int
  {
    imported.report.entries.reduce(0) {
      $0 + ($1.subject == subject && $1.fate == fate ? $1.count : 0)
    }
  }

  private func meanings(
    _ imported: ImportedModel, _ subject: String, _ fate: ImportReport.Fate
  ) -> [String] {
    imported.report.entries.filter { $0.subject == subject && $0.fate == fate }
      .compactMap { $0.meaning?.text(in: .english) }
  }

  @Test(arguments: [
    ("BusinessEvent", "Serving", "with what cannot fail"),
    ("Grouping", "Realization", "with a grouping"),
    ("Nodule", "Serving", "with an element type that is not known"),
    ("Node", "Association", "does not say who needs what"),
    ("Node", "Servicing", "does not say who needs what"),
  ])
  func anAlternativeThatIsLeftStaysAsUnknown(
    type: String, relation: String, meaning: String
  ) throws {
    let imported = try read(
      [("n1", "Node"), ("n2", type), ("s", "ApplicationService"), ("j", "OrJunction")],
      [("Assignment", "n1", "j"), (relation, "n2", "j"), ("Assignment", "j", "s")])
    let all = try members(of: "s", imported)
    guard all.count == 1, case .group(let group) = all[0] else {
      Issue.record("no group: \(all)")
      return
    }
    #expect(group.need == .any)
    #expect(group.members.count == 2 && group.members.last == Self.unknown)
    #expect(group.members.first?.references.map(\.target) == ["n1"])
    #expect(meanings(imported, relation, .guessed) == ["\(meaning): counts as an unknown need"])
    #expect(Validator.diagnose(imported.model).errors == [])
    let yaml = ModelWriter().yaml(of: imported.model)
    let again = try ModelReader().read(text: yaml, named: "m.yaml").model
    #expect(again.components.contains { $0.id == "s" && $0.requires.references.count == 1 })
    #expect(yaml.contains("unknown"))
  }

  @Test func aJunctionWithinThatLeadsNowhereIsAnUnknownAlternative() throws {
    let imported = try read(
      [("n1", "Node"), ("s", "ApplicationService"), ("j", "OrJunction"), ("k", "AndJunction")],
      [("Serving", "n1", "j"), ("Serving", "k", "j"), ("Serving", "j", "s")])
    let all = try members(of: "s", imported)
    guard all.count == 1, case .group(let group) = all[0] else {
      Issue.record("no group: \(all)")
      return
    }
    #expect(group.need == .any && group.members.last == Self.unknown)
    #expect(count(imported, "empty junction", .ignored) == 1)
  }

  @Test(arguments: ["Grouping", "Nodule"])
  func aNeedForWhatMayFailStaysAsUnknown(type: String) throws {
    let imported = try read(
      [("n1", "Node"), ("n2", type), ("n3", type), ("s", "ApplicationService")],
      [("Serving", "n1", "s"), ("Serving", "n2", "s"), ("Serving", "n3", "s")])
    let all = try members(of: "s", imported)
    #expect(all.count == 2 && all.last == Self.unknown)
    #expect(all.first?.references.map(\.target) == ["n1"])
    #expect(count(imported, "Serving", .mapped) == 1)
    #expect(count(imported, "Serving", .guessed) == 2)
    #expect(count(imported, type, .ignored) == 2)
    // Through a junction of all the same.
    let joined = try read(
      [("n1", "Node"), ("n2", type), ("j", "AndJunction"), ("s", "ApplicationService")],
      [("Serving", "n1", "j"), ("Serving", "n2", "j"), ("Serving", "j", "s")])
    guard case .group(let group)? = try members(of: "s", joined).first else {
      Issue.record("no group")
      return
    }
    #expect(group.need == .all && group.members.last == Self.unknown)
  }

  @Test func whatCannotFailIsNoNeed() throws {
    let imported = try read(
      [("n1", "Node"), ("e", "BusinessEvent"), ("s", "ApplicationService"), ("g", "Grouping")],
      [("Serving", "n1", "s"), ("Serving", "e", "s"), ("Serving", "s", "g")])
    #expect(try members(of: "s", imported).flatMap(\.references).map(\.target) == ["n1"])
    #expect(try members(of: "s", imported).count == 1)
    #expect(count(imported, "Serving", .ignored) == 2)
    #expect(
      meanings(imported, "Serving", .ignored) == ["with a grouping", "with what cannot fail"])
  }
}
