/// Hours as one ordinary week without a change of clocks: what can be said of them at any time.
///
///     let office = WorkingWeek(contract.serviceWindow, at: instant)
///     office.longest(for: .hours(4)).elapsed          // 67 hours, from Friday 17:00
///     always.firstOutside(of: office)                 // Friday 17:00: the weekend
public struct WorkingWeek: Hashable, Sendable {
  /// A moment of the week on the clock of the hours' zone.
  public struct Moment: Hashable, Sendable {
    /// The day, 1 (Monday) to 7.
    public let weekday: Int
    /// The minute of the day, 0 to 1439.
    public let minute: Int

    /// Makes a moment.
    public init(weekday: Int, minute: Int) {
      self.weekday = weekday
      self.minute = minute
    }
  }

  /// The longest that some time inside the hours takes by the clock.
  public struct Longest: Hashable, Sendable {
    /// How long it takes, in seconds.
    public let elapsed: Double
    /// From when; nil: it takes as long from any moment.
    public let start: Moment?
    /// Until when; nil: it takes as long from any moment.
    public let end: Moment?
  }

  private static let length = 7 * 86_400.0

  /// The spans inside, in seconds since Monday 00:00 UTC, that do not touch, in order.
  private let spans: [Range<Double>]
  /// The offset from UTC of the clock by which moments are named.
  private let offset: Double

  /// Takes hours as they are in the week of an instant, with the offset of each zone at it.
  ///
  /// - Parameters:
  ///   - hours: The hours.
  ///   - instant: The instant.
  /// - Complexity: O(*w* log *w*) for *w* windows.
  public init(_ hours: WeeklyHours, at instant: Instant) {
    guard case .windows(let windows) = hours, let first = windows.first else {
      (spans, offset) = ([0..<Self.length], 0)
      return
    }
    offset = Double(first.zone.offset(at: instant))
    let open = windows.flatMap { window in
      window.days.flatMap { day -> [Range<Double>] in
        let start =
          Double(day - 1) * 86_400 + Double(window.from) * 60
          - Double(window.zone.offset(at: instant))
        let isPastMidnight = window.to <= window.from
        let minutes = window.to - window.from + (isPastMidnight ? 1440 : 0)
        let end = start + Double(minutes) * 60
        // What runs over the end of the week is there again at its beginning.
        return [-Self.length, 0, Self.length].compactMap { shift in
          let from = max(0, start + shift)
          let to = min(Self.length, end + shift)
          return from < to ? from..<to : nil
        }
      }
    }
    spans = open.merged
  }

  /// Whether every moment lies inside.
  public var isAlways: Bool { spans == [0..<Self.length] }

  /// The seconds inside, in a week.
  ///
  /// - Complexity: O(*w*) for *w* windows.
  public var secondsInside: Double {
    spans.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
  }

  // MARK: - How long it takes

  /// The longest that a span of time inside the hours can take, and from when.
  ///
  /// It is longest from the end of a window. From a moment outside, waiting for the next window is
  /// all the longer the earlier the moment, which leads back to the end of the window before. From a
  /// moment inside, a later start ends at least as much later, which leads on to the end of that
  /// window. So the ends are all that has to be tried; of equals the first in the week counts.
  ///
  /// - Parameter span: How much time has to pass inside.
  /// - Returns: The longest.
  /// - Complexity: O(*w*²) for *w* windows.
  public func longest(for span: TimeSpan) -> Longest {
    guard !isAlways, span.seconds > 0 else {
      return Longest(elapsed: span.seconds, start: nil, end: nil)
    }
    var best: (elapsed: Double, start: Double)?
    let ends = spans.map { $0.upperBound }.filter { end in
      // A window over the end of the week goes on.
      !(end == Self.length && spans.first?.lowerBound == 0)
    }
    for end in ends.sorted(by: { local($0) < local($1) }) {
      let elapsed = elapsed(span.seconds, from: end)
      if elapsed > best?.elapsed ?? 0 { best = (elapsed, end) }
    }
    guard let best else { preconditionFailure("a window has an end") }
    return Longest(
      elapsed: best.elapsed, start: moment(best.start), end: moment(best.start + best.elapsed))
  }

  /// How long a span of time inside the hours takes from a second of the week.
  private func elapsed(_ seconds: Double, from start: Double) -> Double {
    let inside = secondsInside
    // The last part may be a whole week, but not nothing: it ends where the last second does.
    let weeks = max(0, (seconds / inside).rounded(.up) - 1)
    var left = min(seconds - weeks * inside, inside)
    for turn in [0.0, 1] {
      for span in spans {
        let opens = max(span.lowerBound + turn * Self.length, start)
        let length = span.upperBound + turn * Self.length - opens
        guard length > 0 else { continue }
        if length >= left { return opens + left - start + weeks * Self.length }
        left -= length
      }
    }
    preconditionFailure("a week holds all of its hours")
  }

  // MARK: - Comparing

  /// Where the longest stretch begins that lies inside these hours and outside others.
  ///
  /// - Parameter other: The others.
  /// - Returns: The moment, of equals the first in the week; nil: the others cover all of these.
  /// - Complexity: O(*w*·*x*) for *w* and *x* windows.
  public func firstOutside(of other: WorkingWeek) -> Moment? {
    var stretches = spans.flatMap { span -> [Range<Double>] in
      var from = span.lowerBound
      var found: [Range<Double>] = []
      for cover in other.spans
      where cover.upperBound > from && cover.lowerBound < span.upperBound {
        if cover.lowerBound > from { found.append(from..<cover.lowerBound) }
        from = cover.upperBound
      }
      return from < span.upperBound ? found + [from..<span.upperBound] : found
    }
    // What runs over the end of the week is one stretch.
    if stretches.count > 1, let last = stretches.last, last.upperBound == Self.length,
      stretches[0].lowerBound == 0
    {
      stretches[stretches.count - 1] =
        last.lowerBound..<(Self.length + stretches[0].upperBound)
      stretches.removeFirst()
    }
    // Named by the clock of the hours that have a clock.
    let clock = isAlways ? other : self
    let first = stretches.min { left, right in
      let key = { (stretch: Range<Double>) in
        (stretch.lowerBound - stretch.upperBound, clock.local(stretch.lowerBound))
      }
      return key(left) < key(right)
    }
    return first.map { clock.moment($0.lowerBound) }
  }

  /// The seconds of a week that lie inside these hours and outside others.
  ///
  /// - Parameter other: The others.
  /// - Returns: The seconds.
  /// - Complexity: O((*w* + *x*) log(*w* + *x*)) for *w* and *x* windows.
  public func secondsOutside(of other: WorkingWeek) -> Double {
    let both = (spans + other.spans).merged.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    return both - other.secondsInside
  }

  private func local(_ second: Double) -> Double {
    let moved = (second + offset).truncatingRemainder(dividingBy: Self.length)
    return moved < 0 ? moved + Self.length : moved
  }

  private func moment(_ second: Double) -> Moment {
    let minutes = Int((local(second) / 60).rounded(.down))
    return Moment(weekday: minutes / 1440 + 1, minute: minutes % 1440)
  }
}
