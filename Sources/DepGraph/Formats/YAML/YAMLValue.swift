/// A value of a YAML text with its place: what the readers see of YAML.
///
/// Every scalar is its text (YAML 1.2's core schema would make `NO` a text and YAML 1.1 a truth
/// value; here both are text, and the reader of a key decides what it means).
struct YAMLValue: Sendable {
  /// What a value is.
  enum Content: Sendable {
    /// A text; plain if it was written without quotes.
    case scalar(String, isPlain: Bool)
    /// Values in order.
    case list([YAMLValue])
    /// Pairs in the order written; no two keys are equal.
    case mapping([Pair])
  }

  /// A key with its value.
  struct Pair: Sendable {
    /// The key's text.
    let key: String
    /// Whether the key was written without quotes.
    let keyIsPlain: Bool
    /// Where the key stands.
    let place: SourcePlace
    /// The value.
    let value: YAMLValue
  }

  /// What it is.
  let content: Content
  /// Where it begins.
  let place: SourcePlace

  /// The text of a scalar.
  var scalar: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// Whether it was left empty, or says `null` or `~` without quotes.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    switch text {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }

  /// The members of a list.
  var list: [YAMLValue]? {
    guard case .list(let members) = content else { return nil }
    return members
  }

  /// The pairs of a mapping.
  var mapping: [Pair]? {
    guard case .mapping(let pairs) = content else { return nil }
    return pairs
  }

  /// The value of a key of a mapping.
  ///
  /// - Complexity: O(*n*) for *n* pairs: for a look at one key only.
  subscript(key: String) -> YAMLValue? { mapping?.first { $0.key == key }?.value }

  /// What it is, in words for a message.
  var description: String {
    switch content {
    case .scalar where isNull: "nothing"
    case .scalar(let text, _): "`\(text.prefix(40))`"
    case .list: "a list"
    case .mapping: "a mapping"
    }
  }
}
