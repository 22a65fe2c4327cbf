import Foundation
import Testing

/// The built command, run as a process.
struct CommandRun {
  /// The exit status.
  let status: Int32
  /// What it wrote to standard output.
  let output: String
  /// What it wrote to standard error.
  let errors: String

  /// The built command; it stands beside the test bundle.
  static let executable = Bundle.main.bundleURL.appendingPathComponent("depgraph").path

  /// Runs the command with arguments.
  init(_ arguments: String..., environment: [String: String] = [:]) throws {
    try self.init(Self.executable, arguments, environment)
  }

  /// Runs a line of the shell in which `depgraph` is the command.
  init(shell line: String, environment: [String: String] = [:]) throws {
    let function = "depgraph() { '\(Self.executable)' \"$@\"; }; \(line)"
    try self.init("/bin/bash", ["-c", function], environment)
  }

  private init(_ path: String, _ arguments: [String], _ extra: [String: String]) throws {
    let folder = try TemporaryFolder()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    var environment = ProcessInfo.processInfo.environment
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLUMNS"] { environment[name] = nil }
    process.environment = environment.merging(extra) { $1 }
    // Files and not pipes, so that nothing waits for somebody to read.
    let files = [try folder.write("out", []), try folder.write("err", [])]
    let handles = files.compactMap { FileHandle(forWritingAtPath: $0) }
    try #require(handles.count == 2)
    process.standardOutput = handles[0]
    process.standardError = handles[1]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try String(contentsOfFile: files[0], encoding: .utf8)
    errors = try String(contentsOfFile: files[1], encoding: .utf8)
  }
}
