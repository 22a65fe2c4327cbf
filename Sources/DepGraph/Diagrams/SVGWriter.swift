/// Writes the pieces of a finished SVG file.
struct SVGWriter {
  private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private let prefix: String
  private let diagram: Diagram
  private let titles: [String: String]
  private var hasRoot = false
  /// Whether the text that follows is a title by Graphviz, to be put in our words.
  private var isInTitle = false

  init(prefix: String, diagram: Diagram, titles: [String: String]) {
    self.prefix = prefix
    self.diagram = diagram
    self.titles = titles
  }

  /// Adds a piece.
  mutating func add(_ piece: SVGPiece) {
    switch piece {
    case .start(let name, let attributes, let isEmpty):
      if name == "title" {
        isInTitle = true
        return
      }
      let isRoot = name == "svg" && !hasRoot
      text += "<\(name)"
      for attribute in attributes { add(attribute.name, attribute.value) }
      if isRoot { text += root }
      text += isEmpty ? "/>" : ">"
      if isRoot {
        hasRoot = true
        text += "\n" + description
      }
    case .end(let name):
      if name == "title" {
        isInTitle = false
        return
      }
      text += "</\(name)>"
    case .text(let content):
      if isInTitle {
        guard let title = titles[Self.plain(content)] else { return }
        text += "<title>\(Self.escaped(title))</title>"
      } else {
        text += hasRoot ? Self.repaired(content) : ""
      }
    }
  }

  // MARK: - Parts

  private mutating func add(_ name: String, _ value: String) {
    var value = Self.repaired(value)
    switch name {
    case "id": value = prefix + value
    case "stroke", "fill": if value == "transparent" { value = "none" }
    // A link could run a script; the profile writes none, so what is here only carries a tip.
    case "xlink:href", "href": return
    default: break
    }
    text += " \(name)=\"\(value)\""
  }

  private var root: String {
    let language = diagram.language.rawValue
    return " role=\"img\" lang=\"\(language)\" xml:lang=\"\(language)\""
      + " aria-labelledby=\"\(prefix)title \(prefix)desc\""
  }

  private var description: String {
    "<title id=\"\(prefix)title\">\(Self.escaped(diagram.headline))</title>\n"
      + "<desc id=\"\(prefix)desc\">\(Self.escaped(diagram.alternativeText))</desc>\n"
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
    var result = ""
    var rest = Substring(text)
    let references = [("&#45;", "-"), ("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&")]
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
