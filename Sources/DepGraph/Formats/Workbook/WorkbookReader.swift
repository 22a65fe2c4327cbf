/// Reads the sheets of a workbook (.xlsx: Office Open XML, ECMA-376).
///
/// Taken are the values of cells as they were last calculated; formulas, colours and comments are
/// not. Hidden sheets and rows are read, and that is said: what somebody hid is still a fact.
struct WorkbookReader {
  /// The most rows and columns of a sheet, which are Excel's own.
  static let mostRows = 1_048_576
  static let mostColumns = 16_384
  /// The most cells that are read of a workbook, and the most sheets.
  static let mostCells = 2_000_000
  static let mostSheets = 500

  private let log: TableLog

  init(_ log: TableLog) { self.log = log }

  /// The sheets of a workbook, in its order; what is wrong goes into the log.
  ///
  /// - Complexity: O(*n*) for *n* bytes, unpacked.
  func sheets(of file: InputFile) -> [TableSheet] {
    let start = SourcePlace(file: file.name, line: 1, column: 1)
    do throws(ZipFlaw) {
      let archive = try ZipArchive(file.bytes)
      let package = WorkbookPackage(archive: archive, file: file.name, log: log)
      guard let main = try package.workbookPath() else { return [] }
      let book = WorkbookOutline()
      guard try package.read(main, into: book) else { return [] }
      return try sheets(of: book, in: package, main: main)
    } catch {
      log.report(error.code, error.message, at: start, hint: error.hint)
      return []
    }
  }

  private func sheets(
    of book: WorkbookOutline, in package: WorkbookPackage, main: String
  ) throws(ZipFlaw) -> [TableSheet] {
    let start = SourcePlace(file: package.file, line: 1, column: 1)
    guard !book.sheets.isEmpty, book.sheets.count <= Self.mostSheets else {
      let message =
        book.sheets.isEmpty
        ? "the workbook has no sheet" : "the workbook has more than \(Self.mostSheets) sheets"
      log.report(.damagedWorkbook, message, at: start)
      return []
    }
    let relations = try package.relations(of: main)
    let strings = SharedStrings()
    let styles = WorkbookStyles()
    if let path = relations.first(ofType: "sharedStrings") {
      guard try package.read(path, into: strings) else { return [] }
    }
    if let path = relations.first(ofType: "styles") {
      guard try package.read(path, into: styles) else { return [] }
    }
    var sheets: [TableSheet] = []
    var budget = Self.mostCells
    for sheet in book.sheets {
      guard let relation = relations.byID[sheet.relation] else {
        log.report(.damagedWorkbook, "the sheet `\(sheet.name)` is not in the file", at: start)
        continue
      }
      guard relation.type == "worksheet" else {
        log.report(.leftOut, "`\(sheet.name)` is a chart, no table", at: start)
        continue
      }
      let reader = WorksheetHandler(
        file: "\(package.file)[\(sheet.name)]", strings: strings.values, styles: styles,
        countsFrom1904: book.countsFrom1904, budget: budget)
      guard try package.read(relation.target, into: reader) else { continue }
      budget -= reader.cellCount
      reader.finish(log)
      if sheet.isHidden {
        log.report(
          .hiddenPart, "the sheet `\(sheet.name)` is hidden; it is read all the same",
          at: SourcePlace(file: reader.file, line: 1, column: 1))
      }
      sheets.append(TableSheet(file: package.file, name: sheet.name, rows: reader.rows))
    }
    return sheets
  }
}

/// The files packed in a workbook, and how they refer to each other.
struct WorkbookPackage {
  /// What one file says of others.
  struct Relations {
    struct Relation {
      let type: String
      let target: String
    }

    fileprivate(set) var byID: [String: Relation] = [:]
    fileprivate var order: [String] = []

    /// The target of the first relation of a type.
    func first(ofType type: String) -> String? {
      order.lazy.compactMap { byID[$0] }.first { $0.type == type }?.target
    }
  }

  let archive: ZipArchive
  let file: String
  let log: TableLog

  /// The path of the workbook's own file, or nil where the package is something else.
  func workbookPath() throws(ZipFlaw) -> String? {
    let start = SourcePlace(file: file, line: 1, column: 1)
    guard archive.entry(named: "[Content_Types].xml") != nil else {
      let isOpenDocument = archive.entry(named: "content.xml") != nil
      log.report(
        .notWorkbook,
        isOpenDocument ? "the file is an OpenDocument sheet" : "the zip file is no workbook",
        at: start, hint: "save it as .xlsx")
      return nil
    }
    let path = try relations(of: "").first(ofType: "officeDocument") ?? "xl/workbook.xml"
    guard archive.entry(named: path) != nil, path.hasSuffix(".xml") else {
      log.report(
        .notWorkbook, "the file holds no workbook that can be read", at: start,
        hint: "save it as .xlsx")
      return nil
    }
    return path
  }

  /// Reads a packed file; whether it was there and well-formed.
  func read(_ path: String, into handler: any MarkupHandler) throws(ZipFlaw) -> Bool {
    guard let entry = archive.entry(named: path) else {
      log.report(
        .damagedWorkbook, "`\(path)` is missing from the workbook",
        at: SourcePlace(file: file, line: 1, column: 1))
      return false
    }
    let bytes = try archive.contents(of: entry)
    var found: [Diagnostic] = []
    let input = InputFile(bytes: bytes, name: "\(file)/\(path)", limit: ZipArchive.greatestEntry)
    if let markup = MarkupFile(input, &found) {
      let stream = MarkupStream(file: markup, title: "a part of a workbook", root: "worksheet")
      if let flaw = stream.read(into: handler) { found.append(flaw) }
    }
    found.forEach(log.report)
    return !found.hasErrors
  }

  /// What a packed file refers to.
  func relations(of path: String) throws(ZipFlaw) -> Relations {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    let folder = parts.dropLast().map { $0 + "/" }.joined()
    let name = "\(folder)_rels/\(parts.last ?? "").rels"
    guard archive.entry(named: name) != nil else { return Relations() }
    let handler = RelationsHandler(folder: folder)
    guard try read(name, into: handler) else { return Relations() }
    return handler.relations
  }

  private final class RelationsHandler: MarkupHandler {
    var relations = Relations()
    private let folder: String

    init(folder: String) { self.folder = folder }

    func start(_ tag: String, _ attributes: [String: String], depth: Int) -> MarkupFlaw? {
      guard tag.localName == "Relationship", let id = attributes["Id"],
        let target = attributes["Target"], let type = attributes["Type"],
        attributes["TargetMode"] != "External"
      else { return nil }
      let path = target.hasPrefix("/") ? String(target.dropFirst()) : folder + target
      let kind = type.split(separator: "/").last.map(String.init) ?? ""
      if relations.byID[id] == nil { relations.order.append(id) }
      relations.byID[id] = .init(type: kind, target: path.withoutParentSteps)
      return nil
    }

    func end(_ tag: String) -> MarkupFlaw? { nil }
    func text(_ characters: String) -> MarkupFlaw? { nil }
  }
}

extension String {
  /// The name of an element without its prefix.
  var localName: Substring { split(separator: ":").last ?? "" }

  /// A path inside an archive with its `..` taken away; one that leads out names nothing there.
  fileprivate var withoutParentSteps: String {
    var parts: [Substring] = []
    for part in split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
