extension ReadingSession {
  /// What a fact rests on: its own basis and sources, else those of what it is written in.
  func evidence(_ fields: Fields, within outer: Evidence) -> Evidence {
    let basis = fields.oneOf("basis", Basis.self)
    let sources = fields.has("source") ? fields.references("source", to: .source) : nil
    guard basis != nil || sources != nil else { return outer }
    return Evidence(basis ?? outer.basis, sources: sources ?? outer.sources)
  }

  /// A formula: a list (all of), a group, a path, a reference, or `unknown`.
  ///
  /// - Complexity: O(*n*) for a formula of *n* parts.
  func requirement(_ value: YAMLValue, of key: String, within outer: Evidence) -> Requirement {
    switch value.content {
    case .list:
      return .group(
        RequirementGroup(
          .all, formulas(value, of: key, within: outer), place: value.place))
    case .scalar:
      if value.isUnknown { return .unknown(value.place) }
      guard let target = reference(value, to: .component, of: key) else { return .nothing }
      return .reference(Reference(target, evidence: outer, place: value.place))
    case .mapping(let pairs):
      let keys = pairs.map(\.key)
      if keys.contains("any") { return anyGroup(value, within: outer) }
      if keys.contains("at-least") || keys.contains("of") {
        return atLeastGroup(value, within: outer)
      }
      if keys.contains("path") { return path(value, within: outer) }
      let reference = reference(value, as: .reference, within: outer)
      return reference.map { .reference($0) } ?? .nothing
    }
  }

  private func formulas(
    _ value: YAMLValue, of key: String, within outer: Evidence
  ) -> [Requirement] {
    list(value, of: key).map { requirement($0, of: key, within: outer) }
  }

  /// A reference, as an id or as a section with `ref`.
  func reference(
    _ value: YAMLValue, as section: SectionName, within outer: Evidence
  ) -> Reference? {
    guard value.mapping != nil else {
      return reference(value, to: .component, of: "ref").map {
        Reference($0, evidence: outer, place: value.place)
      }
    }
    guard let fields = Fields(value, as: section, in: self) else { return nil }
    let evidence = evidence(fields, within: outer)
    guard let target = fields.reference("ref", to: .component) else { return nil }
    var reference = Reference(target, evidence: evidence, place: value.place)
    reference.note = fields.text("note")
    reference.marking = marking(of: fields)
    if section == .claim { return reference }
    reference.holdup = fields.duration("holdup")
    reference.toleratesDegraded = fields.isFlagged("tolerates", "degraded")
    reference.givesDegraded = fields.isFlagged("gives", "degraded")
    if section == .softReference { reference.isScopedToSelf = fields.isFlagged("scope", "self") }
    return reference
  }

  private func anyGroup(_ value: YAMLValue, within outer: Evidence) -> Requirement {
    guard let fields = Fields(value, as: .anyGroup, in: self) else { return .nothing }
    return group(.any, of: fields, members: "any", within: outer)
  }

  private func atLeastGroup(_ value: YAMLValue, within outer: Evidence) -> Requirement {
    guard let fields = Fields(value, as: .atLeastGroup, in: self) else { return .nothing }
    let need = fields.value("at-least").flatMap { threshold($0) } ?? .any
    return group(need, of: fields, members: "of", within: outer)
  }

  private func group(
    _ need: RequirementGroup.Need, of fields: Fields, members key: String, within outer: Evidence
  ) -> Requirement {
    let members = fields.value(key).map { formulas($0, of: key, within: outer) } ?? []
    var group = RequirementGroup(need, members, place: fields.place)
    group.holdup = fields.duration("holdup")
    group.switchover = fields.duration("switchover")
    group.note = fields.text("note")
    return .group(group)
  }

  /// How many members must be met: a number or a percentage.
  private func threshold(_ value: YAMLValue) -> RequirementGroup.Need? {
    guard let text = word(value, of: "at-least") else { return nil }
    if text.hasSuffix("%") {
      guard let share = share(value, of: "at-least") else { return nil }
      if share > 0 { return .share(share) }
      report(.outOfRange, "`at-least` must ask for more than 0 %", at: value.place)
      return nil
    }
    if let count = Int(digits: text) {
      if count >= 1 { return .atLeast(count) }
      report(.badThreshold, "`at-least` must ask for 1 member or more", at: value.place)
      return nil
    }
    report(
      Double(decimal: text) != nil ? .badThreshold : .badValue,
      "`at-least` wants a whole number or a percentage, not `\(text)`", at: value.place)
    return nil
  }

  private func path(_ value: YAMLValue, within outer: Evidence) -> Requirement {
    guard let fields = Fields(value, as: .pathRequirement, in: self) else { return .nothing }
    let evidence = evidence(fields, within: outer)
    guard let way = fields.fields("path", as: .path) else { return .nothing }
    var path = PathRequirement(
      from: way.reference("from", to: .component), to: way.references("to", to: .component),
      over: way.word("over") ?? "default", evidence: self.evidence(way, within: evidence),
      place: value.place)
    if path.targets.isEmpty, way.has("to") {
      report(.badValue, "`to` names no node", at: way.place(of: "to"))
    }
    path.holdup = fields.duration("holdup")
    let inner = way.text("note")
    path.note = fields.text("note") ?? inner
    path.marking = marking(of: fields)
    return .path(path)
  }
}
