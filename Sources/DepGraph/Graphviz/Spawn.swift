#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A pair of connected descriptors, of which a child gets one.
///
/// Sockets, not pipes: writing to one whose reader is dead can be an error instead of a signal that
/// would end the whole program.
struct Channel {
  /// This process's end.
  let ours: Int32
  /// The child's end.
  let theirs: Int32

  /// Makes several, or none.
  static func make(_ count: Int) throws(ChildProcess.StartFailure) -> [Channel] {
    var channels: [Channel] = []
    for _ in 0..<count {
      guard let channel = Channel() else {
        let reason = errno
        for channel in channels { channel.closeBoth() }
        throw ChildProcess.StartFailure(errorNumber: reason)
      }
      channels.append(channel)
    }
    return channels
  }

  private init?() {
    var pair: [Int32] = [-1, -1]
    #if canImport(Darwin)
    guard unsafe socketpair(AF_UNIX, SOCK_STREAM, 0, &pair) == 0 else { return nil }
    var on: Int32 = 1
    for descriptor in pair {
      _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
      _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_NOSIGPIPE, &on, socklen_t(4))
    }
    #else
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    guard unsafe socketpair(AF_UNIX, kind, 0, &pair) == 0 else { return nil }
    #endif
    // The child's standard descriptors are filled one by one: an end that is itself one of them
    // would be overwritten before its turn.
    for index in pair.indices where pair[index] <= 2 {
      let moved = fcntl(pair[index], F_DUPFD_CLOEXEC, 3)
      _ = close(pair[index])
      pair[index] = moved
    }
    (ours, theirs) = (pair[0], pair[1])
  }

  /// Gives both ends back.
  func closeBoth() {
    _ = close(ours)
    _ = close(theirs)
  }

  /// Writes what fits now, without waiting and without a signal.
  static func send(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Darwin)
    unsafe Darwin.send(descriptor, bytes.baseAddress, bytes.count, MSG_DONTWAIT)
    #else
    let flags = Int32(MSG_DONTWAIT | MSG_NOSIGNAL)
    return unsafe Glibc.send(descriptor, bytes.baseAddress, bytes.count, flags)
    #endif
  }
}

/// Starting a program without the copy of this process that `fork` would make.
enum Spawn {
  #if canImport(Darwin)
  private typealias Actions = posix_spawn_file_actions_t?
  private typealias Attributes = posix_spawnattr_t?
  private static let closingFlag = POSIX_SPAWN_CLOEXEC_DEFAULT
  #else
  private typealias Actions = posix_spawn_file_actions_t
  private typealias Attributes = posix_spawnattr_t
  private static let closingFlag: Int32 = 0
  #endif

  /// Starts a program whose standard descriptors are the three given.
  ///
  /// - Parameters:
  ///   - executable: The program's path.
  ///   - arguments: All arguments, its name first.
  ///   - environment: All of its environment, as "name=value".
  ///   - descriptors: What becomes standard input, output and error.
  /// - Returns: The process's number.
  /// - Throws: The system's reason for not starting it.
  static func start(
    _ executable: String, arguments: [String], environment: [String], descriptors: [Int32]
  ) throws(ChildProcess.StartFailure) -> pid_t {
    var actions = unsafe Actions()
    var attributes = Attributes()
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    for (target, descriptor) in descriptors.enumerated() {
      unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(target))
    }
    // A host that ignores or blocks signals would hand that on, and a limit's signal would not end
    // the child.
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF) | closingFlag
    unsafe posix_spawnattr_setflags(&attributes, Int16(flags))

    var processID: pid_t = 0
    let status = unsafe withCStrings(arguments) { arguments in
      unsafe withCStrings(environment) { environment in
        unsafe posix_spawn(&processID, executable, &actions, &attributes, arguments, environment)
      }
    }
    guard status == 0 else { throw ChildProcess.StartFailure(errorNumber: status) }
    return processID
  }

  /// Lends an array of C strings with a null at its end.
  private static func withCStrings<Result>(
    _ strings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    let copies = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(
      capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { unsafe copies[index] = strdup(string) }
    unsafe copies[strings.count] = nil
    defer {
      for index in strings.indices { unsafe free(copies[index]) }
      unsafe copies.deallocate()
    }
    guard let start = copies.baseAddress else { preconditionFailure("an empty allocation") }
    return unsafe body(start)
  }
}
