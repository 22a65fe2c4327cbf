#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A program that is started, fed, heard, and killed when its time is over.
///
/// One thread does it all by `poll`: no helper threads, no signal handlers, nothing left behind.
/// Every descriptor closes itself in other children, so that calls on several threads do not keep
/// each other's ends open.
struct ChildProcess {
  /// How a child ended.
  enum End: Equatable {
    case exited(status: Int)
    case signaled(Int)
    case timedOut
  }

  /// All that is known of a child that has ended.
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

  private let processID: pid_t
  private var input: Int32
  private var output: Int32
  private var error: Int32
  private let deadline: ContinuousClock.Instant
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
    let deadline = ContinuousClock.now.advanced(by: timeLimit)
    var child = try ChildProcess(
      executable, arguments: arguments, environment: environment, deadline: deadline)
    defer { child.closeAll() }
    let inTime = child.exchange(input) && child.waitUntilDeadline()
    let end = child.reap(killing: !inTime)
    return Outcome(
      standardOutput: child.outputBytes, standardError: child.errorBytes, end: end)
  }

  // MARK: - Starting

  private init(
    _ executable: String, arguments: [String], environment: [String: String],
    deadline: ContinuousClock.Instant
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
    (input, output, error) = (channels[0].ours, channels[1].ours, channels[2].ours)
    self.deadline = deadline
  }

  private mutating func closeAll() {
    for descriptor in [input, output, error] where descriptor >= 0 { _ = close(descriptor) }
    (input, output, error) = (-1, -1, -1)
  }

  // MARK: - Talking

  /// Writes the input and reads both outputs to their ends; false when the time is over.
  private mutating func exchange(_ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while output >= 0 || error >= 0 {
      if rest.isEmpty, input >= 0 {
        _ = close(input)
        input = -1
      }
      // A negative descriptor is skipped by poll.
      var polled = [
        pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: error, events: Int16(POLLIN), revents: 0),
      ]
      let left = millisecondsLeft
      guard left > 0 else { return false }
      guard unsafe poll(&polled, nfds_t(polled.count), left) > 0 else { continue }
      if polled[0].revents != 0 { send(&rest) }
      if polled[1].revents != 0 { receive(from: &output, into: &outputBytes, limit: Int.max) }
      if polled[2].revents != 0 {
        receive(from: &error, into: &errorBytes, limit: Self.longestStandardError)
      }
    }
    return true
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
  private func reap(killing: Bool) -> End {
    if killing { _ = kill(processID, SIGKILL) }
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
