/// The strongly connected components of a directed graph: the largest parts in which every vertex
/// leads to every other.
///
/// A vertex on no cycle is a component of its own, with or without a self-loop; the empty graph has
/// none. Components are numbered in **reverse topological order**: an arc from one to another leads
/// from the higher number to the lower, so component 0 has no arc out of it. A component is named by
/// a `VertexID`, that of its vertex in the `condensation`.
///
///     let graph = CompressedRows(
///       vertexCount: 3, arcs: [(0, 1), (1, 0), (1, 2)].map { (VertexID($0.0), VertexID($0.1)) })
///     let components = StronglyConnectedComponents(of: graph)
///     components.count                      // 2
///     components.component(of: VertexID(2)) // v0
///     components[VertexID(1)].sorted()      // [v0, v1]
///
/// One depth-first search (R. E. Tarjan, *Depth-first search and linear graph algorithms*, 1972,
/// doi:10.1137/0201010) in the form that keeps one number for each vertex instead of three
/// (D. J. Pearce, *A space-efficient algorithm for finding strongly connected components*, 2016,
/// doi:10.1016/j.ipl.2015.08.010): an arc then costs one access to memory out of order, where others
/// spend two or three. Two searches as Kosaraju and Sharir have it would need the reversed graph.
public struct StronglyConnectedComponents: Sendable {
  /// `UInt32.max` less the component of each vertex, as the search leaves it.
  private let marks: [UInt32]
  /// The vertices, component by component.
  private let members: [VertexID]
  /// Component *c* is `members[starts[c] ..< starts[c + 1]]`.
  private let starts: [UInt32]

  /// Finds the components.
  ///
  /// - Parameter graph: The graph; parallel arcs and self-loops change nothing.
  /// - Precondition: The graph has fewer than 2³¹ vertices.
  /// - Complexity: O(V + E) time, O(V) space; no recursion.
  public init(of graph: CompressedRows) {
    var marks = [UInt32](repeating: 0, count: graph.vertexCount)
    var members = [VertexID](repeating: VertexID(raw: 0), count: graph.vertexCount)
    var starts = [UInt32](repeating: 0, count: graph.vertexCount + 1)
    let count = findComponents(of: graph, marks: &marks, members: &members, starts: &starts)
    starts.removeLast(graph.vertexCount - count)
    self.members = members
    self.starts = starts
    self.marks = marks
  }

  // MARK: - Questions

  /// The number of components.
  public var count: Int { starts.count - 1 }

  /// The component of a vertex.
  ///
  /// - Parameter vertex: A vertex of the graph.
  /// - Returns: Its component, as a vertex of the condensation.
  public func component(of vertex: VertexID) -> VertexID {
    VertexID(raw: UInt32.max - marks[vertex.index])
  }

  /// The vertices of a component, in an order that depends on the graph alone.
  ///
  /// - Parameter component: The component, as a vertex of the condensation.
  public subscript(component: VertexID) -> ArraySlice<VertexID> {
    members[Int(starts[component.index])..<Int(starts[component.index + 1])]
  }

  /// Every vertex once, component by component, each component after all that it leads to.
  public var vertices: [VertexID] { members }

  /// The graph with each component drawn together in one vertex, without the arcs inside.
  ///
  /// Of several arcs between two components one is kept, so the rows ascend and hold nothing twice.
  ///
  /// - Parameter graph: The graph that the components were found in.
  /// - Returns: A graph without cycles, in which every arc leads to a smaller number.
  /// - Complexity: O(V + E) time and space.
  public func condensation(of graph: CompressedRows) -> CompressedRows {
    precondition(graph.vertexCount == members.count, "the components are of another graph")
    var sources: [VertexID] = []
    var targets: [VertexID] = []
    for index in 0..<count {
      let component = VertexID(index)
      for vertex in self[component] {
        for target in graph[vertex] {
          let other = self.component(of: target)
          guard other != component else { continue }
          sources.append(other)
          targets.append(component)
        }
      }
    }
    // Sorted by target now; sorted stably by source then, each row ascends, and doubles are neighbours.
    let backward = Rows(rowCount: count, keys: sources, values: targets)
    sources.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    for index in 0..<count {
      var last: VertexID?
      for source in backward[VertexID(index)] where source != last {
        last = source
        sources.append(source)
        targets.append(VertexID(index))
      }
    }
    return CompressedRows(vertexCount: count, sources: sources, targets: targets)
  }
}

// MARK: - Kernel

/// A vertex on the way from the root to where the search is, which the search has gone beyond.
private struct Frame {
  var vertex = VertexID(raw: 0)
  /// Where to go on in the arcs out of it.
  var position: UInt32 = 0
  /// Its number in the order of arrival, from 1.
  var arrival: UInt32 = 0
}

/// How far the search has come.
private struct Progress {
  var arrivals: UInt32 = 0
  var members = 0
  var components = 0
  var waiting = 0
}

/// Searches from every vertex that no earlier search has come to.
///
/// - Parameters:
///   - graph: The graph.
///   - marks: Of each vertex: 0 before the search arrives; then the smallest arrival known to be
///     reached from it and not settled; when its component is complete, `UInt32.max` less the number
///     of that, which is above all arrivals, so that arcs to it change nothing.
///   - members: Room for every vertex; what is found, component by component.
///   - starts: Room for one more; where the members of each component begin.
/// - Returns: The number of components.
private func findComponents(
  of graph: CompressedRows, marks: inout [UInt32], members: inout [VertexID],
  starts: inout [UInt32]
) -> Int {
  let count = graph.vertexCount
  precondition(count < 1 << 31, "more vertices than marks can tell apart")
  precondition(marks.count == count, "one mark for each vertex")
  precondition(members.count == count, "room for each vertex")
  precondition(starts.count == count + 1, "room for each component")
  var pathRoom = [Frame](repeating: Frame(), count: count)
  var waitingRoom = [VertexID](repeating: VertexID(raw: 0), count: count)
  var marks = marks.mutableSpan
  var members = members.mutableSpan
  var starts = starts.mutableSpan
  var path = pathRoom.mutableSpan
  var waiting = waitingRoom.mutableSpan
  var progress = Progress()
  for root in 0..<count where marks[root] == 0 {
    progress.arrivals += 1
    marks[root] = progress.arrivals
    var frame = Frame(
      vertex: VertexID(root), position: graph.rows.offsets[root], arrival: progress.arrivals)
    var height = 0
    while true {
      let low = descend(graph, &frame, &height, &marks, &path, &progress)
      leave(frame, low, &marks, &members, &starts, &waiting, &progress)
      guard height > 0 else { break }
      height -= 1
      let above = path[height]
      marks[above.vertex.index] = min(marks[above.vertex.index], low)
      frame = above
    }
  }
  return progress.components
}

/// Goes down until all arcs out of a vertex have been looked at.
///
/// - Returns: The smallest arrival reached from that vertex, which is now `frame`'s.
private func descend(
  _ graph: CompressedRows, _ frame: inout Frame, _ height: inout Int,
  _ marks: inout MutableSpan<UInt32>, _ path: inout MutableSpan<Frame>,
  _ progress: inout Progress
) -> UInt32 {
  let offsets = graph.rows.offsets.span
  let targets = graph.rows.values.span
  // What the unchecked accesses here and in `leave` rest on, with the lengths that `findComponents`
  // checks: rows of `CompressedRows` lie within `targets`, and every target is below the vertex count.
  // A vertex is put on the path, among the members and among those that wait at most once.
  var low = unsafe marks[unchecked: frame.vertex.index]
  var end = unsafe offsets[unchecked: frame.vertex.index &+ 1]
  while frame.position < end {
    let target = unsafe targets[unchecked: Int(frame.position)]
    frame.position &+= 1
    let mark = unsafe marks[unchecked: target.index]
    guard mark == 0 else {
      low = min(low, mark)
      continue
    }
    unsafe marks[unchecked: frame.vertex.index] = low
    unsafe path[unchecked: height] = frame
    height &+= 1
    progress.arrivals &+= 1
    low = progress.arrivals
    unsafe marks[unchecked: target.index] = low
    frame = Frame(
      vertex: target, position: unsafe offsets[unchecked: target.index], arrival: low)
    end = unsafe offsets[unchecked: target.index &+ 1]
  }
  return low
}

/// Leaves a vertex for good: completes its component if nothing leads above it, else lets it wait.
private func leave(
  _ frame: Frame, _ low: UInt32, _ marks: inout MutableSpan<UInt32>,
  _ members: inout MutableSpan<VertexID>, _ starts: inout MutableSpan<UInt32>,
  _ waiting: inout MutableSpan<VertexID>, _ progress: inout Progress
) {
  guard low == frame.arrival else {
    unsafe marks[unchecked: frame.vertex.index] = low
    unsafe waiting[unchecked: progress.waiting] = frame.vertex
    progress.waiting &+= 1
    return
  }
  // What waits since the search arrived here belongs to the same component.
  let settled = UInt32.max &- UInt32(truncatingIfNeeded: progress.components)
  var member = frame.vertex
  while true {
    unsafe marks[unchecked: member.index] = settled
    unsafe members[unchecked: progress.members] = member
    progress.members &+= 1
    guard progress.waiting > 0 else { break }
    member = unsafe waiting[unchecked: progress.waiting &- 1]
    guard unsafe marks[unchecked: member.index] >= low else { break }
    progress.waiting &-= 1
  }
  progress.components &+= 1
  unsafe starts[unchecked: progress.components] = UInt32(truncatingIfNeeded: progress.members)
}
