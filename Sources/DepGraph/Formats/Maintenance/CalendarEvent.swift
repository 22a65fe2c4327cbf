/// One event of a calendar that is being read as planned work.
struct CalendarEvent {
  private let lines: [CalendarLine]
  private let place: SourcePlace
  private let isCancelled: Bool
  private let session: MaintenanceSession

  init(
    _ lines: [CalendarLine], at place: SourcePlace, isCancelled: Bool,
    _ session: MaintenanceSession
  ) {
    self.lines = lines
    self.place = place
    self.isCancelled = isCancelled
    self.session = session
  }

  /// Reads the event; what is wrong goes into the session.
  func read() {
    let isPlain = refuseRepetition()
    let objects = objects
    let status = status
    let impact = first("X-MAINTNOTE-IMPACT").flatMap {
      session.impact($0.text, at: $0.valuePlace)
    }
    guard let (start, end) = span, isPlain else { return }
    guard start < end else {
      session.report(
        .outOfRange, "the event ends when it starts, or before",
        at: (first("DTEND") ?? first("DURATION"))?.valuePlace ?? place, id: id)
      return
    }
    var notice = MaintenanceNotice(from: start, until: end)
    notice.id = id
    notice.provider = word("X-MAINTNOTE-PROVIDER")
    notice.account = word("X-MAINTNOTE-ACCOUNT")
    notice.objects = objects
    notice.impact = impact
    notice.status = status
    notice.text = word("SUMMARY")
    notice.place = place
    var revision = MaintenanceSession.Revision(notice: notice)
    revision.uid = word("UID")
    revision.sequence = sequence
    revision.stamp = word("DTSTAMP") ?? ""
    session.add(revision)
  }

  private func all(_ name: String) -> [CalendarLine] { lines.filter { $0.name == name } }

  private func first(_ name: String) -> CalendarLine? { lines.first { $0.name == name } }

  private func word(_ name: String) -> String? {
    first(name).map(\.text).flatMap { $0.isEmpty ? nil : $0 }
  }

  private var id: String? { word("X-MAINTNOTE-MAINTENANCE-ID") ?? word("UID") }

  // MARK: - What it says

  /// A repetition is refused: read as one event it would hide the others.
  private func refuseRepetition() -> Bool {
    let found = lines.filter {
      ["RRULE", "RDATE", "EXRULE", "EXDATE", "RECURRENCE-ID"].contains($0.name)
    }
    for line in found {
      session.report(
        .unsupported, "events that repeat (`\(line.name)`) are not read", at: line.place, id: id,
        hint: "write each occurrence as an event of its own")
    }
    return found.isEmpty
  }

  private var sequence: Int {
    guard let line = first("SEQUENCE") else { return 0 }
    if let number = Int(digits: line.value.trimmed) { return number }
    session.report(
      .badValue, "`SEQUENCE` wants a whole number, not `\(line.value)`", at: line.valuePlace,
      id: id)
    return 0
  }

  private var objects: [MaintenanceNotice.Object] {
    let found = all("X-MAINTNOTE-OBJECT-ID").flatMap { line in
      line.texts.filter { !$0.isEmpty }.map {
        MaintenanceNotice.Object($0, at: line.valuePlace)
      }
    }
    if found.count > MaintenanceTable.mostObjects {
      session.report(
        .tooLarge, "a work has at most \(MaintenanceTable.mostObjects) objects", at: place, id: id)
    }
    return Array(found.prefix(MaintenanceTable.mostObjects))
  }

  /// The carriers' own status, else that of the calendar; where only one of them says that the work
  /// is off, it is taken to go on, which is the safe side.
  private var status: MaintenanceNotice.Status? {
    let own = first("X-MAINTNOTE-STATUS").flatMap { session.status($0.text, at: $0.valuePlace) }
    let plain = first("STATUS").flatMap { session.status($0.text, at: $0.valuePlace) }
    if isCancelled { return .cancelled }
    if let own, let plain, (own == .cancelled) != (plain == .cancelled) {
      session.report(
        .notUnderstood,
        "`STATUS` and `X-MAINTNOTE-STATUS` contradict each other; the work counts", at: place,
        id: id)
      return own == .cancelled ? plain : own
    }
    return own ?? plain
  }

  // MARK: - When

  private var span: (start: Instant, end: Instant)? {
    for name in ["DTSTART", "DTEND", "DURATION"] {
      for line in all(name).dropFirst() {
        session.report(.duplicateKey, "a second `\(name)`", at: line.place, id: id)
        return nil
      }
    }
    guard let startLine = first("DTSTART") else {
      session.report(.missingKey, "the event has no `DTSTART`", at: place, id: id)
      return nil
    }
    let start = CalendarTime(startLine, session)
    switch (first("DTEND"), first("DURATION")) {
    case (let end?, nil):
      let end = CalendarTime(end, session)
      guard let start, let end else { return nil }
      return (start.instant(session), end.instant(session))
    case (nil, let duration?):
      let length = CalendarDuration(duration, session)
      guard let start, let length else { return nil }
      return (start.instant(session), start.later(by: length, session))
    case (_?, let duration?):
      session.report(
        .duplicateKey, "`DTEND` and `DURATION` together", at: duration.place, id: id)
      return nil
    case (nil, nil):
      guard let start else { return nil }
      guard start.isDay else {
        session.report(
          .missingKey, "the event has neither `DTEND` nor `DURATION`", at: place, id: id,
          hint: "without one it takes no time")
        return nil
      }
      return (start.instant(session), start.later(by: CalendarDuration(days: 1), session))
    }
  }
}
