import Foundation

/// Makes ids of the format from names and ids of other programs.
///
/// The same names in the same order give the same ids; two names never give the same one.
struct ImportedNames {
  /// The id given for each name, by the kind of register that the name is unique in.
  private var given: [Key: String] = [:]
  private var taken: Set<String> = []
  /// The number to try next after an id that was taken.
  private var next: [String: Int] = [:]

  private struct Key: Hashable {
    let space: String
    let name: String
  }

  /// The greatest length of an id.
  private static let longest = 128

  /// Makes one that has given nothing yet.
  init() {}

  /// Keeps an id from being given.
  mutating func reserve(_ id: String) { taken.insert(id) }

  /// The id that was given for a name, or nil.
  func id(of name: String, in space: String = "") -> String? {
    given[Key(space: space, name: name)]
  }

  /// The id for a name: the one given before, else a new one.
  ///
  /// - Parameters:
  ///   - name: What the thing is called there: unique in its space.
  ///   - space: The table or type that names are unique in.
  ///   - wish: The text that the id is made from; nil: the name.
  /// - Returns: An id that nothing else has.
  /// - Complexity: O(*n*) for a text of *n* characters, amortized.
  mutating func makeID(of name: String, in space: String = "", from wish: String? = nil) -> String {
    let key = Key(space: space, name: name)
    if let known = given[key] { return known }
    let wanted = Self.slug(of: wish ?? name) ?? Self.slug(of: space) ?? "x"
    var id = wanted
    while taken.contains(id) || id == "unknown" {
      let number = next[wanted, default: 2]
      next[wanted] = number + 1
      let suffix = "-\(number)"
      id = String(wanted.prefix(Self.longest - suffix.count)) + suffix
    }
    taken.insert(id)
    given[key] = id
    return id
  }

  /// A text as an id: small letters without accents, digits, dots and underscores.
  ///
  /// Runs of anything else are a hyphen; nil where nothing is left.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  static func slug(of text: String) -> String? {
    let plain = text.folding(
      options: [.diacriticInsensitive, .caseInsensitive, .widthInsensitive],
      locale: Locale(identifier: "en_US_POSIX"))
    var id = ""
    var isPending = false
    for scalar in plain.lowercased().unicodeScalars {
      let isPlain =
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "."
        || scalar == "_"
      guard isPlain else {
        isPending = !id.isEmpty
        continue
      }
      // An id begins with a letter or a digit.
      if id.isEmpty, scalar == "." || scalar == "_" { continue }
      if isPending { id.append("-") }
      isPending = false
      id.unicodeScalars.append(scalar)
      if id.utf8.count >= longest { break }
    }
    id = String(id.prefix(longest))
    return id.isEmpty ? nil : id
  }
}
