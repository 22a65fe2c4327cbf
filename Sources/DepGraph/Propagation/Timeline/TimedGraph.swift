/// Vertices that lose what they need and get it back, each with a time that it takes.
///
/// The first vertices are *units*: they can fail by themselves and need all their inputs. The parts
/// of what they need follow: gates, holdups, groups with a switchover, ways through a network.
struct TimedGraph: Sendable {
  /// What a vertex does with its inputs.
  enum Role: UInt8, Sendable {
    /// It can fail; it works again its restart after it could not.
    case unit
    /// It is met as long as fewer than its margin of inputs are lost.
    case gate
    /// It has one input, whose loss it rides through for a while.
    case holdup
    /// It runs on as many of its inputs as it needs, and changes over when it loses one of those.
    case switching
    /// A way through a network.
    case path
  }

  /// A group that changes over from one member to another.
  struct Switching: Sendable {
    /// How many members it runs on.
    let threshold: Int
    /// Its members, the preferred ones first.
    let members: [VertexID]
  }

  let unitCount: Int
  let roles: [Role]
  /// How many inputs have to be lost before the vertex is.
  let margins: [Int32]
  /// The restart, the holdup or the switchover of each vertex, in seconds.
  let durations: [Double]
  /// The number of its switching or its path.
  let details: [Int]
  let dependents: CompressedRows
  let switchings: [Switching]
  let paths: [PathVertex]
  let networks: [Network]
  /// For each vertex the networks that it is a node or a link of, if anybody needs a way through.
  let networksOfVertex: Rows<Int>
  /// Each vertex while nothing has failed.
  let atRest: [VertexState]
  /// What each switching runs on while nothing has failed.
  let inUseAtRest: [[VertexID]]
  /// The vertices that depend on each other, of circles that come back as soon as nothing but their
  /// own members keeps them down; none where such a circle waits to be started by hand.
  let circles: [[VertexID]]
  /// The circle of each vertex; empty where there are no circles.
  let circleOfVertex: [Int?]

  var vertexCount: Int { roles.count }
}

extension TimedGraph.Switching {
  /// The members that it runs on when it may choose: the first ones listed that are met.
  ///
  /// - Complexity: O(*n*) for *n* members.
  func choice(where isMet: (VertexID) -> Bool) -> [VertexID] {
    var chosen: [VertexID] = []
    for member in members where isMet(member) {
      if chosen.count == threshold { break }
      chosen.append(member)
    }
    return chosen
  }
}

extension TimedGraph {
  /// Collects a graph, inputs before what needs them.
  struct Builder {
    private let unitCount: Int
    private var roles: [Role]
    private var margins: [Int32]
    private var durations: [Double]
    private var details: [Int]
    private var lost: [Int32]
    private var isUp: [Bool]
    private var sources: [VertexID] = []
    private var targets: [VertexID] = []
    private var switchings: [Switching] = []
    private var paths: [PathVertex] = []
    private var networks: [Network]
    private let search = NetworkSearch()

    /// Begins with units that need nothing.
    ///
    /// - Parameters:
    ///   - unitCount: How many units.
    ///   - networks: The nodes and links of each network.
    ///   - downAtRest: The units that are down although nothing has failed.
    /// - Complexity: O(V + E log E) for units and the nodes and links of networks.
    init(
      unitCount: Int, networks: [(nodes: [VertexID], links: [NetworkLink])],
      downAtRest: [VertexID] = []
    ) {
      self.unitCount = unitCount
      roles = [Role](repeating: .unit, count: unitCount)
      margins = [Int32](repeating: 1, count: unitCount)
      durations = [Double](repeating: 0, count: unitCount)
      details = [Int](repeating: 0, count: unitCount)
      lost = [Int32](repeating: 0, count: unitCount)
      isUp = [Bool](repeating: true, count: unitCount)
      self.networks = networks.map { Network(nodes: $0.nodes, links: $0.links) }
      for unit in downAtRest { isUp[unit.index] = false }
    }

    /// Sets from "it can work again" to "it works again".
    mutating func setRestart(_ seconds: Double, of unit: VertexID) {
      durations[unit.index] = seconds
    }

    /// Lets a unit need something.
    mutating func addInput(_ input: VertexID, to unit: VertexID) {
      connect(input, to: unit)
      // A unit that could never work is found before; here it would have to be down at rest.
      precondition(isUp[input.index] || !isUp[unit.index], "a unit needs what was never there")
    }

    /// Adds a gate that is lost with as many of its inputs as its margin says; 0: from the beginning.
    mutating func addGate(margin: Int, inputs: [VertexID]) -> VertexID {
      let vertex = add(.gate, margin: margin, duration: 0)
      for input in inputs { connect(input, to: vertex) }
      isUp[vertex.index] = Int(lost[vertex.index]) < margin
      return vertex
    }

    /// Adds what rides through the loss of an input.
    mutating func addHoldup(_ seconds: Double, of input: VertexID) -> VertexID {
      let vertex = add(.holdup, margin: 1, duration: seconds)
      connect(input, to: vertex)
      isUp[vertex.index] = isUp[input.index]
      return vertex
    }

    /// Adds a group that takes time to change over.
    mutating func addSwitching(
      threshold: Int, members: [VertexID], seconds: Double
    ) -> VertexID {
      let vertex = add(.switching, margin: members.count - threshold + 1, duration: seconds)
      details[vertex.index] = switchings.count
      switchings.append(Switching(threshold: threshold, members: members))
      for member in members { connect(member, to: vertex) }
      isUp[vertex.index] = lost[vertex.index] < margins[vertex.index]
      return vertex
    }

    /// Adds a way through a network, which is there at rest if its units are up then.
    ///
    /// - Precondition: The way begins at a node of the network.
    mutating func addPath(
      network: Int, from: VertexID, to ends: [VertexID], exempt: VertexID
    ) -> VertexID {
      let vertex = add(.path, margin: 1, duration: 0)
      let ends = ends.sortedOnce().filter { networks[network].place(of: $0) != nil }
      guard let start = networks[network].place(of: from) else {
        preconditionFailure("a way begins outside its network")
      }
      details[vertex.index] = paths.count
      networks[network].paths.append(paths.count)
      paths.append(
        PathVertex(
          vertex: vertex,
          requirement: PathQuery(
            network: NetworkID(network), from: from, to: ends, exempt: exempt),
          from: start, to: ends.compactMap(networks[network].place(of:))))
      if isUp.contains(false) {
        isUp[vertex.index] = search.holdsBySearch(paths[paths.count - 1], in: networks[network]) {
          $0 != exempt && !isUp[$0.index]
        }
        lost[vertex.index] = isUp[vertex.index] ? 0 : 1
      }
      return vertex
    }

    /// The finished graph.
    ///
    /// - Parameter circlesComeBack: Whether what depends on itself comes back as soon as nothing
    ///   else keeps it down, rather than wait to be started by hand.
    /// - Returns: The graph.
    /// - Complexity: O(V + E).
    consuming func build(circlesComeBack: Bool = false) -> TimedGraph {
      let circles = circlesComeBack ? findCircles() : []
      var circleOfVertex = [Int?](repeating: nil, count: circles.isEmpty ? 0 : roles.count)
      for (number, circle) in circles.enumerated() {
        for vertex in circle { circleOfVertex[vertex.index] = number }
      }
      let rest = zip(lost, isUp).enumerated().map { index, state in
        let isMet = roles[index] == .switching ? state.1 : state.0 < margins[index]
        return VertexState(unmet: state.0, isUp: state.1, isMet: isMet)
      }
      var members: [VertexID] = []
      var numbers: [Int] = []
      for (number, network) in networks.enumerated() where !network.paths.isEmpty {
        for vertex in (network.nodes + network.links.map(\.link)).sortedOnce() {
          members.append(vertex)
          numbers.append(number)
        }
      }
      return TimedGraph(
        unitCount: unitCount, roles: roles, margins: margins, durations: durations,
        details: details,
        dependents: CompressedRows(vertexCount: roles.count, sources: sources, targets: targets),
        switchings: switchings, paths: paths, networks: networks,
        networksOfVertex: Rows(rowCount: roles.count, keys: members, values: numbers),
        atRest: rest,
        inUseAtRest: switchings.map { switching in switching.choice { isUp[$0.index] } },
        circles: circles, circleOfVertex: circleOfVertex)
    }

    /// The vertices that depend on each other, by circle.
    private func findCircles() -> [[VertexID]] {
      // Of each network one vertex more: its members bear on it, and it on the paths.
      var sources = sources
      var targets = targets
      for (number, network) in networks.enumerated() where !network.paths.isEmpty {
        let hub = VertexID(roles.count + number)
        let members = (network.nodes + network.links.map(\.link)).sortedOnce()
        sources += members
        targets += members.map { _ in hub }
        sources += network.paths.map { _ in hub }
        targets += network.paths.map { paths[$0].vertex }
      }
      let graph = CompressedRows(
        vertexCount: roles.count + networks.count, sources: sources, targets: targets)
      let components = StronglyConnectedComponents(of: graph)
      return (0..<components.count).compactMap { number in
        let members = components[VertexID(number)].filter { $0.index < roles.count }
        return members.count > 1 ? members.sorted() : nil
      }
    }

    private mutating func add(_ role: Role, margin: Int, duration: Double) -> VertexID {
      roles.append(role)
      margins.append(Int32(margin))
      durations.append(duration)
      details.append(0)
      lost.append(0)
      isUp.append(true)
      return VertexID(roles.count - 1)
    }

    private mutating func connect(_ input: VertexID, to vertex: VertexID) {
      sources.append(input)
      targets.append(vertex)
      if !isUp[input.index] { lost[vertex.index] += 1 }
    }
  }
}
