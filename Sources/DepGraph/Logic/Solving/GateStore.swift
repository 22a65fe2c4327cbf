/// Gates in which each operation on the same inputs stands once, made from their inputs upwards.
///
/// A disjunction is stored as the opposite of the conjunction of its opposite inputs, so that
/// De Morgan's laws need no rule: what is equal by them is the same gate. Apart from gates on
/// cycles, which are kept as they were given, only events, conjunctions, thresholds and parities
/// occur, inputs have smaller numbers than what uses them, and gate 0 is the constant false.
struct GateStore {
  private(set) var gates: [Gate] = [.constant(false)]
  private(set) var starts: [UInt32] = [0, 0]
  private(set) var inputs: [GateID] = []
  /// Whether nothing is known of a gate: on a cycle it may be its own reason, so that what its inputs
  /// say must not be used against them.
  private var isOpaque = [false]
  private var eventGates: [UInt32]
  /// Gates by the hash of what they say; 0 is a free place.
  private var table: [UInt32] = Array(repeating: 0, count: 1 << 10)
  private var filled = 0

  /// Never true.
  static let never = GateID(0)
  /// Always true.
  static let always = GateID(0, isNegated: true)

  init(eventCount: Int) {
    eventGates = Array(repeating: 0, count: eventCount)
  }

  func inputs(of gate: GateID) -> ArraySlice<GateID> {
    inputs[Int(starts[gate.index])..<Int(starts[gate.index + 1])]
  }

  /// Whether a gate is a conjunction on no cycle.
  ///
  /// With "a is a and b", what a says of its inputs would be taken as a reason for a itself.
  func isConjunction(_ gate: GateID) -> Bool {
    gates[gate.index] == .and && !isOpaque[gate.index]
  }

  // MARK: - Making gates

  /// The gate that is true where an event happens.
  mutating func gate(of event: EventID) -> GateID {
    if eventGates[event.index] == 0 {
      eventGates[event.index] = UInt32(gates.count)
      append(.event(event), [])
    }
    return GateID(Int(eventGates[event.index]))
  }

  /// A gate of which nothing is known but what it is given as; its inputs may come later.
  mutating func opaque(_ gate: Gate, _ inputs: [GateID]) {
    append(gate, inputs)
    isOpaque[gates.count - 1] = true
  }

  /// The conjunction of some gates.
  ///
  /// Beside constants, doubles and opposites, what an input says of the inputs of another one is
  /// used: with a, "a and b" is as good as b, "a or b" is nothing new, and "not a, or b" is b.
  ///
  /// - Complexity: O(*n* log *n*) for *n* inputs and inputs of inputs.
  mutating func conjunction(_ given: [GateID]) -> GateID {
    var list = given
    while true {
      list.sort()
      guard Self.removeDoubles(&list) else { return Self.never }
      guard let next = absorbed(list) else { break }
      list = next
    }
    return list.isEmpty ? Self.always : list.count == 1 ? list[0] : unique(.and, list)
  }

  /// Whether at least so many of some gates are true, each counted as often as it is given.
  mutating func threshold(_ least: Int, _ given: [GateID]) -> GateID {
    var least = least
    var list: [GateID] = []
    // A gate and its opposite: one of the two is true.
    for gate in given.sorted() {
      if gate == Self.always {
        least -= 1
      } else if gate != Self.never {
        if list.last == !gate {
          list.removeLast()
          least -= 1
        } else {
          list.append(gate)
        }
      }
    }
    guard least > 0 else { return Self.always }
    guard least <= list.count else { return Self.never }
    guard least < list.count else { return conjunction(list) }
    guard least > 1 else { return !conjunction(list.map { !$0 }) }
    return unique(.atLeast(least), list)
  }

  /// Whether an odd number of some gates is true.
  mutating func parity(_ given: [GateID]) -> GateID {
    var isNegated = false
    var list: [GateID] = []
    for gate in given.map({ gate in
      if gate.isNegated { isNegated.toggle() }
      return gate.positive
    }).sorted() where gate != Self.never {
      if list.last == gate { list.removeLast() } else { list.append(gate) }
    }
    let result = list.isEmpty ? Self.never : list.count == 1 ? list[0] : unique(.xor, list)
    return isNegated ? !result : result
  }

  /// Leaves one of equal neighbours and no constants.
  ///
  /// - Returns: Whether the conjunction can be true.
  private static func removeDoubles(_ list: inout [GateID]) -> Bool {
    var kept = 0
    for gate in list where gate != always {
      if gate == never || kept > 0 && list[kept - 1] == !gate { return false }
      if kept > 0 && list[kept - 1] == gate { continue }
      list[kept] = gate
      kept += 1
    }
    list.removeLast(list.count - kept)
    return true
  }

  /// The list with what its inputs say of each other used, or nil if nothing can be.
  private mutating func absorbed(_ list: [GateID]) -> [GateID]? {
    guard list.contains(where: { isConjunction($0) }) else { return nil }
    let known = Set(list)
    var dropped = Set<GateID>()
    var replaced: [GateID: GateID] = [:]
    for gate in list where isConjunction(gate) {
      if gate.isNegated {
        let below = inputs(of: gate)
        if below.contains(where: { known.contains(!$0) }) {
          dropped.insert(gate)
        } else if below.contains(where: { known.contains($0) }) {
          let rest = below.filter { !known.contains($0) }
          replaced[gate] = !conjunction(Array(rest))
        }
      } else {
        for input in inputs(of: gate) {
          if known.contains(!input) { return [Self.never] }
          if known.contains(input) { dropped.insert(input) }
        }
      }
    }
    guard !dropped.isEmpty || !replaced.isEmpty else { return nil }
    return list.compactMap { dropped.contains($0) ? nil : replaced[$0] ?? $0 }
  }

  // MARK: - Each once

  private mutating func unique(_ gate: Gate, _ list: [GateID]) -> GateID {
    if 2 * filled >= table.count { grow() }
    var place = Self.hash(gate, list[...]) & (table.count - 1)
    while table[place] != 0 {
      let other = GateID(Int(table[place]))
      if gates[other.index] == gate, inputs(of: other).elementsEqual(list) { return other }
      place = (place + 1) & (table.count - 1)
    }
    table[place] = UInt32(gates.count)
    filled += 1
    append(gate, list)
    return GateID(gates.count - 1)
  }

  private mutating func append(_ gate: Gate, _ list: [GateID]) {
    gates.append(gate)
    isOpaque.append(false)
    inputs += list
    starts.append(UInt32(inputs.count))
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: 0, count: 2 * old.count)
    for entry in old where entry != 0 {
      let gate = GateID(Int(entry))
      var place = Self.hash(gates[gate.index], inputs(of: gate)) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = entry
    }
  }

  /// Mixes a gate and its inputs; the same on every machine, unlike `Hasher`.
  private static func hash(_ gate: Gate, _ list: ArraySlice<GateID>) -> Int {
    var state: UInt64 =
      switch gate {
      case .atLeast(let least): 0x9e37_79b9_7f4a_7c15 &* UInt64(truncatingIfNeeded: least)
      case .xor: 0x94d0_49bb_1331_11eb
      default: 0xbf58_476d_1ce4_e5b9
      }
    for gate in list {
      state = (state ^ UInt64(gate.raw)) &* 0xff51_afd7_ed55_8ccd
      state ^= state >> 32
    }
    return Int(truncatingIfNeeded: state >> 1)
  }
}
