import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// What takes the elements of an XML file as they are read.
protocol MarkupHandler: AnyObject {
  /// Takes a start tag.
  func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw?
  /// Takes an end tag.
  func end(_ tag: String) -> MarkupFlaw?
  /// Takes a piece of text; that of one element may come in several.
  func text(_ characters: String) -> MarkupFlaw?
}

/// What is wrong with a piece of an XML file.
struct MarkupFlaw {
  let code: DiagnosticCode
  let message: String

  init(_ code: DiagnosticCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// Reads an XML file as a stream of elements.
///
/// Nothing is ever read from elsewhere, and nothing unfolds: a document type that says more than a
/// name (the only place where entities can be declared or files be named) is refused before the
/// parser sees the file.
struct MarkupStream {
  /// How deep elements may nest; formulas of hand-written fault trees nest a few levels.
  static let greatestDepth = 200

  /// The file.
  let file: MarkupFile
  /// What such a file is called in a hint.
  let title: String
  /// The element that it begins with, for a hint.
  let root: String

  /// Reads the file to its end or to the first thing that is wrong.
  ///
  /// - Parameter handler: Takes the elements.
  /// - Returns: What is wrong; nil: the file is well-formed and was taken whole.
  /// - Complexity: O(*n*) for *n* bytes.
  func read(into handler: any MarkupHandler) -> Diagnostic? {
    let document: [UInt8]
    switch accepted() {
    case .success(let bytes): document = bytes
    case .failure(let refusal): return refusal.diagnostic
    }
    let events = MarkupEvents(handler: handler, file: file)
    // As a stream, which is parsed piece by piece: of more than 10 MB at once libxml2 takes none.
    let parser = XMLParser(stream: InputStream(data: Data(document)))
    parser.shouldResolveExternalEntities = false
    parser.delegate = events
    _ = parser.parse()
    if let flaw = events.flaw { return flaw }
    guard events.isUnfinished else { return nil }
    return Diagnostic(.notXML, "the file ends before its elements do", at: end)
  }

  private var end: SourcePlace {
    var position = MarkupPosition(file.text.utf8)
    while position.byte != nil { position.step() }
    return SourcePlace(file: file.name, line: position.line, column: position.column)
  }

  // MARK: - Before the parser

  private struct Refusal: Error {
    let diagnostic: Diagnostic
  }

  /// The bytes to parse, or why the beginning of the file is refused.
  private func accepted() -> Result<[UInt8], Refusal> {
    var bytes = Array(file.text.utf8)
    var position = MarkupPosition(file.text.utf8)
    if position.starts(with: "<?xml"), position.skips("<?xml", to: "?>") {
      if let refusal = refusal(declaration: bytes[..<position.offset]) { return .failure(refusal) }
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
      return refuse(
        .emptyFile, "the file holds nothing", at: place, "\(title) begins with `<\(root)>`")
    }
    guard position.byte == UInt8(ascii: "<") else {
      return refuse(
        .notXML, "the file is no XML", at: place, "\(title) begins with `<\(root)>`")
    }
    let start = position.offset
    if position.skips("<!DOCTYPE", to: ">") {
      let words = bytes[(start + 9)..<max(start + 9, position.offset - 1)]
        .split { $0 == 0x20 || (0x09...0x0D).contains($0) }
      guard words.count == 1, words.allSatisfy({ !$0.contains(UInt8(ascii: "[")) }) else {
        return refuse(
          .entityDeclaration, "the document type declares entities or names another file",
          at: place, "only `<!DOCTYPE \(root)>` is allowed; nothing is read from elsewhere")
      }
    }
    Self.blankEmptyInstructions(in: &bytes)
    return .success(bytes)
  }

  /// Puts blanks in the place of processing instructions that say nothing, such as `<?page?>`: they
  /// hand Foundation's parser a null pointer, which it measures.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  private static func blankEmptyInstructions(in bytes: inout [UInt8]) {
    var place = 0
    while let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start + 1
      if skip("<!--", to: "-->", bytes, from: start, &place) { continue }
      if skip("<![CDATA[", to: "]]>", bytes, from: start, &place) { continue }
      guard skip("<?", to: "?>", bytes, from: start, &place) else { continue }
      let isEmpty = !bytes[start..<place].contains { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if isEmpty { for offset in start..<place { bytes[offset] = UInt8(ascii: " ") } }
    }
  }

  /// Moves behind what begins and ends with some signs, if that stands here; to the end of the file
  /// if it does not end.
  private static func skip(
    _ opening: String, to closing: String, _ bytes: [UInt8], from start: Int, _ place: inout Int
  ) -> Bool {
    guard bytes[start...].starts(with: opening.utf8) else { return false }
    place = start + opening.utf8.count
    while place < bytes.count, !bytes[place...].starts(with: closing.utf8) { place += 1 }
    place = min(place + closing.utf8.count, bytes.count)
    return true
  }

  /// Why the encoding that an XML declaration states is none of those that are read.
  private func refusal(declaration: ArraySlice<UInt8>) -> Refusal? {
    let words = String(decoding: declaration, as: UTF8.self)
      .split { $0 == "=" || $0 == "\"" || $0 == "'" || $0.isWhitespace }
    guard let key = words.firstIndex(of: "encoding"), key + 1 < words.count else { return nil }
    let encoding = words[key + 1]
    if ["utf-8", "utf-16", "us-ascii", "ascii"].contains(encoding.lowercased()) { return nil }
    return Refusal(
      diagnostic: Diagnostic(
        .notText, "the file says that it is written in `\(encoding.prefix(40))`",
        at: SourcePlace(file: file.name, line: 1, column: 1), hint: "UTF-8 and UTF-16 are read"))
  }

  private func refuse(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace, _ hint: String
  ) -> Result<[UInt8], Refusal> {
    .failure(Refusal(diagnostic: Diagnostic(code, message, at: place, hint: hint)))
  }
}

/// Takes what the parser finds, until something is wrong.
private final class MarkupEvents: NSObject, XMLParserDelegate {
  let handler: any MarkupHandler
  let file: MarkupFile
  /// The first thing that is wrong.
  private(set) var flaw: Diagnostic?
  private var open: [String] = []
  private var hasRoot = false

  init(handler: any MarkupHandler, file: MarkupFile) {
    self.handler = handler
    self.file = file
  }

  /// Whether the file ended too early.
  var isUnfinished: Bool { !open.isEmpty || !hasRoot }

  func parser(
    _ parser: XMLParser, didStartElement tag: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    guard flaw == nil else { return }
    guard open.count < MarkupStream.greatestDepth else {
      let depth = MarkupStream.greatestDepth
      return stop(parser, MarkupFlaw(.tooDeep, "elements nest deeper than \(depth) levels"))
    }
    let found = handler.start(tag, attributes, depth: open.count)
    open.append(tag)
    hasRoot = true
    if let found { stop(parser, found) }
  }

  func parser(
    _ parser: XMLParser, didEndElement tag: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard flaw == nil, open.popLast() != nil else { return }
    if let found = handler.end(tag) { stop(parser, found) }
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    guard flaw == nil, let found = handler.text(characters) else { return }
    stop(parser, found)
  }

  func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
    guard flaw == nil else { return }
    stop(parser, MarkupFlaw(.notXML, sentence((error as NSError).code)))
  }

  private func stop(_ parser: XMLParser, _ found: MarkupFlaw) {
    let place = SourcePlace(
      file: file.name, line: max(1, parser.lineNumber),
      column: max(1, parser.columnNumber))
    flaw = Diagnostic(found.code, found.message, at: place)
    parser.abortParsing()
  }

  /// What the parser's number for a mistake means.
  private func sentence(_ code: Int) -> String {
    let current = open.last.map { "`<\($0.prefix(40))>`" } ?? "the document"
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
