import Foundation

/// Pieces of work that do not bear on each other, done several at a time.
struct SeveralAtOnce {
  /// How many at a time, at least 1; nil: as many as there are processors.
  let threads: Int?

  /// Does all, and waits for them.
  ///
  /// - Parameters:
  ///   - count: How many there are.
  ///   - work: Does one, by its number.
  func run(_ count: Int, _ work: @Sendable (Int) -> Void) {
    guard let threads, threads < count else {
      return DispatchQueue.concurrentPerform(iterations: count, execute: work)
    }
    precondition(threads >= 1, "nobody to do the work")
    // Dealt out in turn: neighbours take about as long.
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for number in stride(from: thread, to: count, by: threads) { work(number) }
    }
  }
}
