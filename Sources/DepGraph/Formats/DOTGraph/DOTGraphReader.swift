/// Makes models of graphs in the DOT language of Graphviz.
///
/// The text is read by Graphviz's own library, in another process: what anybody wrote may crash it
/// or keep it busy for ever, and then only that process ends.
public struct DOTGraphReader: Sendable {
  /// How large a text may be: the library needs some twenty times as much memory.
  static let greatestSize = 32 << 20

  private let how: GraphImportOptions
  private let renderer: IsolatedRenderer

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - how: What is said of the meaning of nodes and edges.
  ///   - renderer: Who reads the text.
  public init(_ how: GraphImportOptions = GraphImportOptions(), by renderer: IsolatedRenderer) {
    self.how = how
    self.renderer = renderer
  }

  /// Reads a graph.
  ///
  /// - Parameters:
  ///   - files: The path of the one file.
  ///   - options: What is said of the source as a whole.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where the file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(_ files: [String], options: ImportOptions) throws(ReadError) -> ImportedModel {
    let path = try GraphImporter.only(files)
    return try read(
      InputFile(path: path, name: path, limit: Self.greatestSize), options: options)
  }

  /// Reads a graph from bytes.
  func read(_ input: InputFile, options: ImportOptions) throws(ReadError) -> ImportedModel {
    var found: [Diagnostic] = []
    guard let text = input.text(&found) else { throw .invalid(InvalidInput(found)) }
    let texts = [input.name: text]
    let start = SourcePlace(file: input.name, line: 1, column: 1)
    guard !text.allSatisfy(\.isWhitespace) else {
      throw .invalid(
        InvalidInput([Diagnostic(.emptyFile, "the file holds nothing", at: start)], texts: texts))
    }
    let rows: GraphRows
    do throws(GraphvizError) {
      rows = try renderer.read(dot: text)
    } catch {
      throw .invalid(InvalidInput([Self.diagnostic(of: error, in: input.name)], texts: texts))
    }
    let document = DOTDocument(rows, ImportReport(format: "dot", files: [input.name]))
    var remarks: [Diagnostic] = []
    guard DOTEnding.isClosed(in: text) else {
      throw .invalid(
        InvalidInput(
          [Diagnostic(.notDOT, "the graph ends before its braces are closed", at: start)],
          texts: texts))
    }
    if let place = DOTEnding.place(afterFirstGraphOf: text, in: input.name) {
      remarks.append(
        Diagnostic(
          .leftOut, "something stands after the first graph, which alone is read", at: place))
    }
    remarks += rows.warnings.map {
      Diagnostic(.notUnderstood, "Graphviz remarks: \($0.prefix(200))", at: start)
    }
    return try GraphImporter(how: how).model(
      of: document.graph, document.report, remarks, options: options, texts: texts)
  }

  private static func diagnostic(of error: GraphvizError, in file: String) -> Diagnostic {
    var line = 1
    if case .badDOT(let messages) = error {
      let words = messages.joined(separator: " ").split(separator: " ")
      for (word, next) in zip(words, words.dropFirst()) where word == "line" {
        if let number = Int(digits: next.prefix { $0.isNumber }) {
          line = max(1, number)
          break
        }
      }
    }
    return Diagnostic(
      .notDOT, "\(error)", at: SourcePlace(file: file, line: line, column: 1))
  }
}
