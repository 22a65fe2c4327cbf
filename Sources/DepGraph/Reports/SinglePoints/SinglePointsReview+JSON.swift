extension SinglePointsReview {
  /// The result of `spof` for machines.
  ///
  /// - Parameter compiled: The model it was asked of.
  /// - Returns: The keys of the command line's reference.
  /// - Complexity: O(*n*) for what it holds.
  public func json(in compiled: CompiledModel) -> JSONValue {
    let writer = SinglePointsWriter(compiled: compiled)
    return [
      "targets": .array(
        singlePoints.targets.map { target in
          writer.target(target, notShown: doubts[target.vertex, default: []])
        }),
      "ranking": .array(singlePoints.ranking.map(writer.rank)),
      "groups": .array(groups.map(writer.group)),
      "falseRedundancy": .array(
        falseRedundancy.filter { $0.kind == .alternatives && !$0.causes.isEmpty }.map {
          writer.redundancy($0, $0.causes)
        }),
      "dependentAlternatives": .array(
        falseRedundancy.filter { !$0.defeatingMembers.isEmpty }.map {
          writer.redundancy($0, $0.defeatingMembers)
        }),
      "falseDiversity": .array(
        falseRedundancy.filter { $0.kind != .alternatives }.map {
          writer.redundancy($0, $0.causes)
        }),
      "independenceNotShown": .array(independenceNotShown.map(writer.notShown)),
      "network": .array(networks.map(writer.network)),
    ]
  }
}

private struct SinglePointsWriter {
  let compiled: CompiledModel

  private func id(_ vertex: VertexID) -> String { compiled.table.id(of: vertex) }

  private func ids(_ vertices: [VertexID]) -> JSONValue { .texts(vertices.map(id)) }

  private func type(of vertex: VertexID) -> JSONValue {
    .string(compiled.component(vertex) == nil ? "common-cause" : "component")
  }

  func target(_ target: SinglePoints.Target, notShown: [String]) -> JSONValue {
    let robustness = target.robustness
    // What nobody knows could stop it: then it is not told that nothing does.
    let isOpen = !target.unknown.isEmpty || !notShown.isEmpty
    let stoppable: JSONValue = robustness.atLeast != nil ? true : isOpen ? nil : false
    return [
      "id": .string(id(target.vertex)),
      "robustness": robustness.order.map(JSONValue.integer) ?? .null,
      "robustnessAtLeast": robustness.atLeast.map(JSONValue.integer) ?? .null,
      "stoppable": stoppable, "unknown": ids(target.unknown),
      "independenceNotShown": .texts(notShown),
      "spofs": .array(
        target.points.map { point in
          [
            "id": .string(id(point.vertex)), "type": type(of: point.vertex),
            "verdict": .string(point.verdict.rawValue),
          ]
        }),
      "proof": [
        "cut": ids(robustness.cut), "ways": .array(robustness.ways.map(ids)),
        "disjoint": .bool(robustness.waysAreDisjoint),
      ],
    ]
  }

  func rank(_ rank: SinglePoints.Rank) -> JSONValue {
    let consequences = rank.consequences.json(counted: rank.consumers + rank.processes)
    return [
      "id": .string(id(rank.vertex)), "type": type(of: rank.vertex),
      "down": .integer(rank.components), "consumers": .integer(rank.consumers),
      "processes": .integer(rank.processes),
      "organisations": .integer(rank.consequences.organisations.possible.count),
      "people": consequences["people"] ?? .null,
      "certain": [
        "users": .integer(rank.certainUsers),
        "organisations": .integer(rank.consequences.organisations.certain.count),
      ],
    ]
  }

  func group(_ group: GroupFailure) -> JSONValue {
    [
      "id": .string(group.id), "down": .integer(group.down.count),
      "consumers": .integer(group.consumers), "processes": .integer(group.processes),
      "targets": ids(group.targets), "members": ids(group.members),
      "complete": .bool(group.isComplete),
    ]
  }

  func redundancy(_ found: FalseRedundancy, _ causes: [FalseRedundancy.Cause]) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id(found.owner))), .init("group", .string(found.location)),
      .init("causes", ids(causes.map(\.vertex))),
    ]
    if case .ways(let network) = found.kind {
      members.append(.init("network", .string(network)))
    } else {
      members.append(.init("members", ids(found.members)))
    }
    let ways = causes.map { cause -> JSONValue in
      [
        "cause": .string(id(cause.vertex)), "ways": .array(cause.ways.map(ids)),
        "membersToFree": .integer(cause.membersToFree),
      ]
    }
    return .object(members + [.init("ways", .array(ways))])
  }

  func notShown(_ found: IndependenceNotShown) -> JSONValue {
    let (owner, location, network): (VertexID?, String?, String?) =
      switch found.subject {
      case .group(let owner, let location): (owner, location, nil)
      case .network(let name): (nil, nil, name)
      }
    return [
      "id": .text(owner.map(id)), "group": .text(location), "network": .text(network),
      "key": .string(found.key), "members": ids(found.members), "others": ids(found.others),
    ]
  }

  func network(_ network: NetworkWeakness) -> JSONValue {
    let splits = { (splits: [NetworkWeakness.Split]) -> [JSONValue] in
      splits.map { ["id": .string(id($0.vertex)), "parts": .array($0.parts.map(ids))] }
    }
    return [
      "network": .string(network.network),
      "articulationPoints": ids(network.articulationPoints.map(\.vertex)),
      "bridges": ids(network.bridges.map(\.vertex)), "nodes": .integer(network.nodeCount),
      "links": .integer(network.linkCount), "parts": .array(network.parts.map(ids)),
      "blocks": .array(network.blocks.map(ids)),
      "splits": .array(splits(network.articulationPoints) + splits(network.bridges)),
    ]
  }
}
