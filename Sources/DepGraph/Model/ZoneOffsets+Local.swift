/// A moment that a clock on a wall shows, and how clearly it does.
public struct LocalMoment: Hashable, Sendable {
  /// Whether there is such a moment, and only one.
  public enum Clarity: Hashable, Sendable {
    /// There is exactly one.
    case unique
    /// The clock is put forward over it: it never shows this.
    case skipped
    /// The clock is put back: it shows this twice.
    case twice
  }

  /// The moment: of two the first; of one that is skipped, what the old offset makes of it.
  public let instant: Instant
  /// How clear it is.
  public let clarity: Clarity
}

extension ZoneOffsets {
  /// The moment at which a clock of this zone shows a time.
  ///
  /// What RFC 5545 (3.3.5) says where the clock changes: of a time that comes twice the first is
  /// meant; a time that never comes is read with the offset before the change.
  ///
  /// - Parameter local: Seconds since 1970-01-01T00:00 on that clock.
  /// - Returns: The moment, written with the offset that holds then.
  /// - Complexity: O(log *n*) for *n* transitions.
  public func moment(atLocal local: Double) -> LocalMoment {
    // The offsets of a day before and a day after are the only ones that can apply.
    let offsets = [-86_400.0, 86_400].map { shift in
      offset(at: Instant(secondsSinceEpoch: local + shift))
    }
    let readings = offsets.map { Instant(secondsSinceEpoch: local - Double($0)) }
    let valid = zip(offsets, readings).filter { offset(at: $1) == $0 }.map(\.1)
    guard let first = valid.min() else {
      return LocalMoment(instant: self.local(readings[0]), clarity: .skipped)
    }
    let isOne = valid.allSatisfy { $0 == first }
    return LocalMoment(instant: self.local(first), clarity: isOne ? .unique : .twice)
  }

  /// A moment, written with the offset that holds in this zone.
  ///
  /// - Complexity: O(log *n*) for *n* transitions.
  public func local(_ instant: Instant) -> Instant {
    Instant(
      secondsSinceEpoch: instant.secondsSinceEpoch, writtenOffset: offset(at: instant))
  }
}
