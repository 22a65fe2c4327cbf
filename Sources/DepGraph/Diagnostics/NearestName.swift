/// The known name that is nearest to a misspelt one, if one is near enough to be meant.
///
/// Near enough is an edit distance (Damerau's, adjacent letters swapped count one) of at most a third
/// of the length, at least 1. Case is ignored. Ties go to the first in bytewise order.
///
/// - Parameters:
///   - name: What was written.
///   - known: What could have been meant.
/// - Returns: The nearest known name, or nil.
/// - Complexity: O(*k*·*m*²) time for *k* known names of length *m*.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
  let wanted = Array(name.lowercased().unicodeScalars)
  guard !wanted.isEmpty, wanted.count <= 128 else { return nil }
  let limit = max(1, wanted.count / 3)
  var best: (distance: Int, name: String)?
  for candidate in known {
    let letters = Array(candidate.lowercased().unicodeScalars)
    guard abs(letters.count - wanted.count) <= limit else { continue }
    let distance = editDistance(wanted, letters)
    guard distance <= limit else { continue }
    if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
    best = (distance, candidate)
  }
  return best?.name
}

/// The number of insertions, deletions, replacements and swaps of neighbours between two words
/// (optimal string alignment).
private func editDistance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
  if second.isEmpty { return first.count }
  var beforeLast = [Int](repeating: 0, count: second.count + 1)
  var last = Array(0...second.count)
  for row in first.indices {
    var current = [row + 1]
    for column in second.indices {
      let same = first[row] == second[column] ? 0 : 1
      var value = min(current[column] + 1, last[column + 1] + 1, last[column] + same)
      if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
        value = min(value, beforeLast[column - 1] + 1)
      }
      current.append(value)
    }
    beforeLast = last
    last = current
  }
  return last[second.count]
}
