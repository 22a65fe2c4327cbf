/// A largest set of elements of a partial order of which no two are comparable.
///
/// Its size is the number of elements less the size of a largest matching between elements and those
/// below them, which is also the least number of chains that hold everything (Dilworth, "A decomposition
/// theorem for partially ordered sets", Annals of Mathematics 51, 1950, doi:10.2307/1969503). The set
/// itself comes from a least vertex cover of that matching (Kőnig's theorem): an element that the cover
/// touches on neither side is in it.
///
/// For no elements it is empty; where nothing is comparable it holds all.
///
///     LargestAntichain(below: [[], [0], [0]]).members   // [1, 2]: both lie above 0
struct LargestAntichain {
  /// The elements of the set, ascending.
  let members: [Int]

  /// Finds it.
  ///
  /// - Parameter below: For each element all that lies below it: the order is transitive and has no
  ///   circles.
  /// - Precondition: Every number in it is an element.
  /// - Complexity: O(*n*·*p*) time for *n* elements and *p* pairs, O(*n*) space.
  init(below: [[Int]]) {
    var matching = ChainMatching(below)
    for element in below.indices { matching.extend(from: element) }
    let (upper, lower) = matching.reached
    // The cover: upper sides that were not reached, lower sides that were.
    members = below.indices.filter { upper[$0] && !lower[$0] }
  }
}

/// A matching between elements, each once above and once below.
private struct ChainMatching {
  private let below: [[Int]]
  /// For each element the one above it that it is matched with.
  private var above: [Int?]
  private var isMatched: [Bool]

  init(_ below: [[Int]]) {
    self.below = below
    above = Array(repeating: nil, count: below.count)
    isMatched = Array(repeating: false, count: below.count)
  }

  /// Looks for a way to match one more element, breadth first.
  mutating func extend(from element: Int) {
    var cameFrom: [Int?] = Array(repeating: nil, count: below.count)
    var queue = [element]
    var next = 0
    while next < queue.count {
      let upper = queue[next]
      next += 1
      for lower in below[upper] where cameFrom[lower] == nil {
        cameFrom[lower] = upper
        if let other = above[lower] {
          queue.append(other)
          continue
        }
        // Matches change hands along the way back.
        var free: Int? = lower
        while let taken = free, let taker = cameFrom[taken] {
          let given = below[taker].first { above[$0] == taker }
          above[taken] = taker
          free = taker == element ? nil : given
        }
        isMatched[element] = true
        return
      }
    }
  }

  /// What alternating ways reach from elements that are not matched: as upper and as lower sides.
  var reached: (upper: [Bool], lower: [Bool]) {
    var upper = isMatched.map { !$0 }
    var lower = Array(repeating: false, count: below.count)
    var stack = upper.indices.filter { upper[$0] }
    while let element = stack.popLast() {
      for other in below[element] where !lower[other] {
        lower[other] = true
        if let next = above[other], !upper[next] {
          upper[next] = true
          stack.append(next)
        }
      }
    }
    return (upper, lower)
  }
}
