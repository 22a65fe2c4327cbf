import GRDB
import GRDBSQLite

/// A prepared statement of SQLite, row by row.
///
/// GRDB makes and frees it. Rows are taken from SQLite itself: a container has millions, and each
/// would otherwise become an object.
@safe final class ContainerStatement {
  private let statement: Statement
  private let connection: SQLiteConnection
  private let raw: SQLiteStatement
  /// The number of columns of a row.
  private let width: Int32

  /// Compiles a statement.
  init(_ sql: String, in database: Database) throws {
    guard let connection = unsafe database.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    unsafe self.connection = connection
    let statement = try database.makeStatement(sql: sql)
    self.statement = statement
    unsafe raw = statement.sqliteStatement
    unsafe sqlite3_reset(raw)
    width = unsafe sqlite3_column_count(raw)
  }

  /// Goes on to the next row; false: there is none.
  func step() throws -> Bool {
    switch unsafe sqlite3_step(raw) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      let words = unsafe sqlite3_errmsg(connection).map { unsafe String(cString: $0) }
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: words)
    }
  }

  // MARK: - Reading

  /// What a column of a row holds.
  enum Kind {
    case null, integer, real, text, blob
  }

  /// What a column holds; nothing where the row has no such column.
  func kind(_ column: Int32) -> Kind {
    guard column < width else { return .null }
    return switch unsafe sqlite3_column_type(raw, column) {
    case SQLITE_NULL: .null
    case SQLITE_INTEGER: .integer
    case SQLITE_FLOAT: .real
    case SQLITE_TEXT: .text
    default: .blob
    }
  }

  /// Whether a column holds nothing; so too where the row has no such column.
  func isNull(_ column: Int32) -> Bool {
    unsafe column >= width || sqlite3_column_type(raw, column) == SQLITE_NULL
  }

  /// A number; 0 where the column holds none.
  func integer(_ column: Int32) -> Int { Int(unsafe sqlite3_column_int64(raw, column)) }

  /// A number; 0 where the column holds none.
  func real(_ column: Int32) -> Double { unsafe sqlite3_column_double(raw, column) }

  /// A text; nil where it is no UTF-8.
  func text(_ column: Int32) -> String? {
    guard let start = unsafe sqlite3_column_text(raw, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(raw, column))
    return unsafe String(
      validating: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  /// Adds the bytes of a column, with its kind and its length before them.
  func append(_ column: Int32, to bytes: inout [UInt8]) {
    switch kind(column) {
    case .null: bytes.append(0)
    case .integer: append(1, UInt64(bitPattern: Int64(integer(column))), to: &bytes)
    case .real: append(2, real(column).bitPattern, to: &bytes)
    case .text, .blob:
      let count = Int(unsafe sqlite3_column_bytes(raw, column))
      append(3, UInt64(count), to: &bytes)
      guard let start = unsafe sqlite3_column_blob(raw, column) else { return }
      unsafe bytes.append(contentsOf: UnsafeRawBufferPointer(start: start, count: count))
    }
  }

  private func append(_ kind: UInt8, _ value: UInt64, to bytes: inout [UInt8]) {
    bytes.append(kind)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  // MARK: - Writing

  /// A value of a row.
  enum Cell {
    case null
    case integer(Int)
    case real(Double)
    case text(String)

    /// A text, or nothing.
    static func text(ifAny text: String?) -> Cell { text.map { .text($0) } ?? .null }
  }

  /// Runs the statement with one row of values.
  func run(_ cells: Cell...) throws { try run(cells) }

  /// Runs the statement with one row of values.
  func run(_ cells: [Cell]) throws {
    for (index, cell) in cells.enumerated() {
      let place = Int32(index + 1)
      switch cell {
      case .null: unsafe sqlite3_bind_null(raw, place)
      case .integer(let value): unsafe sqlite3_bind_int64(raw, place, Int64(value))
      case .real(let value): unsafe sqlite3_bind_double(raw, place, value)
      case .text(var text):
        text.withUTF8 { bytes in
          unsafe bytes.withMemoryRebound(to: CChar.self) { characters in
            _ = unsafe sqlite3_bind_text(
              raw, place, characters.baseAddress, Int32(characters.count), Self.copied)
          }
        }
      }
    }
    while try step() {}
    unsafe sqlite3_reset(raw)
  }

  /// What tells SQLite to copy a text that will not stay where it is.
  private static var copied: sqlite3_destructor_type {
    unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }
}
