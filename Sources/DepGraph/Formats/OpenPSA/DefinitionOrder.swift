/// An order in which things stand after all that they are defined by.
///
/// Found by a search in depth with a stack of its own: chains of a million definitions are no danger.
struct DefinitionOrder {
  /// The things in the order; those on a cycle stand somewhere.
  private(set) var order: [Int] = []
  /// Things of which each is defined by the next, and the last by the first; the first such cycle
  /// that was met.
  private(set) var cycle: [Int]?

  private enum State { case unseen, open, done }

  /// Finds the order.
  ///
  /// - Parameters:
  ///   - count: The number of things.
  ///   - needs: What one is defined by.
  /// - Complexity: O(*n* + *m*) for *n* things with *m* needs.
  init(of count: Int, needs: (Int) -> [Int]) {
    var states = [State](repeating: .unseen, count: count)
    order.reserveCapacity(count)
    for start in 0..<count where states[start] == .unseen {
      states[start] = .open
      var path: [(thing: Int, needs: [Int], next: Int)] = [(start, needs(start), 0)]
      while let top = path.last {
        guard top.next < top.needs.count else {
          states[top.thing] = .done
          order.append(top.thing)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let need = top.needs[top.next]
        switch states[need] {
        case .unseen:
          states[need] = .open
          path.append((need, needs(need), 0))
        case .open:
          if cycle == nil, let first = path.firstIndex(where: { $0.thing == need }) {
            cycle = path[first...].map(\.thing)
          }
        case .done: break
        }
      }
    }
  }

  /// A cycle of names in words; of a long one the beginning.
  static func sentence(_ names: [String]) -> String {
    let shown = names.prefix(8).map { "`\($0)`" } + (names.count > 8 ? ["…"] : [])
    return (shown + names.prefix(1).map { "`\($0)`" }).joined(separator: " → ")
  }
}
