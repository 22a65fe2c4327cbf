import DepGraph
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Work that may take long: it shows how far it is on a terminal, and a limit or Ctrl-C ends it with
/// what was found.
final class LongWork: Sendable {
  /// Whether Ctrl-C was pressed; the signal only sets this.
  private static let interrupted = Atomic(false)
  /// How long nothing is shown, and how often the line changes.
  private static let pause = Duration.milliseconds(200)

  /// What changes while the work goes on, on whatever thread.
  private struct State {
    var nextLine: ContinuousClock.Instant
    var hasLine = false
    var isEnded = false
  }

  private let limit: TimeSpan?
  private let start: ContinuousClock.Instant
  private let isShown = Terminal.isTerminal(.error)
  /// The line that tells how far it is; nil where the work cannot tell.
  private let describe: @Sendable (SearchProgress?) -> String
  private let state: Mutex<State>

  /// Starts the clock, and takes Ctrl-C as a wish to stop; pressed again it ends the program.
  ///
  /// - Parameters:
  ///   - limit: How long the work may take; nil: as long as it takes.
  ///   - describe: The line that tells how far it is.
  convenience init(limit: TimeSpan?, _ describe: @escaping @Sendable (SearchProgress) -> String) {
    self.init(limit, { $0.map(describe) ?? "" })
  }

  /// The same for work that cannot tell how far it is, and shows one line as long as it takes.
  convenience init(limit: TimeSpan?, saying line: String) { self.init(limit, { _ in line }) }

  private init(_ limit: TimeSpan?, _ describe: @escaping @Sendable (SearchProgress?) -> String) {
    self.limit = limit
    self.describe = describe
    start = .now
    state = Mutex(State(nextLine: start + Self.pause))
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

  /// Whether the limit or Ctrl-C ended the work.
  private var isEnded: Bool { state.withLock(\.isEnded) }

  /// Shows how far the work is, and tells whether it may go on.
  func goesOn(_ progress: SearchProgress) -> Bool { step(progress) }

  /// Shows that the work goes on, and tells whether it may.
  func goesOn() -> Bool { step(nil) }

  private func step(_ progress: SearchProgress?) -> Bool {
    let now = ContinuousClock.now
    return state.withLock { state in
      if let limit, now - start >= .seconds(limit.seconds) { state.isEnded = true }
      if Self.interrupted.load(ordering: .relaxed) { state.isEnded = true }
      if isShown, now >= state.nextLine {
        state.nextLine = now + Self.pause
        state.hasLine = true
        StandardStreams.write("\r\(describe(progress))\u{1B}[K", to: .error)
      }
      return !state.isEnded
    }
  }

  /// Gives what was found.
  ///
  /// - Parameters:
  ///   - result: The result for machines.
  ///   - isComplete: Whether the work came to its end.
  ///   - output: How the result is given.
  ///   - standard: The language where none was asked for.
  ///   - report: The result for people.
  /// - Throws: `Failure.unwritable` where it cannot be written, and `Failure.answered` with the status
  ///   of a limit where it is not complete.
  func give(
    _ result: JSONResult, isComplete: Bool, by output: OutputOptions, or standard: Language,
    _ report: (Language) -> Report
  ) throws(Failure) {
    takeLineAway()
    var result = result
    result.isComplete = isComplete
    try output.give(result, or: standard, report)
    if !isComplete { try endIncomplete(in: output.messageLanguage) }
  }

  private func takeLineAway() {
    state.withLock { state in
      if state.hasLine { StandardStreams.write("\r\u{1B}[K", to: .error) }
      state.hasLine = false
    }
  }

  /// Says on standard error that the result is not complete, and makes it the exit status.
  ///
  /// - Throws: `Failure.answered`, always.
  private func endIncomplete(in language: Language) throws(Failure) {
    let wasInterrupted = Self.interrupted.load(ordering: .relaxed)
    let phrases = Phrases(language)
    // What ends by itself without being complete had no more room.
    let line =
      isEnded || wasInterrupted
      ? phrases.stopped(after: wasInterrupted ? nil : limit) : phrases.outOfRoom
    StandardStreams.write("depgraph: \(line)\n", to: .error)
    throw .answered(status: Failure.Status.limit)
  }
}
