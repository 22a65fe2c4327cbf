import Foundation

/// Reads models that are kept as tables: `components.csv`, `requirements.csv` and the like.
///
/// Which table a file is, its header says, not its name. A file of two columns without a header is a
/// list of pairs, of which the first is taken to require the second.
///
/// ```swift
/// let imported = try CSVTablesReader().read(["components.csv", "requirements.csv"])
/// print(imported.model.components.count)
/// ```
public struct CSVTablesReader: Sendable {
  /// Makes a reader.
  public init() {}

  /// Reads the tables of one model.
  ///
  /// - Parameters:
  ///   - paths: The files, or folders of them.
  ///   - options: What is said of the source as a whole; `model.csv` goes before the language and
  ///     the basis.
  /// - Returns: The model, and what became of what.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n*) for *n* bytes, and what judging takes.
  public func read(
    _ paths: [String], options: ImportOptions = ImportOptions()
  ) throws(ReadError) -> ImportedModel {
    var files: [CSVFile] = []
    for path in paths {
      for file in try Self.tables(of: path) { files.append(try CSVFile(path: file)) }
    }
    return try read(files, options: options)
  }

  /// Reads tables that are in memory.
  func read(_ files: [CSVFile], options: ImportOptions) throws(ReadError) -> ImportedModel {
    let reading = CSVReading(files, options: options)
    reading.read()
    let found = reading.found
    if found.hasErrors {
      throw .invalid(InvalidInput(found, texts: Self.texts(files, found)))
    }
    return ImportedModel(model: reading.model, report: reading.report, warnings: found)
  }

  /// Whether a path is that of tables: a folder with some in it, or a file of that kind.
  static func areTables(at path: String) -> Bool {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      return false
    }
    return isDirectory.boolValue ? !names(in: path).isEmpty : isTable(path)
  }

  /// Reads tables as a model that commands are asked about.
  func readModel(_ path: String) throws(ReadError) -> ReadModel {
    var files: [CSVFile] = []
    for file in try Self.modelTables(of: path) { files.append(try CSVFile(path: file)) }
    let imported = try read(files, options: ImportOptions())
    var model = imported.model
    model.digest = SHA256Digest.hexadecimal(of: files.count == 1 ? files[0].bytes : Self.all(files))
    return ReadModel(
      model: model, warnings: imported.warnings, texts: Self.texts(files, imported.warnings),
      files: files.map(\.name))
  }

  private static func all(_ files: [CSVFile]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.reduce(0) { $0 + $1.bytes.count })
    for file in files { bytes += file.bytes }
    return bytes
  }

  /// The texts that something found points into.
  private static func texts(_ files: [CSVFile], _ found: [Diagnostic]) -> [String: String] {
    let named = Set(found.compactMap { $0.place?.file })
    var texts: [String: String] = [:]
    for file in files where named.contains(file.name) { texts[file.name] = file.shownText }
    return texts
  }

  /// The tables of a model: with `components.csv` those that lie beside it belong to it.
  private static func modelTables(of path: String) throws(ReadError) -> [String] {
    let name = FileFingerprint.name(of: path)
    guard name.lowercased() == CSVTable.components.fileName else { return try tables(of: path) }
    let folder = (path as NSString).deletingLastPathComponent
    return names(in: folder.isEmpty ? "." : folder).map {
      (folder as NSString).appendingPathComponent($0)
    }
  }

  /// The tables that a path means: those of a folder in the order of their names, or the file.
  private static func tables(of path: String) throws(ReadError) -> [String] {
    var isDirectory: ObjCBool = false
    guard unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .file(path: path, problem: .notFound)
    }
    guard isDirectory.boolValue else { return [path] }
    let names = names(in: path)
    guard !names.isEmpty else { throw .file(path: path, problem: .isDirectory) }
    return names.map { (path as NSString).appendingPathComponent($0) }
  }

  private static func isTable(_ name: String) -> Bool {
    let lowered = name.lowercased()
    return lowered.hasSuffix(".csv") || lowered.hasSuffix(".tsv")
  }

  private static func names(in folder: String) -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return all.filter { isTable($0) && !$0.hasPrefix(".") }.sorted()
  }
}
