/// Makes gates, folds constants, and makes equal gates once.
///
/// No gate that it makes has a constant, a repeated input, or an input and its opposite.
struct FoldedGates {
  private struct Key: Hashable {
    let gate: Gate
    let inputs: [GateID]
  }

  private(set) var builder = GateGraph.Builder()
  private let events: [GateID]
  private let truth: GateID
  private var known: [Key: GateID] = [:]
  /// The number of gates made.
  private(set) var count: Int

  init(eventCount: Int) {
    truth = builder.add(.constant(true))
    var events: [GateID] = []
    for _ in 0..<eventCount { events.append(builder.gate(of: builder.addEvent())) }
    self.events = events
    count = eventCount + 1
  }

  func constant(_ value: Bool) -> GateID { value ? truth : !truth }

  func event(_ event: EventID) -> GateID { events[event.index] }

  mutating func and(_ inputs: [GateID]) -> GateID { !or(inputs.map { !$0 }, isDual: true) }

  mutating func or(_ inputs: [GateID]) -> GateID { or(inputs, isDual: false) }

  /// A disjunction; as the opposite of a conjunction of opposites, if it was asked for as one.
  private mutating func or(_ inputs: [GateID], isDual: Bool) -> GateID {
    let inputs = Self.distinct(inputs).filter { $0 != !truth }
    if inputs.contains(truth) || Self.hasOpposites(inputs) { return truth }
    guard let first = inputs.first else { return !truth }
    guard inputs.count > 1 else { return first }
    return isDual ? !make(.and, inputs.map { !$0 }) : make(.or, inputs)
  }

  mutating func atLeast(_ least: Int, _ inputs: [GateID]) -> GateID {
    var least = least
    var left = inputs.filter { $0 != !truth }
    least -= left.count { $0 == truth }
    left.removeAll { $0 == truth }
    let sorted = left.sorted()
    if let place = sorted.indices.dropLast().first(where: {
      sorted[$0].index == sorted[$0 + 1].index
    }) {
      return atLeast(least, splitting: sorted[place].positive, left)
    }
    if least <= 0 { return truth }
    if least > left.count { return !truth }
    if least == 1 { return or(left) }
    if least == left.count { return and(left) }
    return make(.atLeast(least), sorted)
  }

  /// A threshold with an input that stands in it more than once: either it is true or it is not.
  private mutating func atLeast(
    _ least: Int, splitting gate: GateID, _ inputs: [GateID]
  ) -> GateID {
    let rest = inputs.filter { $0.index != gate.index }
    let trueCount = inputs.count { $0 == gate }
    let falseCount = inputs.count { $0 == !gate }
    let ifTrue = atLeast(least - trueCount, rest)
    let ifFalse = atLeast(least - falseCount, rest)
    // Of the two, the one that asks for less is implied by the other.
    if trueCount == falseCount { return ifTrue }
    return trueCount > falseCount
      ? or([ifFalse, and([gate, ifTrue])]) : or([ifTrue, and([!gate, ifFalse])])
  }

  /// A parity, as a chain of parities of two.
  mutating func xor(_ inputs: [GateID]) -> GateID {
    var isNegated = false
    var odd: [GateID] = []
    for input in inputs.map(\.positive).sorted() {
      if odd.last == input { odd.removeLast() } else { odd.append(input) }
    }
    for input in inputs where input.isNegated { isNegated.toggle() }
    if odd.first == truth {
      odd.removeFirst()
      isNegated.toggle()
    }
    guard var result = odd.first else { return constant(isNegated) }
    for input in odd.dropFirst() {
      if result.positive == input {
        result = constant(result.isNegated)
      } else if result.positive == truth {
        result = result.isNegated ? input : !input
      } else {
        let parity = make(.xor, [result.positive, input].sorted())
        result = result.isNegated ? !parity : parity
      }
    }
    return isNegated ? !result : result
  }

  private mutating func make(_ gate: Gate, _ inputs: [GateID]) -> GateID {
    let key = Key(gate: gate, inputs: inputs)
    if let made = known[key] { return made }
    count += 1
    let made = builder.add(gate, inputs)
    known[key] = made
    return made
  }

  private static func distinct(_ inputs: [GateID]) -> [GateID] {
    var result: [GateID] = []
    result.reserveCapacity(inputs.count)
    for input in inputs.sorted() where input != result.last { result.append(input) }
    return result
  }

  /// Whether a gate stands beside its opposite in a sorted list.
  private static func hasOpposites(_ sorted: [GateID]) -> Bool {
    sorted.indices.dropLast().contains { sorted[$0].index == sorted[$0 + 1].index }
  }
}
