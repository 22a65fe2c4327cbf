import Synchronization

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A program that is started, asked, heard, and killed when its time is over.
///
/// One thread does it all by `poll`: no helper threads, no signal handlers, nothing left behind.
/// Every descriptor closes itself in other children, so that calls on several threads do not keep
/// each other's ends open.
struct ChildProcess {
  /// How an exchange with a child ended.
  enum End: Equatable {
    /// It answered, and waits for the next question.
    case answered
    case exited(status: Int)
    case signaled(Int)
    case timedOut
  }

  /// All that is known after an exchange.
  struct Outcome {
    var standardOutput: [UInt8]
    var standardError: [UInt8]
    var end: End
  }

  /// The system's reason for not starting it.
  struct StartFailure: Error {
    var errorNumber: Int32
  }

  /// What is kept of standard error; the rest is read and forgotten.
  private static let longestStandardError = 64 * 1024

  /// Those that were started and not taken from the system's table yet.
  private static let living = Mutex<Set<pid_t>>([])

  private let processID: pid_t
  private var input: Int32
  private var output: Int32
  private var error: Int32
  private var deadline = ContinuousClock.now
  private var outputBytes: [UInt8] = []
  private var errorBytes: [UInt8] = []

  /// Runs a program to its end or to the time limit.
  ///
  /// - Parameters:
  ///   - executable: The program's path.
  ///   - arguments: What it is given after its own name.
  ///   - environment: All of its environment.
  ///   - input: What it reads from standard input.
  ///   - timeLimit: After how long it is killed.
  /// - Returns: What it wrote and how it ended.
  /// - Throws: Why it did not start.
  static func run(
    _ executable: String, arguments: [String], environment: [String: String], input: [UInt8],
    timeLimit: Duration
  ) throws(StartFailure) -> Outcome {
    var child = try ChildProcess(executable, arguments: arguments, environment: environment)
    return child.ask(input, timeLimit: timeLimit, isLast: true) { _ in false }
  }

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - executable: The program's path.
  ///   - arguments: What it is given after its own name.
  ///   - environment: All of its environment.
  /// - Throws: Why it did not start.
  init(
    _ executable: String, arguments: [String], environment: [String: String]
  ) throws(StartFailure) {
    let channels = try Channel.make(3)
    do throws(StartFailure) {
      processID = try Spawn.start(
        executable, arguments: [executable] + arguments,
        environment: environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" },
        descriptors: channels.map(\.theirs))
    } catch {
      for channel in channels { channel.closeBoth() }
      throw error
    }
    for channel in channels { _ = close(channel.theirs) }
    _ = Self.living.withLock { [processID] in $0.insert(processID) }
    (input, output, error) = (channels[0].ours, channels[1].ours, channels[2].ours)
  }

  /// Writes to a child and reads what it answers; unless it answered in time, it is no more.
  ///
  /// - Parameters:
  ///   - bytes: What it reads from standard input.
  ///   - timeLimit: After how long it is killed.
  ///   - isLast: Whether its input ends after that.
  ///   - isWhole: Whether what it wrote is a whole answer.
  /// - Returns: What it wrote, and whether and how it ended.
  mutating func ask(
    _ bytes: [UInt8], timeLimit: Duration, isLast: Bool = false, isWhole: ([UInt8]) -> Bool
  ) -> Outcome {
    deadline = ContinuousClock.now.advanced(by: timeLimit)
    (outputBytes, errorBytes) = ([], [])
    let exchange = exchange(bytes, isLast: isLast, isWhole)
    var end = End.answered
    if exchange != .whole {
      let inTime = exchange == .closed && waitUntilDeadline()
      end = reap(killing: !inTime)
    }
    return Outcome(standardOutput: outputBytes, standardError: errorBytes, end: end)
  }

  /// Kills all children, for a program that is being ended.
  static func killAll() {
    living.withLock { living in
      for processID in living { _ = kill(processID, SIGKILL) }
    }
  }

  /// Ends a child that waits for the next question.
  mutating func stop() { _ = reap(killing: true) }

  // MARK: - Talking

  private enum Exchange { case whole, closed, late }

  /// Writes the input and reads both outputs, until the answer is whole or both are at their ends.
  private mutating func exchange(
    _ bytes: [UInt8], isLast: Bool, _ isWhole: ([UInt8]) -> Bool
  ) -> Exchange {
    var rest = bytes[...]
    while output >= 0 || error >= 0 {
      if rest.isEmpty, isLast, input >= 0 {
        _ = close(input)
        input = -1
      }
      // A negative descriptor is skipped by poll.
      var polled = [
        pollfd(fd: rest.isEmpty ? -1 : input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error, events: Int16(POLLIN), revents: 0),
      ]
      let left = millisecondsLeft
      guard left > 0 else { return .late }
      guard unsafe poll(&polled, nfds_t(polled.count), left) > 0 else { continue }
      if polled[0].revents != 0 { send(&rest) }
      // What was said before the answer is there before it.
      if polled[2].revents != 0 {
        receive(from: &error, into: &errorBytes, limit: Self.longestStandardError)
      }
      if polled[1].revents != 0 {
        receive(from: &output, into: &outputBytes, limit: Int.max)
        if isWhole(outputBytes) {
          hearTheRest()
          return .whole
        }
      }
    }
    return .closed
  }

  /// Reads what was said before the answer, without waiting for more.
  private mutating func hearTheRest() {
    while error >= 0 {
      var polled = pollfd(fd: error, events: Int16(POLLIN), revents: 0)
      guard unsafe poll(&polled, 1, 0) > 0 else { return }
      receive(from: &error, into: &errorBytes, limit: Self.longestStandardError)
    }
  }

  private var millisecondsLeft: Int32 {
    let left = ContinuousClock.now.duration(to: deadline)
    guard left > .zero else { return 0 }
    let milliseconds = left / Duration.milliseconds(1)
    return Int32(min(milliseconds.rounded(.up), 1e9))
  }

  // A child that has died no longer reads: what is left to write is dropped, its end tells why.
  private mutating func send(_ rest: inout ArraySlice<UInt8>) {
    let count = unsafe rest.withUnsafeBytes { raw in
      unsafe Channel.send(input, raw)
    }
    if count > 0 {
      rest = rest.dropFirst(count)
    } else if count < 0, errno != EINTR, errno != EAGAIN {
      rest = []
    }
  }

  private func receive(from descriptor: inout Int32, into bytes: inout [UInt8], limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    let count = unsafe read(descriptor, &buffer, buffer.count)
    if count > 0 {
      bytes += buffer[..<min(count, limit - bytes.count)]
    } else if count == 0 || errno != EINTR {
      _ = close(descriptor)
      descriptor = -1
    }
  }

  // MARK: - Ending

  /// Waits for the end of a child that closed its outputs; false when the time is over first.
  private func waitUntilDeadline() -> Bool {
    while true {
      var information = unsafe siginfo_t()
      let status = unsafe waitid(
        P_PID, id_t(processID), &information, WEXITED | WNOHANG | WNOWAIT)
      if status != 0, errno != EINTR { return true }
      if status == 0, unsafe information.si_signo != 0 { return true }
      if millisecondsLeft == 0 { return false }
      usleep(200)
    }
  }

  /// Takes the ended child from the system's table, so that no zombie stays.
  private mutating func reap(killing: Bool) -> End {
    for descriptor in [input, output, error] where descriptor >= 0 { _ = close(descriptor) }
    (input, output, error) = (-1, -1, -1)
    if killing { _ = kill(processID, SIGKILL) }
    // Before its number may be given to another.
    _ = Self.living.withLock { [processID] in $0.remove(processID) }
    var status: Int32 = 0
    var reaped = unsafe waitpid(processID, &status, 0)
    while reaped < 0, errno == EINTR { reaped = unsafe waitpid(processID, &status, 0) }
    if killing { return .timedOut }
    // A program that ignores its children's ends never learns their status.
    guard reaped == processID else { return .exited(status: 0) }
    let signal = status & 0x7f
    return signal == 0 ? .exited(status: Int((status >> 8) & 0xff)) : .signaled(Int(signal))
  }
}
