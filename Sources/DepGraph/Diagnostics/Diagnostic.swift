/// One mistake or one remark about what the user wrote.
///
/// Diagnostics are values that are collected, so that all mistakes of a model are reported at once.
/// The world's failures (a file that cannot be read) are thrown errors instead, and the
/// programmer's are preconditions.
public struct Diagnostic: Hashable, Sendable {
  /// How much a diagnostic weighs.
  public enum Severity: String, Hashable, Sendable {
    /// What cannot be read or has no meaning: nothing is computed.
    case error
    /// What can be read and has a meaning, but is probably not what was meant.
    case warning
    /// What can be read and may well be meant so, but often is not: never counted as a warning.
    case advice
  }

  /// The weight, which follows from the code.
  public var severity: Severity { code.severity }

  /// The kind of mistake.
  public let code: DiagnosticCode
  /// What is wrong, in one sentence without a full stop at the end.
  public let message: String
  /// Where it stands, if it stands in a text.
  public let place: SourcePlace?
  /// The id that it is about, if any.
  public let id: String?
  /// What to do about it ("did you mean …"), if the program can tell.
  public let hint: String?

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace? = nil, id: String? = nil,
    hint: String? = nil
  ) {
    self.code = code
    self.message = message
    self.place = place
    self.id = id
    self.hint = hint
  }
}

/// A place in a text file.
public struct SourcePlace: Hashable, Sendable, Comparable {
  /// The file's name as the user would write it.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The column in Unicode scalars, counted from 1.
  public let column: Int

  /// Makes a place.
  public init(file: String, line: Int, column: Int) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// By file, then line, then column.
  public static func < (left: SourcePlace, right: SourcePlace) -> Bool {
    (left.file, left.line, left.column) < (right.file, right.line, right.column)
  }
}

extension SourcePlace: CustomStringConvertible {
  /// `file:line:column`, as compilers write it and editors open it; of a cell of a sheet
  /// `file[sheet]!C12`, as workbooks write it.
  public var description: String {
    guard file.hasSuffix("]") else { return "\(file):\(line):\(column)" }
    return "\(file)!\(Self.letters(ofColumn: column))\(line)"
  }

  /// The letters of a column of a sheet, counted from 1.
  ///
  /// - Complexity: O(log *n*) for column *n*.
  static func letters(ofColumn column: Int) -> String {
    var rest = max(column, 1)
    var letters = ""
    while rest > 0 {
      let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      letters = String(letter) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }
}

extension [Diagnostic] {
  /// Whether any of them is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }

  /// The errors alone, in order.
  public var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// The warnings alone, in order.
  public var warnings: [Diagnostic] { filter { $0.severity == .warning } }

  /// The advice alone, in order.
  public var advice: [Diagnostic] { filter { $0.severity == .advice } }

  /// The same diagnostics by place, then code; those without a place come last.
  public func sortedByPlace() -> [Diagnostic] {
    let keyed = enumerated().map { (offset: $0.offset, item: $0.element) }
    return keyed.sorted { left, right in
      switch (left.item.place, right.item.place) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default:
        (left.item.code.rawValue, left.offset) < (right.item.code.rawValue, right.offset)
      }
    }.map(\.item)
  }
}

/// A model or another input that has errors, all of them.
public struct InvalidInput: Error, Hashable, Sendable {
  /// Everything that was found, warnings included; at least one is an error.
  public let diagnostics: [Diagnostic]
  /// The texts that the diagnostics point into, by file name, to show the offending line.
  public let texts: [String: String]

  /// Makes the error.
  ///
  /// - Precondition: one of `diagnostics` is an error.
  public init(_ diagnostics: [Diagnostic], texts: [String: String] = [:]) {
    precondition(diagnostics.hasErrors, "InvalidInput without an error")
    self.diagnostics = diagnostics
    self.texts = texts
  }
}
