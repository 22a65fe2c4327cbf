import DepGraph

/// What the clock-stepped simulators know of ways through networks and of members that never count.
protocol NaiveWays {
  /// The links of all networks.
  var links: [Component] { get }
}

extension NaiveWays {
  /// The members of a group that could ever be met.
  func alive(_ group: RequirementGroup, of owner: Component) -> [Int] {
    group.members.indices.filter { !isDead(group.members[$0], of: owner) }
  }

  /// Whether something could never be met, whatever works.
  func isDead(_ requirement: Requirement, of owner: Component) -> Bool {
    switch requirement {
    case .reference, .unknown: return false
    case .path(let path): return !hasWay(path, of: owner) { _ in true }
    case .group(let group):
      let needed = group.need == .all ? group.members.count : group.threshold
      return alive(group, of: owner).count < needed
    }
  }

  /// Whether a way leads through links and nodes that are up.
  func hasWay(
    _ path: PathRequirement, of owner: Component, where isUp: (String) -> Bool
  ) -> Bool {
    let links = links.filter { $0.network == path.network }
    let start = path.from ?? owner.id
    guard isUp(start), links.contains(where: { $0.ends.contains(start) }) else { return false }
    var reached: Set = [start]
    var grew = true
    while grew {
      grew = false
      for link in links where isUp(link.id) {
        for (near, far) in [(link.ends[0], link.ends[1]), (link.ends[1], link.ends[0])]
        where reached.contains(near) && !reached.contains(far) && isUp(far) {
          reached.insert(far)
          grew = true
        }
      }
    }
    return !reached.isDisjoint(with: path.targets)
  }
}
