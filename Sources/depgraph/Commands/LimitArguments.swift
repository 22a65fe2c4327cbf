import ArgumentParser
import DepGraph

/// How long the work of a command may take, and how much memory the program may use.
struct LimitArguments: ParsableArguments {
  @Option(help: ArgumentHelp("How long the work may take (30s, 5m).", valueName: "time"))
  var timeLimit: TimeSpan?

  @Option(
    help: ArgumentHelp("How much memory the program may use (500M, 2G).", valueName: "size"))
  var memoryLimit: MemorySize?
}

/// A subcommand whose work ends at a limit.
protocol LimitedCommand: ParsableCommand {
  /// The limits that were asked for.
  var limits: LimitArguments { get }
  /// Whether work that is ended gives what it has found; else it gives nothing.
  static var givesWhatWasFound: Bool { get }
}

extension LimitedCommand {
  static var givesWhatWasFound: Bool { false }
}

/// An amount of memory, as it is written on the command line: `500M`, `2G`, `2GiB`.
struct MemorySize: ExpressibleByArgument, Hashable, CustomStringConvertible {
  /// The amount, at least 1.
  let bytes: Int
  /// The amount as it was written.
  let description: String

  /// Reads a whole number of bytes, or of a unit of which each is 1,024 times the one before.
  init?(argument: String) {
    let digits = argument.prefix { $0.isASCII && $0.isNumber }
    let units = ["": 0, "K": 10, "M": 20, "G": 30, "T": 40]
    let unit = argument.dropFirst(digits.count).uppercased()
    let short = ["IB", "B"].first { unit.hasSuffix($0) }.map { unit.dropLast($0.count) }
    guard let number = Int(digits), number > 0, let shift = units[String(short ?? unit[...])] else {
      return nil
    }
    let (bytes, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
    guard !overflow else { return nil }
    (self.bytes, description) = (bytes, argument)
  }
}
