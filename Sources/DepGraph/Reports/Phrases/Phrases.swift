/// Everything that is said, in Dutch and in English; extensions hold the sentences by analysis.
public struct Phrases: Hashable, Sendable {
  /// The language.
  public let language: Language

  /// Makes the phrases of a language.
  public init(_ language: Language) { self.language = language }

  /// The one of two texts that is in the language.
  func pick(_ dutch: String, _ english: String) -> String {
    language == .dutch ? dutch : english
  }

  // MARK: - Numbers

  /// A number with the language's signs: `1.234,5` or `1,234.5`.
  ///
  /// - Parameters:
  ///   - value: A finite number.
  ///   - decimals: The most decimals shown; zeros at the end are left out.
  /// - Returns: The number rounded, half away from zero.
  public func number(_ value: Double, decimals: Int = 2) -> String {
    precondition(value.isFinite, "a number that is printed is finite")
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let rounded = (value.magnitude * scale).rounded() / scale
    // `description` writes large numbers as 1e+16: beyond 2⁵³ whole numbers go by Int where they fit.
    let whole = rounded < 9e18 ? String(Int(rounded)) : "\(rounded)"
    let fraction = ((rounded - rounded.rounded(.down)) * scale).rounded()
    var digits = String(Int(fraction))
    digits = String(repeating: "0", count: max(0, decimals - digits.count)) + digits
    while digits.last == "0" { digits.removeLast() }
    let sign = value < 0 && rounded > 0 ? "−" : ""
    return sign + grouped(whole) + (digits.isEmpty ? "" : pick(",", ".") + digits)
  }

  /// A whole number with the language's signs.
  public func number(_ value: Int) -> String {
    (value < 0 ? "−" : "") + grouped("\(value.magnitude)")
  }

  private func grouped(_ digits: String) -> String {
    guard digits.count > 3, digits.allSatisfy(\.isNumber) else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += pick(".", ",") }
      result.append(digit)
    }
    return result
  }

  /// A share as a percentage, with one decimal where it has one.
  public func percentage(_ share: Double) -> String {
    number(share * 100, decimals: 1) + pick(" procent", "%")
  }

  /// A sum of money, in words from a million up.
  public func euros(_ value: Double) -> String {
    if value >= 1e9 {
      return pick("€ ", "€") + number(value / 1e9) + pick(" miljard", " billion")
    }
    if value >= 1e6 {
      return pick("€ ", "€") + number(value / 1e6) + pick(" miljoen", " million")
    }
    return pick("€ ", "€") + number(value, decimals: 0)
  }

  // MARK: - Nouns

  /// A noun in both languages, for one and for more.
  struct Noun {
    let dutch: (one: String, many: String)
    let english: (one: String, many: String)

    init(_ dutch: (String, String), _ english: (String, String)) {
      self.dutch = (dutch.0, dutch.1)
      self.english = (english.0, english.1)
    }
  }

  /// The noun for a number of things.
  func noun(_ noun: Noun, for count: Int) -> String {
    let forms = language == .dutch ? noun.dutch : noun.english
    return count == 1 ? forms.one : forms.many
  }

  /// A number with its noun: "1 onderdeel", "3 onderdelen", "geen onderdelen".
  func count(_ count: Int, _ noun: Noun) -> String {
    (count == 0 ? pick("geen", "no") : number(count)) + " " + self.noun(noun, for: count)
  }

  // MARK: - Enumerations

  /// Things in a row: "a, b en c"; with semicolons where one of them holds a comma.
  ///
  /// - Complexity: O(*n*) for *n* items.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let and = pick(" en ", " and ")
    let isMixed = items.contains { $0.contains(",") }
    return items.dropLast().joined(separator: isMixed ? "; " : ", ") + (isMixed ? ";" : "") + and
      + last
  }

  /// The first of some things in a row, and how many more there are: "a, b en nog 3".
  ///
  /// - Complexity: O(*m*) for *m* items shown.
  func list(_ items: [String], most: Int) -> String {
    guard items.count > most else { return list(items) }
    let rest = items.count - (most - 1)
    return list(items.prefix(most - 1) + [pick("nog \(rest)", "\(rest) more")])
  }

  /// The text with a capital at the front.
  public func capitalised(_ text: String) -> String {
    (text.first.map { $0.uppercased() } ?? "") + text.dropFirst()
  }
}
