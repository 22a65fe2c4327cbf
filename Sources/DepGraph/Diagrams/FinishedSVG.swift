/// Graphviz's SVG made safe and useful: well-formed, without outside addresses, with titles that
/// people read, and with ids of its own so that several pictures can stand in one page.
///
/// It is the drawing alone; `DiagramPrinter` puts the page around it.
public struct FinishedSVG: Sendable {
  /// The drawing as a file of its own.
  public let bytes: [UInt8]
  /// What all ids begin with.
  let prefix: String
  /// The drawing without a root element, to stand in another one.
  let body: String
  /// The size of the smallest type in it, before any scaling; nil without text.
  let smallestType: Double?

  /// Finishes a file that Graphviz wrote from a diagram's DOT text.
  ///
  /// - Parameters:
  ///   - raw: What Graphviz wrote.
  ///   - diagram: What it shows.
  ///   - prefix: What all ids begin with; by default something of the diagram's own, so that two
  ///     pictures in one page do not meet.
  /// - Complexity: O(*n*) for *n* bytes.
  public init(_ raw: [UInt8], of diagram: Diagram, prefix: String? = nil) {
    let prefix = prefix ?? Self.fingerprint(of: diagram)
    var writer = SVGWriter(prefix: prefix, titles: Self.titles(of: diagram))
    var scanner = SVGScanner(Array(String(decoding: raw, as: UTF8.self).unicodeScalars))
    while let piece = scanner.next() { writer.add(piece) }
    writer.finish()
    body = writer.text
    smallestType = writer.smallestType
    self.prefix = prefix
    let document = SVGDocument(
      prefix: prefix, language: diagram.language, title: diagram.headline,
      description: diagram.alternativeText, stamp: diagram.sourceLine)
    bytes = Array(document.text(size: writer.size, body: writer.text).utf8)
  }

  /// A short name that only this diagram has: FNV-1a over its texts, which is the same everywhere.
  private static func fingerprint(of diagram: Diagram) -> String {
    let text = "\(diagram.headline)\n\(diagram.subtitle)\n\(diagram.alternativeText)"
    let hash = text.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return "d\(String(hash, radix: 36))-"
  }

  /// What each generated name stands for: shapes and lines; all else is decoration.
  private static func titles(of diagram: Diagram) -> [String: String] {
    let words = DiagramWords(diagram.language, isTurned: diagram.isTurned)
    var titles: [String: String] = [:]
    for (index, shape) in diagram.shapes.enumerated() { titles["n\(index)"] = words.spoken(shape) }
    for line in diagram.lines {
      let text =
        "\(diagram.shapes[line.from].name) \(DiagramWords.arrow(of: line.role)) "
        + "\(diagram.shapes[line.to].name): "
        + words.meaning(of: line.role)
      titles["n\(line.from)->n\(line.to)"] = text
      titles["n\(line.to)->n\(line.from)"] = titles["n\(line.to)->n\(line.from)"] ?? text
    }
    for (index, band) in diagram.bands.enumerated() { titles["cluster_\(index)"] = band.title }
    for (index, area) in diagram.areas.enumerated() where !area.title.isEmpty {
      titles["cluster_\(index)"] = area.title
    }
    return titles
  }
}

/// A part of an SVG file.
enum SVGPiece {
  /// A start tag: its name, its attributes, and whether it ends at once.
  case start(name: String, attributes: [(name: String, value: String)], isEmpty: Bool)
  /// An end tag.
  case end(name: String)
  /// Text, as written.
  case text(String)
}

/// Cuts Graphviz's SVG into pieces; comments, the document type and instructions are left out.
struct SVGScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  /// The next piece, or nil at the end.
  ///
  /// - Complexity: O(*n*) for a piece of *n* characters, skipped ones included.
  mutating func next() -> SVGPiece? {
    while position < scalars.count {
      guard scalars[position] == "<" else { return .text(take(until: "<", including: false)) }
      if starts(with: "<!--") {
        skip(past: "-->")
      } else if starts(with: "<!") || starts(with: "<?") {
        skip(past: ">")
      } else {
        return tag()
      }
    }
    return nil
  }

  private mutating func tag() -> SVGPiece {
    position += 1
    if position < scalars.count, scalars[position] == "/" {
      position += 1
      let name = take(until: ">", including: false)
      position += 1
      return .end(name: name)
    }
    let name = word()
    var attributes: [(name: String, value: String)] = []
    while position < scalars.count {
      switch scalars[position] {
      case ">":
        position += 1
        return .start(name: name, attributes: attributes, isEmpty: false)
      case "/":
        position += 1
        if position < scalars.count, scalars[position] == ">" { position += 1 }
        return .start(name: name, attributes: attributes, isEmpty: true)
      case let scalar where scalar.properties.isWhitespace: position += 1
      default:
        let name = word()
        guard position + 1 < scalars.count, scalars[position] == "=" else {
          position += 1
          continue
        }
        let quote = scalars[position + 1]
        position += 2
        let value = take(until: quote, including: false)
        position += 1
        attributes.append((name, value))
      }
    }
    return .start(name: name, attributes: attributes, isEmpty: true)
  }

  private mutating func word() -> String {
    var text = ""
    while position < scalars.count {
      let scalar = scalars[position]
      if scalar == "=" || scalar == ">" || scalar == "/" || scalar.properties.isWhitespace { break }
      text.unicodeScalars.append(scalar)
      position += 1
    }
    return text
  }

  private mutating func take(until end: Unicode.Scalar, including: Bool) -> String {
    var text = ""
    while position < scalars.count, scalars[position] != end {
      text.unicodeScalars.append(scalars[position])
      position += 1
    }
    return text
  }

  private func starts(with text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    return position + wanted.count <= scalars.count
      && Array(scalars[position..<position + wanted.count]) == wanted
  }

  private mutating func skip(past text: String) {
    let length = text.unicodeScalars.count
    while position < scalars.count, !starts(with: text) { position += 1 }
    position = min(position + length, scalars.count)
  }
}
