/// The modules of gates: gates below which nothing is read from elsewhere, so that each can be
/// solved apart and then counts as one event of what reads it.
///
/// One depth-first search notes for each gate when it is first met, when it is left, and when it is
/// met for the last time; a gate is a module if all below it is met first after it and last before
/// it is left (Y. Dutuit and A. Rauzy, *A linear-time algorithm to find modules of fault trees*,
/// 1996, doi:10.1109/24.537011). Gates on cycles count as one vertex, which is a module if one gate
/// of it alone is read from elsewhere. Several tops are read by one vertex above all.
struct Modules {
  /// Whether each gate is a module; events are none.
  private(set) var isModule: [Bool]

  /// Finds the modules.
  ///
  /// - Parameters:
  ///   - graph: The gates.
  ///   - tops: The gates that are asked about.
  ///   - dependence: What the gates read.
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  init(of graph: GateGraph, tops: [GateID], dependence: GateDependence) {
    isModule = Array(repeating: false, count: graph.gateCount)
    let components = dependence.components
    var search = ModuleSearch(dependence)
    search.run(from: tops)
    let gateway = Self.gateways(dependence, tops)
    for component in 0..<components.count where search.firstMet[component] > 0 {
      guard let root = gateway[component], graph.gate(root).hasInputs,
        search.firstBelow[component] > search.firstMet[component],
        search.lastBelow[component] < search.left[component]
      else { continue }
      isModule[root.index] = true
    }
  }

  /// For each component the one gate of it that is read from elsewhere, nil if there are more.
  private static func gateways(_ dependence: GateDependence, _ tops: [GateID]) -> [GateID?] {
    let components = dependence.components
    var gateway: [GateID?] = Array(repeating: nil, count: components.count)
    var isShut = Array(repeating: false, count: components.count)
    func read(_ gate: VertexID, by reader: Int?) {
      let component = components.component(of: gate).index
      guard component != reader else { return }
      let id = GateID(gate.index)
      if let other = gateway[component], other != id { isShut[component] = true }
      gateway[component] = id
    }
    for top in tops { read(VertexID(top.index), by: nil) }
    dependence.forEachComponent { members in
      for member in members {
        let reader = components.component(of: member).index
        for target in dependence.rows[member] { read(target, by: reader) }
      }
    }
    for index in isShut.indices where isShut[index] { gateway[index] = nil }
    return gateway
  }
}

/// The depth-first search that modules are found by.
struct ModuleSearch {
  /// When each component was met first and last and when it was left; 0 for never.
  private(set) var firstMet: [Int]
  private(set) var lastMet: [Int]
  private(set) var left: [Int]
  /// When anything below each component was met first, and when last.
  private(set) var firstBelow: [Int]
  private(set) var lastBelow: [Int]
  private let dependence: GateDependence
  private var clock = 0
  private var path: [(component: Int, member: Int, place: Int)] = []

  init(_ dependence: GateDependence) {
    self.dependence = dependence
    let none = Array(repeating: 0, count: dependence.components.count)
    firstMet = none
    lastMet = none
    left = none
    firstBelow = Array(repeating: Int.max, count: none.count)
    lastBelow = none
  }

  mutating func run(from tops: [GateID]) {
    for top in tops {
      meet(dependence.components.component(of: VertexID(top.index)).index)
      while let frame = path.last { advance(frame) }
    }
    for component in firstMet.indices where firstMet[component] > 0 {
      for member in dependence.components[VertexID(component)] {
        for target in dependence.rows[member] {
          let below = dependence.components.component(of: target).index
          guard below != component else { continue }
          firstBelow[component] = min(
            firstBelow[component], firstBelow[below], firstMet[below])
          lastBelow[component] = max(lastBelow[component], lastBelow[below], lastMet[below])
        }
      }
    }
  }

  private mutating func meet(_ component: Int) {
    clock += 1
    lastMet[component] = clock
    guard firstMet[component] == 0 else { return }
    firstMet[component] = clock
    path.append((component, 0, 0))
  }

  /// Goes to the next input of the component at the end of the path, or leaves it.
  private mutating func advance(_ frame: (component: Int, member: Int, place: Int)) {
    let members = dependence.components[VertexID(frame.component)]
    guard frame.member < members.count else {
      clock += 1
      left[frame.component] = clock
      path.removeLast()
      return
    }
    let row = dependence.rows[members[members.startIndex + frame.member]]
    guard frame.place < row.count else {
      path[path.count - 1] = (frame.component, frame.member + 1, 0)
      return
    }
    path[path.count - 1].place += 1
    let below = dependence.components.component(of: row[row.startIndex + frame.place]).index
    if below != frame.component { meet(below) }
  }
}
