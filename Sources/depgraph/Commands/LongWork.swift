import DepGraph
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Work that may take long: it shows how far it is on a terminal, and a limit or Ctrl-C ends it with
/// what was found.
final class LongWork {
  /// Whether Ctrl-C was pressed; the signal only sets this.
  private static let interrupted = Atomic(false)
  /// How long nothing is shown, and how often the line changes.
  private static let pause = Duration.milliseconds(200)

  private let limit: TimeSpan?
  private let start = ContinuousClock.now
  private let isShown = Terminal.isTerminal(.error)
  private let describe: (SearchProgress) -> String
  private var nextLine: ContinuousClock.Instant
  private var hasLine = false
  private(set) var isEnded = false

  /// Starts the clock, and takes Ctrl-C as a wish to stop; pressed again it ends the program.
  ///
  /// - Parameters:
  ///   - limit: How long the work may take; nil: as long as it takes.
  ///   - describe: The line that tells how far it is.
  init(limit: TimeSpan?, _ describe: @escaping (SearchProgress) -> String) {
    self.limit = limit
    self.describe = describe
    nextLine = start + Self.pause
    Self.interrupted.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      LongWork.interrupted.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
    // A program that starts this one from a thread of its own may have blocked it.
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    unsafe sigaddset(&signals, SIGINT)
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Shows how far the work is, and tells whether it may go on.
  func goesOn(_ progress: SearchProgress) -> Bool {
    let now = ContinuousClock.now
    if let limit, now - start >= .seconds(limit.seconds) { isEnded = true }
    if Self.interrupted.load(ordering: .relaxed) { isEnded = true }
    if isShown, now >= nextLine {
      nextLine = now + Self.pause
      hasLine = true
      StandardStreams.write("\r\(describe(progress))\u{1B}[K", to: .error)
    }
    return !isEnded
  }

  /// The same question without a search that counts its steps: the line tells the seconds.
  ///
  /// - Parameter describe: The line, after so many seconds.
  /// - Returns: What asks whether the work may go on.
  func goesOn(_ describe: @escaping @Sendable (Int) -> String) -> @Sendable () -> Bool {
    let (limit, start, isShown) = (limit, start, isShown)
    let nextLine = Mutex(nextLine)
    hasLine = isShown
    return {
      let spent = ContinuousClock.now - start
      if isShown {
        nextLine.withLock { next in
          guard start + spent >= next else { return }
          next = start + spent + Self.pause
          let line = describe(Int(spent.components.seconds))
          StandardStreams.write("\r\(line)\u{1B}[K", to: .error)
        }
      }
      if let limit, spent >= .seconds(limit.seconds) { return false }
      return !Self.interrupted.load(ordering: .relaxed)
    }
  }

  /// Gives what was found.
  ///
  /// - Parameters:
  ///   - result: The result for machines.
  ///   - isComplete: Whether the work came to its end.
  ///   - reason: Why it did not, where that is neither time nor Ctrl-C.
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
    hasLine = false
  }

  /// Says on standard error that the result is not complete, and makes it the exit status.
  ///
  /// - Throws: `Failure.answered`, always.
  private func endIncomplete(because reason: String?, in language: Language) throws(Failure) {
    let wasInterrupted = Self.interrupted.load(ordering: .relaxed)
    let line = reason ?? Phrases(language).stopped(after: wasInterrupted ? nil : limit)
    StandardStreams.write("depgraph: \(line)\n", to: .error)
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
