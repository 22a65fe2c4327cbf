/// Redundancy of which nobody can tell whether it is real: members share something whose value is
/// not known.
///
/// Two leased lines of which the duct is unknown may lie in one duct. So may one whose duct is
/// unknown and one whose duct is known.
public struct IndependenceNotShown: Hashable, Sendable {
  /// What the redundancy consists of.
  public enum Subject: Hashable, Sendable {
    /// A group of alternatives of a component, and where it stands there, like `requires/1/any`.
    case group(owner: VertexID, location: String)
    /// A network over which some path has two disjoint ways.
    case network(String)
  }

  /// What the redundancy consists of.
  public let subject: Subject
  /// The key under which it is not known, like `duct`.
  public let key: String
  /// The members whose value is not known, in order.
  public let members: [VertexID]
  /// The members whose value under the key is known, in order: the unknown one may be theirs.
  public let others: [VertexID]

  /// Finds all redundancy of a model of which it cannot be told.
  ///
  /// - Parameters:
  ///   - compiled: The model.
  ///   - reading: The reading that says which groups stand a loss.
  /// - Returns: The groups by owner and place, then the networks by name; each with its keys in
  ///   order.
  /// - Complexity: O(*g*·*m*·*k*) for *g* groups of *m* members and *k* keys with unknown values,
  ///   and two searches of a network for each path.
  public static func all(
    in compiled: CompiledModel, reading: Reading = .possible
  ) -> [IndependenceNotShown] {
    let reading = compiled.reading(reading)
    let graph = reading.levelOne
    let keys = compiled.unknownShares.keys.sorted()
    guard !keys.isEmpty else { return [] }
    var groups: [(owner: VertexID, part: VertexID)] = []
    var networks: Set<NetworkID> = []
    for part in (reading.elementCount..<graph.vertexCount).map({ VertexID($0) }) {
      if let path = graph.pathInfo(of: part) {
        if !networks.contains(path.network), reading.standsALoss(part) {
          networks.insert(path.network)
        }
      } else if reading.standsALoss(part) {
        groups.append((reading.part(part).owner, part))
      }
    }
    let ofGroups = groups.sorted { $0 < $1 }.flatMap { owner, part in
      findings(
        .group(owner: owner, location: reading.part(part).location),
        reading.elements(under: part), keys, compiled)
    }
    let ofNetworks = networks.sorted().flatMap { number in
      let network = compiled.networks.networks[number.index]
      return findings(
        .network(network.name), (network.nodes + network.links.map(\.link)).sorted(), keys,
        compiled)
    }
    return ofGroups + ofNetworks
  }

  private static func findings(
    _ subject: Subject, _ members: [VertexID], _ keys: [String], _ compiled: CompiledModel
  ) -> [IndependenceNotShown] {
    keys.compactMap { key in
      let sharers = members.filter { member in
        compiled.component(member)?.shares.contains { $0.key == key } ?? false
      }
      let isUnknown = Set(compiled.unknownShares[key, default: []])
      let unknown = sharers.filter(isUnknown.contains)
      guard !unknown.isEmpty, sharers.count >= 2 else { return nil }
      return IndependenceNotShown(
        subject: subject, key: key, members: unknown,
        others: sharers.filter { !isUnknown.contains($0) })
    }
  }
}
