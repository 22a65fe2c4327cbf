import DepGraph

/// Random gates, and what they say of every assignment of the events, found without diagrams.
struct RandomGates: CustomStringConvertible {
  let seed: Int
  let graph: GateGraph
  let tops: [GateID]
  /// The gates, those that may need each other together, inputs from elsewhere before.
  private let clusters: [[GateID]]

  var description: String { "seed \(seed)" }
  var eventCount: Int { graph.eventCount }

  /// What may occur.
  struct Kinds: OptionSet {
    let rawValue: Int
    static let negations = Kinds(rawValue: 1)
    static let cycles = Kinds(rawValue: 2)
    static let wirings = Kinds(rawValue: 4)
  }

  init(seed: Int, events: Int, clusters count: Int, tops topCount: Int = 1, kinds: Kinds) {
    var random = SeededGenerator(seed: seed)
    var builder = GateGraph.Builder()
    var pool: [GateID] = []
    var clusters: [[GateID]] = []
    for _ in 0..<events {
      let gate = builder.gate(of: builder.addEvent())
      pool.append(gate)
      clusters.append([gate])
    }
    for value in [false, true] {
      pool.append(builder.add(.constant(value)))
      clusters.append([pool[pool.count - 1]])
    }
    for _ in 0..<count {
      let isKnot = kinds.contains(.cycles) && random.chance(0.4)
      let members = (0..<(isKnot ? Int.random(in: 1...4, using: &random) : 1)).map { _ in
        builder.reserve()
      }
      for member in members {
        func input() -> GateID {
          if isKnot && random.chance(0.35) {
            return members[Int.random(in: members.indices, using: &random)]
          }
          // Late gates more often, so that the graph is deep.
          let place = pool.count - 1 - Int.random(in: 0..<min(pool.count, 8), using: &random)
          let gate =
            random.chance(0.5) ? pool[place] : pool[Int.random(in: 0..<events, using: &random)]
          return kinds.contains(.negations) && random.chance(0.25) ? !gate : gate
        }
        if kinds.contains(.wirings) && random.chance(0.4) {
          let nodes = (0..<Int.random(in: 1...4, using: &random)).map { _ in input() }
          let links = (0..<Int.random(in: 0...6, using: &random)).map { _ in
            Wiring.Link(
              first: Int.random(in: nodes.indices, using: &random),
              second: Int.random(in: nodes.indices, using: &random), failure: input())
          }
          let wiring = builder.add(Wiring(nodes: nodes, links: links))
          builder.define(
            member,
            as: .disconnected(
              Disconnection(
                wiring: wiring, from: Int.random(in: nodes.indices, using: &random),
                to: nodes.indices.filter { _ in random.chance(0.4) },
                exempt: random.chance(0.3) ? nodes[0] : nil)))
          continue
        }
        let inputs = (0..<Int.random(in: 0...5, using: &random)).map { _ in input() }
        let kind: Gate
        switch Int.random(in: 0..<8, using: &random) {
        case 0...2: kind = .and
        case 3...5: kind = .or
        case 6: kind = .atLeast(Int.random(in: 0...4, using: &random))
        default: kind = isKnot || !kinds.contains(.negations) ? .or : .xor
        }
        builder.define(member, as: kind, inputs)
      }
      pool += members
      clusters.append(members)
    }
    self.seed = seed
    self.clusters = clusters
    graph = builder.build()
    var tops = [pool[pool.count - 1]]
    while tops.count < topCount {
      let gate = pool[Int.random(in: pool.indices, using: &random)]
      tops.append(kinds.contains(.negations) && random.chance(0.3) ? !gate : gate)
    }
    self.tops = tops
  }

  /// Takes gates that are there; the clusters as above.
  init(graph: GateGraph, tops: [GateID], clusters: [[GateID]]) {
    seed = 0
    self.graph = graph
    self.tops = tops
    self.clusters = clusters
  }

  /// Whether each top is true where the events of a bit pattern happen.
  func values(of tops: [GateID], in graph: GateGraph, at pattern: Int) -> [Bool] {
    var isTrue = Array(repeating: false, count: graph.gateCount)
    func value(_ gate: GateID) -> Bool { isTrue[gate.index] != gate.isNegated }
    func meaning(_ gate: GateID) -> Bool {
      let inputs = graph.inputs(of: gate)
      switch graph.gate(gate) {
      case .constant(let value): return value
      case .event(let event): return pattern >> event.index & 1 == 1
      case .and: return inputs.allSatisfy { value($0) }
      case .or: return inputs.contains { value($0) }
      case .atLeast(let least): return inputs.filter { value($0) }.count >= least
      case .xor: return inputs.filter { value($0) }.count % 2 == 1
      case .disconnected(let question):
        let wiring = graph.wirings[question.wiring]
        func works(_ gate: GateID) -> Bool { gate == question.exempt || !value(gate) }
        var isReached = wiring.nodes.map { _ in false }
        isReached[question.from] = works(wiring.nodes[question.from])
        for _ in wiring.nodes {
          for link in wiring.links
          where works(link.failure) && isReached[link.first] != isReached[link.second] {
            let other = isReached[link.first] ? link.second : link.first
            if works(wiring.nodes[other]) { isReached[other] = true }
          }
        }
        return !question.to.contains { isReached[$0] }
      }
    }
    for cluster in clusters {
      for _ in 0...cluster.count {
        for gate in cluster { isTrue[gate.index] = meaning(gate) }
      }
    }
    return tops.map { value($0) }
  }

  /// For each top, whether it is true for each bit pattern of the events.
  var truth: [[Bool]] {
    let rows = (0..<(1 << eventCount)).map { values(of: tops, in: graph, at: $0) }
    return tops.indices.map { top in rows.map { $0[top] } }
  }
}

/// Answers about a function that is given as its value for each bit pattern, from the definitions.
enum Definition {
  /// The probability of a pattern of independent events.
  static func chance(of pattern: Int, _ chances: [Double]) -> Double {
    chances.indices.reduce(1) { $0 * (pattern >> $1 & 1 == 1 ? chances[$1] : 1 - chances[$1]) }
  }

  static func probability(_ truth: [Bool], _ chances: [Double]) -> Double {
    truth.indices.reduce(0) { truth[$1] ? $0 + chance(of: $1, chances) : $0 }
  }

  /// Patterns that make the function true while none within them does.
  static func minimal(_ truth: [Bool]) -> [Int] {
    var result: [Int] = []
    let sizes = truth.indices.sorted { ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1) }
    for pattern in sizes where truth[pattern] {
      if !result.contains(where: { $0 & pattern == $0 }) { result.append(pattern) }
    }
    return result
  }

  /// The function that is false where this one, of the opposite pattern, is true.
  static func dual(_ truth: [Bool]) -> [Bool] {
    truth.indices.map { !truth[truth.count - 1 - $0] }
  }

  /// The minimal sets that meet each of some sets.
  static func transversals(of sets: [Int], events: Int) -> [Int] {
    minimal((0..<(1 << events)).map { pattern in sets.allSatisfy { $0 & pattern != 0 } })
  }
}
