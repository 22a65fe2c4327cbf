/// Rules on components that fail together by a common cause that is only a number.
enum CommonCauseRules {
  static func judge(_ model: Model) -> [Diagnostic] {
    let groups = model.commonCauses.filter { $0.group != nil }
    guard !groups.isEmpty else { return [] }
    let components = Dictionary(
      model.components.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var found: [Diagnostic] = []
    var causeOfMember: [String: String] = [:]
    for cause in groups {
      guard let group = cause.group else { continue }
      judge(group, of: cause, among: components, into: &found)
      for member in Set(group.members).sorted() {
        if let other = causeOfMember[member], other != cause.id {
          found.append(
            flaw(
              cause, "`\(member)` is a member of `\(other)` already",
              hint: "a component has its failures in common with one group"))
        }
        causeOfMember[member] = cause.id
      }
    }
    return found
  }

  private static func judge(
    _ group: BetaFactorGroup, of cause: CommonCause, among components: [String: Component],
    into found: inout [Diagnostic]
  ) {
    var seen: Set<String> = []
    for member in group.members where !seen.insert(member).inserted {
      found.append(
        Diagnostic(
          .repeatedMember, "`\(member)` is a member of `\(cause.id)` twice and counts once",
          at: cause.place, id: cause.id))
    }
    if seen.count < 2 {
      found.append(flaw(cause, "`\(cause.id)` has fewer than two members that fail together"))
    }
    if !(0...1).contains(group.factor) {
      found.append(
        Diagnostic(
          .outOfRange, "the factor of `\(cause.id)` is no share", at: cause.place, id: cause.id))
    }
    if cause.dependability != Dependability() {
      found.append(
        flaw(
          cause, "`\(cause.id)` has figures of its own beside `model`",
          hint: "with `model: beta` its unavailability follows from its members"))
    }
    if let value = cause.value, components[value] != nil {
      found.append(
        flaw(
          cause, "`\(cause.id)` is the component `\(value)`, which has its own figures",
          hint: "give the group a name that is no id"))
    }
    let figures = group.members.compactMap {
      components[$0]?.dependability.unavailability
    }
    if let first = figures.first, figures.contains(where: { $0 != first }) {
      found.append(
        Diagnostic(
          .unequalMembers, "the members of `\(cause.id)` have different figures", at: cause.place,
          id: cause.id,
          hint: "what they have in common is then computed from the worst of them"))
    }
  }

  private static func flaw(
    _ cause: CommonCause, _ message: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.badGroup, message, at: cause.place, id: cause.id, hint: hint)
  }
}
