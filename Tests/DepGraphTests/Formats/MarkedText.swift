import DepGraph
import Testing

/// A YAML text with markers at the places where diagnostics are expected.
///
/// A marker is a keycap digit, `1️⃣` to `9️⃣`, written right before the character that a diagnostic
/// points to. The markers are taken out before the text is read, and columns are counted without
/// them:
///
/// ```swift
/// expect(
///   """
///   depgraph: 1
///   components:
///     - id: a
///       1️⃣requries: [b]
///   """,
///   finds: ["1️⃣": .unknownKey])
/// ```
///
/// Errors are compared in full: each marker is found, and nothing else. Warnings are compared for the
/// codes that are expected, so that a test on one warning need not silence the others.
struct MarkedText {
  /// The text without markers.
  let text: String
  /// The place of each marker.
  let places: [String: SourcePlace]

  static let file = "model.yaml"

  init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var places: [String: SourcePlace] = [:]
    var line = 1
    var column = 1
    let scalars = Array(marked.unicodeScalars)
    var index = 0
    while index < scalars.count {
      if index + 2 < scalars.count, scalars[index + 1] == "\u{FE0F}",
        scalars[index + 2] == "\u{20E3}"
      {
        let marker = String(String.UnicodeScalarView(scalars[index...index + 2]))
        places[marker] = SourcePlace(file: Self.file, line: line, column: column)
        index += 3
        continue
      }
      text.append(scalars[index])
      if scalars[index] == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      index += 1
    }
    self.text = String(text)
    self.places = places
  }
}

/// Everything that reading a text finds, errors and warnings.
func diagnostics(of text: String) -> [Diagnostic] {
  do {
    return try ModelReader().read(text: text, named: MarkedText.file).warnings
  } catch {
    guard case .invalid(let input) = error else { return [] }
    return input.diagnostics
  }
}

/// Reads a marked text and compares what is found with what is expected at the markers.
@discardableResult
func expect(
  _ marked: String, finds expected: KeyValuePairs<String, DiagnosticCode>,
  location: SourceLocation = #_sourceLocation
) -> [Diagnostic] {
  let marked = MarkedText(marked)
  let all = diagnostics(of: marked.text)
  let codes = Set(expected.map(\.value))
  let found = all.filter { $0.severity == .error || codes.contains($0.code) }
  let wanted = expected.map { marker, code in
    let place = marked.places[marker]
    return "\(place.map(\.description) ?? "no marker \(marker)") \(code.rawValue)"
  }
  let got = found.map { "\($0.place.map(\.description) ?? "nowhere") \($0.code.rawValue)" }
  #expect(
    got.sorted() == wanted.sorted(), "found: \(found.map(\.message))", sourceLocation: location)
  return found
}
