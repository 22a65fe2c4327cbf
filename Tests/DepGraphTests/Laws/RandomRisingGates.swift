import DepGraph

/// Small gate graphs without negations, with cycles and wirings, the same for the same seed.
struct RandomRisingGates {
  let graph: GateGraph
  let top: GateID

  init(seed: Int) {
    var random = SeededGenerator(seed: seed)
    var builder = GateGraph.Builder()
    let events = (0..<Int.random(in: 2...7, using: &random)).map { _ in
      builder.gate(of: builder.addEvent())
    }
    let gates = (0..<Int.random(in: 1...6, using: &random)).map { _ in builder.reserve() }
    var pool = events + gates
    for value in [false, true] where Int.random(in: 0..<6, using: &random) == 0 {
      pool.append(builder.add(.constant(value)))
    }
    let nodeCount = Int.random(in: 2...4, using: &random)
    func any(_ random: inout SeededGenerator) -> GateID {
      pool[Int.random(in: 0..<pool.count, using: &random)]
    }
    func node(_ random: inout SeededGenerator) -> Int {
      Int.random(in: 0..<nodeCount, using: &random)
    }
    let wiring = builder.add(
      Wiring(
        nodes: (0..<nodeCount).map { _ in any(&random) },
        links: (0..<Int.random(in: 1...6, using: &random)).map { _ in
          Wiring.Link(first: node(&random), second: node(&random), failure: any(&random))
        }))
    for gate in gates {
      let inputs = (0..<Int.random(in: 1...4, using: &random)).map { _ in any(&random) }
      switch Int.random(in: 0..<4, using: &random) {
      case 0: builder.define(gate, as: .and, inputs)
      case 1: builder.define(gate, as: .or, inputs)
      case 2:
        builder.define(gate, as: .atLeast(Int.random(in: 0...5, using: &random)), inputs)
      default:
        let exempt = Bool.random(using: &random) ? any(&random) : nil
        builder.define(
          gate,
          as: .disconnected(
            Disconnection(
              wiring: wiring, from: node(&random), to: [node(&random), node(&random)],
              exempt: exempt)))
      }
    }
    graph = builder.build()
    top = gates[0]
  }

  /// All sets of events, as sets of numbers.
  var choices: [Set<Int>] {
    (0..<(1 << graph.eventCount)).map { bits in
      Set((0..<graph.eventCount).filter { bits >> $0 & 1 == 1 })
    }
  }

  /// Whether the top is true where some events happen and no others.
  func isTrue(_ happening: Set<Int>) -> Bool {
    NaiveGates(graph, happening: Set(happening.map { EventID($0) }))[top]
  }

  /// The sets that make the top true, and those whose staying away keeps it false, by definition.
  var minimalSets: (cuts: Set<Set<Int>>, paths: Set<Set<Int>>) {
    let all = Set(0..<graph.eventCount)
    return (
      Self.minimal(choices.filter(isTrue)),
      Self.minimal(choices.filter { !isTrue(all.subtracting($0)) })
    )
  }

  /// The sets of some that contain no other of them.
  static func minimal(_ sets: [Set<Int>]) -> Set<Set<Int>> {
    Set(sets.filter { set in !sets.contains { $0.isStrictSubset(of: set) } })
  }
}
