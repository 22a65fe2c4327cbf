import GRDB

/// Why a container could not be read or written, before there is a model to say anything of.
enum ContainerProblem: Error {
  /// It is no container, or a damaged one: what there is to say of it.
  case unusable(Diagnostic)
  /// There are so many mistakes that reading on would not help.
  case tooManyMistakes
}

extension DatabaseError {
  /// What there is to say of a file that SQLite cannot read.
  func diagnostic(in name: String) -> Diagnostic {
    let words = message ?? "error \(resultCode.rawValue)"
    let place = SourcePlace(file: name, line: 1, column: 1)
    return Diagnostic(
      .damaged, "the container cannot be read: \(words)", at: place,
      hint: resultCode == .SQLITE_CANTOPEN || resultCode == .SQLITE_READONLY
        ? "another program may have it open: close that first" : nil)
  }
}
