extension FaultTreeReview {
  /// The result of `faulttree` for machines.
  ///
  /// - Parameter trees: The fault trees it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(of trees: FaultTrees) -> JSONValue {
    ["tops": .array(tops.map { $0.json(of: trees) })]
  }
}

extension FaultTreeReview.Top {
  fileprivate func json(of trees: FaultTrees) -> JSONValue {
    let names = { (events: [EventID]) in JSONValue.texts(events.map { trees.events[$0.index].name })
    }
    let counts = cutSets?.counts ?? .none
    let byOrder = counts.orders.map { order in
      JSONValue.Member(String(order), .string(counts.decimal(of: order)))
    }
    let isWhole = cutSets.map { $0.countedUpTo == nil } ?? false
    return [
      "id": .string(gate.name), "label": .text(gate.label), "faultTree": .string(gate.faultTree),
      "events": .integer(events.count),
      "coherent": isCoherent.map { .bool($0) } ?? .null,
      "constant": constant.map { .bool($0) } ?? .null,
      "kind": .string(isCoherent == false ? "minimal-p-cuts" : "minimal-cut-sets"),
      "count": .text(isWhole ? counts.total : nil), "countAtLeast": .string(counts.total),
      "countedUpTo": cutSets?.countedUpTo.map { .integer($0) } ?? .null,
      "larger": cutSets?.hasLarger.map { .bool($0) } ?? .null,
      "byOrder": .object(byOrder), "truncated": cutSets?.isTruncated.map { .bool($0) } ?? .null,
      "sets": .array((cutSets?.sets ?? []).map(names)),
      "listed": .integer(cutSets?.sets.count ?? 0), "probability": .number(probability),
      "exact": .bool(probability != nil),
      "probabilityBounds": bounds.map {
        ["low": .number($0.lowerBound), "high": .number($0.upperBound)]
      } ?? .null, "withoutProbability": names(withoutProbability),
      "importance": .array(importance.map { $0.json(of: trees) }),
    ]
  }
}

extension FaultTreeReview.EventImportance {
  fileprivate func json(of trees: FaultTrees) -> JSONValue {
    [
      "id": .string(trees.events[event.index].name), "probability": .number(probability),
      "birnbaum": .number(measures.birnbaum), "criticality": measures.criticality.json,
      "raw": measures.raw.json, "rrw": measures.rrw.json, "diagnostic": measures.diagnostic.json,
      "fussellVesely": measures.fussellVesely?.json ?? .null,
    ]
  }
}
