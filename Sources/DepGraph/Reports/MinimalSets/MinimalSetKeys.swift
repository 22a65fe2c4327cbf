/// The keys that `cutsets` and `pathsets` have in common.
struct MinimalSetKeys {
  let target: VertexID
  let counts: CountsBySize
  let countedUpTo: Int?
  let hasLarger: Bool?
  let sets: [[VertexID]]
  let isComplete: Bool
  let isTruncated: Bool?
  let openEnds: OpenEnds
  let compiled: CompiledModel

  /// The count, how it is spread, and the sets.
  ///
  /// - Complexity: O(*n*) for *n* ids.
  var members: [JSONValue.Member] {
    let byOrder = counts.orders.map { order in
      JSONValue.Member("\(order)", .string(counts.decimal(of: order)))
    }
    return [
      .init("target", .string(id(target))),
      .init("count", isComplete ? .string(counts.total) : .null),
      .init("countAtLeast", .string(counts.total)), .init("byOrder", .object(byOrder)),
      .init("countedUpTo", .integer(countedUpTo)), .init("larger", .bool(hasLarger)),
      .init("truncated", .bool(isTruncated)),
      .init("sets", .array(sets.map(ids))), .init("listed", .integer(sets.count)),
    ]
  }

  /// What is not known.
  ///
  /// - Complexity: O(*n*) for *n* ids.
  var openMembers: [JSONValue.Member] {
    [
      .init("unknown", ids(openEnds.unknown)),
      .init("independenceNotShown", .texts(openEnds.independenceNotShown)),
    ]
  }

  func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  func ids(_ vertices: [VertexID]) -> JSONValue { .texts(vertices.map(id)) }
}

extension JSONValue {
  /// A whole number, or null.
  fileprivate static func integer(_ value: Int?) -> JSONValue {
    value.map { JSONValue.integer($0) } ?? .null
  }

  /// Yes or no, or null.
  fileprivate static func bool(_ value: Bool?) -> JSONValue {
    value.map { JSONValue.bool($0) } ?? .null
  }
}

extension JSONValue {
  /// A probability: a number, `low` and `high` where it is an interval, null where it is not known.
  static func probability(_ ratio: Ratio?) -> JSONValue {
    guard let ratio else { return .null }
    return ratio.low == ratio.high
      ? .number(ratio.low) : ["low": .number(ratio.low), "high": .number(ratio.high)]
  }
}
