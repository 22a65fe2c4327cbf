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
    let byOrder = (cutSets?.byOrder ?? []).map { entry in
      JSONValue.Member(String(entry.order), .string(entry.count))
    }
    return [
      "id": .string(gate.name), "label": .text(gate.label), "faultTree": .string(gate.faultTree),
      "events": .integer(events.count),
      "coherent": isCoherent.map { .bool($0) } ?? .null,
      "constant": constant.map { .bool($0) } ?? .null,
      "kind": .string(isCoherent == false ? "minimal-p-cuts" : "minimal-cut-sets"),
      "count": .text(cutSets?.total), "countAtLeast": .string(cutSets?.total ?? "0"),
      "byOrder": .object(byOrder), "truncated": cutSets.map { .bool($0.isTruncated) } ?? .null,
      "sets": .array((cutSets?.sets ?? []).map(names)),
      "listed": .integer(cutSets?.sets.count ?? 0), "probability": .number(probability),
      "exact": .bool(probability != nil), "withoutProbability": names(withoutProbability),
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
