/// A JSON text as a value: the keys of an object keep their order, and no number is infinite.
///
/// Literals make it read like the JSON it stands for; the order of a dictionary literal is kept.
public enum JSONValue: Hashable, Sendable {
  /// Nothing, unknown, or never; the key says which.
  case null
  /// Yes or no.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// Another finite number.
  case decimal(Decimal)
  /// A text.
  case string(String)
  /// Values in an order.
  case array([JSONValue])
  /// Named values in an order.
  case object([Member])

  /// A finite number that is not whole, or too large to be counted in.
  public struct Decimal: Hashable, Sendable {
    /// The number.
    public let value: Double

    fileprivate init(_ value: Double) { self.value = value }
  }

  /// One named value of an object.
  public struct Member: Hashable, Sendable {
    /// The name.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// Makes a member.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// A number, whole where it is; null for nil and for what is not finite.
  ///
  /// - Parameter value: The number.
  /// - Returns: A value that prints as a number, or null.
  public static func number(_ value: Double?) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    // Up to 2⁵³ a double holds every whole number, so that none is printed that was not meant.
    if value == value.rounded(), value.magnitude <= 9_007_199_254_740_992 {
      return .integer(Int(value))
    }
    return .decimal(Decimal(value))
  }

  /// A text, or null.
  ///
  /// - Parameter text: The text.
  /// - Returns: A string or null.
  public static func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// Texts in the order given.
  ///
  /// - Parameter texts: The texts.
  /// - Returns: An array of strings.
  /// - Complexity: O(*n*) for *n* texts.
  public static func texts(_ texts: some Sequence<String>) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }

  /// The value of a key of an object; nil where there is none, or this is no object.
  ///
  /// - Complexity: O(*n*) for *n* members.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }
}

// MARK: - Literals

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral {
  /// Null.
  public init(nilLiteral: ()) { self = .null }

  /// Yes or no.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  /// Values in the order written.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// Named values in the order written.
  ///
  /// - Precondition: No key stands twice.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    precondition(Set(elements.map(\.0)).count == elements.count, "a key twice in an object")
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
