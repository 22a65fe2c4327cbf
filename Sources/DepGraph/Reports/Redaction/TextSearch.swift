/// Finds many texts in one at once.
///
/// Alfred V. Aho and Margaret J. Corasick, *Efficient string matching: an aid to bibliographic
/// search*, Communications of the ACM 18(6), 1975, doi:10.1145/360825.360855.
struct TextSearch {
  /// A place where a text was found.
  struct Match: Hashable {
    /// The index of the text.
    let text: Int
    /// Where it begins and ends, in bytes.
    let range: Range<Int>
  }

  private struct State {
    var next: [UInt8: Int32] = [:]
    var fallback: Int32 = 0
    /// The nearest state on the way of fallbacks at which a text ends; 0: none.
    var shorter: Int32 = 0
    var text: Int32 = -1
  }

  private var states = [State()]
  private var lengths: [Int] = []

  /// Prepares to look for texts; empty ones are never found.
  ///
  /// - Complexity: O(*n*) for texts of *n* bytes together.
  init(_ texts: [[UInt8]]) {
    lengths = texts.map(\.count)
    for (index, text) in texts.enumerated() where !text.isEmpty {
      var state = 0
      for byte in text {
        if let next = states[state].next[byte] {
          state = Int(next)
        } else {
          states.append(State())
          states[state].next[byte] = Int32(states.count - 1)
          state = states.count - 1
        }
      }
      states[state].text = Int32(index)
    }
    var queue = states[0].next.values.sorted().map(Int.init)
    var place = 0
    while place < queue.count {
      let state = queue[place]
      place += 1
      for (byte, child) in states[state].next.sorted(by: { $0.key < $1.key }) {
        var fallback = Int(states[state].fallback)
        while fallback != 0, states[fallback].next[byte] == nil {
          fallback = Int(states[fallback].fallback)
        }
        let target = states[fallback].next[byte] ?? 0
        states[Int(child)].fallback = target
        states[Int(child)].shorter =
          states[Int(target)].text >= 0 ? target : states[Int(target)].shorter
        queue.append(Int(child))
      }
    }
  }

  /// Every place where one of the texts stands, by its end.
  ///
  /// - Complexity: O(*n* + *m*) for *n* bytes and *m* matches.
  func matches(in bytes: [UInt8]) -> [Match] {
    var found: [Match] = []
    var state = 0
    for (offset, byte) in bytes.enumerated() {
      while state != 0, states[state].next[byte] == nil { state = Int(states[state].fallback) }
      state = Int(states[state].next[byte] ?? 0)
      var end = states[state].text >= 0 ? state : Int(states[state].shorter)
      while end != 0 {
        let text = Int(states[end].text)
        found.append(Match(text: text, range: offset + 1 - lengths[text]..<offset + 1))
        end = Int(states[end].shorter)
      }
    }
    return found
  }
}
