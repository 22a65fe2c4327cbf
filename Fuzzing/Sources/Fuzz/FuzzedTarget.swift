import Foundation

/// What this process fuzzes.
enum FuzzedTarget {
  /// The target that the first argument names; nil: none, or none of that name.
  static let chosen = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.named)

  /// Runs the target, and traps where it says that something is wrong.
  static func run(_ bytes: [UInt8]) {
    guard let chosen, let flaw = chosen.run(bytes) else { return }
    FileHandle.standardError.write(Data("\(chosen.name): \(flaw)\n".utf8))
    fatalError("the target is not satisfied")
  }
}

/// What libFuzzer calls with each input, under the name that its runtime asks for.
///
/// - Parameters:
///   - data: The bytes.
///   - count: How many there are.
/// - Returns: 0: the input may be kept.
@_cdecl("LLVMFuzzerTestOneInput")
func runOneInput(_ data: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  FuzzedTarget.run(unsafe [UInt8](UnsafeBufferPointer(start: data, count: count)))
  return 0
}
