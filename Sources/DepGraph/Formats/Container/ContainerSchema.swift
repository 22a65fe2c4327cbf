/// The tables of a container, which a person can query with any tool for SQLite.
///
/// `docs/container-format.md` describes them for people; the two change together, with the version.
enum ContainerSchema {
  /// What begins every SQLite file.
  static let magic = Array("SQLite format 3\0".utf8)
  /// Which SQLite files are ours: `DGPH`.
  static let applicationID = 0x4447_5048
  /// The version of the tables.
  static let version = 1

  /// A section of the format that is kept as one table of whole entries.
  struct Section: Sendable {
    /// The name of the table.
    let table: String
    /// The key of the section.
    let key: String
    /// Whether its entries have an `id`.
    let hasID: Bool
    /// The key that people call an entry by; nil: it has none.
    let nameKey: String?

    /// The columns beside the number of the row and the document.
    var columns: [String] { (hasID ? ["id"] : []) + (nameKey == nil ? [] : ["name"]) }
  }

  /// The sections, all but the components.
  static let sections = [
    Section(table: "source", key: "sources", hasID: true, nameKey: "title"),
    Section(table: "party", key: "parties", hasID: true, nameKey: "name"),
    Section(table: "contract", key: "contracts", hasID: true, nameKey: "name"),
    Section(table: "common_cause", key: "common-causes", hasID: true, nameKey: "name"),
    Section(table: "contact", key: "contacts", hasID: true, nameKey: "name"),
    Section(table: "escalation_level", key: "escalation", hasID: true, nameKey: "name"),
    Section(table: "observation", key: "observations", hasID: false, nameKey: nil),
    Section(table: "plan", key: "plans", hasID: true, nameKey: "name"),
    Section(table: "measure", key: "measures", hasID: true, nameKey: "text"),
    Section(table: "crew", key: "crews", hasID: true, nameKey: "name"),
    Section(table: "restore_class", key: "restore-classes", hasID: true, nameKey: "name"),
    Section(table: "expectation", key: "expect", hasID: false, nameKey: "name"),
  ]

  /// The columns of a component that are keys of the format, in the order of the table.
  static let componentKeys = ["name", "kind", "layer", "owner", "operator", "product-of"]
  /// The keys of a component that have tables of their own.
  static let tableKeys = [
    "shares", "requires", "starts-with", "repair-needs", "degrades-without", "independent-of",
    "external", "tags",
  ]
  /// The keys of a component whose values are rows of `requirement`; the first is meant by NULL.
  static let slots = [
    "requires", "starts-with", "repair-needs", "degrades-without", "independent-of",
  ]
  /// The keys of the model that its table may hold.
  static let modelKeys = [
    "depgraph", "name", "language", "zone", "as-of", "basis", "source", "marking", "markings",
    "note", "briefing",
  ]

  /// A table with what there must be in it.
  struct Table: Sendable {
    let name: String
    /// The columns, in the order in which they are made.
    let columns: [String]
    /// How its rows are ordered.
    let order: String
    /// The statement that makes it.
    let statement: String
  }

  /// The tables, in the order in which they are made.
  static let tables: [Table] =
    [
      Table(
        name: "container", columns: ["key", "value"], order: "key",
        statement: """
          CREATE TABLE container(
            key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID
          """),
      Table(
        name: "model", columns: ["key", "value"], order: "key",
        statement: """
          CREATE TABLE model(key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) WITHOUT ROWID
          """),
    ] + sections.map(table(of:)) + componentTables

  private static func table(of section: Section) -> Table {
    let columns = section.columns.map { $0 == "id" ? "id TEXT UNIQUE NOT NULL" : "\($0) TEXT" }
    let all = ["number INTEGER PRIMARY KEY"] + columns + ["document TEXT NOT NULL DEFAULT '{}'"]
    return Table(
      name: section.table, columns: ["number"] + section.columns + ["document"], order: "number",
      statement: "CREATE TABLE \(section.table)(\(all.joined(separator: ", ")))")
  }

  private static let componentTables = [
    Table(
      name: "component",
      columns: [
        "number", "id", "name", "kind", "layer", "owner", "operator", "product_of",
        "states_requires", "more",
      ], order: "number",
      statement: """
        CREATE TABLE component(
          number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, name TEXT, kind TEXT, layer TEXT,
          owner TEXT, operator TEXT, product_of TEXT, states_requires INTEGER, more TEXT)
        """),
    Table(
      name: "requirement",
      columns: [
        "component", "position", "target", "holdup", "slot", "parent", "type", "threshold", "more",
      ], order: "component, position",
      statement: """
        CREATE TABLE requirement(
          component INTEGER NOT NULL, position INTEGER NOT NULL, target, holdup REAL, slot TEXT,
          parent INTEGER, type TEXT, threshold, more TEXT, PRIMARY KEY (component, position))
        WITHOUT ROWID
        """),
    Table(
      name: "share", columns: ["component", "position", "key", "value", "more"],
      order: "component, position",
      statement: """
        CREATE TABLE share(
          component INTEGER NOT NULL, position INTEGER NOT NULL, key TEXT NOT NULL, value TEXT,
          more TEXT, PRIMARY KEY (component, position)) WITHOUT ROWID
        """),
    Table(
      name: "external_id", columns: ["component", "position", "register", "id"],
      order: "component, position",
      statement: """
        CREATE TABLE external_id(
          component INTEGER NOT NULL, position INTEGER NOT NULL, register TEXT NOT NULL,
          id TEXT NOT NULL, PRIMARY KEY (component, position)) WITHOUT ROWID
        """),
    Table(
      name: "tag", columns: ["component", "position", "tag"], order: "component, position",
      statement: """
        CREATE TABLE tag(
          component INTEGER NOT NULL, position INTEGER NOT NULL, tag TEXT NOT NULL,
          PRIMARY KEY (component, position)) WITHOUT ROWID
        """),
  ]

  /// What a row of `requirement` says that is more than a component and what it requires.
  static let isNotPlain = "coalesce(holdup, slot, parent, type, threshold, more) IS NOT NULL"

  /// What makes the tables quicker to read, and easier to use for a person: the few rows that are
  /// not plain, apart; and who depends on whom, by ids.
  static let conveniences = [
    """
    CREATE INDEX requirement_not_plain ON requirement(
      component, position, target, holdup, slot, parent, type, threshold, more)
    WHERE \(isNotPlain)
    """,
    """
    CREATE VIEW dependency AS
    SELECT dependent.id AS dependent, needed.id AS target,
      coalesce(top.slot, r.slot, 'requires') AS slot, coalesce(top.type, 'all') AS "group",
      r.holdup AS holdup
    FROM requirement AS r
    JOIN component AS dependent ON dependent.number = r.component
    JOIN component AS needed ON needed.number = CASE typeof(r.target)
      WHEN 'text' THEN (SELECT number FROM component WHERE id = r.target) ELSE r.target END
    LEFT JOIN requirement AS top ON top.component = r.component AND top.position = r.parent
    """,
    """
    CREATE TRIGGER add_dependency INSTEAD OF INSERT ON dependency BEGIN
      SELECT RAISE(ABORT, 'there is no such dependent')
      WHERE NOT EXISTS (SELECT 1 FROM component WHERE id = NEW.dependent);
      INSERT INTO requirement(component, position, slot, target, holdup)
      SELECT number,
        1 + coalesce((SELECT max(position) FROM requirement WHERE component = number), 0),
        nullif(NEW.slot, 'requires'),
        coalesce((SELECT number FROM component WHERE id = NEW.target), NEW.target), NEW.holdup
      FROM component WHERE id = NEW.dependent;
    END
    """,
  ]
}
