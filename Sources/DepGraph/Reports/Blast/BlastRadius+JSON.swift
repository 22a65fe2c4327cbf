extension BlastRadius {
  /// The result of `blast` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Complexity: O(*n* log *n*) for *n* components hit.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let hit = { (hit: Hit, keys: Set<String>) -> JSONValue in
      let members: [(String, JSONValue)] = [
        ("id", .string(id(hit.vertex))), ("after", .number(hit.after)),
        ("verdict", .string(hit.verdict.rawValue)), ("atLeast", .string(hit.atLeast.key)),
        ("felt", .number(hit.felt)),
      ]
      return .object(members.filter { keys.contains($0.0) }.map { .init($0.0, $0.1) })
    }
    return [
      "seeds": .texts(question.seeds.written), "failed": .texts(failed.map(id)),
      "down": .array(down.map { hit($0, ["id", "after", "verdict", "atLeast", "felt"]) }),
      "degraded": .array(degraded.map { hit($0, ["id", "after", "verdict", "atLeast"]) }),
      "reducedRedundancy": .array(reducedRedundancy.map { hit($0, ["id", "verdict", "atLeast"]) }),
      "cannotTell": .array(
        cannotTell.map { ["id": .string(id($0.vertex)), "because": .texts($0.because)] }),
      "claimedIndependent": .array(
        claimedIndependent.map { claim in
          [
            "id": .string(id(claim.vertex)), "of": .string(id(claim.of)),
            "sources": .texts(claim.evidence.sources), "covers": .bool(claim.coversTheFailure),
          ]
        }),
      "notReached": .texts(notAffected.map(id)),
      "byGroup": byGroup(in: compiled),
      "impact": consequences.json,
      "nextFailure": .null,
    ]
  }

  private func byGroup(in compiled: CompiledModel) -> JSONValue {
    let graded: [(String, [VertexID])] = [
      ("down", down.map(\.vertex)), ("degraded", degraded.map(\.vertex)),
      ("reducedRedundancy", reducedRedundancy.map(\.vertex)),
      ("cannotTell", cannotTell.map(\.vertex)),
    ]
    func count(_ label: (Component) -> String?) -> JSONValue {
      var counts: [String: [String: Int]] = [:]
      for (grade, vertices) in graded {
        for vertex in vertices {
          guard let name = compiled.component(vertex).flatMap(label) else { continue }
          counts[name, default: [:]][grade, default: 0] += 1
        }
      }
      let names = counts.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      return .object(
        names.map { name in
          let members = graded.map { grade, _ in
            JSONValue.Member(grade, .integer(counts[name]?[grade] ?? 0))
          }
          return .init(name, .object(members))
        })
    }
    return [
      "kind": count(\.kind.rawValue), "sector": count(\.sector), "owner": count(\.owner),
      "layer": count(\.layer),
    ]
  }
}

extension Consequences {
  /// The consequences with the keys of `impact`.
  var json: JSONValue {
    let range = { (range: Range) -> JSONValue in
      [
        "low": .number(range.low), "high": .number(range.high),
        "fromUsers": .texts(range.fromUsers), "incomplete": .texts(range.incomplete),
      ]
    }
    let count = { (count: Count) -> JSONValue in
      [
        "certain": .integer(count.certain.count), "possible": .integer(count.possible.count),
        "certainIds": .texts(count.certain), "possibleIds": .texts(count.possible),
      ]
    }
    return [
      "people": range(people), "casualties": range(casualties), "economic": range(economic),
      "organisations": count(organisations), "ministries": count(ministries),
      "sectors": count(sectors),
    ]
  }
}
