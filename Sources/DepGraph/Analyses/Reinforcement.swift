/// One change to a network that could take single points of failure away.
public enum Reinforcement: Hashable, Sendable {
  /// One of those that share something gets a value of its own.
  case ownValue(sharer: VertexID, cause: VertexID)
  /// One requirement of a component, the one at that number in the order written, gets an
  /// independent alternative.
  case besides(requirement: Int, of: VertexID)
  /// Everything that needs something, with nothing in its place, can do with an independent
  /// alternative to it.
  case alternative(to: VertexID)
  /// All that share something get values of their own.
  case dissolution(of: VertexID)

  /// Cheap ones first, then by what they are about: the order among equals.
  var rank: [Int] {
    switch self {
    case .ownValue(let sharer, let cause): [0, cause.index, sharer.index]
    case .besides(let requirement, let owner): [1, owner.index, requirement]
    case .alternative(let element): [2, element.index]
    case .dissolution(let cause): [3, cause.index]
    }
  }

  /// All that there are for a model, in the order of their rank.
  ///
  /// What only one component shares is not shared. An alternative for the only one that needs
  /// something is listed as an alternative for its requirement. A requirement that nobody knows
  /// cannot be met in another way.
  ///
  /// - Parameter compiled: The model.
  /// - Returns: The changes.
  /// - Complexity: O((*n* + *r*) log *n*) for *n* elements with *r* requirements.
  static func all(for compiled: CompiledModel) -> [Reinforcement] {
    var found: [Reinforcement] = []
    var needs: [VertexID: (count: Int, isPlain: Bool)] = [:]
    for vertex in compiled.componentVertices {
      guard let component = compiled.component(vertex) else { continue }
      for (number, member) in component.requiredMembers.enumerated() {
        if case .unknown = member { continue }
        found.append(.besides(requirement: number, of: vertex))
        let isPlain = if case .reference = member { true } else { false }
        for reference in member.outrightReferences {
          guard let target = compiled.table.vertex(of: reference.target) else { continue }
          needs[target, default: (0, true)].count += 1
          needs[target]?.isPlain = isPlain
        }
      }
    }
    for (target, need) in needs where need.count > 1 || !need.isPlain {
      found.append(.alternative(to: target))
    }
    for (cause, sharers) in compiled.sharersByCause where sharers.count > 1 {
      found += sharers.map { .ownValue(sharer: $0, cause: cause) }
      // Of two it is enough that one changes.
      if sharers.count > 2 { found.append(.dissolution(of: cause)) }
    }
    return found.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
  }
}

// MARK: - The model after it

extension CompiledModel {
  /// The model with a change carried out.
  ///
  /// - Parameter change: The change.
  /// - Returns: The model; what is added has an id that no other thing has.
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  func model(with change: Reinforcement) -> Model {
    var model = model
    let added = Requirement.reference(Reference(Self.unusedID(0), evidence: Evidence(.internal)))
    switch change {
    case .ownValue(let sharer, let cause):
      model.giveOwnValues(instead: cause, to: [sharer], in: self)
      return model
    case .dissolution(let cause):
      model.giveOwnValues(instead: cause, to: sharersByCause[cause, default: []], in: self)
      return model
    case .besides(let number, let owner):
      model.change(owner, in: self) { component in
        var members = component.requiredMembers
        members[number] = .group(RequirementGroup(.any, [members[number].relied, added]))
        component.requiredMembers = members
      }
    case .alternative(let element):
      let id = table.id(of: element)
      for index in model.components.indices {
        model.components[index].requires = model.components[index].requires.replacingOutright {
          let reference = Requirement.reference($0)
          return $0.target == id
            ? .group(RequirementGroup(.any, [reference.relied, added])) : reference
        }
      }
    }
    var alternative = Component(id: Self.unusedID(0))
    alternative.kind = .facility
    alternative.statesRequires = true
    model.components.append(alternative)
    return model
  }

  /// An id that no model from a file has, and that is ordered after all that have one.
  static func unusedID(_ number: Int) -> String { "\u{10FFFF}\(number)" }

  /// The elements that shared values name, each with the components that share it, in order.
  var sharersByCause: [VertexID: [VertexID]] {
    var sharers: [VertexID: [VertexID]] = [:]
    for vertex in componentVertices {
      let causes = component(vertex)?.shares.compactMap { cause(of: $0) } ?? []
      for cause in Set(causes) { sharers[cause, default: []].append(vertex) }
    }
    return sharers
  }

  /// What a shared value names: a component, or the common cause of its key; nil: not known.
  func cause(of shared: SharedValue) -> VertexID? {
    shared.value.flatMap { table.vertex(of: $0) ?? table.vertex(of: "\(shared.key):\($0)") }
  }
}

extension Model {
  fileprivate mutating func change(
    _ vertex: VertexID, in compiled: CompiledModel, _ body: (inout Component) -> Void
  ) {
    guard case .component(let index) = compiled.table.elements[vertex.index] else { return }
    body(&components[index])
  }

  fileprivate mutating func giveOwnValues(
    instead cause: VertexID, to sharers: [VertexID], in compiled: CompiledModel
  ) {
    for (number, sharer) in sharers.enumerated() {
      change(sharer, in: compiled) { component in
        for index in component.shares.indices
        where compiled.cause(of: component.shares[index]) == cause {
          component.shares[index].value = CompiledModel.unusedID(number)
        }
      }
    }
  }
}

// MARK: - Requirements

extension Component {
  /// Whether its requirements are a list of which all are needed.
  var listsRequirements: Bool {
    if case .group(let group) = requires { group.isPlainList } else { false }
  }

  /// What it requires, one by one: all of these.
  var requiredMembers: [Requirement] {
    get {
      if case .group(let group) = requires, group.isPlainList { return group.members }
      return [requires]
    }
    set {
      if case .group(var group) = requires, group.isPlainList {
        group.members = newValue
        requires = .group(group)
      } else if newValue.count == 1 {
        requires = newValue[0]
      } else {
        requires = .group(RequirementGroup(.all, newValue))
      }
    }
  }
}

extension RequirementGroup {
  fileprivate var isPlainList: Bool { need == .all && holdup == nil }
}

extension Requirement {
  /// The references that no other member of a group can stand in for where they stand.
  var outrightReferences: [Reference] {
    var found: [Reference] = []
    _ = replacingOutright {
      found.append($0)
      return .reference($0)
    }
    return found
  }

  /// The same, as a fact that can be relied on.
  ///
  /// What may be required stays required when an alternative stands beside it: read as an uncertain
  /// alternative it would be left out.
  var relied: Requirement {
    let sure = Evidence(.internal)
    switch self {
    case .reference(var reference):
      reference.evidence = sure
      return .reference(reference)
    case .path(var path):
      path.evidence = sure
      return .path(path)
    case .group, .unknown: return self
    }
  }

  /// The formula with such references replaced.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  func replacingOutright(_ replace: (Reference) -> Requirement) -> Requirement {
    switch self {
    case .reference(let reference): return replace(reference)
    case .path, .unknown: return self
    case .group(var group):
      group.members = group.members.map { member in
        if case .reference = member, group.offersAlternatives { return member }
        return member.replacingOutright(replace)
      }
      return .group(group)
    }
  }
}
