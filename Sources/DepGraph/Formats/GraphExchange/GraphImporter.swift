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
    } else {
      let meaning = GraphMeaning(graph, options, how, report)
      found += meaning.diagnostics
      imported = ImportedModel(model: meaning.model, report: meaning.report)
    }
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
