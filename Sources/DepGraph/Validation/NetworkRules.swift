/// Rules on links and on ways through networks.
enum NetworkRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var paths: [(path: PathRequirement, owner: Int)] = []
    for index in model.components.indices {
      if model.components[index].kind == .link || !model.components[index].ends.isEmpty {
        found += judgeEnds(of: model.components[index])
      }
      guard model.components[index].traits.contains(.path) else { continue }
      for path in model.components[index].formulas.flatMap(\.paths) { paths.append((path, index)) }
    }
    guard !paths.isEmpty else { return found }
    let components = Set(model.components.map(\.id))
    var nodes: [String: Set<String>] = [:]
    for link in model.components where link.kind == .link {
      nodes[link.network, default: []].formUnion(link.ends)
    }
    for (path, owner) in paths {
      found += judge(path, of: model.components[owner], nodes: nodes, components: components)
    }
    return found
  }

  private static func judgeEnds(of component: Component) -> [Diagnostic] {
    let isLink = component.kind == .link
    let ends = component.ends
    let flaw: String
    switch ends.count {
    case 0 where !isLink: return []
    case _ where !isLink:
      flaw = "only a component of kind link has `ends`"
    case 2 where ends[0] != ends[1]: return []
    case 2: flaw = "the two ends of a link must differ"
    case let count: flaw = "a link has two ends, not \(count)"
    }
    return [Diagnostic(.badLink, flaw, at: component.place, id: component.id)]
  }

  private static func judge(
    _ path: PathRequirement, of component: Component, nodes: [String: Set<String>],
    components: Set<String>
  ) -> [Diagnostic] {
    let place = path.place ?? component.place
    guard let members = nodes[path.network] else {
      return [
        Diagnostic(
          .notInNetwork, "there is no link in a network `\(path.network)`", at: place,
          id: component.id,
          hint: nearestName(to: path.network, among: nodes.keys).map { "did you mean `\($0)`?" })
      ]
    }
    var found: [Diagnostic] = []
    for node in [path.from ?? component.id] + path.targets where !members.contains(node) {
      guard components.contains(node) else { continue }
      let isSelf = path.from == nil && node == component.id
      found.append(
        Diagnostic(
          .notInNetwork, "no link of the network `\(path.network)` ends at `\(node)`", at: place,
          id: component.id,
          hint: isSelf ? "name the node that it hangs on with `from`" : nil))
    }
    return found
  }
}
