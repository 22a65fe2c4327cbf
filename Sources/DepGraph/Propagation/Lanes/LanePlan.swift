/// A threshold graph made ready for lanes: what behaves alike shares a row, and rows stand in an order
/// in which failures spread.
///
/// - What has failed from the beginning is left out; the rest stands fewer failures for it.
/// - A strongly connected component of vertices that each fail with any one input fails as a whole, so
///   it is one row.
/// - Inputs that can never matter (to a vertex that stands the failure of all) are left out, and so
///   are self-loops, which make fail only what has failed.
/// - Each network has a row of its own, which has its nodes and links as inputs and its paths as
///   dependents: where it is looked at anew.
///
/// Rows are numbered with inputs first. Rows of one component stand next to each other, as a *part*.
struct LanePlan: Sendable {
  /// How a row follows from its inputs.
  enum Rule: UInt8 {
    /// It never does.
    case never
    /// One failed input is enough.
    case any
    /// All have to fail.
    case all
    /// A number given by `thresholds`.
    case threshold
    /// A path: what its network says.
    case path
    /// A network.
    case network
  }

  /// What stands for no row in `rowOfVertex`.
  static let noRow = VertexID(raw: .max)

  /// The row of each vertex; `noRow` if it has failed from the beginning.
  let rowOfVertex: [VertexID]
  let rules: [Rule]
  let thresholds: [UInt32]
  let inputs: CompressedRows
  let dependents: CompressedRows
  /// The ranges of rows that depend on each other, ascending.
  let parts: [Range<Int>]
  /// Whether a row is in a part, is a path or is a network: what the plain sweep leaves alone.
  let isSpecial: [Bool]
  /// The network or the path of a row, as an index; 0 for other rows.
  let subject: [UInt32]

  /// The number of path vertices of the graph.
  let pathCount: Int
  /// The paths of each network, those with the same beginning and exempt vertex next to each other.
  let pathsByBeginning: [[Int]]

  /// The number of rows.
  var rowCount: Int { rules.count }

  /// The vertices of the graph that have failed from the beginning.
  let failedFromBeginning: VertexSet
}

// MARK: - Creation

extension LanePlan {
  /// Makes the plan.
  ///
  /// - Complexity: O(V + E) time and space, networks included.
  init(_ graph: ThresholdGraph) {
    var draft = LaneDraft(graph)
    draft.numberRows()
    draft.addRows()
    rowOfVertex = Array(draft.rowOfVertex[..<graph.vertexCount])
    failedFromBeginning = draft.failed
    rules = draft.rules
    thresholds = draft.thresholds
    subject = draft.subject
    parts = draft.parts
    inputs = CompressedRows(vertexCount: rules.count, offsets: draft.offsets, targets: draft.inputs)
    dependents = inputs.reversed()
    var isSpecial = rules.map { $0 == .path || $0 == .network }
    for part in parts {
      for row in part { isSpecial[row] = true }
    }
    self.isSpecial = isSpecial
    pathCount = graph.paths.count
    pathsByBeginning = graph.networks.map { network in
      network.paths.sorted { first, second in
        let (one, other) = (graph.paths[first], graph.paths[second])
        return (one.from.raw, one.requirement.exempt?.raw ?? .max, first)
          < (other.from.raw, other.requirement.exempt?.raw ?? .max, second)
      }
    }
  }
}

/// The plan while it is made.
///
/// Networks count as vertices behind those of the graph.
private struct LaneDraft {
  let graph: ThresholdGraph
  let failed: VertexSet
  let components: StronglyConnectedComponents
  private(set) var rowOfVertex: [VertexID]
  private(set) var parts: [Range<Int>] = []
  /// Row *r* is made of `components.vertices[starts[r] ..< starts[r + 1]]`, without what has failed.
  private var starts: [Int] = []

  private(set) var rules: [LanePlan.Rule] = []
  private(set) var thresholds: [UInt32] = []
  private(set) var subject: [UInt32] = []
  private(set) var offsets: [UInt32] = [0]
  private(set) var inputs: [VertexID] = []

  init(_ graph: ThresholdGraph) {
    self.graph = graph
    failed =
      graph.failedFromBeginning.isEmpty
      ? VertexSet() : graph.failures(from: EmptyCollection()).failed
    // Components come with what they lead to first, and here they lead to their inputs.
    let needs = graph.networks.isEmpty ? graph.inputRows : LaneDraft.needs(of: graph)
    components = StronglyConnectedComponents(of: needs)
    rowOfVertex = [VertexID](repeating: LanePlan.noRow, count: needs.vertexCount)
  }

  /// The graph from each vertex to its inputs, with networks between nodes and paths.
  private static func needs(of graph: ThresholdGraph) -> CompressedRows {
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for index in 0..<graph.vertexCount {
      for input in graph.inputRows[VertexID(index)] {
        sources.append(VertexID(index))
        targets.append(input)
      }
    }
    for (index, network) in graph.networks.enumerated() where !network.paths.isEmpty {
      let hub = VertexID(graph.vertexCount + index)
      for vertex in network.nodes + network.links.map(\.link) {
        sources.append(hub)
        targets.append(vertex)
      }
      for path in network.paths {
        sources.append(graph.paths[path].vertex)
        targets.append(hub)
      }
    }
    return CompressedRows(
      vertexCount: graph.vertexCount + graph.networkCount, sources: sources, targets: targets)
  }

  private func hasFailed(_ vertex: VertexID) -> Bool { !failed.isEmpty && failed.contains(vertex) }

  /// Whether a vertex fails with any one of its inputs.
  private func isFragile(_ vertex: VertexID) -> Bool {
    vertex.index < graph.vertexCount && graph.margins[vertex.index] == 1
  }

  // MARK: Steps

  /// Gives each vertex its row, component by component.
  mutating func numberRows() {
    var place = 0
    for index in 0..<components.count {
      let members = components[VertexID(index)]
      let first = starts.count
      let isOneRow = members.count > 1 && members.allSatisfy(isFragile)
      for member in members {
        if !hasFailed(member) {
          if !isOneRow || starts.count == first { starts.append(place) }
          rowOfVertex[member.index] = VertexID(starts.count - 1)
        }
        place += 1
      }
      if starts.count > first + 1 { parts.append(first..<starts.count) }
    }
    starts.append(place)
  }

  /// Writes down how each row follows from which inputs.
  mutating func addRows() {
    let rowCount = starts.count - 1
    rules.reserveCapacity(rowCount)
    thresholds.reserveCapacity(rowCount)
    subject.reserveCapacity(rowCount)
    offsets.reserveCapacity(rowCount + 1)
    inputs.reserveCapacity(graph.arcCount)
    for row in 0..<rowCount {
      // What has failed stands in no row, but may stand behind the vertices of one.
      let members = components.vertices[starts[row]..<starts[row + 1]].prefix { !hasFailed($0) }
      if members.count > 1 {
        addCycle(members, as: VertexID(row))
      } else if let vertex = members.first {
        if vertex.index >= graph.vertexCount {
          addNetwork(vertex.index - graph.vertexCount)
        } else if let path = pathIndex(of: vertex) {
          let network = graph.paths[path].requirement.network
          inputs.append(rowOfVertex[graph.vertexCount + network.index])
          finish(.path, threshold: 0, subject: path)
        } else {
          addVertex(vertex, as: VertexID(row))
        }
      }
    }
  }

  private func pathIndex(of vertex: VertexID) -> Int? {
    guard graph.margins[vertex.index] == Margin.never else { return nil }
    let index = graph.paths.partitioningIndex { $0.vertex >= vertex }
    return index < graph.paths.count && graph.paths[index].vertex == vertex ? index : nil
  }

  private mutating func addVertex(_ vertex: VertexID, as row: VertexID) {
    let first = inputs.count
    var threshold = Int(graph.margins[vertex.index])
    guard threshold < Margin.never else { return finish(.never, threshold: 0, subject: 0) }
    for input in graph.inputRows[vertex] {
      let inputRow = rowOfVertex[input.index]
      if inputRow == LanePlan.noRow {
        threshold -= 1
      } else if inputRow != row {
        inputs.append(inputRow)
      }
    }
    let count = inputs.count - first
    if threshold > count {
      inputs.removeLast(count)
      finish(.never, threshold: 0, subject: 0)
    } else {
      finish(
        threshold == 1 ? .any : threshold == count ? .all : .threshold, threshold: threshold,
        subject: 0)
    }
  }

  /// A component that fails as a whole, with any input of any of its vertices.
  private mutating func addCycle(_ members: ArraySlice<VertexID>, as row: VertexID) {
    var found: [VertexID] = []
    for member in members {
      for input in graph.inputRows[member] where rowOfVertex[input.index] != row {
        found.append(rowOfVertex[input.index])
      }
    }
    inputs += found.sortedOnce()
    finish(.any, threshold: 1, subject: 0)
  }

  private mutating func addNetwork(_ index: Int) {
    let network = graph.networks[index]
    if !network.paths.isEmpty {
      for vertex in (network.nodes + network.links.map(\.link)).sortedOnce() {
        let row = rowOfVertex[vertex.index]
        if row != LanePlan.noRow { inputs.append(row) }
      }
    }
    finish(.network, threshold: 0, subject: index)
  }

  private mutating func finish(_ rule: LanePlan.Rule, threshold: Int, subject: Int) {
    rules.append(rule)
    thresholds.append(UInt32(threshold))
    self.subject.append(UInt32(subject))
    offsets.append(UInt32(inputs.count))
  }
}
