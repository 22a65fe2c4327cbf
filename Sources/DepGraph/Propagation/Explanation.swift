/// Why a vertex failed: it and what made it fail, for each of those again why, down to leaves that
/// failed by themselves or have failed from the beginning.
///
/// A vertex with threshold *k* stands above *k* failed inputs, one for each arc, so a vertex behind
/// parallel arcs may stand there more than once. A path vertex stands above a cut of its network:
/// failed nodes and links without all of which some way would be left.
///
/// Equal parts are kept once, so even a tree with more nodes than could be written down is small.
public struct Explanation: Sendable {
  /// The nodes of a tree in one array, which needs no recursion to be let go of.
  struct Tree: Sendable {
    struct Node: Sendable {
      let vertex: VertexID
      let depth: Int
      let size: Int
      var children: Range<Int> = 0..<0
    }

    var nodes: [Node] = []
    var children: [Int] = []
  }

  private let tree: Tree
  private let node: Int

  init(tree: Tree, node: Int) {
    self.tree = tree
    self.node = node
  }

  /// The vertex that failed.
  public var vertex: VertexID { tree.nodes[node].vertex }

  /// What made it fail, ascending by vertex; empty for a leaf.
  ///
  /// - Complexity: O(*k*) for *k* of them.
  public var because: [Explanation] {
    tree.children[tree.nodes[node].children].map { Explanation(tree: tree, node: $0) }
  }

  /// The most counted vertices between this one and a leaf, the leaf left out; 0 for a leaf.
  public var depth: Int { tree.nodes[node].depth }

  /// The number of nodes of the tree, this one included.
  public var size: Int { tree.nodes[node].size }
}

extension ThresholdGraph {
  /// Why vertices fail when some have failed by themselves.
  ///
  /// - Parameters:
  ///   - seeds: The vertices that have failed by themselves.
  ///   - isCounted: Whether a vertex counts for the depth of an explanation; those that do not are
  ///     transparent.
  /// - Returns: The explanations of all that has failed.
  /// - Complexity: As `Explanations`.
  public func explanations(
    from seeds: some Sequence<VertexID>, isCounted: (VertexID) -> Bool = { _ in true }
  ) -> Explanations {
    Explanations(of: self, from: VertexSet(seeds), isCounted: isCounted)
  }

  /// Why a vertex fails when some have failed by themselves.
  ///
  /// For the explanations of many vertices use `explanations(from:isCounted:)`.
  ///
  /// - Parameters:
  ///   - vertex: The vertex.
  ///   - seeds: The vertices that have failed by themselves.
  ///   - failures: What fails then.
  ///   - isCounted: Whether a vertex counts for the depth of an explanation; those that do not are
  ///     transparent.
  /// - Returns: An explanation of least depth, or nil if the vertex has not failed.
  /// - Complexity: As `Explanations`.
  public func explanation(
    of vertex: VertexID, from seeds: some Sequence<VertexID>, within failures: Failures,
    isCounted: (VertexID) -> Bool = { _ in true }
  ) -> Explanation? {
    guard failures.contains(vertex) else { return nil }
    return explanations(from: seeds, isCounted: isCounted).explanation(of: vertex)
  }
}
