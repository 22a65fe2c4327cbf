/// Makes a model from tables as people hold them: workbooks and files of delimited text.
///
/// What each column, word and relation means is told by a ``TableMap``. What a table leaves blank stays
/// unknown; what it says twice in two ways is a finding with both places.
public struct TableImporter: Sendable {
  private let map: TableMap

  /// Makes an importer.
  ///
  /// - Parameter map: What the tables mean; nil: they are filled templates.
  public init(map: TableMap? = nil) { self.map = map ?? TableTemplate.map }

  /// Reads files, their tables in the order given.
  ///
  /// - Parameters:
  ///   - files: The files' paths; diagnostics name them so.
  ///   - options: What is said about all of them.
  /// - Returns: The model, what became of what, and what there is to remark.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* cells, beside a bounded number of names that are compared for hints.
  public func read(
    _ files: [String], options: ImportOptions
  ) throws(ReadError) -> ImportedModel {
    var inputs: [InputFile] = []
    for path in files {
      inputs.append(try InputFile(path: path, name: path, limit: TableFile.greatestSize))
    }
    return try read(inputs, options: options)
  }

  /// Reads files that are in memory.
  func read(_ files: [InputFile], options: ImportOptions) throws(ReadError) -> ImportedModel {
    let session = TableImport(map: map, options: options, files: files.map(\.name))
    for file in files {
      let sheets = TableFile(session.log).sheets(of: file)
      session.begin(file)
      session.match(sheets, of: file)
    }
    session.readRows()
    session.reportUnmatched()
    let model = session.model()
    let found = session.log.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: session.log.texts)) }
    return ImportedModel(model: model, report: session.report, warnings: found)
  }
}

/// One thing that a row says of something.
struct TableFact {
  let cell: TableSheet.Cell
  let answer: TableAnswer
  /// The unit of a plain number, by the map or the title of the column.
  let unit: String?
  /// The register that ids of the sheet come from.
  let register: String

  /// The value, if one is written.
  var value: String? {
    if case .value(let text) = answer { text } else { nil }
  }

  /// The same cell with a part of its text.
  func part(_ text: String) -> TableSheet.Cell {
    TableSheet.Cell(text: text, kind: cell.kind, place: cell.place)
  }
}

/// A thing that rows are about, with all that they say of it.
struct TableEntity {
  let subject: TableSubject
  /// What the first row about it is.
  let row: TableRowKind
  /// Where it is first mentioned.
  let place: SourcePlace
  /// The sources of what is said of it.
  var sources: [String]
  /// What is said, by column, in the order read.
  var facts: [TableField: [TableFact]] = [:]
  /// Whether it has no row of its own, but is named by others.
  var isPlaceholder = false
  /// The kind of component that a placeholder is taken for.
  var guessedKind: ComponentKind?
  /// What two rows say in two ways.
  var contradictions: [String] = []
  /// The model's id.
  var id = ""
  /// What it needs, from rows about dependencies.
  var needs: [(group: String?, need: Requirement)] = []
  /// What it works degraded without, from such rows.
  var wants: [Reference] = []

  /// The first value of a column.
  func value(_ field: TableField) -> String? { fact(field)?.value }

  /// The first fact of a column.
  func fact(_ field: TableField) -> TableFact? { facts[field]?.first }

  /// What it is called: by its name, its id, or its id elsewhere.
  var title: String { value(.name) ?? value(.id) ?? value(.external) ?? "?" }

  /// Whether it stands for those who use the rest.
  var isUser: Bool { row == .process || row == .consumer }

  /// Whether a row about it may be about the same thing as a row of another kind.
  func mayBe(_ other: TableRowKind) -> Bool {
    (other == .process || other == .consumer) == isUser && (other == .link) == (row == .link)
  }
}

/// A row that says that one thing leans on another.
struct TableDependency {
  let from: TableFact
  let to: TableFact
  let direction: TableMap.Direction
  let isGuessed: Bool
  let group: String?
  let isSoft: Bool
  let holdup: TimeSpan?
  let note: String?
  let fromKind: String?
  let toKind: String?
  let source: String
}
