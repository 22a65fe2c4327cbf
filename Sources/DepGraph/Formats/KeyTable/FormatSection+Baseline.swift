extension FormatSection {
  /// A section of a baseline.
  static func ofBaseline(_ name: SectionName) -> FormatSection {
    name == .baseline ? baseline : acceptance
  }

  private static let baseline = FormatSection(
    .baseline, "Baseline file", "Findings about agreements that somebody has accepted.",
    [
      FormatKey("depgraph-baseline", .version, "The version of the format: 1.", required: true),
      FormatKey("accepted", .list(.section(.acceptance)), "What was accepted."),
    ])

  private static let acceptance = FormatSection(
    .acceptance, "accepted", "A finding that was accepted; what is left out matches anything.",
    [
      FormatKey(
        "rule", .oneOf(ContractRule.allCases.map(\.rawValue)), "The rule.", required: true),
      FormatKey("contract", .word, "The agreement."),
      FormatKey("other", .word, "The other agreement, where it is about two."),
      FormatKey("component", .word, "The component or common cause."),
      FormatKey("target", .word, "The process or consumer that is hit."),
      FormatKey("party", .word, "One of the parties."),
      FormatKey(
        "until", .date, "The last day on which it is accepted.", standard: "until further notice"),
      FormatKey("by", .word, "Who accepted it."),
      FormatKey("reason", .word, "Why."),
    ])
}
