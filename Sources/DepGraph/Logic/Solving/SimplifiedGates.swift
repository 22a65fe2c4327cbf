/// Gates that say the same of some tops as others do, with fewer gates and inputs.
///
/// Constants are propagated, gates with one input and doubles vanish, negations are pushed into
/// references, equal operations become one gate, conjunctions of conjunctions that nobody else
/// reads become one, and what one input says of another is used. Gates on cycles and questions to
/// wirings are kept as they are, with simplified inputs. Each step replaces a gate by one that is
/// equal where it is read. (What alternatives have in common is not taken out of them: that makes
/// the gates fewer, and on published trees the diagrams larger as often as smaller.)
struct SimplifiedGates {
  /// Inputs have smaller numbers than what reads them, but for gates on a cycle, which stand
  /// together; only events, conjunctions, thresholds, parities and gate 0, which is false, occur
  /// outside cycles and wirings.
  let graph: GateGraph
  /// The tops in the simplified graph, as many as were given.
  let tops: [GateID]

  /// Simplifies gates.
  ///
  /// - Parameters:
  ///   - graph: The gates.
  ///   - tops: The gates that are asked about.
  /// - Complexity: O(*r* · *n* log *n*) for *n* gates and inputs and *r* ≤ 12 rounds, each question
  ///   to a wiring counted with its wiring.
  init(_ graph: GateGraph, tops: [GateID]) {
    var best = (graph, tops)
    var size = Int.max
    for round in 0..<12 {
      var pass = SimplificationPass(best.0, tops: best.1, mergesNested: round > 0)
      best = pass.run()
      if round > 0 {
        best.0 = ContextPass.run(best.0, tops: best.1)
      }
      let newSize = best.0.gateCount + best.0.allInputs.count
      if round > 1 && newSize >= size { break }
      size = newSize
    }
    (self.graph, self.tops) = GroupedGates.grouped(best.0, tops: best.1)
  }
}

/// One way through all gates from the events upwards.
struct SimplificationPass {
  private let graph: GateGraph
  private let tops: [GateID]
  private let mergesNested: Bool
  private let dependence: GateDependence
  private var useCounts: [UInt32]
  private var store: GateStore
  /// For each gate of the old graph the one of the new.
  private var images: [GateID]

  init(_ graph: GateGraph, tops: [GateID], mergesNested: Bool) {
    self.graph = graph
    self.tops = tops
    self.mergesNested = mergesNested
    dependence = GateDependence(graph, tops: tops)
    store = GateStore(eventCount: graph.eventCount)
    images = Array(repeating: GateStore.never, count: graph.gateCount)
    useCounts = Array(repeating: 0, count: graph.gateCount)
    for top in tops { useCounts[top.index] += 1 }
    for index in 0..<graph.gateCount {
      for input in dependence.rows[VertexID(index)] { useCounts[input.index] += 1 }
    }
  }

  /// Makes the new graph.
  mutating func run() -> (GateGraph, [GateID]) {
    var wired: [(old: Int, new: GateID)] = []
    for index in 0..<dependence.components.count {
      let members = dependence.components[VertexID(index)]
      guard let first = members.first, dependence.isReached(GateID(first.index)) else { continue }
      if dependence.isAcyclic(members), let image = image(of: GateID(first.index)) {
        images[first.index] = image
        continue
      }
      for (offset, member) in members.enumerated() {
        images[member.index] = GateID(store.gates.count + offset)
      }
      for member in members {
        let old = GateID(member.index)
        if case .disconnected = graph.gate(old) {
          wired.append((member.index, images[member.index]))
        }
        store.opaque(graph.gate(old), graph.inputs(of: old).map { translated($0) })
      }
    }
    return (built(wired), tops.map { translated($0) })
  }

  private func translated(_ gate: GateID) -> GateID {
    let image = images[gate.index]
    return gate.isNegated ? !image : image
  }

  /// The image of a gate on no cycle; nil where it asks about a wiring.
  private mutating func image(of gate: GateID) -> GateID? {
    switch graph.gate(gate) {
    case .constant(let value): return value ? GateStore.always : GateStore.never
    case .event(let event): return store.gate(of: event)
    case .and: return conjunction(of: gate, negated: false)
    case .or: return !conjunction(of: gate, negated: true)
    case .atLeast(let least):
      return store.threshold(least, graph.inputs(of: gate).map { translated($0) })
    case .xor: return store.parity(graph.inputs(of: gate).map { translated($0) })
    case .disconnected: return nil
    }
  }

  /// The conjunction of the images of a gate's inputs or of their opposites; the inputs of
  /// conjunctions that nobody else reads stand instead of these.
  private mutating func conjunction(of gate: GateID, negated: Bool) -> GateID {
    var list: [GateID] = []
    for input in graph.inputs(of: gate) {
      let image = negated ? !translated(input) : translated(input)
      if mergesNested, !image.isNegated, store.isConjunction(image), useCounts[input.index] == 1 {
        list += store.inputs(of: image)
      } else {
        list.append(image)
      }
    }
    return store.conjunction(list)
  }

  /// The new graph with its wirings, in which what is exempt has become a constant.
  private func built(_ wired: [(old: Int, new: GateID)]) -> GateGraph {
    var gates = store.gates
    var wirings: [Wiring] = []
    var numbers: [Disconnection: Int] = [:]
    for (old, new) in wired {
      guard case .disconnected(let question) = graph.gate(GateID(old)) else { continue }
      let wiring = graph.wirings[question.wiring]
      var exempt = question.exempt
      if let gate = exempt, !wiring.nodes.contains(gate),
        !wiring.links.contains(where: { $0.failure == gate })
      {
        exempt = nil
      }
      let key = Disconnection(wiring: question.wiring, from: 0, to: [], exempt: exempt)
      let number = numbers[key] ?? wirings.count
      if number == wirings.count {
        numbers[key] = number
        wirings.append(wiring.mapped { $0 == exempt ? GateStore.never : translated($0) })
      }
      gates[new.index] = .disconnected(
        Disconnection(wiring: number, from: question.from, to: question.to))
    }
    return GateGraph(
      eventCount: graph.eventCount, gates: gates, inputStarts: store.starts,
      allInputs: store.inputs, wirings: wirings)
  }
}
