/// Makes a model of a graph, whichever format it was read from.
struct GraphImporter {
  /// What the options of whoever imports say of it.
  let how: GraphImportOptions

  /// The model.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - report: What was noted while it was read.
  ///   - found: What was found while it was read.
  ///   - options: What is said of the source as a whole.
  ///   - texts: The texts that places point into.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError/invalid(_:)`` where the graph has errors.
  /// - Complexity: O(*n* log *n*) for *n* nodes, edges and attributes.
  func model(
    of graph: AttributedGraph, _ report: ImportReport, _ found: [Diagnostic],
    options: ImportOptions, texts: [String: String]
  ) throws(ReadError) -> ImportedModel {
    var imported: ImportedModel
    var found = found
    if graph.attributes["depgraph"] != nil {
      let reading = ModelGraphReading(graph, options, report)
      found += reading.diagnostics
      imported = ImportedModel(model: reading.model, report: reading.report)
      if how != GraphImportOptions() {
        found.append(
          Diagnostic(
            .leftOut, "the graph says itself what it means: options on its meaning are not used"))
      }
    } else {
      let meaning = GraphMeaning(graph, options, how, report)
      found += meaning.diagnostics
      imported = ImportedModel(model: meaning.model, report: meaning.report)
    }
    if !found.hasErrors { found += Self.mistakes(in: imported.model, of: graph) }
    if imported.model.components.isEmpty, !found.hasErrors {
      let file = texts.keys.sorted().first ?? ""
      found.append(
        Diagnostic(
          .emptyFile, "the graph has no nodes",
          at: SourcePlace(file: file, line: 1, column: 1)))
    }
    found = found.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    imported.warnings = found
    return imported
  }

  /// What is wrong with a model, at the nodes that it stands for.
  private static func mistakes(in model: Model, of graph: AttributedGraph) -> [Diagnostic] {
    let errors = Validator.diagnose(model).errors
    guard !errors.isEmpty else { return [] }
    let places = Dictionary(
      graph.nodes.compactMap { node in node.place.map { (node.id, $0) } },
      uniquingKeysWith: { first, _ in first })
    return errors.map { error in
      Diagnostic(
        error.code, error.message, at: error.place ?? error.id.flatMap { places[$0] },
        id: error.id, hint: error.hint)
    }
  }

  /// The one file that is read, or what is wrong with the number of files.
  static func only(_ files: [String]) throws(ReadError) -> String {
    guard files.count == 1, let file = files.first else {
      throw .invalid(
        InvalidInput([
          Diagnostic(
            .unsupported, "a graph is read from one file, and here are \(files.count)",
            hint: "import each, and join the models with `merge`")
        ]))
    }
    return file
  }
}
