@testable import DepGraph

extension FuzzTarget {
  /// Tables, and what registers export.
  static let tables = [
    importing("csv-tables") { bytes in
      try CSVTablesReader().read(
        files(in: bytes, named: "components.csv").map { CSVFile(name: $0.name, bytes: $0.bytes) },
        options: ImportOptions())
    },
    importing("table") { bytes in
      try TableImporter().read(inputs(bytes, "Onderdelen.csv"), options: ImportOptions())
    },
    importing("workbook") { bytes in
      try TableImporter().read([file(bytes, "table.xlsx")], options: ImportOptions())
    },
    // The parts of a workbook, packed here: mutations of what is packed would hit nothing but sums.
    importing("workbook-parts") { bytes in
      var zip = ZipMaker()
      for part in files(in: bytes, named: "xl/workbook.xml") {
        var entry = ZipMaker.Entry(String(part.name.prefix(100)), "")
        entry.bytes = part.bytes
        zip.entries.append(entry)
      }
      return try TableImporter().read([file(zip.bytes, "table.xlsx")], options: ImportOptions())
    },
    importing("netbox") { bytes in
      try NetBoxReader().read(inputs(bytes, "export.json"), options: ImportOptions())
    },
    importing("itop") { bytes in
      try ITopReader().read(inputs(bytes, "Server.csv"), options: ImportOptions())
    },
    importing("debian") { bytes in
      try DebianPackagesReader().read(inputs(bytes, "Packages"), options: ImportOptions())
    },
    FuzzTarget("works") { bytes in
      flaw {
        _ = try MaintenanceReader().read(bytes: bytes, named: "works.ics")
        return nil
      }
    },
  ]

  /// Graphs, architectures and fault trees.
  static let graphs = [
    importing("graphml") { bytes in
      try GraphMLReader().read(file(bytes, "graph.graphml"), options: ImportOptions())
    },
    importing("node-link") { bytes in
      try NodeLinkReader().read(file(bytes, "graph.json"), options: ImportOptions())
    },
    importing("archimate") { bytes in
      try ArchiMateReader().read(file(bytes, "landscape.xml"), options: ImportOptions())
    },
    importing("openpsa") { bytes in
      try FaultTreeImporter().read(bytes: bytes, named: "tree.xml", options: ImportOptions())
    },
    // Graphviz's library reads DOT, in a process of its own: what is ours are these two.
    FuzzTarget("dot-text") { bytes in
      let text = text(bytes)
      let place = DOTEnding.place(afterFirstGraphOf: text, in: "graph.dot")
      if let place, place.line < 1 || place.column < 1 { return "the end is at \(place)" }
      _ = DOTEnding.isClosed(in: text)
      return nil
    },
    importing("dot-rows") { bytes in
      guard let rows = GraphRows(bytes, warnings: []) else { return nil }
      let document = DOTDocument(rows, ImportReport(format: "dot", files: ["graph.dot"]))
      return try GraphImporter(how: GraphImportOptions()).model(
        of: document.graph, document.report, [], options: ImportOptions(), texts: [:])
    },
  ]

  /// A target that makes a model of another program's files, which must come back from our own words.
  private static func importing(
    _ name: String, _ read: @escaping @Sendable ([UInt8]) throws -> ImportedModel?
  ) -> FuzzTarget {
    FuzzTarget(name) { bytes in
      flaw {
        guard let imported = try read(bytes) else { return nil }
        return flaw(in: imported.model, warnings: imported.warnings)
      }
    }
  }

  private static func inputs(_ bytes: [UInt8], _ name: String) -> [InputFile] {
    files(in: bytes, named: name).map { InputFile(bytes: $0.bytes, name: $0.name) }
  }
}
