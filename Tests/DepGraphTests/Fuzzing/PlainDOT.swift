/// Text in Graphviz's language, judged without Graphviz: whether every string, label and brace that
/// is opened is closed, and nothing stands outside them that our profile does not write.
struct PlainDOT {
  private let scalars: [Unicode.Scalar]
  private var place = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// What is wrong with it, or nil.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var flaw: String? {
    var copy = self
    return copy.findFlaw().map { "DOT text is wrong at character \(copy.place): \($0)" }
  }

  private mutating func findFlaw() -> String? {
    var braces: [Unicode.Scalar] = []
    while place < scalars.count {
      let scalar = scalars[place]
      place += 1
      switch scalar {
      case "\"": if !skipString() { return "a string that does not end" }
      case "<": if let flaw = flawInLabel() { return flaw }
      case "{", "[": braces.append(scalar)
      case "}": if braces.popLast() != "{" { return "a brace that closes nothing" }
      case "]": if braces.popLast() != "[" { return "a bracket that closes nothing" }
      default:
        guard Self.isPlain(scalar) else { return "`\(scalar)` outside every string" }
      }
    }
    return braces.isEmpty ? nil : "a brace that is not closed"
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "\n", "=", ";", ",", "-", ">", "_", ".", ":": true
    default: false
    }
  }

  private mutating func skipString() -> Bool {
    while place < scalars.count {
      switch scalars[place] {
      case "\\": place += 2
      case "\"":
        place += 1
        return true
      default: place += 1
      }
    }
    return false
  }

  /// Goes through a label of markup, up to the bracket that closes it.
  private mutating func flawInLabel() -> String? {
    let start = place
    var depth = 1
    while place < scalars.count, depth > 0 {
      if scalars[place] == "<" { depth += 1 }
      if scalars[place] == ">" { depth -= 1 }
      place += 1
    }
    guard depth == 0 else { return "a label that does not end" }
    var inside = String.UnicodeScalarView()
    inside.append(contentsOf: scalars[start..<place - 1])
    return PlainMarkup(String(inside)).flaw
  }
}
