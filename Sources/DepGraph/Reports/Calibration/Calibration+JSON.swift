extension Calibration {
  /// The result of `calibrate` for machines.
  ///
  /// - Complexity: O(*n*) for *n* observations.
  public var json: JSONValue {
    [
      "known": known.json, "later": later.json, "inferred": inferred.json,
      "score": [
        "recall": .number(recall), "precision": .number(precision), "tested": .integer(tested),
      ],
      "knownBy": .text(knownBy?.description), "seeds": .texts(seeds),
    ]
  }

  /// The number of components that the first stage could be tested on.
  var tested: Int {
    known.hit.count + known.miss.count + known.overPredicted.count + known.agreedUp.count
  }
}

extension Calibration.Stage {
  fileprivate var json: JSONValue {
    [
      "hit": .texts(hit), "miss": .texts(miss), "overPredicted": .texts(overPredicted),
      "agreedUp": .texts(agreedUp), "notTestable": .texts(notTestable),
    ]
  }
}
