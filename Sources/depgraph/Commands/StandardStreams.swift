import DepGraph

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// Standard output and standard error, written whole or not at all as far as it goes.
enum StandardStreams {
  /// Where something is written.
  enum Stream: Int32 {
    case output = 1
    case error = 2
  }

  /// Makes writing to a reader that has gone, or beyond a limit on file sizes, an error instead of
  /// the end of the program.
  static func takeSignalsAsErrors() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
  }

  /// Writes a text; a failure to complain is not complained about.
  static func write(_ text: String, to stream: Stream) {
    try? write(Array(text.utf8), to: stream.rawValue)
  }

  /// Says something on standard error, in one line: nothing in it, such as the name of a file that
  /// one was handed, begins another line or steers the terminal.
  static func say(_ message: String) {
    write("depgraph: \(message.withoutControls)\n", to: .error)
  }

  /// Writes what there is to remark on an input to standard error; of many the first ten.
  static func writeRemarks(_ remarks: [Diagnostic], in language: Language) {
    let phrases = Phrases(language)
    for remark in remarks.prefix(10) {
      let place = remark.place.map { "\($0): " } ?? ""
      let line = "\(place)\(phrases.word(remark.severity)): \(remark.message)"
      write(line.withoutControls + "\n", to: .error)
    }
    if remarks.count > 10 {
      say(phrases.moreRemarks(remarks.count - 10))
    }
  }

  /// Writes bytes to an open file.
  ///
  /// A reader that has closed its end has read all that it wanted: that is no failure.
  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(WriteError) {
    var start = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { buffer in
        #if canImport(Darwin)
        unsafe Darwin.write(descriptor, buffer.baseAddress, buffer.count)
        #else
        unsafe Glibc.write(descriptor, buffer.baseAddress, buffer.count)
        #endif
      }
      if written >= 0 {
        start += written
      } else if errno == EPIPE {
        return
      } else if errno != EINTR {
        throw WriteError()
      }
    }
  }
}

/// Why something could not be written, by the number that the system gives.
struct WriteError: Error {
  let number: Int32

  /// The system's last complaint.
  init() { number = errno }

  /// It in the system's words.
  var reason: String { unsafe String(cString: strerror(number)) }
}
