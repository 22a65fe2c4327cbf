import Foundation
import GRDB
import GRDBSQLite

/// A model in a SQLite file: for models too large for text, and for people who want to query one.
///
/// Nothing is lost against YAML (``ModelWriter``), and the same mistakes are found. The tables are
/// described in `docs/container-format.md`. A container is written whole or not at all, and opened
/// for reading without a chance to change it or to run what it holds.
///
/// ```swift
/// try ModelContainer().write(model, to: "model.sqlite")
/// let same = try ModelContainer().read("model.sqlite").model
/// ```
public struct ModelContainer: Sendable {
  /// The endings of the names of containers.
  public static let endings = ["sqlite", "sqlite3", "db"]

  /// Whether everything is gone through to see whether it is what was written.
  public var checksInFull = false

  /// Makes a reader and writer.
  public init() {}

  /// Whether a file is a SQLite database, by its first bytes.
  ///
  /// - Parameter path: Where it is.
  /// - Returns: False also where there is no file.
  public static func isContainer(_ path: String) -> Bool {
    guard FileFingerprint.isRegular(path), let handle = FileHandle(forReadingAtPath: path) else {
      return false
    }
    defer { try? handle.close() }
    let start = try? handle.read(upToCount: ContainerSchema.magic.count)
    return start.map { [UInt8]($0) == ContainerSchema.magic } ?? false
  }

  /// Whether a name is that of a container, by its ending.
  public static func isNamedAsContainer(_ path: String) -> Bool {
    endings.contains((path as NSString).pathExtension.lowercased())
  }

  // MARK: - Reading

  /// Reads a model from a container.
  ///
  /// - Parameter path: Where it is; diagnostics name it so.
  /// - Returns: The model.
  /// - Throws: ``ReadError`` where the file cannot be read, is no container, or has errors.
  /// - Complexity: O(*n*) for *n* rows.
  public func read(_ path: String) throws(ReadError) -> ReadModel {
    try read(path, named: path)
  }

  /// Reads a container that goes by another name in diagnostics.
  func read(_ path: String, named name: String) throws(ReadError) -> ReadModel {
    _ = try InputFile(path: path, name: name, limit: 0)
    let session = ReadingSession()
    var model: Model?
    do {
      let queue = try DatabaseQueue(path: Self.absolute(path), configuration: Self.readOnly)
      model = try queue.read { database in
        try Self.limit(database)
        let reading = ContainerReading(database, named: name, session: session)
        var model = try reading.model()
        model.digest = try reading.digest(changeCounter: Self.counter(of: path), checksInFull)
        return model
      }
    } catch ContainerProblem.unusable(let diagnostic) {
      session.diagnostics.append(diagnostic)
    } catch ContainerProblem.tooManyMistakes {
      throw .invalid(InvalidInput(session.diagnostics.sortedByPlace()))
    } catch let error as DatabaseError {
      session.diagnostics.append(error.diagnostic(in: name))
    } catch {
      throw .file(path: name, problem: .refused(error.localizedDescription))
    }
    return try session.judged(model, texts: [:], files: [name])
  }

  /// The path from the root, which SQLite cannot take for an address or a word of its own.
  private static func absolute(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  private static var readOnly: Configuration {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
    }
    return configuration
  }

  /// What a file that somebody else made may ask of SQLite.
  private static func limit(_ database: Database) throws {
    guard let connection = unsafe database.sqliteConnection else { return }
    for (limit, value) in [
      (SQLITE_LIMIT_LENGTH, 16 << 20), (SQLITE_LIMIT_EXPR_DEPTH, 100),
      (SQLITE_LIMIT_ATTACHED, 0), (SQLITE_LIMIT_TRIGGER_DEPTH, 1),
    ] {
      unsafe sqlite3_limit(connection, limit, Int32(value))
    }
  }

  /// How often SQLite says that the file was changed: bytes 24 to 27, big end first.
  private static func counter(of path: String) -> Int {
    guard let handle = FileHandle(forReadingAtPath: path) else { return 0 }
    defer { try? handle.close() }
    guard let start = try? handle.read(upToCount: 28), start.count == 28 else { return 0 }
    return [UInt8](start)[24...].reduce(0) { $0 << 8 | Int($1) }
  }

  // MARK: - Writing

  /// Writes a model into a container, whole or not at all.
  ///
  /// What was written is read back before it takes the place of what was there.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - path: Where it goes; a file there is replaced.
  /// - Throws: ``ContainerWriteError`` where it cannot be written or the model has errors; the file
  ///   is then as it was.
  /// - Complexity: O(*n* log *n*) for *n* facts.
  public func write(_ model: Model, to path: String) throws(ContainerWriteError) {
    let target = Self.absolute(path)
    let file: TemporaryFile
    do throws(TemporaryFile.Refusal) {
      file = try TemporaryFile(beside: target)
    } catch {
      throw .refused(path: path, reason: error.reason)
    }
    do {
      try Self.fill(file.path, with: model)
      _ = try read(file.path, named: path)
      try file.replace(target)
    } catch {
      file.remove()
      switch error {
      case ReadError.invalid(let input): throw .invalid(input)
      case let refusal as TemporaryFile.Refusal: throw .refused(path: path, reason: refusal.reason)
      case let problem as DatabaseError:
        throw .refused(path: path, reason: problem.message ?? "SQLite \(problem.resultCode)")
      default: throw .refused(path: path, reason: error.localizedDescription)
      }
    }
  }

  private static func fill(_ path: String, with model: Model) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.prepareDatabase { database in
      // Nobody sees the file before it is whole, and it is thrown away if that fails.
      try database.execute(sql: "PRAGMA journal_mode = OFF")
      try database.execute(sql: "PRAGMA synchronous = OFF")
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try queue.write { try ContainerWriting(model, into: $0).write() }
    try queue.close()
  }
}

/// Why a container could not be written.
public enum ContainerWriteError: Error, Hashable, Sendable {
  /// The file system or SQLite refuses, in its own words.
  case refused(path: String, reason: String)
  /// The model has errors, all of them listed.
  case invalid(InvalidInput)
}
