internal import HeapModule

/// Why each failed vertex failed, in as few steps as possible.
///
/// An explanation has the least *depth* there is: a leaf has 0, any other node one more than the
/// deepest of what made it fail, or as much if it is not counted. Of those it has the least *size*,
/// the number of nodes of the tree, exactly; of those the inputs with the lower numbers. The cut under
/// a path vertex is fixed beforehand: of what failed before it, and at no more than the depth below
/// it, that which bounds the part still reached from the beginning and would lead on to an end.
///
/// Depths are the failure times of a graph whose counted vertices have a delay of 1. Sizes are found
/// for one depth after the other: with more depth allowed the size of a tree can only shrink, and
/// rarely does, so each vertex keeps the few depths at which it did.
public struct Explanations: Sendable {
  /// The size of the smallest tree of a vertex from some depth on.
  struct Step: Sendable {
    let depth: Int
    let size: Int
  }

  let graph: ThresholdGraph
  let seeds: VertexSet
  let counted: VertexSet
  let depths: FailureTimes
  /// Where a failed vertex stands in the order of failing.
  private var slots: [UInt32]
  /// For each failed vertex by slot its steps, by depth.
  private var steps: [[Step]]
  /// The cut under each path vertex.
  private var cuts: [VertexID: [VertexID]] = [:]
  /// The path vertices above each vertex of a cut.
  private var pathsAbove: [VertexID: [VertexID]] = [:]

  /// Explains everything that fails when some vertices have failed by themselves.
  ///
  /// - Parameters:
  ///   - graph: The graph.
  ///   - seeds: The vertices that have failed by themselves.
  ///   - isCounted: Whether a vertex counts for the depth.
  /// - Complexity: O(V) time and space; for what fails, its arcs with a logarithm for each depth at
  ///   which a size shrinks (mostly one), and its networks once for each failed path.
  public init(
    of graph: ThresholdGraph, from seeds: VertexSet, isCounted: (VertexID) -> Bool
  ) {
    self.graph = graph
    self.seeds = seeds
    var counted = VertexSet(vertexCount: graph.vertexCount)
    var delays = [Double](repeating: 0, count: graph.vertexCount)
    for index in delays.indices where isCounted(VertexID(index)) {
      counted.insert(VertexID(index))
      delays[index] = 1
    }
    self.counted = counted
    depths = graph.failureTimes(from: seeds, vertexDelays: delays)
    slots = [UInt32](repeating: 0, count: graph.vertexCount)
    steps = [[Step]](repeating: [], count: depths.order.count)
    for (slot, vertex) in depths.order.enumerated() { slots[vertex.index] = UInt32(slot) }
    findCuts()
    findSizes()
  }

  /// The explanation of a vertex.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: An explanation of least depth, or nil if the vertex has not failed.
  /// - Complexity: O(*n* log *n*) for *n* arcs into the different nodes of the tree.
  public func explanation(of vertex: VertexID) -> Explanation? {
    guard depths[vertex] < .infinity else { return nil }
    struct Key: Hashable {
      let vertex: VertexID
      let depth: Int
    }
    var tree = Explanation.Tree()
    var numbers: [Key: Int] = [:]
    func number(of vertex: VertexID, within depth: Int) -> Int? {
      guard let step = step(of: vertex, within: depth) else { return nil }
      let key = Key(vertex: vertex, depth: step.depth)
      if let known = numbers[key] { return known }
      numbers[key] = tree.nodes.count
      tree.nodes.append(.init(vertex: vertex, depth: step.depth, size: step.size))
      return tree.nodes.count - 1
    }
    _ = number(of: vertex, within: Int(depths[vertex]))
    var next = 0
    while next < tree.nodes.count {
      let node = tree.nodes[next]
      let depth = node.depth - cost(of: node.vertex)
      let start = tree.children.count
      for cause in causes(of: node.vertex, within: depth)?.vertices ?? [] {
        if let child = number(of: cause, within: depth) { tree.children.append(child) }
      }
      tree.nodes[next].children = start..<tree.children.count
      next += 1
    }
    return Explanation(tree: tree, node: 0)
  }

  /// The depth of the explanation of a vertex, without making it.
  ///
  /// - Parameter vertex: The vertex.
  /// - Returns: The least depth, or nil if the vertex has not failed.
  public func depth(of vertex: VertexID) -> Int? {
    depths[vertex] < .infinity ? Int(depths[vertex]) : nil
  }

  // MARK: - Causes

  private func cost(of vertex: VertexID) -> Int { counted.contains(vertex) ? 1 : 0 }

  /// Whether a vertex failed by itself or has failed from the beginning.
  private func isLeaf(_ vertex: VertexID) -> Bool {
    seeds.contains(vertex) || graph.margins[vertex.index] == 0
  }

  /// The last step at which a size shrank, of those up to a depth; nil if the vertex needs more.
  private func step(of vertex: VertexID, within depth: Int) -> Step? {
    guard depths[vertex] < .infinity else { return nil }
    return steps[Int(slots[vertex.index])].last { $0.depth <= depth }
  }

  /// The smallest trees that together make a vertex fail, each at most so deep.
  private func causes(
    of vertex: VertexID, within depth: Int
  ) -> (vertices: [VertexID], size: Int)? {
    guard !isLeaf(vertex) else { return ([], 0) }
    var inputs: [(size: Int, vertex: VertexID)] = []
    let cut = cuts[vertex]
    for input in cut ?? Array(graph.inputRows[vertex]) {
      guard let step = step(of: input, within: depth) else { continue }
      inputs.append((step.size, input))
    }
    let needed = cut?.count ?? Int(graph.margins[vertex.index])
    guard inputs.count >= needed else { return nil }
    inputs.sort { ($0.size, $0.vertex) < ($1.size, $1.vertex) }
    inputs.removeSubrange(needed...)
    let size = inputs.reduce(0) { total, input in
      let sum = total.addingReportingOverflow(input.size)
      return sum.overflow ? .max : sum.partialValue
    }
    return (inputs.map(\.vertex).sorted(), size)
  }

  /// The size of those trees together.
  private func size(of vertex: VertexID, within depth: Int) -> Int? {
    // Most vertices fail by any one of their inputs, which needs no list of them.
    guard graph.margins[vertex.index] == 1, !seeds.contains(vertex) else {
      return causes(of: vertex, within: depth)?.size
    }
    var least: Int?
    for position in graph.inputRows.rows.range(of: vertex) {
      guard let step = step(of: graph.inputRows.rows.values[position], within: depth) else {
        continue
      }
      least = min(step.size, least ?? .max)
    }
    return least
  }

  // MARK: - Cuts

  private mutating func findCuts() {
    let search = NetworkSearch()
    for path in graph.paths where depths[path.vertex] < .infinity && !isLeaf(path.vertex) {
      let depth = depths[path.vertex] - Double(cost(of: path.vertex))
      let cut = search.cut(of: path, in: graph.networks[path.requirement.network.index]) {
        // A transparent path must not rest on what fell, at the same depth, because of it.
        depths[$0] <= depth && slots[$0.index] < slots[path.vertex.index]
      }
      cuts[path.vertex] = cut
      for vertex in cut { pathsAbove[vertex, default: []].append(path.vertex) }
    }
  }

  // MARK: - Sizes

  private mutating func findSizes() {
    var queue = RankedQueue(ranks: transparentRanks())
    var fresh = 0
    var changed: [VertexID] = []
    var depth = 0
    while fresh < depths.order.count || !changed.isEmpty {
      // Counted vertices rest on what is known for the depth before.
      var above: [VertexID] = []
      for vertex in changed {
        forEachDependent(of: vertex) { if counted.contains($0) { above.append($0) } }
      }
      while fresh < depths.order.count, Int(depths[depths.order[fresh]]) == depth {
        let vertex = depths.order[fresh]
        if counted.contains(vertex) || isLeaf(vertex) {
          above.append(vertex)
        } else {
          queue.insert(vertex, slot: slots[vertex.index])
        }
        fresh += 1
      }
      changed = []
      for vertex in above.sortedOnce() where shrink(vertex, at: depth) { changed.append(vertex) }
      shrinkTransparent(&queue, &changed, at: depth)
      depth += 1
    }
  }

  /// Passes sizes on to transparent vertices, which rest on what is known for the same depth.
  ///
  /// By rank, so that without cycles each is looked at once. On a cycle sizes may shrink again; a
  /// tree is larger than its parts, so there is one solution, and this ends at it.
  private mutating func shrinkTransparent(
    _ queue: inout RankedQueue, _ changed: inout [VertexID], at depth: Int
  ) {
    for vertex in changed { wait(above: vertex, &queue) }
    while let next = queue.removeFirst() {
      guard shrink(next, at: depth) else { continue }
      changed.append(next)
      wait(above: next, &queue)
    }
    changed = changed.sortedOnce()
  }

  private func wait(above vertex: VertexID, _ queue: inout RankedQueue) {
    forEachDependent(of: vertex) { dependent in
      guard !counted.contains(dependent) else { return }
      queue.insert(dependent, slot: slots[dependent.index])
    }
  }

  /// Names the failed vertices that a vertex may be a cause of, leaves left out.
  private func forEachDependent(of vertex: VertexID, _ body: (VertexID) -> Void) {
    for position in graph.dependentRows.rows.range(of: vertex) {
      let dependent = graph.dependentRows.rows.values[position]
      if depths[dependent] < .infinity, !isLeaf(dependent) { body(dependent) }
    }
    guard !pathsAbove.isEmpty else { return }
    for path in pathsAbove[vertex] ?? [] { body(path) }
  }

  /// Finds the size of a vertex anew.
  ///
  /// - Returns: Whether it is smaller than with less depth, or than was found before.
  private mutating func shrink(_ vertex: VertexID, at depth: Int) -> Bool {
    guard let rest = size(of: vertex, within: depth - cost(of: vertex)) else { return false }
    let size = rest == .max ? .max : rest + 1
    let slot = Int(slots[vertex.index])
    if let last = steps[slot].last {
      guard size < last.size else { return false }
      if last.depth == depth { steps[slot].removeLast() }
    }
    steps[slot].append(Step(depth: depth, size: size))
    return true
  }

  /// An order of the transparent vertices in which each comes after those it rests on, as far as
  /// there is one: those on cycles and behind them share the last rank.
  ///
  /// - Returns: The rank of each failed vertex by slot.
  private func transparentRanks() -> [UInt32] {
    var ranks = [UInt32](repeating: .max, count: depths.order.count)
    var open = [Int](repeating: 0, count: depths.order.count)
    var ready: [VertexID] = []
    for (slot, vertex) in depths.order.enumerated() where !counted.contains(vertex) {
      if !isLeaf(vertex) {
        let inputs = cuts[vertex] ?? Array(graph.inputRows[vertex])
        open[slot] = inputs.count { depths[$0] < .infinity && !counted.contains($0) }
      }
      if open[slot] == 0 { ready.append(vertex) }
    }
    var next = 0
    while next < ready.count {
      ranks[Int(slots[ready[next].index])] = UInt32(next)
      forEachDependent(of: ready[next]) { dependent in
        guard !counted.contains(dependent) else { return }
        let slot = Int(slots[dependent.index])
        open[slot] -= 1
        if open[slot] == 0 { ready.append(dependent) }
      }
      next += 1
    }
    return ranks
  }
}

/// The transparent vertices that wait for their sizes to be found anew, each once, by rank.
private struct RankedQueue {
  private struct Entry: Comparable {
    let rank: UInt32
    let slot: UInt32
    let vertex: VertexID

    static func < (first: Entry, second: Entry) -> Bool {
      (first.rank, first.slot) < (second.rank, second.slot)
    }
  }

  /// The rank of each failed vertex by slot.
  private let ranks: [UInt32]
  private var isWaiting: [Bool]
  private var entries = Heap<Entry>()

  init(ranks: [UInt32]) {
    self.ranks = ranks
    isWaiting = [Bool](repeating: false, count: ranks.count)
  }

  mutating func insert(_ vertex: VertexID, slot: UInt32) {
    guard !isWaiting[Int(slot)] else { return }
    isWaiting[Int(slot)] = true
    entries.insert(Entry(rank: ranks[Int(slot)], slot: slot, vertex: vertex))
  }

  mutating func removeFirst() -> VertexID? {
    guard let first = entries.popMin() else { return nil }
    isWaiting[Int(first.slot)] = false
    return first.vertex
  }
}
