/// Rules on formulas: thresholds, members, and what a component may not need.
enum RequirementRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for index in model.components.indices {
      if let needs = model.components[index].plainNeeds, !model.components[index].hasSeldomFacts,
        model.components[index].hasOnlyRequirements,
        needs.isInOrder(of: model.components[index].id, at: index)
      {
        continue
      }
      judge(model.components[index], into: &found)
    }
    return found
  }

  private static func judge(_ component: Component, into found: inout [Diagnostic]) {
    judge(component.requires, of: component.id, into: &found)
    if component.hasSeldomFacts {
      judge(component.startsWith, of: component.id, into: &found)
      judge(component.repairNeeds, of: component.id, into: &found)
    }
    if component.needsItself { judgeSelf(component, into: &found) }
    for shared in component.shares where shared.value == component.id {
      found.append(
        Diagnostic(
          .selfSharing, "`\(component.id)` shares itself", at: shared.place ?? component.place,
          id: component.id))
    }
    judgeSoft(component, into: &found)
  }

  private static func judgeSelf(_ component: Component, into found: inout [Diagnostic]) {
    let running =
      component.requires.references + component.degradesWithout + component.startsWith.references
    for reference in running where reference.target == component.id {
      found.append(
        Diagnostic(
          .selfRequirement, "`\(component.id)` needs itself",
          at: reference.place ?? component.place, id: component.id))
    }
  }

  private static func judge(
    _ formula: Requirement, of id: String, into found: inout [Diagnostic]
  ) {
    guard case .group(let group) = formula, !group.members.isEmpty || group.need != .all else {
      return
    }
    judgeThreshold(group, of: id, into: &found)
    for reference in group.repeatedReferences {
      found.append(
        Diagnostic(
          .repeatedMember,
          "`\(reference.target)` is a member of this group twice and counts twice",
          at: reference.place ?? group.place, id: id))
    }
    for member in group.members { judge(member, of: id, into: &found) }
  }

  private static func judgeThreshold(
    _ group: RequirementGroup, of id: String, into found: inout [Diagnostic]
  ) {
    let count = group.members.count
    let flaw: String? =
      switch group.need {
      case .all: nil
      case .any where count == 0: "`any` has no member, so it can never be met"
      case .share where count == 0: "`of` has no member, so it can never be met"
      case .atLeast(let needed) where needed < 1: "a group must ask for 1 member or more"
      case .atLeast(let needed) where needed > count:
        "\(needed) of \(count) members can never be met"
      case .share(let share) where !(share > 0 && share <= 1):
        "a group must ask for more than 0 % and at most 100 % of its members"
      case .any, .atLeast, .share: nil
      }
    guard let flaw else { return }
    found.append(Diagnostic(.badThreshold, flaw, at: group.place, id: id))
  }

  /// Required and soft at once: the soft need adds nothing. (An alternative may well be soft too.)
  private static func judgeSoft(_ component: Component, into found: inout [Diagnostic]) {
    guard !component.degradesWithout.isEmpty else { return }
    let required = Set(component.requires.indispensable)
    for soft in component.degradesWithout where required.contains(soft.target) {
      found.append(
        Diagnostic(
          .requiredAndSoft,
          "`\(component.id)` requires `\(soft.target)` and degrades without it at once",
          at: soft.place ?? component.place, id: component.id))
    }
  }
}

extension PlainNeeds {
  /// Whether they are few, all different, and none is the component itself, as far as numbers tell.
  ///
  /// - Complexity: O(1): what is not few is left to others.
  fileprivate func isInOrder(of id: String, at number: Int) -> Bool {
    let targets = targets
    guard targets.count <= 16, store.ids.indices.contains(number), store.ids[number] == id else {
      return false
    }
    for place in targets.indices {
      let target = targets[place]
      if Int(target) == number || targets[..<place].contains(target) { return false }
    }
    return true
  }
}

extension Component {
  /// Whether there is nothing of it to judge but what it requires.
  fileprivate var hasOnlyRequirements: Bool { shares.isEmpty && degradesWithout.isEmpty }

  /// Whether a need of it leads to itself.
  fileprivate var needsItself: Bool {
    if requires.names(id) || degradesWithout.contains(where: { $0.target == id }) { return true }
    return hasSeldomFacts && startsWith.names(id)
  }
}

extension RequirementGroup {
  /// The members to which another before them refers already.
  fileprivate var repeatedReferences: [Reference] {
    // Most groups are small, and a set for each would cost more than all else.
    if members.count <= 16 {
      guard members.indices.contains(where: { repeatsAMember(before: $0) }) else { return [] }
    }
    var seen: Set<String> = []
    return members.compactMap { member in
      guard case .reference(let reference) = member else { return nil }
      return seen.insert(reference.target).inserted ? nil : reference
    }
  }

  private func repeatsAMember(before place: Int) -> Bool {
    guard case .reference(let reference) = members[place] else { return false }
    for earlier in 0..<place {
      if case .reference(let other) = members[earlier], other.target == reference.target {
        return true
      }
    }
    return false
  }
}

extension Requirement {
  /// Whether a reference in it leads to a component.
  fileprivate func names(_ id: String) -> Bool {
    switch self {
    case .reference(let reference): reference.target == id
    case .group(let group): group.members.contains { $0.names(id) }
    case .path, .unknown: false
    }
  }

  /// The targets of references that stand in no `any` or `at-least` group.
  fileprivate var indispensable: [String] {
    switch self {
    case .reference(let reference): [reference.target]
    case .group(let group) where !group.offersAlternatives: group.members.flatMap(\.indispensable)
    case .group, .path, .unknown: []
    }
  }
}

extension Component {
  /// Every formula of it.
  var formulas: [Requirement] { [requires, startsWith, repairNeeds] }
}
