/// Writes fault trees in the Open-PSA Model Exchange Format, for other programs to compute.
///
/// The format knows neither gates that need each other nor networks: both are written as gates that
/// are true in the same cases (see `UnrolledGates`). Names that the format does not allow are
/// changed, and stand in a label. An event without a probability is written without one, so that no
/// program takes it for an event that never happens, unless that is asked for.
///
///     let text = OpenPSAWriter().text(of: trees)
public struct OpenPSAWriter: Sendable {
  /// Whether events without a probability are written with 0, as a least.
  public let takesUnknownAsZero: Bool
  /// The most gates that cycles and networks may become.
  public let limit: Int
  /// What is said at the top, such as how the file is marked.
  public let remark: String?

  /// Makes a writer.
  ///
  /// - Parameters:
  ///   - takesUnknownAsZero: Whether events without a probability are written with 0.
  ///   - limit: The most gates that cycles and networks may become.
  ///   - remark: What is said at the top, such as how the file is marked.
  public init(takesUnknownAsZero: Bool = false, limit: Int = 2_000_000, remark: String? = nil) {
    self.takesUnknownAsZero = takesUnknownAsZero
    self.limit = limit
    self.remark = remark
  }

  /// Fault trees as XML.
  ///
  /// - Parameter trees: The fault trees; what no top depends on is left out.
  /// - Returns: The text; nil where it would need more gates than the limit.
  /// - Complexity: That of `UnrolledGates`, and O(*n* log *n*) for a text of *n* characters.
  public func text(of trees: FaultTrees) -> String? {
    guard
      let unrolled = UnrolledGates(trees.graph, tops: trees.tops.map(\.id), limit: limit)
    else { return nil }
    var page = OpenPSAPage(trees, unrolled, takesUnknownAsZero: takesUnknownAsZero)
    page.write(remark: remark)
    return page.text
  }
}

/// The text while it is written.
private struct OpenPSAPage {
  let trees: FaultTrees
  let unrolled: UnrolledGates
  let takesUnknownAsZero: Bool
  private(set) var text = ""
  private var identifiers = OpenPSAIdentifiers()
  /// The name of each gate of the unrolled graph that is written, events included.
  private var names: [String?]
  private var labels: [String?]
  private let graph: GateGraph

  init(_ trees: FaultTrees, _ unrolled: UnrolledGates, takesUnknownAsZero: Bool) {
    self.trees = trees
    self.unrolled = unrolled
    self.takesUnknownAsZero = takesUnknownAsZero
    graph = unrolled.graph
    names = Array(repeating: nil, count: graph.gateCount)
    labels = Array(repeating: nil, count: graph.gateCount)
  }

  mutating func write(remark: String?) {
    let tops = trees.tops.map { top in
      (top: top, name: identifiers.add(top.name), image: unrolled.image(of: top.id))
    }
    let isNeeded = needed(tops.compactMap(\.image))
    for (top, name, image) in tops {
      guard let image, !image.isNegated, names[image.index] == nil, isOperation(image) else {
        continue
      }
      names[image.index] = name
      labels[image.index] = OpenPSAIdentifiers.label(top.label, of: top.name, as: name)
    }
    nameAll(isNeeded)
    line(0, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")
    line(0, "<!-- Written by depgraph \(DepGraphVersion.current). -->")
    if let remark {
      // Two dashes would end the comment.
      line(
        0,
        "<!-- \(remark.split(separator: "-", omittingEmptySubsequences: true).joined(separator: "-")) -->"
      )
    }
    line(0, "<opsa-mef>")
    let tree = trees.name ?? trees.tops.first?.faultTree ?? "tree"
    line(1, "<define-fault-tree name=\"\(OpenPSAIdentifiers.identifier(tree))\">")
    // A top that is an event, a constant, the opposite of a gate, or the same gate as another top.
    for (top, name, image) in tops {
      guard let image, names[image.index] != name else { continue }
      open("define-gate", name, OpenPSAIdentifiers.label(top.label, of: top.name, as: name))
      reference(image, indent: 3)
      line(2, "</define-gate>")
    }
    // Users before what they use.
    for gate in (0..<graph.gateCount).reversed() where isNeeded[gate] {
      guard let name = names[gate], event(of: gate) == nil else { continue }
      open("define-gate", name, labels[gate])
      formula(of: gate)
      line(2, "</define-gate>")
    }
    line(1, "</define-fault-tree>")
    line(1, "<model-data>")
    for gate in 0..<graph.gateCount where isNeeded[gate] {
      if let event = event(of: gate), let name = names[gate] { define(event, name, labels[gate]) }
    }
    line(1, "</model-data>")
    line(0, "</opsa-mef>")
  }

  // MARK: - What is written

  private func event(of gate: Int) -> EventID? {
    guard case .event(let event) = graph.gate(GateID(gate)) else { return nil }
    return event
  }

  private func isOperation(_ gate: GateID) -> Bool { !graph.inputs(of: gate).isEmpty }

  private func needed(_ tops: [GateID]) -> [Bool] {
    var isNeeded = [Bool](repeating: false, count: graph.gateCount)
    var stack = tops.map(\.index)
    while let gate = stack.popLast() {
      guard !isNeeded[gate] else { continue }
      isNeeded[gate] = true
      stack += graph.inputs(of: GateID(gate)).map(\.index)
    }
    return isNeeded
  }

  /// Names gates as in the original where one of them is it, and numbers the others.
  private mutating func nameAll(_ isNeeded: [Bool]) {
    let eventGates = eventGates
    for (number, event) in trees.events.enumerated() {
      let gate = eventGates[number]
      guard isNeeded[gate] else { continue }
      let name = identifiers.add(event.name)
      names[gate] = name
      labels[gate] = OpenPSAIdentifiers.label(event.label, of: event.name, as: name)
    }
    let tops = Set(trees.tops.map(\.name))
    for named in trees.gates where !tops.contains(named.name) {
      guard let image = unrolled.image(of: named.id), !image.isNegated, isNeeded[image.index],
        names[image.index] == nil, isOperation(image)
      else { continue }
      let name = identifiers.add(named.name)
      names[image.index] = name
      labels[image.index] = OpenPSAIdentifiers.label(named.label, of: named.name, as: name)
    }
    for gate in (0..<graph.gateCount).reversed()
    where isNeeded[gate] && names[gate] == nil && isOperation(GateID(gate)) {
      names[gate] = identifiers.add("gate-\(gate)")
    }
  }

  /// The gate of each event.
  private var eventGates: [Int] {
    var gates = [Int](repeating: 0, count: graph.eventCount)
    for gate in 0..<graph.gateCount {
      if let event = event(of: gate) { gates[event.index] = gate }
    }
    return gates
  }

  // MARK: - Lines

  private mutating func line(_ indent: Int, _ content: String) {
    for _ in 0..<indent { text += "  " }
    text += content + "\n"
  }

  private mutating func open(_ tag: String, _ name: String, _ label: String?) {
    line(2, "<\(tag) name=\"\(name)\">")
    if let label { line(3, "<label>\(OpenPSAIdentifiers.escaped(label))</label>") }
  }

  private mutating func formula(of gate: Int) {
    let tag: (open: String, close: String)
    switch graph.gate(GateID(gate)) {
    case .and: tag = ("and", "and")
    case .or: tag = ("or", "or")
    case .xor: tag = ("xor", "xor")
    case .atLeast(let least): tag = ("atleast min=\"\(least)\"", "atleast")
    case .constant, .event, .disconnected: preconditionFailure("no operation on gates")
    }
    line(3, "<\(tag.open)>")
    for input in graph.inputs(of: GateID(gate)) { reference(input, indent: 4) }
    line(3, "</\(tag.close)>")
  }

  private mutating func reference(_ gate: GateID, indent: Int) {
    if case .constant(let value) = graph.gate(gate) {
      line(indent, "<constant value=\"\(value != gate.isNegated)\"/>")
      return
    }
    guard let name = names[gate.index] else { preconditionFailure("a gate without a name") }
    let tag = event(of: gate.index) == nil ? "gate" : "basic-event"
    if gate.isNegated {
      line(indent, "<not>")
      line(indent + 1, "<\(tag) name=\"\(name)\"/>")
      line(indent, "</not>")
    } else {
      line(indent, "<\(tag) name=\"\(name)\"/>")
    }
  }

  private mutating func define(_ event: EventID, _ name: String, _ label: String?) {
    open("define-basic-event", name, label)
    let known = trees.events[event.index].probability
    if let probability = known ?? (takesUnknownAsZero ? 0 : nil) {
      line(3, "<float value=\"\(probability)\"/>")
    }
    line(2, "</define-basic-event>")
  }
}
