extension FormatSection {
  /// A section of a file of rules.
  static func ofControls(_ name: SectionName) -> FormatSection {
    switch name {
    case .ruleFile: ruleFile
    case .control: control
    default: controlCheck
    }
  }

  static let ruleFile = FormatSection(
    .ruleFile, "Rule file", "Rules of a baseline, and what a model can tell about each.",
    [
      FormatKey("depgraph-rules", .version, "The version of the format: 1.", required: true),
      FormatKey("id", .word, "What the set is referred to by.", required: true),
      .name,
      FormatKey(
        "language", .oneOf(Language.allCases.map(\.rawValue)),
        "The language of texts that do not state theirs.", standard: "nl"),
      FormatKey("sources", .list(.section(.source)), "Where the rules come from."),
      FormatKey("rules", .list(.section(.control)), "The rules, in order."),
      .basis, .source, .note,
    ])

  static let control = FormatSection(
    .control, "rules", "One rule.",
    [
      FormatKey("id", .word, "Its number in the baseline; unique in the file.", required: true),
      FormatKey("text", .text, "What it asks."),
      FormatKey("checks", .list(.section(.controlCheck)), "What is looked at."),
      .basis, .source, .note,
    ])

  static let controlCheck = FormatSection(
    .controlCheck, "checks", "Something that a model can tell about a rule.",
    [
      FormatKey(
        "check", .oneOf(ControlCheck.allCases.map(\.rawValue)), "What is looked at.",
        required: true),
      FormatKey("within", .duration, "How long ago it may have been done, where time matters."),
    ])
}
