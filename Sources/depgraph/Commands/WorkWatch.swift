import DepGraph
import Foundation
import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Watches over the work of a command from a thread of its own: a limit or a signal ends it, and
/// nothing half-written stays.
///
/// Work that gives what it has found asks `stop` and ends by itself, within 50 milliseconds; work that
/// does not ask is ended from here. Nothing is asked of the machine where no limit was set: the thread
/// sleeps until a signal comes.
final class WorkWatch: Sendable {
  /// Why work ends before its time.
  enum Cause: Int {
    case time = 1
    case memory, interrupt
  }

  /// The program's one.
  static let shared = WorkWatch()

  /// How often the limits are looked at.
  private static let pause = Duration.milliseconds(20)
  /// How long reading a model may go on beyond the limit where the work gives what it has found.
  private static let readingGrace = Duration.seconds(5)
  /// In what time work that gives what it has found has to notice that it is stopped; more than it
  /// should need, for otherwise all is lost.
  private static let noticing = Duration.seconds(10)
  /// The same after Ctrl-C.
  private static let noticingInterrupt = Duration.seconds(1)
  /// How long giving what was found may take after Ctrl-C.
  private static let givingAfterInterrupt = Duration.seconds(10)

  private struct State {
    var limits: (time: TimeSpan?, memory: MemorySize?) = (nil, nil)
    var language = Language.english
    var givesWhatWasFound = false
    /// When the work is to end; nil: whenever it wants.
    var end: ContinuousClock.Instant?
    /// Whether the work has noticed that it is to end.
    var hasNoticed = false
    /// When it is ended, if it has not ended itself.
    var lastMoment: ContinuousClock.Instant?
    /// Whether the model is read, and the work itself has begun.
    var isWorking = false
    /// Whether the answer is there and only has to be written.
    var isAnswered = false
    /// The programs that were started, but for the renderers.
    var programs: Set<Int32> = []
    /// Whether a line that tells how far the work is stands on the terminal.
    var hasLine = false
  }

  private let state = Mutex(State())
  private let cause = Atomic(0)

  /// Why the work has to end; nil: it may go on.
  var stop: Cause? { Cause(rawValue: cause.load(ordering: .relaxed)) }

  /// Starts to watch.
  ///
  /// - Parameters:
  ///   - command: The command, with its limits.
  ///   - language: The language of what is said at the end.
  func begin(_ command: some LimitedCommand, in language: Language) {
    let now = ContinuousClock.now
    let (limits, mayGive) = (command.limits, type(of: command).givesWhatWasFound)
    state.withLock { state in
      state.limits = (limits.timeLimit, limits.memoryLimit)
      state.language = language
      state.givesWhatWasFound = mayGive
      let grace = mayGive ? Self.readingGrace : .zero
      state.end = limits.timeLimit.map { now + .seconds($0.seconds) + grace }
    }
    var ends: [Int32] = [-1, -1]
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    Signals.take(into: ends[1])
    let signals = ends[0]
    Thread.detachNewThread { self.watch(signals) }
  }

  /// The model is read: from here on the time of the work is counted.
  func beginWork() {
    let now = ContinuousClock.now
    state.withLock { state in
      state.isWorking = true
      state.end = state.limits.time.map { now + .seconds($0.seconds) }
    }
  }

  /// The work has noticed that it is to end, and gives what it has found.
  ///
  /// That may need some computing too; a minute or as long again as the limit is enough.
  func notice() {
    let now = ContinuousClock.now
    let wasInterrupted = stop == .interrupt
    state.withLock { state in
      guard !state.hasNoticed else { return }
      state.hasNoticed = true
      state.end = nil
      let giving = Duration.seconds(max(60, state.limits.time?.seconds ?? 0))
      state.lastMoment = now + (wasInterrupted ? Self.givingAfterInterrupt : giving)
    }
  }

  /// The answer is there: no limit ends its writing, and Ctrl-C only by a second one.
  func answer() {
    state.withLock { state in
      state.isAnswered = true
      state.end = nil
      state.lastMoment = nil
    }
  }

  /// A program was started that does not outlive this one.
  func hasStarted(_ program: Int32) { state.withLock { _ = $0.programs.insert(program) } }

  /// It has ended.
  func hasEnded(_ program: Int32) { state.withLock { _ = $0.programs.remove(program) } }

  /// Tells that a line stands on the terminal, which an end takes away.
  func showsLine(_ hasLine: Bool) { state.withLock { $0.hasLine = hasLine } }

  // MARK: - The thread

  private func watch(_ signals: Int32) {
    while true {
      let isTimed = state.withLock { state in
        state.end != nil || state.lastMoment != nil
          || (state.limits.memory != nil && !state.isAnswered)
      }
      var polled = pollfd(fd: signals, events: Int16(POLLIN), revents: 0)
      let milliseconds = Int32(Self.pause / .milliseconds(1))
      if unsafe poll(&polled, 1, isTimed ? milliseconds : -1) > 0 {
        var number: UInt8 = 0
        if unsafe read(signals, &number, 1) == 1 { take(Int32(number)) }
      }
      look()
    }
  }

  private func take(_ signal: Int32) {
    let isFirst = stop != .interrupt
    // While the model is read there is nothing to give.
    let (mayGive, language) = state.withLock { ($0.givesWhatWasFound && $0.isWorking, $0.language) }
    guard signal == SIGINT, isFirst, mayGive else { end(by: signal) }
    cause.store(Cause.interrupt.rawValue, ordering: .relaxed)
    let last = ContinuousClock.now + Self.noticingInterrupt
    state.withLock { if !$0.isAnswered, !$0.hasNoticed { $0.lastMoment = last } }
    StandardStreams.write("\ndepgraph: \(Phrases(language).stopping)\n", to: .error)
  }

  private func look() {
    let now = ContinuousClock.now
    let isOver = state.withLock { state in
      if stop == nil, let reason = limitReached(state, now) {
        cause.store(reason.rawValue, ordering: .relaxed)
        state.lastMoment = state.givesWhatWasFound ? now + Self.noticing : now
      }
      return state.lastMoment.map { now >= $0 } ?? false
    }
    if isOver { end(by: stop == .interrupt ? SIGINT : nil) }
  }

  private func limitReached(_ state: State, _ now: ContinuousClock.Instant) -> Cause? {
    guard !state.isAnswered, !state.hasNoticed else { return nil }
    if let end = state.end, now >= end { return .time }
    if let most = state.limits.memory, ProcessMemory.now > most.bytes { return .memory }
    return nil
  }

  /// Ends the program: by a signal as if it had not been taken, or with the status of a limit.
  private func end(by signal: Int32?) -> Never {
    UnfinishedFiles.takeAway {
      RendererProcess.endAll()
      for program in state.withLock({ $0.programs }) { _ = kill(program, SIGKILL) }
      say(isSignal: signal != nil)
      guard let signal else { _exit(Failure.Status.limit) }
      Signals.raise(signal)
    }
  }

  private func say(isSignal: Bool) {
    let state = state.withLock { $0 }
    if state.hasLine { StandardStreams.write("\r\u{1B}[K", to: .error) }
    guard !isSignal else { return }
    let phrases = Phrases(state.language)
    let isReading = state.givesWhatWasFound && !state.isWorking
    let line =
      stop == .memory
      ? phrases.endedWithout(memory: state.limits.memory?.description ?? "")
      : phrases.endedWithout(time: state.limits.time?.seconds ?? 0, whileReading: isReading)
    StandardStreams.say(line)
  }
}

/// The signals that end a program, handed to the thread that watches.
private enum Signals {
  /// Where their numbers are written; the handler may do little else.
  private static let numbers = Atomic<Int32>(-1)
  private static let all = [SIGINT, SIGTERM, SIGHUP]

  static func take(into descriptor: Int32) {
    numbers.store(descriptor, ordering: .relaxed)
    // Whoever wants the program to go on, as `nohup` and a shell's background do, has said so.
    for number in all where !isIgnored(number) {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        let error = errno
        _ = unsafe write(Signals.numbers.load(ordering: .relaxed), &byte, 1)
        errno = error
      }
    }
    // A program that starts this one from a thread of its own may have blocked them.
    mask(all, SIG_UNBLOCK)
  }

  /// Whether the program was started with a signal that does nothing.
  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    #if canImport(Darwin)
    let handler = unsafe action.__sigaction_u.__sa_handler
    #else
    let handler = unsafe action.__sigaction_handler.sa_handler
    #endif
    return handler.map { unsafe unsafeBitCast($0, to: Int.self) } == 1
  }

  /// Ends the program by a signal.
  static func raise(_ number: Int32) -> Never {
    signal(number, SIG_DFL)
    mask([number], SIG_UNBLOCK)
    _ = kill(getpid(), number)
    while true { pause() }
  }

  private static func mask(_ numbers: [Int32], _ how: Int32) {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in numbers { unsafe sigaddset(&signals, number) }
    unsafe pthread_sigmask(how, &signals, nil)
  }
}

/// How much memory the program holds.
private enum ProcessMemory {
  /// In bytes; 0 where the system does not tell.
  ///
  /// Not the most that it has held, by `getrusage`: that begins with what the program that started
  /// this one had.
  static var now: Int {
    #if canImport(Darwin)
    var usage = rusage_info_v2()
    let isKnown = unsafe withUnsafeMutablePointer(to: &usage) { pointer in
      unsafe pointer.withMemoryRebound(to: rusage_info_t?.self, capacity: 1) {
        unsafe proc_pid_rusage(getpid(), RUSAGE_INFO_V2, $0) == 0
      }
    }
    return isKnown ? Int(usage.ri_phys_footprint) : 0
    #else
    let descriptor = unsafe open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return 0 }
    defer { close(descriptor) }
    var text = [UInt8](repeating: 0, count: 128)
    let count = unsafe read(descriptor, &text, text.count)
    // Pages: of the address space, and of those that are in memory.
    let fields = text.prefix(max(count, 0)).split(separator: UInt8(ascii: " "))
    guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else {
      return 0
    }
    return pages * sysconf(Int32(_SC_PAGESIZE))
    #endif
  }
}
