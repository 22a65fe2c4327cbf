import DepGraph
import Synchronization

/// Work that may take long: it shows how far it is on a terminal, and a limit or Ctrl-C ends it with
/// what was found.
final class LongWork {
  /// How long nothing is shown, and how often the line changes.
  private static let pause = Duration.milliseconds(200)

  private let limits: LimitArguments
  private let start = ContinuousClock.now
  private let isShown = Terminal.isTerminal(.error)
  private let describe: (SearchProgress) -> String
  private var nextLine: ContinuousClock.Instant
  private var hasLine = false
  private(set) var isEnded = false

  /// Starts the clock: the model is read, and the time of the work is counted from here.
  ///
  /// - Parameters:
  ///   - limits: How long it may take, and how much memory the program may use.
  ///   - describe: The line that tells how far it is.
  init(_ limits: LimitArguments, _ describe: @escaping (SearchProgress) -> String) {
    self.limits = limits
    self.describe = describe
    nextLine = start + Self.pause
    WorkWatch.shared.beginWork()
  }

  /// Shows how far the work is, and tells whether it may go on.
  func goesOn(_ progress: SearchProgress) -> Bool {
    if Self.isOver(limits, since: start) { isEnded = true }
    let now = ContinuousClock.now
    if isShown, now >= nextLine {
      nextLine = now + Self.pause
      hasLine = true
      WorkWatch.shared.showsLine(true)
      StandardStreams.write("\r\(describe(progress))\u{1B}[K", to: .error)
    }
    return !isEnded
  }

  /// The same question without a search that counts its steps: the line tells the seconds.
  ///
  /// - Parameter describe: The line, after so many seconds.
  /// - Returns: What asks whether the work may go on.
  func goesOn(_ describe: @escaping @Sendable (Int) -> String) -> @Sendable () -> Bool {
    let (limits, start, isShown) = (limits, start, isShown)
    let nextLine = Mutex(nextLine)
    hasLine = isShown
    return {
      if isShown {
        let spent = ContinuousClock.now - start
        nextLine.withLock { next in
          guard start + spent >= next else { return }
          next = start + spent + Self.pause
          let line = describe(Int(spent.components.seconds))
          WorkWatch.shared.showsLine(true)
          StandardStreams.write("\r\(line)\u{1B}[K", to: .error)
        }
      }
      return !Self.isOver(limits, since: start)
    }
  }

  /// Whether a limit or Ctrl-C ends the work; the watch is told that it has been noticed.
  private static func isOver(
    _ limits: LimitArguments, since start: ContinuousClock.Instant
  ) -> Bool {
    var isOver = WorkWatch.shared.stop != nil
    if !isOver, let limit = limits.timeLimit {
      isOver = ContinuousClock.now - start >= .seconds(limit.seconds)
    }
    if isOver { WorkWatch.shared.notice() }
    return isOver
  }

  /// Gives what was found.
  ///
  /// - Parameters:
  ///   - result: The result for machines.
  ///   - isComplete: Whether the work came to its end.
  ///   - reason: Why it did not, where that is neither a limit of the command nor Ctrl-C.
  ///   - output: How the result is given.
  ///   - standard: The language where none was asked for.
  ///   - report: The result for people.
  /// - Throws: `Failure.unwritable` where it cannot be written, and `Failure.answered` with the status
  ///   of a limit where it is not complete.
  func give(
    _ result: @autoclosure () -> JSONResult, isComplete: Bool, because reason: String? = nil,
    by output: OutputOptions, or standard: Language, _ report: (Language) -> Report
  ) throws(Failure) {
    takeLineAway()
    try output.give(result().marked(isComplete: isComplete), or: standard, report)
    if !isComplete { try endIncomplete(because: reason, in: output.messageLanguage) }
  }

  private func takeLineAway() {
    if hasLine { StandardStreams.write("\r\u{1B}[K", to: .error) }
    WorkWatch.shared.showsLine(false)
    hasLine = false
  }

  /// Says on standard error that the result is not complete, and makes it the exit status.
  ///
  /// - Throws: `Failure.answered`, always.
  private func endIncomplete(because reason: String?, in language: Language) throws(Failure) {
    let phrases = Phrases(language)
    let line =
      switch WorkWatch.shared.stop {
      case .memory: phrases.stopped(atMemory: limits.memoryLimit?.description ?? "")
      case .interrupt: phrases.stopped(after: nil)
      case .time, nil: reason ?? phrases.stopped(after: limits.timeLimit)
      }
    StandardStreams.say(line)
    throw .answered(status: Failure.Status.limit)
  }
}

extension JSONResult {
  /// The same, saying whether it is complete.
  fileprivate func marked(isComplete: Bool) -> JSONResult {
    var result = self
    result.isComplete = isComplete
    return result
  }
}
