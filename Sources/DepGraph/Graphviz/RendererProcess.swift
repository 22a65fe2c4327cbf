#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The other end of an `IsolatedRenderer`: this program, started again to draw one picture.
///
/// It limits itself, draws, answers, and leaves without freeing anything, since freeing is what
/// crashes. Whatever goes wrong, only this process ends.
public enum RendererProcess {
  /// The first argument of a program that is started to be a renderer.
  public static let argument = "__render"

  /// Reads one job from standard input, answers on standard output, and ends the process.
  public static func run() -> Never {
    let answers = keepStandardOutputClean()
    guard let request = RendererRequest(readAll(from: 0)) else { leave(64) }
    limit(request)
    let answer: RendererAnswer
    do throws(GraphvizError) {
      answer = RendererAnswer(result: .success(try GraphvizLibrary.render(request.job)))
    } catch {
      answer = RendererAnswer(result: .failure(error))
      write(Array((error.description + "\n").utf8), to: 2)
    }
    write(answer.encoded, to: answers)
    leave(answer.exitStatus)
  }

  // A library that prints must not print into the answer.
  private static func keepStandardOutputClean() -> Int32 {
    let answers = dup(1)
    guard answers >= 0, dup2(2, 1) >= 0 else { leave(74) }
    return answers
  }

  private static func limit(_ request: RendererRequest) {
    // One second between the two: at the hard limit the signal is the watchdog's, which says less.
    set(processorTimeResource, to: request.processorSeconds, atMost: request.processorSeconds + 1)
    set(memoryResource, to: request.memoryBytes, atMost: request.memoryBytes)
    set(coreFileResource, to: 0, atMost: 0)
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

  // A limit that the system does not know is not set: the watchdog outside is still there.
  private static func set(_ resource: Resource, to soft: Int, atMost hard: Int) {
    var limit = rlimit(rlim_cur: rlim_t(max(soft, 0)), rlim_max: rlim_t(max(hard, 0)))
    _ = unsafe setrlimit(resource, &limit)
  }

  // MARK: - Bytes

  private static func readAll(from descriptor: Int32) -> [UInt8] {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = unsafe read(descriptor, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        return bytes
      }
    }
  }

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
