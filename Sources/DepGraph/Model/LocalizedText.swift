/// A language that the program speaks.
public enum Language: String, Hashable, Sendable, CaseIterable {
  /// Dutch.
  case dutch = "nl"
  /// English.
  case english = "en"

  /// A whole number of any length with the sign between thousands; four digits take it too.
  ///
  /// - Complexity: O(*d*) for *d* digits.
  func grouped(_ decimal: String) -> String {
    let sign = self == .dutch ? "." : ","
    var result = ""
    for (index, digit) in decimal.enumerated() {
      if index > 0, (decimal.count - index).isMultiple(of: 3) { result += sign }
      result.append(digit)
    }
    return result
  }
}

/// A text that a person wrote, in one or more languages.
public struct LocalizedText: Hashable, Sendable {
  /// The Dutch text; one of the two is always written.
  private let dutch: String?
  /// The English text.
  private let english: String?

  /// Makes a text in one language.
  public init(_ text: String, in language: Language) {
    dutch = language == .dutch ? text : nil
    english = language == .english ? text : nil
  }

  /// Makes a text from its versions.
  ///
  /// - Parameters:
  ///   - texts: The versions; at least one.
  ///   - fallback: The model's language, shown where the wanted one is missing. With two languages
  ///     there is then only one other, so that nothing has to be kept of it.
  public init(_ texts: [Language: String], fallback: Language) {
    precondition(!texts.isEmpty, "LocalizedText without a text")
    dutch = texts[.dutch]
    english = texts[.english]
  }

  /// Makes a text from its versions; nil where there is none.
  init?(dutch: String?, english: String?) {
    guard dutch != nil || english != nil else { return nil }
    self.dutch = dutch
    self.english = english
  }

  /// The text in a language, else in the model's language, else in any (Dutch before English).
  public func text(in language: Language) -> String {
    version(in: language) ?? dutch ?? english ?? ""
  }

  /// Whether it was written in this language.
  public func isWritten(in language: Language) -> Bool { version(in: language) != nil }

  /// The text, where it was written in this language and no other.
  func text(onlyIn language: Language) -> String? {
    dutch == nil || english == nil ? version(in: language) : nil
  }

  private func version(in language: Language) -> String? {
    switch language {
    case .dutch: dutch
    case .english: english
    }
  }
}
