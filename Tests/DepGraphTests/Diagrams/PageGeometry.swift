import Foundation
import Testing

@testable import DepGraph

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Where everything stands on a page, in points: read from the finished SVG by an XML parser, with
/// all transformations reckoned through.
final class PageGeometry: NSObject, XMLParserDelegate {
  struct Box: CustomStringConvertible {
    var left, top, right, bottom: Double
    var description: String { "(\(left), \(top))–(\(right), \(bottom))" }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  struct Text {
    var words: String
    var size: Double
    var box: Box
    /// The class of the outermost group of the page that it stands in.
    var part: String
  }

  private struct Place {
    var scale = 1.0
    var x = 0.0
    var y = 0.0
  }

  private(set) var texts: [Text] = []
  /// What is drawn of each part of the page.
  private(set) var boxes: [(part: String, box: Box, fill: String)] = []
  /// The parts in the order of the file.
  private(set) var parts: [String] = []
  private(set) var size = Box(left: 0, top: 0, right: 0, bottom: 0)

  private var places: [Place] = [.init()]
  private var part = ""
  private var partDepth = 0
  private var open: [String: String]?

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw try #require(parser.parserError) }
  }

  /// The box around all of a part.
  func extent(of part: String) -> Box? {
    let all =
      boxes.filter { $0.part == part }.map(\.box) + texts.filter { $0.part == part }.map(\.box)
    guard var box = all.first else { return nil }
    for other in all {
      box = Box(
        left: min(box.left, other.left), top: min(box.top, other.top),
        right: max(box.right, other.right), bottom: max(box.bottom, other.bottom))
    }
    return box
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    var place = places[places.count - 1]
    if let transform = attributes["transform"] { place = Self.moved(place, transform) }
    places.append(place)
    if name == "svg", places.count == 2 {
      let numbers = Self.numbers(attributes["viewBox"] ?? "")
      if numbers.count == 4 {
        size = Box(left: numbers[0], top: numbers[1], right: numbers[2], bottom: numbers[3])
      }
    }
    if name == "g", part.isEmpty, let found = attributes["class"], found.hasPrefix("page-") {
      (part, partDepth) = (found, places.count)
      parts.append(found)
    }
    if name == "text" {
      open = attributes
      open?["words"] = ""
    }
    add(name, attributes, place)
  }

  private func add(_ name: String, _ attributes: [String: String], _ place: Place) {
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
    var points: [(x: Double, y: Double)] = []
    switch name {
    case "rect":
      points = [
        (number("x"), number("y")),
        (number("x") + number("width"), number("y") + number("height")),
      ]
    case "line": points = [(number("x1"), number("y1")), (number("x2"), number("y2"))]
    case "circle", "ellipse":
      let (across, down) = (number("r") + number("rx"), number("r") + number("ry"))
      points = [
        (number("cx") - across, number("cy") - down), (number("cx") + across, number("cy") + down),
      ]
    case "polygon", "polyline", "path":
      let numbers = Self.numbers(attributes["points"] ?? attributes["d"] ?? "")
      points = stride(from: 0, to: numbers.count - 1, by: 2).map { (numbers[$0], numbers[$0 + 1]) }
    default: return
    }
    // Graphviz's own ground reaches into its margin; it has the colour of the page.
    let fill = attributes["fill"]?.lowercased() ?? ""
    if part == "page-picture", attributes["stroke"] == "none", fill == "#ffffff" { return }
    let x = points.map { $0.x * place.scale + place.x }
    let y = points.map { $0.y * place.scale + place.y }
    guard let left = x.min(), let right = x.max(), let top = y.min(), let bottom = y.max() else {
      return
    }
    boxes.append((part, Box(left: left, top: top, right: right, bottom: bottom), fill))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) { open?["words"]? += text }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text", let attributes = open {
      addText(attributes, places[places.count - 1])
      open = nil
    }
    if places.count == partDepth, name == "g" { part = "" }
    places.removeLast()
  }

  private func addText(_ attributes: [String: String], _ place: Place) {
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
    let words = attributes["words"] ?? ""
    guard words.contains(where: { !$0.isWhitespace }) else { return }
    let size = number("font-size") * place.scale
    let width = TypeMetrics.width(
      of: words, size: size, isBold: attributes["font-weight"] == "bold")
    let shift: Double =
      switch attributes["text-anchor"] {
      case "middle": width / 2
      case "end": width
      default: 0
      }
    let x = number("x") * place.scale + place.x - shift
    let y = number("y") * place.scale + place.y
    let box = Box(left: x, top: y - size * 0.75, right: x + width, bottom: y + size * 0.22)
    texts.append(Text(words: words, size: size, box: box, part: part))
  }

  private static func moved(_ place: Place, _ transform: String) -> Place {
    var place = place
    for step in transform.matches(of: #/([a-z]+)\(([^)]*)\)/#) {
      let numbers = numbers(String(step.2))
      switch step.1 {
      case "translate" where numbers.count == 2:
        place.x += numbers[0] * place.scale
        place.y += numbers[1] * place.scale
      case "scale" where !numbers.isEmpty: place.scale *= numbers[0]
      default: break
      }
    }
    return place
  }

  private static func numbers(_ text: String) -> [Double] {
    text.matches(of: #/-?[0-9]+(?:\.[0-9]+)?(?:e-?[0-9]+)?/#).compactMap { Double($0.0) }
  }
}
