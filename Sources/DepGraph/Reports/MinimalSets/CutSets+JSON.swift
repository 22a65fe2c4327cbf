extension CutSets {
  /// The result of `cutsets` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for *n* ids.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let keys = MinimalSetKeys(
      target: question.target, counts: counts, countedUpTo: countedUpTo, hasLarger: hasLarger,
      sets: sets.map(\.elements), isComplete: areAllCounted, isTruncated: isTruncated,
      openEnds: openEnds, compiled: compiled)
    let details = sets.map { found -> JSONValue in
      [
        "verdict": .string(found.verdict.rawValue),
        "probability": .probability(found.likelihood.probability),
        "share": .probability(share(of: found)),
      ]
    }
    return .object(
      keys.members + [
        .init("details", .array(details)),
        .init("unavailability", .probability(unavailability)),
        .init("leftOutAtMost", .number(leftOutAtMost)),
      ] + keys.openMembers + [
        .init("withoutFigure", keys.ids(openEnds.withoutFigure)),
        .init("fromPromises", keys.ids(openEnds.fromPromises)),
      ])
  }
}
