extension FormatSection {
  /// A section on who may see what.
  static func ofMarkings(_ name: SectionName) -> FormatSection {
    switch name {
    case .marking: marking
    case .markings: markings
    case .markingFloors: markingFloors
    case .partner: partner
    default: agreedScenario
    }
  }

  private static let marking = FormatSection(
    .marking, "marking", "Who may see something, on two axes that are never mixed.",
    [
      FormatKey(
        "class", .word,
        "The government classification (rubricering): `ONGERUBRICEERD`, `DEPV`, `STG-C`, `STG-G`, `STG-ZG`, or a word of NATO or the EU. A word that is not known counts as the highest."
      ),
      FormatKey(
        "tlp", .oneOf(TrafficLight.allCases.map(\.rawValue)), "The traffic light for sharing."),
    ])

  private static let markings = FormatSection(
    .markings, "markings", "What results are marked at least, and what partners may see.",
    [
      FormatKey(
        "floor", .section(.markingFloors),
        "By analysis; a combination can be higher than its parts."),
      FormatKey(
        "partners", .list(.section(.partner)), "Whom `redact` writes answers for, and which."),
    ])

  private static let markingFloors = FormatSection(
    .markingFloors, "markings: floor", "What the result of an analysis is marked at least.",
    [
      FormatKey("spof", .section(.marking), "Single points of failure."),
      FormatKey("cutsets", .section(.marking), "Cut sets."),
      FormatKey("network", .section(.marking), "The network drawn as a whole."),
    ])

  private static let partner = FormatSection(
    .partner, "markings: partners", "What was agreed to tell a party.",
    [
      FormatKey("party", .reference(.party), "The party.", required: true),
      FormatKey(
        "sees", .section(.marking),
        "The highest marking that it may see; never beyond `AMBER`.",
        standard: "class `ONGERUBRICEERD`, tlp `GREEN`"),
      FormatKey(
        "scenarios", .list(.section(.agreedScenario)),
        "The failures of which it is told what they do to it."),
    ])

  private static let agreedScenario = FormatSection(
    .agreedScenario, "markings: partners: scenarios", "A failure whose consequences are told.",
    [
      FormatKey("id", .word, "What it is referred to by.", required: true),
      FormatKey("name", .text, "What it is called towards the partner."),
      FormatKey("fail", .oneOrMore(.seed), "What fails; never told.", required: true),
      FormatKey(
        "after", .duration, "The moment of the answer, counted from the failure.",
        standard: "in the end"),
    ])
}
