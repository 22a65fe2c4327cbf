/// How many of some independent events happen: the distribution of the count.
///
/// Each event has a chance of its own (the Poisson binomial distribution). Only sums and products of
/// chances are formed, never differences from 1, so that a tail of 10⁻³⁰ keeps its digits.
///
///     let counts = PoissonBinomial([0.5, 0.5], upTo: 2)
///     counts.atLeast(1)   // 0.75
///     counts.atLeast(2)   // 0.25
///
/// Without events the count is 0; a chance of 0 or 1 is a chance like others.
public struct PoissonBinomial: Hashable, Sendable {
  /// The chance that exactly so many happen, up to the largest count but one.
  private let exactly: [Double]
  /// The chance that the largest count or more happen.
  private let tail: Double

  /// Adds up the chances of all outcomes, event by event.
  ///
  /// - Parameters:
  ///   - chances: The chance of each event.
  ///   - largest: The largest count that is asked about.
  /// - Precondition: Chances lie in 0…1, and `largest` is at least 0.
  /// - Complexity: O(*n*·*k*) time for *n* events and a largest count of *k*, O(*k*) space.
  public init(_ chances: [Double], upTo largest: Int) {
    precondition(largest >= 0, "a count is 0 or more")
    precondition(chances.allSatisfy { (0...1).contains($0) }, "a chance lies in 0…1")
    guard largest > 0 else {
      (exactly, tail) = ([], 1)
      return
    }
    var exactly = [Double](repeating: 0, count: largest)
    exactly[0] = 1
    var tail = 0.0
    for chance in chances {
      tail += chance * exactly[largest - 1]
      for count in stride(from: largest - 1, to: 0, by: -1) {
        exactly[count] = exactly[count] * (1 - chance) + exactly[count - 1] * chance
      }
      exactly[0] *= 1 - chance
    }
    self.exactly = exactly
    self.tail = tail
  }

  /// The chance that at least so many events happen.
  ///
  /// - Parameter count: A count.
  /// - Returns: The chance, between 0 and 1.
  /// - Precondition: `count` lies between 0 and the largest one.
  /// - Complexity: O(*k*) for a largest count of *k*.
  public func atLeast(_ count: Int) -> Double {
    precondition((0...exactly.count).contains(count), "beyond the counts added up")
    guard count > 0 else { return 1 }
    return min(1, exactly[count...].reduce(tail, +))
  }
}
