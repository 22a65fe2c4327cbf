/// Planned works as they were read, with what there is to say about them.
public struct ReadNotices: Hashable, Sendable {
  /// The works in the order of the files, those that a later revision replaced left out.
  public let notices: [MaintenanceNotice]
  /// The remarks, by place.
  public let warnings: [Diagnostic]
  /// The texts that places point into, by file name.
  public let texts: [String: String]
  /// The zone of times that name none.
  public let zone: ZoneOffsets
}

/// Reads planned works from carriers' maintenance notices (iCalendar, RFC 5545, with the
/// `X-MAINTNOTE-…` properties of the BCOP standard) and from plain tables (RFC 4180).
///
/// All mistakes of all files are found in one reading, each with its place. What would be read wrongly
/// (a repetition, a time zone that nobody knows) is refused; what only is not understood (a status of
/// somebody's own) is a warning, and the work counts.
public struct MaintenanceReader: Sendable {
  /// The zone of times that name none.
  public let zoneName: String

  /// Makes a reader.
  ///
  /// - Parameter zone: The zone of times that name none.
  public init(zone: String = "Europe/Amsterdam") { zoneName = zone }

  /// The most bytes of a file.
  static let greatestSize = 16 << 20

  /// Reads files.
  ///
  /// - Parameter paths: The files' paths; diagnostics name them so.
  /// - Returns: The works of all of them.
  /// - Throws: ``ReadError`` where a file cannot be read or has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(_ paths: [String]) throws(ReadError) -> ReadNotices {
    var files: [InputFile] = []
    for path in paths {
      files.append(try InputFile(path: path, name: path, limit: Self.greatestSize))
    }
    return try read(files)
  }

  /// Reads a text.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - name: The file's name for diagnostics.
  /// - Returns: The works.
  /// - Throws: ``ReadError/invalid(_:)`` where the text has errors.
  /// - Complexity: O(*n* log *n*) for *n* bytes.
  public func read(text: String, named name: String) throws(ReadError) -> ReadNotices {
    try read([InputFile(text: text, name: name, limit: Self.greatestSize)])
  }

  /// Reads bytes.
  func read(bytes: [UInt8], named name: String) throws(ReadError) -> ReadNotices {
    try read([InputFile(bytes: bytes, name: name, limit: Self.greatestSize)])
  }

  private func read(_ files: [InputFile]) throws(ReadError) -> ReadNotices {
    let session = MaintenanceSession(zone: zoneName)
    var texts: [String: String] = [:]
    for file in files {
      // A folded line may be broken inside a character, so that the file as a whole is no UTF-8.
      texts[file.name] = String(decoding: file.bytes.prefix(Self.greatestSize), as: UTF8.self)
      if MaintenanceCalendar.isCalendar(file) {
        MaintenanceCalendar(session).read(file)
      } else {
        MaintenanceTable(session).read(file)
      }
    }
    let notices = session.current()
    let found = session.diagnostics.sortedByPlace()
    if found.hasErrors { throw .invalid(InvalidInput(found, texts: texts)) }
    return ReadNotices(notices: notices, warnings: found, texts: texts, zone: session.zone)
  }
}

/// One reading of some files: what was found so far, and every mistake.
final class MaintenanceSession {
  /// A notice with what tells which of several revisions of it is the last.
  struct Revision {
    let notice: MaintenanceNotice
    var uid: String?
    var sequence = 0
    var stamp = ""
  }

  private(set) var diagnostics: [Diagnostic] = []
  let zone: ZoneOffsets
  private var zones: [String: ZoneOffsets?] = [:]
  private var revisions: [Revision] = []

  /// The most diagnostics: a file that is something else altogether says no more after a thousand.
  private static let mostDiagnostics = 1000

  init(zone name: String) {
    if let zone = ZoneOffsets.named(name) {
      self.zone = zone
    } else {
      zone = .utc
      report(
        .unknownValue, "there is no time zone `\(name)`", at: nil,
        hint: Self.hint(forZone: name))
    }
  }

  func report(
    _ code: DiagnosticCode, _ message: String, at place: SourcePlace?, id: String? = nil,
    hint: String? = nil
  ) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(Diagnostic(code, message, at: place, id: id, hint: hint))
  }

  /// The zone of a name; nil where nobody knows it, which is reported.
  func zone(named name: String, at place: SourcePlace) -> ZoneOffsets? {
    if let known = zones[name] { return known }
    // Some programs put their own name before it: `/example.org/Europe/Amsterdam`.
    let parts = name.split(separator: "/")
    let tails = parts.indices.map { parts[$0...].joined(separator: "/") }
    let names = [Self.windowsNames[name]].compactMap(\.self) + tails
    let found = names.lazy.compactMap(ZoneOffsets.named).first
    zones[name] = .some(found)
    if found == nil {
      report(
        .unknownValue, "there is no time zone `\(name)`", at: place,
        hint: Self.hint(forZone: name))
    }
    return found
  }

  private static func hint(forZone name: String) -> String? {
    nearestName(to: name, among: ZoneOffsets.knownNames).map { "did you mean `\($0)`?" }
  }

  /// What programs on Windows call the zones round here.
  private static let windowsNames = [
    "W. Europe Standard Time": "Europe/Amsterdam", "Romance Standard Time": "Europe/Paris",
    "Central Europe Standard Time": "Europe/Budapest",
    "Central European Standard Time": "Europe/Warsaw", "GMT Standard Time": "Europe/London",
    "Greenwich Standard Time": "Atlantic/Reykjavik", "FLE Standard Time": "Europe/Helsinki",
  ]

  /// The moment that a clock of a zone shows, with a warning where it is not clear which.
  func moment(atLocal local: Double, in zone: ZoneOffsets, at place: SourcePlace) -> Instant {
    let found = zone.moment(atLocal: local)
    switch found.clarity {
    case .unique: break
    case .skipped:
      report(
        .unclearTime, "the clock of \(zone.name) is put forward over this time", at: place,
        hint: "it is read with the offset before the change: \(found.instant.clock)")
    case .twice:
      report(
        .unclearTime, "the clock of \(zone.name) shows this time twice", at: place,
        hint: "the first is taken: \(found.instant.clock)")
    }
    return found.instant
  }

  // MARK: - What was found

  func add(_ revision: Revision) { revisions.append(revision) }

  /// The notices, of each only the last revision.
  ///
  /// - Complexity: O(*n*) for *n* notices.
  func current() -> [MaintenanceNotice] {
    var last: [String: Int] = [:]
    for (place, revision) in revisions.enumerated() {
      guard let uid = revision.uid else { continue }
      if let other = last[uid], revisions[other].isAfter(revision) { continue }
      last[uid] = place
    }
    return revisions.enumerated().compactMap { place, revision in
      guard let uid = revision.uid, let kept = last[uid], kept != place else {
        return revision.notice
      }
      report(
        .superseded, "a later revision of `\(uid)` replaces this", at: revision.notice.place,
        id: revision.notice.id,
        hint: revisions[kept].notice.place.map { "it stands at \($0)" })
      return nil
    }
  }
}

extension MaintenanceSession.Revision {
  /// Whether it is the later one of two; of equals the one that is read later is.
  fileprivate func isAfter(_ other: Self) -> Bool {
    (sequence, stamp) > (other.sequence, other.stamp)
  }
}

extension Instant {
  /// Day and clock with the offset: `2026-03-29 03:30+02:00`.
  fileprivate var clock: String {
    let local = Int((secondsSinceEpoch + Double(writtenOffset)).rounded(.down))
    let second = ((local % 86_400) + 86_400) % 86_400
    let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
    let offset = Int(writtenOffset.magnitude) / 60
    return "\(day) \(two(second / 3600)):\(two(second / 60 % 60))"
      + "\(writtenOffset < 0 ? "-" : "+")\(two(offset / 60)):\(two(offset % 60))"
  }
}
