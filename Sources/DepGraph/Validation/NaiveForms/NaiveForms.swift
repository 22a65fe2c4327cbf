/// Forms that are valid and often mean something else than their author thinks.
///
/// Kept apart from ``Validator``: a naive form is neither wrong nor incomplete, it answers another
/// question than the one that was meant. Each rule looks for one form, and rather misses it than cries
/// wolf: it wants kinds, and words in ids and names, that leave little doubt. A `note` on the group
/// silences it, since then the author has thought of it and says why.
enum NaiveForms {
  /// Everything that may be meant otherwise, in the order of the rules.
  ///
  /// - Complexity: O(*n* + *g*·*n*) at most for *n* components and *g* groups of power sources; O(*n*)
  ///   as a rule.
  static func judge(_ model: Model) -> [Diagnostic] {
    let written = WrittenAlternatives(of: model)
    guard !written.groups.isEmpty else { return [] }
    let rules: [(WrittenAlternatives) -> [Diagnostic]] = [
      FiniteSourceRule.judge, UnguardedTimeRule.judge, UnequalRateRule.judge,
      UnstatedRouteRule.judge,
    ]
    return rules.flatMap { $0(written) }
  }
}

/// The groups of alternatives of a model, each with what stands beside it.
struct WrittenAlternatives {
  /// A group where it stands.
  struct PlacedGroup {
    /// Whose requirement it is part of.
    let owner: Component
    /// The group: not all of its members are needed.
    let group: RequirementGroup
    /// What must be met as well: the other members of the lists that it stands in.
    let beside: [Requirement]

    /// The targets of those members that are plain references.
    var targets: [String] {
      group.members.compactMap { member in
        if case .reference(let reference) = member { reference.target } else { nil }
      }
    }
  }

  let model: Model
  /// The groups of two members or more without a note, in the order written.
  let groups: [PlacedGroup]
  private let table: IdentifierTable

  /// Gathers them.
  ///
  /// - Complexity: O(*n*) for *n* facts.
  init(of model: Model) {
    var groups: [PlacedGroup] = []
    for index in model.components.indices where !model.components[index].hasOnlyPlainNeeds {
      let owner = model.components[index]
      Self.gather(owner.requires, of: owner, beside: [], into: &groups)
    }
    self.model = model
    self.groups = groups
    table = groups.isEmpty ? IdentifierTable() : IdentifierTable(model.components.map(\.id))
  }

  private static func gather(
    _ formula: Requirement, of owner: Component, beside: [Requirement],
    into groups: inout [PlacedGroup]
  ) {
    guard case .group(let group) = formula else { return }
    if group.threshold < group.members.count, group.note == nil {
      groups.append(PlacedGroup(owner: owner, group: group, beside: beside))
    }
    for (place, member) in group.members.enumerated() {
      guard case .group = member else { continue }
      var others = beside
      if group.threshold == group.members.count {
        others += group.members[..<place] + group.members[(place + 1)...]
      }
      gather(member, of: owner, beside: others, into: &groups)
    }
  }

  /// The component of an id.
  func component(_ id: String) -> Component? {
    table.number(of: id).map { model.components[$0] }
  }

  /// Everything that some components require, directly or through others, themselves included.
  ///
  /// - Complexity: O(*n* + *r*) for *n* components with *r* requirements.
  func closure(of ids: [String]) -> Set<String> {
    var found = Set(ids)
    var open = ids
    while let id = open.popLast() {
      guard let component = component(id) else { continue }
      let needed =
        component.requires.references.map(\.target)
        + component.shares.compactMap { $0.value.flatMap { self.component($0)?.id } }
      for other in needed where found.insert(other).inserted { open.append(other) }
    }
    return found
  }
}

extension RequirementGroup {
  /// The group as one would write it, where no member has more to it than an id; else in short.
  var inShort: String {
    var ids: [String] = []
    for case .reference(let reference) in members where reference.isPlain {
      ids.append(reference.target)
    }
    let isWhole = ids.count == members.count && holdup == nil && switchover == nil
    return "{any: [\(isWhole ? ids.joined(separator: ", ") : "…")]}"
  }
}

extension Reference {
  /// Whether it says no more than what is needed.
  fileprivate var isPlain: Bool { holdup == nil && !toleratesDegraded && !givesDegraded }
}

extension Component {
  /// The words of its id and its names, in small letters.
  ///
  /// - Complexity: O(*n*) for *n* characters.
  var words: [String] {
    let texts = [id] + (name.map { [$0.text(in: .dutch), $0.text(in: .english)] } ?? [])
    return texts.flatMap { text in
      text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
  }
}
