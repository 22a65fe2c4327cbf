extension MeasureReview {
  /// The result of `measures` for machines.
  ///
  /// - Parameter language: The language of texts.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(language: Language) -> JSONValue {
    [
      "at": .text(day?.description),
      "measures": .array(measures.map { $0.json(language: language) }),
    ]
  }
}

extension MeasureReview.Effect {
  /// The word for it in JSON results.
  var key: String {
    switch self {
    case .notStated: "not-stated"
    case .notComputable: "not-computable"
    case .changes(let changes): changes.isEmpty ? "nothing" : "changes"
    }
  }

  fileprivate var reason: String? {
    guard case .notComputable(let obstacle) = self else { return nil }
    switch obstacle {
    case .notInModel: return "not-in-model"
    case .alreadyGone: return "already-gone"
    case .neverOperational: return "never-operational"
    }
  }

  fileprivate var changes: [MeasureChange] {
    if case .changes(let changes) = self { changes } else { [] }
  }
}

extension MeasureReview.Entry {
  fileprivate func json(language: Language) -> JSONValue {
    var days: Int?
    switch timing {
    case .overdue(let late): days = -late
    case .ahead(let ahead): days = ahead
    case .done, .noDate, .cannotTell: break
    }
    return [
      "id": .string(measure.id), "text": .text(measure.text?.text(in: language)),
      "from": .texts(measure.from), "owner": .text(measure.owner),
      "due": .text(measure.due?.description), "status": .string(status.rawValue),
      "writtenStatus": .text(measure.status), "timing": .string(timing.key),
      "days": days.map(JSONValue.integer) ?? .null, "adds": .texts(measure.adds),
      "removes": .texts(measure.removes), "missingAdds": .texts(missingAdds),
      "missingRemoves": .texts(missingRemoves), "countedAlready": .bool(isCountedAlready),
      "stillHeld": .bool(isStillHeld), "effect": .string(effect.key),
      "reason": .text(effect.reason), "changes": .array(effect.changes.map(\.json)),
    ]
  }
}

extension MeasureChange {
  fileprivate var json: JSONValue {
    [
      "id": .string(user), "gone": .texts(gone.map(\.id)), "new": .texts(new.map(\.id)),
      "before": before?.json ?? .null, "after": after?.json ?? .null,
    ]
  }
}

extension MeasureChange.State {
  fileprivate var json: JSONValue {
    [
      "spofs": .array(
        points.map { ["id": .string($0.id), "verdict": .string($0.verdict.rawValue)] }),
      "robustness": robustness.map(JSONValue.integer) ?? .null,
      "longestOutage": .number(longestOutage),
      "neverReturns": .bool(longestOutage == .infinity),
      "withoutRepairTime": .texts(withoutRepairTime),
      "unavailability": unavailability.map {
        ["low": .number($0.low), "high": .number($0.high)]
      } ?? .null, "unavailabilityIsLeast": .bool(unavailabilityIsLeast),
    ]
  }
}
