import Foundation

extension ZoneOffsets {
  /// The zone whose clock an instant was written by, so that later moments are told by it across a
  /// change of clocks: that of the Netherlands, or else the machine's; nil: neither stood so.
  ///
  /// - Complexity: some thousand questions to the system.
  public static func ofClock(_ instant: Instant) -> ZoneOffsets? {
    ["Europe/Amsterdam", TimeZone.current.identifier].lazy.compactMap { named($0) }
      .first { $0.offset(at: instant) == instant.writtenOffset }
  }

  /// The zone of a name, with its changes from 1990 to 2060, as the system knows them.
  ///
  /// Some thousand questions to the system: a ``ReadingSession`` asks once for each zone.
  static func named(_ name: String) -> ZoneOffsets? {
    TimeZone(identifier: name).map { ZoneOffsets(of: $0, name: name) }
  }

  /// The names that the system knows.
  static var knownNames: [String] { TimeZone.knownTimeZoneIdentifiers }

  /// Looks at every second week and narrows down each change to its second: the system's own "next
  /// transition" tells of daylight saving only, and not the same on all systems.
  private init(of zone: TimeZone, name: String) {
    let offset = { (seconds: Int) in
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))
    }
    let start = 631_152_000  // 1990-01-01
    let end = 2_840_140_800  // 2060-01-01
    let step = 14 * 86_400
    let initial = offset(start)
    var transitions: [Transition] = []
    var current = initial
    for moment in stride(from: start, to: end, by: step) {
      let next = offset(moment + step)
      guard next != current else { continue }
      var before = moment
      var after = moment + step
      while after - before > 1 {
        let middle = (before + after) / 2
        if offset(middle) == current { before = middle } else { after = middle }
      }
      transitions.append(Transition(at: Double(after), offset: next))
      current = next
    }
    self.init(name: name, initialOffset: initial, transitions: transitions)
  }
}
