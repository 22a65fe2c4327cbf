import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Reads XML files into a tree.
///
/// Nothing is ever read from elsewhere, and nothing unfolds: a document type that says more than a
/// name (the only place where entities can be declared or files be named) is refused before the
/// parser sees the file.
struct MarkupReader {
  /// How deep elements may nest; formulas of hand-written fault trees nest a few levels.
  static let greatestDepth = 200

  /// What a file is, and the element that it begins with, for messages.
  var subject = (name: "a fault tree", root: "opsa-mef")
  /// Whether text may stand in any element, and is kept.
  var keepsAllText = false
  /// The elements read so far.
  private(set) var tree = MarkupTree()
  /// What was wrong with the files.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads a file, and adds its elements to the tree if it is well-formed.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - textTags: The elements whose text has a meaning; white space alone may stand in others.
  /// - Complexity: O(*n*) for *n* bytes.
  mutating func read(_ file: MarkupFile, textTags: Set<String>) {
    guard let document = accepted(file) else { return }
    let events = MarkupEvents(
      tree: tree, file: file, textTags: textTags, keepsAllText: keepsAllText)
    // As a stream, which is parsed piece by piece: of more than 10 MB at once libxml2 takes none.
    let parser = XMLParser(stream: InputStream(data: Data(document)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = events
    _ = parser.parse()
    if let flaw = events.flaw {
      diagnostics.append(flaw)
    } else if events.isUnfinished {
      diagnostics.append(
        Diagnostic(
          .notXML, "the file ends before its elements do", at: end(of: file)))
    } else {
      tree = events.tree
    }
  }

  private func end(of file: MarkupFile) -> SourcePlace {
    var position = MarkupPosition(file.text.utf8)
    while position.byte != nil { position.step() }
    return SourcePlace(file: file.name, line: position.line, column: position.column)
  }

  // MARK: - Before the parser

  /// The bytes to parse, or nil where the beginning of the file is refused.
  private mutating func accepted(_ file: MarkupFile) -> [UInt8]? {
    var bytes = Array(file.text.utf8)
    var position = MarkupPosition(file.text.utf8)
    if position.starts(with: "<?xml"), position.skips("<?xml", to: "?>") {
      guard isReadable(declaration: bytes[..<position.offset], of: file) else { return nil }
      // What it says of the encoding is no longer true of the bytes here.
      for offset in 0..<position.offset where bytes[offset] != UInt8(ascii: "\n") {
        bytes[offset] = UInt8(ascii: " ")
      }
    }
    position.skipSpace()
    while position.skips("<!--", to: "-->") || position.skips("<?", to: "?>") {
      position.skipSpace()
    }
    let place = SourcePlace(file: file.name, line: position.line, column: position.column)
    guard position.byte != nil else {
      refuse(
        .emptyFile, "the file holds nothing", at: place,
        "\(subject.name) begins with `<\(subject.root)>`")
      return nil
    }
    guard position.byte == UInt8(ascii: "<") else {
      refuse(
        .notXML, "the file is no XML", at: place, "\(subject.name) begins with `<\(subject.root)>`")
      return nil
    }
    let start = position.offset
    if position.skips("<!DOCTYPE", to: ">") {
      let words = bytes[(start + 9)..<max(start + 9, position.offset - 1)]
        .split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard words.count == 1, words.allSatisfy({ !$0.contains(UInt8(ascii: "[")) }) else {
        refuse(
          .entityDeclaration, "the document type declares entities or names another file",
          at: place, "only `<!DOCTYPE \(subject.root)>` is allowed; nothing is read from elsewhere")
        return nil
      }
    }
    return bytes
  }

  /// Whether the encoding that an XML declaration states is one of those that are read.
  private mutating func isReadable(declaration: ArraySlice<UInt8>, of file: MarkupFile) -> Bool {
    let words = String(decoding: declaration, as: UTF8.self)
      .split { $0 == "=" || $0 == "\"" || $0 == "'" || $0.isWhitespace }
    guard let key = words.firstIndex(of: "encoding"), key + 1 < words.count else { return true }
    let encoding = words[key + 1]
    if ["utf-8", "utf-16", "us-ascii", "ascii"].contains(encoding.lowercased()) { return true }
    refuse(
      .notText, "the file says that it is written in `\(encoding.prefix(40))`",
      at: SourcePlace(file: file.name, line: 1, column: 1), "UTF-8 and UTF-16 are read")
    return false
  }

  private mutating func refuse(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace, _ hint: String
  ) {
    diagnostics.append(Diagnostic(code, message, at: place, hint: hint))
  }
}

/// Takes what the parser finds, until something is wrong.
private final class MarkupEvents: NSObject, XMLParserDelegate {
  var tree: MarkupTree
  let file: MarkupFile
  let textTags: Set<String>
  let keepsAllText: Bool
  /// The first thing that is wrong.
  private(set) var flaw: Diagnostic?
  private var open: [(element: MarkupTree.Element, tag: String, text: String?)] = []
  private var hasRoot = false

  init(tree: MarkupTree, file: MarkupFile, textTags: Set<String>, keepsAllText: Bool) {
    self.keepsAllText = keepsAllText
    self.tree = tree
    self.file = file
    self.textTags = textTags
    self.tree.begin(file)
  }

  /// Whether the file ended too early.
  var isUnfinished: Bool { !open.isEmpty || !hasRoot }

  func parser(
    _ parser: XMLParser, didStartElement tag: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard flaw == nil else { return }
    guard open.count < MarkupReader.greatestDepth else {
      stop(parser, .tooDeep, "elements nest deeper than \(MarkupReader.greatestDepth) levels")
      return
    }
    let holdsText = keepsAllText || textTags.contains(tag)
    open.append(
      (tree.open(tag, attributes, isRoot: open.isEmpty), tag, holdsText ? "" : nil))
    hasRoot = true
  }

  func parser(
    _ parser: XMLParser, didEndElement tag: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard flaw == nil, let last = open.popLast() else { return }
    let isBlank = keepsAllText && last.text?.allSatisfy(\.isWhitespace) == true
    tree.close(last.element, text: isBlank ? nil : last.text)
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    guard flaw == nil else { return }
    if open.last?.text != nil {
      open[open.count - 1].text?.append(characters)
    } else if !characters.utf8.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      stop(parser, .badValue, "text stands where elements are expected")
    }
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard flaw == nil else { return }
    stop(parser, .notXML, sentence((error as NSError).code))
  }

  private func stop(_ parser: XMLParser, _ code: DiagnosticCode, _ message: String) {
    let place = SourcePlace(
      file: file.name, line: max(1, parser.lineNumber),
      column: max(1, parser.columnNumber))
    flaw = Diagnostic(code, message, at: place)
    parser.abortParsing()
  }

  /// What the parser's number for a mistake means.
  private func sentence(_ code: Int) -> String {
    let current = open.last.map { "`<\($0.tag.prefix(40))>`" } ?? "the document"
    return switch code {
    case 5 where open.isEmpty: "something stands after the end of the document"
    case 5, 77: "the file ends before \(current) does"
    case 9: "a character that XML does not allow"
    case 26, 27: "an entity that the file does not declare"
    case 38: "a `<` in the value of an attribute"
    case 39, 41: "an attribute without a value in quotes"
    case 42: "an attribute stands twice"
    case 64: "an XML declaration that is not at the start of the file"
    case 76: "an end tag that does not end \(current)"
    default: "this is not well-formed XML (mistake \(code) of the parser)"
    }
  }
}
