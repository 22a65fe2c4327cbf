import DepGraph
import Foundation

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// What is known of the terminal, if there is one.
enum Terminal {
  /// Whether a stream ends at a terminal.
  static func isTerminal(_ stream: StandardStreams.Stream) -> Bool { isatty(stream.rawValue) == 1 }

  /// Whether a stream may be coloured: a terminal that can, and nobody said no.
  static func isColoured(_ stream: StandardStreams.Stream, allowed: Bool) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    guard allowed, environment["NO_COLOR", default: ""].isEmpty else { return false }
    return isTerminal(stream) && environment["TERM"] != "dumb"
  }

  /// The number of columns of standard output: the terminal's, else what `COLUMNS` says, else 100.
  static var width: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(StandardStreams.Stream.output.rawValue, UInt(TIOCGWINSZ), &size) == 0
    if isKnown, size.ws_col > 0 { return Int(size.ws_col) }
    return ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 100
  }
}

extension Language {
  /// The language that the environment asks for; English where it asks for neither.
  static var ofEnvironment: Language {
    let environment = ProcessInfo.processInfo.environment
    let wanted = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }
      .first { !$0.isEmpty }
    return wanted?.hasPrefix("nl") == true ? .dutch : .english
  }
}
