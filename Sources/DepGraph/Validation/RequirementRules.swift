/// Rules on formulas: thresholds, members, and what a component may not need.
enum RequirementRules {
  static func judge(_ model: Model) -> [Diagnostic] { model.components.flatMap(judge) }

  private static func judge(_ component: Component) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for formula in [component.requires, component.startsWith, component.repairNeeds] {
      judge(formula, of: component.id, into: &found)
    }
    let running =
      component.requires.references + component.degradesWithout + component.startsWith.references
    for reference in running where reference.target == component.id {
      found.append(
        Diagnostic(
          .selfRequirement, "`\(component.id)` needs itself",
          at: reference.place ?? component.place, id: component.id))
    }
    for shared in component.shares where shared.value == component.id {
      found.append(
        Diagnostic(
          .selfSharing, "`\(component.id)` shares itself", at: shared.place ?? component.place,
          id: component.id))
    }
    judgeSoft(component, into: &found)
    return found
  }

  private static func judge(
    _ formula: Requirement, of id: String, into found: inout [Diagnostic]
  ) {
    guard case .group(let group) = formula else { return }
    judgeThreshold(group, of: id, into: &found)
    var seen: Set<String> = []
    for member in group.members {
      if case .reference(let reference) = member, !seen.insert(reference.target).inserted {
        found.append(
          Diagnostic(
            .repeatedMember,
            "`\(reference.target)` is a member of this group twice and counts twice",
            at: reference.place ?? group.place, id: id))
      }
      judge(member, of: id, into: &found)
    }
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

extension Requirement {
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
