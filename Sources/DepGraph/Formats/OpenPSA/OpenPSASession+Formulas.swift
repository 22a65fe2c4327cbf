extension OpenPSASession {
  /// What a formula says: an operation on gates, or its opposite.
  private struct Operation {
    var gate: Gate
    var inputs: [GateID]
    var isNegated = false
  }

  private static let formulaTags = [
    "and", "or", "not", "xor", "atleast", "nand", "nor", "iff", "imply", "cardinality", "constant",
    "gate", "basic-event", "house-event", "event",
  ]

  /// Gives every gate its formula and every house event its value.
  ///
  /// - Complexity: O(*n* log *n*) for *n* elements.
  func readFormulas() {
    for event in events {
      switch event.kind {
      case .basicEvent: continue
      case .houseEvent:
        let state = houseState(of: event)
        builder.define(event.gate, as: .constant(state))
      case .gate:
        guard let content = single(in: event.element, "a formula", event.name),
          let formula = formula(content, of: event)
        else { continue }
        if formula.isNegated {
          builder.define(event.gate, as: .or, [!builder.add(formula.gate, formula.inputs)])
        } else {
          builder.define(event.gate, as: formula.gate, formula.inputs)
        }
      }
    }
  }

  /// The one element in a definition.
  private func single(in element: Element, _ wanted: String, _ name: String) -> Element? {
    let content = content(of: element)
    if content.count == 1 { return content.first }
    let number = content.isEmpty ? "none" : "\(content.count)"
    report(
      content.isEmpty ? .missingKey : .badValue, "`\(name)` needs \(wanted), not \(number)",
      at: content.dropFirst().first ?? element, id: name)
    return nil
  }

  private func houseState(of event: Event) -> Bool {
    let content = content(of: event.element)
    guard let constant = content.first else { return false }
    guard content.count == 1, tree.tag(constant) == "constant" else {
      reportUnsupported(constant, in: "a house event", ["constant"])
      return false
    }
    return truth(constant)
  }

  private func truth(_ constant: Element) -> Bool {
    switch required("value", of: constant) {
    case "true", "1": return true
    case "false", "0", nil: return false
    case .some(let other):
      report(
        .badValue, "`\(other.prefix(40))` is no truth value", at: constant,
        hint: "write `true` or `false`")
      return false
    }
  }

  // MARK: - Formulas

  private func formula(_ element: Element, of event: Event) -> Operation? {
    let tag = tree.tag(element)
    switch tag {
    case "gate", "basic-event", "house-event", "event":
      guard let reference = reference(element, from: event.scope) else { return nil }
      return Operation(gate: .or, inputs: [events[reference].gate])
    case "constant": return Operation(gate: .constant(truth(element)), inputs: [])
    case _ where !Self.formulaTags.contains(tag):
      reportUnsupported(element, in: "a formula", Self.formulaTags)
      return nil
    default:
      let arguments = content(of: element)
      let inputs = arguments.compactMap { input($0, of: event) }
      reportRepeated(arguments, in: element, of: event)
      // An argument that is wrong was reported.
      guard inputs.count == arguments.count else { return nil }
      guard !inputs.isEmpty else {
        report(.badThreshold, "`<\(tag)>` has no arguments", at: element, id: event.name)
        return nil
      }
      return operation(tag, on: inputs, at: element, of: event)
    }
  }

  private func operation(
    _ tag: String, on inputs: [GateID], at element: Element, of event: Event
  ) -> Operation? {
    switch tag {
    case "and": return Operation(gate: .and, inputs: inputs)
    case "or": return Operation(gate: .or, inputs: inputs)
    case "nand": return Operation(gate: .and, inputs: inputs, isNegated: true)
    case "nor": return Operation(gate: .or, inputs: inputs, isNegated: true)
    case "xor": return Operation(gate: .xor, inputs: inputs)
    case "atleast":
      guard let least = number("min", upTo: inputs.count, of: element, event) else { return nil }
      return Operation(gate: .atLeast(least), inputs: inputs)
    case "cardinality":
      guard let least = number("min", upTo: inputs.count, of: element, event),
        let most = number("max", upTo: inputs.count, of: element, event)
      else { return nil }
      let enough = builder.add(.atLeast(least), inputs)
      return Operation(gate: .and, inputs: [enough, !builder.add(.atLeast(most + 1), inputs)])
    default: return pair(tag, of: inputs, at: element, event)
    }
  }

  /// An operation on one argument, or on two of which the order counts.
  private func pair(
    _ tag: String, of inputs: [GateID], at element: Element, _ event: Event
  ) -> Operation? {
    let wanted = tag == "not" ? 1 : 2
    guard inputs.count == wanted, let last = inputs.last else {
      report(
        .badThreshold, "`<\(tag)>` has \(inputs.count) arguments, not \(wanted)", at: element,
        id: event.name)
      return nil
    }
    switch tag {
    case "not": return Operation(gate: .or, inputs: [!last])
    case "iff": return Operation(gate: .xor, inputs: inputs, isNegated: true)
    default: return Operation(gate: .or, inputs: [!inputs[0], last])
    }
  }

  /// The gate of an argument; nested formulas become gates without a name.
  private func input(_ element: Element, of event: Event) -> GateID? {
    switch tree.tag(element) {
    case "gate", "basic-event", "house-event", "event":
      guard let reference = reference(element, from: event.scope) else { return nil }
      return events[reference].gate
    default:
      guard let formula = formula(element, of: event) else { return nil }
      if formula.gate == .or, formula.inputs.count == 1 { return formula.inputs[0] }
      let gate = builder.add(formula.gate, formula.inputs)
      return formula.isNegated ? !gate : gate
    }
  }

  /// A number of arguments that an attribute states.
  private func number(
    _ attribute: String, upTo most: Int, of element: Element, _ event: Event
  ) -> Int? {
    guard let text = required(attribute, of: element) else { return nil }
    guard let number = Int(digits: text) else {
      report(
        .badThreshold, "`\(text.prefix(40))` is no number of arguments", at: element,
        id: event.name)
      return nil
    }
    guard number <= most else {
      report(
        .badThreshold, "`\(attribute)` is \(number), and there are \(most) arguments", at: element,
        id: event.name)
      return nil
    }
    return number
  }

  // MARK: - References

  /// The place in `events` of what an element names.
  private func reference(_ element: Element, from scope: OpenPSANames.Scope) -> Int? {
    guard let name = required("name", of: element) else { return nil }
    let tag = tree.tag(element)
    let wanted: Kind?
    switch tag == "event" ? tree.attribute("type", of: element) ?? tag : tag {
    case "gate": wanted = .gate
    case "basic-event": wanted = .basicEvent
    case "house-event": wanted = .houseEvent
    default: wanted = nil
    }
    guard let found = names.item(name, from: scope) else {
      report(
        .unknownReference, "there is no \(wanted?.rawValue ?? "gate or event") `\(name)`",
        at: element, id: name,
        hint: hint(
          for: name, among: events.filter { wanted == nil || $0.kind == wanted }.map(\.name)))
      return nil
    }
    if let wanted, events[found].kind != wanted {
      report(
        .unknownReference,
        "`\(name)` is a \(events[found].kind.rawValue), not a \(wanted.rawValue)",
        at: element, id: name)
    }
    events[found].isUsed = true
    return found
  }

  /// Warns of an argument that stands twice in one formula.
  private func reportRepeated(_ arguments: [Element], in element: Element, of event: Event) {
    guard arguments.count > 1 else { return }
    let named = arguments.filter { tree.attribute("name", of: $0) != nil }
    let names = named.compactMap { tree.attribute("name", of: $0) }.sorted()
    guard let place = names.indices.dropLast().first(where: { names[$0] == names[$0 + 1] }) else {
      return
    }
    let counts = ["atleast", "xor", "cardinality"].contains(tree.tag(element))
    report(
      .repeatedMember,
      "`\(names[place])` stands twice in `<\(tree.tag(element))>`"
        + (counts ? ", and counts twice" : ""),
      at: named.last { tree.attribute("name", of: $0) == names[place] } ?? element, id: event.name)
  }

  // MARK: - Cycles

  /// Reports gates that are defined by each other.
  ///
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  func reportCycle(in graph: GateGraph) {
    let order = DefinitionOrder(of: graph.gateCount) { gate in
      graph.inputs(of: GateID(gate)).map(\.index)
    }
    guard let cycle = order.cycle else { return }
    let namesByGate = Dictionary(
      events.enumerated().map { ($0.element.gate.index, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let members = cycle.compactMap { namesByGate[$0] }
    guard let first = members.first else { return }
    report(
      .cycle,
      "gates are defined by each other: "
        + DefinitionOrder.sentence(members.map { events[$0].name }), at: events[first].element,
      id: events[first].name)
  }
}
