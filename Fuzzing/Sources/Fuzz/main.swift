import Foundation
import FuzzerRuntime

// depgraph-fuzz TARGET [OPTION OF LIBFUZZER | FOLDER | FILE]...
//
// The first argument is ours, the others are libFuzzer's. Without a target, all are listed.
guard FuzzedTarget.chosen != nil else {
  for target in FuzzTarget.all { print(target.name) }
  exit(CommandLine.arguments.count > 1 ? 2 : 0)
}
// libFuzzer takes the word before its options for its own name.
var count = CommandLine.argc - 1
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? =
  unsafe CommandLine.unsafeArgv + 1
let status = unsafe LLVMFuzzerRunDriver(&count, &arguments) { data, size in
  unsafe runOneInput(data, size)
}
exit(status)
