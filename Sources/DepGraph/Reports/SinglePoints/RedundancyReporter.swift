/// Says which redundancy is in name only, why, and what to change.
struct RedundancyReporter {
  let review: SinglePointsReview
  let compiled: CompiledModel
  let names: DisplayNames
  let phrases: Phrases

  var blocks: [Report.Block] { falseBlocks + notShownBlocks }

  private var falseBlocks: [Report.Block] {
    let items =
      review.falseRedundancy.filter { $0.kind == .alternatives }.map(item) + pathItems
    guard !items.isEmpty else {
      return [
        .heading(phrases.falseRedundancyHeading), .paragraph(phrases.noFalseRedundancy),
      ]
    }
    return [.heading("\(phrases.falseRedundancyHeading) (\(items.count))"), .list(items)]
  }

  private func item(_ found: FalseRedundancy) -> Report.Item {
    Report.Item(
      phrases.falseAlternatives(
        names.named(found.owner), members: found.members.map(names.name),
        location: found.location),
      found.causes.map { cause($0) } + found.defeatingMembers.map { cause($0, isMember: true) })
  }

  /// One point for each network and cause, with all who need a way there.
  private var pathItems: [Report.Item] {
    var users: [Cut: [VertexID]] = [:]
    var ways: [Cut: [[VertexID]]] = [:]
    for found in review.falseRedundancy {
      guard case .ways(let network) = found.kind else { continue }
      for cause in found.causes {
        let cut = Cut(network: network, cause: cause.vertex)
        users[cut, default: []].append(found.owner)
        for way in cause.ways where !ways[cut, default: []].contains(way) {
          ways[cut, default: []].append(way)
        }
      }
    }
    let cuts = users.keys.sorted { ($0.network, $0.cause) < ($1.network, $1.cause) }
    return cuts.map { cut in
      let cause = names.named(cut.cause)
      return Report.Item(
        phrases.falseWays(
          network: cut.network, cause: cause, users: users[cut, default: []].map(names.name)),
        steps(ways[cut, default: []])
          + [Report.Item(phrases.changeOfPath(cause: names.name(cut.cause)))])
    }
  }

  private struct Cut: Hashable {
    let network: String
    let cause: VertexID
  }

  private func steps(_ ways: [[VertexID]]) -> [Report.Item] {
    ways.filter { $0.count > 1 }.map { way in
      Report.Item(way.map(names.name).joined(separator: " → "))
    }
  }

  private func cause(_ cause: FalseRedundancy.Cause, isMember: Bool = false) -> Report.Item {
    let name = names.named(cause.vertex)
    // The last step of a way is the member that falls.
    let fallen = cause.ways.compactMap(\.last).filter { $0 != cause.vertex }.map(names.name)
    let isShared = cause.ways.allSatisfy { $0.count == 2 }
    let change =
      fallen.isEmpty
      ? phrases.changeOfRepeated(names.name(cause.vertex))
      : phrases.change(
        cause: names.name(cause.vertex), key: isShared ? sharedKey(of: cause.vertex) : nil,
        fallen: fallen, count: cause.membersToFree)
    return Report.Item(
      isMember
        ? phrases.fallsWithMember(name, isAlone: fallen.isEmpty) : phrases.fallsWith(name),
      steps(cause.ways) + [Report.Item(change)])
  }

  /// The key and the value of a common cause, where that is what it is.
  private func sharedKey(of vertex: VertexID) -> (key: String, value: String)? {
    guard compiled.component(vertex) == nil else { return nil }
    let id = names.id(vertex)
    guard let colon = id.firstIndex(of: ":") else { return nil }
    return (String(id[..<colon]), String(id[id.index(after: colon)...]))
  }

  private var notShownBlocks: [Report.Block] {
    let found = review.independenceNotShown
    guard !found.isEmpty else { return [] }
    let items = found.map { finding -> Report.Item in
      let subject =
        switch finding.subject {
        case .group(let owner, let location): phrases.groupOf(names.named(owner), location)
        case .network(let name): phrases.network(name)
        }
      return Report.Item(
        phrases.notShown(
          subject, key: finding.key, members: finding.members.map(names.named),
          others: finding.others.map(names.name)))
    }
    return [
      .heading("\(phrases.notShownHeading) (\(found.count))"), .list(items),
      .note(phrases.notShownNote),
    ]
  }
}

/// Prints for each target the cut, or the ways that keep it up.
struct ProofReporter {
  let review: SinglePointsReview
  let targets: [SinglePoints.Target]
  let names: DisplayNames
  let phrases: Phrases

  var blocks: [Report.Block] {
    guard !targets.isEmpty else { return [] }
    let simple = targets.filter { $0.robustness.atLeast == 1 }
    var items = targets.filter { $0.robustness.atLeast != 1 }.map(item)
    if !simple.isEmpty {
      items.append(
        Report.Item(
          phrases.provenBySpof(simple.count),
          simple.map { target in
            Report.Item(
              names.name(target.vertex) + ": "
                + phrases.list(target.robustness.cut.map(names.name)))
          }))
    }
    return [.heading(phrases.proofHeading), .list(items), .note(phrases.proofNote)]
  }

  private func item(_ target: SinglePoints.Target) -> Report.Item {
    let robustness = target.robustness
    let ways = robustness.ways.filter { !$0.isEmpty }.enumerated().map { number, way in
      Report.Item(
        phrases.way(number + 1) + way.map(names.name).joined(separator: ", "))
    }
    return Report.Item(
      phrases.proof(
        names.named(target.vertex), robustness, cut: robustness.cut.map(names.name),
        isKnown: !review.isOpen(target)), ways)
  }
}
