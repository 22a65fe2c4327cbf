extension KeyTable {
  /// The reference of every key, in Markdown.
  ///
  /// - Complexity: O(*n*) for *n* keys.
  public static var referencePage: String {
    var page = """
      # Reference of the model format

      Made from the key table of the reader: do not edit. Every key is optional unless it says so.

      """
    for section in sections {
      page += "\n## \(section.title)\n\n\(section.meaning)\n\n"
      page += "| key | value | meaning | default |\n| --- | --- | --- | --- |\n"
      for key in section.keys { page += row(key) }
    }
    return page
  }

  private static func row(_ key: FormatKey) -> String {
    var meaning = key.meaning
    if let unit = key.unit { meaning += " Unit: \(unit)." }
    if key.isRequired { meaning += " **Required.**" }
    let cells = [
      "`\(key.name)`", key.shape.description, meaning, key.standard.map(quoted) ?? "–",
    ]
    return "| " + cells.map(escaped).joined(separator: " | ") + " |\n"
  }

  /// A default that is a value is set as code; one that is a sentence is not.
  private static func quoted(_ standard: String) -> String {
    standard.contains(" ") ? standard : "`\(standard)`"
  }

  private static func escaped(_ cell: String) -> String {
    cell.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}

extension ValueShape: CustomStringConvertible {
  /// What a value looks like, in words.
  public var description: String {
    switch self {
    case .version: "`1`"
    case .text: "text, or a text per language"
    case .word: "word"
    case .identifier: "id"
    case .causeIdentifier: "`key:value`"
    case .reference(let referent): "id of \(referent.withArticle)"
    case .seed: "id, common cause, glob or selector"
    case .duration: "duration"
    case .ratio: "ratio, or `{from, to}`"
    case .share: "ratio"
    case .money: "money"
    case .instant: "instant"
    case .date: "date"
    case .clock: "time of day"
    case .days: "days of the week"
    case .zone: "time zone"
    case .hours: "hours"
    case .number(let least, let most):
      "number, \(Int(least)) \(most.map { "to \(Int($0))" } ?? "or more")"
    case .integer(let least): "whole number, \(least) or more"
    case .boolean: "`true` or `false`"
    case .oneOf(let words): words.map { "`\($0)`" }.joined(separator: ", ")
    case .comparison: "comparison, such as `>= 2`"
    case .threshold: "number or percentage"
    case .requirement: "requirement"
    case .rule: "rule"
    case .referred(let name): "id, or \(KeyTable.section(name).title)"
    case .section(let name): "mapping (\(KeyTable.section(name).title))"
    case .list(let member): "list of: \(member)"
    case .oneOrMore(let member): "one or a list of: \(member)"
    case .map(let member): "mapping of words to: \(member)"
    case .orUnknown(let inner): "\(inner), or `unknown`"
    case .either(let first, let second): "\(first), or \(second)"
    }
  }
}
