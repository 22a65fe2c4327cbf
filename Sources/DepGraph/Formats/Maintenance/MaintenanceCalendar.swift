/// Planned works in a calendar: the events of an iCalendar file (RFC 5545), with what carriers add to
/// them.
struct MaintenanceCalendar {
  /// How deep components of a calendar may stand in each other.
  private static let greatestDepth = 16
  /// The most works of a file.
  private static let mostEvents = 20_000

  private let session: MaintenanceSession

  init(_ session: MaintenanceSession) { self.session = session }

  /// Whether a file looks like a calendar: by its name, or by how it begins.
  static func isCalendar(_ file: InputFile) -> Bool {
    if file.name.lowercased().hasSuffix(".ics") { return true }
    let start = file.bytes.drop { [0xEF, 0xBB, 0xBF, 0x20, 0x0D, 0x0A, 0x09].contains($0) }
    return String(decoding: start.prefix(15), as: UTF8.self).uppercased() == "BEGIN:VCALENDAR"
  }

  /// A component that was begun and has no end yet.
  private struct Open {
    let name: String
    let place: SourcePlace
    var lines: [CalendarLine] = []
    var isCancellation = false
  }

  /// Reads a file; what is wrong goes into the session.
  func read(_ file: InputFile) {
    guard let lines = lines(of: file) else { return }
    var stack: [Open] = []
    var events = 0
    for line in lines {
      switch line.name {
      case "BEGIN":
        let name = line.value.trimmed.uppercased()
        guard stack.count < Self.greatestDepth else {
          return session.report(
            .tooDeep, "more than \(Self.greatestDepth) parts stand in each other", at: line.place)
        }
        if stack.isEmpty, name != "VCALENDAR" {
          session.report(
            .notCalendar, "a calendar begins with `BEGIN:VCALENDAR`, not `BEGIN:\(name)`",
            at: line.place)
        }
        var open = Open(name: name, place: line.place)
        open.isCancellation = stack.last?.isCancellation ?? false
        stack.append(open)
      case "END":
        guard let ended = end(line, &stack), ended.name == "VEVENT" else { continue }
        events += 1
        guard events <= Self.mostEvents else {
          return session.report(
            .tooLarge, "a calendar has at most \(Self.mostEvents) events", at: ended.place)
        }
        CalendarEvent(
          ended.lines, at: ended.place, isCancelled: ended.isCancellation, session
        ).read()
      default:
        guard let top = stack.indices.last else {
          session.report(
            .notCalendar, "`\(line.name)` stands outside a calendar", at: line.place,
            hint: "a calendar begins with `BEGIN:VCALENDAR`")
          return
        }
        if stack[top].name == "VCALENDAR", line.name == "METHOD" {
          stack[top].isCancellation = line.value.trimmed.uppercased() == "CANCEL"
        }
        if stack[top].name == "VEVENT" { stack[top].lines.append(line) }
      }
    }
    for open in stack {
      session.report(
        .badValue, "`BEGIN:\(open.name)` has no `END:\(open.name)`", at: open.place,
        hint: "the file may have been cut off")
    }
  }

  private func lines(of file: InputFile) -> [CalendarLine]? {
    let start = SourcePlace(file: file.name, line: 1, column: 1)
    guard file.bytes.count <= file.limit else {
      session.report(.tooLarge, "the file is larger than \(file.limit >> 20) MB", at: start)
      return nil
    }
    guard !file.bytes.contains(0) else {
      session.report(.notText, "the file holds a NUL byte and is no text", at: start)
      return nil
    }
    let raw = UnfoldedLine.all(of: file) { session.report($0, $1, at: $2) }
    guard !raw.isEmpty else {
      session.report(.emptyFile, "the file is empty", at: start)
      return nil
    }
    return raw.compactMap { CalendarLine($0) { session.report($0, $1, at: $2) } }
  }

  /// Takes what an `END` ends from the stack; nil where it ends nothing that was begun.
  private func end(_ line: CalendarLine, _ stack: inout [Open]) -> Open? {
    let name = line.value.trimmed.uppercased()
    guard let place = stack.lastIndex(where: { $0.name == name }) else {
      session.report(
        .badValue, "`END:\(name)` without a `BEGIN:\(name)`", at: line.place)
      return nil
    }
    for open in stack[(place + 1)...] {
      session.report(
        .badValue, "`BEGIN:\(open.name)` has no `END:\(open.name)`", at: open.place,
        hint: "`END:\(name)` comes first, at \(line.place)")
    }
    let ended = stack[place]
    stack.removeSubrange(place...)
    return ended
  }
}
