/// Makes models of graphs in GraphML.
///
/// Read are the plain format, nested graphs, and the dialects of yEd (keys without names, labels in
/// drawings) and of the Topology Zoo. Hyperedges and ports are left out, and reported so.
///
/// ```swift
/// let imported = try GraphMLReader().read(["net.graphml"], options: ImportOptions())
/// ```
public struct GraphMLReader: Sendable {
  private let how: GraphImportOptions

  /// Makes a reader.
  ///
  /// - Parameter how: What is said of the meaning of nodes and edges.
  public init(_ how: GraphImportOptions = GraphImportOptions()) { self.how = how }

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
      InputFile(path: path, name: path, limit: MarkupFile.greatestSize), options: options)
  }

  /// Reads a graph from bytes.
  func read(_ input: InputFile, options: ImportOptions) throws(ReadError) -> ImportedModel {
    var unreadable: [Diagnostic] = []
    var markup = MarkupReader()
    markup.subject = ("a graph", "graphml")
    markup.keepsAllText = true
    let file = MarkupFile(input, &unreadable)
    if let file { markup.read(file, textTags: []) }
    unreadable += markup.diagnostics
    let texts = file.map { [$0.name: $0.text] } ?? [:]
    if unreadable.hasErrors { throw .invalid(InvalidInput(unreadable, texts: texts)) }
    let report = ImportReport(format: "graphml", files: [input.name])
    let document = GraphMLDocument(markup.tree, report)
    return try GraphImporter(how: how).model(
      of: document.graph, document.report, document.diagnostics, options: options, texts: texts)
  }
}
