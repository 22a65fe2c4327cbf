/// Looks among what came for what is gone under another id.
///
/// A suspicion and nothing more: both have the same name, or most facts of either are facts of both,
/// with the one id put for the other. Of several that fit the best is taken, and each once.
struct RenameSearch {
  /// From which share of equal facts on without a name in common.
  private static let enough = 0.75
  /// The fewest equal facts that say something without a name in common.
  private static let fewest = 4
  /// The most pairs of one kind that are compared; beyond it only names are.
  private static let mostPairs = 250_000

  private(set) var found: [FactDifference.Rename] = []

  /// - Complexity: O(*a*·*r*·*f*) for *a* things that came, *r* that are gone, of *f* facts each; where
  ///   that is too much O(*a* + *r*).
  init(_ added: [FactSheet], _ removed: [FactSheet]) {
    for kind in FactSubject.Kind.allCases where kind != .network && kind != .model {
      let came = added.filter { $0.subject.kind == kind }
      let gone = removed.filter { $0.subject.kind == kind }
      guard !came.isEmpty, !gone.isEmpty else { continue }
      found += Self.pairs(came, gone)
    }
  }

  private static func pairs(
    _ came: [FactSheet], _ gone: [FactSheet]
  ) -> [FactDifference.Rename] {
    let comparesAll = came.count * gone.count <= mostPairs
    let byName = Dictionary(grouping: came.indices) { came[$0].nameFact }
    var candidates: [(rename: FactDifference.Rename, came: Int, gone: Int)] = []
    for (place, old) in gone.enumerated() {
      let likely = old.nameFact.flatMap { byName[$0] } ?? []
      for index in comparesAll ? Array(came.indices) : likely {
        if let rename = rename(of: old, to: came[index]) {
          candidates.append((rename, index, place))
        }
      }
    }
    candidates.sort { left, right in
      let key = { (rename: FactDifference.Rename) in
        (rename.isSameName ? 0 : 1, -Double(rename.sharedFacts) / Double(rename.allFacts))
      }
      let (one, other) = (key(left.rename), key(right.rename))
      return one == other ? (left.gone, left.came) < (right.gone, right.came) : one < other
    }
    var taken: (came: Set<Int>, gone: Set<Int>) = ([], [])
    var renames: [FactDifference.Rename] = []
    for candidate in candidates
    where !taken.came.contains(candidate.came) && !taken.gone.contains(candidate.gone) {
      taken.came.insert(candidate.came)
      taken.gone.insert(candidate.gone)
      renames.append(candidate.rename)
    }
    return renames.sorted { $0.before < $1.before }
  }

  private static func rename(of old: FactSheet, to new: FactSheet) -> FactDifference.Rename? {
    let before = Set(
      old.facts.map {
        Fact(name: $0.name, value: $0.value.renaming(old.subject.id, to: new.subject.id))
      })
    let shared = before.intersection(new.facts).count
    let all = before.union(new.facts).count
    let isSameName = old.nameFact != nil && old.nameFact == new.nameFact
    let isAlike = shared >= fewest && Double(shared) >= enough * Double(all)
    guard all > 0, isSameName || isAlike else { return nil }
    return FactDifference.Rename(
      before: old.subject, after: new.subject, sharedFacts: shared, allFacts: all,
      isSameName: isSameName)
  }
}

extension FactSheet {
  fileprivate var nameFact: FactValue? { self[Fact.Name(.name)] }
}
