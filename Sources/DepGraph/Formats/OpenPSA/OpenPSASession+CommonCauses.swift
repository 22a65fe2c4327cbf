extension OpenPSASession {
  /// How many events the common causes of one group may unfold to.
  private static let greatestGroup = 100_000.0

  private static let models: [String: CommonCauseModel] = [
    "beta-factor": .betaFactor, "MGL": .multipleGreekLetter, "alpha-factor": .alphaFactor,
    "phi-factor": .phiFactor,
  ]

  /// A group as it is written.
  private struct Group {
    let element: Element
    let scope: OpenPSANames.Scope
    let name: String
    let model: CommonCauseModel
    /// The places of the members in `events`.
    var members: [Int] = []
    var total = 0.0
    /// The factors from the first level that the model has one for.
    var factors: [Double] = []
  }

  /// Makes each member of a group the disjunction of its own part and of the causes that it shares.
  ///
  /// - Complexity: O(*e*·*m*) for *e* events that a group of *m* members unfolds to.
  func readCommonCauses() {
    for (element, scope) in groups {
      guard let group = group(element, scope) else { continue }
      let shares = group.model.shares(members: group.members.count, factors: group.factors)
      unfold(group, shares)
    }
  }

  private func group(_ element: Element, _ scope: OpenPSANames.Scope) -> Group? {
    guard let name = required("name", of: element), let kind = required("model", of: element) else {
      return nil
    }
    guard let model = Self.models[kind] else {
      report(
        .unsupported, "`\(kind.prefix(40))` is no model of common causes", at: element, id: name,
        hint: hint(for: kind, among: Self.models.keys.sorted()))
      return nil
    }
    var group = Group(element: element, scope: scope, name: name, model: model)
    var factors: [Element] = []
    var total: Double?
    for child in content(of: element) {
      switch tree.tag(child) {
      case "members": group.members = content(of: child).compactMap { member($0, of: group) }
      case "distribution": total = probability(in: child, of: name, scope)
      case "factors": factors += content(of: child)
      case "factor": factors.append(child)
      default: reportUnsupported(child, in: "a group", ["members", "distribution", "factors"])
      }
    }
    guard group.members.count >= 2 else {
      report(.badThreshold, "`\(name)` has fewer than two members", at: element, id: name)
      return nil
    }
    guard let total else {
      if content(of: element).allSatisfy({ tree.tag($0) != "distribution" }) {
        report(.missingKey, "`\(name)` needs a `<distribution>`", at: element, id: name)
      }
      return nil
    }
    group.total = total
    guard let values = values(of: factors, in: group) else { return nil }
    group.factors = values
    return group
  }

  /// The place in `events` of a member, which the group may be the first to name.
  private func member(_ element: Element, of group: Group) -> Int? {
    guard tree.tag(element) == "basic-event" else {
      reportUnsupported(element, in: "members", ["basic-event"])
      return nil
    }
    guard let name = required("name", of: element) else { return nil }
    if names.item(name, from: group.scope) == nil {
      declare(name, as: .basicEvent, at: element, in: group.scope, isPrivate: false)
    }
    guard let event = names.item(name, from: group.scope) else { return nil }
    let flaw: String? =
      if groupOfMember[event] != nil {
        "`\(name)` is a member of a group already"
      } else if events[event].kind != .basicEvent {
        "`\(name)` is a \(events[event].kind.rawValue), not a basic event"
      } else if events[event].element != element, !content(of: events[event].element).isEmpty {
        "`\(name)` has a probability of its own, and one by the group"
      } else { nil }
    if let flaw {
      report(.badValue, flaw, at: element, id: name)
      return nil
    }
    groupOfMember[event] = group.element
    return event
  }

  /// The factors in the order of their levels.
  private func values(of elements: [Element], in group: Group) -> [Double]? {
    let count = group.members.count
    let first = group.model.firstLevel(members: count)
    var values: [Double] = []
    for element in elements {
      guard tree.tag(element) == "factor" else {
        reportUnsupported(element, in: "factors", ["factor"])
        return nil
      }
      let wanted = first + values.count
      if let level = tree.attribute("level", of: element), Int(digits: level.trimmed) != wanted {
        report(
          .badValue, "the factor of level \(wanted) is expected here", at: element, id: group.name)
        return nil
      }
      guard wanted <= count else {
        report(
          .badThreshold, "there are more factors than levels for \(count) members", at: element,
          id: group.name)
        return nil
      }
      guard let value = value(inside: element, group.scope) else { return nil }
      guard (0...1).contains(value) else {
        report(
          .outOfRange, "a factor is \(value), not between 0 and 1", at: element, id: group.name)
        return nil
      }
      values.append(value)
    }
    guard group.model.accepts(values) else {
      report(
        values.isEmpty ? .missingKey : .badValue,
        values.isEmpty
          ? "`\(group.name)` needs a `<factor>`" : "the factors of `\(group.name)` do not add up",
        at: elements.first ?? group.element, id: group.name)
      return nil
    }
    return values
  }

  // MARK: - Unfolding

  private func unfold(_ group: Group, _ shares: [Double?]) {
    let count = group.members.count
    let size = shares.indices.reduce(0.0) { sum, index in
      sum + (shares[index] == nil ? 0 : CommonCauseModel.choices(of: index + 1, from: count))
    }
    guard size <= Self.greatestGroup else {
      report(
        .tooLarge, "`\(group.name)` unfolds to more than \(Int(Self.greatestGroup)) events",
        at: group.element, id: group.name)
      return
    }
    var causes: [[GateID]] = Array(repeating: [], count: count)
    for (index, share) in shares.enumerated() {
      guard let share else { continue }
      var choice = Array(0...index)
      repeat {
        let gate = builder.gate(of: builder.addEvent())
        let members = choice.map { events[group.members[$0]].name }
        basicEvents.append(
          FaultTrees.BasicEvent(
            name: "[" + members.joined(separator: " ") + "]", label: nil,
            probability: share * group.total))
        for member in choice { causes[member].append(gate) }
      } while Self.advance(&choice, below: count)
    }
    for (member, inputs) in zip(group.members, causes) {
      builder.define(events[member].gate, as: .or, inputs)
    }
  }

  /// Moves ascending numbers below a limit to the next such choice in lexical order; false after the
  /// last.
  private static func advance(_ choice: inout [Int], below limit: Int) -> Bool {
    let size = choice.count
    guard let place = choice.indices.last(where: { choice[$0] < limit - size + $0 }) else {
      return false
    }
    choice[place] += 1
    for later in choice.indices.dropFirst(place + 1) { choice[later] = choice[later - 1] + 1 }
    return true
  }
}
