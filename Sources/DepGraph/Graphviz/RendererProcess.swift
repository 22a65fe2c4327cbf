import GraphvizShim

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The other end of an `IsolatedRenderer`: this program, started again to draw pictures.
///
/// It limits itself, draws, answers, waits for the next job, and leaves at the end of its input
/// without freeing anything, since freeing is what crashes. Whatever goes wrong, only this process
/// ends.
public enum RendererProcess {
  /// The first argument of a program that is started to be a renderer.
  public static let argument = "__render"

  /// Reads jobs from standard input, answers on standard output, and ends the process.
  public static func run() -> Never {
    let answers = keepStandardOutputClean()
    var input = RequestReader()
    var status: Int32 = 64
    while let request = input.next() {
      limit(request)
      let answer = answer(request.job)
      write(answer.encoded, to: answers)
      status = answer.exitStatus
    }
    leave(input.isAtEnd ? status : 64)
  }

  /// Kills the renderer processes that this program started, for a program that is being ended.
  public static func endAll() { ChildProcess.killAll() }

  private static func answer(_ job: RendererRequest.Job) -> RendererAnswer {
    do throws(GraphvizError) {
      switch job {
      case .drawing(let job):
        return RendererAnswer(result: .success(try GraphvizLibrary.render(job)))
      case .conversion(let job):
        return RendererAnswer(result: .success(try SVGLibrary.convert(job)))
      case .reading(let dot):
        return RendererAnswer(result: .success(try GraphvizLibrary.rows(of: dot)))
      }
    } catch {
      write(Array((error.description + "\n").utf8), to: 2)
      return RendererAnswer(result: .failure(error))
    }
  }

  // A library that prints must not print into the answer.
  private static func keepStandardOutputClean() -> Int32 {
    let answers = dup(1)
    guard answers >= 0, dup2(2, 1) >= 0 else { leave(74) }
    return answers
  }

  private static func limit(_ request: RendererRequest) {
    var used = timespec()
    _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used)
    set(processorTimeResource, to: Int(used.tv_sec) + request.processorSeconds)
    // The shadow memory of a sanitizer alone is more.
    if gvs_is_sanitized() == 0 { set(memoryResource, to: request.memoryBytes) }
    set(coreFileResource, to: 0)
  }

  private static func leave(_ status: Int32) -> Never {
    _exit(status)
  }

  // MARK: - The system's types, which differ

  #if canImport(Darwin)
  private static let processorTimeResource = RLIMIT_CPU
  private static let memoryResource = RLIMIT_AS
  private static let coreFileResource = RLIMIT_CORE
  private typealias Resource = Int32
  #else
  private static let processorTimeResource = __rlimit_resource_t(RLIMIT_CPU.rawValue)
  private static let memoryResource = __rlimit_resource_t(RLIMIT_AS.rawValue)
  private static let coreFileResource = __rlimit_resource_t(RLIMIT_CORE.rawValue)
  private typealias Resource = __rlimit_resource_t
  #endif

  // Only the soft limit, which the next job may move. A limit that the system does not know is not
  // set: the watchdog outside is still there.
  private static func set(_ resource: Resource, to soft: Int) {
    var limit = rlimit()
    guard unsafe getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(rlim_t(max(soft, 0)), limit.rlim_max)
    _ = unsafe setrlimit(resource, &limit)
  }

  // MARK: - Bytes

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var done = 0
    unsafe bytes.withUnsafeBytes { raw in
      while done < raw.count {
        let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[done...])
        #if canImport(Darwin)
        let count = unsafe Darwin.write(descriptor, rest.baseAddress, rest.count)
        #else
        let count = unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
        #endif
        if count > 0 {
          done += count
        } else if errno != EINTR {
          leave(74)
        }
      }
    }
  }
}

/// Reads requests from standard input, one after the other.
private struct RequestReader {
  private var buffer: [UInt8] = []
  /// Whether the input ended after a whole request, or before any.
  private(set) var isAtEnd = false

  /// The next request; nil at the end of the input and for what is no request.
  mutating func next() -> RendererRequest? {
    guard let line = takeLine() else {
      isAtEnd = buffer.isEmpty
      return nil
    }
    guard let head = RendererRequest.Head(line) else { return nil }
    var texts: [String] = []
    for length in head.lengths {
      guard let bytes = take(length) else { return nil }
      texts.append(String(decoding: bytes, as: UTF8.self))
    }
    return RendererRequest(head, texts)
  }

  private mutating func takeLine() -> [UInt8]? {
    var searched = 0
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeFirst(end + 1) }
        return Array(buffer[..<end])
      }
      searched = buffer.count
      guard readMore() else { return nil }
    }
  }

  private mutating func take(_ count: Int) -> [UInt8]? {
    while buffer.count < count {
      guard readMore() else { return nil }
    }
    defer { buffer.removeFirst(count) }
    return Array(buffer[..<count])
  }

  private mutating func readMore() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe read(0, &bytes, bytes.count)
      if count > 0 {
        buffer += bytes[..<count]
        return true
      }
      if count == 0 || errno != EINTR { return false }
    }
  }
}
