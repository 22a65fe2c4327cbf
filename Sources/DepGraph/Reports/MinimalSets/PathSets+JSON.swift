extension PathSets {
  /// The result of `pathsets` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let keys = MinimalSetKeys(
      target: question.target, counts: counts, countedUpTo: countedUpTo, hasLarger: hasLarger,
      sets: sets.map(\.elements), isComplete: isComplete, isTruncated: isTruncated,
      openEnds: openEnds, compiled: compiled)
    guard let failed else { return .object(keys.members + keys.openMembers) }
    let details = sets.map { found -> JSONValue in
      ["totalTime": .number(found.totalTime), "longestTime": .number(found.longestTime)]
    }
    let way = { (found: Found) -> JSONValue in
      [
        "set": keys.ids(found.elements), "totalTime": .number(found.totalTime),
        "longestTime": .number(found.longestTime),
      ]
    }
    let cheapest: JSONValue =
      cheapest.map { ["total": way($0.leastTotal), "longest": way($0.leastLongest)] } ?? .null
    return .object(
      keys.members + [
        .init("details", .array(details)), .init("failed", keys.ids(failed.vertices)),
        .init("cheapest", cheapest), .init("withoutTime", keys.ids(withoutTime)),
      ] + keys.openMembers)
  }
}
