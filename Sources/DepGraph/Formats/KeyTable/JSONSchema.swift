/// The formats as JSON Schema (draft 2020-12), made from the key table, for editors that complete
/// and check while one writes.
///
/// The schema is looser than the reader where a schema cannot follow: it does not know what ids are
/// declared, and sees numbers where YAML sees numbers.
public enum JSONSchema {
  /// The schema of model files.
  public static let model = text(of: .model, title: "DepGraph model")
  /// The schema of scenario files.
  public static let scenario = text(of: .scenario, title: "DepGraph scenario")
  /// The schema of baselines: findings that were accepted.
  public static let baseline = text(of: .baseline, title: "DepGraph baseline")
  /// The schema of sector files.
  public static let sectorFile = text(of: .sectorFile, title: "DepGraph sectors")
  /// The schema of criteria files.
  public static let criteria = text(of: .criteriaFile, title: "DepGraph criteria")
  /// The schema of rule files.
  public static let rules = text(of: .ruleFile, title: "DepGraph rules")
  /// The schema of escalation frameworks that stand in a file of their own.
  public static let escalation = text(of: .frameworkFile, title: "DepGraph escalation framework")
  /// The schema of files of statutory clocks.
  public static let clocks = text(of: .clockFile, title: "DepGraph clocks")

  private static func text(of root: SectionName, title: String) -> String {
    var needed: [SectionName] = []
    gather(root, into: &needed)
    // In the order of the key table, whatever refers to what first.
    let sections = SectionName.allCases.filter(needed.contains)
    return JSONText.object([
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      ("title", .string(title)),
      ("$ref", .string("#/$defs/" + root.rawValue)),
      (
        "$defs",
        .object(
          scalars + (needed.contains(.reference) ? [("requirement", requirement)] : [])
            + (needed.contains(.anyOfRule) ? [("rule", rule)] : [])
            + sections.map { ($0.rawValue, schema(of: KeyTable.section($0))) })
      ),
    ]).pretty
  }

  /// Adds a section and all that its keys lead to.
  private static func gather(_ name: SectionName, into needed: inout [SectionName]) {
    guard !needed.contains(name) else { return }
    needed.append(name)
    for key in KeyTable.section(name).keys {
      for section in key.shape.sections { gather(section, into: &needed) }
    }
  }

  private static func schema(of section: FormatSection) -> JSONText {
    let required = section.keys.filter(\.isRequired).map { JSONText.string($0.name) }
    var members: [(String, JSONText)] = [
      ("description", .string(section.meaning)),
      ("type", .string("object")),
      ("properties", .object(section.keys.map { ($0.name, property($0)) })),
    ]
    // An included file may leave out the version, and one schema serves both.
    if !required.isEmpty, section.name != .model { members.append(("required", .array(required))) }
    members.append(("additionalProperties", .boolean(false)))
    return .object(members)
  }

  private static func property(_ key: FormatKey) -> JSONText {
    var meaning = key.meaning
    if let unit = key.unit { meaning += " Unit: \(unit)." }
    if let standard = key.standard { meaning += " Default: \(standard)." }
    guard case .object(let members) = schema(of: key.shape) else { return .boolean(true) }
    return .object([("description", .string(meaning))] + members)
  }

  private static func schema(of shape: ValueShape) -> JSONText {
    switch shape {
    case .version: .object([("const", .number(1))])
    case .text: reference("text")
    case .word, .seed, .zone: reference("word")
    case .identifier, .reference: reference("id")
    case .causeIdentifier: reference("causeId")
    case .duration: reference("duration")
    case .ratio: anyOf([reference("share"), reference(SectionName.interval.rawValue)])
    case .share: reference("share")
    case .money: reference("money")
    case .instant: reference("instant")
    case .date: reference("date")
    case .clock: reference("clock")
    case .days: oneOrMore(reference("word"))
    case .hours: hours
    case .number(let least, let most): number(from: least, to: most)
    case .integer(let least):
      .object([("type", .string("integer")), ("minimum", .number(Double(least)))])
    case .boolean: .object([("type", .string("boolean"))])
    case .oneOf(let words): .object([("enum", .array(words.map { .string($0) }))])
    case .comparison, .threshold: reference("word")
    case .requirement: reference("requirement")
    case .rule: reference("rule")
    case .referred(let name): anyOf([reference("id"), reference(name.rawValue)])
    case .section(let name): reference(name.rawValue)
    case .list(let member): list(of: schema(of: member))
    case .oneOrMore(let member): oneOrMore(schema(of: member))
    case .map(let member):
      .object([("type", .string("object")), ("additionalProperties", schema(of: member))])
    case .orUnknown(let inner):
      anyOf([.object([("const", .string("unknown"))]), schema(of: inner)])
    case .either(let first, let second): anyOf([schema(of: first), schema(of: second)])
    }
  }
}

// MARK: - Pieces

extension JSONSchema {
  private static var scalars: [(String, JSONText)] {
    let words: JSONText = .array([.string("string"), .string("number")])
    return [
      ("word", .object([("type", words)])),
      (
        "text",
        anyOf([
          .object([("type", .array(["string", "number", "boolean"].map { .string($0) }))]),
          .object([
            ("type", .string("object")),
            (
              "properties",
              .object(Language.allCases.map { ($0.rawValue, .object([("type", words)])) })
            ),
            ("minProperties", .number(1)),
            ("additionalProperties", .boolean(false)),
          ]),
        ])
      ),
      ("id", .object([("type", words)])),
      ("causeId", pattern("^[a-z0-9][a-z0-9._-]{0,127}:[a-z0-9][a-z0-9._-]{0,127}$")),
      (
        "duration",
        anyOf([
          pattern("^([0-9]+(\\.[0-9]+)?(s|m|h|d|w|mo|y))+$"), pattern("^P[0-9T].*$"),
          .object([("const", .number(0))]),
        ])
      ),
      (
        "share",
        anyOf([number(from: 0, to: 1), pattern("^[0-9]+(\\.[0-9]+)? ?%$")])
      ),
      (
        "money",
        anyOf([
          number(from: 0, to: nil), pattern("^[0-9.]+([eE][+]?[0-9]+)?( (k|M|bn))?( EUR)?$"),
        ])
      ),
      (
        "instant",
        pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+-][0-9]{2}(:?[0-9]{2})?)$")
      ),
      ("date", pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}$")),
      ("clock", pattern("^[0-9]{1,2}:[0-9]{2}$")),
    ]
  }

  private static var requirement: JSONText {
    anyOf(
      [reference("id"), list(of: reference("requirement"))]
        + [SectionName.reference, .anyGroup, .atLeastGroup, .pathRequirement].map {
          reference($0.rawValue)
        })
  }

  private static var rule: JSONText {
    anyOf(
      [reference("word"), list(of: reference("rule"))]
        + ValueShape.rule.sections.map { reference($0.rawValue) })
  }

  private static var hours: JSONText {
    anyOf([
      .object([("const", .string("always"))]),
      oneOrMore(reference(SectionName.window.rawValue)),
    ])
  }

  private static func number(from least: Double, to most: Double?) -> JSONText {
    .object(
      [("type", .string("number")), ("minimum", .number(least))]
        + (most.map { [("maximum", .number($0))] } ?? []))
  }

  private static func reference(_ name: String) -> JSONText {
    .object([("$ref", .string("#/$defs/" + name))])
  }

  private static func anyOf(_ members: [JSONText]) -> JSONText {
    .object([("anyOf", .array(members))])
  }

  private static func list(of member: JSONText) -> JSONText {
    .object([("type", .string("array")), ("items", member)])
  }

  private static func oneOrMore(_ member: JSONText) -> JSONText {
    anyOf([member, list(of: member)])
  }

  private static func pattern(_ pattern: String) -> JSONText {
    .object([("type", .string("string")), ("pattern", .string(pattern))])
  }
}

extension ValueShape {
  /// The sections that a value of this shape can hold.
  var sections: [SectionName] {
    switch self {
    case .section(let name), .referred(let name): [name]
    case .requirement: [.reference, .anyGroup, .atLeastGroup, .pathRequirement]
    case .rule: [.anyOfRule, .allOfRule, .atLeastRule, .notRule, .subjectRule]
    case .hours: [.window]
    case .ratio: [.interval]
    case .list(let inner), .oneOrMore(let inner), .map(let inner), .orUnknown(let inner):
      inner.sections
    case .either(let first, let second): first.sections + second.sections
    default: []
    }
  }
}
