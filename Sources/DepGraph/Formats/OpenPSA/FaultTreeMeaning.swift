/// Makes a model of fault trees without negation.
struct FaultTreeMeaning {
  /// What a gate comes to.
  private enum Folded {
    /// It never changes: failed or not.
    case constant(Bool)
    /// What is needed so that it has not failed.
    case need(Requirement)
  }

  private(set) var model = Model()
  private(set) var report: ImportReport
  private(set) var diagnostics: [Diagnostic] = []
  private let trees: FaultTrees
  private let options: ImportOptions
  private var names = ImportedNames()
  /// On what the facts that the file states rest.
  private let facts: Evidence
  /// The id of the component that stands for a gate: those with names, and members of common-cause
  /// groups.
  private var components: [Int: String] = [:]
  /// The id of the component or common cause that stands for each event.
  private var events: [String?]
  /// For each gate, whether it has always failed or never.
  private var constants: [Bool?]

  /// - Parameters:
  ///   - trees: The fault trees.
  ///   - options: What is said of the source as a whole.
  ///   - report: Where what becomes of what is noted.
  init(_ trees: FaultTrees, _ options: ImportOptions, _ report: ImportReport) {
    self.trees = trees
    self.options = options
    self.report = report
    let source = ImportedSource(options, report, &names)
    facts = source.evidence
    model.sources = source.declared.map { [$0] } ?? []
    events = Array(repeating: nil, count: trees.events.count)
    constants = Array(repeating: nil, count: trees.graph.gateCount)
  }

  /// Makes the model.
  ///
  /// - Complexity: O(*g* + *i*) for *g* gates with *i* inputs.
  mutating func read() {
    model.language = options.language
    model.basis = options.basis
    model.asOf = options.asOf
    model.name = (options.name ?? trees.name).map { LocalizedText($0, in: options.language) }
    findConstants()
    for gate in trees.gates where constants[gate.id.index] == nil {
      components[gate.id.index] = names.makeID(of: gate.name, in: "gate")
    }
    addGroups()
    for number in trees.events.indices where events[number] == nil { addEvent(number) }
    let tops = Set(trees.tops.map(\.id.index))
    for gate in trees.gates { add(gate, isTop: tops.contains(gate.id.index)) }
    model.keepExternalIDsApart()
  }

  // MARK: - Constants

  /// Finds the gates that house events hold, users after what they use.
  private mutating func findConstants() {
    let graph = trees.graph
    let order = DefinitionOrder(of: graph.gateCount) { gate in
      graph.inputs(of: GateID(gate)).map(\.index)
    }
    for gate in order.order {
      let id = GateID(gate)
      let inputs = graph.inputs(of: id).map { constants[$0.index] }
      switch graph.gate(id) {
      case .constant(let value): constants[gate] = value
      case .event, .xor, .disconnected: continue
      case .and: constants[gate] = Self.constant(inputs, of: inputs.count)
      case .or: constants[gate] = Self.constant(inputs, of: 1)
      case .atLeast(let least): constants[gate] = Self.constant(inputs, of: least)
      }
    }
  }

  /// Whether at least so many inputs are true, where constants alone tell.
  private static func constant(_ inputs: [Bool?], of least: Int) -> Bool? {
    if inputs.count(where: { $0 == true }) >= least { return true }
    return inputs.count(where: { $0 != false }) < least ? false : nil
  }

  // MARK: - Events

  private mutating func addEvent(_ number: Int) {
    let event = trees.events[number]
    let id = names.makeID(of: event.name, in: "event")
    events[number] = id
    model.components.append(component(id, event, named: event.name, as: .platform))
    report.note(.mapped, "basic event", ExchangeWords.said("component", "component"))
  }

  private mutating func component(
    _ id: String, _ event: FaultTrees.BasicEvent, named name: String, as kind: ComponentKind
  ) -> Component {
    var component = Component(id: id)
    component.kind = kind
    component.name = LocalizedText(event.label ?? name, in: options.language)
    component.external = [ExternalID(register: "openpsa", id: name)]
    component.evidence = facts
    // What happens by itself needs nothing.
    component.statesRequires = true
    component.dependability.availability = event.probability.flatMap { Ratio(1 - $0) }
    if event.probability == nil {
      report.note(
        .ignored, "basic event",
        ExchangeWords.said("zonder kans: niet bekend", "without a probability: not known"))
    }
    return component
  }

  /// Makes common causes of the parts of common-cause groups, and components of their members.
  private mutating func addGroups() {
    let graph = trees.graph
    for gate in 0..<graph.gateCount where components[gate] == nil {
      let parts = graph.inputs(of: GateID(gate)).map { part($0) }
      guard graph.gate(GateID(gate)) == .or, let own = parts.first ?? nil,
        parts.allSatisfy({ $0 != nil }), let name = own.members.first, own.members.count == 1
      else { continue }
      let id = names.makeID(of: name, in: "event")
      var member = component(id, trees.events[own.event], named: name, as: .platform)
      events[own.event] = id
      for part in parts.dropFirst().compactMap(\.self) {
        member.shares.append(
          SharedValue(key: "ccf", value: cause(part), evidence: facts))
      }
      model.components.append(member)
      components[gate] = id
      report.note(
        .mapped, "member of a common-cause group",
        ExchangeWords.said("component die een oorzaak deelt", "component that shares a cause"))
    }
  }

  /// The part of a common-cause group that a gate stands for.
  private func part(_ gate: GateID) -> (event: Int, members: [String])? {
    guard !gate.isNegated, case .event(let event) = trees.graph.gate(gate) else { return nil }
    let name = trees.events[event.index].name
    guard name.hasPrefix("["), name.hasSuffix("]") else { return nil }
    return (event.index, name.dropFirst().dropLast().split(separator: " ").map(String.init))
  }

  /// The value of the common cause of a part.
  private mutating func cause(_ part: (event: Int, members: [String])) -> String {
    let event = trees.events[part.event]
    if let known = events[part.event] { return known }
    let value = names.makeID(of: event.name, in: "cause", from: part.members.joined(separator: "-"))
    events[part.event] = value
    var cause = CommonCause(id: "ccf:\(value)")
    cause.name = LocalizedText(part.members.joined(separator: ", "), in: options.language)
    cause.evidence = facts
    cause.dependability.availability = event.probability.flatMap { Ratio(1 - $0) }
    model.commonCauses.append(cause)
    report.note(
      .mapped, "common-cause group",
      ExchangeWords.said("gedeelde oorzaak", "common cause"))
    return value
  }

  // MARK: - Gates

  private mutating func add(_ gate: FaultTrees.NamedGate, isTop: Bool) {
    if let value = constants[gate.id.index] {
      if isTop, value {
        diagnostics.append(
          Diagnostic(
            .neverOperational, "`\(gate.name)` has always failed, by its house events",
            id: gate.name))
      } else {
        report.note(
          .ignored, "gate",
          ExchangeWords.said("vast door een house event", "fixed by a house event"))
      }
      return
    }
    guard let id = components[gate.id.index] else { return }
    var component = Component(id: id)
    component.kind = isTop ? .process : .service
    component.name = LocalizedText(gate.label ?? gate.name, in: options.language)
    component.external = [ExternalID(register: "openpsa", id: "gate/\(gate.name)")]
    component.evidence = facts
    // A gate has no failure of its own.
    component.neverFails = !isTop
    component.statesRequires = true
    if case .need(let need) = formula(gate.id) {
      if case .group(let group) = need, group.isBareList {
        component.requires = need
      } else if case .reference = need {
        component.requires = .group(RequirementGroup(.all, [need]))
      } else {
        component.requires = need
      }
    }
    model.components.append(component)
    report.note(.mapped, "gate", ExchangeWords.said("component", "component"))
  }

  /// What is needed so that an input has not failed.
  private func need(_ gate: GateID) -> Folded {
    if let value = constants[gate.index] { return .constant(value) }
    if let id = components[gate.index] { return .need(reference(id)) }
    return formula(gate)
  }

  private func reference(_ id: String) -> Requirement {
    .reference(Reference(id, evidence: facts))
  }

  private func formula(_ gate: GateID) -> Folded {
    let inputs = trees.graph.inputs(of: gate).map { need($0) }
    var needs: [Requirement] = []
    var failed = 0
    for input in inputs {
      switch input {
      case .constant(let value): failed += value ? 1 : 0
      case .need(let need): needs.append(need)
      }
    }
    switch trees.graph.gate(gate) {
    case .event(let event):
      return events[event.index].map { .need(reference($0)) } ?? .constant(false)
    case .or: return .need(Self.group(needs, failing: 1))
    case .and: return .need(Self.group(needs, failing: needs.count))
    case .atLeast(let least): return .need(Self.group(needs, failing: least - failed))
    case .constant, .xor, .disconnected: return .constant(false)
    }
  }

  /// What is needed so that fewer than so many of some fail.
  private static func group(_ needs: [Requirement], failing least: Int) -> Requirement {
    if needs.count == 1, let only = needs.first { return only }
    let enough = needs.count - least + 1
    let need: RequirementGroup.Need =
      enough >= needs.count ? .all : enough <= 1 ? .any : .atLeast(enough)
    return .group(RequirementGroup(need, needs))
  }
}
