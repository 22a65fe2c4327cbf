/// Every key of the model format: the one table that the reader, the JSON Schema and the reference
/// page are made from.
///
/// The reader can look up only keys that stand here, and a test holds that it looks up every one.
/// Format 1 grows by optional keys: whoever needs one adds it here, with meaning, unit and default.
public enum KeyTable {
  /// The sections, in the order of the reference page.
  public static let sections: [FormatSection] = SectionName.allCases.map(FormatSection.named)

  private static let byName: [SectionName: FormatSection] = {
    var table: [SectionName: FormatSection] = [:]
    for section in sections { table[section.name] = section }
    return table
  }()

  /// The section of a name.
  ///
  /// - Complexity: O(1).
  static func section(_ name: SectionName) -> FormatSection {
    byName[name] ?? FormatSection.named(name)
  }
}

/// The mappings that the format knows, each with its own keys.
public enum SectionName: String, Hashable, Sendable, CaseIterable {
  case model, source, marking, markings, markingFloors, partner, agreedScenario
  case component, reference, softReference, claim
  case anyGroup, atLeastGroup, pathRequirement, path
  case sharedValue, interval, window, impact, vital, decision, protectionNeed, position
  case commonCause
  case party, contract, validity, target
  case contact, escalationLevel, condition
  case observation, plan, measure, crew, restoreClass, adoption, expectation
  case sectorFile, sector
  case scenario, event, recoveryLag, scenarioTarget, scenarioExpectation
  case baseline, acceptance
  case criteriaFile, criterion, thresholdChoice, figure, question, criteriaLevel
  case anyOfRule, allOfRule, atLeastRule, notRule, subjectRule
  case ruleFile, control, controlCheck
  case frameworkFile, clockFile, duty
  case briefing
}

/// One kind of mapping of the format.
public struct FormatSection: Hashable, Sendable {
  /// Its name.
  public let name: SectionName
  /// Where it is written, as a heading.
  public let title: String
  /// What it is, in one sentence.
  public let meaning: String
  /// Its keys, in the order of the reference page.
  public let keys: [FormatKey]
  /// The index of each key by its name.
  let indices: [String: Int]

  /// Makes a section.
  init(_ name: SectionName, _ title: String, _ meaning: String, _ keys: [FormatKey]) {
    self.name = name
    self.title = title
    self.meaning = meaning
    self.keys = keys
    var indices: [String: Int] = [:]
    for (index, key) in keys.enumerated() { indices[key.name] = index }
    self.indices = indices
  }

  /// The names of its keys, in order.
  var keyNames: [String] { keys.map(\.name) }
}

/// One key of a section.
public struct FormatKey: Hashable, Sendable {
  /// How it is written.
  public let name: String
  /// What its value looks like.
  public let shape: ValueShape
  /// What it means, in one sentence.
  public let meaning: String
  /// The unit of its number, if it has one that is not written.
  public let unit: String?
  /// What stands in when it is missing; nil: nothing does.
  public let standard: String?
  /// Whether it must be written.
  public let isRequired: Bool

  /// Makes a key.
  init(
    _ name: String, _ shape: ValueShape, _ meaning: String, unit: String? = nil,
    standard: String? = nil, required: Bool = false
  ) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.unit = unit
    self.standard = standard
    isRequired = required
  }
}

/// What a value looks like.
public indirect enum ValueShape: Hashable, Sendable {
  /// The number of the format's version.
  case version
  /// A text in one language, or one per language.
  case text
  /// A text that is no prose: a label, an address, a number of a paper.
  case word
  /// The id of the thing itself.
  case identifier
  /// The id of a common cause, `key:value`.
  case causeIdentifier
  /// The id of something declared.
  case reference(Referent)
  /// An id, an external id, a common cause, a glob or a selector.
  case seed
  /// A length of time.
  case duration
  /// A share, exact or as an interval.
  case ratio
  /// A share, exact.
  case share
  /// An amount of euros.
  case money
  /// A moment, with its offset from UTC.
  case instant
  /// A day.
  case date
  /// A time of the day, `08:00`.
  case clock
  /// A day of the week, several (`mon-fri`), or `daily`.
  case days
  /// The name of a time zone.
  case zone
  /// Hours of the week.
  case hours
  /// A number from one bound to another, if any.
  case number(from: Double, to: Double?)
  /// A whole number from a bound.
  case integer(from: Int)
  /// `true` or `false`.
  case boolean
  /// One of a few words.
  case oneOf([String])
  /// `>= 2`, `> 1`, `2`, `>= 50%`.
  case comparison
  /// `2` or `60%`.
  case threshold
  /// What a component needs.
  case requirement
  /// When criteria are met.
  case rule
  /// One reference, as an id or as this section.
  case referred(SectionName)
  /// A mapping.
  case section(SectionName)
  /// Members in order.
  case list(ValueShape)
  /// One, or members in order.
  case oneOrMore(ValueShape)
  /// A mapping whose keys are words of the author.
  case map(ValueShape)
  /// The value, or the word `unknown`.
  case orUnknown(ValueShape)
  /// One of two shapes.
  case either(ValueShape, ValueShape)
}

/// What an id can refer to.
public enum Referent: String, Hashable, Sendable, CaseIterable {
  case source, party, contract, component
  case commonCause = "common cause"
  case contact
  case escalationLevel = "escalation level"
  case plan, measure, crew
  case restoreClass = "restore class"
  case sector

  /// It with its article, for a message.
  var withArticle: String { (self == .escalationLevel ? "an " : "a ") + rawValue }
}
