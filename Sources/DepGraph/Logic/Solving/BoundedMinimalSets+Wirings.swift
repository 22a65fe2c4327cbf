/// Where ways through a wiring begin, and what is left out of account on them.
struct WiringStart: Hashable {
  let wiring: Int
  let from: Int
  let exempt: GateID?
}

extension BoundedMinimalSets {
  /// The minimal sets that leave no way through a wiring; for paths, that leave one.
  ///
  /// A node cannot be reached where it has failed, or where for each of its links the link has failed
  /// or the other end cannot be reached. Many families agree with that; the greatest is meant, in
  /// which a ring that is cut off from the beginning cannot be reached. So all nodes but the first
  /// begin as never reached, and become less. For paths it is the other way round: at first nothing
  /// leads anywhere.
  ///
  /// - Complexity: O(*n*·*l*) products and unions for *n* nodes and *l* links at worst.
  func disconnected(
    _ question: Disconnection, isOnCycle: Bool
  ) throws(DiagramLimit) -> SetFamily {
    let start = WiringStart(
      wiring: question.wiring, from: question.from, exempt: question.exempt)
    let nodes: [SetFamily]
    if let known = reached[start] {
      nodes = known
    } else {
      nodes = try unreachable(start)
      // On a cycle what has failed is not settled yet.
      if !isOnCycle { reached[start] = nodes }
    }
    let ends = question.to.map { nodes[$0] }
    return try isDual ? union(ends) : product(ends)
  }

  private func unreachable(_ start: WiringStart) throws(DiagramLimit) -> [SetFamily] {
    let wiring = graph.wirings[start.wiring]
    let links = wiring.linksByNode
    let never: SetFamily = isDual ? .none : .unit
    var nodes = [SetFamily](repeating: never, count: wiring.nodes.count)
    nodes[start.from] = failure(wiring.nodes[start.from], start)
    var isOpen = [Bool](repeating: false, count: wiring.nodes.count)
    var queue = [start.from]
    var head = 0
    while head < queue.count {
      let changed = queue[head]
      head += 1
      isOpen[changed] = false
      for place in links[VertexID(changed)] {
        let link = wiring.links[place]
        let node = link.first == changed ? link.second : link.first
        guard node != start.from, node != changed else { continue }
        let family = try self.family(ofNode: node, nodes, wiring, links, start)
        guard family != nodes[node] else { continue }
        nodes[node] = family
        if !isOpen[node] {
          isOpen[node] = true
          queue.append(node)
        }
      }
    }
    return nodes
  }

  /// That a node has failed, or that none of its links leads anywhere; for paths, that it has not and
  /// that one of its links does.
  private func family(
    ofNode node: Int, _ nodes: [SetFamily], _ wiring: Wiring, _ links: Rows<Int>,
    _ start: WiringStart
  ) throws(DiagramLimit) -> SetFamily {
    var ways: [SetFamily] = []
    for place in links[VertexID(node)] {
      let link = wiring.links[place]
      let other = link.first == node ? link.second : link.first
      guard other != node else { continue }
      let pair = [failure(link.failure, start), nodes[other]]
      ways.append(try isDual ? product(pair) : union(pair))
    }
    let own = failure(wiring.nodes[node], start)
    return try isDual ? product([own, union(ways)]) : union([own, product(ways)])
  }

  /// What makes a node or a link fail; for paths, what keeps it from failing.
  private func failure(_ gate: GateID, _ start: WiringStart) -> SetFamily {
    gate == start.exempt ? (isDual ? .unit : .none) : value(gate)
  }
}
