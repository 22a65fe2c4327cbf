import Foundation
import Testing

@testable import DepGraph

@Suite struct KeyTableTests {
  /// A listed key that the reader forgets, or that the fixture lacks, fails here.
  @Test func everyKeyIsRead() throws {
    let session = ReadingSession()
    session.keysRead = []
    let read = try ModelReader().read(Fixture.path("every-key/model.yaml"), in: session)
    var used = try #require(session.keysRead)
    used.formUnion(
      try keysRead(in: "scenario") { file, session in
        _ = try ScenarioReader().read(file, session, read.model)
      })
    used.formUnion(
      try keysRead(in: "baseline") { file, session in
        _ = try BaselineReader().read(file, session)
      })
    used.formUnion(
      try keysRead(in: "criteria") { file, session in
        _ = try CriteriaReader().read(file, session, .builtIn)
      })
    used.formUnion(
      try keysRead(in: "rules") { file, session in
        _ = try ControlSetReader().read(file, session)
      })
    used.formUnion(
      try keysRead(in: "escalation") { file, session in
        _ = try EscalationFrameworkReader().read(file, session, read.model)
      })
    used.formUnion(
      try keysRead(in: "clocks") { file, session in
        _ = try DutyClockReader().read(file, session)
      })
    let forgotten = KeyTable.sections.flatMap { section in
      section.keys.map { ReadingSession.KeyUse(section: section.name, key: $0.name) }
    }.filter { !used.contains($0) }
    #expect(forgotten == [])
  }

  /// The keys of a file of the fixture that its reader looks up.
  private func keysRead(
    in name: String, _ read: (InputFile, ReadingSession) throws -> Void
  ) throws -> Set<ReadingSession.KeyUse> {
    let session = ReadingSession()
    session.keysRead = []
    let path = Fixture.path("every-key/\(name).yaml")
    try read(InputFile(path: path, name: path), session)
    return try #require(session.keysRead)
  }

  @Test func everySectionIsDescribed() {
    for section in KeyTable.sections {
      #expect(section.meaning.hasSuffix("."), "\(section.title)")
      #expect(Set(section.keyNames).count == section.keys.count, "\(section.title)")
      for key in section.keys {
        #expect(key.meaning.hasSuffix("."), "\(key.name) of \(section.title)")
        #expect(!key.meaning.contains("\n"))
        // No key of ours is a word that YAML 1.1 takes for a truth value or a number.
        #expect(!QuoteThis.isAmbiguous(key.name), "\(key.name)")
      }
    }
  }

  /// `DEPGRAPH_RECORD=1` writes the schema anew, and fails, so that nobody records unawares.
  @Test func theSchemaInTheModelsFolderIsThisOne() throws {
    let url = Fixture.root.appendingPathComponent("models/depgraph.schema.json")
    if ProcessInfo.processInfo.environment["DEPGRAPH_RECORD"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(JSONSchema.model.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent)")
      return
    }
    #expect(try Fixture.text("models/depgraph.schema.json") == JSONSchema.model)
  }

  @Test func theCriteriaSchemaInTheModelsFolderIsThisOne() throws {
    let url = Fixture.root.appendingPathComponent("models/depgraph-criteria.schema.json")
    if ProcessInfo.processInfo.environment["DEPGRAPH_RECORD"] == "1" {
      try Data(JSONSchema.criteria.utf8).write(to: url)
      Issue.record("recorded \(url.lastPathComponent)")
      return
    }
    #expect(try Fixture.text("models/depgraph-criteria.schema.json") == JSONSchema.criteria)
  }

  @Test(
    arguments: [
      JSONSchema.model, JSONSchema.scenario, JSONSchema.sectorFile, JSONSchema.criteria,
      JSONSchema.baseline, JSONSchema.escalation, JSONSchema.clocks,
    ])
  func schemasAreJSONWithoutDanglingReferences(text: String) throws {
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    let schema = try #require(object as? [String: Any])
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: Set<String> = []
    func walk(_ value: Any) {
      if let object = value as? [String: Any] {
        if let reference = object["$ref"] as? String { references.insert(reference) }
        object.values.forEach(walk)
      } else if let list = value as? [Any] {
        list.forEach(walk)
      }
    }
    walk(schema)
    for reference in references {
      #expect(definitions[String(reference.dropFirst("#/$defs/".count))] != nil, "\(reference)")
    }
  }

  @Test func theReferencePageInTheDocumentationIsThisOne() throws {
    try GoldenText(page: "docs/model-keys.md").expect(KeyTable.referencePage)
  }

  @Test func theReferencePageHasARowForEveryKey() {
    let rows = KeyTable.referencePage.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == KeyTable.sections.map(\.keys.count).reduce(0, +))
  }
}
