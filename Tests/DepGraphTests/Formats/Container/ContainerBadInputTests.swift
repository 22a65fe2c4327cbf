import Foundation
import Testing

@testable import DepGraph

/// Broken containers: each gives located errors, and none takes the program down.
@Suite struct ContainerBadInputTests {
  /// What is done to a good container, and what is then found.
  static let corpus: [(name: String, statement: String, errors: [String])] = [
    ("another program's", "PRAGMA application_id = 7", [":1:1 not-container"]),
    ("a newer version", "PRAGMA user_version = 2", [":1:1 wrong-version"]),
    ("a missing table", "DROP TABLE requirement", [":1:1 damaged"]),
    ("a missing section", "DROP TABLE crew", [":1:1 damaged"]),
    (
      "a view for a table", "DROP TABLE tag; CREATE VIEW tag AS SELECT 1 AS component",
      [":1:1 damaged"]
    ),
    (
      "a computed column",
      "DROP TABLE tag; CREATE TABLE tag(component, position, tag AS (component))",
      [":1:1 damaged"]
    ),
    ("a missing column", "ALTER TABLE component DROP COLUMN more", [":1:1 damaged"]),
    (
      "a number for a name",
      "DROP VIEW dependency; CREATE TABLE c2 AS SELECT * FROM component; DROP TABLE component; ALTER TABLE c2 RENAME TO "
        + "component; UPDATE component SET layer = x'05' WHERE number = 2",
      ["/component:2:1 wrong-type"]
    ),
    (
      "two components of one id",
      "DROP VIEW dependency; CREATE TABLE c2 AS SELECT * FROM component; DROP TABLE component; ALTER TABLE c2 RENAME TO "
        + "component; UPDATE component SET id = 'a' WHERE number = 2",
      ["/component:2:1 duplicate-id", "/requirement:1:1 self-requirement"]
    ),
    (
      "an id that is none", "UPDATE component SET id = 'A B' WHERE number = 5",
      [
        "/component:5:1 bad-id"
      ]
    ),
    (
      "a blob for an id", "UPDATE component SET id = x'ff' WHERE number = 5",
      [
        "/component:5:1 bad-id", "/component:5:1 wrong-type",
      ]
    ),
    (
      "no UTF-8", "UPDATE component SET name = CAST(x'ff41' AS TEXT) WHERE number = 5",
      [
        "/component:5:1 not-text"
      ]
    ),
    (
      "an id of a party too", "UPDATE party SET id = 'a'",
      [
        "/component:1:1 duplicate-id", "/component:1:1 unknown-reference",
        "/contact:1:1 unknown-reference",
      ]
    ),
    (
      "an unknown kind", "UPDATE component SET kind = 'sit' WHERE number = 2",
      [
        "/component:2:1 unknown-value"
      ]
    ),
    (
      "an unknown owner", "UPDATE component SET owner = 'bas'",
      [
        "/component:1:1 unknown-reference", "/component:2:1 unknown-reference",
        "/component:3:1 unknown-reference", "/component:4:1 unknown-reference",
        "/component:5:1 unknown-reference",
      ]
    ),
    (
      "no JSON", "UPDATE component SET more = '{\"rto\":' WHERE number = 1",
      [
        "/component:1:1 bad-value"
      ]
    ),
    (
      "deep JSON", "UPDATE component SET more = replace(hex(zeroblob(5000)), '0', '[')",
      [
        "/component:1:1 bad-value", "/component:2:1 bad-value", "/component:3:1 bad-value",
        "/component:4:1 bad-value", "/component:5:1 bad-value",
      ]
    ),
    (
      "a list for an object", "UPDATE component SET more = '[1]' WHERE number = 1",
      [
        "/component:1:1 wrong-type"
      ]
    ),
    (
      "an unknown key", "UPDATE component SET more = '{\"rta\":\"4h\"}' WHERE number = 1",
      [
        "/component:1:1 unknown-key"
      ]
    ),
    (
      "a key twice",
      "UPDATE component SET more = '{\"rto\":\"4h\",\"rto\":\"4h\"}' WHERE number = 1",
      [
        "/component:1:1 bad-value"
      ]
    ),
    (
      "a key that is a column",
      "UPDATE component SET more = '{\"kind\":\"site\"}' WHERE number = 1",
      [
        "/component:1:1 duplicate-key"
      ]
    ),
    (
      "a key that is a table", "UPDATE component SET more = '{\"requires\":[]}' WHERE number = 1",
      ["/component:1:1 unknown-key"]
    ),
    (
      "a bad value", "UPDATE component SET more = '{\"rto\":4}' WHERE number = 1",
      [
        "/component:1:1 bad-value"
      ]
    ),
    (
      "a null", "UPDATE component SET more = '{\"rto\":null}' WHERE number = 1",
      [
        "/component:1:1 wrong-type"
      ]
    ),
  ]

  /// The same for the rows that hang on components, and for the sections.
  static let more: [(name: String, statement: String, errors: [String])] = [
    (
      "a target that is not there", "UPDATE requirement SET target = 99 WHERE component = 5",
      [
        "/requirement:5:1 unknown-reference"
      ]
    ),
    (
      "a target far away",
      "UPDATE requirement SET target = 9223372036854775807 WHERE component = 5",
      [
        "/requirement:5:1 unknown-reference"
      ]
    ),
    (
      "a target that names nothing", "UPDATE requirement SET target = 'bee' WHERE component = 5",
      [
        "/requirement:5:1 unknown-reference"
      ]
    ),
    (
      "no target", "UPDATE requirement SET target = NULL WHERE component = 5",
      [
        "/requirement:5:1 missing-key"
      ]
    ),
    (
      "a dependent that is not there",
      "INSERT INTO requirement(component, position, target) VALUES "
        + "(99, 1, 1), (-1, 1, 1)",
      [
        "/requirement:-1:1 unknown-reference", "/requirement:99:1 unknown-reference",
      ]
    ),
    (
      "a group in itself", "UPDATE requirement SET parent = position WHERE type = 'any'",
      [
        "/requirement:1:2 unknown-reference", "/requirement:1:3 unknown-reference",
        "/requirement:1:4 unknown-reference",
      ]
    ),
    (
      "a group in what it holds", "UPDATE requirement SET parent = 3 WHERE type = 'any'",
      [
        "/requirement:1:2 unknown-reference", "/requirement:1:3 unknown-reference",
        "/requirement:1:4 unknown-reference",
      ]
    ),
    (
      "a member of what is no group", "UPDATE requirement SET parent = 1 WHERE type = 'any'",
      [
        "/requirement:1:2 unknown-reference", "/requirement:1:3 unknown-reference",
        "/requirement:1:4 unknown-reference",
      ]
    ),
    (
      "an unknown slot", "UPDATE requirement SET slot = 'needs' WHERE component = 5",
      [
        "/requirement:5:1 unknown-value"
      ]
    ),
    (
      "an unknown type", "UPDATE requirement SET type = 'one' WHERE component = 5",
      [
        "/requirement:5:1 unknown-value"
      ]
    ),
    (
      "a bad threshold",
      "UPDATE requirement SET type = 'at-least', threshold = 0 WHERE type = 'any'",
      [
        "/requirement:1:2 bad-threshold"
      ]
    ),
    (
      "no threshold", "UPDATE requirement SET type = 'at-least' WHERE type = 'any'",
      [
        "/requirement:1:2 missing-key", "/requirement:1:3 unknown-reference",
        "/requirement:1:4 unknown-reference",
      ]
    ),
    (
      "a negative holdup", "UPDATE requirement SET holdup = -1 WHERE component = 5",
      [
        "/requirement:5:1 out-of-range"
      ]
    ),
    (
      "an endless holdup", "UPDATE requirement SET holdup = 9e999 WHERE component = 5",
      [
        "/requirement:5:1 out-of-range"
      ]
    ),
    (
      "a holdup in words", "UPDATE requirement SET holdup = '1h' WHERE component = 5",
      [
        "/requirement:5:1 wrong-type"
      ]
    ),
    (
      "a path without ends", "UPDATE requirement SET type = 'path' WHERE component = 5",
      [
        "/requirement:5:1 bad-value", "/requirement:5:1 missing-key",
      ]
    ),
    (
      "a path without more",
      "UPDATE requirement SET type = 'path', target = NULL WHERE component = 5",
      [
        "/requirement:5:1 missing-key"
      ]
    ),
    (
      "two that are the whole",
      "UPDATE requirement SET parent = 0 WHERE component = 5; "
        + "INSERT INTO requirement(component, position, target, parent) VALUES (5, 2, 4, 0)",
      [
        "/requirement:5:2 bad-value"
      ]
    ),
    (
      "one beside the whole",
      "UPDATE requirement SET parent = 0 WHERE component = 5; "
        + "INSERT INTO requirement(component, position, target) VALUES (5, 2, 4)",
      [
        "/requirement:5:2 bad-value"
      ]
    ),
    (
      "needs nothing and something", "UPDATE component SET states_requires = 1 WHERE number = 5",
      [
        "/component:5:1 bad-value"
      ]
    ),
    (
      "a statement that is none", "UPDATE component SET states_requires = 7 WHERE number = 2",
      [
        "/component:2:1 bad-value"
      ]
    ),
    (
      "a share of nobody", "UPDATE share SET component = 77",
      [
        "/share:77:1 unknown-reference", "/share:77:2 unknown-reference",
      ]
    ),
    (
      "a share of a selector", "UPDATE share SET key = 'tag' WHERE position = 1",
      [
        "/share:2:1 bad-value"
      ]
    ),
    ("a share twice", "UPDATE share SET key = 'oil'", ["/share:2:2 duplicate-key"]),
    (
      "an external id twice", "INSERT INTO external_id VALUES (4, 1, 'cmdb', 'C-1')",
      [
        "/external_id:4:1 duplicate-id"
      ]
    ),
    ("a head of nothing", "DELETE FROM model", ["/model:1:1 wrong-version"]),
    (
      "a later format", "UPDATE model SET value = '2' WHERE key = 'depgraph'",
      [
        "/model:2:1 wrong-version"
      ]
    ),
    (
      "an unknown key of the head", "INSERT INTO model VALUES ('include', '[\"/etc/passwd\"]')",
      [
        "/model:3:1 unknown-key"
      ]
    ),
    ("a document that is no JSON", "UPDATE contact SET document = 'x'", ["/contact:1:1 bad-value"]),
    (
      "a name twice", "UPDATE contact SET document = '{\"name\":\"x\"}'",
      [
        "/contact:1:1 duplicate-key"
      ]
    ),
    (
      "a party that is not there", "UPDATE contact SET document = '{\"party\":\"bas\"}'",
      [
        "/contact:1:1 unknown-reference"
      ]
    ),
  ]

  @Test func eachGivesItsErrorsAtItsRow() throws {
    for (name, statement, errors) in Self.corpus + Self.more {
      let container = try TestContainer(statement)
      #expect(container.errors().sorted() == errors.sorted(), "\(name)")
    }
  }

  @Test func deepGroupsAreRefused() throws {
    let rows = (6...400).map { "(5, \($0), \($0 == 6 ? "NULL" : String($0 - 1)), 'all')" }
    let container = try TestContainer(
      "INSERT INTO requirement(component, position, parent, type) VALUES "
        + rows.joined(separator: ", "))
    #expect(container.errors().first?.hasSuffix("too-deep") == true)
  }

  /// A container is cut off anywhere, or a byte of it is changed: errors or a model, and no crash.
  @Test func cutOffAndChangedBytesAreNoCrash() throws {
    let container = try TestContainer()
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: container.path)))
    var damaged = 0
    for length in stride(from: 0, to: bytes.count, by: 997) {
      try Data(bytes[..<length]).write(to: URL(fileURLWithPath: container.path))
      if !container.errors().isEmpty { damaged += 1 }
    }
    #expect(damaged > 20)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      var changed = bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let place = Int.random(in: 16..<changed.count, using: &random)
        changed[place] = UInt8.random(in: 0...255, using: &random)
      }
      try Data(changed).write(to: URL(fileURLWithPath: container.path))
      _ = container.errors()
    }
  }

  @Test func endlessMistakesAreCutOff() throws {
    let container = try TestContainer(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO requirement(component, position, target) SELECT 5, i + 10, 'nobody-' || i FROM n
      """,
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
      INSERT INTO tag SELECT 1000 + i, 1, 'x' FROM n
      """)
    #expect(container.errors().count >= 1000)
  }

  @Test func theCommandEndsWithStatus2() throws {
    let container = try TestContainer("UPDATE requirement SET target = 99 WHERE component = 5")
    let run = try CommandRun("validate", container.path, "--lang", "en")
    #expect(run.status == 2)
    #expect(run.output.contains("m.sqlite/requirement:5:1"))
    #expect(run.output.contains("99"))
    let out = container.folder.path + "/out.yaml"
    #expect(try CommandRun("convert", container.path, out).status == 2)
    #expect(!FileManager.default.fileExists(atPath: out))
  }
}
