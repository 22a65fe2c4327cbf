import Foundation

/// Every text, number, date and place that a value holds, found by reflection: a field that is added
/// to the model is found without anybody thinking of it.
struct StatedFacts {
  /// The texts, as written.
  private(set) var texts: Set<String> = []
  /// The numbers, lengths of time in seconds.
  private(set) var numbers: Set<Double> = []
  /// The places on earth.
  private(set) var positions: Set<Position> = []

  /// - Complexity: O(*n*) for *n* values inside the value.
  init(in value: Any) { add(value) }

  private mutating func add(_ value: Any) {
    switch value {
    case let text as String: texts.insert(text)
    case let number as Double: numbers.insert(number)
    case let number as Int: numbers.insert(Double(number))
    case let span as TimeSpan: numbers.insert(span.seconds)
    case let date as CalendarDate: texts.formUnion(Self.forms(of: date))
    case let instant as Instant: add(instant)
    case let position as Position: add(position)
    // Lines and columns are no facts; the name of a file can be one.
    case let place as SourcePlace: texts.insert(place.file)
    default: for child in Mirror(reflecting: value).children { add(child.value) }
    }
  }

  private mutating func add(_ position: Position) {
    positions.insert(position)
    numbers.formUnion([position.latitude, position.longitude])
  }

  /// A moment in the ways in which it is written: on its own clock and in UTC, to the minute.
  private mutating func add(_ instant: Instant) {
    for offset in Set([0, instant.writtenOffset]) {
      let local = Int((instant.secondsSinceEpoch + Double(offset)).rounded(.down))
      let day = Int((Double(local) / 86_400).rounded(.down))
      let minute = (local - day * 86_400) / 60
      let clock = [minute / 60, minute % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let date = CalendarDate(daysSinceEpoch: day)
      texts.formUnion(Self.forms(of: date))
      texts.insert("\(date)T\(clock.joined(separator: ":"))")
    }
    numbers.insert(instant.secondsSinceEpoch)
  }

  /// A day in the ways in which it is written.
  private static func forms(of date: CalendarDate) -> [String] {
    let written = date.description
    return [written, written.replacingOccurrences(of: "-", with: "")]
      + Language.allCases.map { Phrases($0).date(date) }
  }
}
