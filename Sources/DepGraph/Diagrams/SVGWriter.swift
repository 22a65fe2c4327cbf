/// Writes the pieces of a finished drawing, without its root element.
///
/// What comes out is well-formed whatever goes in: only the elements and attributes that a drawing of
/// ours consists of are written, and what is open at the end is closed.
struct SVGWriter {
  /// What stands inside the root.
  private(set) var text = ""
  /// The attributes of the root that give its size.
  private(set) var size = ""
  /// The size of the smallest type.
  private(set) var smallestType: Double?
  private let prefix: String
  private let titles: [String: String]
  /// Whether the root is open.
  private var isInside = false
  /// The elements that are open inside the root, and whether they are written.
  private var open: [(name: String, isWritten: Bool)] = []
  /// Whether the text that follows is a title by Graphviz, to be put in our words.
  private var isInTitle = false
  /// The size of the text that follows.
  private var type: Double?

  /// The elements of a drawing: no script, no style, nothing that fetches something.
  private static let elements: Set = [
    "g", "a", "polygon", "polyline", "path", "ellipse", "circle", "rect", "line", "text", "tspan",
  ]
  /// Their attributes.
  ///
  /// A link could run a script; the profile writes none, so what is left of one only carries a tip.
  private static let attributes: Set = [
    "id", "class", "transform", "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width",
    "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "points",
    "d", "x", "y", "dx", "dy", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width",
    "height", "text-anchor", "font-family", "font-size", "font-weight", "font-style",
    "text-decoration", "baseline-shift", "textLength", "lengthAdjust", "xlink:title", "xml:space",
    "xml:lang", "role", "aria-hidden",
  ]

  init(prefix: String, titles: [String: String]) {
    self.prefix = prefix
    self.titles = titles
  }

  /// Adds a piece.
  mutating func add(_ piece: SVGPiece) {
    switch piece {
    case .start("title", _, let isEmpty): isInTitle = !isEmpty
    case .end("title"): isInTitle = false
    case .start("svg", let attributes, _) where !isInside && size.isEmpty:
      isInside = true
      var known: Set<String> = []
      for (name, value) in attributes where ["width", "height", "viewBox"].contains(name) {
        guard known.insert(name).inserted else { continue }
        size += " \(name)=\"\(Self.repaired(value))\""
      }
    case .start(let name, let attributes, let isEmpty):
      if isInside { begin(name, attributes, isEmpty: isEmpty) }
    case .end(let name):
      if let place = open.lastIndex(where: { $0.name == name }) {
        close(downTo: place)
      } else if name == "svg" {
        finish()
      }
    case .text(let content): add(content)
    }
  }

  /// Closes what is still open.
  ///
  /// - Complexity: O(*d*) for *d* elements that are open.
  mutating func finish() {
    close(downTo: 0)
    isInside = false
  }

  // MARK: - Parts

  /// Whether what stands here is written: nothing around it was left out.
  private var isVisible: Bool { open.last?.isWritten ?? true }

  private mutating func begin(
    _ name: String, _ attributes: [(name: String, value: String)], isEmpty: Bool
  ) {
    let isWritten = isVisible && Self.elements.contains(name)
    if !isEmpty { open.append((name, isWritten)) }
    guard isWritten else { return }
    if name == "text" {
      type = attributes.first { $0.name == "font-size" }.flatMap { Double($0.value) }
    }
    text += "<\(name)"
    var known: Set<String> = []
    for attribute in attributes where known.insert(attribute.name).inserted {
      add(attribute.name, attribute.value)
    }
    text += isEmpty ? "/>" : ">"
  }

  private mutating func close(downTo place: Int) {
    while open.count > place {
      let last = open.removeLast()
      if last.name == "text" { type = nil }
      if last.isWritten { text += "</\(last.name)>" }
    }
  }

  private mutating func add(_ content: String) {
    guard isInside, isVisible else { return }
    if isInTitle {
      guard let title = titles[Self.plain(content)] else { return }
      text += "<title>\(Self.escaped(title))</title>"
    } else {
      text += Self.repaired(content)
      if let type, content.contains(where: { !$0.isWhitespace }) {
        smallestType = min(smallestType ?? type, type)
      }
    }
  }

  private mutating func add(_ name: String, _ value: String) {
    guard Self.attributes.contains(name), !value.contains("(") || name == "transform" else {
      return
    }
    var value = Self.repaired(value)
    switch name {
    case "id": value = prefix + value
    case "stroke", "fill": if value == "transparent" { value = "none" }
    // The root names our font, and what stands in for it.
    case "font-family" where value == Theme.font: return
    default: break
    }
    text += " \(name)=\"\(value)\""
  }

  // MARK: - Characters

  /// Plain text made fit for XML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default:
        if scalar == "\n" || DOTText.isVisible(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Text that Graphviz escaped more or less: an ampersand that begins no reference, a `<` and
  /// characters that XML does not allow are repaired.
  static func repaired(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "&": result += isReference(scalars, index) ? "&" : "&amp;"
      case "<": result += "&lt;"
      case "\"": result += "&quot;"
      case "\n", "\t": result.unicodeScalars.append(scalar)
      default: if DOTText.isVisible(scalar) { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// Whether an ampersand begins a reference that XML knows without a document type.
  private static func isReference(_ scalars: [Unicode.Scalar], _ start: Int) -> Bool {
    var name = ""
    for scalar in scalars[(start + 1)...].prefix(10) {
      if scalar == ";" {
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
        guard name.first == "#" else { return false }
        let digits = name.dropFirst()
        let number = digits.first == "x" ? Int(digits.dropFirst(), radix: 16) : Int(digits)
        return number.flatMap { Unicode.Scalar(UInt32(clamping: $0)) }
          .map(DOTText.isVisible) ?? false
      }
      name.unicodeScalars.append(scalar)
    }
    return false
  }

  /// A title as it stands in the DOT text.
  private static func plain(_ text: String) -> String {
    replacing([("&#45;", "-"), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")], in: text)
  }

  /// What `escaped` was given, but for what it left out.
  static func unescaped(_ text: String) -> String {
    replacing([("&gt;", ">"), ("&lt;", "<"), ("&quot;", "\""), ("&amp;", "&")], in: text)
  }

  private static func replacing(_ references: [(String, String)], in text: String) -> String {
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      if let found = references.first(where: { rest.hasPrefix($0.0) }) {
        result += found.1
        rest = rest.dropFirst(found.0.count)
      } else {
        result.append(first)
        rest = rest.dropFirst()
      }
    }
    return result
  }
}
