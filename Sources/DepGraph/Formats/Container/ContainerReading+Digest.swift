import GRDB

extension ContainerReading {
  /// The digest of what the tables hold.
  ///
  /// The one that was stored is taken where SQLite's own count of changes says that nothing was
  /// changed since. Else, and where asked to, all rows are gone through.
  ///
  /// - Complexity: O(1), or O(*n*) for *n* rows.
  func digest(changeCounter: Int, _ checksInFull: Bool) throws -> String {
    let statement = try ContainerStatement("SELECT key, value FROM container", in: database)
    var stored: [String: String] = [:]
    while try statement.step() {
      if let key = statement.text(0), let value = statement.text(1) { stored[key] = value }
    }
    if checksInFull { try checkPages() }
    if !checksInFull, stored["change-counter"] == String(changeCounter),
      let digest = stored["digest"]
    {
      return digest
    }
    let digest = try ContainerDigest(of: database).hexadecimal
    if let before = stored["digest"], before != digest {
      try report(
        .changedSince, "the tables were changed after this program wrote them",
        at: SourcePlace(file: name, line: 1, column: 1),
        hint: "`depgraph convert` into a new container makes the digest fit again")
    }
    return digest
  }

  /// SQLite's own check of the whole file.
  private func checkPages() throws {
    let check = try ContainerStatement("PRAGMA integrity_check(20)", in: database)
    while try check.step() {
      guard let words = check.text(0), words != "ok" else { continue }
      try report(
        .damaged, "the container is damaged: \(words)",
        at: SourcePlace(file: name, line: 1, column: 1))
    }
  }
}
