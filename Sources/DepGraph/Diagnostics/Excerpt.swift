/// The line that a place points into, with a caret under the place.
///
/// Of a long line only the part round the place is shown. Tabs stay tabs, so that the caret stands
/// right.
///
/// ```swift
/// excerpt(of: SourcePlace(file: "m.yaml", line: 2, column: 3), in: ["m.yaml": "a: 1\n  b: 2\n"])
/// //   b: 2
/// //   ^
/// ```
///
/// - Parameters:
///   - place: The place.
///   - texts: The texts by file name.
/// - Returns: Two lines without a newline at the end, or nil where there is no such line.
/// - Complexity: O(*n*) for a text of *n* bytes.
public func excerpt(of place: SourcePlace, in texts: [String: String]) -> String? {
  guard let text = texts[place.file], place.line >= 1, place.column >= 1 else { return nil }
  guard let line = scalars(ofLine: place.line, in: text), place.column <= line.count + 1 else {
    return nil
  }
  let caret = place.column - 1
  // 100 columns of a terminal, less an ellipsis on both sides.
  let width = 96
  let first = line.count <= width ? 0 : max(0, min(caret - width / 2, line.count - width))
  let last = min(line.count, first + width)
  var shown = first > 0 ? "…" : ""
  shown.unicodeScalars.append(contentsOf: line[first..<last])
  if last < line.count { shown += "…" }
  var under = first > 0 ? " " : ""
  for scalar in line[first..<min(caret, last)] {
    under.unicodeScalars.append(scalar == "\t" ? "\t" : " ")
  }
  return shown + "\n" + under + "^"
}

/// The Unicode scalars of a line, by the line breaks of YAML 1.1 (which is what places count in).
private func scalars(ofLine wanted: Int, in text: String) -> [Unicode.Scalar]? {
  var line = 1
  var found: [Unicode.Scalar] = []
  var previous: Unicode.Scalar = " "
  var hasFound = wanted == 1
  for scalar in text.unicodeScalars {
    defer { previous = scalar }
    switch scalar {
    case "\n" where previous == "\r": continue
    case "\r", "\n", "\u{85}", "\u{2028}", "\u{2029}":
      if line == wanted { return found }
      line += 1
      hasFound = hasFound || line == wanted
    default:
      if line == wanted { found.append(scalar) }
    }
  }
  return hasFound ? found : nil
}
