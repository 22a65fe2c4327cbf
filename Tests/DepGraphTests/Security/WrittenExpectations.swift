import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What a page of ours may hold: who writes another element or attribute into pages adds it here.
struct PageExpectations {
  private let scan: MarkupScan
  private let name: String
  private let isExplorer: Bool

  init(_ text: String, of name: String, isExplorer: Bool) {
    scan = MarkupScan(text)
    self.name = name
    self.isExplorer = isExplorer
  }

  private static let elements: Set = [
    "a", "article", "aside", "body", "br", "button", "caption", "circle", "code", "col", "dd",
    "defs", "desc", "details", "div", "dl", "dt", "ellipse", "em", "figcaption", "figure",
    "footer", "g", "h1", "h2", "h3", "h4", "head", "header", "html", "input", "label", "li", "line",
    "link", "main", "meta", "metadata", "nav", "noscript", "ol", "p", "path", "polygon",
    "polyline", "pre", "rect", "script", "section", "select", "small", "span", "strong", "style",
    "summary", "svg", "table", "tbody", "td", "text", "th", "thead", "title", "tr", "tspan", "ul",
  ]

  func hold() {
    #expect(!scan.isCutOff, "\(name) ends inside a tag")
    for tag in scan.tags {
      #expect(Self.elements.contains(tag.name), "\(name) has an element <\(tag.name)>")
      for (attribute, value) in tag.attributes {
        let isPlain = attribute.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x3A).contains($0) || $0 == UInt8(ascii: "-")
        }
        #expect(isPlain && !attribute.hasPrefix("on"), "\(name): <\(tag.name) \(attribute)>")
        #expect(
          !["src", "action", "formaction", "srcdoc", "style"].contains(attribute),
          "\(name): <\(tag.name) \(attribute)=\(value)>")
        guard attribute.hasSuffix("href") else { continue }
        #expect(value.hasPrefix("#") || value == "data:,", "\(name): a link to \(value)")
      }
    }
    for other in scan.others {
      let isOurs = ["<!doctype html", "<?xml version=\"1.0\" encoding=\"utf-8\"?"]
        .contains(other.lowercased())
      #expect(isOurs, "\(name): \(other)")
    }
    holdScripts()
  }

  /// Only the explorer runs a script; what a page may load stands in it once, and first.
  private func holdScripts() {
    #expect(scan.scripts.count == (isExplorer ? 2 : 0), "\(name)")
    let policies = scan.tags.filter { $0.value(of: "http-equiv") != nil }
    #expect(policies.count == 1, "\(name)")
    let policy = policies.first?.value(of: "content") ?? ""
    #expect(policy.hasPrefix("default-src 'none'; "), "\(name): \(policy)")
    #expect(!policy.contains("http") && !policy.contains("*"), "\(name): \(policy)")
    #expect(!policy.contains("script-src 'unsafe"), "\(name): \(policy)")
    #expect(policy.contains("script-src 'sha256-") == isExplorer, "\(name): \(policy)")
    let place = scan.tags.firstIndex { $0.value(of: "http-equiv") != nil } ?? 0
    #expect(!scan.tags[..<place].contains { $0.name == "script" || $0.name == "style" }, "\(name)")
    // Its data are JSON in which nothing can end the script.
    let data = scan.scripts.first ?? "{}"
    #expect(!data.contains("<") && !data.unicodeScalars.contains("\u{2028}"), "\(name)")
    #expect((try? JSONSerialization.jsonObject(with: Data(data.utf8))) != nil, "\(name)")
  }
}

/// What a picture or a graph in XML may hold.
final class MarkupExpectations: NSObject, XMLParserDelegate {
  private let text: String
  private let name: String
  private var problems: [String] = []
  private var count = 0

  init(_ text: String, of name: String) {
    self.text = text
    self.name = name
  }

  private static let elements: Set = [
    "a", "circle", "defs", "desc", "ellipse", "g", "line", "metadata", "path", "polygon",
    "polyline", "rect", "style", "svg", "text", "title", "tspan",
    "data", "default", "edge", "graph", "graphml", "key", "node",
    "failure", "testcase", "testsuite", "testsuites",
  ]

  func hold() throws {
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    #expect(parser.parse(), "\(name) is no XML: \(String(describing: parser.parserError))")
    #expect(problems.isEmpty, "\(name): \(problems.prefix(3))")
    #expect(count > 5, "\(name)")
    #expect(!text.contains("<!DOCTYPE") && !text.contains("<![CDATA["), "\(name)")
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String] = [:]
  ) {
    count += 1
    if !Self.elements.contains(element) { problems.append("<\(element)>") }
    for (attribute, value) in attributes.sorted(by: { $0.key < $1.key }) {
      let isLink = attribute.hasSuffix("href") && !value.hasPrefix("#")
      if attribute.lowercased().hasPrefix("on") || isLink { problems.append(attribute) }
      if element == "node", attribute == "id", value == "evil" { problems.append("a node") }
    }
  }

  func parser(_ parser: XMLParser, foundComment comment: String) {
    // A graph begins with its marking.
    if !comment.hasPrefix(" Proposed classification: ") { problems.append("a comment: \(comment)") }
  }

  func parser(
    _ parser: XMLParser, foundProcessingInstructionWithTarget target: String, data: String?
  ) {
    problems.append("an instruction: \(target)")
  }
}

/// What a table may hold: nothing that a spreadsheet calculates.
struct TableExpectations {
  private let text: String
  private let name: String

  init(_ text: String, of name: String) {
    self.text = text
    self.name = name
  }

  func hold() {
    for cell in cells() {
      let isFormula =
        switch cell.utf8.first {
        case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0D: true
        case UInt8(ascii: "+"), UInt8(ascii: "-"): cell.contains { $0.isLetter || $0 == "|" }
        default: false
        }
      #expect(!isFormula, "\(name): \(cell)")
    }
  }

  /// The cells, without their quotes.
  private func cells() -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == ";" || scalar == "\n" || scalar == "\r" {
        cells.append(cell)
        cell = ""
      } else {
        cell.unicodeScalars.append(scalar)
      }
    }
    return cells + [cell]
  }
}
