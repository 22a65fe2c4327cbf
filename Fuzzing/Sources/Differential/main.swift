import Foundation

// depgraph-differential [COUNT [FIRST-SEED [THREADS]]]
//
// Holds the engines against each other on COUNT random models, one for each seed; a million if not
// said. Prints what they do not agree on, with the command that asks it again.
let numbers = CommandLine.arguments.dropFirst().map { Int($0) }
guard numbers.count <= 3, !numbers.contains(nil) else {
  print("usage: depgraph-differential [COUNT [FIRST-SEED [THREADS]]]")
  exit(2)
}
let given = numbers.compactMap(\.self)
let run = DifferentialRun(
  seeds: given.count > 1 ? given[1]..<(given[1] + given[0]) : 0..<(given.first ?? 1_000_000),
  threadCount: given.count > 2 ? given[2] : ProcessInfo.processInfo.activeProcessorCount)
exit(await run.findsNothing() ? 0 : 1)
