import Foundation

/// Many seeds, in several tasks.
struct DifferentialRun {
  let seeds: Range<Int>
  let threadCount: Int

  /// How many seeds a task takes at once.
  private static let blockSize = 1000
  /// After how many of them it is told how far the run is.
  private static let blocksTold = 10
  /// The most findings that are printed before the run ends.
  private static let mostFindings = 20

  /// Runs all seeds, and prints what is found.
  ///
  /// - Returns: Whether the engines agree on all of them.
  func findsNothing() async -> Bool {
    let start = ContinuousClock.now
    var findings = 0
    var done = 0
    await withTaskGroup(of: (count: Int, findings: [String]).self) { group in
      var next = seeds.lowerBound
      func begin() {
        guard next < seeds.upperBound else { return }
        let block = next..<min(next + Self.blockSize, seeds.upperBound)
        next = block.upperBound
        group.addTask { (block.count, Self.findings(of: block)) }
      }
      for _ in 0..<max(1, threadCount) { begin() }
      for await answer in group {
        done += answer.count
        findings += answer.findings.count
        for finding in answer.findings { write(finding, to: .standardOutput) }
        if findings < Self.mostFindings { begin() }
        if done.isMultiple(of: Self.blocksTold * Self.blockSize) {
          write("\(done) models, \(findings) findings", to: .standardError)
        }
      }
    }
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    write(
      "\(done) models of seeds \(seeds.lowerBound) to \(seeds.upperBound - 1) in \(Int(seconds)) s, "
        + "\(Int(Double(done) / max(seconds, 0.001))) a second: \(findings) findings",
      to: .standardError)
    return findings == 0
  }

  private static func findings(of block: Range<Int>) -> [String] {
    block.compactMap { seed in
      DifferentialCheck(seed: seed).flaw().map {
        "seed \(seed): \($0)\n  again: Scripts/differential 1 \(seed)"
      }
    }
  }

  /// Writes a line at once, so that a run that is stopped has said what it found.
  private func write(_ text: String, to stream: FileHandle) { stream.write(Data("\(text)\n".utf8)) }
}
