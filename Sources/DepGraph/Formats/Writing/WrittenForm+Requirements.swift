extension WrittenForm {
  /// A formula, as short as it can be written.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  func requirement(_ requirement: Requirement, within outer: Evidence) -> WrittenValue {
    switch requirement {
    case .reference(let reference): self.reference(reference, as: .reference, within: outer)
    case .group(let group): self.group(group, within: outer)
    case .path(let path): self.path(path, within: outer)
    case .unknown: .unknown
    }
  }

  /// A reference: its id alone where it says no more.
  func reference(
    _ reference: Reference, as section: SectionName, within outer: Evidence
  ) -> WrittenValue {
    if reference.isPlain(within: outer) { return .text(reference.target) }
    var fields = WrittenFields(section)
    if section != .claim {
      fields["holdup"] = reference.holdup.map { .duration($0) }
      if reference.toleratesDegraded { fields["tolerates"] = .bare("degraded") }
      if reference.givesDegraded { fields["gives"] = .bare("degraded") }
    }
    if section == .softReference, reference.isScopedToSelf { fields["scope"] = .bare("self") }
    write(reference.evidence, within: outer, into: &fields)
    fields["note"] = reference.note.map { text($0) }
    fields["marking"] = reference.marking.map { marking($0) }
    guard fields.valueIfAny != nil else { return .text(reference.target) }
    fields["ref"] = .text(reference.target)
    return fields.value
  }

  private func group(_ group: RequirementGroup, within outer: Evidence) -> WrittenValue {
    let members = WrittenValue.list(group.members.map { requirement($0, within: outer) })
    var fields: WrittenFields
    switch group.need {
    case .any:
      fields = WrittenFields(.anyGroup)
      fields["any"] = members
    case .all:
      // A list has no keys: what lasts or changes over is written as all out of all.
      guard group.holdup != nil || group.switchover != nil || group.note != nil else {
        return members
      }
      fields = WrittenFields(.atLeastGroup)
      fields["at-least"] = .bare("100%")
      fields["of"] = members
    case .atLeast(let count):
      fields = WrittenFields(.atLeastGroup)
      fields["at-least"] = .integer(count)
      fields["of"] = members
    case .share(let share):
      fields = WrittenFields(.atLeastGroup)
      fields["at-least"] = .share(share)
      fields["of"] = members
    }
    fields["holdup"] = group.holdup.map { .duration($0) }
    fields["switchover"] = group.switchover.map { .duration($0) }
    fields["note"] = group.note.map { text($0) }
    return fields.value
  }

  private func path(_ path: PathRequirement, within outer: Evidence) -> WrittenValue {
    var way = WrittenFields(.path)
    way["to"] = .oneOrMore(path.targets)
    if path.network != "default" { way["over"] = .text(path.network) }
    way["from"] = path.from.map { .text($0) }
    var fields = WrittenFields(.pathRequirement)
    fields["path"] = way.value
    fields["holdup"] = path.holdup.map { .duration($0) }
    write(path.evidence, within: outer, into: &fields)
    fields["note"] = path.note.map { text($0) }
    fields["marking"] = path.marking.map { marking($0) }
    return fields.value
  }
}

extension Reference {
  /// Whether it says no more than what is needed.
  fileprivate func isPlain(within outer: Evidence) -> Bool {
    holdup == nil && !toleratesDegraded && !givesDegraded && !isScopedToSelf && note == nil
      && marking == nil && evidence == outer
  }
}

extension Requirement {
  /// Whether it says no more than a key that is not written.
  var isLeftOut: Bool {
    guard case .group(let group) = self, group.need == .all, group.members.isEmpty else {
      return false
    }
    return group.holdup == nil && group.switchover == nil && group.note == nil
  }
}
