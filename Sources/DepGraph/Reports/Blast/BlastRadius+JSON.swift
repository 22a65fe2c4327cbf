extension BlastRadius {
  /// The result of `blast` for machines.
  ///
  /// - Parameters:
  ///   - compiled: The model it was asked of.
  ///   - next: What must not fail next; nil: nobody asked.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n* log *n*) for *n* components hit.
  public func json(
    in compiled: CompiledModel, next: NextFailure? = nil
  ) -> JSONValue {
    let id = { (vertex: VertexID) in compiled.table.id(of: vertex) }
    let bystanders = Bystanders(of: self, in: compiled)
    let hit = { (hit: Hit, keys: Set<String>) -> JSONValue in
      let members: [(String, JSONValue)] = [
        ("id", .string(id(hit.vertex))), ("after", .number(hit.after)),
        ("verdict", .string(hit.verdict.rawValue)), ("atLeast", .string(hit.atLeast.key)),
        ("felt", .number(hit.felt)), ("couldBeDown", .texts(hit.couldBeDown)),
      ]
      return .object(members.filter { keys.contains($0.0) }.map { .init($0.0, $0.1) })
    }
    return [
      "seeds": .texts(question.seeds.written), "failed": .texts(failed.map(id)),
      "down": .array(down.map { hit($0, ["id", "after", "verdict", "atLeast", "felt"]) }),
      "degraded": .array(
        degraded.map { hit($0, ["id", "after", "verdict", "atLeast", "couldBeDown"]) }),
      "reducedRedundancy": .array(
        reducedRedundancy.map { hit($0, ["id", "verdict", "atLeast", "couldBeDown"]) }),
      "cannotTell": .array(
        cannotTell.map { ["id": .string(id($0.vertex)), "because": .texts($0.because)] }),
      "claimedIndependent": .array(
        claimedIndependent.map { claim in
          [
            "id": .string(id(claim.vertex)), "of": .string(id(claim.of)),
            "sources": .texts(claim.evidence.sources), "covers": .bool(claim.coversTheFailure),
          ]
        }),
      "later": .array(bystanders.later.map { hit($0, ["id", "after", "verdict"]) }),
      "holding": .texts(bystanders.holding.map(id)),
      "notReached": .texts(bystanders.notReached.map(id)),
      "byGroup": byGroup(in: compiled),
      "impact": consequences.json(counted: countedUsers(in: compiled)),
      "networkSplits": .array(
        networkSplits.map { split in
          [
            "network": .string(split.network),
            "down": .texts((split.downNodes + split.downLinks).map(id)),
            "parts": .array(split.parts.map { .texts($0.map(id)) }),
          ]
        }),
      "nextFailure": next.map { $0.json(in: compiled) } ?? .null,
    ]
  }

  /// The number of consumers and processes that are down, seeds included: those whose impact counts.
  ///
  /// - Complexity: O(*n*) for *n* components that are down.
  func countedUsers(in compiled: CompiledModel) -> Int {
    (failed + down.map(\.vertex)).count { compiled.component($0)?.isUser == true }
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
  ///
  /// - Parameter counted: Over how many consumers and processes they are summed; where none of them
  ///   has a number, there is no sum.
  /// - Returns: The object.
  func json(counted: Int) -> JSONValue {
    let range = { (range: Range) -> JSONValue in
      let isKnown = range.hasNumber(among: counted)
      return [
        "low": .number(isKnown ? range.low : nil), "high": .number(isKnown ? range.high : nil),
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

extension Consequences.Range {
  /// Whether anything that it sums up is known: an unknown number is not 0.
  func hasNumber(among counted: Int) -> Bool { counted == 0 || incomplete.count < counted }
}

extension NextFailure {
  /// The components at risk with their causes.
  fileprivate func json(in compiled: CompiledModel) -> JSONValue {
    .array(
      risks.map { risk in
        [
          "id": .string(compiled.table.id(of: risk.vertex)),
          "causes": .texts(risk.causes.map(compiled.table.id(of:))),
        ]
      })
  }
}
