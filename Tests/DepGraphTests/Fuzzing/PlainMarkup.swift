/// Markup judged without a library: whether tags nest, attributes are quoted and told once, references
/// are those that XML knows, and nothing runs or fetches something.
struct PlainMarkup {
  /// Attributes that fetch something, or lead somewhere.
  private static let links: Set = ["href", "xlink:href", "src", "style"]

  private let scalars: [Unicode.Scalar]
  private var place = 0
  private var open: [String] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// What is wrong with it, or nil.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var flaw: String? {
    var copy = self
    return copy.findFlaw().map { "markup is wrong at character \(copy.place): \($0)" }
  }

  private var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

  private mutating func findFlaw() -> String? {
    while let scalar = next {
      place += 1
      if scalar == "<" {
        if let flaw = flawInTag() { return flaw }
      } else if let flaw = flaw(at: scalar) {
        return flaw
      }
    }
    return open.last.map { "<\($0)> is not closed" }
  }

  /// Whether a character of a text may stand there; a reference is gone through.
  private mutating func flaw(at scalar: Unicode.Scalar) -> String? {
    if scalar == "&" { return flawInReference() }
    let isControl = scalar.value < 0x20 && !["\n", "\t", "\r"].contains(scalar)
    return isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF
      ? "character \(scalar.value)" : nil
  }

  private mutating func flawInReference() -> String? {
    let name = word { $0 != ";" && $0 != "<" && $0 != "\"" }
    guard next == ";", !name.isEmpty else { return "an ampersand that begins no reference" }
    place += 1
    if name.hasPrefix("#") { return nil }
    return ["amp", "lt", "gt", "quot", "apos"].contains(name) ? nil : "&\(name);"
  }

  private mutating func flawInTag() -> String? {
    if next == "?" {
      _ = word { $0 != ">" }
      place += 1
      return nil
    }
    if next == "/" {
      place += 1
      let name = word { $0 != ">" }
      place += 1
      return open.popLast() == name ? nil : "</\(name)> closes another element"
    }
    let name = word(where: Self.isName)
    guard !name.isEmpty else { return "a tag without a name" }
    var known: Set<String> = []
    while let scalar = next {
      place += 1
      switch scalar {
      case ">":
        open.append(name)
        return nil
      case "/":
        guard next == ">" else { return "a stroke inside <\(name)>" }
        place += 1
        return nil
      case " ", "\n", "\t": continue
      default:
        place -= 1
        if let flaw = flawInAttribute(&known) { return "\(flaw) of <\(name)>" }
      }
    }
    return "<\(name) does not end"
  }

  private mutating func flawInAttribute(_ known: inout Set<String>) -> String? {
    let name = word(where: Self.isName)
    guard !name.isEmpty else { return "an attribute without a name" }
    guard known.insert(name).inserted else { return "`\(name)` told twice" }
    guard !name.lowercased().hasPrefix("on"), !Self.links.contains(name.lowercased()) else {
      return "`\(name)`"
    }
    guard next == "=" else { return "`\(name)` without a value" }
    place += 1
    guard next == "\"" else { return "`\(name)` without quotes" }
    place += 1
    while let scalar = next {
      place += 1
      if scalar == "\"" { return nil }
      if scalar == "<" { return "a `<` in `\(name)`" }
      if let flaw = flaw(at: scalar) { return flaw }
    }
    return "`\(name)` does not end"
  }

  private mutating func word(where belongs: (Unicode.Scalar) -> Bool) -> String {
    var text = ""
    while let scalar = next, belongs(scalar) {
      text.unicodeScalars.append(scalar)
      place += 1
    }
    return text
  }

  private static func isName(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ":", ".": true
    default: false
    }
  }
}
